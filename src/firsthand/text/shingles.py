"""Shingles: overlapping runs of words as 40-bit hashes, and a small sample of them that two texts agree on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from firsthand.errors import InputError

__all__ = [
    "HashArray",
    "containment",
    "hash_shingles",
    "hash_words",
    "pack_hashes",
    "unpack_hashes",
    "winnow",
]

HashArray = NDArray[np.uint64]

# Odd 64-bit constants: the golden ratio for the polynomial, and the finalizer of splitmix64 (Steele, Lea and Flood
# 2014, Fast splittable pseudorandom number generators), so that the smallest hash of a window is a fair draw.
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
# A shingle keeps 40 bits of its hash: samples of them are kept by the million, five bytes each. Among the 200 million
# of a million articles one in 5,000 then equals a shingle of other words, and alignment looks at the words anyway.
_SHINGLE_BYTES = 5


@lru_cache(maxsize=1 << 16)
def _hash_word(word: str) -> int:
    # Not `hash()`: that differs from run to run.
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def hash_words(words: Iterable[str]) -> HashArray:
    """One 64-bit hash a word, order kept; the same in every run and on every machine."""
    return np.fromiter((_hash_word(word) for word in words), dtype=np.uint64)


def hash_shingles(words: HashArray, size: int) -> HashArray:
    """One 40-bit hash for each run of `size` words, in order; empty where there are fewer words.

    Args:
        words: Word hashes, as `hash_words` gives them.
        size: Words in a run, >= 1.
    """
    count = len(words) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    rolled = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        rolled = rolled * _BASE + words[place : place + count]
    rolled ^= rolled >> np.uint64(30)
    rolled *= _MIX_1
    rolled ^= rolled >> np.uint64(27)
    rolled *= _MIX_2
    return (rolled ^ (rolled >> np.uint64(31))) >> np.uint64(64 - 8 * _SHINGLE_BYTES)


def pack_hashes(hashes: HashArray) -> bytes:
    """Shingle hashes as bytes, five each, order kept."""
    return hashes.astype("<u8").view(np.uint8).reshape(-1, 8)[:, :_SHINGLE_BYTES].tobytes()


def unpack_hashes(packed: bytes) -> HashArray:
    """The hashes that `pack_hashes` was given."""
    wide = np.zeros((len(packed) // _SHINGLE_BYTES, 8), dtype=np.uint8)
    wide[:, :_SHINGLE_BYTES] = np.frombuffer(packed, dtype=np.uint8).reshape(-1, _SHINGLE_BYTES)
    return wide.view("<u8").ravel()


def winnow(hashes: HashArray, window: int) -> HashArray:
    """The distinct smallest hashes of each `window` neighbours, ascending.

    Two texts that share a run of `window + size - 1` words (shingles of `size`) are certain to share one of these;
    about 2 in `window + 1` shingles are kept.

    Args:
        hashes: Shingle hashes in the order of the text.
        window: Neighbours of which one is kept, >= 1.

    Source: Schleimer, Wilkerson and Aiken 2003, Winnowing: local algorithms for document fingerprinting.
    """
    if len(hashes) == 0:
        return hashes
    if len(hashes) <= window:
        return np.sort(hashes)[:1]
    smallest = hashes[: len(hashes) - window + 1].copy()
    for shift in range(1, window):
        np.minimum(smallest, hashes[shift : len(hashes) - window + 1 + shift], out=smallest)
    # Neighbours mostly keep the same one: without the repeats there is little to sort. `np.unique` takes twice as long.
    return _drop_repeats(np.sort(_drop_repeats(smallest)))


def _drop_repeats(hashes: HashArray) -> HashArray:
    """`hashes`, at least one, without those that equal the one before them."""
    is_kept = np.ones(len(hashes), dtype=bool)
    np.not_equal(hashes[1:], hashes[:-1], out=is_kept[1:])
    return hashes[is_kept]


def containment(part: HashArray, whole: HashArray) -> float:
    """Share of the distinct shingles of `part` that also stand in `whole`.

    Asymmetric on purpose: a 90-word brief cut from a 900-word report scores about 1.0 one way and about 0.1
    the other.

    Args:
        part: 64-bit shingle hashes, any order, repeats ignored.
        whole: As `part`.

    Returns:
        A fraction in [0, 1].

    Raises:
        InputError: `part` is empty, so the share is undefined.

    Source: Broder 1997, On the resemblance and containment of documents.
    """
    if len(part) == 0:
        raise InputError("Containment was asked of a text without shingles.", "Leave out texts shorter than a shingle.")
    distinct = np.unique(part)
    return float(np.isin(distinct, whole).mean())
