"""Rules for days and months of the calendar: "May 3-4, 2016", "3 May", "last May", "2016-05-03"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from firsthand.language.parse import Word
from firsthand.language.time_rules import Found, Rule, TimeContext, rule
from firsthand.language.time_values import month_value, shift_value
from firsthand.language.time_words import (
    EARLY,
    MONTH,
    ORDINALS,
    PART_OF,
    SPELLED_DAY,
    WEEKDAY,
    WORD_YEAR,
    YEAR,
    month_number,
    read_number,
)

__all__ = ["DATE_RULES"]

_MONTH_TRIGGERS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_DAY = r"(?:[0-2]?[0-9]|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_JOIN = r"(?:\s?(?:-|–|—|/|to|through|until|till|and|or|&|,)\s?)"


def _day_value(year: int | None, month: int, day: int) -> str | None:
    """The day as a value; None where the calendar has no such day."""
    if not 1 <= month <= 12:
        return None
    if not 1 <= day <= monthrange(2000 if year is None else year, month)[1]:
        return None
    return f"XXXX-{month:02d}-{day:02d}" if year is None else f"{year:04d}-{month:02d}-{day:02d}"


def _number(text: str) -> int:
    return int(re.match(r"\d+", text)[0]) if re.match(r"\d+", text) else 0  # type: ignore[index]


def _read_iso(match: re.Match[str], _context: TimeContext) -> list[Found]:
    value = _day_value(int(match["y"]), int(match["m"]), int(match["d"]))
    if value is None:
        return []
    if match["clock"]:
        return [Found(match.start(), match.end(), "TIME", f"{value}T{match['clock']}")]
    return [Found(match.start(), match.end(), "DATE", value)]


def _read_numeric(match: re.Match[str], context: TimeContext) -> list[Found]:
    """Day and month in figures: the order that the calendar allows, else the one nearer to the anchor."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if len(match["y"]) == 2:
        year += 2000 if year < 50 else 1900
    # Points part day and month in the order of continental Europe.
    orders = [(second, first)] if match["sep"] == "." else [(first, second), (second, first)]
    values = [value for month, day in orders if (value := _day_value(year, month, day)) is not None]
    now = context.anchor.day
    if now is not None:
        values.sort(key=lambda value: abs((date.fromisoformat(value) - now).days))
    return [Found(match.start(), match.end(), "DATE", values[0])] if values else []


def _read_month_days(match: re.Match[str], context: TimeContext) -> list[Found]:
    """As in "[Sunday,] May 1[-3][, 2016]" and "1[-3] May [2016]": each day of a list or range on its own."""
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else _year_of_list(match, context, month)
    days = [
        (day.start() + match.start("days"), day.end() + match.start("days"), _number(day[0]))
        for day in re.finditer(r"\d+(?:st|nd|rd|th)?", match["days"])
    ]
    found = []
    for place, (start, end, day) in enumerate(days):
        value = _day_value(year, month, day)
        if value is None:
            return []
        begins = match.start() if place == 0 else start
        # The month stands before the first day or behind the last; the year, where there is one, behind the last.
        ends = match.end() if place == len(days) - 1 else end
        found.append(Found(begins, ends, "DATE", value))
    return found


def _read_spelled_day(match: re.Match[str], context: TimeContext) -> list[Found]:
    """As in "March eighth", as speech is written down, and "the eighth of March"."""
    month, day = month_number(match["month"]), ORDINALS[re.sub(r"\s", "-", match["day"].lower())]
    year = int(match["year"]) if match["year"] else context.year_of(month, day, match.start("month"))
    value = _day_value(year, month, day)
    return [Found(match.start(), match.end(), "DATE", value)] if value else []


