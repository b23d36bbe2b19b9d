"""Cutting lines where something else is glued to the text with no break between."""

from __future__ import annotations

import re

from firsthand.lexicon.agencies import agency_named, find_agencies
from firsthand.lexicon.boilerplate import LEADING_JUNK, TRAILING_JUNK, is_date_line
from firsthand.model import SegmentLabel, Span
from firsthand.reading.authors import find_fused_byline, is_author_line, is_outlet_name
from firsthand.reading.byline import find_byline, find_glued_byline, is_name
from firsthand.reading.dateline import Dateline, find_dateline, find_plain_dateline
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
# Words in front of a day at the end of a line: "Ann Arbour, Harbour Gazette Published 3 May 2021".
_DATE_WORDS_TAIL = re.compile(
    r"(?:\b|(?<=[a-z]))(?:(?:Last )?(?:[Pp]ublished|[Pp]osted|[Uu]pdated|PUBLISHED|UPDATED|POSTED)|Veröffentlicht"
    r"|Aktualisiert"
    r"|Stand:|Publié|Mis à jour|Publicado|Actualizado|Опубликовано|Обновлено|Yayınlanma|Güncelleme)\b"
)
_REPORTER = re.compile(r"\s*[（(](?:记者|通讯员|作者)[^（）()]{1,40}[）)]\s*")  # behind a Chinese dateline
_BY_TAIL = re.compile(r",?\s+(?=by\s+[^\W\d_a-z])")
_DIGIT = re.compile(r"\d")
_MARK = re.compile(r"[.!?…”\"’»)]")  # behind which junk may be glued
_LONGEST_SOURCE_DATE = 90  # characters of a line of an agency and a day
_DATE_REACH = 90  # last characters of a line in which a day with a tag behind it stands
_LONGEST_DATED = 240  # characters of a line that ends in a day
_SHORTEST_PARAGRAPH = 60  # characters; the first longer line with a full stop is where a text's dateline would stand
_CLOSING_TAG = re.compile(
    r"(?<=[.!?…”\"’»])\s*(?P<junk>/(?P<a>[\w -]{2,24})/|\((?P<b>[^()]{2,40})\)|[-–—]\s?(?P<c>[\w"
    r" -]{2,24})|(?P<d>[A-Z]{2,}(?: [A-Z]{2,}){0,3}))\.?\s*$"
)


