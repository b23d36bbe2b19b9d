"""A page's running text brought into one container of paragraphs, where its markup scatters it.

Extractors take the first container that looks like an article's body, and paragraphs that are marked as such. Pages
that part their text by line breaks, or spread it over several containers with advertisements between, lose text there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["gather_paragraphs"]

_PARAGRAPH = 60  # characters from which a `p` counts as a paragraph of running text
_FEWEST_PARAGRAPHS = 2  # of a container that is a part of the body
_MOST_PARTS = 200  # containers of one body
_BODY_NAME = re.compile(
    r"(?:article|story|post|entry|content|body|text)[-_]{0,2}(?:body|content|text|copy)\b|articleBody"
)
_HOLDERS = frozenset({"div", "section", "article", "main", "td", "span", "font", "center", "body"})
_INLINE = frozenset(
    "a abbr acronym b big bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup"
    " time tt u var wbr".split()
)
_FEWEST_BREAKS = 2  # double line breaks from which a container's text is parted by them


def gather_paragraphs(tree: HtmlElement) -> None:
    """Change a page so that its text stands in paragraphs, and the parts of one body in one container.

    Args:
        tree: The parsed page. Text is moved, never dropped, and keeps its order.
    """
    _mark_paragraphs(tree)
    _join_parts(tree)


def _mark_paragraphs(tree: HtmlElement) -> None:
    """Make paragraphs of text that two line breaks part."""
    breaks: dict[HtmlElement, int] = {}
    for one in tree.iter("br"):
        following, holder = one.getnext(), one.getparent()
        if following is not None and following.tag == "br" and not (one.tail or "").strip() and holder is not None:
            breaks[holder] = breaks.get(holder, 0) + 1
    for holder, count in breaks.items():
        if count >= _FEWEST_BREAKS and holder.tag in _HOLDERS:
            _wrap_runs(holder)


def _wrap_runs(holder: HtmlElement) -> None:
    children = list(holder)
    run = holder.makeelement("p")
    run.text, holder.text = holder.text, None
    rebuilt: list[HtmlElement] = []

    def close() -> None:
        nonlocal run
        if len(run) or (run.text or "").strip():
            rebuilt.append(run)
        run = holder.makeelement("p")

    for place, child in enumerate(children):
        ends = child.tag == "br" and (
            (place + 1 < len(children) and children[place + 1].tag == "br" and not (child.tail or "").strip())
            or (place > 0 and children[place - 1].tag == "br" and not (children[place - 1].tail or "").strip())
        )
        if child.tag in _INLINE or (child.tag == "br" and not ends):
            run.append(child)  # with the text behind it
            continue
        close()
        run.text, child.tail = child.tail, None
        if child.tag != "br":
            rebuilt.append(child)
    close()
    for child in list(holder):
        holder.remove(child)
    holder.extend(rebuilt)


def _join_parts(tree: HtmlElement) -> None:
    """Move the paragraphs of later containers into the first one that bears the same name in the same article."""
    parts: dict[tuple[HtmlElement, str], list[HtmlElement]] = {}
    for element in tree.iter("div", "section"):
        name = element.get("class") or ""
        if not _BODY_NAME.search(name) or "comment" in name.lower():
            continue
        if sum(child.tag == "p" and _length(child) >= _PARAGRAPH for child in element) < _FEWEST_PARAGRAPHS:
            continue
        article = next((above for above in element.iterancestors() if above.tag == "article"), None)
        if article is not None:
            parts.setdefault((article, name), []).append(element)
    for first, *others in parts.values():
        for other in others[:_MOST_PARTS]:
            if first not in other.iterancestors():
                first.extend(list(other))


def _length(element: HtmlElement) -> int:
    return sum(len(str(part).strip()) for part in element.itertext())
