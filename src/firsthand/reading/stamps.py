"""Time stamps of sources and addresses, read as written; arithmetic on ISO days.

A value is ISO 8601 at the precision that was found, with the source's own offset or none. A time of day that is
exactly midnight is how programs fill in a day: it is left away.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from firsthand.lexicon.date_labels import DateLabel, find_label_after, find_label_before, has_update_word
from firsthand.lexicon.dates import DateForm, find_date_forms, is_calendar_day

__all__ = [
    "day_of",
    "days_between",
    "form_value",
    "parse_shown",
    "parse_stamp",
    "precision_of",
    "shift_day",
    "swap_day_month",
    "url_value",
    "url_words_value",
]

_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]\s?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?",
    re.IGNORECASE,
)
_PART = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?")
_EPOCH = re.compile(r"(\d{10}|\d{13})(?:\.\d{1,6})?")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(199\d|20[0-4]\d)"
# Days in addresses: /2017/11/01/, /2017-11-01-, /2017/nov/01/, /201711/01, /20171101, -20171101123456-.
_URL_DAYS = (
    re.compile(rf"(?<!\d){_YEAR}[/_.-](\d{{1,2}})[/_.-](\d{{1,2}})(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}/?({'|'.join(_MONTH_NAMES)})[a-z]{{0,6}}/?(\d{{1,2}})(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}-?(\d{{2}})/(\d{{2}})(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}(\d{{2}})(\d{{2}})(?=\d{{0,14}}(?!\d))"),
)
_URL_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})[/_.-](\d{{1,2}})[/_.-]{_YEAR}(?!\d)")
_URL_MONTH = re.compile(rf"/{_YEAR}[/-](\d{{1,2}})/")
# Marks between the words of an address; between the days of a range they stay.
_URL_BLANK = re.compile(r"(?<=[^\W\d])[-_+]|[-_+](?=[^\W\d])|[-_+](?=\d{4}(?!\d))")
# Web archives put the time of capture before the page's own address.
_ARCHIVED = re.compile(r"^https?://[^/]{1,100}/(?:web/)?\d{4,14}[a-z_]{0,5}/(?=https?:|www\.)")
_LONGEST = 300  # characters of a stamp or address that are looked at


def precision_of(value: str) -> str:
    """`minute`, `day`, `month` or `year` of an ISO value."""
    return "minute" if "T" in value else {4: "year", 7: "month"}.get(len(value), "day")


def day_of(value: str | None) -> date | None:
    """The day of an ISO value in its own zone; None where it has no day."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def days_between(earlier: date, later: date) -> int:
    """Days from `earlier` to `later`; negative where it is the other way round."""
    return (later - earlier).days


