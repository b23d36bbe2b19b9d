"""Which sentences of two articles are the same sentence, copied or edited, and by which words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from firsthand.lineage.comparable import ComparableText
from firsthand.lineage.settings import LineageSettings
from firsthand.text.alignment import Block, align_in_order, find_blocks

__all__ = ["SentencePair", "match_sentences", "weigh_words"]

# A word that stands more often than this in either article is of the affair, not of the sentence.
_RARE_REPEATS = 3
# Rare words that two sentences must share to be looked at, where no exact run joins them.
_FEWEST_RARE = 3
# A run of words that stands more often than this in one article is its formula, and starts no alignment.
_MOST_REPEATS = 8
# Share of common words that may stand in another order (clauses moved) and still count in full.
_MOVED_DISCOUNT = 0.6


@dataclass(slots=True)
class SentencePair:
    """Two sentences, by number, with the words they share.

    Attributes:
        s: Number of the sentence in the first article.
        t: Number of the sentence in the second.
        pairs: Places of equal words, (first article, second article), in the order of the first.
        overlap: Weight of the shared words over the weight of the shorter sentence, in [0, 1].
        coverage: The same over the longer sentence.
        shared: Weight of the shared words.
        run: Units of the longest exact run outside quotation marks.
        spoken: Share of the shared words that stand inside quotation marks on one side or both.
    """

    s: int
    t: int
    pairs: list[tuple[int, int]] = field(default_factory=list)
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


def weigh_words(text: ComparableText, other: ComparableText) -> list[float]:
    """Weight of each word of `text`: 1 over the root of how often it stands in the article where it stands most.

    Words that make up every sentence, and the names that an affair is about, say little about any one sentence. The
    two articles themselves show which they are, in any language. Names and numbers weigh half: two reporters of one
    affair have them from the affair. What is set aside weighs nothing.
    """
    tally = text.tally
    most = np.maximum(tally.counts, other.tally.count_words(tally.words))
    weights: list[float] = np.where(text.is_aside, 0.0, text.units / np.sqrt(most)[tally.number_of]).tolist()
    return weights


def _anchor(a: ComparableText, b: ComparableText, blocks: list[Block]) -> dict[tuple[int, int], float]:
    """For each pair of sentences joined by an exact run, the longest run outside quotation marks, in units."""
    longest: dict[tuple[int, int], float] = {}
    for block in blocks:
        offset = 0
        while offset < block.length:
            s, t = a.sentence_of[block.a + offset], b.sentence_of[block.b + offset]
            step = min(
                a.sentences[s].last - block.a - offset, b.sentences[t].last - block.b - offset, block.length - offset
            )
            here, there = (
                slice(block.a + offset, block.a + offset + step),
                slice(block.b + offset, block.b + offset + step),
            )
            outside = ~(a.is_quoted[here] | b.is_quoted[there]) & ~a.is_aside[here] & ~b.is_aside[there]
            units = float((a.units[here] * outside).sum())
            longest[s, t] = max(longest.get((s, t), 0.0), units)
            offset += step
    return longest


def _share_rare_words(a: ComparableText, b: ComparableText) -> list[tuple[int, int]]:
    """Pairs of sentences that share enough content words which are rare in both articles."""
    places_a, places_b = _rare_places(a), _rare_places(b)
    words_a, words_b = a.words[places_a], b.words[places_b]
    order = np.argsort(words_b, kind="stable")
    words_b, places_b = words_b[order], places_b[order]
    left = np.searchsorted(words_b, words_a, "left")
    repeats = np.searchsorted(words_b, words_a, "right") - left
    if not repeats.any():
        return []
    ones = np.repeat(places_a, repeats)
    within = np.arange(len(ones)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    sentence_of_a, sentence_of_b = np.array(a.sentence_of), np.array(b.sentence_of)
    others = sentence_of_b[places_b[np.repeat(left, repeats) + within]]
    # A word counts once for a sentence of `b`, however often it stands there.
    width = len(b.sentences)
    distinct = np.unique(ones * width + others)
    pairs, inverse = np.unique(sentence_of_a[distinct // width] * width + distinct % width, return_inverse=True)
    votes = np.bincount(inverse, weights=a.units[distinct // width])
    return [(code // width, code % width) for code in pairs[votes >= _FEWEST_RARE].tolist()]


def _rare_places(text: ComparableText) -> NDArray[np.int64]:
    is_rare = (text.tally.counts <= _RARE_REPEATS)[text.tally.number_of]
    return np.flatnonzero(is_rare & text.is_content & ~text.is_aside)


def _pair_moved(words: list[int], other_words: list[int], in_order: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Equal words that stand in another order: what the common subsequence left over, first with first."""
    taken, other_taken = {i for i, _ in in_order}, {j for _, j in in_order}
    left: dict[int, list[int]] = defaultdict(list)
    for place in range(len(other_words) - 1, -1, -1):
        if place not in other_taken:
            left[other_words[place]].append(place)
    return [(place, left[word].pop()) for place, word in enumerate(words) if place not in taken and left.get(word)]


