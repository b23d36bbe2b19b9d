"""Lines as they are printed on pages, joined into paragraphs.

Everything downstream works on paragraphs, and a PDF knows none: it places lines. A line begins a paragraph where the
distance to the line before is larger than usual, where it is set in or in another size, or where the line before ends
short. Over the end of a column or page a sentence goes on; running heads and page numbers are left out. A word divided
at a line's end is joined where the document divides words at all. Nothing else is changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["PrintedLine", "join_lines", "plain_letters"]

_WIDER = 1.25  # times the usual distance of lines: fonts and rounding vary by less, an empty line is 2
_WIDER_UNKNOWN = 1.5  # times the size of the letters, where the usual distance is not known
_USUAL_SHARE = 0.1  # of the distances: the smallest so common is that of lines within paragraphs
_INDENT = 0.6  # times the size of the letters
_OTHER_SIZE = 0.12  # share by which the size of the letters differs
_SHORT, _SHORT_SENTENCE = 0.5, 0.85  # of the usual length: of any line, and of one that ends a sentence
_DIVIDED_SHARE = 0.03  # of the lines end with a hyphen where words are divided, 0.01 where they have one anyhow
_EDGE_LINES = 2  # at the head and foot of each page, among which running heads and page numbers are
_SENTENCE_END = re.compile(r"[.!?:;…。！？؟۔][\"'”’»›)\]]{0,3}$")
_BULLET = re.compile(r"[•‣▪◦●○■–—*·-]\s")
_PAGE_NUMBER = re.compile(r"(?:\w{1,12}\s)?\d{1,4}(?:\s?(?:/|of|von|de|sur|из)\s?\d{1,4})?")
_DIVIDED = re.compile(r"(?P<head>[^\W\d_]{2,})(?P<mark>[-\u2010\u00ad])$")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_CONTINUED = re.compile(r"(?P<tail>[^\W\d_]+)")
# Letters by their shapes: joined Latin ones, and Arabic ones as they stand in a word. They stand for plain letters.
_SHAPES = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]+")
_INITIAL = 1.8  # times the size of the text: a large first letter that is drawn by itself


class PrintedLine(NamedTuple):
    """One line on a page: its text and where it begins, in points from the left and from the foot of the page."""

    text: str
    left: float
    base: float
    size: float  # of its letters, in points
    page: int


def join_lines(lines: Sequence[PrintedLine]) -> str:
    """The paragraphs of a document, one a line.

    Args:
        lines: In the order in which they are read, pages in order.
    """
    plain = [line._replace(text=text) for line in lines if (text := plain_letters(line.text))]
    kept = list(_with_initials(list(_without_running_heads(plain))))
    usual = _Usual(kept)
    paragraphs: list[list[PrintedLine]] = []
    for place, line in enumerate(kept):
        if place and not usual.begins_paragraph(paragraphs[-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    words = Counter(_WORD.findall(" ".join(line.text for line in kept).casefold()))
    is_divided = _divides_words(kept, words)
    return "\n".join(_join([line.text for line in paragraph], words, is_divided) for paragraph in paragraphs)


def plain_letters(text: str) -> str:
    """A line with every letter under its plain character, single spaces between words."""
    return " ".join(_SHAPES.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text).split())


def _with_initials(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines with large first letters put back before what they begin."""
    initial = ""
    for line, following in zip(lines, (*lines[1:], None), strict=False):
        if (
            following is not None
            and len(line.text) == 1
            and line.text.isupper()
            and line.size > following.size * _INITIAL
            and line.page == following.page
        ):
            initial = line.text
            continue
        yield line._replace(text=initial + line.text)
        initial = ""


