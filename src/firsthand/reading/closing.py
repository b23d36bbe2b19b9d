"""The lines after the last paragraph, and lists of links under a heading anywhere in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.lexicon.boilerplate import is_relation_lead
from firsthand.model import SegmentLabel
from firsthand.reading.byline import is_name, is_sign_off
from firsthand.reading.pieces import Piece, is_prose, is_terminated

__all__ = ["label_closing", "label_link_lists"]

_LONGEST_LINK = 110  # characters of a link's title
_MOST_LINKS = 15  # lines in one list
_SENTENCE_BREAK = re.compile(r"[.!?…][\"”’']?\s+(?=[\"“‘']?[^\W\d_a-z])")
# The last word of a text that was cut off at a number of characters.
_CUT_OFF = re.compile(r"\b(?:the|a|an|of|to|in|on|at|by|for|with|and|or|but|that|which|who|as|from|its|his|her|their)$")
_FEWEST_PARAGRAPHS = 2  # before lines without a full stop at the end of a text are taken for links


def label_link_lists(text: str, pieces: Sequence[Piece]) -> None:
    """Label the titles that stand under "Read more:" and its like, down to the next paragraph.

    A heading with a paragraph right behind it has lost its links; the paragraph stays.
    """
    for place, piece in enumerate(pieces):
        if piece.label not in {SegmentLabel.READ_MORE, SegmentLabel.RELATED} or not is_relation_lead(
            text[piece.start : piece.end]
        ):
            continue
        for other in pieces[place + 1 : place + 1 + _MOST_LINKS]:
            if other.label is not None:
                continue
            if other.prose or is_terminated(text, other) or other.length > _LONGEST_LINK:
                break
            other.label = SegmentLabel.RELATED


def label_closing(text: str, pieces: Sequence[Piece]) -> None:
    """Label lines without a full stop behind the last paragraph: links to other texts, or the author's name.

    Only after two paragraphs that end in full stops, and not under a line that ends in a colon: that is a list.
    """
    closed = [place for place, piece in enumerate(pieces) if piece.label is None and is_terminated(text, piece)]
    if sum(is_prose(text, pieces[place]) for place in closed) < _FEWEST_PARAGRAPHS:
        return
    last = closed[-1]
    if text[pieces[last].end - 1] in ":：":
        return
    open_lines = [piece for piece in pieces[last + 1 :] if piece.label is None]
    if len(open_lines) > _MOST_LINKS:
        return
    for piece in open_lines:
        line = text[piece.start : piece.end]
        if is_sign_off(text, piece.start, piece.end) or is_name(line.split(",")[0]):
            piece.label = SegmentLabel.BYLINE
        elif line.startswith(("—", "–", "@")):  # whose words the line before was
            piece.label = SegmentLabel.BODY
        elif piece.length <= _LONGEST_LINK and _CUT_OFF.search(line) is None and _SENTENCE_BREAK.search(line) is None:
            piece.label = SegmentLabel.RELATED
