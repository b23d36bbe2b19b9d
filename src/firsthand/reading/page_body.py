"""The body of a page: what its markup says is no article is taken away, then trafilatura picks the running text.

How extractor and mode were chosen is a table in docs/reading.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from firsthand.reading.page_paragraphs import gather_paragraphs

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["extract_body"]

_SHORT_TEXT = 200  # characters under which a second way of extraction is tried
_LARGEST_SHARE = 0.25  # of the page's paragraphs that a block with a telling name may hold and still be taken away
_RUNNING_TEXT = 50  # characters from which a piece of text is too long for a menu's entry
_PARAGRAPH = 60  # characters from which a `p` counts as a paragraph of running text
_NO_TEXT = frozenset({"a", "script", "style", "noscript", "template", "title", "option", "textarea"})
_FEWEST_LINK_WORDS = 3
_MOST_LINK_LINES = 0.34  # of the page's paragraphs; beyond it the links are what the page tells
_SENTENCE_END = re.compile(r"[.!?…。！？؟:;,][\"”»’')\]]*$")
# Words of class and id names that say what a block is: boxes of other articles, calls to subscribe or share, tools,
# players and galleries, what is shown only on paper or not at all. "articleTools" and "article_tools" are the same.
_ASIDE_NAMES = re.compile(
    r"(?:^|[ _-])(?:related|recirc(?:ulation)?|recommend(?:ed|ations?)?|similar|also-like|read-(?:more|next|also)"
    r"|more-(?:stories|news|from|on)|most-(?:read|popular|viewed|recent)|trending|popular|latest|recent"
    r"|(?:latest|recent|other|top)-(?:news|posts|stories|articles)|newsletter|sign-?up|subscri(?:be|ption)"
    r"|promo(?:tion)?|sponsored|outbrain|taboola|advert(?:isement)?|share|sharing|social|follow-us|tools"
    r"|print-(?:header|footer|only)|gallery|slide-?show|carousel|player|caption|breadcrumbs?|read(?:ing)?-time"
    r"|cookies?|consent|paywall-(?:message|prompt|overlay)|scrim|modal|popup|tooltip)(?:$|[ _-])"
)
_HIDDEN_NAMES = re.compile(r"(?:^| )(?:hide|hidden|sr-only|visually-hidden|screen-reader-text|print-only)(?:$| )")
_HIDDEN_STYLE = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BLOCKS = (
    "div",
    "section",
    "aside",
    "ul",
    "ol",
    "dl",
    "table",
    "p",
    "span",
    "figure",
    "header",
    "footer",
    "form",
    "h2",
    "h3",
    "h4",
)
_LONGEST_NAME = 300  # characters of class and id that are looked at


def extract_body(tree: HtmlElement, node: Mapping[str, Any]) -> list[str]:
    """The running text of a page, paragraph by paragraph; empty where none can be told from the menus.

    Args:
        tree: The parsed page. It is changed: blocks that are no part of an article are taken out of it.
        node: The page's JSON-LD object of the article; its `articleBody` is the last resort. May be empty.
    """
    from trafilatura import extract

    _prune(tree)
    gather_paragraphs(tree)
    body = extract(tree, fast=True, include_comments=False, output_format="txt") or ""
    if len(body) < _SHORT_TEXT:
        wider = extract(tree, include_comments=False, output_format="txt") or ""
        body = wider if len(wider) > len(body) else body
    given = node.get("articleBody")
    if isinstance(given, str) and len(body) < _SHORT_TEXT < len(given):
        body = given
    lines = (" ".join(line.split()) for line in body.splitlines())
    return [line for line in lines if line]


def _prune(tree: HtmlElement) -> None:
    """Take out what names, styles and links show to be no part of an article."""
    lengths = _running_text(tree)
    most = _LARGEST_SHARE * lengths.get(tree, 0)
    for element in list(_named_asides(tree)):
        if lengths.get(element, 0) <= most:
            _drop(element)
    for element in list(_link_lines(tree)):
        _drop(element)


def _running_text(tree: HtmlElement) -> dict[HtmlElement, int]:
    """Characters of running text under each element that holds any: pieces too long for a menu, outside links."""
    lengths: dict[HtmlElement, int] = {}
    for element in tree.iter():
        # Most elements of a page hold a few characters or none: they cost one look.
        text, tail = element.text, element.tail
        if text and len(text) >= _RUNNING_TEXT and isinstance(element.tag, str) and element.tag not in _NO_TEXT:
            _add_length(lengths, element, text)
        if tail and len(tail) >= _RUNNING_TEXT and element.getparent() is not None:
            _add_length(lengths, element.getparent(), tail)
    return lengths


def _add_length(lengths: dict[HtmlElement, int], holder: HtmlElement, text: str) -> None:
    length = len(text.strip())
    if length >= _RUNNING_TEXT:
        for above in (holder, *holder.iterancestors()):
            lengths[above] = lengths.get(above, 0) + length


def _text_length(element: HtmlElement) -> int:
    return sum(len(str(part).strip()) for part in element.itertext())


def _named_asides(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter(*_BLOCKS):
        if _HIDDEN_STYLE.search(element.get("style") or "") or element.get("hidden") is not None:
            yield element
            continue
        classes, name = (element.get("class") or "")[:_LONGEST_NAME], (element.get("id") or "")[:_LONGEST_NAME]
        if not classes and not name:
            continue
        if "articleBody" in (element.get("itemprop") or ""):
            continue
        folded = _HUMP.sub("-", f"{classes} {name}").lower()
        if _HIDDEN_NAMES.search(folded) or _ASIDE_NAMES.search(folded.replace("_", "-")):
            yield element


def _link_lines(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Paragraphs that are one link to another page and no sentence, where they are few; lists of nothing else."""
    paragraphs = sum(_text_length(one) >= _PARAGRAPH for one in tree.iter("p"))
    found = [one for one in tree.iter("p") if _is_link_line(one)]
    if len(found) <= _MOST_LINK_LINES * paragraphs:
        yield from found
    for listed in tree.iter("ul", "ol"):
        items = [item for item in listed if item.tag == "li"]
        if items and all(_is_link_line(item) for item in items):
            yield listed


def _is_link_line(element: HtmlElement) -> bool:
    links = list(element.iter("a"))
    if len(links) != 1 or (links[0].get("href") or "#").startswith("#"):
        return False
    text = "".join(str(part) for part in element.itertext()).strip()
    linked = "".join(str(part) for part in links[0].itertext()).strip()
    return text == linked and len(text.split()) >= _FEWEST_LINK_WORDS and not _SENTENCE_END.search(text)


def _drop(element: HtmlElement) -> None:
    """Take an element out of its tree; the text behind it stays."""
    if element.getparent() is not None:
        element.drop_tree()