def _read_day_of_month(match: re.Match[str], context: TimeContext) -> list[Found]:
    """As in "on the 14th": the last such day, or the next one in a clause of the future."""
    _, after = context.neighbours(match.start("day"), match.end("day"))
    now = context.anchor.day
    counts = after is not None and after.tag[:2] in {"NN", "JJ", "CD", "PO", "HY", "VB"} and after.tag != "VBD"
    if now is None or counts:  # "on the 14th floor"
        return []
    day = _number(match["day"].split()[-1])
    steps = (0, 1, 2) if context.tense(match.start("day")) == "future" else (0, -1, -2)
    for step in steps:
        month = shift_value("month", now, step)
        value = None if month is None else _day_value(int(month[:4]), int(month[5:7]), day)
        if value is not None and (value >= now.isoformat() if steps[1] > 0 else value <= now.isoformat()):
            return [Found(match.start("day"), match.end(), "DATE", value)]
    return []


def _year_of_list(match: re.Match[str], context: TimeContext, month: int) -> int | None:
    """The year of a day without one: as told later in its list ("May 3, June 4 and July 5, 2016"), else by tense."""
    ahead = re.compile(
        rf"(?:\s?(?:,|and|or|to|until|through|-|–)\s?){{1,2}}(?:{MONTH}\s{_DAY}(?:{_JOIN}{_DAY})?|{MONTH})",
        re.IGNORECASE,
    )
    place = match.end()
    for _ in range(12):
        step = ahead.match(context.text, place)
        if step is None:
            break
        year = re.compile(rf"\s?,?\s({YEAR})").match(context.text, step.end())
        if year is not None:
            return int(year[1])
        place = step.end()
    first = _number(match["days"])
    before = context.found[-1] if context.found else None
    if before is not None and re.fullmatch(r"(?:\s?(?:,|and|or|;)\s?){1,2}", context.text[before.end : match.start()]):
        known = re.match(r"(\d{4})-(\d\d)-\d\d", before.value)
        if known is not None and int(known[2]) <= month:
            return int(known[1])
    return context.year_of(month, first, match.start("month"))


def _read_month(match: re.Match[str], context: TimeContext) -> list[Found]:
    """A month with or without its year."""
    name = match["month"]
    if not _is_month(match, context):
        return []
    month = month_number(name)
    year: int | None
    if match["year"]:
        year = int(match["year"])
    elif match["wordyear"]:
        year = int(read_number(match["wordyear"]) or 0)
    elif match["lastyear"] and context.anchor.year is not None:
        year = context.anchor.year + {"last": -1, "this": 0, "next": 1}[match["lastyear"].split()[0].lower()]
    else:
        year = _year_by_word(match, context, month)
    if (match["which"] or "").lower() in {"every", "each"}:
        return [Found(match.start(), match.end(), "SET", f"XXXX-{month:02d}")]
    value = f"XXXX-{month:02d}" if year is None else month_value(year, month)
    return [Found(match.start(), match.end(), "DATE", value)]


def _year_by_word(match: re.Match[str], context: TimeContext, month: int) -> int | None:
    """As in "last May" is the last one before this month, "next May" the first after it, "this May" of this year."""
    anchor, which = context.anchor, (match["which"] or "").lower()
    if anchor.year is None or anchor.month is None or not which:
        return context.year_of(month, None, match.start("month"))
    if which in {"last", "this past", "past"}:
        return anchor.year if month < anchor.month else anchor.year - 1
    if which in {"next", "this coming", "coming"}:
        return anchor.year if month > anchor.month else anchor.year + 1
    return anchor.year


def _is_month(match: re.Match[str], context: TimeContext) -> bool:
    """Whether the word is a month and no verb, name or street: "may", "march on", "April Smith", "Mar-a-Lago"."""
    name = match["month"]
    if match["year"] or match["lastyear"] or match["wordyear"]:
        return True
    if name[0].islower() or (len(name.rstrip(".")) < 4 and name.lower() != "may" and not name.endswith(".")):
        return False
    before, after = context.neighbours(match.start("month"), match.end("month"))
    if context.text[match.end("month") : match.end("month") + 1] == "-" or _is_march_of(match, before, context):
        return False
    if name.lower() not in {"may", "march", "april", "june", "august"} or match["which"] or match["part"]:
        return True
    if before is not None and before.lemma in {
        "in",
        "since",
        "until",
        "till",
        "by",
        "during",
        "from",
        "of",
        "last",
        "next",
        "through",
        "between",
        "and",
        "to",
        "for",
        "late",
        "early",
        "before",
        "after",
        "around",
        "about",
    }:
        # "of April Smith" and "by March for Bread" go on with another capital.
        return after is None or not (after.tag.startswith("NNP") and after.text[:1].isupper())
    tag = context.tag_at(match.start("month"))
    if tag not in {"NNP", "NN"} or (after is not None and after.tag.startswith("NNP")):
        return False
    if before is not None and before.tag.startswith("NNP"):
        return False
    named = context.name_at(match.start("month"))
    return name.lower() != "may" and (named is None or named.label != "PERSON")


