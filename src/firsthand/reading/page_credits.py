"""Credit lines that extraction drops: "By Ann Ode and AFP" in an element that is named a byline.

An extractor takes the line of authors for page furniture. Names are known from the page's data all the same, but an
agency that is credited nowhere else would be lost, and with it whose text this is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from firsthand.lexicon.agencies import find_agencies
from firsthand.reading.page_dates import element_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["CreditLine", "find_credit_lines", "with_credit_lines"]

_CREDIT_NAME = re.compile(
    r"(?:^|[^a-z])(?:by-?line|authors?|auteur|autor|dateline|source|agency|agence|agentur|wire|writer|contributors?"
    r"|article-?(?:by|source|author)|credits?-?line)(?:$|[^a-z])"
)
_OTHER_NAME = re.compile(r"photo|image|picture|caption|media|video|comment|related|share|bio|follow|avatar|newsletter")
_BOX_NAME = re.compile(r"comment|related|sidebar|caption|recommend")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OUTSIDE = frozenset({"figure", "figcaption", "aside", "nav", "script", "style", "form", "button"})
_TAGS = ("p", "div", "span", "address", "li", "small", "em", "strong", "footer", "h4", "h5", "h6", "a")
_NAMING = ("class", "id", "rel", "itemprop")
_LONGEST_LINE = 160  # characters
_RUNNING_TEXT = 60  # characters from which a paragraph is the article's and not a line about it
_LONGEST_NAME = 300
_MAX_LINES = 4
_MAX_DEPTH = 40
_NEAR = 4  # lines at either end of the body among which the neighbour must stand


class CreditLine(NamedTuple):
    """A line that credits an agency, with the paragraphs between which it stands, folded; "" for none."""

    text: str
    before: str
    after: str


def find_credit_lines(tree: HtmlElement) -> tuple[CreditLine, ...]:
    """The lines of a page that are named as bylines or sources and name an agency, in order, at most 4.

    Args:
        tree: The parsed page before anything was taken out of it; left as it is.
    """
    found: list[CreditLine] = []
    waiting: list[str] = []
    inside: set[HtmlElement] = set()
    above: HtmlElement | None = None
    judged: dict[tuple[str | None, ...], bool] = {}  # a page uses the same names over and over
    for element in tree.iter(*_TAGS):
        if inside and element.getparent() in inside:
            inside.add(element)
            continue
        names = tuple(map(element.get, _NAMING))
        if names not in judged:
            judged[names] = _is_credit_name(names)
        text = _agency_line(element) if judged[names] and len(found) + len(waiting) < _MAX_LINES else None
        if text is not None:
            inside.add(element)
            waiting.append(text)
        elif element.tag == "p" and _is_running(element):
            if waiting:
                found += [CreditLine(one, _paragraph(above), _paragraph(element)) for one in waiting]
                waiting = []
            above = element
    return (*found, *(CreditLine(one, _paragraph(above), "") for one in waiting))


def _paragraph(element: HtmlElement | None) -> str:
    return "" if element is None else _folded(element_text(element))


def _is_running(element: HtmlElement) -> bool:
    length = 0
    for part in element.itertext():
        length += len(str(part).strip())
        if length >= _RUNNING_TEXT:
            return True
    return False


def _is_credit_name(names: Sequence[str | None]) -> bool:
    """Whether class, id, rel and itemprop name an element a byline or a source."""
    held = " ".join(name[:_LONGEST_NAME] for name in names if name)
    if not held:
        return False
    folded = _HUMP.sub("-", held).lower()
    return _CREDIT_NAME.search(folded) is not None and _OTHER_NAME.search(folded) is None


def _agency_line(element: HtmlElement) -> str | None:
    """The text of an element that is short, names an agency and stands in no box of its own."""
    if _is_aside(element):
        return None
    text = element_text(element)
    if not 0 < len(text) <= _LONGEST_LINE:
        return None
    return text if next(find_agencies(text, with_ambiguous=True), None) else None


def _is_aside(element: HtmlElement) -> bool:
    for depth, above in enumerate(element.iterancestors()):
        if above.tag in _OUTSIDE or depth > _MAX_DEPTH:
            return True
        name = f"{above.get('class') or ''} {above.get('id') or ''}"[:_LONGEST_NAME].lower()
        if above.tag not in {"body", "html"} and _BOX_NAME.search(name):
            return True
    return False


def with_credit_lines(lines: Sequence[str], credit_lines: Sequence[CreditLine]) -> tuple[list[str], list[str]]:
    """The credit lines that the body lacks: those that stand right before it, and those that stand right after it.

    Args:
        lines: The body, line by line.
        credit_lines: What the page credits, with neighbours.
    """
    if not credit_lines:
        return [], []
    folded = [_folded(line) for line in lines]
    held = "\n".join(folded)
    first, last = "\n".join(folded[:_NEAR]), "\n".join(folded[-_NEAR:])
    head: list[str] = []
    foot: list[str] = []
    for line in credit_lines:
        if _folded(line.text) in held:
            continue
        if line.after and line.after in first:
            head.append(line.text)
        elif line.before and line.before in last:
            foot.append(line.text)
    return list(dict.fromkeys(head)), list(dict.fromkeys(foot))


def _folded(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
