"""One article made ready for comparing: its words, its sentences, and what stands between quotation marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.lineage.set_aside import find_set_aside
from firsthand.lineage.settings import LineageSettings
from firsthand.lineage.speech import find_quoted_in_line
from firsthand.lineage.stock_text import StockText, read_stock_runs
from firsthand.lineage.word_table import CONTENT, HALF, read_stretches
from firsthand.lineage.zones import find_zones, join_lines, mark_words
from firsthand.model import Article, Span
from firsthand.text.alignment import RunPlaces, mark_changes, measure_groups, place_runs
from firsthand.text.lines import split_line
from firsthand.text.shingles import HashArray, hash_shingles, hash_words

__all__ = ["ComparableText", "Sentence", "WordTally", "make_comparable"]

# Words in a sentence; a longer one is cut. Text without sentence marks, or a list, must not be one sentence of all.
_LONGEST_SENTENCE = 200
# Texts remembered between pairs, about 25 kilobytes each.
_TEXTS_REMEMBERED = 1024

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


class Sentence(NamedTuple):
    """A sentence of a comparable text: its words as places in the text's word list."""

    first: int
    last: int  # exclusive
    span: Span
    is_body: bool


@dataclass(frozen=True, slots=True)
class WordTally:
    """How often each word stands in one text."""

    words: HashArray  # distinct, ascending
    counts: IntArray  # of each distinct word
    units: NDArray[np.float64]  # the most that it counts anywhere
    number_of: IntArray  # for each word of the text, its place among the distinct ones
    # The sentences that hold each distinct word; then, again for each distinct word, those that hold it once more, one
    # entry for each time. For each of the two in turn: where its entries begin in `holders`, and how many there are.
    holders: IntArray
    holder_firsts: IntArray
    holder_counts: IntArray


@dataclass(frozen=True, slots=True)
class ComparableText:
    """The words that two articles are compared by. Arrays have one entry a word."""

    article: Article
    starts: NDArray[np.int32]  # first character
    ends: NDArray[np.int32]  # past the last character
    words: HashArray
    units: NDArray[np.float64]  # 1.0 a word, 0.5 a character of an unspaced script or a name or number
    is_quoted: BoolArray
    is_aside: BoolArray
    is_content: BoolArray
    sentence_of: IntArray
    sentences: list[Sentence]
    tally: WordTally
    runs: RunPlaces  # of `block_words` words


class _Reading:
    """The words and sentences of all zones of one article, and what stands between quotation marks in them."""

    def __init__(self, article: Article, settings: LineageSettings) -> None:
        text = article.text
        zones = find_zones(article, settings.caption_words)
        self.words = read_stretches(text, join_lines(text, [line for line, _ in zones]))
        if len(self.words.starts) > settings.longest_words:
            zones = self._cut_short(zones, settings.longest_words)
        self.quoted = [span for line, _ in zones for span in find_quoted_in_line(text, line)]
        spans = [(span, is_body) for line, is_body in zones for span in split_line(text, line)]
        self.sentences: list[Sentence] = []
        last = 0
        for (span, is_body), reached in zip(spans, self._count_before([span.end for span, _ in spans]), strict=True):
            first, last = last, reached
            if 0 < last - first <= _LONGEST_SENTENCE:
                self.sentences.append(Sentence(first, last, span, is_body))
                continue
            for cut in range(first, last, _LONGEST_SENTENCE):
                end = min(last, cut + _LONGEST_SENTENCE)
                part = (
                    span
                    if end - first <= _LONGEST_SENTENCE
                    else Span(int(self.words.starts[cut]), int(self.words.ends[end - 1]))
                )
                self.sentences.append(Sentence(cut, end, part, is_body))

    def _count_before(self, places: list[int]) -> list[int]:
        """How many words begin before each of `places`."""
        counts: list[int] = np.searchsorted(self.words.starts, places).tolist()
        return counts

    def _cut_short(self, zones: list[tuple[Span, bool]], longest: int) -> list[tuple[Span, bool]]:
        """The lines of which all words are compared; the words of the others are left out."""
        counts = self._count_before([line.end for line, _ in zones])
        kept = sum(1 for count in counts if count <= longest)
        count = counts[kept - 1] if kept else 0
        self.words = self.words.cut(count)
        return zones[:kept]