_NAMED_MARCH = re.compile(r"\s(?:for|of|on|against|to)\s(?:the\s|our\s)?[A-Z]")


def _is_march_of(match: re.Match[str], before: Word | None, context: TimeContext) -> bool:
    """As in "the annual March for Bread", "the Bakers' March": a march with its cause, and no month led in as one."""
    if match["month"] != "March" or (before is not None and before.tag == "IN"):
        return False
    if before is not None and before.tag == "POS":
        owner, _ = context.neighbours(before.start, before.end)
        named = None if owner is None else context.name_at(owner.start)
        is_name = named is not None and named.end <= before.end
        return owner is not None and owner.text[:1].isupper() and not is_name
    return _NAMED_MARCH.match(context.text, match.end("month")) is not None


_DAYS_LIST = rf"{_DAY}(?:{_JOIN}{_DAY}){{0,6}}"
_DAYS_LIST_AHEAD = rf"{_DAY}(?:{_JOIN}{_DAY}(?!\s(?:{MONTH}|a\.?m|p\.?m|people|percent))){{0,6}}"

DATE_RULES: tuple[Rule, ...] = (
    rule("0", r"(?P<y>(?:1[5-9]|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?:[T ](?P<clock>\d\d:\d\d))?(?::\d\d)?Z?", _read_iso),
    rule("0", r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)", _read_numeric),
    rule(
        _MONTH_TRIGGERS,
        rf"(?:{WEEKDAY}\s?(?:,\s?|\s)(?:the\s)?)?(?:(?:last|this past|next"
        rf"|this) )?(?P<month>{MONTH})\s?(?P<days>{_DAYS_LIST_AHEAD})(?:\s?,?\s(?P<year>{YEAR}))?",
        _read_month_days,
    ),
    rule(
        _MONTH_TRIGGERS,
        rf"(?:{WEEKDAY}\s?(?:,\s?|\s)(?:the\s)?)?(?P<month>{MONTH})\s(?:the\s)?(?P<day>{SPELLED_DAY})"
        rf"(?:,? (?P<year>{YEAR}))?",
        _read_spelled_day,
    ),
    rule(
        _MONTH_TRIGGERS,
        rf"(?:{WEEKDAY}\s?(?:,\s?"
        rf"|\s)(?:the\s)?)?(?P<days>{_DAYS_LIST})\s(?:of\s)?(?P<month>{MONTH})(?:\s?,?\s(?P<year>{YEAR}))?",
        _read_month_days,
    ),
    rule(
        _MONTH_TRIGGERS,
        rf"(?:the )?(?P<day>{SPELLED_DAY}) of (?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?",
        _read_spelled_day,
    ),
    rule(
        "0",
        r"(?:on|until|since|by|from) (?P<day>the (?:[12]?\d|3[01])(?:st|nd|rd|th))(?! (?:of )?" + MONTH + ")",
        _read_day_of_month,
    ),
    rule(
        _MONTH_TRIGGERS,
        rf"(?P<part>{PART_OF})?(?:{EARLY})?(?:(?P<which>last|next|this past|this coming|this|past|coming|every"
        rf"|each) )?(?:{EARLY})?"
        rf"(?P<month>{MONTH})(?:\s?,?\s(?:of\s)?(?P<year>{YEAR})|\s(?P<wordyear>{WORD_YEAR})"
        r"|,?\s(?:of\s)?(?P<lastyear>(?:last|this|next) year))?",
        _read_month,
    ),
)
