"""Passages: the maximal aligned runs of text that two articles share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, groupby

import numpy as np

from firsthand.lineage.comparable import ComparableText, make_comparable
from firsthand.lineage.matching import Matches, SentencePair, match_sentences
from firsthand.lineage.settings import LineageSettings
from firsthand.lineage.stock_text import StockText
from firsthand.model import Article, Passage, PassageKind, Span
from firsthand.text.alignment import best_segment, character_similarity

__all__ = ["align_pair"]

# What an unmatched word costs a piece, against a weight of up to 1 for a matched one: a stray common word at the edge
# of a sentence does not drag in what stands between.
_GAP_COST = 0.35
# Words left over at the edge of a sentence that still belong to the piece: the sentence is mostly covered.
_EDGE_WORDS = 6
# Unshared words between two pieces that still make one passage, and the characters that they may take up: a line that
# is not compared (a menu, a prompt) may stand there.
_JOIN_WORDS = 10
_JOIN_CHARACTERS = 100
# A caption goes from agency to outlets as it is; two captions of one scene that are less alike were written apart.
_CAPTION_SIMILARITY = 0.6


@dataclass(slots=True)
class _Piece:
    """Part of a passage: words `a_first` to `a_last` (exclusive) against `b_first` to `b_last`, with equal words."""

    a_first: int
    a_last: int
    b_first: int
    b_last: int
    places: list[int]
    other_places: list[int]
    outside: float = 0.0  # shared words that stand outside quotation marks in both texts, in units


def _trim(pair: SentencePair, a: ComparableText, b: ComparableText, matches: Matches) -> _Piece:
    """The stretch of both sentences that is shared, up to their edges where little is left over."""
    (first, last), (other_first, other_last) = a.sentences[pair.s][:2], b.sentences[pair.t][:2]
    if len(pair.places) == last - first == other_last - other_first:  # all words, so each of them has a weight
        return _Piece(first, last, other_first, other_last, pair.places, pair.other_places)
    a_first, a_last = _trim_side(a, pair.s, pair.places, matches.weights)
    b_first, b_last = _trim_side(b, pair.t, pair.other_places, matches.other_weights)
    places, other_places = pair.places, pair.other_places
    if a_first > places[0] or a_last <= places[-1] or b_first > min(other_places) or b_last <= max(other_places):
        both = zip(places, other_places, strict=True)
        kept = [(i, j) for i, j in both if a_first <= i < a_last and b_first <= j < b_last]
        places, other_places = [i for i, _ in kept], [j for _, j in kept]
    return _Piece(a_first, a_last, b_first, b_last, places, other_places)


def _trim_side(text: ComparableText, number: int, places: list[int], weights: list[float]) -> tuple[int, int]:
    """The stretch of one sentence that its shared words make up."""
    first, last = text.sentences[number][:2]
    if len(places) == last - first:
        return first, last
    shared = set(places)
    start, end = best_segment([weights[place] if place in shared else -_GAP_COST for place in range(first, last)])
    return _snap(text, number, first + start, first + end)


def _snap(text: ComparableText, number: int, first: int, last: int) -> tuple[int, int]:
    """`first` and `last` moved to the sentence's edges where few words are left over, none of them set aside."""
    sentence = text.sentences[number]
    few = min(_EDGE_WORDS, (last - first) // 3)
    if 0 < first - sentence.first <= few and not text.is_aside[sentence.first : first].any():
        first = sentence.first
    if 0 < sentence.last - last <= few and not text.is_aside[last : sentence.last].any():
        last = sentence.last
    return first, last


def _follows(piece: _Piece, other: _Piece) -> bool:
    """Whether `other` goes on where `piece` ends, in both texts."""
    gap_a, gap_b = other.a_first - piece.a_last, other.b_first - piece.b_last
    return -_JOIN_WORDS <= gap_a <= _JOIN_WORDS and -_JOIN_WORDS <= gap_b <= _JOIN_WORDS


def _overlaps(piece: _Piece, other: _Piece) -> bool:
    """Whether `other` is part of the same sentence on one side: it was split, or its clauses moved."""
    return (other.a_first < piece.a_last and abs(other.b_first - piece.b_last) <= _JOIN_WORDS) or (
        other.b_first < piece.b_last and piece.b_first < other.b_last and other.a_first - piece.a_last <= _JOIN_WORDS
    )


def _is_close(piece: _Piece, other: _Piece, a: ComparableText, b: ComparableText) -> bool:
    """Whether little text of any kind stands between the two pieces, on both sides."""
    gap_a = a.starts[other.a_first] - a.ends[piece.a_last - 1]
    gap_b = max(b.starts[other.b_first] - b.ends[piece.b_last - 1], b.starts[piece.b_first] - b.ends[other.b_last - 1])
    return bool(gap_a <= _JOIN_CHARACTERS and gap_b <= _JOIN_CHARACTERS)


def _join(pieces: list[_Piece], a: ComparableText, b: ComparableText) -> list[_Piece]:
    """Pieces that follow on one another made one, in order of the first text."""
    joined: list[_Piece] = []
    for piece in sorted(pieces, key=lambda piece: (piece.a_first, piece.b_first)):
        last = joined[-1] if joined else None
        if last is not None and (_follows(last, piece) or _overlaps(last, piece)) and _is_close(last, piece, a, b):
            joined[-1] = _Piece(
                min(last.a_first, piece.a_first),
                max(last.a_last, piece.a_last),
                min(last.b_first, piece.b_first),
                max(last.b_last, piece.b_last),
                last.places + piece.places,
                last.other_places + piece.other_places,
                last.outside + piece.outside,
            )
        else:
            joined.append(piece)
    return joined


def _outside_words(places: list[int], other_places: list[int], a: ComparableText, b: ComparableText) -> float:
    """Shared words that stand outside quotation marks in both texts, in units."""
    return float(a.units[places][~(a.is_quoted[places] | b.is_quoted[other_places])].sum())


def _measure_outside(pieces: list[_Piece], a: ComparableText, b: ComparableText) -> None:
    """`_outside_words` of each piece, all at once."""
    if not pieces:
        return
    places = np.array(list(chain.from_iterable(piece.places for piece in pieces)))
    other_places = np.array(list(chain.from_iterable(piece.other_places for piece in pieces)))
    units = np.where(a.is_quoted[places] | b.is_quoted[other_places], 0.0, a.units[places])
    ends = list(accumulate(len(piece.places) for piece in pieces))
    for piece, outside in zip(pieces, np.add.reduceat(units, [0, *ends[:-1]]).tolist(), strict=True):
        piece.outside = outside


def _by_sentence(piece: _Piece, a: ComparableText) -> Iterator[tuple[list[int], list[int]]]:
    """The shared words of a piece, one pair of lists for each sentence of the first text."""
    both = sorted(zip(piece.places, piece.other_places, strict=True))
    for _, found in groupby(both, key=lambda pair: a.sentence_of[pair[0]]):
        pairs = list(found)
        yield [i for i, _ in pairs], [j for _, j in pairs]


def _is_told(
    places: list[int], other_places: list[int], a: ComparableText, b: ComparableText, settings: LineageSettings
) -> bool:
    """Whether a shared sentence is told by the reporter: enough of it, and at least half, stands outside speech."""
    outside = _outside_words(places, other_places, a, b)
    return outside >= settings.fewest_passage_words and 2 * outside >= float(a.units[places].sum())


def _span(text: ComparableText, first: int, last: int) -> Span:
    """The characters of words `first` to `last`, with the marks at the edges of whole sentences."""
    opening, closing = text.sentences[text.sentence_of[first]], text.sentences[text.sentence_of[last - 1]]
    start = opening.span.start if opening.first == first else int(text.starts[first])
    end = closing.span.end if closing.last == last else int(text.ends[last - 1])
    return Span(start, end)


def _is_caption(piece: _Piece, a: ComparableText, b: ComparableText) -> bool:
    outside = [
        not text.sentences[text.sentence_of[place]].is_body for text, place in ((a, piece.a_first), (b, piece.b_first))
    ]
    return any(outside)


def _is_passage(piece: _Piece, a: ComparableText, b: ComparableText, proven: float, settings: LineageSettings) -> bool:
    """Whether a joined piece is copied text, not only speech with its cue or a set phrase."""
    longer = max(piece.a_last - piece.a_first, piece.b_last - piece.b_first)
    if len(piece.places) < settings.fewest_common * longer:
        return False
    if piece.outside > settings.cue_words or any(_is_told(*each, a, b, settings) for each in _by_sentence(piece, a)):
        return True
    # Speech: part of the copied text only where much else is copied, cue included.
    return proven >= settings.proven_words and piece.outside >= 1.0


def _core_share(text: ComparableText, first: int, last: int) -> float:
    """Share of the naming words of a stretch that stand in the rest of the article too: is it about the affair?"""
    places = np.arange(first, last)[text.is_content[first:last] & ~text.is_aside[first:last]]
    inside, counts = np.unique(text.tally.number_of[places], return_counts=True)
    return float((text.tally.counts[inside] > counts).mean()) if len(inside) else 0.0


def _is_foreign(piece: _Piece, a: ComparableText, b: ComparableText, settings: LineageSettings) -> bool:
    """Whether a short stretch that one outlet printed twice, or a line outside the body, is of neither story's core.

    The class: prompts, teasers and notes of the outlet that no list of phrases knows.
    """
    one_outlet = a.article.outlet is not None and a.article.outlet == b.article.outlet
    if not (one_outlet or _is_caption(piece, a, b)) or piece.a_last - piece.a_first > settings.longest_note_words:
        return False
    shares = _core_share(a, piece.a_first, piece.a_last), _core_share(b, piece.b_first, piece.b_last)
    return max(shares) < settings.core_share


def _as_passage(piece: _Piece, a: ComparableText, b: ComparableText) -> Passage:
    a_span, b_span = _span(a, piece.a_first, piece.a_last), _span(b, piece.b_first, piece.b_last)
    same = np.array_equal(a.words[piece.a_first : piece.a_last], b.words[piece.b_first : piece.b_last])
    kind = PassageKind.VERBATIM if same else PassageKind.EDITED
    return Passage(
        a=a.article.article,
        b=b.article.article,
        a_span=a_span,
        b_span=b_span,
        kind=PassageKind.CAPTION if _is_caption(piece, a, b) else kind,
        similarity=round(
            character_similarity(a.article.text[a_span.start : a_span.end], b.article.text[b_span.start : b_span.end]),
            4,
        ),
    )


def align_pair(a: Article, b: Article, stock: StockText, settings: LineageSettings) -> tuple[Passage, ...]:
    """The passages that two articles share, in order of the article with the smaller id.

    Copied, or copied and edited: words replaced, clauses moved, a sentence split, joined or cut short. Speech with
    its cue alone, stock text, legal lines, prompts and pasted posts are no passages. Captions are passages of their own
    kind.

    Args:
        a: One article.
        b: Another; the order of the two does not matter.
        stock: Of the archive, from `judge_stock_text`.
        settings: Of this stage.

    Returns:
        Passages with `a` the smaller id, direction unknown. Empty where one article has no body.
    """
    if a.article > b.article:
        a, b = b, a
    text_a, text_b = make_comparable(a, stock, settings), make_comparable(b, stock, settings)
    matches = match_sentences(text_a, text_b, settings)
    if not matches.pairs:
        return ()
    trimmed = [piece for pair in matches.pairs if (piece := _trim(pair, text_a, text_b, matches)).places]
    _measure_outside(trimmed, text_a, text_b)
    pieces = _join(trimmed, text_a, text_b)
    proven = sum(piece.outside for piece in pieces)
    passages = (
        _as_passage(piece, text_a, text_b)
        for piece in pieces
        if _is_passage(piece, text_a, text_b, proven, settings) and not _is_foreign(piece, text_a, text_b, settings)
    )
    return tuple(
        passage
        for passage in passages
        if passage.kind is not PassageKind.CAPTION or passage.similarity >= _CAPTION_SIMILARITY
    )
