"""Rules for days named from the writer's own day, day names, parts of the day, and times of the clock."""

from __future__ import annotations

import re
from datetime import date, timedelta

from firsthand.language.parse import Word
from firsthand.language.time_rules import Found, Rule, TimeContext, rule
from firsthand.language.time_words import (
    CLOCK_ZONE,
    DAY_PART,
    DAY_PARTS,
    HOUR,
    MONTH,
    SPELLED_DAY,
    WEEKDAY,
    read_number,
    weekday_number,
)

__all__ = ["DAY_RULES"]

_WEEKDAY_TRIGGERS = (
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays mon tue tues wed thu thur thurs fri sat sun"
)
_MINUTES = r"(?:\d{1,2}|[a-z]{3,9}(?:-[a-z]{3,5})?) minutes?"
_WEEKDAYS_PLURAL = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days"
_LEAD = r"(?:(?:earlier|later)(?: on)? |early(?: on)? |late(?: on)? |the )?"


def _read_weekday(match: re.Match[str], context: TimeContext) -> list[Found]:
    """A day name, with what stands before and behind it: "last Monday", "Tuesday night", "Friday of last week"."""
    number = weekday_number(match["day"])
    which = re.sub(r"^(?:the|that)\s", "", (match["which"] or "").lower())
    part = (match["part"] or "").lower()
    if _is_in_title(context, match):
        return []
    if which in {"every", "each", "every other"} or (part.endswith("s") and part):
        suffix = f"T{DAY_PARTS[part.removesuffix('s')]}" if part else ""
        return [Found(match.start(), match.end(), "SET", f"XXXX-WXX-{number}{suffix}")]
    suffix = f"T{DAY_PARTS[part]}" if part else ""
    kind = "TIME" if part else "DATE"
    now = context.anchor.day
    if now is None:
        return [Found(match.start(), match.end(), kind, f"XXXX-WXX-{number}{suffix}")]
    if which in {"previous", "following"}:
        now = context.previous_day() or now
    day = _named_day(match, context, now, number, which)
    return [] if day is None else [Found(match.start(), match.end(), kind, day.isoformat() + suffix)]


def _named_day(match: re.Match[str], context: TimeContext, now: date, number: int, which: str) -> date | None:
    """The day that a day name stands for, counted from `now`."""
    if not 1 < now.year < 9999:
        return None
    week = (match["week"] or "").lower()
    if match["after"]:  # "Tuesday week": seven days after the Tuesday that comes
        return now + timedelta(days=(number - now.isoweekday()) % 7 + 7)
    if week:
        monday = now - timedelta(days=now.isoweekday() - 1)
        return monday + timedelta(days={"last": -7, "this": 0, "next": 7}[week.split()[0]] + number - 1)
    if which in {"last", "past", "this past", "previous"}:
        return now - timedelta(days=(now.isoweekday() - number - 1) % 7 + 1)
    if which in {"next", "coming", "this coming", "following"}:
        return now + timedelta(days=(number - now.isoweekday() - 1) % 7 + 1)
    return context.weekday_near(number, match.start("day"))


_TITLE_LABELS = frozenset(["ORG", "WORK_OF_ART", "PRODUCT", "FAC", "EVENT", "PERSON"])


def _is_in_title(context: TimeContext, match: re.Match[str]) -> bool:
    """Whether the day name belongs to a longer name: a paper, a programme, a battle, a person."""
    name = context.name_at(match.start("day"))
    return name is not None and name.label in _TITLE_LABELS and name.end > match.end() + 2


def _read_weekdays(match: re.Match[str], _context: TimeContext) -> list[Found]:
    return [Found(match.start(), match.end(), "SET", f"XXXX-WXX-{weekday_number(match['day'])}")]


