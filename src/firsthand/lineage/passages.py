"""Passages: the maximal aligned runs of text that two articles share."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

import numpy as np

from firsthand.lineage.comparable import ComparableText, leave_out, make_comparable
from firsthand.lineage.matching import SentencePair, match_sentences, weigh_words
from firsthand.lineage.settings import LineageSettings
from firsthand.lineage.stock_text import StockText, read_stock_runs
from firsthand.model import Article, Passage, PassageKind, Span
from firsthand.text.alignment import best_segment, character_similarity
from firsthand.text.shingles import hash_shingles

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
    pairs: list[tuple[int, int]]


def _trim(pair: SentencePair, a: ComparableText, b: ComparableText, weights: tuple[list[float], list[float]]) -> _Piece:
    """The stretch of both sentences that is shared, up to their edges where little is left over."""
    sides = []
    for text, number, places, weight in (
        (a, pair.s, {i for i, _ in pair.pairs}, weights[0]),
        (b, pair.t, {j for _, j in pair.pairs}, weights[1]),
    ):
        sentence = text.sentences[number]
        gains = [weight[place] if place in places else -_GAP_COST for place in range(sentence.first, sentence.last)]
        start, end = best_segment(gains)
        first, last = sentence.first + start, sentence.first + end
        sides.append(_snap(text, number, first, last))
    (a_first, a_last), (b_first, b_last) = sides
    pairs = [(i, j) for i, j in pair.pairs if a_first <= i < a_last and b_first <= j < b_last]
    return _Piece(a_first, a_last, b_first, b_last, pairs)


def _snap(text: ComparableText, number: int, first: int, last: int) -> tuple[int, int]:
    """`first` and `last` moved to the sentence's edges where few words are left over, none of them set aside."""
    sentence = text.sentences[number]
    few = min(_EDGE_WORDS, (last - first) // 3)
    if first - sentence.first <= few and not text.is_aside[sentence.first : first].any():
        first = sentence.first
    if sentence.last - last <= few and not text.is_aside[last : sentence.last].any():
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
    return gap_a <= _JOIN_CHARACTERS and gap_b <= _JOIN_CHARACTERS


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
                last.pairs + piece.pairs,
            )
        else:
            joined.append(piece)
    return joined


def _outside_words(pairs: list[tuple[int, int]], a: ComparableText, b: ComparableText) -> float:
    """Shared words that stand outside quotation marks in both texts, in units."""
    return float(sum(a.units[i] for i, j in pairs if not (a.is_quoted[i] or b.is_quoted[j])))


def _by_sentence(piece: _Piece, a: ComparableText) -> list[list[tuple[int, int]]]:
    """The shared words of a piece, one list for each sentence of the first text."""
    return [list(pairs) for _, pairs in groupby(sorted(piece.pairs), key=lambda pair: a.sentence_of[pair[0]])]


def _is_told(pairs: list[tuple[int, int]], a: ComparableText, b: ComparableText, settings: LineageSettings) -> bool:
    """Whether a shared sentence is told by the reporter: enough of it, and at least half, stands outside speech."""
    outside = _outside_words(pairs, a, b)
    return outside >= settings.fewest_passage_words and 2 * outside >= sum(a.units[i] for i, _ in pairs)


def _span(text: ComparableText, first: int, last: int) -> Span:
    """The characters of words `first` to `last`, with the marks at the edges of whole sentences."""
    opening, closing = text.sentences[text.sentence_of[first]], text.sentences[text.sentence_of[last - 1]]
    start = opening.span.start if opening.first == first else text.starts[first]
    end = closing.span.end if closing.last == last else text.ends[last - 1]
    return Span(start, end)


def _is_caption(piece: _Piece, a: ComparableText, b: ComparableText) -> bool:
    outside = [
        not text.sentences[text.sentence_of[place]].is_body for text, place in ((a, piece.a_first), (b, piece.b_first))
    ]
    return any(outside)


def _is_passage(piece: _Piece, a: ComparableText, b: ComparableText, proven: float, settings: LineageSettings) -> bool:
    """Whether a joined piece is copied text, not only speech with its cue or a set phrase."""
    longer = max(piece.a_last - piece.a_first, piece.b_last - piece.b_first)
    if len(piece.pairs) < settings.fewest_common * longer:
        return False
    outside = _outside_words(piece.pairs, a, b)
    if outside > settings.cue_words or any(_is_told(pairs, a, b, settings) for pairs in _by_sentence(piece, a)):
        return True
    # Speech: part of the copied text only where much else is copied, cue included.
    return proven >= settings.proven_words and outside >= 1.0


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
    same = a.ids[piece.a_first : piece.a_last] == b.ids[piece.b_first : piece.b_last]
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


def _leave_out_stock(text: ComparableText, stock: StockText, settings: LineageSettings) -> ComparableText:
    runs = read_stock_runs(stock)
    shingles = hash_shingles(text.words, settings.shingle_words)
    if len(runs) == 0 or len(shingles) == 0:
        return text
    places = np.minimum(np.searchsorted(runs, shingles), len(runs) - 1)
    is_stock = runs[places] == shingles
    covered = np.zeros(len(text.ids), dtype=bool)
    for step in range(settings.shingle_words):
        covered[step : step + len(shingles)] |= is_stock
    return leave_out(text, covered)


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
    text_a = _leave_out_stock(make_comparable(a, settings), stock, settings)
    text_b = _leave_out_stock(make_comparable(b, settings), stock, settings)
    matched = match_sentences(text_a, text_b, settings)
    if not matched:
        return ()
    weights = weigh_words(text_a, text_b), weigh_words(text_b, text_a)
    trimmed = (_trim(pair, text_a, text_b, weights) for pair in matched)
    pieces = _join([piece for piece in trimmed if piece.pairs], text_a, text_b)
    proven = sum(_outside_words(piece.pairs, text_a, text_b) for piece in pieces)
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
