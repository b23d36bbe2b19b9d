"""Which sentences of two articles are the same sentence, copied or edited, and by which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from firsthand.lineage.comparable import ComparableText
from firsthand.lineage.sentence_bounds import bound_sentences
from firsthand.lineage.settings import LineageSettings
from firsthand.lineage.vocabulary import share_vocabulary
from firsthand.text.alignment import align_in_order, join_runs, mark_changes

__all__ = ["Matches", "SentencePair", "match_sentences"]

# A word that stands more often than this in either article is of the affair, not of the sentence.
_RARE_REPEATS = 3
# Rare words that two sentences must share to be looked at, where no exact run joins them.
_FEWEST_RARE = 3
# A run of words that stands more often than this in one article is its formula, and starts no alignment.
_MOST_REPEATS = 8
# Share of common words that may stand in another order (clauses moved) and still count in full.
_MOVED_DISCOUNT = 0.6

IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


@dataclass(slots=True)
class SentencePair:
    """Two sentences, by number, with the words they share.

    Attributes:
        s: Number of the sentence in the first article.
        t: Number of the sentence in the second.
        places: Places of the shared words in the first article, ascending.
        other_places: Place of each of them in the second article.
        overlap: Weight of the shared words over the weight of the shorter sentence, in [0, 1].
        coverage: The same over the longer sentence.
        shared: Weight of the shared words.
        run: Units of the longest exact run outside quotation marks.
        spoken: Share of the shared words that stand inside quotation marks on one side or both.
    """

    s: int
    t: int
    places: list[int] = field(default_factory=list)
    other_places: list[int] = field(default_factory=list)
    overlap: float = 0.0
    coverage: float = 0.0
    shared: float = 0.0
    run: float = 0.0
    spoken: float = 0.0

    @property
    def strength(self) -> float:
        """Evidence that one is copied from the other: weight shared in common order, by how much of both it is.

        Speech is left out: two reporters in one room write down the same words.
        """
        return self.shared * self.coverage * (1.0 - self.spoken)


@dataclass(frozen=True, slots=True)
class Matches:
    """The sentences of two articles that match, and what their words weigh (see `SharedVocabulary`).

    Attributes:
        pairs: Ordered by place in the first article, then in the second.
        weights: Of each word of the first article.
        other_weights: Of each word of the second.
    """

    pairs: list[SentencePair]
    weights: list[float]
    other_weights: list[float]


def _anchor(a: ComparableText, b: ComparableText, blocks: tuple[IntArray, ...]) -> dict[tuple[int, int], float]:
    """For each pair of sentences joined by an exact run, the longest run outside quotation marks, in units."""
    starts_a, starts_b, lengths = blocks
    if len(lengths) == 0:
        return {}
    first = np.cumsum(lengths) - lengths
    within = np.arange(lengths.sum()) - np.repeat(first, lengths)
    words_a, words_b = np.repeat(starts_a, lengths) + within, np.repeat(starts_b, lengths) + within
    units = np.where(_is_told(a)[words_a] & _is_told(b)[words_b], a.units[words_a], 0.0)
    codes = a.sentence_of[words_a] * len(b.sentences) + b.sentence_of[words_b]
    begins = mark_changes(codes)
    begins[first] = True
    parts = np.flatnonzero(begins)
    longest: dict[tuple[int, int], float] = {}
    for code, sum_of_units in zip(codes[parts].tolist(), np.add.reduceat(units, parts).tolist(), strict=True):
        sentences = divmod(code, len(b.sentences))
        longest[sentences] = max(longest.get(sentences, 0.0), sum_of_units)
    return longest


def _is_told(text: ComparableText) -> BoolArray:
    """For each word, whether it stands outside quotation marks and is not set aside."""
    return ~(text.is_quoted | text.is_aside)


def _is_rare(text: ComparableText) -> BoolArray:
    """For each word, whether it is a content word that is rare in its article."""
    return (text.tally.counts <= _RARE_REPEATS)[text.tally.number_of] & text.is_content & ~text.is_aside


def _join_rare_words(a: ComparableText, b: ComparableText) -> list[tuple[int, int]]:
    """Pairs of sentences that share enough content words which are rare in both articles: for huge articles."""
    places_a, places_b = np.flatnonzero(_is_rare(a)), np.flatnonzero(_is_rare(b))
    words_a, words_b = a.words[places_a], b.words[places_b]
    order = np.argsort(words_b, kind="stable")
    words_b, places_b = words_b[order], places_b[order]
    left = np.searchsorted(words_b, words_a, "left")
    repeats = np.searchsorted(words_b, words_a, "right") - left
    if not repeats.any():
        return []
    ones = np.repeat(places_a, repeats)
    within = np.arange(len(ones)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    others = b.sentence_of[places_b[np.repeat(left, repeats) + within]]
    # A word counts once for a sentence of `b`, however often it stands there.
    width = len(b.sentences)
    distinct = np.unique(ones * width + others)
    pairs, inverse = np.unique(a.sentence_of[distinct // width] * width + distinct % width, return_inverse=True)
    votes = np.bincount(inverse, weights=a.units[distinct // width])
    return [(code // width, code % width) for code in pairs[votes >= _FEWEST_RARE].tolist()]


def _pair_moved(words: str, other_words: str, taken: list[int], other_taken: list[int]) -> list[tuple[int, int]]:
    """Equal words that stand in another order: what the common subsequence left over, first with first."""
    done, other_done = set(taken), set(other_taken)
    left: dict[str, list[int]] = defaultdict(list)
    for place in range(len(other_words) - 1, -1, -1):
        if place not in other_done:
            left[other_words[place]].append(place)
    return [(place, left[word].pop()) for place, word in enumerate(words) if place not in done and left.get(word)]


class _Matcher:
    """Sentence pairs of two articles, compared once each and only where enough common words can make them match."""

    def __init__(self, a: ComparableText, b: ComparableText, settings: LineageSettings) -> None:
        self.a, self.b, self.settings = a, b, settings
        vocabulary = share_vocabulary(a, b)
        self.bounds = bound_sentences(a, b, vocabulary, settings)
        self.weights_a: list[float] = vocabulary.weights.tolist()
        self.weights_b: list[float] = vocabulary.other_weights.tolist()
        self.letters_a, self.letters_b = vocabulary.letters, vocabulary.other_letters
        self.is_quoted_a, self.is_quoted_b = _list_quoted(a), _list_quoted(b)
        self.has_speech = any(self.is_quoted_a) or any(self.is_quoted_b)
        self.runs = _anchor(a, b, join_runs(a.runs, b.runs, settings.block_words, _MOST_REPEATS))
        self.compared: dict[tuple[int, int], SentencePair] = {}

    def pair(self, s: int, t: int) -> SentencePair:
        """Sentences `s` and `t` compared."""
        known = self.compared.get((s, t))
        if known is None:
            known = self._compare(s, t)
            known.run = self.runs.get((s, t), 0.0)
            self.compared[s, t] = known
        return known

    def _compare(self, s: int, t: int) -> SentencePair:
        """The shared words of sentences `s` and `t`: those in common order, and those that moved."""
        first, last = self.a.sentences[s][:2]
        other_first, other_last = self.b.sentences[t][:2]
        words, other_words = self.letters_a[first:last], self.letters_b[other_first:other_last]
        pair = SentencePair(s, t)
        whole = sum(self.weights_a[first:last])
        if words == other_words:
            pair.places, pair.other_places = list(range(first, last)), list(range(other_first, other_last))
            pair.shared = whole
        else:
            self._align(pair, words, other_words)
        other_whole = sum(self.weights_b[other_first:other_last])
        pair.overlap = min(1.0, pair.shared / min(whole, other_whole)) if min(whole, other_whole) else 0.0
        pair.coverage = min(1.0, pair.shared / max(whole, other_whole)) if pair.overlap else 0.0
        if self.has_speech and pair.places:
            in_a, in_b = self.is_quoted_a, self.is_quoted_b
            both = zip(pair.places, pair.other_places, strict=True)
            pair.spoken = sum(1 for i, j in both if in_a[i] or in_b[j]) / len(pair.places)
        return pair

    def _align(self, pair: SentencePair, words: str, other_words: str) -> None:
        first, other_first = self.a.sentences[pair.s].first, self.b.sentences[pair.t].first
        places: list[int] = []
        other_places: list[int] = []
        for block in align_in_order(words, other_words):
            places += range(block.a, block.a + block.length)
            other_places += range(block.b, block.b + block.length)
        weights = self.weights_a[first : first + len(words)]
        pair.shared = sum(map(weights.__getitem__, places))
        may_move = len(places) < min(len(words), len(other_words))
        moved = _pair_moved(words, other_words, places, other_places) if may_move else []
        if moved:
            pair.shared += _MOVED_DISCOUNT * sum(weights[place] for place, _ in moved)
            both = sorted([*zip(places, other_places, strict=True), *moved])
            places, other_places = [place for place, _ in both], [place for _, place in both]
        pair.places = [first + place for place in places]
        pair.other_places = [other_first + place for place in other_places]

    def admit(self) -> list[SentencePair]:
        """The pairs that are copied: those strong alone, then those that stand by a strong one."""
        pairs = [self.pair(s, t) for s, t in self._find_seen()]
        admitted = {(pair.s, pair.t): pair for pair in pairs if self._is_strong(pair)}
        likely = [pair for pair in pairs if pair.strength >= self.settings.strength_together]
        if any((pair.s, pair.t) not in admitted for pair in likely) and self._are_proven(likely):
            admitted |= {(pair.s, pair.t): pair for pair in likely}
        fronts = list(admitted)
        while fronts:
            s, t = fronts.pop()
            for near in self.bounds.neighbours(s, t):
                if near not in admitted and self._is_continued(self.pair(*near), admitted[s, t]):
                    admitted[near] = self.pair(*near)
                    fronts.append(near)
        return _keep_best(list(admitted.values()))

    def _find_seen(self) -> Iterator[tuple[int, int]]:
        """Pairs that are joined by an exact run or by rare words, and can be copied by themselves; in no order."""
        for (s, t), run in self.runs.items():
            if run >= self.settings.run_alone or self.bounds.is_likely(s, t, run):
                yield s, t
        likely = self.bounds.likely()
        if likely is None:
            yield from (cell for cell in _join_rare_words(self.a, self.b) if cell not in self.runs)
        else:
            cells = [cell for cell in likely if cell not in self.runs]
            yield from self._keep_joined(cells) if cells else ()

    def _keep_joined(self, cells: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Those of `cells` whose sentences share enough content words that are rare in both articles."""
        is_rare_a, is_rare_b = _is_rare(self.a).tolist(), _is_rare(self.b).tolist()
        rare_in: dict[int, set[str]] = {}
        for s, t in cells:
            if t not in rare_in:
                first, last = self.b.sentences[t][:2]
                rare_in[t] = {self.letters_b[place] for place in range(first, last) if is_rare_b[place]}
            first, last = self.a.sentences[s][:2]
            places = [place for place in range(first, last) if is_rare_a[place] and self.letters_a[place] in rare_in[t]]
            if len(places) >= _FEWEST_RARE and self.a.units[places].sum() >= _FEWEST_RARE:
                yield s, t

    def _are_proven(self, pairs: list[SentencePair]) -> bool:
        """Whether pairs are copied together."""
        return sum(pair.strength for pair in _keep_best(pairs)) >= self.settings.strength_proven

    def _is_strong(self, pair: SentencePair) -> bool:
        """Whether a pair is copied by itself: much of both sentences, or a run too long for chance."""
        if pair.run >= self.settings.run_alone:
            return True
        if pair.coverage < self.settings.coverage_alone:
            return False
        return pair.strength >= self.settings.strength_alone or pair.run >= self.settings.run_in_common

    def _is_continued(self, pair: SentencePair, beside: SentencePair) -> bool:
        """Whether a pair goes on with the text of the admitted pair that it stands beside."""
        if pair.strength >= self.settings.strength_near:
            return True
        fewest = self.settings.block_words - 1
        if len(pair.places) < fewest:
            return False
        if pair.s == beside.s or pair.t == beside.t:
            # Part of a sentence that was split or joined: what is left of it must make up most of the short one.
            if pair.overlap < 0.5:
                return False
            fresh = len(_find_fresh(pair, set(beside.places), set(beside.other_places)))
            return fresh >= fewest and fresh >= 0.8 * len(pair.places)
        return pair.coverage >= self.settings.same_coverage


