"""Who a page says wrote it in microformats: `class="author vcard"`, `class="p-author"`, `rel="author"`.

Many systems that print articles mark their line of authors so and in no other way.
Sources: microformats.org, hAtom 0.1 and h-entry; WHATWG HTML, link type "author".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from firsthand.model import Claim
from firsthand.reading.page_dates import element_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_microformats"]

_MARKED = "descendant-or-self::*[contains(@class, 'author') or (self::a and contains(@rel, 'author'))]"
_ENTRY = "ancestor::*[self::article or contains(concat(' ', normalize-space(@class), ' '), ' hentry ')]"
_NAME_CLASSES = frozenset({"fn", "p-name"})
_BOX_TAGS = frozenset({"aside", "nav", "footer"})
_BOX_NAME = re.compile(r"comment|related|recommend|sidebar|widget|popular|recent")
_LONGEST_NAME = 100  # characters; what is longer is a note on the author
_LONGEST_CLASS = 300  # characters of class and id that are looked at
_MAX_MARKED = 200  # elements; a page that marks more lists other articles
_MOST_AUTHORS = 4  # more names are those of a list of articles
_MAX_DEPTH = 60


def read_microformats(tree: HtmlElement) -> tuple[Claim, ...]:
    """The authors of the page's own article, in order of the page, each once; none where a list of articles is marked.

    Where the first `h1` stands in an `article` or `hentry`, only that is looked at; boxes of comments and of other
    articles never are. The locator is "microformats author".

    Args:
        tree: The parsed page; left as it is.
    """
    names: dict[str, None] = {}
    for element in _own_entry(tree).xpath(_MARKED)[:_MAX_MARKED]:
        name = _name_in(element) if _is_author(element) and not _is_boxed(element) else ""
        if name and len(name) <= _LONGEST_NAME:
            names[name] = None
    if len(names) > _MOST_AUTHORS:
        return ()
    return tuple(Claim(field="author", value=name, locator="microformats author") for name in names)


def _own_entry(tree: HtmlElement) -> HtmlElement:
    heading = next(tree.iter("h1"), None)
    entries = heading.xpath(_ENTRY) if heading is not None else []
    return entries[-1] if entries else tree


def _classes(element: HtmlElement) -> set[str]:
    return set((element.get("class") or "")[:_LONGEST_CLASS].split())


def _is_author(element: HtmlElement) -> bool:
    classes = _classes(element)
    if {"author", "vcard"} <= classes or "p-author" in classes:
        return True
    return element.tag == "a" and "author" in (element.get("rel") or "")[:_LONGEST_CLASS].split()


def _name_in(element: HtmlElement) -> str:
    """The name that a card marks as such, else all that the element holds."""
    named = next((inner for inner in element.iterdescendants() if _NAME_CLASSES & _classes(inner)), element)
    return " ".join(element_text(named).split())


def _is_boxed(element: HtmlElement) -> bool:
    for depth, above in enumerate(element.iterancestors()):
        if above.tag in ("body", "html"):
            return False
        named = f"{above.get('class') or ''} {above.get('id') or ''}"[:_LONGEST_CLASS].lower()
        if above.tag in _BOX_TAGS or depth > _MAX_DEPTH or _BOX_NAME.search(named):
            return True
    return False