class _Usual:
    """What is usual in a document: the distance of its lines and their length, by the size of letters."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        self._lines = lines
        gaps: dict[int, list[float]] = {}
        lengths: dict[int, list[int]] = {}
        for before, line in pairwise(lines):
            gap = before.base - line.base
            if before.page == line.page and _is_like(before, line) and 0 < gap < 4 * line.size:
                gaps.setdefault(round(line.size), []).append(gap)
        for line in lines:
            lengths.setdefault(round(line.size), []).append(len(line.text))
        self._gaps = {size: _smallest_common(found) for size, found in gaps.items() if len(found) > 3}
        self._lengths = {size: sorted(found)[len(found) * 4 // 5] for size, found in lengths.items()}

    def begins_paragraph(self, paragraph: Sequence[PrintedLine], line: PrintedLine) -> bool:
        before = paragraph[-1]
        if not _is_like(before, line) or _BULLET.match(line.text):
            return True
        length = self._lengths[round(before.size)]
        ends_sentence = bool(_SENTENCE_END.search(before.text))
        if before.page != line.page or line.base > before.base + line.size:  # the next page or column
            return ends_sentence or (len(before.text) < length * _SHORT and not line.text[0].islower())
        gap = before.base - line.base
        if gap < line.size * 0.2:  # beside it: a table's cell, or a piece of the same line
            return False
        usual = self._gaps.get(round(line.size))
        if gap > (usual * _WIDER if usual else line.size * _WIDER_UNKNOWN):
            return True
        if line.left > before.left + line.size * _INDENT and (len(paragraph) > 1 or ends_sentence):
            return True
        if ends_sentence:
            return len(before.text) < length * _SHORT_SENTENCE
        return len(before.text) < length * _SHORT and not line.text[0].islower()


def _divides_words(lines: Sequence[PrintedLine], words: Counter[str]) -> bool:
    """Whether words are divided at the ends of lines: many are, or one that elsewhere is written as one."""
    ends = 0
    for before, line in pairwise(lines):
        head, tail = _DIVIDED.search(before.text), _CONTINUED.match(line.text)
        if head and tail and tail["tail"][0].islower():
            ends += 1
            whole = f"{head['head']}{tail['tail']}".casefold()
            if words[whole] and not words[f"{head['head']}-{tail['tail']}".casefold()]:
                return True
    return ends >= max(2, len(lines) * _DIVIDED_SHARE)


def _is_like(one: PrintedLine, other: PrintedLine) -> bool:
    return abs(one.size - other.size) <= _OTHER_SIZE * max(one.size, other.size)


def _smallest_common(gaps: Sequence[float]) -> float:
    counts = Counter(round(gap * 2) / 2 for gap in gaps)
    return min(gap for gap, count in counts.items() if count >= len(gaps) * _USUAL_SHARE)


def _without_running_heads(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines without those that stand at the edge of most pages, but for their numbers, and page numbers alone."""
    pages: dict[int, list[PrintedLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = {page: _edge(found) for page, found in pages.items()}
    counts = Counter(key for found in edges.values() for key in {_folded(line) for line in found})
    for line in lines:
        if line in edges[line.page] and (
            _PAGE_NUMBER.fullmatch(line.text) or counts[_folded(line)] > max(1, len(pages) // 2)
        ):
            continue
        yield line


def _edge(lines: Sequence[PrintedLine]) -> set[PrintedLine]:
    by_height = sorted(lines, key=lambda line: line.base)
    return {*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]}


def _folded(line: PrintedLine) -> str:
    return re.sub(r"\d+", "0", line.text)


def _join(texts: Sequence[str], words: Counter[str], is_divided: bool) -> str:
    joined = texts[0]
    for text in texts[1:]:
        head, tail = _DIVIDED.search(joined), _CONTINUED.match(text)
        if head is None or tail is None:
            joined = f"{joined} {text}"
        elif _is_one_word(head, tail["tail"], words, is_divided):
            joined = joined[: head.start("mark")] + text
        else:
            joined += text
    return joined


def _is_one_word(head: re.Match[str], tail: str, words: Counter[str], is_divided: bool) -> bool:
    """Whether the hyphen at a line's end only divides the word: as the document writes it elsewhere, if it does."""
    if head["mark"] == "\u00ad":
        return True
    if not tail[0].islower():
        return False
    whole, hyphened = f"{head['head']}{tail}".casefold(), f"{head['head']}-{tail}".casefold()
    if words[whole] != words[hyphened]:
        return words[whole] > words[hyphened]
    return is_divided
