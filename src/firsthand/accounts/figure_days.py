"""Days of entries that were counted from the wrong day: in copies, and in articles whose own day is that of a crawl."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from firsthand.accounts.figure_amounts import DATE
from firsthand.accounts.figure_entries import Entry
from firsthand.lexicon.calendar_words import WEEKDAYS

__all__ = ["day_number", "settle_copied_days", "settle_weekdays"]

_WEEK = 7
# An article that came out so many days after the middle one of its affair may bear the day on which it was stored.
_LATE_DAYS = 7


def settle_weekdays(entries: Sequence[Entry]) -> list[Entry]:
    """`entries` in the same order, the weekdays of late articles moved to the week that the others tell of.

    "On Sunday" in an article that bears a day two weeks after all others is the Sunday of the affair, where another
    article tells something of that Sunday; its own day is then that of a crawl or of a new print.
    """
    days = sorted(day for day in {entry.article: day_number(entry.published) for entry in entries}.values() if day)
    if not days:
        return list(entries)
    middle = days[(len(days) - 1) // 2]
    told = {
        int(entry.amount.point)
        for entry in entries
        if _is_day(entry) and 0 < day_number(entry.published) <= middle + _LATE_DAYS
    }
    return [_move(entry, middle, told) for entry in entries]


def _move(entry: Entry, middle: int, told: set[int]) -> Entry:
    published = day_number(entry.published)
    if not _is_day(entry) or published <= middle + _LATE_DAYS or not _names_weekday(entry):
        return entry
    point = int(entry.amount.point)
    if abs(point - published) >= _WEEK:
        return entry
    ahead = point > published
    moved = point - ((point - middle) // _WEEK) * _WEEK  # the first such weekday from the middle day on
    if not ahead and moved > middle:
        moved -= _WEEK
    if moved not in told:
        return entry
    amount = replace(entry.amount, point=float(moved), low=float(moved), high=float(moved))
    return replace(entry, amount=amount, value=date.fromordinal(moved).isoformat())


def settle_copied_days(entries: Sequence[Entry], texts: Sequence[Sequence[int]]) -> list[Entry]:
    """`entries` in the same order, a date that several articles have in the same words with one value.

    "Later this year" is counted from the day of the article that prints it; in a copy that is the wrong day. The value
    is that of the article published first.
    """
    settled = list(entries)
    for text in texts:
        first_of: dict[str, Entry] = {}
        for place in text:
            entry = entries[place]
            if entry.amount.dimension != DATE or any(character.isdigit() for character in entry.told):
                continue
            first = first_of.setdefault(entry.told, entry)
            if first.article != entry.article:
                settled[place] = replace(entry, amount=first.amount, value=first.value)
    return settled


def day_number(published: str) -> int:
    """Days since the year 1; 0 where the day is not known."""
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return 0


def _is_day(entry: Entry) -> bool:
    return entry.amount.dimension == DATE and entry.amount.low == entry.amount.high


def _names_weekday(entry: Entry) -> bool:
    words = entry.told.split()
    return any(word.strip(",.'’s") in WEEKDAYS or word in WEEKDAYS for word in words) and not any(
        character.isdigit() for character in entry.told
    )
