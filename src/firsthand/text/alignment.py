"""Alignment of two sequences of words: exact runs anywhere, common words in order, likeness in characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel, Levenshtein

from firsthand.text.shingles import HashArray, hash_shingles

__all__ = [
    "Block",
    "RunPlaces",
    "align_in_order",
    "best_segment",
    "character_similarity",
    "find_blocks",
    "join_runs",
    "mark_changes",
    "measure_groups",
    "place_runs",
]

IntArray = NDArray[np.int64]

_NO_PLACES: IntArray = np.empty(0, dtype=np.int64)

# What two stretches that share text mostly reach: tried first, as it is quick where it holds.
_LIKELY_SIMILARITY = 0.9
# Above this many characters on the longer side, edit distance is taken over words: it costs the product of lengths.
_LONGEST_BY_CHARACTER = 40_000


class Block(NamedTuple):
    """A run of equal words: `length` words from place `a` in the one sequence and from place `b` in the other."""

    a: int
    b: int
    length: int


def find_blocks(a: HashArray, b: HashArray, size: int, most_repeats: int) -> list[Block]:
    """The maximal runs of at least `size` equal words, wherever they stand, ordered by place in `a`, then `b`.

    Unlike a longest common subsequence it finds text that moved. Cost grows with the lengths and with
    `most_repeats`, not with the product of the lengths.

    Args:
        a: Word hashes.
        b: Word hashes.
        size: Words in the shortest run that counts, >= 1.
        most_repeats: A run of `size` words that stands more often than this in `a` or in `b` starts no block;
            it is found only where its neighbours start one.
    """
    places_a, places_b, lengths = join_runs(place_runs(a, size), place_runs(b, size), size, most_repeats)
    return sorted(map(Block, places_a.tolist(), places_b.tolist(), lengths.tolist()))


class RunPlaces(NamedTuple):
    """Where the runs of words of one text stand: made once for a text that is aligned with many."""

    runs: HashArray  # distinct hashes of runs, ascending
    firsts: IntArray  # of each, where its places begin in `places`
    counts: IntArray  # and how many there are
    places: IntArray  # the first word of each run


def place_runs(words: HashArray, size: int) -> RunPlaces:
    """The runs of `size` words, and where they stand."""
    shingles = hash_shingles(words, size)
    order = np.argsort(shingles, kind="stable")
    ordered = shingles[order]
    firsts = np.flatnonzero(mark_changes(ordered))
    return RunPlaces(ordered[firsts], firsts, measure_groups(firsts, len(ordered)), order)


def mark_changes(values: NDArray[np.generic]) -> NDArray[np.bool_]:
    """For each of `values`, whether it differs from the one before it; true for the first."""
    changes = np.empty(len(values), dtype=bool)
    changes[:1] = True
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes


def measure_groups(firsts: IntArray, count: int) -> IntArray:
    """The sizes of groups of `count` entries in all, from the place where each begins; the first begins at 0."""
    sizes = np.empty(len(firsts), dtype=np.int64)
    np.subtract(firsts[1:], firsts[:-1], out=sizes[:-1])
    sizes[-1:] = count - firsts[-1:]
    return sizes


def join_runs(a: RunPlaces, b: RunPlaces, size: int, most_repeats: int) -> tuple[IntArray, IntArray, IntArray]:
    """The blocks of `find_blocks` as places in the one text, places in the other, and lengths; in no useful order."""
    if len(a.runs) == 0 or len(b.runs) == 0:
        return _NO_PLACES, _NO_PLACES, _NO_PLACES
    found = np.minimum(np.searchsorted(b.runs, a.runs), len(b.runs) - 1)
    in_a = np.flatnonzero((b.runs[found] == a.runs) & (a.counts <= most_repeats) & (b.counts[found] <= most_repeats))
    if len(in_a) == 0:
        return _NO_PLACES, _NO_PLACES, _NO_PLACES
    in_b = found[in_a]
    firsts_a, firsts_b, counts_b = a.firsts[in_a], b.firsts[in_b], b.counts[in_b]
    repeats = a.counts[in_a] * counts_b
    total = int(repeats.sum())
    if len(repeats) < total:
        within = np.arange(total) - np.repeat(np.cumsum(repeats) - repeats, repeats)
        counts_b = np.repeat(counts_b, repeats)
        firsts_a = np.repeat(firsts_a, repeats) + within // counts_b
        firsts_b = np.repeat(firsts_b, repeats) + within % counts_b
    return _join_diagonals(a.places[firsts_a], b.places[firsts_b], size)


def _join_diagonals(places_a: IntArray, places_b: IntArray, size: int) -> tuple[IntArray, IntArray, IntArray]:
    """Blocks from the places of equal runs: runs that follow on one diagonal are one block."""
    # One number for each pair of places: pairs of one diagonal follow on one another, in order of `a`, with room
    # enough between the diagonals that the last of one and the first of the next are never near.
    width = int(places_a.max()) + size + 2
    diagonals = places_b - places_a
    lowest = int(diagonals.min())
    codes = np.sort((diagonals - lowest) * width + places_a)
    # Runs that overlap or touch on one diagonal: nothing unequal stands between them.
    is_first = np.ones(len(codes), dtype=bool)
    np.greater(codes[1:] - codes[:-1], size, out=is_first[1:])
    begins = np.flatnonzero(is_first)
    first, last = codes[begins], codes[begins + measure_groups(begins, len(codes)) - 1]
    diagonals, a = np.divmod(first, width)
    return a, a + diagonals + lowest, last - first + size


def align_in_order(a: Sequence[int] | str, b: Sequence[int] | str) -> list[Block]:
    """The blocks of one longest common subsequence, in order. Cost: product of the lengths, over 64.

    Quickest for words written as letters, one character each.
    """
    return [
        Block(code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in Indel.opcodes(a, b)
        if code.tag == "equal"
    ]


def best_segment(gains: Sequence[float]) -> tuple[int, int]:
    """The half-open range with the largest sum; the first and shortest of equals; (0, 0) where no sum is positive.

    Source: Kadane's algorithm, in Bentley 1984, Programming pearls.
    """
    best, best_range, running, start = 0.0, (0, 0), 0.0, 0
    for place, gain in enumerate(gains):
        if running <= 0.0:
            running, start = 0.0, place
        running += gain
        if running > best + 1e-9:
            best, best_range = running, (start, place + 1)
    return best_range


def character_similarity(a: str, b: str) -> float:
    """1 minus edit distance over the longer length, in characters, in [0, 1]; 1.0 for two empty texts.

    Above 40,000 characters the distance is counted in words instead, over the longer length in words.

    Source: Levenshtein 1966; bit-parallel form of Hyyrö 2003 (rapidfuzz).
    """
    if max(len(a), len(b)) > _LONGEST_BY_CHARACTER:
        return Levenshtein.normalized_similarity(a.split(), b.split())
    return Levenshtein.normalized_similarity(a, b, score_hint=_LIKELY_SIMILARITY)
