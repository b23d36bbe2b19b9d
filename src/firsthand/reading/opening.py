"""The lines before the first paragraph: headline, what stands under it, byline, section, outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.lexicon.agencies import find_agencies
from firsthand.lexicon.outlets import LETTER_OUTLETS
from firsthand.model import SegmentLabel, Span
from firsthand.reading.authors import is_author_line, is_byline_rest_line, is_firm, is_outlet_name, is_role
from firsthand.reading.byline import find_byline, is_name
from firsthand.reading.headline import find_headline, find_title
from firsthand.reading.pieces import Piece, first_prose, is_prose, is_terminated, split_piece, word_count

__all__ = ["label_bylines", "label_headline", "label_opening"]

_REPEAT_PIECES = 40  # first pieces in which a headline may stand again
_FEW_WORDS = 4  # a line before the first paragraph with as many words is a section or a button
_SITE_TAIL = re.compile(r"\s+(?:\||»)\s+[^|»]{2,40}$")
# A dateline on a line of its own, right above the text: a place in capitals, perhaps with its country.
_PLACE_LINE = re.compile(
    r"[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ.'’-]{3,}(?: [A-ZÀ-ÞА-ЯЁ.'’-]+){0,3}(?:, [A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ][\w.]+)?)?"
)
_PERSON_OR_PLACE = re.compile(r"[^\W\d_a-zа-я][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}")
_STAFF = re.compile(
    r"(?:By|BY|Von|Par|Por)\s+(?:[Tt]he\s+)?(?:[^\W\d_a-z][\w'’&.-]* ){0,4}"
    r"(?:[Ss]taff|STAFF|[Nn]ewsroom|[Nn]ews [Dd]esk|[Dd]esk|[Ee]ditorial [Bb]oard|[Cc]orrespondents?"
    r"|[Rr]eporters?|[Tt]eam|[Rr]edaktion)\b.{0,40}"
)
# "This account was supplied by the agency X": a credit in the outlet's own words.
_SUPPLIED = re.compile(
    r"\bth(?:is|e) (?:account|report|story|article|text|item|dispatch"
    r"|piece)\b(?!.{0,30}\b(?:contribut|updated|corrected))"
    r"|\b(?:supplied|provided|distributed|dispatched) (?:by|this)\b",
    re.IGNORECASE,
)
_SUPPLY_VERB = re.compile(
    r"\b(?:supplied|provided|produced|prepared|distributed|written|compiled|taken|published|republished|comes|from)\b"
)
_SOURCE_LEAD = re.compile(r"(?:source|quelle|источник|kaynak|fuente|المصدر|来源)s?\s*[:：]", re.IGNORECASE)
_SOURCE_LINE = re.compile(
    r"(?:(?:by|from|source|quelle|источник|via|kaynak|المصدر|来源)\b\s*[:：]?\s*)?(?P<rest>.{2,80})", re.IGNORECASE
)
_LEAD_ALONE = re.compile(r"(?:By|BY|Von|Par|Por|Автор|Текст|Text|Yazan|Yazar|بقلم|كتب|作者|文)\s*[:：]?")
_MOST_BYLINE_LINES = 3  # below the names
_MAYBE_ROLES = frozenset({None, SegmentLabel.MENU, SegmentLabel.BIOGRAPHY})
_CLOSING_PIECES = 5  # bylines and sign-offs also stand in this many last pieces


def label_headline(text: str, pieces: list[Piece], title: str | None) -> list[Piece]:
    """The pieces with the headline labelled: where the title stands, or the line that stands as one.

    Words glued in front of the title and behind it become pieces of their own. A title that the text does not hold
    leaves the text without a headline: its first line is then text.
    """
    spans = find_title(text, pieces, title)
    if spans:
        return [part for piece in pieces for part in _cut_title(text, piece, spans)]
    place = None if (title or "").strip() else find_headline(text, pieces)
    return pieces if place is None else _mark_headline(text, pieces, place)


def _mark_headline(text: str, pieces: list[Piece], place: int) -> list[Piece]:
    """The pieces with the one at `place` as headline, and the lines that repeat it; a site's name behind it cut off."""
    piece = pieces[place]
    tail = _SITE_TAIL.search(text, piece.start, piece.end)
    if tail is not None:
        halves = split_piece(text, piece, tail.start(), SegmentLabel.HEADLINE, SegmentLabel.MENU)
        return [*pieces[:place], *halves, *pieces[place + 1 :]]
    line = text[piece.start : piece.end]
    for other in pieces[:_REPEAT_PIECES]:
        if other.label is None and other.length == len(line) and text.startswith(line, other.start):
            other.label = SegmentLabel.HEADLINE
    return pieces


def _cut_title(text: str, piece: Piece, spans: Sequence[Span]) -> list[Piece]:
    """The piece, or where the title stands in it: what is glued in front, the headline, what is glued behind."""
    span = next((span for span in spans if piece.start <= span.start < piece.end), None)
    if span is None:
        return [piece]
    front = split_piece(text, Piece(piece.start, span.start), span.start, piece.label or SegmentLabel.MENU, None)
    behind = split_piece(text, Piece(span.end, piece.end), piece.end, piece.label, None)
    for rest in behind:
        if rest.label is None and word_count(text, rest) <= _FEW_WORDS:
            rest.label = SegmentLabel.MENU
    return [*front, Piece(*span, SegmentLabel.HEADLINE), *behind]


