"""Where the words of a text begin and end, all at once: the words of `text.tokens`, found in a fraction of the time."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from firsthand.text.tokens import find_words

__all__ = ["bound_words", "read_codes"]

# Classes of characters, as bits. None of them: stands between words, and no word goes across.
_WORD = 1  # may stand in a word beside others
_UNSPACED = 2  # a word of its own
_JOINER = 4  # belongs to a word where it stands between characters of it: an apostrophe, a hyphen
_POINT = 8  # may belong to a number where it stands between digits
_DIGIT = 16

_BASIC = 0x10000  # characters beyond are judged one by one: few texts hold any

IntArray = NDArray[np.int64]


def read_codes(text: str) -> NDArray[np.uint32]:
    """The code points of `text`."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint32, copy=False)


def _classify(characters: list[str]) -> NDArray[np.uint8]:
    """The class of each of `characters`, by what `find_words` makes of it: one judge of what a word is."""
    classes = np.zeros(len(characters), dtype=np.uint8)
    number_of = {character: number for number, character in enumerate(characters)}

    def mark(before: str, after: str, length: int, bit: int) -> None:
        written = "\n".join(f"{before}{character}{after}" for character in characters)
        for word in find_words(written):
            if len(word) == length:
                classes[number_of[word[len(before) : len(before) + 1]]] |= bit

    mark("a", "", 2, _WORD)
    mark("", "", 1, _UNSPACED)
    classes[(classes & _WORD) > 0] = _WORD  # stands alone here, but beside others too
    mark("a", "a", 3, _JOINER)
    mark("1", "1", 3, _POINT)
    classes[(classes & _WORD) > 0] = _WORD
    classes[(classes & _JOINER) > 0] = _JOINER
    classes[[number for number, each in enumerate(characters) if each.isdecimal()]] |= _DIGIT
    return classes


@lru_cache(maxsize=1)
def _classify_basic() -> NDArray[np.uint8]:
    return _classify([chr(code) for code in range(_BASIC)])


def _read_classes(text: str, codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    basic = _classify_basic()
    if len(codes) == 0 or int(codes.max()) < _BASIC:
        return basic[codes]
    beyond = np.flatnonzero(codes >= _BASIC)
    classes = basic[np.where(codes < _BASIC, codes, 0)]
    characters = sorted({text[place] for place in beyond.tolist()})
    found = dict(zip(characters, _classify(characters).tolist(), strict=True))
    classes[beyond] = [found[text[place]] for place in beyond.tolist()]
    return classes


def bound_words(text: str, codes: NDArray[np.uint32]) -> tuple[IntArray, IntArray]:
    """Where each word of `tokenise` begins, and where it ends (exclusive), in order.

    Args:
        text: At least one line; words never go across a break.
        codes: Its code points, from `read_codes`.
    """
    classes = _read_classes(text, codes)
    is_inside = np.zeros(len(codes) + 2, dtype=bool)  # one more at each end, outside
    is_word = is_inside[1:-1]
    np.bitwise_and(classes, _WORD, out=is_word, casting="unsafe")
    joiners = np.flatnonzero(classes == _JOINER)
    is_word[joiners[is_inside[joiners] & is_inside[joiners + 2]]] = True
    edges = np.flatnonzero(is_inside[1:] != is_inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    alone = np.flatnonzero(classes & _UNSPACED)
    if len(alone):
        starts, ends = np.sort(np.concatenate([starts, alone])), np.sort(np.concatenate([ends, alone + 1]))
    points = np.flatnonzero(classes == _POINT)
    if len(points):
        is_digit = np.zeros(len(codes) + 2, dtype=bool)
        is_digit[1:-1] = classes & _DIGIT
        points = points[is_digit[points] & is_digit[points + 2]]
    if len(points):
        return _bound_numbers(text, np.flatnonzero(classes == 0), points, (starts, ends))
    return starts, ends


def _bound_numbers(
    text: str, gaps: IntArray, points: IntArray, bounds: tuple[IntArray, IntArray]
) -> tuple[IntArray, IntArray]:
    """The bounds with those of numbers that hold points: what stands between two gaps round them is read anew."""
    edges = np.concatenate([[-1], gaps, [len(text)]])
    after = np.unique(np.searchsorted(edges, points))
    firsts, lasts = edges[after - 1] + 1, edges[after]
    starts, ends = bounds
    is_kept = np.ones(len(starts), dtype=bool)
    new_starts: list[int] = []
    new_ends: list[int] = []
    lows, highs = np.searchsorted(starts, firsts).tolist(), np.searchsorted(starts, lasts).tolist()
    for first, last, low, high in zip(firsts.tolist(), lasts.tolist(), lows, highs, strict=True):
        is_kept[low:high] = False
        place = first
        for word in find_words(text, first, last):
            place = text.index(word, place)  # what stands before it holds no character that begins a word
            new_starts.append(place)
            place += len(word)
            new_ends.append(place)
    return np.sort(np.concatenate([starts[is_kept], new_starts])), np.sort(np.concatenate([ends[is_kept], new_ends]))