def _read_deictic(match: re.Match[str], context: TimeContext) -> list[Found]:
    """Today, yesterday, tomorrow, tonight, "this morning", "last night", with a part of the day."""
    word = re.sub(r"\s", " ", match["word"].lower())
    part = (match["part"] or "").lower()
    steps = {
        "today": 0,
        "tonight": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "last night": -1,
        "this": 0,
        "later this": 0,
        "earlier this": 0,
        "early this": 0,
        "late this": 0,
        "last evening": -1,
        "day before yesterday": -2,
        "day after tomorrow": 2,
    }.get(word.removeprefix("the "), 0)
    if word in {"tonight", "last night", "last evening"}:
        part = "evening" if word == "last evening" else "night"
    suffix = f"T{DAY_PARTS[part]}" if part else ""
    now = context.anchor.day
    if now is None or not 1 < now.year < 9999:
        value = "PRESENT_REF" if steps == 0 else ("PAST_REF" if steps < 0 else "FUTURE_REF")
        return [Found(match.start(), match.end(), "DATE", value)]
    day = now + timedelta(days=steps)
    return [Found(match.start(), match.end(), "TIME" if part else "DATE", day.isoformat() + suffix)]


_DATE_AHEAD = re.compile(rf"\s+of\s+(?:the\s+)?(?:{MONTH}|{WEEKDAY}|\d|{SPELLED_DAY})", re.IGNORECASE)


def _read_day_part(match: re.Match[str], context: TimeContext) -> list[Found]:
    """As in "that night", "in the morning", "overnight", "at dawn": the day comes from the expression before."""
    part = match["part"].lower()
    which = (match["which"] or "").lower().strip()
    code = "NI" if part == "overnight" else DAY_PARTS[part]
    if re.match(r"\s+of\s+", context.text[match.end() : match.end() + 5]):
        # "the night of October 23": the date behind it is its day; "the night of the fire" has none.
        if _DATE_AHEAD.match(context.text, match.end()) is None:
            return []
        return [Found(match.start(), match.end(), "TIME", f"T{code}")]
    if which == "the" and match["lead"] is None:
        return []
    base = context.previous_day() or context.anchor.day
    if base is not None and which.endswith(("next", "following")):
        base += timedelta(days=1)
    elif base is not None and which.endswith("previous"):
        base -= timedelta(days=1)
    elif part == "overnight" and context.anchor.day is not None:
        base = context.anchor.day
    if base is None:
        return []
    start = match.start("core") if "core" in match.re.groupindex else match.start()
    return [Found(start, match.end(), "TIME", f"{base.isoformat()}T{code}")]


def _read_clock(match: re.Match[str], context: TimeContext) -> list[Found]:
    """A time of the clock. Its day is settled later, from what stands beside it."""
    if match["word"]:
        if not match["word"].islower():  # capitalised, it is a title
            return []
        hour, minute = {"noon": (12, 0), "midday": (12, 0), "midnight": (24, 0)}[match["word"].lower()]
    else:
        hour, minute = int(match["h"]), int(match["min"] or 0)
        half = (match["half"] or match["words"] or "").lower()
        is_pointed = match["sep"] == "." and not _is_at_hour(match, context)
        if not half and (not match["min"] or is_pointed) and not match["oclock"]:
            return []
        if match["min"] and not half and not match["zone"] and not _is_clock(match, context):
            return []
        if half and hour > 12:
            half = ""
        if half.startswith("p") or half.endswith(("afternoon", "evening", "night")):
            hour = hour % 12 + 12
        elif half:
            hour %= 12
        elif _is_late(match, context, hour):
            hour += 12
    if hour > 24 or minute > 59:
        return []
    is_universal = bool(match["zone"]) and re.fullmatch(r"GMT|UTC|UT", match["zone"].strip().upper()) is not None
    value = f"T{hour:02d}:{minute:02d}" + ("Z" if is_universal else _offset(match["zone"]))
    return [Found(match.start(), match.end(), "TIME", value)]


