"""Rules for times told from the writer's now, or from the time last named: "last month", "a day earlier", "now"."""

from __future__ import annotations

import re
from datetime import date

from firsthand.language.time_rules import Found, Rule, TimeContext, rule
from firsthand.language.time_values import clip_value, days_of_value, duration_value, shift_value, unit_value
from firsthand.language.time_words import NUMBER, UNITS, VAGUE_NUMBER, read_number

__all__ = ["RELATIVE_RULES"]

_UNIT = r"(?:day|week|weekend|month|quarter|year|decade|century)"
_UNIT_TRIGGERS = "day week weekend month quarter year decade century"
_UNITS_TRIGGERS = (
    _UNIT_TRIGGERS + " days weeks weekends months quarters years decades centuries minutes minute hours hour"
)
_UNITS = r"(?:minutes?|hours?|days?|weeks?|weekends?|months?|quarters?|years?|decades?)"
_PART = (
    r"(?:(?:the )?(?:(?:very )?early|late|later|earlier|sometime|mid|first half|second half|start|beginning|end"
    r"|middle|rest|close)(?: (?:in|of|on))? ?-?)"
)
# A comparison stands in the paragraph of what it is compared with or in one of the next.
_COMPARED_WITHIN = 1200
_STEPS = {
    "last": -1, "previous": -1, "past": -1, "this past": -1, "preceding": -1, "prior": -1,
    "this": 0, "current": 0, "same": 0, "that": 0, "that same": 0,
    "next": 1, "coming": 1, "following": 1, "this coming": 1,
}  # fmt: skip


def _singular(unit: str) -> str:
    lowered = unit.lower()
    return "century" if lowered == "centuries" else lowered.removesuffix("s")


def _reference(found: Found | None, fallback: date | None) -> date | None:
    """The first day of the expression's value, else `fallback`."""
    if found is None:
        return fallback
    match = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", found.value)
    return date(int(match[1]), int(match[2] or 1), int(match[3] or 1)) if match else fallback


def _read_unit(match: re.Match[str], context: TimeContext) -> list[Found]:
    """As in "last month", "this week", "the following year", "that day"."""
    which = re.sub(r"\s", " ", match["which"].lower()).removeprefix("the ").strip()
    unit = _singular(match["unit"])
    if match["unit"][0].isupper() and not match["unit"].isupper():  # "This Week" is a programme
        return []
    if which == "current" and unit == "quarter" and context.anchor.day is not None:
        return [Found(match.start(), match.end(), "DATE", unit_value("quarter", context.anchor.day))]
    steps = _STEPS[which]
    now = context.anchor.day
    if which in {"following", "that", "same", "that same", "previous", "preceding", "prior"} and unit in {
        "day",
        "month",
        "year",
        "week",
    }:
        found = context.previous(
            {"day": r"\d{4}-\d\d-\d\d", "week": r"\d{4}-\d\d-\d\d", "month": r"\d{4}-\d\d", "year": r"\d{4}"}[unit]
        )
        if found is not None:
            if steps == 0 and unit != "week":
                clipped = clip_value(found.value, unit)
                return [Found(match.start(), match.end(), "DATE", clipped)] if clipped else []
            now = _reference(found, now)
    if now is None:
        return _vague(match, steps, context, unit)
    if (
        which == "past"
        and unit in {"day", "week", "weekend", "month", "quarter", "decade", "century"}
        and unit != "weekend"
    ):
        letter = {"day": "P1D", "week": "P1W", "month": "P1M", "quarter": "P3M", "decade": "P10Y", "century": "P100Y"}[
            unit
        ]
        return [Found(match.start(), match.end(), "DURATION", letter)]
    value = shift_value(unit, now, steps)
    return [Found(match.start(), match.end(), "DATE", value)] if value else []


def _vague(match: re.Match[str], steps: int, context: TimeContext, unit: str) -> list[Found]:
    """Without an anchor that is a day: the year or month where that much is known, else only past or future."""
    anchor = context.anchor
    if unit == "year" and anchor.year is not None:
        return [Found(match.start(), match.end(), "DATE", f"{anchor.year + steps:04d}")]
    if unit == "month" and anchor.year is not None and anchor.month is not None:
        value = shift_value("month", date(anchor.year, anchor.month, 1), steps)
        return [Found(match.start(), match.end(), "DATE", value)] if value else []
    reference = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[steps + 1]
    return [Found(match.start(), match.end(), "DATE", reference)]


