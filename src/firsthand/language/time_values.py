"""TIMEX3 values: made from days and shifts, and read back into the first and last day that they cover.

Source: TimeML 1.2.1, the `value` attribute of TIMEX3; ISO 8601 for days and weeks.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.model import Article

__all__ = [
    "Anchor",
    "anchor_of",
    "clip_value",
    "days_of_value",
    "duration_value",
    "feast_day",
    "month_value",
    "shift_value",
    "unit_value",
    "week_value",
]

_ISO_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_FIRST_YEAR, _LAST_YEAR = 1, 9999
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


@dataclass(frozen=True, slots=True)
class Anchor:
    """The time from which an article speaks, as exactly as it is known.

    Attributes:
        year: None where nothing is known; then only full dates are resolved.
        month: None where only the year is known.
        day: None where only the month is known.
        is_published: Whether it is the day of publication. Else the article was written then or within some days
            after, so that a day name may lie ahead of it in the past tense.
    """

    year: int | None = None
    month: int | None = None
    day: date | None = None
    is_published: bool = True


def anchor_of(article: Article) -> Anchor:
    """The anchor of `article`: its day of publication, else the day of its event, else its earliest possible day.

    The event day is named in the article, by its dateline, "today" or a day name, so it serves nearly as well as the
    day of publication. `published_not_before` is only a bound and may lie well before the day; but where it falls
    less than a week after the event day it is the better of the two, and is taken.
    """
    event, bound = article.event_date, article.published_not_before
    if event is not None and bound is not None and _is_just_after(event, bound):
        event = bound
    for stamp in (article.published, event, bound):
        match = _ISO_DAY.match(stamp or "")
        if match is None:
            continue
        year, month = int(match[1]), int(match[2]) if match[2] else None
        if not _FIRST_YEAR <= year <= _LAST_YEAR or (month is not None and not 1 <= month <= 12):
            continue
        day = int(match[3]) if match[3] else None
        if month is None or day is None:
            return Anchor(year, month, None, stamp == article.published)
        if 1 <= day <= monthrange(year, month)[1]:
            return Anchor(year, month, date(year, month, day), stamp == article.published)
    return Anchor()


def _is_just_after(event: str, bound: str) -> bool:
    try:
        days = (date.fromisoformat(bound[:10]) - date.fromisoformat(event[:10])).days
    except ValueError:
        return False
    return 0 < days < 7


def week_value(day: date, suffix: str = "") -> str:
    """The ISO week of `day`, such as "2017-W44", with `suffix` behind it."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}{suffix}"


