"""Times of day and zones as they stand beside a date."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.lexicon.calendar_words import ZONES

__all__ = ["Clock", "read_clock_after", "read_clock_before", "zone_offset"]

_MERIDIEM = r"(?:\s?([apAP])\.?\s?[mM]\b\.?)"
_ZONE = (
    r"(?:\s?\(?(?:(?:UTC|GMT)\s?([+−-]\s?\d{1,2}(?::?\d{2})?)|([+−-]\d{2}:?\d{2})(?!\d)|(Z)\b"
    r"|([A-Z]{2,5}|МСК|мск)\b)\)?)"
)
_CLOCK = (
    r"(\d{1,2})(?:[:.h：](\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?(?!\d|[:/]\d)"
    rf"{_MERIDIEM}?(\s?(?:Uhr|часов|hrs?\b))?{_ZONE}?"
)
_CLOCK_WORDS = r"at|um|à|a las|las|в|saat|kl\.?|klo|às|alle ore|alle|ore|ore:|om|o godz\.?|godz\.?|o|@"
_CLOCK_AFTER = re.compile(rf"(?:T|[\s\u00a0,;|·•/–—-]{{1,4}}(?:(?:{_CLOCK_WORDS})\s?)?\(?){_CLOCK}")
_CLOCK_BEFORE = re.compile(rf"(?<![\d:.,]){_CLOCK}[\s\u00a0,;|·•/–—-]{{1,4}}(?:(?:on|am|le|el|den|il)\s)?$")
_HAN_CLOCK_AFTER = re.compile(r"\s?(上午|下午|晚上|晚)?(\d{1,2})[:：时時点點](\d{2})?分?")
# Zones that say nothing fixed: consumed with the time, so that it ends where the reader sees it end.
_FLOATING_ZONES = frozenset("ET CT MT PT CST IST AST".split())


class Clock(NamedTuple):
    """A time of day as written, with its zone."""

    start: int
    end: int
    time: str  # "HH:MM" or "HH:MM:SS", 24 hours
    offset: str | None  # "+03:00"; None also where a zone is written whose offset changes ("ET")


def zone_offset(zone: str) -> str | None:
    """The offset that a zone stands for: `+03:00` for MSK, UTC+3 or +0300.

    None for a zone that is unknown, or whose offset changes with the season or the speaker.
    """
    named = ZONES.get(zone.upper())
    if named:
        return named
    match = re.fullmatch(r"(?:UTC|GMT)?\s?([+−-])\s?(\d{1,2})(?::?(\d{2}))?", zone)
    if not match:
        return None
    hours, minutes = int(match[2]), int(match[3] or 0)
    if hours > 14 or minutes > 59:
        return None
    return f"{'+' if match[1] == '+' else '-'}{hours:02d}:{minutes:02d}"


def read_clock_after(text: str, place: int, end: int) -> Clock | None:
    """The time that follows a date which ends at `place`: " at 10:30 am EST", ", 10.30 Uhr", " 上午10:30"."""
    after = _CLOCK_AFTER.match(text, place, end)
    read = _read_clock(after) if after else None
    if after and read:
        return Clock(place, after.end() if read[2] else after.end() - _zone_length(after), read[0], read[1])
    han = _HAN_CLOCK_AFTER.match(text, place, end)
    if han and int(han[2]) < 24 and int(han[3] or 0) < 60:
        hour = int(han[2]) + (12 if han[1] and han[1] != "上午" and int(han[2]) < 12 else 0)
        return Clock(place, han.end(), f"{hour:02d}:{han[3] or '00'}", None)
    return None


def read_clock_before(text: str, low: int, place: int) -> Clock | None:
    """The time that leads to a date which begins at `place`, looked for from `low` on: "10:30 on "."""
    before = _CLOCK_BEFORE.search(text[low:place])
    read = _read_clock(before) if before else None
    return Clock(low + before.start(), place, read[0], read[1]) if before and read and read[2] else None


def _zone_length(match: re.Match[str]) -> int:
    zone = match[9]
    return len(zone) + 1 if zone else 0


def _read_clock(match: re.Match[str]) -> tuple[str, str | None, bool] | None:
    """Time, offset, and whether the zone that was matched is one; None where the digits are no time."""
    hour, minute, second, meridiem, o_clock = match[1], match[2], match[3], match[4], match[5]
    signed, named = match[6] or match[7] or match[8], match[9]
    if minute is None and not (meridiem or o_clock):
        return None
    separator = match.string[match.end(1) : match.end(1) + 1]
    is_zone = bool(signed) or named is None or named in ZONES or named.upper() in ZONES or named in _FLOATING_ZONES
    is_led = match.string[match.start() : match.start(1)].strip(" ,;|·•/–—-(\u00a0\n\t") != ""
    if separator == "." and not (meridiem or o_clock or signed or is_led or (named and is_zone)):
        return None  # "1 November 20.31" may be a price
    hours = int(hour)
    if meridiem:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if meridiem in "pP" else 0)
    if hours > 23 or int(minute or 0) > 59 or int(second or 0) > 59:
        return None
    time = f"{hours:02d}:{int(minute or 0):02d}" + (f":{int(second):02d}" if second else "")
    offset = zone_offset(signed) if signed else (zone_offset(named) if named and is_zone else None)
    return time, offset, is_zone
