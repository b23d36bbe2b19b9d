"""What stands between quotation marks: found by the marks and their places alone, of whatever kind they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.lexicon.quotation_marks import is_apostrophe
from firsthand.model import Span
from firsthand.text.lines import strip_span

__all__ = ["Quoted", "find_quoted"]

# Opening mark: the marks that can close what it opened. A mark that opens in one language closes in another; the
# first mark of a stretch decides.
_CLOSERS = {
    "“": '”“"',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "”": "”",
    '"': '"”',
    "``": "''\"",
    "''": "''",
    "‘": "’'",
    "‚": "‘’",
    "'": "'’",
}
_SINGLE = frozenset("‘‚'")
_MOST_INSIDE = 16  # typewriter marks looked at for the one that closes a stretch with others inside
# Behind a closing mark: a cue of few words, then a comma and the mark that opens the other half.
_CUE_BETWEEN = re.compile(r",? [^\W\d_][^\"“”.!?]{2,60}, \"(?=\w)")
_ANY_MARK = re.compile("[" + "".join(sorted({mark[0] for mark in _CLOSERS})) + "]")


@dataclass(frozen=True, slots=True)
class Quoted:
    """One stretch between quotation marks, within one paragraph.

    Attributes:
        inner: What stands between the marks, without white space at its ends.
        outer: The same with its marks.
        paragraph: Index of the paragraph.
        is_closed: False where the paragraph ends before the closing mark.
        is_single: Whether the marks are single ones.
    """

    inner: Span
    outer: Span
    paragraph: int
    is_closed: bool
    is_single: bool


def find_quoted(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """The outermost stretches between quotation marks, in order.

    A stretch never crosses the end of a paragraph: a quotation over several paragraphs opens in each of them and is
    closed in the last only. Marks inside a stretch are left to it.

    Args:
        text: The article's text.
        paragraphs: In order, apart.
    """
    found: list[Quoted] = []
    for index, paragraph in enumerate(paragraphs):
        place = paragraph.start
        unpaired: set[str] = set()  # marks whose partner was looked for in vain to the paragraph's end
        while place < paragraph.end:
            next_mark = _ANY_MARK.search(text, place, paragraph.end)
            if next_mark is None:
                break
            place = next_mark.start()
            mark = _opening_at(text, place, paragraph)
            if mark is None or mark in unpaired:
                place += 2 if text.startswith("''", place) else 1
                continue
            quoted = _read_stretch(text, place, mark, paragraph, index)
            if quoted is None:
                unpaired.add(mark)
                place += len(mark)
                continue
            if any(character.isalnum() for character in text[quoted.inner.start : quoted.inner.end]):
                found.append(quoted)
            place = quoted.outer.end
    return found


def _opening_at(text: str, place: int, paragraph: Span) -> str | None:
    """The mark that opens a stretch at `place`, if one does."""
    character = text[place]
    if text.startswith("``", place):
        return "``"
    if text.startswith("''", place):
        # Two apostrophes are a double mark; before a word they open one.
        is_led = place == paragraph.start or not text[place - 1].isalnum()
        return "''" if is_led and text[place + 2 : place + 3].strip() else None
    if character not in _CLOSERS:
        return None
    before = text[place - 1] if place > paragraph.start else " "
    after = text[place + 1] if place + 1 < paragraph.end else " "
    if character in _SINGLE or character in '"”»':
        opens = (before.isspace() or before in "([{—–-“\"‘'/:…") and not after.isspace()
        if character == '"' and not opens:
            # A typewriter mark that was set apart from both its neighbours, or from none: it opens what it can.
            opens = not before.isalnum() and after.isalnum()
        if character in "”»":
            opens = opens and text.find(character, place + 1, paragraph.end) > place
        return character if opens and not (character in _SINGLE and is_apostrophe(text, place)) else None
    return character


def _read_stretch(text: str, place: int, mark: str, paragraph: Span, index: int) -> Quoted | None:
    is_single = mark in _SINGLE
    start = place + len(mark)
    nested = _closing_of_nested(text, start, paragraph.end) if mark == '"' else None
    end, closing = _closing(text, start, mark, paragraph.end) if nested is None else (nested, 1)
    if end is None:
        if is_single or mark in "”»":
            return None
        end = _mistaken_closing(text, start, paragraph.end)
        end, closing = (paragraph.end, 0) if end is None else (end, 1)
    inner = strip_span(text, start, end) or Span(start, max(end, start + 1))
    return Quoted(inner, Span(place, end + closing), index, closing > 0, is_single)


def _closed_before(text: str, start: int, place: int, mark: str) -> int | None:
    """Where a mark of the wrong kind closes a stretch, if at `place` the mark that opened it opens another."""
    is_opening = text[place] == mark and text[place - 1].isspace() and text[place + 1 : place + 2].isalnum()
    return _mistaken_closing(text, start, place) if is_opening else None


def _mistaken_closing(text: str, start: int, limit: int) -> int | None:
    """Where a single mark closes what a double one opened: behind a stop, before white space, with none that opens.

    “It is late.’ The mayor left.
    """
    for place in range(start + 1, limit):
        character = text[place]
        if character in "‘‚" or (character == "'" and text[place - 1].isspace()):
            return None
        is_end = place + 1 >= limit or text[place + 1].isspace()
        if character in "’'" and text[place - 1] in ".!?,…" and is_end:
            return place
    return None


def _closing(text: str, start: int, mark: str, limit: int) -> tuple[int | None, int]:
    """Where the mark that closes the stretch stands, and how long it is."""
    closers = _CLOSERS[mark]
    if len(mark) == 2:
        double, typed = text.find("''", start, limit), text.find('"', start, limit)
        places = [(found, length) for found, length in ((double, 2), (typed, 1)) if found >= 0]
        return min(places, default=(None, 0))
    depth = 0
    for place in range(start, limit):
        character = text[place]
        if character == mark and mark not in closers:
            depth += 1
        elif character in closers:
            if mark in _SINGLE and not _closes_single(text, place, limit):
                continue
            if character == '"' and mark != '"' and not _closes_typed(text, place, limit):
                continue
            if mark == '"' and _opens_inside(text, place, limit):
                return None, 0
            mistaken = _closed_before(text, start, place, mark)
            if mistaken is not None:
                return mistaken, 1
            if depth and character != '"':
                depth -= 1
                continue
            return place, 1
    return None, 0


def _closing_of_nested(text: str, start: int, limit: int) -> int | None:
    """Where a typewriter mark closes that has others of its kind inside; None where it has none, or they do not pair.

    '"We will "never" go back," she said.' Where one mark closes both, it is the last before a cue and a further mark:
    '"It "is not over," she said, "by far."'
    """
    depth, both = 1, None
    place = text.find('"', start, limit)
    for _ in range(_MOST_INSIDE):
        if place < 0:
            break
        depth += 1 if _only_opens(text, place, start, limit) else -1
        if depth == 0:
            return place if _has_mark(text, start, place) else None
        if depth == 1 and both is None and _CUE_BETWEEN.match(text, place + 1, limit):
            both = place
        place = text.find('"', place + 1, limit)
    return both if place < 0 else None


def _only_opens(text: str, place: int, start: int, limit: int) -> bool:
    """Whether a typewriter mark can open a stretch and not close one: behind white space, before a word."""
    is_led = place == start or text[place - 1].isspace() or text[place - 1] in "([{"
    return is_led and place + 1 < limit and text[place + 1].isalnum()


def _has_mark(text: str, start: int, end: int) -> bool:
    return text.find('"', start, end) >= 0


def _closes_single(text: str, place: int, limit: int) -> bool:
    """Whether a single mark closes: behind a word or a stop, before white space or punctuation, and no apostrophe."""
    if text[place - 1].isspace() or is_apostrophe(text, place):
        return False
    after = text[place + 1] if place + 1 < limit else " "
    return not after.isalnum()


def _closes_typed(text: str, place: int, limit: int) -> bool:
    after = text[place + 1] if place + 1 < limit else " "
    return not text[place - 1].isspace() and not after.isalnum()


def _opens_inside(text: str, place: int, limit: int) -> bool:
    """Whether a typewriter mark inside a stretch can only open another: the closing one of the first was left out."""
    after = text[place + 1] if place + 1 < limit else " "
    return text[place - 1].isspace() and after.isalnum() and text.count('"', place, limit) % 2 == 0
