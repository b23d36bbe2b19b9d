"""The dates that a page gives for its article: in its data, in its elements, in its scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from firsthand.reading.jsonld import LdObject, text_of
from firsthand.reading.shown_dates import element_text, find_labelled_dates, find_loose_dates, find_marked_dates
from firsthand.reading.stamps import day_of, parse_shown, parse_stamp
from firsthand.reading.standing import UNFIT_STANDINGS, DateClaim, Standing

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["UPDATED_NAMES", "DateClaim", "element_text", "find_claims"]

_MAX_CLAIMS = 60  # dates taken from one page
_MAX_CITATIONS, _LONGEST_CITATION = 3, 4_000  # of one page; characters
_LONGEST_DATE_TEXT = 160  # characters of an element that may hold a date
# Where a page says in so many words that this is the day of publication.
_DATA_LOCATORS = tuple(f"{place} " for place in ("json-ld", "meta", "microdata", "time"))
# Names of publication in scripts: datePublished, publish_date, publicationDate, pubDate. Without their first letter,
# since a pattern that begins with small letters in one form is found forty times as quickly.
_SCRIPT_DATE = re.compile(
    r"""ub(?:lish(?:ed)?|lication)?_?(?:[aA]t|[dD]ate|[oO]n|[tT]ime)?(?:\\?["']|&quot;)?\s{0,4}:\s{0,4}"""
    r"""(?:\\?["']|&quot;)([0-9][0-9A-Za-z:.+ /-]{7,40})"""
)
_OTHER_NAME = re.compile(r"(?:un|re|not)[-_]?[pP]$|[^pP]$")  # what ends so before it is no name of publication
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


def find_claims(
    tree: HtmlElement, meta: Mapping[str, str], article: LdObject, objects: Sequence[LdObject]
) -> tuple[DateClaim, ...]:
    """Every date that the page gives for its article, the surest kinds first, at most 60.

    Args:
        tree: The parsed page; left as it is.
        meta: Content of its meta elements by lower-case name.
        article: The JSON-LD object of the article; may be empty.
        objects: All JSON-LD objects of the page.
    """
    claims = dict.fromkeys(
        (*_data_claims(meta, article), *_item_claims(tree), *_citation_claims(tree), *find_marked_dates(tree))
    )
    claims.update(dict.fromkeys((*_script_claims(tree), *_other_claims(article, objects))))
    if not _have_day(claim for claim in claims if claim.locator.startswith(_DATA_LOCATORS)):
        claims.update(dict.fromkeys(find_labelled_dates(tree)))
    # Only where the page marks no date as one: most of what is found this way is a date of something else.
    if not _have_day(claims):
        claims.update(dict.fromkeys(find_loose_dates(tree)))
    if not _have_day(claims):
        unfit = {_claimed_day(claim) for claim in claims}
        claims.update(dict.fromkeys(one for one in _guessed_claims(tree) if _claimed_day(one) not in unfit))
    return tuple(list(claims)[:_MAX_CLAIMS])


def _data_claims(meta: Mapping[str, str], article: LdObject) -> Iterator[DateClaim]:
    """JSON-LD of the article, and meta elements."""
    for name in ("datePublished", "dateCreated", "uploadDate"):
        raw = text_of(article.node.get(name))
        if raw:
            yield DateClaim("metadata", raw, f"json-ld {article.path}.{name}")
    for name in _PUBLISHED_NAMES:
        if name in meta:
            yield DateClaim("metadata", meta[name], f"meta {name}")


def _other_claims(article: LdObject, objects: Sequence[LdObject]) -> Iterator[DateClaim]:
    for other in objects:
        raw = text_of(other.node.get("datePublished"))
        if other.node is not article.node and raw:
            yield DateClaim("metadata", raw, f"json-ld {other.path}.datePublished of another object")


def _have_day(claims: Iterable[DateClaim]) -> bool:
    """Whether one of the claims names a day that can be that of publication."""
    return any(_claimed_day(claim) for claim in claims if claim.standing not in UNFIT_STANDINGS)


def _claimed_day(claim: DateClaim) -> date | None:
    return day_of((parse_shown if claim.kind == "date_line" else parse_stamp)(claim.raw)[0])


def _item_claims(tree: HtmlElement) -> Iterator[DateClaim]:
    """Microdata outside meta elements."""
    for element in tree.xpath("//*[contains(@itemprop, 'datePublished') and not(self::meta)]"):
        if "datePublished" not in element.get("itemprop").split():
            continue
        raw = element.get("content") or element.get("datetime") or element_text(element)
        if raw and len(raw) <= _LONGEST_DATE_TEXT:
            yield DateClaim("metadata", raw.strip(), "microdata datePublished")


def _citation_claims(tree: HtmlElement) -> Iterator[DateClaim]:
    """Dates for reference managers: the title of an empty span (COinS), its fields written as in an address."""
    for title in tree.xpath("//span[contains(@class, 'Z3988')]/@title")[:_MAX_CITATIONS]:
        for raw in parse_qs(title[:_LONGEST_CITATION]).get("rft.date", ())[:1]:
            yield DateClaim("metadata", raw[:_LONGEST_DATE_TEXT], "microdata COinS rft.date")


def _script_claims(tree: HtmlElement) -> Iterator[DateClaim]:
    """Dates in the data that scripts of the page carry."""
    budget = 2_000_000
    for script in tree.iter("script"):
        text = script.text or ""
        budget -= len(text)
        if budget < 0:
            return
        for match in _SCRIPT_DATE.finditer(text):
            if not _OTHER_NAME.search(text[max(0, match.start() - 5) : match.start()]):
                name = re.split(r"\W", f"p{match.group()}", maxsplit=1)[0]
                yield DateClaim("metadata", match[1].strip(), f"script {name}")
                break


def _guessed_claims(tree: HtmlElement) -> Iterator[DateClaim]:
    """What htmldate makes of a page that marks no date: patterns in its source, images' addresses, copyright lines."""
    from htmldate import find_date

    # Without a given last day htmldate asks the clock, and one page would read differently from day to day.
    found = find_date(tree, original_date=True, max_date="2099-12-31")
    if found and not found.endswith("-01-01"):  # a bare year of a copyright line becomes its first day
        yield DateClaim("metadata", found, "htmldate", Standing.GUESSED)
