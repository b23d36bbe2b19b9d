"""When a page holds no article, as its markup and data show it: error page, video, wall, list of links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from firsthand.lexicon.page_kinds import PAGE_KINDS
from firsthand.reading.jsonld import LdObject, is_article, type_names
from firsthand.reading.page_dates import element_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["find_page_absence", "link_texts"]

_ERROR_WORDS = 150  # an error page explains itself in fewer words
_VIDEO_WORDS = 80  # beside a video, fewer are its description
_WALLED_WORDS = 40  # of a text that is said to be locked; more are its opening, which is worth reading
_WALL_WORDS = 250  # a banner about cookies holds fewer
_FEWEST_LINKS = 6  # lines that are links, for a page of links
_LINK_SHARE = 0.7  # of the lines of the text that are links to other pages
_MAX_LINKS = 5_000
_COOKIE_MENTIONS = 3
_WORD = re.compile(r"\w+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_TITLE_PARTS = re.compile(r"\s[|–—·:-]\s")  # between what a page is and its site's name
_NOT_FOUND = next(kind.lines for kind in PAGE_KINDS if kind.name == "404 page")
_CONSENT = re.compile(
    r"\b(?:accept (?:all|cookies|and continue)|cookie (?:settings|policy|preferences)"
    r"|manage (?:cookies|consent|preferences)"
    r"|we (?:and our partners )?(?:use|store)[^.]{0,60}cookies|your (?:consent|privacy choices)"
    r"|alle (?:cookies )?(?:akzeptieren|annehmen)|mit werbung weiterlesen|einwilligung|tout accepter"
    r"|accepter (?:et (?:continuer|fermer)|les cookies)|aceptar (?:todo|y continuar|cookies)"
    r"|accetta (?:tutto|e continua)"
    r"|принять (?:все|файлы)|çerez)",
    re.IGNORECASE,
)
_COOKIE = re.compile(r"cookies?\b|файл\w* cookie|çerez", re.IGNORECASE)
_FALSE = frozenset({"false", "no", "0"})


def find_page_absence(
    tree: HtmlElement,
    meta: Mapping[str, str],
    objects: Sequence[LdObject],
    article: LdObject,
    lines: Sequence[str],
    links: frozenset[str],
) -> str | None:
    """Why a page holds no article, as markup and data show it, in words; None where nothing speaks against one.

    Args:
        tree: The parsed page; only its titles are read.
        meta: Content of its meta elements by lower-case name.
        objects: All its JSON-LD objects.
        article: The one that describes the article; may be empty.
        lines: The running text that was extracted.
        links: Texts of its links, as `link_texts` gives them.
    """
    words = _count_words(lines, _WALL_WORDS + 1)
    if words <= _ERROR_WORDS and _is_error(tree, meta):
        return "no article: 404 page"
    is_written = is_article(article.node) or "article" in meta.get("og:type", "").lower()
    if words <= _VIDEO_WORDS and not is_article(article.node) and _is_video(meta, objects):
        return "no article: video page"
    if words <= _WALLED_WORDS and _is_locked(meta, article.node):
        return "no article: paywall"
    if words <= _WALL_WORDS and not is_article(article.node) and _is_consent(lines):
        return "no article: cookie wall"
    if not is_written and _are_links(lines, links):
        return "no article: menu page"
    return None


def link_texts(tree: HtmlElement) -> frozenset[str]:
    """Texts of the page's links to other pages, blanks folded, at most 5,000."""
    texts: set[str] = set()
    for link in tree.iter("a"):
        if len(texts) >= _MAX_LINKS:
            break
        if not (link.get("href") or "#").startswith("#"):
            texts.add(element_text(link))
    return frozenset(texts - {""})


def _count_words(lines: Iterable[str], most: int) -> int:
    """Words of the lines, counted up to `most`; of scripts without blanks every other character counts as one."""
    count = 0
    for line in lines:
        count += len(_WORD.findall(line)) + len(_CJK.findall(line)) // 2
        if count >= most:
            return count
    return count


def _is_error(tree: HtmlElement, meta: Mapping[str, str]) -> bool:
    if meta.get("prerender-status-code", "") in {"404", "410"}:
        return True
    titles = [element_text(one)[:200] for one in tree.iter("title", "h1")][:4]
    parts = (part for title in (*titles, meta.get("og:title", "")[:200]) for part in _TITLE_PARTS.split(title))
    return any(_NOT_FOUND.match(part) for part in parts)


def _is_video(meta: Mapping[str, str], objects: Sequence[LdObject]) -> bool:
    if meta.get("og:type", "").lower().startswith("video"):
        return True
    return any("VideoObject" in type_names(one.node) for one in objects) and not any(
        is_article(one.node) for one in objects
    )


def _is_locked(meta: Mapping[str, str], node: Mapping[str, Any]) -> bool:
    free = node.get("isAccessibleForFree")
    return (
        free is False
        or (isinstance(free, str) and free.strip().lower().rpartition("/")[2] in _FALSE)
        or meta.get("article:content_tier", "").lower() == "locked"
    )


def _is_consent(lines: Sequence[str]) -> bool:
    text = "\n".join(lines)[:20_000]
    return len(_COOKIE.findall(text)) >= _COOKIE_MENTIONS and _CONSENT.search(text) is not None


def _are_links(lines: Sequence[str], links: frozenset[str]) -> bool:
    linked = sum(line.removeprefix("- ") in links for line in lines)
    return linked >= _FEWEST_LINKS and linked >= _LINK_SHARE * len(lines)
