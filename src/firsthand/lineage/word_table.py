"""Hash and kind of words by how they are written: worked out once for each written word, then looked up."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from firsthand.text.shingles import HashArray, hash_words
from firsthand.text.tokens import fold_word

__all__ = ["CONTENT", "HALF", "UNSPACED_FROM", "look_up_words"]

UNSPACED_FROM = "\u0e00"  # Thai and everything after it that words are cut into characters of

# Kinds of words, as bits. HALF: counts half, as a character of a script without spaces, a name or a number. Two
# reporters who write on their own use the same names, titles and numbers; the words between them are their own.
HALF = 1
# Likely to name something: long, a number, or of an unspaced script.
CONTENT = 2

# Written words that are remembered; with more the table is begun anew.
_MOST_REMEMBERED = 1 << 17


class _WordTable(dict[str, int]):
    """The number of each written word, given when it is first asked for; hash and kind of each number."""

    def __init__(self) -> None:
        super().__init__()
        self.hashes = array("Q")
        self.kinds = array("B")
        self._lock = Lock()

    def __missing__(self, written: str) -> int:
        norm = fold_word(written)
        is_half = (len(written) == 1 and norm >= UNSPACED_FROM) or written[0].isupper() or written[0].isdigit()
        is_content = len(norm) >= 4 or norm[:1].isdigit() or norm >= UNSPACED_FROM
        with self._lock:
            number = len(self.hashes)
            self.hashes.append(int(hash_words([norm])[0]))
            self.kinds.append(HALF * is_half | CONTENT * is_content)
            self[written] = number
        return number


class _Remembered:
    """The table in use. A full one is replaced, never emptied: another thread may be reading it."""

    table = _WordTable()


def look_up_words(written: Sequence[str]) -> tuple[HashArray, NDArray[np.uint8]]:
    """The hashes of `hash_words` of the folded words, and their kinds; entry by entry one of `written`."""
    table = _Remembered.table
    numbers = np.fromiter(map(table.__getitem__, written), dtype=np.int64, count=len(written))
    if len(numbers) == 0:
        return np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.uint8)
    # The views are dropped at once: an array that is looked at cannot grow.
    found = np.frombuffer(table.hashes, dtype=np.uint64)[numbers], np.frombuffer(table.kinds, dtype=np.uint8)[numbers]
    if len(table) > _MOST_REMEMBERED:
        _Remembered.table = _WordTable()
    return found
