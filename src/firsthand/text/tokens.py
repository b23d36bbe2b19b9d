"""Words with their places in the text."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

__all__ = ["Token", "fold_word", "tokenise"]

# Scripts written without spaces between words: each character is a token of its own, so that shingles of them
# work as shingles of words do elsewhere. Kana, CJK ideographs, Thai, Lao, Myanmar, Khmer.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
# A word keeps inner apostrophes and hyphens ("don't", "al-Assad", "Su-24") and inner points and commas between
# digits ("1,200.5"). The acute accent and the prime stand for the apostrophe in many scrapes.
_WORD = re.compile(
    rf"[{_UNSPACED}]|\d+(?:[.,]\d+)+|(?:(?![{_UNSPACED}])\w)+(?:['’‘ʼ´`\-‐‑](?:(?![{_UNSPACED}])\w)+)*",
    re.UNICODE,
)
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`", "'") | dict.fromkeys("‐‑", "-"))


class Token(NamedTuple):
    """One word: its place in the text and its folded form."""

    start: int
    end: int
    norm: str


def fold_word(word: str) -> str:
    """`word` in the form under which it is compared.

    Case folded, compatibility forms and accents gone, one kind of apostrophe and of hyphen. Lengths may change:
    use it on a token, never on a text whose offsets matter.
    """
    if word.isascii():
        return word.lower().replace("`", "'")
    decomposed = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES)).casefold()
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of `text[start:end]` in order, with offsets into the whole of `text`."""
    return [
        Token(match.start(), match.end(), fold_word(match.group()))
        for match in _WORD.finditer(text, start, len(text) if end is None else end)
    ]
