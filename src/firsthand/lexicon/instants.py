"""The instants that a time as told can stand for. A missing offset is unknown: it is never taken for UTC.

A day is told in the zone of whoever tells it, and between the first and the last zone of the world lie 26 hours. So
"2031-03-04" stands for any instant from 3 March 10:00 UTC to 5 March 12:00 UTC, and of two times only that is known to
be earlier whose last instant comes before the first of the other.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from firsthand.lexicon.clocks import zone_offset

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Instants", "instants_of", "is_earlier", "is_same_minute", "order_times"]

_TOLD = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?)?)?",
    re.IGNORECASE,
)
_FIRST_ZONE_S = 14 * 3600  # the first zone to begin a day is UTC+14, the last UTC-12
_LAST_ZONE_S = 12 * 3600
_DAY_S = 86_400
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Instants(NamedTuple):
    """A range of instants, in whole seconds since 1 January 1970 UTC, both ends included."""

    earliest: int
    latest: int


def instants_of(told: str | None) -> Instants | None:
    """The instants that an ISO 8601 year, month, day or time can stand for; None where it is no such value.

    With an offset a minute is 60 instants, a second is one. Without one, 26 hours are added: the offset is unknown.
    """
    wall = _wall_clock(told)
    return _instants(wall) if wall else None


def _instants(wall: tuple[int, int, int | None]) -> Instants:
    first, last, offset_s = wall
    if offset_s is not None:
        return Instants(first - offset_s, last - offset_s)
    return Instants(first - _FIRST_ZONE_S, last + _LAST_ZONE_S)


def is_earlier(one: str | None, other: str | None, *, is_one_zone: bool = False) -> bool | None:
    """Whether the one time is known to be before the other; None where their order is unknown.

    Args:
        one: An ISO 8601 year, month, day or time; None where it is unknown.
        other: As `one`.
        is_one_zone: Both were told by one source, so that two times without an offset are told by one clock. A time
            with an offset and one without are still compared as if the offset of the latter were unknown.

    Returns:
        True or False where every reading of the two gives that answer. Of two equal instants neither is earlier.
    """
    left, right = _wall_clock(one), _wall_clock(other)
    if left is None or right is None:
        return None
    if is_one_zone and left[2] is None and right[2] is None:
        first, second = Instants(*left[:2]), Instants(*right[:2])
    else:
        first, second = _instants(left), _instants(right)
    if first.latest < second.earliest:
        return True
    return False if first.earliest >= second.latest else None


def order_times(told: Sequence[str | None], *, is_one_zone: bool = False) -> list[int] | None:
    """The places of times, the earliest first; None where the order of any two is unknown.

    Args:
        told: ISO 8601 values; values that are equal as written keep their order.
        is_one_zone: As in `is_earlier`; it counts where none of the values has an offset.

    Returns:
        Every place of `told` once.
    """
    walls = [_wall_clock(value) for value in told]
    known = [wall for wall in walls if wall is not None]
    if len(known) < len(walls):
        return None
    by_one_clock = is_one_zone and all(wall[2] is None for wall in known)
    ranges = [Instants(*wall[:2]) if by_one_clock else _instants(wall) for wall in known]
    order = sorted(range(len(told)), key=lambda place: (ranges[place], place))
    for before, after in pairwise(order):
        if ranges[before].latest >= ranges[after].earliest and told[before] != told[after]:
            return None
    return order


def is_same_minute(one: str | None, other: str | None) -> bool:
    """Whether two times name one minute: by their instants where both have an offset, else by their clocks."""
    left, right = _wall_clock(one), _wall_clock(other)
    if left is None or right is None or not (_has_clock(one) and _has_clock(other)):
        return False
    if left[2] is None or right[2] is None:
        return left[0] // 60 == right[0] // 60
    return (left[0] - left[2]) // 60 == (right[0] - right[2]) // 60


def _has_clock(told: str | None) -> bool:
    return told is not None and len(told) > len("2000-01-01")


def _wall_clock(told: str | None) -> tuple[int, int, int | None] | None:
    """First and last second as the clock shows them, and the offset in seconds where it is given."""
    match = _TOLD.fullmatch(told.strip()) if told else None
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    hour, minute, second = int(match[4] or 0), int(match[5] or 0), min(int(match[6] or 0), 59)
    try:
        begin = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        first = round((begin - _EPOCH).total_seconds())
    except ValueError:
        return None
    return first, first + _length_s(match, begin) - 1, _offset_s(match[7])


def _length_s(match: re.Match[str], begin: datetime) -> int:
    """How many seconds the value spans at the precision at which it is told."""
    if match[4]:
        return 1 if match[6] else 60
    if match[3]:
        return _DAY_S
    if match[2]:
        return calendar.monthrange(begin.year, begin.month)[1] * _DAY_S
    return (366 if calendar.isleap(begin.year) else 365) * _DAY_S


def _offset_s(zone: str | None) -> int | None:
    if zone is None:
        return None
    if zone.upper() == "Z":
        return 0
    offset = zone_offset(zone)
    if offset is None:
        return None
    seconds = int(offset[1:3]) * 3600 + int(offset[4:6]) * 60
    return -seconds if offset[0] == "-" else seconds
