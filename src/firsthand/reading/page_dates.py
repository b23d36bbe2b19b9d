"""The dates that a page gives for its article: in its data, in its elements, in the text that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from firsthand.lexicon.dates import find_date_forms
from firsthand.reading.jsonld import text_of
from firsthand.reading.stamps import day_of, parse_stamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["UPDATED_NAMES", "DateClaim", "element_text", "find_claims"]

_MAX_CLAIMS = 60  # dates taken from one page
_MAX_LOOSE = 6
_MAX_OTHER_LETTERS = 45  # letters beside the date in a line that is a date line
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_DATE_TEXT = 160  # characters of an element that may hold a date

_DATE_NAMES = re.compile(
    r"(?:^|[^a-z])(?:date|time|datum|pub|publish|published|posted|stamp|timestamp|dateline|fecha|data|meta|byline|info|updated)|(?:date|time)(?:$|[^a-z])",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"comment|related|sidebar|footer|recommend|most-?read|popular|trending|widget|teaser|promo|newsletter|archive-list|latest|copyright",
    re.IGNORECASE,
)
_SCRIPT_DATE = re.compile(
    r'"(datePublished|dateFirstPublished|firstPublishDate|firstPublished|publishedAt|published_at|publishDate|publish_date|publicationDate|publication_date|publishedDate)"'
    r'\s{0,4}:\s{0,4}"([0-9][0-9A-Za-z:.+ -]{7,40})"'
)

# Names of meta elements (name, property, itemprop, http-equiv) that give the day of publication, surest first.
_PUBLISHED_NAMES = tuple(
    """
    article:published_time og:article:published_time datepublished article:published og:published_time published_time
    rnews:datepublished pubdate publishdate publish-date publish_date publication_date publication-date pub_date
    originalpublicationdate article_date_original bt:pubdate parsely-pub-date sailthru.date
    cxenseparse:recs:publishtime cxenseparse:publishtime vr:published_time citation_publication_date citation_date
    citation_online_date dc.date.issued dcterms.issued dcterms.created dc.date.created dcterms.date dc.date
    dcsext.articlefirstpublished displaydate article.published article:post_date
    shareaholic:article_published_time dc.date.publication releasedate date ptime published datecreated created
    creation_date timestamp
    """.split()
)
UPDATED_NAMES = tuple(
    """
    article:modified_time datemodified og:updated_time article:modified dcterms.modified dc.date.modified
    last-modified lastmod modified_time utime lp.article:modified_time revised
    """.split()
)


class DateClaim(NamedTuple):
    """A date that a page gives for its article, exactly as written."""

    kind: str  # metadata, date_line
    raw: str
    locator: str  # "json-ld datePublished", "meta article:published_time", "time datetime"


def element_text(element: HtmlElement) -> str:
    """All text of an element, white space folded."""
    return " ".join(" ".join(str(part) for part in element.itertext()).split())


def find_claims(
    tree: HtmlElement, meta: Mapping[str, str], node: Mapping[str, Any], objects: Sequence[Mapping[str, Any]]
) -> tuple[DateClaim, ...]:
    """Every date that the page gives for its article, the surest kinds first, at most 60.

    Args:
        tree: The parsed page; left as it is.
        meta: Content of its meta elements by lower-case name.
        node: The JSON-LD object of the article; may be empty.
        objects: All JSON-LD objects of the page.
    """
    claims: dict[DateClaim, None] = {}
    for name in ("datePublished", "dateCreated", "uploadDate"):
        raw = text_of(node.get(name))
        if raw:
            claims[DateClaim("metadata", raw, f"json-ld {name}")] = None
    for name in _PUBLISHED_NAMES:
        if name in meta:
            claims[DateClaim("metadata", meta[name], f"meta {name}")] = None
    for claim in (*_item_claims(tree), *_shown_claims(tree), *_script_claims(tree)):
        claims.setdefault(claim)
    for other in objects:
        raw = text_of(other.get("datePublished"))
        if other is not node and raw:
            claims.setdefault(DateClaim("metadata", raw, "json-ld datePublished of another object"))
    if not any(day_of(parse_stamp(claim.raw)[0]) for claim in claims):
        # Only where the page marks no date as one: most of what is found this way is a date of something else.
        claims.update(dict.fromkeys(_loose_claims(tree)))
        if not any(day_of(parse_stamp(claim.raw)[0]) for claim in claims):
            claims.update(dict.fromkeys(_guessed_claims(tree)))
    return tuple(list(claims)[:_MAX_CLAIMS])


def _item_claims(tree: HtmlElement) -> Iterator[DateClaim]:
    """Microdata outside meta elements."""
    for element in tree.iterfind(".//*[@itemprop]"):
        if element.tag == "meta" or "datePublished" not in (element.get("itemprop") or "").split():
            continue
        raw = element.get("content") or element.get("datetime") or element_text(element)
        if raw and len(raw) <= _LONGEST_DATE_TEXT:
            yield DateClaim("metadata", raw.strip(), "microdata datePublished")


def _shown_claims(tree: HtmlElement) -> Iterator[DateClaim]:
    """Dates that the page shows: `time` elements, and short elements whose class or id speaks of a date."""
    found = 0
    for element in tree.iter(
        "time", "abbr", "span", "div", "p", "li", "em", "small", "h5", "h6", "dd", "td", "b", "font", "a"
    ):
        if found >= _MAX_CLAIMS:
            return
        name = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
        stamp = element.get("datetime") or (element.get("title") if element.tag in {"abbr", "span", "time"} else None)
        if element.tag != "time" and not (_DATE_NAMES.search(name) and not _ASIDE.search(name)):
            continue
        if len(element) > 12 or _is_aside(element):
            continue
        if stamp and any(character.isdigit() for character in stamp):
            found += 1
            yield DateClaim("metadata", stamp.strip()[:_LONGEST_DATE_TEXT], f"{element.tag} datetime")
        text = element_text(element)
        # A stamp written for programs is no date that readers see.
        is_shown = 4 <= len(text) <= _LONGEST_DATE_TEXT and not _STAMP.match(text)
        if is_shown and any(character.isdigit() for character in text):
            found += 1
            yield DateClaim("date_line", text, f"{element.tag} {name.strip()}"[:120].strip())


def _is_aside(element: HtmlElement) -> bool:
    """Whether the element stands in a list of other articles, in comments, in the page's head or foot."""
    for depth, above in enumerate(element.iterancestors()):
        if above.tag in {"aside", "nav", "footer"} or depth > 40:
            return True
        name = f"{above.get('class') or ''} {above.get('id') or ''}"
        if above.tag not in {"body", "html"} and _ASIDE.search(name):
            return True
    return False


