"""Reading: one raw document into an article with its segments, its dates and its credits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from firsthand.lexicon.outlets import is_domain
from firsthand.lexicon.publishers import publisher_of
from firsthand.model import Article, Claim, Credit, CreditRole, RawDocument, Reading, Segment, SegmentLabel, Span
from firsthand.reading.absence import find_absence
from firsthand.reading.byline import read_names
from firsthand.reading.credits import cited_names, credited_agencies, find_credits
from firsthand.reading.dateline import read_place
from firsthand.reading.headline import strip_site_name
from firsthand.reading.html import Page, extract_page
from firsthand.reading.language import identify_language
from firsthand.reading.outlet import Outlet, decide_outlet, find_self_credit, name_domain
from firsthand.reading.outlet_repeats import relabel_repeats
from firsthand.reading.segments import body_spans, label_segments
from firsthand.reading.stretches import find_stretches
from firsthand.reading.when import PublishedDecision, decide_event_date, decide_published, find_dates

__all__ = ["VERSION", "ReadingSettings", "read_article"]

VERSION = "2"

_MOST_CLAIMS = 50  # of one article
_MOST_NOTICES = 5  # of a correction in the text
_LONGEST_CLAIM = 500  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSettings:
    """What a user can set about reading.

    Attributes:
        latest_day: ISO day after which nothing can have been published; none for no such day.
        publishers: Families of outlets that the program's own table lacks or has otherwise: for each the names or
            domains of its outlets, as `"Example Group" = ["Example Times", "example.org"]`.
    """

    latest_day: str | None = None
    publishers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_article(document: RawDocument, settings: ReadingSettings, repeats: AbstractSet[str] = frozenset()) -> Reading:
    """The article that a document holds, with every segment, candidate date and credit.

    A document that holds no article (an error page, a search page, captions, a menu) gives one all the same: its body
    is empty, `set_aside` says why, and what could be read from it is kept.

    Args:
        document: One text or page; what its source claims is a candidate, not the truth.
        settings: What the user set.
        repeats: Digests of the lines that its outlet repeats over its articles, as `repeats_by_article` gives them;
            they are then no part of the body, nor of what is read from it.

    Returns:
        Spans are ranges of `Article.text`, which is the text as given, or for a page the text taken from it.
    """
    page = extract_page(document.html, document.url) if document.html is not None else None
    text = page.text if page else (document.text or "")
    title = document.title or (page.title if page else None)
    segments = relabel_repeats(text, label_segments(document.article, text, title, from_page=page is not None), repeats)
    body = body_spans(text, segments)
    url = document.url or (page.canonical_url if page else None)
    absent = (page.no_article if page else None) or find_absence(text, segments, body, title, url)
    decision = decide_published(
        find_dates(document.article, text, segments, document, page),
        updated=document.updated or (page.updated if page else None),
        latest_day=document.source.captured or settings.latest_day,
    )
    article = _build_article(document, page, text, segments, () if absent else body, decision)
    site = document.outlet if is_domain(document.outlet or "") else article.url
    article = replace(article, publisher=publisher_of(article.outlet, site, settings.publishers))
    return Reading(article=article, segments=segments, dates=decision.candidates, set_aside=absent)


def _build_article(
    document: RawDocument,
    page: Page | None,
    text: str,
    segments: tuple[Segment, ...],
    body: tuple[Span, ...],
    decision: PublishedDecision,
) -> Article:
    url = document.url or (page.canonical_url if page else None)
    self_credit = find_self_credit(text, segments)
    outlet = name_domain(decide_outlet(document.outlet, page.outlet if page else None, url, self_credit), self_credit)
    headline, headline_span, no_headline = _headline(document, page, text, segments)
    byline = document.byline or (", ".join(page.authors) if page else "") or read_names(text, segments)
    found = _with_outlet(find_credits(text, segments, outlet.name, url, document.byline), outlet)
    language, no_language = _language(document, page, text, body)
    dateline = next((text[slice(*one.span)] for one in segments if one.label is SegmentLabel.DATELINE), None)
    event_date, no_event = decide_event_date(text, body, headline_span, decision, dateline)
    place = read_place(text, segments)
    reasons = {
        "outlet": None if outlet.name else outlet.reason,
        "headline": None if headline else no_headline,
        "headline_span": None if headline_span else no_headline,
        "byline": None if byline else "no byline in the source or the text",
        "dateline": None if place else "the text begins without a dateline that names a place",
        "published": None if decision.published else (decision.why_null or "no date was found"),
        "event_date": None if event_date else no_event,
        "language": None if language else no_language,
        "url": None if url else "the source gives no address",
    }
    return Article(
        article=document.article,
        text=text,
        url=url,
        urls=_addresses(document, page),
        outlet=outlet.name,
        kind=document.kind,
        headline=headline,
        headline_span=headline_span,
        byline=byline,
        dateline=place,
        published=decision.published,
        published_precision=decision.precision,
        published_not_before=decision.not_before,
        published_evidence=decision.evidence,
        updated=decision.updated,
        event_date=event_date,
        language=language,
        agencies=credited_agencies(found),
        cites=cited_names(found),
        credits=found,
        body=body,
        source=document.source,
        why_null={field: reason for field, reason in reasons.items() if reason is not None},
        stretches=find_stretches(text, body, language),
        section=page.section if page else None,
        claims=_claims(document, page, text, segments),
    )


def _claims(document: RawDocument, page: Page | None, text: str, segments: Sequence[Segment]) -> tuple[Claim, ...]:
    """What source, feed, page and the text's own correction notices say of the article, at most 50 claims."""
    given = (
        ("headline", document.title, "field title"),
        ("outlet", document.outlet, "field outlet"),
        ("author", document.byline, "field byline"),
        ("published", document.published, "field published"),
        ("published", document.feed_date, "feed date"),
        ("updated", document.updated, "field updated"),
        ("language", document.language, "field language"),
    )
    notices = (one.span for one in segments if one.label is SegmentLabel.CORRECTION)
    found = [
        *(Claim(field=field, value=_folded(value), locator=place) for field, value, place in given if value),
        *(
            Claim(field="correction", value=_folded(text[start:end]), locator=f"text {start}-{end}")
            for start, end in list(notices)[:_MOST_NOTICES]
        ),
        *(page.claims if page else ()),
    ]
    return tuple(dict.fromkeys(claim for claim in found if claim.value))[:_MOST_CLAIMS]


