"""Where in a text dates may stand: one quick look at the whole text, which every question about a part of it reads.

Texts are asked sentence by sentence and by several readers, and most sentences name no day. What is told here is never
too little: where a part may hold a date, the patterns of `dates` decide.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from firsthand.lexicon.calendar_words import FEASTS, MONTHS, RELATIVE_DAYS, RELATIVE_PHRASES, WEEKDAYS

__all__ = [
    "LEVANTINE_MONTHS",
    "NamedWord",
    "may_hold_feasts",
    "may_hold_han",
    "may_hold_numeric",
    "may_hold_phrases",
    "named_words",
]

# First words of months' names of two words: the first of two months, or the second, which is the month after it.
LEVANTINE_MONTHS = {"كانون": 12, "تشرين": 10}
_CALENDAR_WORDS = MONTHS.keys() | WEEKDAYS.keys() | RELATIVE_DAYS.keys() | LEVANTINE_MONTHS.keys()
_HAN = "月월期拜周週"  # one of these stands in every month and day of the week in Chinese, Japanese or Korean
_WORD = re.compile(r"[^\W\d_]+")
_MID_WORD = re.compile(r"(?<=[^\W\d_])(?=[^\W\d_])")
_NEAR_NUMERIC = re.compile(r"\d(?=[-/.]\d{1,2}[-/.]\d)")  # a figure of every date that is written in figures alone
_SHORT_TEXT = 500  # characters; a shorter text is scanned quicker than looked up


class NamedWord(NamedTuple):
    """A word that names a month or a day, in small letters."""

    start: int
    end: int
    name: str


class _Scan(NamedTuple):
    """What one look at a whole text tells of every range of it."""

    words: list[NamedWord]  # in order
    starts: list[int]  # of `words`
    numeric: list[int]  # where dates in figures may stand
    has_phrases: bool
    has_feasts: bool
    has_han: bool


@lru_cache(maxsize=4)
def _scan(text: str) -> _Scan:
    """Where dates may stand. Texts are asked sentence by sentence and by several readers: each is scanned once."""
    lower = text.lower()
    words = _read_words(text, 0, len(text))
    return _Scan(
        words,
        [word.start for word in words],
        [match.start() for match in _NEAR_NUMERIC.finditer(text)],
        any(phrase in lower for phrase in RELATIVE_PHRASES),
        any(name in lower for name in FEASTS),
        any(character in text for character in _HAN),
    )


def _read_words(text: str, start: int, end: int) -> list[NamedWord]:
    found: list[NamedWord] = []
    for written in {word for word in _WORD.findall(text, start, end) if word.lower() in _CALENDAR_WORDS}:
        place = text.find(written, start, end)
        while place >= 0:
            stop = place + len(written)
            is_begun = place > start and _MID_WORD.match(text, place) is not None
            goes_on = stop < end and _MID_WORD.match(text, stop) is not None
            if not is_begun and not goes_on:
                found.append(NamedWord(place, stop, written.lower()))
            place = text.find(written, stop, end)
    return sorted(found)


def named_words(text: str, start: int, end: int) -> list[NamedWord]:
    """The words of `text[start:end]` that name months and days, in order."""
    if len(text) < _SHORT_TEXT or _MID_WORD.match(text, start) or _MID_WORD.match(text, end):
        return _read_words(text, start, end)  # what is left of a word that the range cuts may be a name
    scan = _scan(text)
    return scan.words[bisect_left(scan.starts, start) : bisect_left(scan.starts, end)]


def may_hold_numeric(text: str, start: int, end: int) -> bool:
    """Whether a date written in figures may stand in `text[start:end]`."""
    if len(text) < _SHORT_TEXT:
        return True
    places = _scan(text).numeric
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


def may_hold_phrases(text: str) -> bool:
    """Whether a phrase for a day ("last night") stands anywhere in `text`."""
    return len(text) < _SHORT_TEXT or _scan(text).has_phrases


def may_hold_feasts(text: str) -> bool:
    """Whether the name of a feast stands anywhere in `text`."""
    return len(text) < _SHORT_TEXT or _scan(text).has_feasts


def may_hold_han(text: str) -> bool:
    """Whether a month or day of the week in Chinese, Japanese or Korean may stand anywhere in `text`."""
    return len(text) < _SHORT_TEXT or _scan(text).has_han