class Cut:
    """The lines of a text cut into pieces, with the dateline that was found on the way."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.dateline: Dateline | None = None
        self.in_text = False  # whether a paragraph went before


def _cut_front(text: str, piece: Piece, done: list[Piece]) -> Piece:
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
    if piece.length > _LONGEST_SOURCE_DATE or _DIGIT.search(text, piece.start, piece.end) is None:
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
    ends = find_fused_byline(text, piece.start, piece.end)
    if ends is not None:
        return _cut_fused(text, piece, ends, cut)
    byline = find_glued_byline(text, piece.start, piece.end)
    if byline is not None and byline.span.end < piece.end:
        after = _skip_source(text, byline.span.end, piece.end)
        if text[byline.span.end].isupper() or find_dateline(text, after, piece.end) is not None:
            halves = split_piece(text, piece, after, SegmentLabel.BYLINE, None)
            cut.pieces.append(halves[0])
            piece = halves[-1]
    return _cut_dateline(text, piece, cut)


def _cut_dateline(text: str, piece: Piece, cut: Cut) -> Piece:
    """Move a dateline in front of the piece to the pieces; give back what is left."""
    if cut.dateline is not None:
        return piece
    dateline = find_dateline(text, piece.start, piece.end)
    if dateline is None and not cut.in_text and piece.length >= _SHORTEST_PARAGRAPH:
        dateline = find_plain_dateline(text, piece.start, piece.end)
    cut.in_text = cut.in_text or (piece.length >= _SHORTEST_PARAGRAPH and text[piece.end - 1] in '.!?”"')
    if dateline is None:
        return piece
    cut.dateline = dateline
    middle = dateline.tag.start if dateline.tag else dateline.span.end
    first, second = SegmentLabel.DATELINE, SegmentLabel.AGENCY_TAG
    if dateline.tag and dateline.place and dateline.tag.start < dateline.place.start:  # 新华社北京5月3日电
        middle, first, second = dateline.place.start, second, first
    end = dateline.span.end
    for start, stop, label in ((dateline.span.start, middle, first), (middle, end, second)):
        cut.pieces.extend(split_piece(text, Piece(start, stop), stop, label, None) if stop > start else [])
    reporter = _REPORTER.match(text, end, piece.end)
    if reporter is not None and reporter.end() < piece.end:
        cut.pieces += split_piece(text, Piece(end, reporter.end()), reporter.end(), SegmentLabel.BYLINE, None)
        end = reporter.end()
    rest = split_piece(text, Piece(end, piece.end), end, None, None)[-1]
    rest.prose = True
    return rest


def _cut_fused(text: str, piece: Piece, ends: list[int], cut: Cut) -> Piece | None:
    """Move the parts of a fused byline to the pieces: names and outlets, agencies, a day; give back what is left."""
    start = piece.start
    for end in [*ends, piece.end] if not _is_text(text, ends[-1], piece.end) else ends:
        words = text[start:end].strip(" ,|•·–—-")
        label = SegmentLabel.BYLINE
        if agency_named(words):
            label = SegmentLabel.AGENCY_TAG
        elif is_date_line(words):
            label = SegmentLabel.METADATA
        cut.pieces += split_piece(text, Piece(start, end), end, label, None)
        start = end
    rest = split_piece(text, Piece(start, piece.end), start, None, None)
    return _cut_dateline(text, rest[-1], cut) if rest else None


def _is_text(text: str, start: int, end: int) -> bool:
    """Whether running text stands behind a fused byline, and not only another part of it."""
    return any(word[0].islower() for word in text[start:end].split()[:8])


def _cut_date(text: str, piece: Piece) -> list[Piece] | None:
    """A line that begins or ends with the day of publication, cut there; None for any other line."""
    last = text[piece.end - 1]
    if piece.length > _LONGEST_DATED or (last in '.!?…:"”’' and text[piece.end - 2] not in "mM"):
        return None  # a sentence; "8.15 a.m." is none
    for match in _DATE_WORDS_TAIL.finditer(text, piece.start + 1, piece.end):
        front = " ".join(text[piece.start : match.start()].split()).strip(" |•·,-–—")
        named = is_name(front) or is_outlet_name(front) or is_author_line(front) or agency_named(front) is not None
        if named and is_date_line(text[match.start() : piece.end].strip(" |·")):
            return split_piece(text, piece, match.start(), None, SegmentLabel.METADATA)
    by = _BY_TAIL.search(text, piece.start + 1, piece.end) if " by " in text[piece.start : piece.end] else None
    if by is None or not is_date_line(text[piece.start : by.start()]):
        return None
    agency = agency_named(text[by.end() + 2 : piece.end].strip())
    if agency is None and find_byline(text, by.end(), piece.end) is None:
        return None
    label = SegmentLabel.BYLINE if agency is None else SegmentLabel.AGENCY_TAG
    return split_piece(text, piece, by.end(), SegmentLabel.METADATA, label)


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
    marked = ends_sentence or _MARK.search(text, start, piece.end) is not None
    for label, shape in TRAILING_JUNK if marked else ():
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
    dated = opening and _DIGIT.search(text, max(start, piece.end - _DATE_REACH), piece.end) is not None
    if dated and (match := _DATE_TAIL.search(text, start, piece.end)):
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
        piece = Piece(line.start, line.end)
        opening, closing = place < _OPENING_LINES, place >= len(lines) - _CLOSING_LINES
        piece = _cut_front(text, piece, cut.pieces)
        if opening:
            dated = _cut_date(text, piece)
            if dated is not None:
                cut.pieces += dated
                continue
            rest = _cut_opening(text, piece, cut)
            if rest is None:
                continue
            piece = rest
        piece, tail = _cut_tail(text, piece, opening=opening, closing=closing)
        cut.pieces += _cut_inside(text, piece) + tail
    return cut
