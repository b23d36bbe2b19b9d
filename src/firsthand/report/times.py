"""Days and times as a reader reads them, with the offset of the source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from firsthand.report.words import Words

__all__ = ["TimeView", "instant", "offset", "view_time"]

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?(?P<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeView:
    """A point in time in words, and in the form that machines read."""

    words: str
    short: str
    machine: str | None  # for the `datetime` attribute; None where the value has no ISO form


def _match(value: str) -> re.Match[str] | None:
    match = _ISO.fullmatch(value.strip())
    if match is None or (match["month"] and not 1 <= int(match["month"]) <= 12):
        return None
    return match


def view_time(value: str, words: Words, precision: str | None = None) -> TimeView:
    """`value` in words: "1 November 2017, 20:31 (UTC+03:00)".

    Args:
        value: ISO 8601 year, month, day, or minute with its offset or none; anything else is shown as it stands.
        words: The catalogue to speak from.
        precision: minute, day, month or year where less is known than `value` is written to; None to go by its form.
    """
    match = _match(value)
    if match is None:
        return TimeView(words=value, short=value, machine=None)
    parts = {name: part for name, part in match.groupdict().items() if part is not None}
    levels = [level for level, field in _LEVELS if field in parts]
    level = precision if precision in levels else levels[0]
    values = {
        "year": parts["year"],
        "month": words.say(f"month.{int(parts['month'])}") if "month" in parts else "",
        "day": str(int(parts.get("day", "1"))),
        "hour": parts.get("hour", ""),
        "minute": parts.get("minute", ""),
    }
    spoken = words.say(f"time.{level}", **values)
    if level != "minute":
        short = words.say("time.short_day", **values) if level == "day" else spoken
        return TimeView(words=spoken, short=short, machine=value[: _LENGTHS[level]])
    offset = parts.get("offset")
    if offset is None:
        spoken = words.say("time.no_offset", time=spoken)
    elif offset == "Z":
        spoken = words.say("time.utc", time=spoken)
    else:
        spoken = words.say("time.offset", time=spoken, offset=offset)
    return TimeView(words=spoken, short=words.say("time.short_minute", **values), machine=value.strip())


_LEVELS = (("minute", "minute"), ("day", "day"), ("month", "month"), ("year", "year"))
_LENGTHS = {"day": 10, "month": 7, "year": 4}


def instant(value: str | None) -> datetime | None:
    """`value` as a point in time to order articles by; None where it names no day.

    A day without a time stands for its end, so that no article looks like the first for want of an hour. A time
    without an offset is taken as UTC, which can be off by half a day.
    """
    match = _match(value) if value else None
    if value is None or match is None or match["day"] is None:
        return None
    try:
        read = datetime.fromisoformat(value.strip().replace(",", "."))
        if match["hour"] is None:
            read = read.replace(hour=23, minute=59, second=59)
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):  # no such day, or the first and last day that Python can count
        return None


def offset(value: str | None) -> timedelta | None:
    """How far from UTC the time in `value` is given; None where it has no time of day or no offset."""
    match = _match(value) if value else None
    if value is None or match is None or match["offset"] is None:
        return None
    try:
        return datetime.fromisoformat(value.strip().replace(",", ".")).utcoffset()
    except ValueError:
        return None
