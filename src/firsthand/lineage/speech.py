"""Which characters stand inside quotation marks: cheap, for any language with marks."""

from __future__ import annotations

import re

from firsthand.model import Span
from firsthand.text.lines import split_lines

__all__ = ["find_quoted_in_line", "find_quoted_spans"]

# Opening mark, and the marks that may close it. German opens low; some outlets close with the opening form.
_CLOSERS = {
    '"': '"”“',
    "“": '”"“',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‘": "’",
    "'": "'",
}
_MARK = re.compile("[\"“”„«»「」『』‘’']")


def _opens(text: str, place: int, start: int) -> bool:
    """Whether the mark at `place` can open speech; an apostrophe and a closing mark cannot."""
    mark = text[place]
    if mark not in _CLOSERS:
        return False
    if mark in "「『„":
        return True
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return not (before.isalnum() or after.isspace())


def _closes(text: str, place: int, mark: str) -> bool:
    """Whether the mark at `place` closes speech that `mark` opened."""
    if text[place] not in _CLOSERS[mark]:
        return False
    after = text[place + 1] if place + 1 < len(text) else " "
    if mark in "‘'":
        # "the players' bags": a single mark closes only after the punctuation of speech, or before a break.
        before = text[place - 1]
        return not after.isalnum() and (before in ",.!?…;:" or after in ",.;:!?)")
    return text[place] in "”»«」』" or not after.isalnum()


def find_quoted_spans(text: str, start: int, end: int) -> list[Span]:
    """The stretches of `text[start:end]` inside quotation marks, in order, marks left out.

    Speech ends with its line at the latest: a mark that is left open at the end of a paragraph, as where a speech
    goes on in the next one, runs to the end of that paragraph.
    """
    return [span for line in split_lines(text, start, end) for span in find_quoted_in_line(text, line)]


def find_quoted_in_line(text: str, line: Span) -> list[Span]:
    """`find_quoted_spans` of one line, as `split_lines` gives it."""
    quoted: list[Span] = []
    opened, mark, depth = -1, "", 0
    for found in _MARK.finditer(text, line.start, line.end):
        place = found.start()
        opens = _opens(text, place, line.start)
        if opened < 0:
            if opens:
                opened, mark, depth = place + 1, text[place], 1
        elif opens and text[place] == mark:
            depth += 1  # words quoted inside the speech, in the same marks
        elif _closes(text, place, mark):
            depth -= 1
            if depth == 0:
                quoted.append(Span(opened, place))
                opened = -1
    # A single mark left open is more often an apostrophe than speech, unless the line begins with it.
    if 0 <= opened < line.end and (mark not in "‘'" or opened == line.start + 1):
        quoted.append(Span(opened, line.end))
    return [span for span in quoted if span.end > span.start]
