"""Dates and days as people write them: find the forms, resolve nothing.

`find_date_forms` reads dates with at least a day or a year in them; `find_weekdays` names of days; `find_feasts` names
of feasts; `find_relative_days` words such as "yesterday". What day a form stands for is the caller's affair.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import NamedTuple

from firsthand.lexicon.calendar_words import (
    AMBIGUOUS_WEEKDAYS,
    CAPITAL_MONTHS,
    FEASTS,
    FULL_DATE_MONTHS,
    MONTHS,
    RELATIVE_DAYS,
    RELATIVE_PHRASES,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)
from firsthand.lexicon.clocks import read_clock_after, read_clock_before, zone_offset
from firsthand.lexicon.date_scan import (
    LEVANTINE_MONTHS,
    NamedWord,
    may_hold_days,
    may_hold_feasts,
    may_hold_han,
    may_hold_numeric,
    may_hold_phrases,
    named_words,
)
from firsthand.model import Span

__all__ = [
    "DateForm",
    "DayWord",
    "find_date_forms",
    "find_feasts",
    "find_relative_days",
    "find_weekdays",
    "is_calendar_day",
    "may_hold_days",
    "zone_offset",
]


class DateForm(NamedTuple):
    """One date as written. What is not written is None.

    Attributes:
        span: The whole form, with its day of the week, time and zone.
        year: 1000 to 2199.
        month: 1 to 12.
        day: 1 to 31; the first day of a range.
        last_day: The last day of a range within the month: "January 23-24".
        time: "HH:MM" or "HH:MM:SS", 24 hours.
        offset: "+03:00"; None also where a zone is written whose offset changes ("ET").
        weekday: 0 for Monday.
        is_ambiguous: Day and month could be the other way round ("3/4/2017"); they are read day first.
        date_span: The form without its time.
    """

    span: Span
    year: int | None
    month: int | None
    day: int | None
    last_day: int | None = None
    time: str | None = None
    offset: str | None = None
    weekday: int | None = None
    is_ambiguous: bool = False
    date_span: Span = Span(0, 0)


class DayWord(NamedTuple):
    """A day named by a word: of the week (0 for Monday) or by its distance from today (in days)."""

    span: Span
    value: int


class _Found(NamedTuple):
    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    last_day: int | None = None
    is_ambiguous: bool = False


_GAP = r"[\s\u00a0]"
_WORD = re.compile(r"[^\W\d_]+")
_YMD = re.compile(r"(?<![\d./:-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?![-/]\d)")
_NUMERIC = re.compile(r"(?<![\d./:-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(?![./-]\d)")
_HAN = re.compile(r"(?:(\d{4})\s?[年년]\s?)?(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]")
_HAN_MONTH = re.compile(r"(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?!\s?\d)")
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|°|-?го|-?е)?"
_DAY_BEFORE = re.compile(
    rf"(?<![\d.,:/$€£-])(?:(\d{{1,2}}){_ORDINAL}\s?(?:[-–—/]|to|and|bis|und|au|et|al|y|и|по)\s?)?"
    rf"(\d{{1,2}}){_ORDINAL}(?:{_GAP}{{1,3}}|[-/])(?:of\s|de\s|d['’]|den\s)?$"
)
_YEAR_AFTER = re.compile(
    rf"[.,]{{0,2}}(?:{_GAP}{{1,3}}|[-/])(?:del?\s|of\s)?(\d{{4}})(?!\d|[.,]\d)(?:\s?(?:года|год|г\.))?"
)
_SHORT_YEAR_AFTER = re.compile(r"-(\d{2})(?!\d)")
_SUFFIX = r"st|nd|rd|th|\s(?:st|nd|rd|th)\s?"  # the second where an element of a page parts it: "Dec 21 st , 2018"
_DAY_YEAR_AFTER = re.compile(
    rf"\.?{_GAP}{{1,3}}(\d{{1,2}})(?:{_SUFFIX})?(?:\s?[-–—]\s?(\d{{1,2}})(?:{_SUFFIX})?)?"
    rf"(?:,\s?|{_GAP}{{1,3}})(\d{{4}})(?!\d|[.,]\d)"
)
_DAY_CLOCK_YEAR_AFTER = re.compile(r"\s{1,2}(\d{1,2})\s\d\d:\d\d(?::\d\d)?(?:\s[A-Z+\d]{1,5})?\s(\d{4})(?!\d)")
_DAY_AFTER = re.compile(
    rf"\.?{_GAP}{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)(?:\s?[-–—]\s?(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:%]))?"
)
_DAY_NAME_BEFORE = re.compile(r"([^\W\d_]+)(?:\.?,|\.)?[\s\u00a0](?:den\s|le\s|the\s|,\s)?$")
_DAY_NAME_AFTER = re.compile(r"[\s\u00a0,(]{1,3}([^\W\d_]+)\.?\)?")
_HAN_WEEKDAY = re.compile(r"(?<![一每几])(?:星期|礼拜|禮拜|周|週)([一二三四五六日天])")
_HAN_DAYS = {character: number for number, character in enumerate("一二三四五六日")} | {"天": 6}
# Phrases of Latin letters are whole words; Chinese ones stand between others without a blank.
_PHRASE = re.compile(
    "|".join(
        rf"(?<![^\W\d_]){re.escape(phrase)}(?![^\W\d_])" if phrase[0].isascii() else re.escape(phrase)
        for phrase in RELATIVE_PHRASES
    ),
    re.IGNORECASE,
)
_FEAST = re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in FEASTS)})\b", re.IGNORECASE)
_LEVANTINE_ORDER = re.compile(r"\s(الأول|الاول|الثاني)")
_LOOK_BEHIND = 40  # characters before a date in which its day of the week and time may stand


def is_calendar_day(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the parts that are given can be parts of one day; 29 February where the year is not given."""
    if year is not None and not 1000 <= year <= 2199:
        return False
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    longest = 31 if month is None else calendar.monthrange(2000 if year is None else year, month)[1]
    return 1 <= day <= longest


