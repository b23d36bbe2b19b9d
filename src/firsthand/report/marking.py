"""Stretches of an article's text with the cited characters marked, whole or as excerpts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from firsthand.model import Span

__all__ = ["Mark", "Piece", "cut_pieces", "shorten_pieces", "widen"]

_LONGEST_STEP = 24  # how far an excerpt is moved so that it does not begin or end within a word


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked, and as what."""

    span: Span
    kind: str  # cited time changed shared aside
    anchor: str | None = None  # an id for the first characters of the span


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that share their marks; or, where `left_out` is set, a stretch that is not shown."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    left_out: int = 0  # how many characters are not shown here


def cut_pieces(text: str, window: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """`text` within `window`, cut wherever a mark begins or ends.

    Linear in the text, and in the marks but for sorting them: marks may overlap and stand in one another.
    """
    start, end = max(0, window.start), min(len(text), window.end)
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        mark_start, mark_end = max(start, mark.span.start), min(end, mark.span.end)
        if mark_start < mark_end:
            opening.setdefault(mark_start, []).append(mark)
            closing.setdefault(mark_end, []).append(mark)
    cuts = sorted({start, end} | opening.keys() | closing.keys())
    depth: dict[str, int] = {}
    pieces: list[Piece] = []
    for at, until in pairwise(cuts):
        for mark in closing.get(at, []):
            depth[mark.kind] -= 1
        for mark in opening.get(at, []):
            depth[mark.kind] = depth.get(mark.kind, 0) + 1
        kinds = tuple(sorted(kind for kind, open_marks in depth.items() if open_marks))
        anchors = dict.fromkeys(mark.anchor for mark in opening.get(at, []) if mark.anchor)
        pieces.append(Piece(text=text[at:until], kinds=kinds, anchors=tuple(anchors)))
    return tuple(pieces)


def widen(text: str, span: Span, characters: int) -> Span:
    """`span` with `characters` more of its surroundings, half on each side, moved outward to the edges of words."""
    start = max(0, span.start - characters // 2)
    end = min(len(text), span.end + (characters - characters // 2))
    for _ in range(_LONGEST_STEP):
        if start == 0 or text[start - 1].isspace():
            break
        start -= 1
    for _ in range(_LONGEST_STEP):
        if end >= len(text) or text[end].isspace():
            break
        end += 1
    return Span(start, end)


def _whole_words(head: str, tail: str) -> tuple[str, str]:
    """`head` without the word that is cut at its end, and `tail` without the one cut at its beginning."""
    end, start = head.rfind(" "), tail.find(" ")
    if len(head) - end <= _LONGEST_STEP and end > 0:
        head = head[:end]
    if 0 <= start < _LONGEST_STEP:
        tail = tail[start + 1 :]
    return head, tail


def shorten_pieces(pieces: Sequence[Piece], most: int) -> tuple[Piece, ...]:
    """`pieces` with the middle of every stretch longer than `most` characters left out, and said to be.

    Of a long marked stretch the two ends stay, so that it is plain where it begins and ends.
    """
    shortened: list[Piece] = []
    for piece in pieces:
        if len(piece.text) <= most:
            shortened.append(piece)
            continue
        half = max(1, most // 2)
        head, tail = _whole_words(piece.text[:half], piece.text[-half:])
        shortened += [
            Piece(text=head, kinds=piece.kinds, anchors=piece.anchors),
            Piece(kinds=piece.kinds, left_out=len(piece.text) - len(head) - len(tail)),
            Piece(text=tail, kinds=piece.kinds),
        ]
    return tuple(shortened)