def _list_quoted(text: ComparableText) -> list[bool]:
    quoted: list[bool] = text.is_quoted.tolist()
    return quoted


def _find_fresh(pair: SentencePair, taken: set[int], other_taken: set[int]) -> list[tuple[int, int]]:
    """The shared words of a pair that stand in neither set."""
    both = zip(pair.places, pair.other_places, strict=True)
    return [(i, j) for i, j in both if i not in taken and j not in other_taken]


def _keep_best(admitted: list[SentencePair]) -> list[SentencePair]:
    """One partner for each stretch: of pairs that claim the same words, the strongest; in order of the first text."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    kept = []
    for pair in sorted(admitted, key=lambda pair: (-pair.shared, pair.s, pair.t)):
        if not (taken_a.isdisjoint(pair.places) and taken_b.isdisjoint(pair.other_places)):
            fresh = _find_fresh(pair, taken_a, taken_b)
            if 2 * len(fresh) < len(pair.places):
                continue
            pair = replace(pair, places=[i for i, _ in fresh], other_places=[j for _, j in fresh])  # noqa: PLW2901
        taken_a.update(pair.places)
        taken_b.update(pair.other_places)
        kept.append(pair)
    return sorted(kept, key=lambda pair: (pair.s, pair.t))


def match_sentences(a: ComparableText, b: ComparableText, settings: LineageSettings) -> Matches:
    """The pairs of sentences that are one sentence, copied or edited.

    A sentence may have several partners where it was split in two or joined with its neighbour.
    """
    if len(a.words) == 0 or len(b.words) == 0:
        return Matches([], [], [])
    matcher = _Matcher(a, b, settings)
    return Matches(matcher.admit(), matcher.weights_a, matcher.weights_b)