def find_date_forms(text: str, start: int = 0, end: int | None = None) -> list[DateForm]:
    """The dates written in `text[start:end]`, in order, none overlapping another.

    A date has a month with a day, a year, or both; a bare month or year is none. Languages: English, German,
    French, Spanish, Russian, Arabic, Turkish, Chinese, and numbers. Runs in time linear in the text.
    """
    end = len(text) if end is None else end
    found = [*_find_numeric(text, start, end), *_find_named(text, start, end)]
    found.sort(key=lambda one: (one.start, -one.end))
    forms: list[DateForm] = []
    for one in found:
        if forms and one.start < forms[-1].span.end:
            continue
        floor = forms[-1].span.end if forms else start
        forms.append(_with_clock(text, one, floor, end))
    return forms


def find_weekdays(text: str, start: int = 0, end: int | None = None) -> list[DayWord]:
    """The days of the week named in full in `text[start:end]`, in order; also those that are part of a date."""
    end = len(text) if end is None else end
    days = [
        DayWord(Span(word.start, word.end), WEEKDAYS[word.name])
        for word in named_words(text, start, end)
        if word.name in WEEKDAYS and _is_meant(text, word, start)
    ]
    if may_hold_han(text):
        days += [
            DayWord(Span(match.start(), match.end()), _HAN_DAYS[match[1]])
            for match in _HAN_WEEKDAY.finditer(text, start, end)
        ]
    return sorted(days)


def find_relative_days(text: str, start: int = 0, end: int | None = None) -> list[DayWord]:
    """Words such as "yesterday" or "last night" in `text[start:end]`, with their distance in days from today."""
    end = len(text) if end is None else end
    days = [
        DayWord(Span(word.start, word.end), RELATIVE_DAYS[word.name])
        for word in named_words(text, start, end)
        if word.name in RELATIVE_DAYS
    ]
    if not may_hold_phrases(text):
        return days
    days += [
        DayWord(Span(match.start(), match.end()), RELATIVE_PHRASES[match.group().lower()])
        for match in _PHRASE.finditer(text, start, end)
        if match.group().lower() in RELATIVE_PHRASES
    ]
    return sorted(days)


def find_feasts(text: str, start: int = 0, end: int | None = None) -> list[DateForm]:
    """Feasts of a fixed day named in `text[start:end]` ("Christmas Eve"), as dates without a year."""
    end = len(text) if end is None else end
    found: list[DateForm] = []
    if not may_hold_feasts(text):
        return found
    for match in _FEAST.finditer(text, start, end):
        feast = FEASTS.get(match.group().lower())  # None for a letter such as the long s, which is equal but for case
        if feast is not None:
            span = Span(match.start(), match.end())
            found.append(DateForm(span, None, *feast, date_span=span))
    return found


def _is_meant(text: str, word: NamedWord, start: int) -> bool:
    """Whether a word that is also another word stands here for the day."""
    if word.name not in AMBIGUOUS_WEEKDAYS:
        return True
    if text[word.end : word.end + 7].startswith(" günü"):
        return True
    before = text[max(start, word.start - 12) : word.start].lower().split()
    return bool(before) and before[-1] in AMBIGUOUS_WEEKDAYS[word.name]


def _find_numeric(text: str, start: int, end: int) -> Iterator[_Found]:
    if may_hold_numeric(text, start, end):
        for match in _YMD.finditer(text, start, end):
            yield from _checked(match, int(match[1]), int(match[3]), int(match[4]))
        for match in _NUMERIC.finditer(text, start, end):
            yield from _read_numeric(match)
    if not may_hold_han(text):
        return
    for match in _HAN.finditer(text, start, end):
        yield from _checked(match, int(match[1]) if match[1] else None, int(match[2]), int(match[3]))
    for match in _HAN_MONTH.finditer(text, start, end):
        yield from _checked(match, int(match[1]), int(match[2]), None)


