"""Where in a text dates may stand: one quick look at the whole text, which every question about a part of it reads.

Texts are asked sentence by sentence and by several readers, and most sentences name no day. What is told here is never
too little: where a part may hold a date, the patterns of `dates` decide.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from firsthand.lexicon.calendar_words import FEASTS, MONTHS, RELATIVE_DAYS, RELATIVE_PHRASES, WEEKDAYS

__all__ = [
    "LEVANTINE_MONTHS",
    "NamedWord",
    "may_hold_days",
    "may_hold_feasts",
    "may_hold_han",
    "may_hold_numeric",
    "may_hold_phrases",
    "named_words",
]

# First words of months' names of two words: the first of two months, or the second, which is the month after it.
LEVANTINE_MONTHS = {"كانون": 12, "تشرين": 10}
_CALENDAR_WORDS = MONTHS.keys() | WEEKDAYS.keys() | RELATIVE_DAYS.keys() | LEVANTINE_MONTHS.keys()
# The longest word of each phrase and feast: a text of Latin letters without it cannot hold the rest.
_PHRASE_WORDS, _FEAST_WORDS = (
    frozenset(max(re.findall(r"[^\W\d_]+", name), key=len) for name in names) for names in (RELATIVE_PHRASES, FEASTS)
)
# Anything but Latin letters and the signs that stand among them: quotation marks, dashes, the euro.
_FOREIGN = re.compile(r"[^\x00-\xff\u2010-\u2027\u2030-\u203a\u20ac\u2122]")
_LATIN_BLANKS = bytes(code if chr(code).isalpha() else 32 for code in range(256))
_LATIN_NAMES = {
    name.encode("latin-1"): name
    for name in (*_CALENDAR_WORDS, *_PHRASE_WORDS, *_FEAST_WORDS)
    if name.isascii() or _FOREIGN.search(name) is None
}
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
    days: list[int] | None  # where anything that names a day may stand, in order; None for anywhere
    has_phrases: bool
    has_feasts: bool
    has_han: bool


@lru_cache(maxsize=4)
def _scan(text: str) -> _Scan:
    """Where dates may stand. Texts are asked sentence by sentence and by several readers: each is scanned once."""
    lower = text.lower()
    is_even = len(lower) == len(text)  # not so where small letters are written with more characters: "İ"
    is_foreign = not is_even or _FOREIGN.search(text) is not None
    spoken = set(_WORD.findall(lower)) if is_foreign else _latin_words(lower)
    words = _place_words(text, lower, spoken) if is_even else _read_words(text, 0, len(text))
    numeric = [match.start() for match in _NEAR_NUMERIC.finditer(text)]
    phrases = _places(lower, RELATIVE_PHRASES) if is_foreign or not _PHRASE_WORDS.isdisjoint(spoken) else []
    feasts = _places(lower, FEASTS) if is_foreign or not _FEAST_WORDS.isdisjoint(spoken) else []
    han = _places(text, _HAN) if is_foreign else []
    starts = [word.start for word in words]
    days = sorted({*starts, *numeric, *phrases, *feasts, *han}) if is_even else None
    return _Scan(words, starts, numeric, days, bool(phrases), bool(feasts), bool(han))


def _latin_words(lower: str) -> set[str]:
    """The words of the calendar, of phrases and of feasts in a text of Latin letters, in a third of the time."""
    found = _LATIN_NAMES.keys() & set(lower.encode("latin-1", "replace").translate(_LATIN_BLANKS).split())
    return {_LATIN_NAMES[name] for name in found}


def _places(text: str, names: Iterable[str]) -> list[int]:
    """Where any of some names stands in a text, in no order."""
    found: list[int] = []
    for name in names:
        place = text.find(name)
        while place >= 0:
            found.append(place)
            place = text.find(name, place + 1)
    return found


def _place_words(text: str, lower: str, spoken: set[str]) -> list[NamedWord]:
    """As `_read_words` for a whole text, from its words in small letters: most texts write few of the names."""
    found = [
        NamedWord(place, place + len(name), name)
        for name in _CALENDAR_WORDS & spoken
        for place in _places(lower, (name,))
        if not (place > 0 and _MID_WORD.match(text, place))
        and not (place + len(name) < len(text) and _MID_WORD.match(text, place + len(name)))
    ]
    return sorted(found)


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


def may_hold_days(text: str, start: int, end: int) -> bool:
    """Whether anything that names a day, by its date, its name or from today, may stand in `text[start:end]`."""
    if len(text) < _SHORT_TEXT or _MID_WORD.match(text, start) or _MID_WORD.match(text, end):
        return True
    places = _scan(text).days
    if places is None:
        return True
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


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
