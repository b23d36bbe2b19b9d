"""The date of a feed's item as ISO 8601, with the offset that it has itself."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

__all__ = ["iso_date"]

_MAX_LENGTH = 100  # characters; longer is no date
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_TIME = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})[T ]\s?(?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,](?P<part>\d{1,9}))?"
    r"\s?(?P<offset>[Zz]|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?"
)
_MAIL = re.compile(
    r"(?:[^\W\d_]{2,9}\.?,?\s)?(?P<day>\d{1,2})[ -](?P<month>[A-Za-z]{3,9})\.?[ -](?P<year>\d{4}|\d{2})"
    r"(?:\s(?P<time>\d{1,2}:\d{2}(?::\d{2})?)\s?(?P<zone>[+-]\d{2}:?\d{2}|[A-Za-z]{1,5})?(?:\s\([^()]{0,40}\))?)?"
)
_MONTHS = {name: place for place, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
# Names of zones, in minutes: the American ones as RFC 822 has them, and others that mean one offset only. IST (India,
# Israel, Ireland) and BST are not among them.
_ZONES = {
    name: int(minutes)
    for name, minutes in re.findall(
        r"(\w+) (-?\d+)",
        "z 0, ut 0, utc 0, gmt 0, est -300, edt -240, cst -360, cdt -300, mst -420, mdt -360, pst -480, pdt -420, "
        "wet 0, west 60, cet 60, cest 120, mez 60, mesz 120, eet 120, eest 180, msk 180, jst 540, kst 540, hkt 480, "
        "sgt 480, aest 600, aedt 660, nzst 720, nzdt 780",
    )
}


def iso_date(raw: str) -> str | None:
    """`raw` in ISO 8601, or as it stands where it is of no known form; None where it cannot be a date.

    Known are RFC 822 and its later forms, and ISO 8601 as far as W3C's profile goes. A missing offset stays missing,
    and so does one whose zone's name means several.
    """
    text = " ".join(raw[: _MAX_LENGTH * 10].split())
    if not text or len(text) > _MAX_LENGTH:
        return None
    if _DAY.fullmatch(text):
        return text
    try:
        if found := _TIME.fullmatch(text):
            return _from_iso(found)
        if found := _MAIL.fullmatch(text):
            return _from_mail(found) or text
    except (ValueError, OverflowError):  # the 31st of February, an offset of 99 hours
        pass
    return text


def _from_iso(found: re.Match[str]) -> str:
    part = f".{found['part'][:6].ljust(6, '0')}" if found["part"] else ""
    when = datetime.fromisoformat(f"{found['day']}T{found['time']}{part}")
    return when.replace(tzinfo=_zone(found["offset"])).isoformat()


def _from_mail(found: re.Match[str]) -> str | None:
    month = _MONTHS.get(found["month"][:3].lower())
    if month is None:
        return None
    year = int(found["year"])
    if len(found["year"]) == 2:  # as RFC 2822 reads them
        year += 2000 if year < 50 else 1900
    day = date(year, month, int(found["day"]))
    if found["time"] is None:
        return day.isoformat()
    clock = time.fromisoformat(found["time"].rjust(8 if found["time"].count(":") == 2 else 5, "0"))
    return datetime.combine(day, clock, _zone(found["zone"])).isoformat()


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    if name[0] in "+-":
        digits = name[1:].replace(":", "").ljust(4, "0")
        minutes = int(digits[:2]) * 60 + int(digits[2:])
        return timezone(timedelta(minutes=-minutes if name[0] == "-" else minutes))
    known = _ZONES.get(name.lower())
    return None if known is None else timezone(timedelta(minutes=known))