def shift_day(day: date, days: int) -> date:
    """`day` moved by `days`, kept within the calendar's range."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def swap_day_month(day: date) -> date | None:
    """The day that is meant where a program took 3/4 for 4/3; None where it can only be read one way."""
    if day.day > 12 or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)


def _value(year: int, month: int, day: int, time: str | None, offset: str | None) -> str | None:
    if not is_calendar_day(year, month, day) or year < 1900:
        return None
    value = f"{year:04d}-{month:02d}-{day:02d}"
    if time is None or set(time) <= set("0:"):
        return value
    return f"{value}T{time}{offset or ''}"


def form_value(form: DateForm, year: int | None = None) -> str | None:
    """The ISO value of a date form, with `year` where the form has none; None where it is no day or month."""
    full_year = form.year if form.year is not None else year
    if full_year is None:
        return None
    if form.month is None:
        return f"{full_year:04d}"
    if form.day is None:
        return f"{full_year:04d}-{form.month:02d}"
    return _value(full_year, form.month, form.day, form.time, form.offset)


def parse_stamp(raw: str) -> tuple[str | None, bool]:
    """The ISO value of a stamp as sources write them, and whether its day and month could be the other way round.

    Reads ISO 8601 whole or in part, RFC 5322, seconds and milliseconds since 1970 (as UTC), and dates in words.
    """
    text = raw.strip()[:_LONGEST]
    iso = _ISO.match(text)
    if iso and (iso.end() == len(text) or not text[iso.end()].isdigit()):
        return _iso_value(iso), False
    epoch = _EPOCH.fullmatch(text)
    if epoch:
        moment = datetime.fromtimestamp(int(epoch[1][:10]), UTC)
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ"), False
    part = _PART.fullmatch(text)
    if part and 1900 <= int(part[1]) <= 2199 and 1 <= int(part[2] or 1) <= 12:
        return (f"{part[1]}-{int(part[2]):02d}" if part[2] else part[1]), False
    forms = [form for form in find_date_forms(text) if form.year is not None]
    whole = next((form for form in forms if form.day is not None), forms[0] if forms else None)
    return (form_value(whole), whole.is_ambiguous) if whole else (None, False)


def parse_shown(raw: str) -> tuple[str | None, bool, DateLabel | None]:
    """The value of a date as a page shows it, as `parse_stamp` gives it, and what its label says it is.

    Of several dates the first that is labelled as that of publication is read, else the first that no label speaks
    for, else the first that can be read.
    """
    text = raw.strip()[:_LONGEST]
    forms = [form for form in find_date_forms(text) if form.year is not None]
    forms = [form for form in forms if form.day is not None] or forms
    if not forms:
        return (*parse_stamp(text), None)
    labels = [_label_of(text, form) for form in forms]
    for wanted in (DateLabel.PUBLISHED, None):
        if wanted in labels:
            place = labels.index(wanted)
            return form_value(forms[place]), forms[place].is_ambiguous, wanted
    return form_value(forms[0]), forms[0].is_ambiguous, labels[0]


def _label_of(text: str, form: DateForm) -> DateLabel | None:
    before = text[: form.span.start]
    found = find_label_before(before)
    if found:
        return found[0]
    # Between the word and the date may stand by whom, in what: "Updated by the desk, 3 March 2031".
    if has_update_word(re.split(r"\d", before)[-1]):
        return DateLabel.UPDATED
    return find_label_after(text[form.span.end :])


def _iso_value(match: re.Match[str]) -> str | None:
    hour, minute, second, zone = match[4], match[5], match[6], match[7]
    time = (
        f"{hour}:{minute}" + (f":{second}" if second else "") if hour and int(hour) < 24 and int(minute) < 60 else None
    )
    if zone and zone.upper() in {"Z", "UTC", "GMT"}:
        zone = "Z"
    elif zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:] or '00'}"
    return _value(int(match[1]), int(match[2]), int(match[3]), time, zone)


def url_value(url: str) -> tuple[str, str] | None:
    """The day, or month, that stands in an address, as ISO value and as written; None where there is none."""
    address = _ARCHIVED.sub("", url[: 4 * _LONGEST].lower())
    address = re.sub(r"^[a-z]+://[^/]*", "", address)
    for pattern in _URL_DAYS:
        for match in pattern.finditer(address):
            month = _MONTH_NAMES.index(match[2]) + 1 if match[2] in _MONTH_NAMES else int(match[2])
            value = _value(int(match[1]), month, int(match[3]), None, None)
            if value:
                return value, match.group()
    for match in _URL_DAY_FIRST.finditer(address):
        value = _value(int(match[3]), int(match[2]), int(match[1]), None, None) if int(match[1]) > 12 else None
        if value:
            return value, match.group()
    month_match = _URL_MONTH.search(address)
    if month_match and 1 <= int(month_match[2]) <= 12:
        return f"{month_match[1]}-{int(month_match[2]):02d}", month_match.group().strip("/")
    return None


def url_words_value(url: str) -> tuple[str, str] | None:
    """The day that the last part of an address writes in words ("review-of-3-march-2031"), as `url_value`.

    Words of an address are those of the headline, which may speak of another day than that of publication.
    """
    address = re.sub(r"^[a-z]+://[^/]*", "", url[: 4 * _LONGEST].lower()).rstrip("/")
    words = _URL_BLANK.sub(" ", address.rpartition("/")[2])
    for form in find_date_forms(words.title()):  # addresses have no capitals, and "march" without one is no month
        value = form_value(form)
        raw = words[slice(*form.span)]
        if form.day is not None and value is not None and any(character.isalpha() for character in raw):
            return value, raw
    return None