def _read_spoken_clock(match: re.Match[str], context: TimeContext) -> list[Found]:
    """As in "half past six", "shortly after nine", "at six in the evening": the hour in words.

    Of the two hours that a word can mean, the one in the part of the day that was told last; else the one of the day.
    """
    hour, minute = int(read_number(match["hour"]) or 0), 0
    _, after = context.neighbours(match.start(), match.end())
    is_told = bool(match["past"] or match["to"] or match["part"] or match["oclock"])
    is_told = is_told or _LATE_AHEAD.match(context.text, match.end()) is not None
    if not 1 <= hour <= 12 or (not is_told and after is not None and not _ends_clock(after)):
        return []
    if match["past"]:
        minute = _minutes(match["past"])
    if match["to"]:
        hour, minute = (hour - 1) or 12, 60 - _minutes(match["to"])
    if (match["past"] or match["to"]) and not 0 < minute < 60:
        return []
    part = (match["part"] or "").lower().split()
    told = context.previous(r"\d{4}-\d\d-\d\d")
    is_late = told is not None and told.value.endswith(("TEV", "TNI")) if not part else part[-1] != "morning"
    is_late = is_late or _is_late(match, context, hour)
    is_night_hour = hour == 12 or (part[-1:] == ["night"] and hour < 5)
    if is_late and not is_night_hour:
        hour += 12
    start = match.start("from") if match["from"] else match.start("hour")
    return [Found(start, match.end(), "TIME", f"T{hour % 24:02d}:{minute:02d}")]


def _minutes(words: str) -> int:
    """How many minutes "half", "a quarter" and "twelve minutes" are, up to 59."""
    last = words.lower().split()[-1]
    if last in {"half", "quarter"}:
        return {"half": 30, "quarter": 15}[last]
    return min(int(read_number(re.sub(r"\sminutes?$", "", words)) or 0), 59)


def _ends_clock(after: Word) -> bool:
    """Whether the word behind an hour in words can follow one: no noun that the number would count."""
    return after.tag in {".", ",", ":", "CC", "-RRB-", "''", "VBD"} or after.lemma in {
        "on",
        "when",
        "as",
        "after",
        "and",
    }


def _offset(zone: str | None) -> str:
    """The offset that is written behind a zone's name ("UTC+3"), as "+03:00"; empty where there is none."""
    found = re.search(r"([+-])\s?(\d{1,2})(?::?(\d{2}))?", zone or "")
    return f"{found[1]}{int(found[2]):02d}:{found[3] or '00'}" if found else ""


_LED_BY_AT = re.compile(r"\bat (?:about |around |exactly |roughly )?\Z", re.IGNORECASE)
_DAY_AHEAD = re.compile(
    rf"\s(?:on (?:{WEEKDAY}|the (?:morning|afternoon|evening|night))|(?:yesterday|today|tomorrow|tonight)\b"
    rf"|(?:this|that|last|next|every|each) (?:{DAY_PART}|day))",
    re.IGNORECASE,
)
_PRICED_AT = re.compile(
    r"\b(?:clos|trad|settl|finish|end|open|valu|pric|quot|peak|s[oe]l[dl])[a-z]{0,3} at ", re.IGNORECASE
)
_LEAD_REACH = 30
_LATE_AHEAD = re.compile(
    rf"\s(?:on |that |this |the same )?(?:{WEEKDAY} |yesterday )?(?P<part>afternoon|evening|night)\b", re.IGNORECASE
)


def _is_late(match: re.Match[str], context: TimeContext, hour: int) -> bool:
    """Whether an hour of the first half is one of the second: "at 11.20 that night", "at 8:15 on Monday evening"."""
    part = _LATE_AHEAD.match(context.text, match.end())
    return part is not None and 0 < hour < 12 and not (part["part"].lower() == "night" and hour < 5)


def _is_at_hour(match: re.Match[str], context: TimeContext) -> bool:
    """Whether figures with a point are an hour and no rate or price: "at 6.50 on Tuesday", "at 11.20 that night".

    Two figures for the minutes, "at" before it, and a day or a part of it behind: "closed at 6.50" may be a price.
    """
    lead = context.text[max(0, match.start("h") - _LEAD_REACH) : match.start("h")]
    return (
        len(match["min"] or "") == 2
        and _LED_BY_AT.search(lead) is not None
        and _PRICED_AT.search(lead) is None
        and _DAY_AHEAD.match(context.text, match.end()) is not None
    )


