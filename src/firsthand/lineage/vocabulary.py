"""The words that two articles share: numbered, written as letters, and weighed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.lineage.comparable import ComparableText

__all__ = ["SharedVocabulary", "share_vocabulary"]

IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SharedVocabulary:
    """The words of two articles. Arrays and strings but the first three have one entry a word of the one or the other.

    Weight of a word: 1 over the root of how often it stands in the article where it stands most. Words that make up
    every sentence, and the names that an affair is about, say little about any one sentence. The two articles
    themselves show which they are, in any language. Names and numbers weigh half: two reporters of one affair have them
    from the affair. What is set aside weighs nothing.
    """

    common: IntArray  # the common words, as places in the tally of the first article
    other_common: IntArray  # the same in the tally of the second
    heaviest: NDArray[np.float64]  # of each, the most that it weighs in the first article
    numbers: IntArray  # which common word it is, from 0; -1 for a word that only one article holds
    other_numbers: IntArray
    weights: NDArray[np.float64]
    other_weights: NDArray[np.float64]
    letters: str  # one character a word; equal, within and between the articles, where both hold the same word
    other_letters: str


def _weigh(text: ComparableText, most: IntArray) -> NDArray[np.float64]:
    """Weight of each word of `text`; `most` is how often each distinct word stands where it stands most."""
    return np.where(text.is_aside, 0.0, text.units / np.sqrt(most)[text.tally.number_of])


def _number(text: ComparableText, common: IntArray) -> IntArray:
    numbers = np.full(len(text.tally.words), -1, dtype=np.int64)
    numbers[common] = np.arange(len(common))
    return numbers[text.tally.number_of]


def _write(numbers: IntArray, alone: int) -> str:
    """One character for each number; `alone` is the one for words of one article, 0 or 1."""
    codes = np.where(numbers < 0, alone, numbers + 2)
    codes[codes >= 0xD800] += 0x800  # past the surrogates, which are no characters
    return codes.astype("<u4").tobytes().decode("utf-32-le")


def share_vocabulary(a: ComparableText, b: ComparableText) -> SharedVocabulary:
    """The words of two articles, neither of them empty."""
    found = np.minimum(np.searchsorted(b.tally.words, a.tally.words), len(b.tally.words) - 1)
    common = np.flatnonzero(b.tally.words[found] == a.tally.words)
    other_common = found[common]
    most = np.maximum(a.tally.counts[common], b.tally.counts[other_common])
    most_a, most_b = a.tally.counts.copy(), b.tally.counts.copy()
    most_a[common], most_b[other_common] = most, most
    numbers, other_numbers = _number(a, common), _number(b, other_common)
    return SharedVocabulary(
        common=common,
        other_common=other_common,
        heaviest=a.tally.units[common] / np.sqrt(most),
        numbers=numbers,
        other_numbers=other_numbers,
        weights=_weigh(a, most_a),
        other_weights=_weigh(b, most_b),
        letters=_write(numbers, 0),
        other_letters=_write(other_numbers, 1),
    )
