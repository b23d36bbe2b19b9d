"""Cutting lines where something else is glued to the text with no break between."""

from __future__ import annotations

import re

from firsthand.lexicon.agencies import agency_named, find_agencies
from firsthand.lexicon.boilerplate import LEADING_JUNK, TRAILING_JUNK, is_date_line
from firsthand.model import SegmentLabel, Span
from firsthand.reading.byline import find_glued_byline
from firsthand.reading.dateline import Dateline, find_dateline
from firsthand.reading.pieces import Piece, split_piece
from firsthand.text.lines import split_lines

__all__ = ["Cut", "cut_lines"]

_OPENING_LINES = 25  # datelines and glued bylines are looked for in this many first lines
_CLOSING_LINES = 6  # and closing tags in this many last ones
_MOST_CUTS = 6  # of one kind at one end of a line
_TAIL = 320  # characters at a line's end in which glued junk is looked for
_LONG_LINE = 400  # characters; only longer lines are searched for junk in their middle
_INSIDE = re.compile(
    r"(?<=[.!?”\"’'])\s+(?P<junk>(?:A(?:dvertisement|DVERTISEMENT)|Реклама|Anzeige|Publicité|Publicidad)"
    r"(?:\s+(?:Continue reading the main story|Scroll to continue|Story continues below))?"
    r"|(?:Story|Article) continues below(?: advertisement)?|Continue reading the main"
    r" story)\s+(?=[“\"‘'«(]?[^\W\d_a-zа-я])"
)
_TRAILING_WORDS = ("ead more", "ead More", "READ MORE", "Continue", "Sign up", "Subscribe", "Click here", "Download")
_INSIDE_WORDS = ("dvertisement", "DVERTISEMENT", "ontinue", "Реклама", "Anzeige", "Public")
_AFTER_CAPTION = re.compile(r"\)\s+(?=[^\W\d_a-z])")
_PHOTO_WORD = re.compile(r"photo|image|getty|reuters|\bap\b|afp|/|via|courtesy|file", re.IGNORECASE)
_SIGN_OFF_TAIL = re.compile(
    r"\s(?P<junk>\((?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled"
    r"|[Tt]ranslated|[Rr]eported)(?: and \w+)? by [^()]{3,400}\))\s*$"
)
_DATE_TAIL = re.compile(
    r"\s(?P<junk>(?:Last )?(?:Updated|Published|Posted|updated|published)(?: on| at)?\s*:?\s*(?:\w+"
    r" \d{1,2},? )?\d{1,4}[-/.\d :,apmAPMGTUC+]{3,30})(?P<tag>\s*\([^()]{2,40}\))?\s*$"
)
_CLOSING_TAG = re.compile(
    r"(?<=[.!?…”\"’»])\s*(?P<junk>/(?P<a>[\w -]{2,24})/|\((?P<b>[^()]{2,40})\)|[-–—]\s?(?P<c>[\w"
    r" -]{2,24})|(?P<d>[A-Z]{2,}(?: [A-Z]{2,}){0,3}))\.?\s*$"
)


class Cut:
    """The lines of a text cut into pieces, with the dateline that was found on the way."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.dateline: Dateline | None = None


def _cut_front(text: str, piece: Piece, done: list[Piece]) -> Piece | None:
    """Move junk in front of the piece to `done`; give back what is left."""
    for _ in range(_MOST_CUTS):
        for label, shape in LEADING_JUNK:
            match = shape.match(text, piece.start, piece.end)
            if match and match.end() < piece.end:
                halves = split_piece(text, piece, match.end(), label, None)
                done.append(halves[0])
                piece = halves[-1]
                break
        else:
            return piece
    return piece


def _cut_source_date(text: str, piece: Piece) -> list[Piece] | None:
    """An agency's name and a date in one line ("The Associated Press July 15, 2018") as two pieces; else None."""
    if piece.length > 90:
        return None
    hit = next(find_agencies(text, piece.start, piece.end, with_ambiguous=True), None)
    if hit is None or text[piece.start : hit.start].strip(" ").lower() not in {"", "by", "the", "by the", "from"}:
        return None
    return (
        split_piece(text, piece, hit.end, SegmentLabel.AGENCY_TAG, SegmentLabel.METADATA)
        if is_date_line(text[hit.end : piece.end].strip(" ,•|-–—"))
        else None
    )


def _cut_opening(text: str, piece: Piece, cut: Cut) -> Piece | None:
    """Move a caption, a byline and a dateline in front of the piece to the pieces; give back what is left."""
    source_date = _cut_source_date(text, piece)
    if source_date is not None:
        cut.pieces += source_date
        return None
    for count, match in enumerate(_AFTER_CAPTION.finditer(text, piece.start, min(piece.end, piece.start + 900))):
        bracket = text.rfind("(", piece.start, match.start())
        if (
            bracket > piece.start
            and _PHOTO_WORD.search(text, bracket, match.start())
            and find_dateline(text, match.end(), piece.end)
        ):
            caption, piece = split_piece(text, piece, match.end(), SegmentLabel.CAPTION, None)
            cut.pieces.append(caption)
            break
        if count >= _MOST_CUTS:
            break
    byline = find_glued_byline(text, piece.start, piece.end)
    if byline is not None and byline.span.end < piece.end:
        after = _skip_source(text, byline.span.end, piece.end)
        if text[byline.span.end].isupper() or find_dateline(text, after, piece.end) is not None:
            halves = split_piece(text, piece, after, SegmentLabel.BYLINE, None)
            cut.pieces.append(halves[0])
            piece = halves[-1]
    dateline = None if cut.dateline else find_dateline(text, piece.start, piece.end)
    if dateline is None:
        return piece
    cut.dateline = dateline
    middle = dateline.tag.start if dateline.tag else dateline.span.end
    for start, end, label in (
        (dateline.span.start, middle, SegmentLabel.DATELINE),
        (middle, dateline.span.end, SegmentLabel.AGENCY_TAG),
    ):
        cut.pieces.extend(split_piece(text, Piece(start, end), end, label, None) if end > start else [])
    rest = split_piece(text, Piece(dateline.span.end, piece.end), dateline.span.end, None, None)[-1]
    rest.prose = True
    return rest