def _read_ago(match: re.Match[str], context: TimeContext) -> list[Found]:
    """As in "two weeks ago", "a year earlier", "three days later"."""
    unit = _singular(match["unit"])
    number = read_number(match["n"]) if match["n"] else None
    word = match["word"].lower()
    if word in {"before", "prior"} and _has_complement(match, context):
        return _as_duration(match, unit, number)
    is_back = word in {"ago", "earlier", "before", "previously", "prior"}
    if unit in {"minute", "hour"}:
        reference = context.previous(r"\d{4}-\d\d-\d\d")
        value = unit_value("day", context.anchor.day) if context.anchor.day and word == "ago" else None
        value = value or (reference.value[:10] if reference else None)
        return [Found(match.start(), match.end(), "TIME", value)] if value else []
    now = context.anchor.day
    if word not in {"ago", "from now", "from today"}:
        told = _told_reference(context, unit, now)
        # What had happened earlier did not happen after today: not counted back from a day that is still to come.
        is_ahead = is_back and told is not None and now is not None and told > now
        now = now if is_ahead and context.tense(match.start("unit")) == "past" else told
    if number is None:
        return [Found(match.start(), match.end(), "DATE", "PAST_REF" if is_back else "FUTURE_REF")]
    if unit == "year" and number == 1 and is_back:
        compared = _compared_quarter(match, context)
        if compared is not None:
            return [Found(match.start(), match.end(), "DATE", compared)]
    if now is None:
        year = context.anchor.year
        if unit == "year" and year is not None:
            return [Found(match.start(), match.end(), "DATE", f"{year + int(-number if is_back else number):04d}")]
        return [Found(match.start(), match.end(), "DATE", "PAST_REF" if is_back else "FUTURE_REF")]
    steps = -number if is_back else number
    if match["today"] and steps == int(steps):
        value = _same_day(unit, now, int(steps))
        return [Found(match.start(), match.end(), "DATE", value)] if value else []
    value = _shift_fraction(unit, now, steps)
    return [Found(match.start(), match.end(), "DATE", value)] if value else []


def _same_day(unit: str, now: date, steps: int) -> str | None:
    """As in "a year ago today": the day of the same number in its month; None for the 29th of February."""
    if unit in {"day", "week"}:
        return shift_value("day", now, steps * (7 if unit == "week" else 1))
    month = shift_value("month", now, steps * {"month": 1, "year": 12, "decade": 120}.get(unit, 0))
    value = None if month is None else f"{month}-{now.day:02d}"
    return value if value is not None and days_of_value(value) is not None else None


def _read_year_ago(match: re.Match[str], context: TimeContext) -> list[Found]:
    """As in "the year-ago quarter", "year-earlier results": what a company compares its figures with."""
    compared = _compared_quarter(match, context)
    if compared is not None:
        return [Found(match.start(), match.end(), "DATE", compared)]
    year = context.anchor.year
    return [] if year is None else [Found(match.start(), match.end(), "DATE", f"{year - 1:04d}")]


def _has_complement(match: re.Match[str], context: TimeContext) -> bool:
    """Whether what the time is counted from follows, as in "two days before the vote"."""
    _, after = context.neighbours(match.start(), match.end())
    return after is not None and after.tag[:1].isalpha() and after.tag not in {"CC", "IN", "RB"}


def _as_duration(match: re.Match[str], unit: str, number: float | None) -> list[Found]:
    letter, is_clock = UNITS[unit]
    return [Found(match.start(), match.end("unit"), "DURATION", duration_value(number, letter, is_clock))]


def _told_reference(context: TimeContext, unit: str, now: date | None) -> date | None:
    """As in "Earlier" and "later" count from the time told last that is as exact as the unit."""
    pattern = {"day": r"\d{4}-\d\d-\d\d", "week": r"\d{4}-\d\d-\d\d", "month": r"\d{4}-\d\d"}.get(unit, r"\d{4}")
    return _reference(context.previous(pattern), now)


