"""How alike two sentences can be at most, for all pairs of sentences of two articles at once.

An upper bound by the words that both hold, whatever their order: most pairs of sentences need no aligning.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from firsthand.lineage.comparable import ComparableText
from firsthand.lineage.settings import LineageSettings
from firsthand.lineage.vocabulary import SharedVocabulary

__all__ = ["SentenceBounds", "bound_sentences"]

# Pairs of sentences, and pairs of them for each word that both hold, above which no bounds are made: 100 megabytes.
_MOST_CELLS = 1 << 21
# The bounds are sums of fractions in another order than those which they bound: they hold but for so much.
_SLACK = 1e-6
# Pairs this many sentences on may go on where a copied pair stands.
_REACH = 2

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]


class SentenceBounds:
    """Which pairs of sentences are worth comparing. This one knows nothing of the words, and so leaves none out."""

    def __init__(self, sentences: int, other_sentences: int) -> None:
        self.sentences, self.other_sentences = sentences, other_sentences

    def likely(self) -> list[tuple[int, int]] | None:
        """The pairs that can be copied by themselves, without regard to exact runs; None where that is not known."""
        return None

    def is_likely(self, s: int, t: int, run: float) -> bool:  # noqa: ARG002 - see below
        """Whether a pair with an exact run of `run` units can be copied by itself."""
        return True

    def neighbours(self, s: int, t: int) -> list[tuple[int, int]]:
        """Pairs that may go on where `s` and `t` stand: the next ones, one left out, one split in two."""
        steps = range(-_REACH, _REACH + 1)
        return [
            (s + step, t + other)
            for step in steps
            for other in steps
            if (step or other)
            and step * other >= 0
            and 0 <= s + step < self.sentences
            and 0 <= t + other < self.other_sentences
        ]


class _WordBounds(SentenceBounds):
    """Bounds by the words that two sentences share."""

    def __init__(
        self, a: ComparableText, b: ComparableText, vocabulary: SharedVocabulary, settings: LineageSettings
    ) -> None:
        super().__init__(len(a.sentences), len(b.sentences))
        self.settings = settings
        cells, weights = _join_words(a, b, vocabulary)
        shape = len(a.sentences), len(b.sentences)
        self.common = np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)
        weight = np.bincount(cells, weights=weights, minlength=shape[0] * shape[1]).reshape(shape)
        whole, other_whole = _sum_up(a, vocabulary.weights), _sum_up(b, vocabulary.other_weights)
        self.coverage = weight / np.maximum(_SLACK, np.maximum.outer(whole, other_whole))
        self.overlap = weight / np.maximum(_SLACK, np.minimum.outer(whole, other_whole))
        self.strength = weight * np.minimum(1.0, self.coverage)
        self._rows: dict[int, list[tuple[int, bool]]] | None = None

    def likely(self) -> list[tuple[int, int]]:
        """As described above."""
        settings = self.settings
        alone = (self.coverage >= settings.coverage_alone - _SLACK) & (
            self.strength >= settings.strength_alone - _SLACK
        )
        cells = np.argwhere(alone | (self.strength >= settings.strength_together - _SLACK))
        return [(s, t) for s, t in cells.tolist()]

    def is_likely(self, s: int, t: int, run: float) -> bool:
        """As described above."""
        settings, strength = self.settings, self.strength[s, t] + _SLACK
        fewest = settings.strength_alone if run < settings.run_in_common else 0.0
        alone = strength >= fewest and self.coverage[s, t] + _SLACK >= settings.coverage_alone
        return bool(alone or strength >= settings.strength_together)

    def neighbours(self, s: int, t: int) -> list[tuple[int, int]]:
        """As described above, those with too few common words left out."""
        if self._rows is None:
            self._rows = self._find_continuable()
        found = []
        for near in range(s - _REACH, s + _REACH + 1):
            for other, is_free in self._rows.get(near, ()):
                step, other_step = near - s, other - t
                if abs(other_step) > _REACH or step * other_step < 0 or not (step or other_step):
                    continue
                if is_free or not (step and other_step):
                    found.append((near, other))
        return found

    def _find_continuable(self) -> dict[int, list[tuple[int, bool]]]:
        """For each sentence its partners that may go on with a copied pair, and whether they may anywhere beside it.

        The others may only where they share one of its sentences.
        """
        settings = self.settings
        enough = self.common >= settings.block_words - 1
        is_free = (self.strength >= settings.strength_near - _SLACK) | (
            enough & (self.coverage >= settings.same_coverage - _SLACK)
        )
        rows: dict[int, list[tuple[int, bool]]] = defaultdict(list)
        for s, t in np.argwhere(is_free | (enough & (self.overlap >= 0.5 - _SLACK))).tolist():
            rows[s].append((t, bool(is_free[s, t])))
        return rows


def _find_holders(text: ComparableText, common: IntArray) -> tuple[IntArray, IntArray]:
    """Where the holders of each common word begin in the tally, and how many they are: first times, then more."""
    entries = np.concatenate([common, common + len(text.tally.words)])
    return text.tally.holder_firsts[entries], text.tally.holder_counts[entries]


def _join_words(a: ComparableText, b: ComparableText, vocabulary: SharedVocabulary) -> tuple[IntArray, FloatArray]:
    """Pairs of sentences, as one number each, for each word that both hold, with the most that the word weighs.

    A word that stands twice in both is counted twice, three times in both up to five times: never too seldom.
    """
    firsts, counts = _find_holders(a, vocabulary.common)
    other_firsts, other_counts = _find_holders(b, vocabulary.other_common)
    repeats = counts * other_counts
    within = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    step = np.repeat(other_counts, repeats)
    ones = a.tally.holders[np.repeat(firsts, repeats) + within // step]
    others = b.tally.holders[np.repeat(other_firsts, repeats) + within % step]
    weights = np.repeat(np.concatenate([vocabulary.heaviest, vocabulary.heaviest]), repeats)
    return ones * len(b.sentences) + others, weights


def _sum_up(text: ComparableText, weights: FloatArray) -> FloatArray:
    """The weight of each sentence."""
    return np.add.reduceat(weights, [sentence.first for sentence in text.sentences])


def bound_sentences(
    a: ComparableText, b: ComparableText, vocabulary: SharedVocabulary, settings: LineageSettings
) -> SentenceBounds:
    """The bounds for the sentences of two articles; without any knowledge of words where the articles are huge.

    Args:
        a: One article, not empty.
        b: Another, not empty.
        vocabulary: The words of both.
        settings: Of the stage.
    """
    joined = np.dot(_find_holders(a, vocabulary.common)[1], _find_holders(b, vocabulary.other_common)[1])
    if max(len(a.sentences) * len(b.sentences), int(joined)) > _MOST_CELLS:
        return SentenceBounds(len(a.sentences), len(b.sentences))
    return _WordBounds(a, b, vocabulary, settings)
