"""The working form of a text while it is being labelled: its lines, cut where junk is glued to text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.model import SegmentLabel, Span
from firsthand.text.lines import strip_span

__all__ = ["BODY_LABELS", "TERMINAL", "Piece", "first_prose", "is_prose", "is_terminated", "split_piece", "word_count"]

# The labels that make up an article's body.
BODY_LABELS = frozenset(
    {
        SegmentLabel.BODY,
        SegmentLabel.SUBHEADLINE,
        SegmentLabel.BYLINE,
        SegmentLabel.DATELINE,
        SegmentLabel.AGENCY_TAG,
    }
)
# A paragraph ends with one of these, or with closing marks and brackets behind one of these.
TERMINAL = ".!?…:;,。！？；：，؟۔।،"
_CLOSERS = "\"'”’»)]}›」』*“`"
_PROSE_LENGTH = 60  # characters; shorter lines with a full stop are headings or captions as often as paragraphs
_UNCLOSED_LENGTH = 100  # characters of a line without a full stop that is longer than headlines mostly are
_LONG_LENGTH = 220  # characters; no heading is as long, whatever it ends with
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Piece:
    """A line or a part of a line, with the label it has so far."""

    start: int
    end: int
    label: SegmentLabel | None = None
    prose: bool = False  # begins with a dateline, so that it is text whatever its length

    @property
    def span(self) -> Span:
        """The piece as a range of the text."""
        return Span(self.start, self.end)

    @property
    def length(self) -> int:
        """Number of characters."""
        return self.end - self.start


def is_terminated(text: str, piece: Piece) -> bool:
    """Whether the piece ends as a paragraph does: with a sentence mark, closing marks behind it put aside."""
    end = piece.end
    while end > piece.start and text[end - 1] in _CLOSERS:
        end -= 1
    while end > piece.start and text[end - 1].isspace():  # "word ." in tokenised text
        end -= 1
    return end > piece.start and text[end - 1] in TERMINAL


def word_count(text: str, piece: Piece, most: int = 60) -> int:
    """Number of words in the piece, counted up to `most`; scripts without spaces count two characters as a word."""
    if text[piece.start] >= "\u3040":
        return min(most, piece.length // 2)
    count = 0
    for count, _ in enumerate(_WORD.finditer(text, piece.start, piece.end), start=1):
        if count >= most:
            break
    return count


def is_prose(text: str, piece: Piece) -> bool:
    """Whether the piece is a paragraph of running text."""
    if piece.label is not None:
        return piece.label in {SegmentLabel.BODY, SegmentLabel.DATELINE}
    if piece.prose or piece.length >= _LONG_LENGTH:
        return True
    wide = 2 if text[piece.start] >= "\u3040" else 1
    return piece.length * wide >= _PROSE_LENGTH and is_terminated(text, piece)


def first_prose(text: str, pieces: Sequence[Piece]) -> int:
    """Place of the first paragraph among `pieces`; their number where there is none.

    A text without a single closed paragraph may be written without full stops: its first long line counts then.
    """
    for place, piece in enumerate(pieces):
        if is_prose(text, piece):
            return place
    return next(
        (place for place, piece in enumerate(pieces) if piece.label is None and piece.length >= _UNCLOSED_LENGTH),
        len(pieces),
    )


def split_piece(
    text: str, piece: Piece, cut: int, front: SegmentLabel | None, rest: SegmentLabel | None
) -> list[Piece]:
    """The piece cut in two at `cut`, each half without white space at its ends and with its own label."""
    halves = []
    for start, end, label in ((piece.start, cut, front), (cut, piece.end, rest)):
        span = strip_span(text, start, end)
        if span is not None:
            halves.append(Piece(span.start, span.end, label))
    return halves