def is_source_line(text: str, piece: Piece) -> bool:
    """Whether the line is made of agencies' names and nothing else: "The Associated Press", "Reuters - AFP"."""
    if piece.length > 90:
        return False
    match = _SOURCE_LINE.fullmatch(text[piece.start : piece.end].strip(" -–—()[]•|.,"))
    rest = match["rest"] if match else ""
    hits = list(find_agencies(rest, with_ambiguous=True))
    if not hits or _SOURCE_LEAD.match(text, piece.start, piece.end):
        return bool(hits)
    left = rest
    for hit in reversed(hits):
        left = left[: hit.start] + " " + left[hit.end :]
    return not re.sub(
        r"\b(?:the|and|und|et|y|und|with|news agency|news agencies|i|и)\b|[\W_]", "", left, flags=re.IGNORECASE
    )


def _is_supply_note(text: str, piece: Piece) -> bool:
    """Whether a short line at the end says in words whose text this is."""
    if piece.length > 240:
        return False
    line = text[piece.start : piece.end]
    return bool(_SUPPLIED.search(line) and _SUPPLY_VERB.search(line)) and any(find_agencies(line))


def _credit_label(text: str, piece: Piece, *, opening: bool) -> SegmentLabel | None:
    """Whether the line says whose text it is: agencies' names alone, or a byline; before the text also without "By"."""
    if is_source_line(text, piece):
        return SegmentLabel.AGENCY_TAG
    if _STAFF.fullmatch(text, piece.start, piece.end) or find_byline(text, piece.start, piece.end) is not None:
        return SegmentLabel.BYLINE
    line = text[piece.start : piece.end]
    if opening and (is_author_line(line) or (line[:3].lower() == "by " and is_outlet_name(line[3:]))):
        return SegmentLabel.BYLINE
    return None


def label_bylines(text: str, pieces: Sequence[Piece]) -> None:
    """Label bylines and lines of agencies' names before the first paragraph and among the last pieces."""
    prose = first_prose(text, pieces)
    ends = [*range(min(prose + 1, len(pieces))), *range(max(prose + 1, len(pieces) - _CLOSING_PIECES), len(pieces))]
    for place in ends:
        piece = pieces[place]
        if piece.label is not None or piece.prose:
            continue
        if place > prose and _is_supply_note(text, piece):
            piece.label = SegmentLabel.AGENCY_TAG
        else:
            piece.label = _credit_label(text, piece, opening=place < prose)
    _label_byline_rest(text, pieces[:prose])


def _label_byline_rest(text: str, head: Sequence[Piece]) -> None:
    """Label the lines that go on with a byline: its lead alone above a name; a role, a place, an outlet below it."""
    for place, piece in enumerate(head[:-1]):
        below = head[place + 1]
        if _LEAD_ALONE.fullmatch(text, piece.start, piece.end) and is_name(text[below.start : below.end]):
            piece.label = below.label = SegmentLabel.BYLINE
    for place, piece in enumerate(head):
        if piece.label is not SegmentLabel.BYLINE:
            continue
        for below in head[place + 1 : place + 1 + _MOST_BYLINE_LINES]:
            if below.label not in _MAYBE_ROLES or not is_byline_rest_line(text[below.start : below.end]):
                break
            below.label = SegmentLabel.BYLINE


def _is_outlet_mark(line: str) -> bool:
    """Whether a line before the first paragraph is an outlet's letters or name, or a firm's."""
    return line in LETTER_OUTLETS or is_outlet_name(line) or is_firm(line)


def _is_bare_name(text: str, pieces: Sequence[Piece], place: int) -> bool:
    """Whether the line is a person's name and its neighbour says so: an agency, a date, an outlet, or another name."""
    line = text[pieces[place].start : pieces[place].end]
    names = re.split(r"\s+(?:and|und|et|y|&)\s+|,\s*", line)
    if not is_name(names[0]) or not all(_PERSON_OR_PLACE.fullmatch(name) for name in names):
        return False
    if place + 1 < len(pieces) and is_prose(text, pieces[place + 1]):  # right above the text
        return True
    below = pieces[place + 1] if place + 1 < len(pieces) else None
    if below is not None and is_role(text[below.start : below.end]):
        return True
    near = [pieces[other] for other in (place - 1, place + 1) if 0 <= other < len(pieces)]
    return len(names) > 1 or any(
        piece.label in {SegmentLabel.AGENCY_TAG, SegmentLabel.METADATA, SegmentLabel.BYLINE} for piece in near
    )


def label_opening(text: str, pieces: Sequence[Piece]) -> None:
    """Label what is left before the first paragraph, once furniture, headline, bylines and captions are known.

    Short lines are sections, buttons or the outlet's letters; a name beside a date or an agency is a byline; the rest
    stands under the headline and is part of the text. In a text of short lines only, a line that ends in a full stop
    is text: a brief; so is the one line of a text that has no other.
    """
    prose = first_prose(text, pieces)
    for place, piece in enumerate(pieces[:prose]):
        if piece.label is not None:
            continue
        if prose == len(pieces) and (
            is_terminated(text, piece) or (prose == 1 and word_count(text, piece) > _FEW_WORDS)
        ):
            continue
        line = text[piece.start : piece.end]
        if place == prose - 1 and prose < len(pieces) and _PLACE_LINE.fullmatch(line.strip(" |")):
            piece.label = SegmentLabel.DATELINE
            continue
        credit = _credit_label(text, piece, opening=True)
        if credit is not None:
            piece.label = credit
        elif _is_outlet_mark(line) or (piece.length <= 60 and _is_bare_name(text, pieces, place)):
            piece.label = SegmentLabel.METADATA if _is_outlet_mark(line) else SegmentLabel.BYLINE
        elif word_count(text, piece) <= _FEW_WORDS and not is_terminated(text, piece):
            piece.label = SegmentLabel.MENU
        else:
            piece.label = SegmentLabel.SUBHEADLINE
    _label_byline_rest(text, pieces[:prose])
