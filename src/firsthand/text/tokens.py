"""Words with their places in the text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["Token", "WordPlaces", "cut_words", "find_words", "fold_word", "tokenise"]

# Scripts written without spaces between words: each character is a token of its own, so that shingles of them
# work as shingles of words do elsewhere. Kana, CJK ideographs, Thai, Lao, Myanmar, Khmer.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
# A word keeps inner apostrophes and hyphens ("don't", "al-Assad", "Su-24") and inner points and commas between
# digits ("1,200.5"). The acute accent and the prime stand for the apostrophe in many scrapes.
_LETTERS = rf"[^\W{_UNSPACED}]+"
_WORD = re.compile(rf"[{_UNSPACED}]|\d+(?:[.,]\d+)+|{_LETTERS}(?:['’‘ʼ´`\-‐‑]{_LETTERS})*")
_WORD_KEPT = re.compile(f"({_WORD.pattern})")
_LONGEST_REMEMBERED = 60  # characters; longer words are links and noise
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`", "'") | dict.fromkeys("‐‑", "-"))


class Token(NamedTuple):
    """One word: its place in the text and its folded form."""

    start: int
    end: int
    norm: str


class WordPlaces(NamedTuple):
    """The words of a stretch of text, as written, with their places: entry by entry one word, in order."""

    written: list[str]
    starts: NDArray[np.int32]  # first character
    ends: NDArray[np.int32]  # past the last character


def fold_word(word: str) -> str:
    """`word` in the form under which it is compared.

    Case folded, compatibility forms and accents gone, one kind of apostrophe and of hyphen. Lengths may change:
    use it on a token, never on a text whose offsets matter.
    """
    return _fold_once(word) if len(word) <= _LONGEST_REMEMBERED else _fold(word)


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower().replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES)).casefold()
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def find_words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The words of `tokenise` as written: cheaper where neither places nor folded forms of all are needed."""
    return _WORD.findall(text, start, len(text) if end is None else end)


def cut_words(text: str, start: int, end: int) -> WordPlaces:
    """The words of `tokenise` as written, with offsets into the whole of `text`; a third of its time."""
    parts = _WORD_KEPT.split(text[start:end])  # gap, word, gap, ..., gap
    edges = np.fromiter(map(len, parts), dtype=np.int32, count=len(parts)).cumsum(dtype=np.int32) + np.int32(start)
    return WordPlaces(parts[1::2], edges[:-1:2], edges[1::2])


_fold_once = lru_cache(maxsize=1 << 16)(_fold)  # a text repeats its words, and texts share most of theirs


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of `text[start:end]` in order, with offsets into the whole of `text`."""
    return [
        Token(*match.span(), fold_word(match.group()))
        for match in _WORD.finditer(text, start, len(text) if end is None else end)
    ]
