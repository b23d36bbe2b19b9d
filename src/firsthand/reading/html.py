"""A page into its article's text and what the page says about it.

The body comes from trafilatura; metadata and dates are read here, since the extractors drop the time of day.
Everything a page holds is hostile: sizes are bounded before work whose time grows faster than the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.model import Claim
from firsthand.reading.jsonld import NO_OBJECT, find_article, read_json_ld
from firsthand.reading.microdata import read_microdata
from firsthand.reading.microformats import read_microformats
from firsthand.reading.page_absence import find_page_absence, link_texts
from firsthand.reading.page_body import extract_body
from firsthand.reading.page_claims import (
    PageData,
    believed,
    believed_authors,
    believed_language,
    believed_title,
    read_claims,
    shown_headline,
)
from firsthand.reading.page_credits import CreditLine, find_credit_lines, with_credit_lines
from firsthand.reading.page_dates import DateClaim, find_claims

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["DateClaim", "Page", "extract_page"]

MAX_PAGE_CHARACTERS = 20_000_000
# Real article pages have 300 to 30,000 elements; extraction takes some 40 microseconds for each, more when nested.
MAX_ELEMENTS = 80_000
# The parser compares each attribute of an element with all others: 10,000 take 0.3 s, 40,000 take 6 s.
MAX_ATTRIBUTES = 5_000
# The parser stops after 10 million bytes without a word. Pages grow so long by pictures and programs put into them.
_LONG_PAGE_CHARACTERS = 4_000_000
_PICTURES = re.compile(r"data:[a-z0-9.+/-]{1,60};[^\"')<>\s]{200,}+", re.IGNORECASE)
# What has no end goes on to the end of the page, so that no page can make the search begin again and again.
_PROGRAMS = re.compile(
    r"<(script|style)\b(?![^>]{0,500}ld\+json)[^>]*+(?:>[^<]*+(?:<(?!/\1)[^<]*+)*+|\Z)", re.IGNORECASE
)
_DOCTYPE = re.compile(r"\A\s*(?:<\?xml[^>]{0,500}\?>\s*)?<!doctype[^>]{0,1000}>", re.IGNORECASE)
_SELF_CLOSED = re.compile(r"(<html[^<>]{0,2000}?)/>", re.IGNORECASE)
# A start tag, or a script as a whole. Possessive throughout, so that no page can make it go back; a quotation mark
# opens a value only behind an equals sign.
_TAG = re.compile(
    r"""<(?:script|style)\b[^>]*+>[^<]*+(?:<(?!/script|/style)[^<]*+)*+"""
    r"""|<[a-z](?:[^>=]++|=\s{0,9}+(?:"[^"]*+"|'[^']*+')|=)*+""",
    re.IGNORECASE,
)
_LONG_TAG_CHARACTERS = 10_000
_QUOTED = re.compile(r"""=\s{0,9}(?:"[^"]*+"|'[^']*+')""")  # a value: a page in an attribute is no bomb
# The comment that a browser or a saving tool (SingleFile) puts before the page, with the address it was saved from.
_SAVED_FROM = re.compile(
    r"<!--\s{0,20}(?:saved from url=\(\d{4}\)|page saved with singlefile\s{1,20}url:\s{0,20})(https?://[^\s<>]{1,2000})",
    re.IGNORECASE,
)
_HEAD_CHARACTERS = 10_000  # of the page, in which that comment stands
_FEWEST_LINKS = 6  # to other pages, on a page that holds nothing else
_HEAD_LINES = 4  # of the body, among which the headline may stand
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page holds: the text to keep, and what the page says about it.

    `text` is the headline on its line, lines that credit an agency, then one paragraph a line. It may be there even
    where `no_article` says that it is no article's.
    """

    text: str = ""
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    canonical_url: str | None = None
    language: str | None = None  # ISO 639-1
    published: tuple[DateClaim, ...] = ()  # surest first
    updated: str | None = None
    claims: tuple[Claim, ...] = ()  # all that the page says in fields, at most 50
    no_article: str | None = None  # why there is no article


def extract_page(html: str, url: str | None) -> Page:
    """The article of a page and what the page says about it. Never fails on what the page holds.

    Time grows with the number of elements; pages of more than 20 million characters or 80,000 elements are not read
    and say so. No network, no entity expansion beyond HTML's own, no script is run.

    Args:
        html: The page, decoded.
        url: Where it came from, if known.
    """
    if len(html) > MAX_PAGE_CHARACTERS:
        return Page(no_article=f"the page has {len(html):,} characters, more than {MAX_PAGE_CHARACTERS:,}")
    if _has_attribute_bomb(html):
        return Page(no_article=f"an element of the page has more than {MAX_ATTRIBUTES:,} attributes")
    tree = _parse(html)
    if tree is None:
        return Page(no_article="the page holds no elements")
    elements = int(tree.xpath("count(//*)"))
    if elements > MAX_ELEMENTS:
        return Page(no_article=f"the page has {elements:,} elements, more than {MAX_ELEMENTS:,}")
    data = _read_data(tree, html, url)
    claims = read_claims(data)
    title, text, absent = _read_text(data, believed_title(claims, data.shown))
    return Page(
        text=text,
        title=title,
        outlet=believed(claims, "outlet"),
        authors=believed_authors(claims),
        section=believed(claims, "section"),
        canonical_url=believed(claims, "canonical_url"),
        language=believed_language(claims),
        published=data.dates,
        updated=believed(claims, "updated"),
        claims=claims,
        no_article=absent,
    )


def _read_data(tree: HtmlElement, html: str, url: str | None) -> PageData:
    meta = _read_meta(tree)
    canonical = _canonical(tree) or _saved_from(html)
    shown = shown_headline(tree)
    objects = read_json_ld(_script_texts(tree))
    address = canonical.value if canonical else meta.get("og:url") or url
    article = find_article(objects, address, shown or meta.get("og:title")) or NO_OBJECT
    dates = find_claims(tree, meta, article, objects)
    return PageData(
        tree=tree,
        meta=meta,
        objects=objects,
        article=article,
        items=(*read_microdata(tree), *read_microformats(tree)),
        shown=shown,
        canonical=canonical,
        dates=dates,
    )


def _read_text(data: PageData, title: str | None) -> tuple[str | None, str, str | None]:
    """The headline, the text, and why it is no article's.

    The tree is changed on the way: nothing may be read from it afterwards.
    """
    credit_lines = find_credit_lines(data.tree)
    links = link_texts(data.tree)
    lines = extract_body(data.tree, data.article.node)
    absent = find_page_absence(data.tree, data.meta, data.objects, data.article, lines, links)
    if not any(_folded(line) != _folded(title or "") for line in lines):
        menu = "no article: menu page" if len(links) >= _FEWEST_LINKS else "no running text stands on the page"
        return title, "", absent or menu
    if data.shown and _folded(lines[0]) == _folded(data.shown):
        title = data.shown  # right above the text, though the page's data put it otherwise
    return title, _compose(title, lines, credit_lines), absent


def _has_attribute_bomb(html: str) -> bool:
    return any(
        tag.end() - tag.start() > _LONG_TAG_CHARACTERS
        and not tag.group()[:7].lower().startswith(("<script", "<style"))
        and len(_QUOTED.sub('""', tag.group()).split()) > MAX_ATTRIBUTES
        for tag in _TAG.finditer(html)
    )


def _parse(html: str) -> HtmlElement | None:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    # libxml2 drops all that follows some doctypes, and takes <html/> at its word.
    html = _SELF_CLOSED.sub(r"\1>", _DOCTYPE.sub("", _UNPRINTABLE.sub("", html)), count=1)
    if not html.strip():
        return None
    if len(html) > _LONG_PAGE_CHARACTERS:
        html = _PROGRAMS.sub(r"<\1>", _PICTURES.sub("data:,", html))
    parser = HTMLParser(
        encoding="utf-8",
        huge_tree=False,
        no_network=True,
        recover=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return document_fromstring(html.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _script_texts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield script.text


def _read_meta(tree: HtmlElement) -> dict[str, str]:
    """Content of meta elements by lower-case name; the first of a name wins."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or element.get("datetime") or "").split())
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(attribute)
            if name:
                meta.setdefault(name.strip().lower(), content[:2_000])
    return meta


def _canonical(tree: HtmlElement) -> Claim | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            address = (link.get("href") or "").strip()
            if address.startswith(("http://", "https://")):
                return Claim(field="canonical_url", value=address[:2_000], locator="link canonical")
    return None


def _saved_from(html: str) -> Claim | None:
    found = _SAVED_FROM.search(html, 0, _HEAD_CHARACTERS)
    return Claim(field="canonical_url", value=found.group(1), locator="comment saved from") if found else None


def _compose(title: str | None, lines: Sequence[str], credit_lines: Sequence[CreditLine]) -> str:
    """The headline, the credits that stand under it, the body, the credits behind it; one a line."""
    head, foot = with_credit_lines(lines, credit_lines)
    opening = _folded("".join(lines[:_HEAD_LINES]))
    if not title or opening.startswith(_folded(title)):
        place = 1 if title and _folded(lines[0]) == _folded(title) else 0
        return "\n".join([*lines[:place], *head, *lines[place:], *foot])
    return "\n".join([title, *head, *lines, *foot])


def _folded(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
