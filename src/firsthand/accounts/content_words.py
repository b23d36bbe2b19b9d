"""Which words of a sentence say what it is about, and the stem under which the forms of one word meet."""

from __future__ import annotations

from functools import lru_cache

from firsthand.lexicon.calendar_words import MONTHS, RELATIVE_DAYS, WEEKDAYS
from firsthand.lexicon.function_words import FUNCTION_WORDS

__all__ = ["says_little", "stem_word"]

_SHORTEST_STEM = 3
# What reports are made of whatever they report: these say nothing of which happening a sentence tells.
_REPORTING_WORDS = frozenset(
    """
    said say says saying told tells tell according added add adds reported reports report reporting announced announce
    announces statement statements spokesman spokeswoman spokesperson reporters journalists news agency agencies sources
    source official officials people year years month months week weeks day days time morning afternoon evening night
    today yesterday tomorrow tonight last next first new mr mrs ms dr
    sagte sagten teilte mitteilte berichtete berichteten laut angaben uhr jahr jahre jahren tag tage tagen
    сообщил сообщила сообщили заявил заявила сказал сказала словам данным года году день дня
    """.split()
)


def says_little(norm: str) -> bool:
    """Whether a folded word is one of grammar, of the calendar, of reporting, or a single letter."""
    return (
        norm in FUNCTION_WORDS
        or norm in _REPORTING_WORDS
        or norm in WEEKDAYS
        or norm in MONTHS
        or norm in RELATIVE_DAYS
        or (len(norm) == 1 and not norm.isdigit() and norm.isascii())
    )


@lru_cache(maxsize=1 << 16)
def stem_word(word: str) -> str:
    """A crude stem that joins the forms of one word: "talks" joins "talk", "sank" stays apart from "sink"."""
    for ending in ("ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word