def _folded(value: str) -> str:
    return " ".join(value[:20_000].split())[:_LONGEST_CLAIM].rstrip()


def _addresses(document: RawDocument, page: Page | None) -> tuple[str, ...]:
    """Every address of the article, each once: the one given, the one it was fetched from, the page's own."""
    known = (document.url, document.source.url, page.canonical_url if page else None)
    return tuple(dict.fromkeys(url for url in known if url))


def _headline(
    document: RawDocument, page: Page | None, text: str, segments: Sequence[Segment]
) -> tuple[str | None, Span | None, str]:
    """The headline, where it stands in the text, and why either is missing."""
    found = next((one.span for one in segments if one.label is SegmentLabel.HEADLINE), None)
    given = document.title or (page.title if page else None)
    if given and given.strip():
        return strip_site_name(given), found, "the headline is a field of the source and does not stand in the text"
    if found is not None:
        return text[slice(*found)], found, ""
    return None, None, "the source gives no title, and no line of the text stands as a headline"


def _language(document: RawDocument, page: Page | None, text: str, body: Sequence[Span]) -> tuple[str | None, str]:
    """The language of the body, else the one that the source claims, and why neither is known."""
    found = identify_language(text, body) if body else None
    claimed = document.language or (page.language if page else None)
    return found or (claimed or "")[:2].lower() or None, "the body has fewer than 40 characters, too few to tell"


def _with_outlet(found: tuple[Credit, ...], outlet: Outlet) -> tuple[Credit, ...]:
    """The credits with the place at which the outlet names itself, where its name was read from the text."""
    if outlet.name is None or outlet.credit is None:
        return found
    own = Credit(name=outlet.name, span=outlet.credit, role=CreditRole.OUTLET)
    return tuple(sorted({*found, own}, key=lambda credit: (credit.span, credit.role, credit.name)))