def _read_numeric(match: re.Match[str]) -> Iterator[_Found]:
    first, separator, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if len(match[4]) == 2:
        # "1.2.10" is a version or a section more often than a day: two digits each, and no hyphens (scores).
        if separator == "-" or len(match[1]) + len(match[3]) != 4:
            return
        year += 1900 if year >= 70 else 2000
    if second > 12 >= first:  # month first, as written in the United States
        yield from _checked(match, year, first, second)
        return
    either = separator != "." and first <= 12 and first != second  # points are written day first everywhere
    yield from _checked(match, year, second, first, is_ambiguous=either)


def _checked(
    match: re.Match[str], year: int | None, month: int, day: int | None, *, is_ambiguous: bool = False
) -> Iterator[_Found]:
    if is_calendar_day(year, month, day):
        yield _Found(match.start(), match.end(), year, month, day, None, is_ambiguous)


def _find_named(text: str, start: int, end: int) -> Iterator[_Found]:
    for word in named_words(text, start, end):
        month, stop = MONTHS.get(word.name), word.end
        if month is None:
            # Levantine names: the first of two months, or the second, which is the month after it.
            second = _LEVANTINE_ORDER.match(text, stop, end) if word.name in LEVANTINE_MONTHS else None
            if not second:
                continue
            month = LEVANTINE_MONTHS[word.name] + (second[1] == "الثاني")
            month, stop = (1 if month == 13 else month), second.end()
        if word.name in CAPITAL_MONTHS and not text[word.start].isupper():
            continue
        one = _read_around(text, Span(word.start, stop), month, start, end)
        if one is None or not is_calendar_day(one.year, one.month, one.day):
            continue
        if word.name in FULL_DATE_MONTHS and (one.day is None or one.year is None):
            continue
        yield one


def _read_around(text: str, name: Span, month: int, start: int, end: int) -> _Found | None:
    """The date round the name of a month: day before or after it, year after."""
    low = max(start, name.start - 16)
    before = _DAY_BEFORE.search(text[low : name.start])
    if before and not 1 <= int(before[2]) <= 31:
        before = None
    year = _YEAR_AFTER.match(text, name.end, end)
    if before is None or (year is None and before[1] is None):
        clock = _DAY_CLOCK_YEAR_AFTER.match(text, name.end, end)
        if clock:
            return _Found(name.start, clock.end(), int(clock[2]), month, int(clock[1]))
        after = _DAY_YEAR_AFTER.match(text, name.end, end)
        if after and 1 <= int(after[1]) <= 31:
            return _Found(name.start, after.end(), int(after[3]), month, int(after[1]), _day(after[2]))
    if before:
        first, last = before[1], int(before[2])
        if year is None:
            year = _SHORT_YEAR_AFTER.match(text, name.end, end) if text[name.start - 1] == "-" else None
        return _Found(
            low + before.start(),
            year.end() if year else name.end,
            (int(year[1]) + (2000 if len(year[1]) == 2 else 0)) if year else None,
            month,
            int(first) if first else last,
            last if first else None,
        )
    if year:
        return _Found(name.start, year.end(), int(year[1]), month, None)
    after = _DAY_AFTER.match(text, name.end, end)
    if after:
        return _Found(name.start, after.end(), None, month, int(after[1]), _day(after[2]))
    return None


def _day(digits: str | None) -> int | None:
    return int(digits) if digits and 1 <= int(digits) <= 31 else None


def _with_clock(text: str, one: _Found, floor: int, end: int) -> DateForm:
    """The date with its day of the week before it, and its time after or before it."""
    start, weekday = one.start, None
    low = max(floor, one.start - _LOOK_BEHIND)
    name = _DAY_NAME_BEFORE.search(text[low:start])
    if name:
        weekday = WEEKDAYS.get(name[1].lower(), SHORT_WEEKDAYS.get(name[1].lower()))
        if weekday is not None:
            start = low + name.start()
    form = DateForm(
        Span(start, one.end),
        one.year,
        one.month,
        one.day,
        one.last_day,
        weekday=weekday,
        is_ambiguous=one.is_ambiguous,
        date_span=Span(start, one.end),
    )
    if one.day is None:
        return form
    named, stop = _day_name_after(text, one.end, end)
    clock = read_clock_after(text, stop, end) or read_clock_after(text, one.end, end)
    if clock:
        weekday = named if weekday is None and clock.start == stop else weekday
        return form._replace(time=clock.time, offset=clock.offset, span=Span(start, clock.end), weekday=weekday)
    clock = read_clock_before(text, max(floor, start - _LOOK_BEHIND), start)
    if clock:
        return form._replace(time=clock.time, offset=clock.offset, span=Span(clock.start, one.end))
    return form


def _day_name_after(text: str, start: int, end: int) -> tuple[int | None, int]:
    """The day of the week that follows a date ("4 Mart 2031 Salı 10:30"), and where it ends; else where it began."""
    match = _DAY_NAME_AFTER.match(text, start, end)
    if match is None:
        return None, start
    han = _HAN_WEEKDAY.fullmatch(match[1])
    weekday = _HAN_DAYS[han[1]] if han else WEEKDAYS.get(match[1].lower(), SHORT_WEEKDAYS.get(match[1].lower()))
    return (None, start) if weekday is None else (weekday, match.end())