def _skip_source(text: str, start: int, end: int) -> int:
    """Where the next word begins behind white space, commas and an agency's name after a byline."""
    place = start
    match = re.compile(r"[\s,|/•·-]*").match(text, place, end)
    place = match.end() if match else place
    for hit in find_agencies(text, place, min(end, place + 60), with_ambiguous=True):
        if hit.start <= place + 4 and not text[place : hit.start].strip(" the"):
            follow = re.compile(r"[\s,|/•·-]*").match(text, hit.end, end)
            return follow.end() if follow else hit.end
        break
    return place


def _cut_tail(text: str, piece: Piece, *, opening: bool, closing: bool) -> tuple[Piece, list[Piece]]:
    """What is left of the piece, and the junk, credits and tags cut from its end, in order."""
    tail: list[Piece] = []
    for _ in range(_MOST_CUTS):
        found = _tail_match(text, piece, opening=opening, closing=closing)
        if found is None or found[0].start <= piece.start:
            break
        span, label = found
        halves = split_piece(text, piece, span.start, piece.label, label)
        if len(halves) < 2:
            break
        piece, end = halves
        if label is SegmentLabel.METADATA and text[end.end - 1] == ")" and "(" in text[end.start : end.end]:
            tail = split_piece(text, end, text.rfind("(", end.start, end.end), label, SegmentLabel.AGENCY_TAG) + tail
        else:
            tail.insert(0, end)
    return piece, tail


def _tail_match(text: str, piece: Piece, *, opening: bool, closing: bool) -> tuple[Span, SegmentLabel] | None:
    start = max(piece.start, piece.end - _TAIL)
    ends_sentence = text[piece.end - 1] in ".!?…\"”’'"
    for label, shape in TRAILING_JUNK:
        # Most lines end as sentences do; of what is glued there, only a prompt and a link's point do too.
        if ends_sentence and not any(text.find(word, start, piece.end) >= 0 for word in _TRAILING_WORDS):
            break
        match = shape.search(text, start, piece.end)
        if match:
            return Span(match.start("junk"), piece.end), label
    if text[piece.end - 1] in ")." and (
        match := _SIGN_OFF_TAIL.search(text, max(piece.start, piece.end - 460), piece.end)
    ):
        return Span(match.start("junk"), piece.end), SegmentLabel.BYLINE
    if opening and (match := _DATE_TAIL.search(text, start, piece.end)):
        return Span(match.start("junk"), piece.end), SegmentLabel.METADATA
    if closing and (match := _CLOSING_TAG.search(text, max(piece.start, piece.end - 48), piece.end)):
        written = match["a"] or match["b"] or match["c"] or match["d"]
        if agency_named(written.strip()):
            return Span(match.start("junk"), piece.end), SegmentLabel.AGENCY_TAG
        if match["d"] and match.start("junk") > match.start():  # an outlet's mark in capitals
            return Span(match.start("junk"), piece.end), SegmentLabel.METADATA
    return None


def _cut_inside(text: str, piece: Piece) -> list[Piece]:
    """The piece cut round advertisement lines in its middle."""
    if piece.length < _LONG_LINE or not any(text.find(word, piece.start, piece.end) >= 0 for word in _INSIDE_WORDS):
        return [piece]
    done: list[Piece] = []
    for match in _INSIDE.finditer(text, piece.start, piece.end):
        front, rest = split_piece(text, piece, match.start("junk"), None, None)
        front.prose = piece.prose
        junk, piece = split_piece(text, rest, match.end("junk"), SegmentLabel.ADVERTISEMENT, None)
        done += [front, junk]
    return [*done, piece]


def cut_lines(text: str) -> Cut:
    """The lines of `text` as pieces in order: every character that is no white space stands in exactly one.

    A piece that was cut off has its label; the rest have none yet.
    """
    lines = split_lines(text)
    cut = Cut()
    for place, line in enumerate(lines):
        piece: Piece | None = Piece(line.start, line.end)
        opening, closing = place < _OPENING_LINES, place >= len(lines) - _CLOSING_LINES
        if piece is not None:
            piece = _cut_front(text, piece, cut.pieces)
        if piece is None:
            continue
        if opening:
            piece = _cut_opening(text, piece, cut)
            if piece is None:
                continue
        piece, tail = _cut_tail(text, piece, opening=opening, closing=closing)
        cut.pieces += _cut_inside(text, piece) + tail
    return cut
