"""Lines and sentences as spans: cheap, offset-safe, ignorant of news."""

from __future__ import annotations

import re

from firsthand.model import Span

__all__ = ["split_line", "split_lines", "split_sentences", "strip_span"]

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
# The end of a sentence: closing punctuation, closing marks, white space, and something that can begin one. A run of
# points is tried from its first point only, else a line of points takes time by the square of its length. All begin
# with one class of characters, which `re` looks for quickly.
_BOUNDARY = re.compile(
    r"""[.!?…。！？](?:(?<=[.!?…])(?<![.!?…].)[.!?…]*+["'”’»)\]]*+\s+(?=["'“‘«(\[]*[^\W_a-z])"""
    r"""|(?<=[。！？])["”」』]*\s*)""",
    re.UNICODE | re.DOTALL,
)
_POINT = re.compile(r"\.\s")
# Words before a point that do not end a sentence. Short forms of titles, months, units and Latin, in lower case.
_SHORT_FORMS = frozenset(
    """
    mr mrs ms dr prof st sen rep gov gen lt col sgt capt maj adm pres hon rev jr sr vs etc inc ltd co corp no nos
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun e.g i.e a.m p.m u.s u.k u.n d.c
    approx fig vol bzw z.b u.a d.h hr fr nr ca г гг тыс млн млрд им
    """.split()
)


def strip_span(text: str, start: int, end: int) -> Span | None:
    """The range `[start, end)` without white space at its ends; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The lines of `text[start:end]` that hold anything but white space, each without white space at its ends."""
    lines: list[Span] = []
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        if text[first].isspace() or text[last - 1].isspace():  # most lines have none, and reading splits many times
            span = strip_span(text, first, last)
            if span is not None:
                lines.append(span)
        else:
            lines.append(Span(first, last))
    return lines


def _is_short_form(text: str, start: int, boundary: re.Match[str]) -> bool:
    if not _POINT.match(
        text, boundary.start(), boundary.end()
    ):  # a mark that closes speech ends the sentence: "No." He left.
        return False
    word_start = boundary.start()
    while word_start > start and not text[word_start - 1].isspace() and text[word_start - 1] not in "(\"'“‘«[":
        word_start -= 1
    word = text[word_start : boundary.start()].lower()
    return word in _SHORT_FORMS or (len(word) == 1 and word.isalpha())


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]`: never across a line break, in order, white space left out.

    A rule of thumb for comparing and showing text, good for any language with sentence marks. The language stage
    has its own, from a parse.
    """
    return [sentence for line in split_lines(text, start, end) for sentence in split_line(text, line)]


def split_line(text: str, line: Span) -> list[Span]:
    """The sentences of one of the lines of `split_lines`."""
    sentences: list[Span] = []
    begin = line.start
    for boundary in _BOUNDARY.finditer(text, line.start, line.end):
        if _is_short_form(text, begin, boundary):
            continue
        span = strip_span(text, begin, boundary.end())
        if span is not None:
            sentences.append(span)
        begin = boundary.end()
    span = strip_span(text, begin, line.end)
    if span is not None:
        sentences.append(span)
    return sentences