def _compared_quarter(match: re.Match[str], context: TimeContext) -> str | None:
    """The quarter that "a year earlier" compares with: the same of the year before, where one was told just before."""
    quarter = _reported_quarter(context)
    if quarter is None:
        return None
    for found in reversed(context.found[-200:]):
        if match.start() - found.end > _COMPARED_WITHIN:
            return None
        if re.fullmatch(r"\d{4}-Q\d", found.value):
            return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"
        # A year or a span of months was told since: that is what is compared.
        if re.fullmatch(r"P\d+M|\d{4}", found.value):
            return None
    return None


def _reported_quarter(context: TimeContext) -> str | None:
    """The latest quarter named so far that has ended: the one that a company reports on."""
    now = context.anchor.day
    limit = (shift_value("quarter", now, -1) if now is not None else None) or "9999"
    quarters = [
        found.value
        for found in context.found[-200:]
        if re.fullmatch(r"\d{4}-Q\d", found.value) and found.value <= limit
    ]
    return max(quarters, default=None)


def _shift_fraction(unit: str, now: date, steps: float) -> str | None:
    if steps != int(steps):
        smaller = {"year": ("month", 12), "decade": ("year", 10), "week": ("day", 7)}.get(unit)
        if smaller is None:
            return None
        return shift_value(smaller[0], now, round(steps * smaller[1]))
    if unit == "week":
        return shift_value("day", now, int(steps) * 7)
    if unit == "decade":
        return shift_value("year", now, int(steps) * 10)
    return shift_value(unit, now, int(steps))


def _read_before(match: re.Match[str], context: TimeContext) -> list[Found]:
    """As in "the day before", "a day after", "the year before": from the time told last."""
    unit = _singular(match["unit"])
    if _has_complement(match, context):
        # "a day after the vote": as long as that after it; "the day before the vote" is no date of its own.
        if match[0].lower().startswith("the"):
            return []
        return _as_duration(match, unit, 1.0)
    now = _told_reference(context, unit, context.anchor.day)
    if now is None:
        return []
    value = shift_value(unit, now, -1 if match["word"].lower() in {"before", "earlier", "previous"} else 1)
    return [Found(match.start(), match.end(), "DATE", value)] if value else []


def _read_the_unit(match: re.Match[str], context: TimeContext) -> list[Found]:
    """As in "the end of the year", "the quarter", "the weekend": the one of the anchor, or that was reported on."""
    unit = _singular(match["unit"])
    now = context.anchor.day
    if unit == "year" and re.match(r"\s+(?:ended|ending|to)\s", context.text[match.end() : match.end() + 9]):
        return [Found(match.start(), match.end(), "DURATION", "P1Y")]
    if unit == "day":
        now = context.previous_day() or now
    if now is None:
        return _vague(match, 0, context, unit) if unit == "year" and context.anchor.year else []
    if unit in {"quarter", "period"}:
        quarter = _reported_quarter(context)
        if quarter is not None:
            return [Found(match.start(), match.end(), "DATE", quarter)]
        # Companies report on the quarter that has ended.
        value = shift_value("quarter", now, -1)
        return [Found(match.start(), match.end(), "DATE", value)] if value else []
    if unit == "weekend":
        is_early = now.isoweekday() <= 4 and context.tense(match.start("unit")) != "future"
        value = shift_value("weekend", now, -1 if is_early else 0)
        return [Found(match.start(), match.end(), "DATE", value)] if value else []
    return [Found(match.start(), match.end(), "DATE", unit_value(unit, now))]


def _read_reference(match: re.Match[str], context: TimeContext) -> list[Found]:
    """Words for now, for some time ago and for some time to come."""
    word = re.sub(r"\s", " ", match["word"].lower())
    value = "PRESENT_REF" if word in _PRESENT else ("PAST_REF" if word in _PAST else "FUTURE_REF")
    if word in {"current", "recent"} and not context.tag_at(match.start("word")).startswith(("J", "N")):
        return []
    _, after = context.neighbours(match.start(), match.end())
    if word in {"now", "soon"} and context.text[match.end() : match.end() + 1] == "-":
        return []
    # "soon after the vote" and "as soon as" are told from an event, "the past year" from the calendar.
    if word == "soon" and after is not None and after.lemma in {"after", "as", "before"}:
        return []
    if word.endswith("the past") and after is not None and (after.tag[:2] in {"NN", "CD", "JJ"} or after.tag == "RB"):
        return []
    return [Found(match.start(), match.end(), "DATE", value)]


