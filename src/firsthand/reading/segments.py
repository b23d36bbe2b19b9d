"""Segments: what each stretch of a dirty text is.

The text is taken line by line; a line is cut only where junk is glued to it. Labels are given in turn, what is surest
first, and what nothing claims is body: a reader loses less by a line too many than by a paragraph too few.
"""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.lexicon.boilerplate import find_gates, label_line
from firsthand.model import Segment, SegmentLabel, Span
from firsthand.reading.byline import find_byline, is_sign_off
from firsthand.reading.captions import label_captions
from firsthand.reading.closing import label_closing, label_link_lists
from firsthand.reading.cuts import cut_lines
from firsthand.reading.doubles import label_doubles
from firsthand.reading.opening import label_bylines, label_headline, label_opening
from firsthand.reading.other_stories import label_link_rows, label_other_stories
from firsthand.reading.pieces import BODY_LABELS, Piece, is_terminated, word_count

__all__ = ["body_spans", "label_segments"]

_LAST_PIECES = 6  # lines about the author, and closing credits, stand among this many last pieces
_MAYBE_BYLINES = frozenset({SegmentLabel.METADATA, SegmentLabel.BIOGRAPHY})
_LONGEST_HEADING = 110  # characters of a heading between paragraphs
_MOST_HEADING_WORDS = 14


def _label_furniture(text: str, pieces: Sequence[Piece]) -> None:
    """Label the lines that are page furniture by their own words."""
    gates = find_gates(text)
    for place, piece in enumerate(pieces):
        if piece.label is not None or piece.prose:
            continue
        near_end = place >= max(1, len(pieces) - _LAST_PIECES)
        if (near_end or text[piece.start] in "([*") and is_sign_off(text, piece.start, piece.end):
            piece.label = SegmentLabel.BYLINE
        else:
            piece.label = label_line(
                text[piece.start : min(piece.end, piece.start + 2600)],
                may_be_biography=near_end and place > 2,
                gates=gates,
            )
            if piece.label in _MAYBE_BYLINES and find_byline(text, piece.start, piece.end) is not None:
                piece.label = SegmentLabel.BYLINE  # with a date or an address behind the name


def _label_headings(text: str, pieces: Sequence[Piece]) -> None:
    """Label what is left: short lines without a full stop between paragraphs are headings, all else is body."""
    closed = sum(piece.label is None and is_terminated(text, piece) for piece in pieces) >= 2
    for place, piece in enumerate(pieces):
        if piece.label is not None:
            continue
        heading = (
            closed
            and not piece.prose
            and 0 < place < len(pieces) - 1
            and piece.length <= _LONGEST_HEADING
            and text[piece.start] not in "—–"  # whose words the line before was
            and not is_terminated(text, piece)
            and word_count(text, piece) <= _MOST_HEADING_WORDS
        )
        piece.label = SegmentLabel.SUBHEADLINE if heading else SegmentLabel.BODY


def label_segments(
    article: str, text: str, title: str | None = None, *, from_page: bool = False
) -> tuple[Segment, ...]:
    """The segments of `text` in order: no two overlap, and each character but white space stands in one.

    Args:
        article: Id of the article.
        text: The text as given, of any length; cost grows with its length alone.
        title: The title that the source gives, where it gives one.
        from_page: Whether the text was taken from a page's markup. Its captions and link lists are then gone already,
            and nothing is called one by its shape or because it stands twice: what is left without a full stop is
            mostly a heading or an item of a list.

    Returns:
        Segments without white space at their ends, mostly one for each line.
    """
    pieces = label_headline(text, cut_lines(text).pieces, title)
    _label_furniture(text, pieces)
    label_bylines(text, pieces)
    label_link_lists(text, pieces)
    if not from_page:
        label_link_rows(text, pieces)
    pieces = label_captions(text, pieces, by_shape=not from_page)
    if not from_page:
        label_doubles(text, pieces)
    label_opening(text, pieces)
    label_closing(text, pieces)
    _label_headings(text, pieces)
    label_other_stories(text, pieces)
    return tuple(Segment(article=article, span=piece.span, label=piece.label or SegmentLabel.BODY) for piece in pieces)


def body_spans(text: str, segments: Sequence[Segment]) -> tuple[Span, ...]:
    """The body that `segments` make up, as the fewest spans: those with only white space between them are one."""
    merged: list[Span] = []
    for segment in segments:
        if segment.label not in BODY_LABELS:
            continue
        if merged and not text[merged[-1].end : segment.span.start].strip():
            merged[-1] = Span(merged[-1].start, segment.span.end)
        else:
            merged.append(segment.span)
    return tuple(merged)