class _Matcher:
    """Sentence pairs of two articles, compared once each and only when asked for."""

    def __init__(self, a: ComparableText, b: ComparableText, settings: LineageSettings) -> None:
        self.a, self.b, self.settings = a, b, settings
        self.weights_a, self.weights_b = weigh_words(a, b), weigh_words(b, a)
        blocks = find_blocks(a.words, b.words, settings.block_words, _MOST_REPEATS)
        self.runs = _anchor(a, b, blocks)
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
        first, last = self.a.sentences[s].first, self.a.sentences[s].last
        other_first, other_last = self.b.sentences[t].first, self.b.sentences[t].last
        words, other_words = self.a.ids[first:last], self.b.ids[other_first:other_last]
        pair = SentencePair(s, t)
        pair.pairs = [
            (first + block.a + step, other_first + block.b + step)
            for block in align_in_order(words, other_words)
            for step in range(block.length)
        ]
        pair.shared = sum(self.weights_a[place] for place, _ in pair.pairs)
        moved = _pair_moved(words, other_words, [(i - first, j - other_first) for i, j in pair.pairs])
        pair.shared += _MOVED_DISCOUNT * sum(self.weights_a[first + i] for i, _ in moved)
        pair.pairs = sorted(pair.pairs + [(first + i, other_first + j) for i, j in moved])
        whole, other_whole = sum(self.weights_a[first:last]), sum(self.weights_b[other_first:other_last])
        pair.overlap = min(1.0, pair.shared / min(whole, other_whole)) if min(whole, other_whole) else 0.0
        pair.coverage = min(1.0, pair.shared / max(whole, other_whole)) if pair.overlap else 0.0
        spoken = sum(1 for i, j in pair.pairs if self.a.is_quoted[i] or self.b.is_quoted[j])
        pair.spoken = spoken / len(pair.pairs) if pair.pairs else 0.0
        return pair

    def admit(self) -> list[SentencePair]:
        """The pairs that are copied: those strong alone, then those that stand by a strong one."""
        seen = sorted(set(self.runs) | set(_share_rare_words(self.a, self.b)))
        pairs = [self.pair(s, t) for s, t in seen]
        admitted = {(pair.s, pair.t): pair for pair in pairs if self._is_strong(pair)}
        likely = [pair for pair in pairs if pair.strength >= self.settings.strength_together]
        if sum(pair.strength for pair in _keep_best(likely)) >= self.settings.strength_proven:
            admitted |= {(pair.s, pair.t): pair for pair in likely}
        fronts = sorted(admitted)
        while fronts:
            s, t = fronts.pop()
            for near in self._neighbours(s, t):
                if near not in admitted and self._is_continued(self.pair(*near), admitted[s, t]):
                    admitted[near] = self.pair(*near)
                    fronts.append(near)
        return _keep_best(list(admitted.values()))

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
        if pair.s == beside.s or pair.t == beside.t:
            # Part of a sentence that was split or joined: what is left of it must make up most of the short one.
            taken = {i for i, _ in beside.pairs}, {j for _, j in beside.pairs}
            fresh = [(i, j) for i, j in pair.pairs if i not in taken[0] and j not in taken[1]]
            return len(fresh) >= fewest and len(fresh) >= 0.8 * len(pair.pairs) and pair.overlap >= 0.5
        return pair.coverage >= self.settings.same_coverage and len(pair.pairs) >= fewest

    def _neighbours(self, s: int, t: int) -> list[tuple[int, int]]:
        """Pairs that may go on where `s` and `t` stand: the next ones, one left out, one split in two."""
        steps = (-2, -1, 0, 1, 2)
        return [
            (s + step, t + other)
            for step in steps
            for other in steps
            if (step or other)
            and step * other >= 0
            and 0 <= s + step < len(self.a.sentences)
            and 0 <= t + other < len(self.b.sentences)
        ]


def _keep_best(admitted: list[SentencePair]) -> list[SentencePair]:
    """One partner for each stretch: of pairs that claim the same words, the strongest; in order of the first text."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    kept = []
    for pair in sorted(admitted, key=lambda pair: (-pair.shared, pair.s, pair.t)):
        fresh = [(i, j) for i, j in pair.pairs if i not in taken_a and j not in taken_b]
        if 2 * len(fresh) < len(pair.pairs):
            continue
        taken_a.update(i for i, _ in fresh)
        taken_b.update(j for _, j in fresh)
        kept.append(replace(pair, pairs=fresh))
    return sorted(kept, key=lambda pair: (pair.s, pair.t))


def match_sentences(a: ComparableText, b: ComparableText, settings: LineageSettings) -> list[SentencePair]:
    """The pairs of sentences that are one sentence, copied or edited, ordered by place in `a`, then `b`.

    A sentence may have several partners where it was split in two or joined with its neighbour.
    """
    if not a.ids or not b.ids:
        return []
    return _Matcher(a, b, settings).admit()