_PRESENT = frozenset(
    """
    now|right now|just now|for now|until now|currently|current|at present|presently|the present|at the moment
    at this moment|at this time|at this point|nowadays|these days
    """.strip()
    .replace("\n", "|")
    .replace("    ", "")
    .split("|")
)
_PAST = frozenset(
    """
    recently|lately|recent|the recent past|the past|in the past|the distant past|not long ago|long ago|the other day
    """.strip().split("|")
)
_FUTURE = frozenset(
    """
    the future|the near future|in the near future|the foreseeable future|the near term|the short term|the long term
    soon|as soon as possible
    """.strip()
    .replace("\n", "|")
    .replace("    ", "")
    .split("|")
)


def _read_recent_units(match: re.Match[str], _context: TimeContext) -> list[Found]:
    """As in "recent weeks" and "coming months": so many units that nobody counts."""
    unit = _singular(match["unit"])
    letter = {"day": "D", "week": "W", "month": "M", "year": "Y", "quarter": "Q", "decade": "E"}[unit]
    return [Found(match.start(), match.end(), "DURATION", f"PX{letter}")]


def _alternatives(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


RELATIVE_RULES: tuple[Rule, ...] = (
    rule(
        _UNIT_TRIGGERS,
        rf"{_PART}?(?:the )?(?P<which>last|next|this past|this coming|this|past|coming|previous|preceding|following"
        r"|current|that same|same|that|prior) "
        rf"(?:entire |whole |fiscal |calendar |full )?(?P<unit>{_UNIT})(?:'s)?(?: or so)?(?!-)",
        _read_unit,
    ),
    rule(
        _UNITS_TRIGGERS,
        r"(?:(?:about|around|almost|nearly|more than|less than|over|just|some|roughly|only"
        rf"|at least) )?(?P<n>{NUMBER}|{VAGUE_NUMBER})[ -](?P<unit>{_UNITS})(?: or so)? (?P<word>ago|earlier|later"
        r"|before|from now|from today|previously|prior)(?P<today>(?<= ago) today)?",
        _read_ago,
    ),
    rule(
        "days weeks months years decades centuries",
        r"(?P<n>)(?P<unit>days|weeks|months|years|decades) (?P<word>ago|later|earlier)(?P<today>(?!))?",
        _read_ago,
    ),
    rule(
        "day week month year",
        r"(?:the|a|one) (?P<unit>day|week|month|year) (?P<word>before|after|earlier|previous)(?! (?:yesterday"
        r"|tomorrow))",
        _read_before,
    ),
    rule(
        "year",
        r"(?:the |a )?(?:comparable )?(?P<unit>year)-(?P<word>ago|earlier)(?: (?:period|quarter))?",
        _read_year_ago,
    ),
    rule(
        _UNIT_TRIGGERS, rf"{_PART}(?:the )?(?P<unit>month|year|quarter|week|decade|weekend|day)(?:'s)?", _read_the_unit
    ),
    rule(
        "quarter year weekend period",
        r"(?:the|its) (?:latest |full |entire |whole |current |latest fiscal |fiscal )?(?P<unit>quarter|weekend"
        r"|year|period(?<=latest period))(?! (?:ago|earlier|before|old|\d))(?:'s)?",
        _read_the_unit,
    ),
    rule("year", r"(?P<unit>year)(?:'s)?[ -]end", _read_the_unit),
    rule(
        "days weeks months years quarters decades",
        r"(?P<which>(?:the )?(?:recent|coming|future)) (?P<unit>days|weeks|months|years|quarters"
        r"|decades)(?: and (?:weeks|months|years))?",
        _read_recent_units,
    ),
    rule("ahead", r"(?:the )?(?P<unit>days|weeks|months|years) ahead(?! of)", _read_recent_units),
    rule(
        "now currently present moment nowadays days current presently recently lately past recent previously "
        "formerly ago day distant future soon near shortly foreseeable coming long short time point possible",
        rf"(?:more |very |just |most )?(?P<word>{_alternatives(_PRESENT | _PAST | _FUTURE)})",
        _read_reference,
    ),
)
