"""Pairs of quotation marks by language, and the characters that scrapes put in place of an apostrophe."""

from __future__ import annotations

import re

__all__ = ["APOSTROPHES", "CLOSING_MARKS", "OPENING_MARKS", "QUOTATION_PAIRS", "is_apostrophe", "pairs_of"]

# Opening and closing mark, outer pair first. Straight marks close themselves and stand last: they are told apart by
# their place only.
QUOTATION_PAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'"), ("``", "''")),
    "de": (("„", "“"), ("‚", "‘"), ("»", "«"), ("›", "‹"), ("„", "”"), ('"', '"'), ("'", "'")),
    "fr": (("«", "»"), ("“", "”"), ("‹", "›"), ('"', '"'), ("'", "'")),
    "es": (("«", "»"), ("“", "”"), ("‘", "’"), ('"', '"'), ("'", "'")),
    "it": (("«", "»"), ("“", "”"), ('"', '"'), ("'", "'")),
    "pt": (("“", "”"), ("«", "»"), ("‘", "’"), ('"', '"'), ("'", "'")),
    "nl": (("‘", "’"), ("“", "”"), ("„", "”"), ('"', '"'), ("'", "'")),
    "pl": (("„", "”"), ("«", "»"), ("‚", "’"), ('"', '"')),
    "ru": (("«", "»"), ("„", "“"), ("“", "”"), ('"', '"')),
    "uk": (("«", "»"), ("„", "“"), ("“", "”"), ('"', '"')),
    "tr": (("“", "”"), ("‘", "’"), ("«", "»"), ('"', '"'), ("'", "'")),
    "ar": (("«", "»"), ("“", "”"), ("”", "“"), ('"', '"')),
    "fa": (("«", "»"), ("“", "”"), ('"', '"')),
    "sv": (("”", "”"), ("»", "»"), ("“", "”"), ('"', '"')),
    "fi": (("”", "”"), ("»", "»"), ("“", "”"), ('"', '"')),
    "zh": (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ('"', '"')),
    "ja": (("「", "」"), ("『", "』"), ("“", "”"), ('"', '"')),
    "ko": (("“", "”"), ("‘", "’"), ("「", "」"), ('"', '"')),
}
_ANY = (("“", "”"), ("«", "»"), ("„", "“"), ("「", "」"), ('"', '"'))

# Any mark that can open or close speech, whatever the language.
OPENING_MARKS = frozenset("“‘„‚«‹「『\"'”»")
CLOSING_MARKS = frozenset("”’“‘»›」』\"'«")

# The apostrophe and what stands for it: right and left single quotation mark, modifier letter, prime, acute and grave
# accent, the typewriter's own. "Ellmouth´s" and "Ellmouth`s" are common where an old system changed the encoding.
APOSTROPHES = frozenset("'’‘ʼ′´`＇")
_BETWEEN_LETTERS = re.compile(r"[^\W\d_]")


def pairs_of(language: str | None) -> tuple[tuple[str, str], ...]:
    """Opening and closing marks usual in `language`, outer pair first; the commonest of all where it is unknown.

    Args:
        language: ISO 639-1 code, or None.
    """
    return QUOTATION_PAIRS.get(language or "", _ANY)


def is_apostrophe(text: str, place: int) -> bool:
    """Whether the character at `place` is an apostrophe inside a word, or at the end of a plural ("leaders' talks").

    A single mark after a final s that also closes a quotation cannot be told from the plural here; it is called an
    apostrophe only where a letter follows the white space after it in lower case.
    """
    if text[place] not in APOSTROPHES or place == 0:
        return False
    before, after = text[place - 1], text[place + 1 : place + 2]
    if not _BETWEEN_LETTERS.match(before):
        return False
    if _BETWEEN_LETTERS.match(after):
        return True
    return before in "sS" and after == " " and text[place + 2 : place + 3].islower()
