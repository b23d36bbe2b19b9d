"""Alignment of two sequences of words: exact runs anywhere, common words in order, likeness in characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import Indel, Levenshtein

from firsthand.text.shingles import HashArray, hash_shingles

__all__ = ["Block", "align_in_order", "best_segment", "character_similarity", "find_blocks"]

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
    shingles_a, shingles_b = hash_shingles(a, size), hash_shingles(b, size)
    if len(shingles_a) == 0 or len(shingles_b) == 0:
        return []
    order_b = np.argsort(shingles_b, kind="stable")
    sorted_b = shingles_b[order_b]
    left = np.searchsorted(sorted_b, shingles_a, "left")
    repeats = np.searchsorted(sorted_b, shingles_a, "right") - left
    shared = np.flatnonzero((repeats > 0) & (repeats <= most_repeats))
    if len(shared) == 0:
        return []
    distinct, inverse, counts = np.unique(shingles_a[shared], return_inverse=True, return_counts=True)
    shared = shared[counts[inverse] <= most_repeats] if len(distinct) else shared
    if len(shared) == 0:
        return []
    repeats = repeats[shared]
    places_a = np.repeat(shared, repeats)
    within = np.arange(len(places_a)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    places_b = order_b[np.repeat(left[shared], repeats) + within]
    return _join_diagonals(places_a, places_b, size)


def _join_diagonals(places_a: np.ndarray, places_b: np.ndarray, size: int) -> list[Block]:
    """Blocks from the places of equal runs: runs that follow on one diagonal are one block."""
    diagonal = places_b - places_a
    order = np.lexsort((places_a, diagonal))
    places_a, places_b, diagonal = places_a[order], places_b[order], diagonal[order]
    begins = np.ones(len(places_a), dtype=bool)
    # Runs that overlap or touch on one diagonal: nothing unequal stands between them.
    begins[1:] = (np.diff(diagonal) != 0) | (np.diff(places_a) > size)
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(places_a)) - 1
    blocks = [
        Block(int(places_a[start]), int(places_b[start]), int(places_a[end] - places_a[start]) + size)
        for start, end in zip(first, last, strict=True)
    ]
    return sorted(blocks)


def align_in_order(a: Sequence[int], b: Sequence[int]) -> list[Block]:
    """The blocks of one longest common subsequence, in order. Cost: product of the lengths, over 64."""
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
    return Levenshtein.normalized_similarity(a, b)