def month_value(year: int, month: int) -> str:
    """The month as "2017-11"; months beyond 1 to 12 run into the neighbouring years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}"


def unit_value(unit: str, day: date) -> str:
    """The day, week, month, quarter, year, decade or century in which `day` lies, as a TIMEX3 value."""
    makers = {
        "day": day.isoformat(),
        "week": week_value(day),
        "weekend": week_value(day, "-WE"),
        "month": month_value(day.year, day.month),
        "quarter": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "year": f"{day.year:04d}",
        "decade": f"{day.year // 10:03d}",
        "century": f"{day.year // 100:02d}",
    }
    return makers[unit]


def shift_value(unit: str, day: date, steps: int) -> str | None:
    """The value of the `unit` that lies `steps` units after the one of `day` (before it, where negative).

    None where that falls outside the years 1 to 9999.
    """
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        days = {"day": 1, "week": 7, "weekend": 7}[unit]
        if not _is_in_calendar(day.year + days * steps / 365.25):
            return None
        return unit_value(unit, day + timedelta(days=days * steps))
    total = day.year * 12 + day.month - 1 + months * steps
    if not _is_in_calendar(total / 12):
        return None
    return unit_value(unit, date(total // 12, total % 12 + 1, 1))


def _is_in_calendar(year: float) -> bool:
    return _FIRST_YEAR + 1 < year < _LAST_YEAR - 1


def duration_value(number: float | None, letter: str, is_clock: bool) -> str:
    """The TIMEX3 value of so many units: "P3D", "PT24H", "P2Y6M", "PXW" for an unknown number."""
    mark = "T" if is_clock else ""
    if letter == "F":
        number, letter = None if number is None else number * 2, "W"
    if number is None:
        return f"P{mark}X{letter}"
    if number == int(number):
        return f"P{mark}{int(number)}{letter}"
    smaller = {("Y", False): ("M", 12), ("H", True): ("M", 60), ("M", True): ("S", 60)}.get((letter, is_clock))
    if smaller is None or number != round(number * 2) / 2:
        return f"P{mark}{number:g}{letter}"
    whole = f"{int(number)}{letter}" if number >= 1 else ""
    return f"P{mark}{whole}{int((number % 1) * smaller[1])}{smaller[0]}"


def clip_value(value: str, unit: str) -> str | None:
    """`value` made as coarse as `unit` (day, month, year); None where it is coarser already or of another kind."""
    length = {"day": 10, "month": 7, "year": 4}[unit]
    return (
        value[:length]
        if re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", value[:length]) and len(value) >= length
        else None
    )


def days_of_value(value: str) -> tuple[str, str] | None:
    """First and last ISO day that a DATE or TIME value covers; None for one that names no known days."""
    bare = value.split("T", 1)[0]
    found = _whole_days(bare)
    if found is None:
        return None
    return found[0].isoformat(), found[1].isoformat()


def _whole_days(value: str) -> tuple[date, date] | None:
    if match := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", value):
        year, month, day = map(int, match.groups())
        return (date(year, month, day),) * 2 if _is_day(year, month, day) else None
    if match := re.fullmatch(r"(\d{4})-(\d{2})", value):
        return _months(int(match[1]), int(match[2]), 1)
    if match := re.fullmatch(r"(\d{4})-W(\d{2})(-WE)?", value):
        return _week(int(match[1]), int(match[2]), weekend=match[3] is not None)
    if match := re.fullmatch(r"(\d{4})-([QH])([1-4])", value):
        size = 3 if match[2] == "Q" else 6
        return _months(int(match[1]), (int(match[3]) - 1) * size + 1, size)
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return _months(int(match[1]), _SEASON_MONTHS[match[2]][0], 3)
    if re.fullmatch(r"\d{2,4}", value):
        size = 10 ** (4 - len(value))
        first = int(value) * size
        return (date(first, 1, 1), date(first + size - 1, 12, 31)) if first >= _FIRST_YEAR else None
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    return year >= _FIRST_YEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _months(year: int, month: int, count: int) -> tuple[date, date] | None:
    if not (_FIRST_YEAR <= year < _LAST_YEAR and 1 <= month <= 12):
        return None
    last = year * 12 + month - 1 + count
    return date(year, month, 1), date(last // 12, last % 12 + 1, 1) - timedelta(days=1)


def _week(year: int, week: int, weekend: bool) -> tuple[date, date] | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)


_FIXED_FEASTS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "st. patrick's day": (3, 17),
    "independence day": (7, 4),
    "halloween": (10, 31),
    "may day": (5, 1),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
}


def feast_day(name: str, year: int) -> date | None:
    """The day of a feast in `year`, where the calendar fixes it. Movable ones by the Gregorian rules.

    Args:
        name: In lower case, with a plain apostrophe.
        year: In the Gregorian calendar.
    """
    if name in _FIXED_FEASTS:
        return date(year, *_FIXED_FEASTS[name])
    if "easter" in name or name == "good friday":
        return _easter(year) + timedelta(days={"good friday": -2, "easter monday": 1}.get(name, 0))
    if name.startswith("thanksgiving"):
        return _weekday_of_month(year, 11, 4, 4)
    if name in {"labor day", "labour day"}:
        return _weekday_of_month(year, 9, 1, 1)
    if name.startswith("martin"):
        return _weekday_of_month(year, 1, 1, 3)
    if name == "memorial day":
        last = date(year, 5, 31)
        return last - timedelta(days=last.weekday())
    if name == "election day":
        return _weekday_of_month(year, 11, 1, 1) + timedelta(days=1)
    return None


def _weekday_of_month(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))


def _easter(year: int) -> date:
    """Easter Sunday. Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    golden, century, place = year % 19, year // 100, year % 100
    skipped, leap = century // 4, century % 4
    moon = (19 * golden + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * leap + 2 * (place // 4) - moon - place % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