def _script_claims(tree: HtmlElement) -> Iterator[DateClaim]:
    """Dates in the data that scripts of the page carry."""
    budget = 2_000_000
    for script in tree.iter("script"):
        text = script.text or ""
        budget -= len(text)
        if budget < 0:
            return
        match = _SCRIPT_DATE.search(text)
        if match:
            yield DateClaim("metadata", match[2], f"script {match[1]}")


def _loose_claims(tree: HtmlElement) -> Iterator[DateClaim]:
    """Short texts with a whole date in the page's main part, those after the headline first."""
    heading = next((one for one in tree.iter("h1") if element_text(one)), None)
    is_after = heading is None
    before: list[DateClaim] = []
    after: list[DateClaim] = []
    for element in tree.iter():
        if element is heading:
            is_after = True
        if not isinstance(element.tag, str) or element.tag in {"script", "style", "option", "title"}:
            continue
        for text in (element.text, element.tail):
            claim = _loose_claim(text)
            if claim and not _is_aside(element):
                (after if is_after else before).append(claim)
        if len(after) >= _MAX_LOOSE:
            break
    yield from [*after, *before[::-1]][:_MAX_LOOSE]


def _loose_claim(text: str | None) -> DateClaim | None:
    if not text or not 6 <= len(text.strip()) <= _LONGEST_DATE_TEXT or not _YEAR.search(text):
        return None
    raw = " ".join(text.split())
    forms = [form for form in find_date_forms(raw) if form.day is not None and form.year is not None]
    if len(forms) != 1:
        return None
    rest = raw[: forms[0].span.start] + raw[forms[0].span.end :]
    if sum(character.isalpha() for character in rest) > _MAX_OTHER_LETTERS:
        return None
    return DateClaim("date_line", raw, "text of the page")


def _guessed_claims(tree: HtmlElement) -> Iterator[DateClaim]:
    """What htmldate makes of a page that marks no date: patterns in its source, images' addresses, copyright lines."""
    from htmldate import find_date

    # Without a given last day htmldate asks the clock, and one page would read differently from day to day.
    found = find_date(tree, original_date=True, max_date="2099-12-31")
    if found and not found.endswith("-01-01"):  # a bare year of a copyright line becomes its first day
        yield DateClaim("metadata", found, "htmldate")