def _disguise(words: HashArray, is_aside: BoolArray, article: Article) -> HashArray:
    """The word hashes, with those that are set aside made such that they equal no word of any other article."""
    mask = hash_words([f"\n{article.article}"])[0]
    return np.where(is_aside, words ^ mask, words)


def _tally(words: HashArray, units: NDArray[np.float64], sentence_of: IntArray) -> WordTally:
    order = np.argsort(words, kind="stable")
    ordered = words[order]
    begins = mark_changes(ordered)
    group = np.cumsum(begins) - 1
    firsts = np.flatnonzero(begins)
    number_of = np.empty(len(words), dtype=np.int64)
    number_of[order] = group
    sentence = sentence_of[order]  # ascending within a word, as the order is stable
    is_again = np.zeros(len(words), dtype=bool)
    is_again[1:] = ~begins[1:] & (sentence[1:] == sentence[:-1])
    holder_counts = np.bincount(group + len(firsts) * is_again, minlength=2 * len(firsts))
    return WordTally(
        words=ordered[firsts],
        counts=measure_groups(firsts, len(words)),
        units=np.maximum.reduceat(units[order], firsts) if len(firsts) else units,
        number_of=number_of,
        holders=np.concatenate([sentence[~is_again], sentence[is_again]]),
        holder_firsts=np.cumsum(holder_counts) - holder_counts,
        holder_counts=holder_counts,
    )


def _build(article: Article, settings: LineageSettings) -> ComparableText:
    read = _Reading(article, settings)
    starts, ends, words, kinds = read.words
    is_aside = mark_words(starts, find_set_aside(article))
    if is_aside.any():
        words = _disguise(words, is_aside, article)
    units = np.where(kinds & HALF, 0.5, 1.0)
    lengths = [sentence.last - sentence.first for sentence in read.sentences]
    sentence_of = np.repeat(np.arange(len(lengths)), lengths)
    return ComparableText(
        article=article,
        starts=starts,
        ends=ends,
        words=words,
        units=units,
        is_quoted=mark_words(starts, read.quoted),
        is_aside=is_aside,
        is_content=(kinds & CONTENT) > 0,
        sentence_of=sentence_of,
        sentences=read.sentences,
        tally=_tally(words, units, sentence_of),
        runs=place_runs(words, settings.block_words),
    )


def _leave_out_stock(text: ComparableText, stock: StockText, settings: LineageSettings) -> ComparableText:
    """`text` with what is stock text of the archive set aside as well."""
    runs = read_stock_runs(stock)
    shingles = hash_shingles(text.words, settings.shingle_words)
    if len(runs) == 0 or len(shingles) == 0:
        return text
    places = np.minimum(np.searchsorted(runs, shingles), len(runs) - 1)
    is_stock = runs[places] == shingles
    covered = np.zeros(len(text.words), dtype=bool)
    for step in range(settings.shingle_words):
        covered[step : step + len(shingles)] |= is_stock
    fresh = covered & ~text.is_aside
    if not fresh.any():
        return text
    words = _disguise(text.words, fresh, text.article)
    return replace(
        text,
        words=words,
        is_aside=text.is_aside | fresh,
        tally=_tally(words, text.units, text.sentence_of),
        runs=place_runs(words, settings.block_words),
    )


class _Key:
    """An article as a key: equal where it is the same record."""

    __slots__ = ("article",)

    def __init__(self, article: Article) -> None:
        self.article = article

    def __hash__(self) -> int:
        return hash((self.article.article, self.article.text))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and (self.article is other.article or self.article == other.article)


@lru_cache(maxsize=_TEXTS_REMEMBERED)
def _build_once(key: _Key, stock: StockText, settings: LineageSettings) -> ComparableText:
    return _leave_out_stock(_build(key.article, settings), stock, settings)


def make_comparable(article: Article, stock: StockText, settings: LineageSettings) -> ComparableText:
    """`article` made ready for comparing, with what is set aside in it and what is stock text left out.

    The last 1,024 are remembered, as pairs share articles; what comes out never depends on it.
    """
    return _build_once(_Key(article), stock, settings)
