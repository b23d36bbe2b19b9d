"""Hash and kind of words by how they are written: worked out once for each written word, then looked up."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from firsthand.lineage.word_bounds import bound_words, read_codes
from firsthand.model import Span
from firsthand.text.shingles import HashArray, hash_words
from firsthand.text.tokens import fold_word

__all__ = ["CONTENT", "HALF", "UNSPACED_FROM", "Words", "read_stretches"]

UNSPACED_FROM = "\u0e00"  # Thai and everything after it that words are cut into characters of

# Kinds of words, as bits. HALF: counts half, as a character of a script without spaces, a name or a number. Two
# reporters who write on their own use the same names, titles and numbers; the words between them are their own.
HALF = 1
# Likely to name something: long, a number, or of an unspaced script.
CONTENT = 2

# Words are remembered in so many places, each word in one of them: the newer drives out the older.
_PLACE_BITS = 18
# Longer words are links and noise: not worth a place.
_LONGEST_REMEMBERED = 60
# How a written word is known: the value of its characters as digits to this base, modulo 2**64. Odd, so that it can be
# divided by, and then the values of all words of a text come from one running sum.
_BASE = 0xD6E8FEB86659FD93
_UNBASE = pow(_BASE, -1, 1 << 64)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_MOST_POWERS = 1 << 16


class Words(NamedTuple):
    """The words of stretches of a text: entry by entry one word, in order."""

    starts: NDArray[np.int32]  # first character
    ends: NDArray[np.int32]  # past the last character
    hashes: HashArray  # as `hash_words` gives them of the folded word
    kinds: NDArray[np.uint8]

    def cut(self, count: int) -> Words:
        """The first of them."""
        return Words(self.starts[:count], self.ends[:count], self.hashes[:count], self.kinds[:count])


_NO_WORDS = Words(
    np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int32), np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.uint8)
)


def _raise(base: int, count: int) -> HashArray:
    """The powers of `base` from 0 on."""
    powers = np.full(count, base, dtype=np.uint64)
    powers[:1] = 1
    return np.multiply.accumulate(powers)


class _WordTable:
    """What is remembered of written words. What comes out never depends on it."""

    def __init__(self) -> None:
        self._keys = np.zeros(1 << _PLACE_BITS, dtype=np.uint64)
        self._hashes = np.zeros(1 << _PLACE_BITS, dtype=np.uint64)
        self._kinds = np.zeros(1 << _PLACE_BITS, dtype=np.uint8)
        self._powers, self._unpowers = _raise(_BASE, _MOST_POWERS), _raise(_UNBASE, _MOST_POWERS)
        self._lock = Lock()  # a key must not be read by one thread while another changes what stands under it

    def look_up(
        self, text: str, codes: NDArray[np.uint32], bounds: tuple[NDArray[np.int64], NDArray[np.int64]]
    ) -> Words:
        """The words of `text`, which has these codes, between these bounds."""
        starts, ends = bounds
        keys = self._key(codes, starts, ends)
        places = (keys * _SPREAD) >> np.uint64(64 - _PLACE_BITS)
        with self._lock:
            hashes, kinds = self._hashes[places], self._kinds[places]
            unknown = np.flatnonzero(self._keys[places] != keys).tolist()
            for number in unknown:
                written = text[starts[number] : ends[number]]
                hashes[number], kinds[number] = judged = _judge(written)
                if len(written) <= _LONGEST_REMEMBERED:
                    place = places[number]
                    self._keys[place] = keys[number]
                    self._hashes[place], self._kinds[place] = judged
        return Words(starts.astype(np.int32), ends.astype(np.int32), hashes, kinds)

    def _key(self, codes: NDArray[np.uint32], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> HashArray:
        count = len(codes)
        is_long = count > _MOST_POWERS
        powers = _raise(_BASE, count) if is_long else self._powers[:count]
        unpowers = _raise(_UNBASE, count) if is_long else self._unpowers
        sums = np.zeros(count + 1, dtype=np.uint64)
        np.cumsum(codes * powers, out=sums[1:])
        keys: HashArray = (sums[ends] - sums[starts]) * unpowers[starts]
        return keys


def _judge(written: str) -> tuple[int, int]:
    """The hash of a written word, and its kind."""
    norm = fold_word(written)
    is_half = (len(written) == 1 and norm >= UNSPACED_FROM) or written[0].isupper() or written[0].isdigit()
    is_content = len(norm) >= 4 or norm[:1].isdigit() or norm >= UNSPACED_FROM
    return int(hash_words([norm])[0]), HALF * is_half | CONTENT * is_content


_TABLE = _WordTable()


def read_stretches(text: str, stretches: Iterable[Span]) -> Words:
    """The words of `tokenise` of each of the stretches in turn."""
    read = []
    for start, end in stretches:
        part = text[start:end]
        codes = read_codes(part)
        words = _TABLE.look_up(part, codes, bound_words(part, codes))
        read.append(words._replace(starts=words.starts + np.int32(start), ends=words.ends + np.int32(start)))
    if len(read) == 1:
        return read[0]
    read.append(_NO_WORDS)
    return Words(
        np.concatenate([words.starts for words in read]),
        np.concatenate([words.ends for words in read]),
        np.concatenate([words.hashes for words in read]),
        np.concatenate([words.kinds for words in read]),
    )
