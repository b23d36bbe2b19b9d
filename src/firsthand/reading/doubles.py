"""What stands twice in an article: a pull quote, a caption that repeats a line, a paragraph pasted a second time.

What an article holds twice is running text once; the other place is the page's. Judged by characters alone, so that it
holds in any language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.model import SegmentLabel
from firsthand.reading.pieces import Piece, first_prose, is_terminated

__all__ = ["label_doubles"]

_SHORTEST = 40  # characters; below it, two equal lines are labels of speakers, refrains, sums
_LONGEST_QUOTE = 320  # characters of a pull quote
_FEWEST_MORE = 15  # characters by which the paragraph that holds a pull quote is longer
_LONGEST_SEARCHED = 120_000  # characters of a text that is searched for pull quotes
_MOST_SEARCHED = 2000  # lines of such a text
_MOST_EQUAL = 0.55  # share of the text's characters that equal lines make up: a text pasted twice has half
_MOST_QUOTED = 0.25  # and pull quotes
_MARKS = "\"'“”‘’«»„‹›`*_ \t\xa0.…"
# Whose words a post was, an item of a list: each may stand twice in its own right.
_OWN_RIGHT = re.compile(r"[—–@•*·-]|\d{1,2}[.)]\s")


def _may_repeat(text: str, piece: Piece) -> bool:
    return (
        piece.label is None
        and not piece.prose
        and piece.length >= _SHORTEST
        and text[piece.end - 1] not in ":："
        and _OWN_RIGHT.match(text, piece.start) is None
    )


def _label_equal(text: str, pieces: Sequence[Piece], prose: int) -> None:
    """Label the second of two equal lines; where the first stands above the text, that one."""
    seen: dict[str, int] = {}
    for place, piece in enumerate(pieces):
        if not _may_repeat(text, piece):
            continue
        words = text[piece.start : piece.end]
        first = seen.setdefault(words, place)
        if first == place:
            continue
        if first < prose <= place:
            pieces[first].label = SegmentLabel.CAPTION
            seen[words] = place
        else:
            piece.label = SegmentLabel.CAPTION


def _label_pull_quotes(text: str, pieces: Sequence[Piece], prose: int) -> None:
    """Label the lines whose words all stand, in a row, within a longer paragraph of the text."""
    if len(text) > _LONGEST_SEARCHED or len(pieces) > _MOST_SEARCHED:
        return
    for place, piece in enumerate(pieces):
        if place == prose or piece.length > _LONGEST_QUOTE or not _may_repeat(text, piece):
            continue
        words = text[piece.start : piece.end].strip(_MARKS)
        if len(words) < _SHORTEST - 6:
            continue
        found = text.find(words)
        while found >= 0:
            if not piece.start <= found < piece.end and _is_within(text, pieces, found, piece):
                piece.label = SegmentLabel.CAPTION
                break
            found = text.find(words, found + len(words))


def _is_within(text: str, pieces: Sequence[Piece], place: int, quote: Piece) -> bool:
    """Whether the character at `place` belongs to a paragraph of running text that is longer than `quote`."""
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high) // 2
        if pieces[middle].end <= place:
            low = middle + 1
        else:
            high = middle
    if low == len(pieces) or pieces[low].start > place:
        return False
    holder = pieces[low]
    return holder.label is None and holder.length >= quote.length + _FEWEST_MORE and is_terminated(text, holder)


def label_doubles(text: str, pieces: Sequence[Piece]) -> None:
    """Label as captions the unlabelled lines that stand in the text a second time, whole or within a paragraph.

    The first copy in running text keeps its place. Cost grows with the length of the text alone: pull quotes are looked
    for in texts of up to 120,000 characters and 2,000 lines.
    """
    prose = first_prose(text, pieces)
    open_pieces = [piece for piece in pieces if piece.label is None]
    length = sum(piece.length for piece in open_pieces)
    for label, most in ((_label_equal, _MOST_EQUAL), (_label_pull_quotes, _MOST_QUOTED)):
        label(text, pieces, prose)
        marked = [piece for piece in open_pieces if piece.label is not None]
        if sum(piece.length for piece in marked) > most * length:  # the text is made of repeats: none is furniture
            for piece in marked:
                piece.label = None
        open_pieces = [piece for piece in open_pieces if piece.label is None]