def _is_clock(match: re.Match[str], context: TimeContext) -> bool:
    """Whether "14:30" is a time and no result or verse: two figures for the minutes, and no count before it."""
    before, after = context.neighbours(match.start(), match.end())
    if len(match["min"]) != 2:
        return False
    if before is not None and before.tag.startswith("NNP") and before.lemma not in {"gmt", "utc"}:
        return False
    return after is None or after.text not in {":", "-", "/"}


DAY_RULES: tuple[Rule, ...] = (
    rule(
        _WEEKDAY_TRIGGERS,
        rf"{_LEAD}(?:(?P<which>last|next|every other|every|each|this past|this coming|this|past|coming"
        r"|(?:the|that) previous"
        rf"|(?:the|that) following) )?(?:{_LEAD})"
        rf"(?P<day>{WEEKDAY})(?:'s)?(?:(?:,? (?:of |in )?(?P<week>(?:last|this|next) week)"
        r"| (?P<after>week(?= *[,.;)])))|,? (?:at )?(?:early "
        rf"|late )?(?P<part>{DAY_PART}s?|noon|midnight|midday|lunchtime)(?:'s)?)?",
        _read_weekday,
    ),
    rule(_WEEKDAY_TRIGGERS, rf"(?P<day>{_WEEKDAYS_PLURAL})", _read_weekdays),
    rule(
        "today tonight yesterday tomorrow last this",
        r"(?:(?:(?:earlier|later|early|late)(?: on)? |mid-afternoon |mid-morning )?(?P<word>today|tonight"
        r"|yesterday|tomorrow|last night|last evening|the day before yesterday|the day after tomorrow"
        rf"|(?:later |earlier |early |late )?this(?= {DAY_PART}))(?:'s)?(?: (?P<part>{DAY_PART}))?)(?!s)",
        _read_deictic,
    ),
    rule(
        "morning afternoon evening night overnight",
        r"(?:(?P<lead>early |late |later |earlier |by |in |during |until |into )?(?P<which>that|the same|that same"
        rf"|the next|the following|the previous|in the|early in the|late in the|the) (?P<part>{DAY_PART}))(?!s)",
        _read_day_part,
    ),
    rule(
        "mid morning afternoon evening",
        rf"(?P<lead>by |in |until |around |at |about )(?P<which>)(?P<core>mid(?: |-)(?P<part>{DAY_PART}))"
        r"(?! (?:yesterday|today|tomorrow|on|trading))",
        _read_day_part,
    ),
    rule("overnight", r"(?P<lead>)(?P<which>)(?P<part>overnight)(?! (?:success|sensation)\b)", _read_day_part),
    rule(
        "0 noon midday midnight",
        r"(?:(?:about|around|approximately|just after|just before|shortly after|shortly before|nearly) )?"
        r"(?:(?P<word>noon|midday|midnight)|(?P<h>[01]?\d"
        r"|2[0-4])(?:(?P<sep>[:.])(?P<min>[0-5]\d)(?::[0-5]\d)?)?(?:\s?(?P<half>[ap]\s?\.?\s?m\b\.?)"
        r"|(?P<oclock> o'clock))?(?: (?P<words>in the (?:morning|afternoon|evening)|at night))?)"
        rf"(?: \(?(?P<zone>{CLOCK_ZONE})\)?)?(?: local time)?",
        _read_clock,
    ),
    rule(
        "past after before at to",
        rf"(?:(?P<from>(?:(?P<past>half|a quarter|quarter|{_MINUTES}) past|(?P<to>a quarter|quarter|{_MINUTES}) to"
        r"|(?:shortly|just|soon) (?:after"
        rf"|before)) )|at )(?P<hour>{HOUR})(?! minutes?)(?P<oclock> o['’]clock)?"
        r"(?P<part> in the (?:morning|afternoon|evening)| at night)?",
        _read_spoken_clock,
    ),
    rule(
        "0",
        r"(?P<h>[01]\d"
        rf"|2[0-4])(?P<min>[0-5]\d)(?P<sep>)(?P<half>)(?P<words>)(?P<word>)(?P<oclock>) (?P<zone>{CLOCK_ZONE})",
        _read_clock,
    ),
)
