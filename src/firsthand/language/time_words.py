"""English words for times: months, days, units, numbers, seasons, feasts, and the patterns made of them.

Every pattern here is a fragment for a larger one, without groups of its own, and bounded in length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from firsthand.lexicon import calendar_words

__all__ = [
    "CLOCK_ZONE",
    "DAY_PART",
    "DAY_PARTS",
    "EARLY",
    "FEAST",
    "HOUR",
    "MONTH",
    "NUMBER",
    "ORDINAL",
    "ORDINALS",
    "PART_OF",
    "SEASON",
    "SEASONS",
    "SPELLED_DAY",
    "UNIT",
    "UNITS",
    "VAGUE_NUMBER",
    "WEEKDAY",
    "WORD_YEAR",
    "YEAR",
    "month_number",
    "read_number",
    "weekday_number",
]


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


MONTH = (
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![a-z])"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|(?![a-z])))"
)
# Short day names only with their point: "Sun" and "Sat" are words.
WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z])|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\.(?=,"
    r"|\s[a-z0-9]))"
)

# Unit: its TIMEX3 letter, and whether it stands behind the T of a duration.
UNITS = {
    "second": ("S", True),
    "sec": ("S", True),
    "minute": ("M", True),
    "min": ("M", True),
    "hour": ("H", True),
    "hr": ("H", True),
    "day": ("D", False),
    "week": ("W", False),
    "fortnight": ("F", False),
    "weekend": ("WE", False),
    "month": ("M", False),
    "quarter": ("Q", False),
    "year": ("Y", False),
    "yr": ("Y", False),
    "decade": ("E", False),
    "century": ("C", False),
    "centurie": ("C", False),
}
SPELLED_DAY = (
    r"(?:twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[- ]first|thirtieth|twentieth"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teenth)"
)
UNIT = (
    r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?|quarters?|years?|yrs?|decades?"
    r"|century|centuries)"
)

_SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_WORD = _any_of([*_SMALL, *_TENS, "hundred", "thousand"])
VAGUE_NUMBER = (
    r"(?:an?\sfew|few|several|many|numerous|some|dozens\sof|scores\sof|hundreds\sof|thousands\sof|a\snumber\sof"
    r"|countless)"
)
_DIGITS = r"\d{1,3}(?:,\d{3}){1,3}|\d{1,4}(?:\.\d{1,3}|\s?\d/\d|(?=\D|$))"
NUMBER = (
    rf"(?:{_DIGITS}|(?:an?\s)?(?:{_WORD})(?:(?:\s?-\s?|\sand\s|\s)(?:{_WORD})){{0,4}}(?:\sand\san?\shalf)?"
    r"|half\san?|an?\shalf|(?:a\s)?couple\sof|a\scouple|a\sdozen|an?)"
)
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"final": 4, "last": 4, "thirtieth": 30, "thirty-first": 31}
ORDINALS |= {
    f"twenty-{word}": 20 + ORDINALS[word]
    for word in "first second third fourth fifth sixth seventh eighth ninth".split()
}
ORDINAL = _any_of(word for word, value in ORDINALS.items() if word not in {"final", "last"} and value <= 20)

# What may stand before a month, a season or a year and belongs to the expression; it leaves the value as it is.
EARLY = r"(?:(?:very )?early|late|mid)(?:-| )"
PART_OF = r"(?:the (?:very )?(?:start|beginning|end|middle|close|rest|first half|second half|last day|first day)s? of )"
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)"
# A year as it is spoken.
WORD_YEAR = (
    r"(?:nineteen (?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[ -](?:one|two|three|four|five|six|seven|eight"
    r"|nine))?|two thousand(?: (?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)"
)

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON = r"(?:spring|summer|autumn|fall|winter)"
DAY_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "lunchtime": "MI",
    "noon": "12:00",
    "midday": "MI",
    "midnight": "24:00",
    "dawn": "MO",
    "dusk": "EV",
}
HOUR = _any_of("one two three four five six seven eight nine ten eleven twelve".split())
DAY_PART = r"(?:morning|afternoon|evening|night)"
CLOCK_ZONE = (
    r"(?:GMT|UTC|UT|BST|CET|CEST|EET|EEST|MSK|IST|JST|HKT|AEST|AEDT|NZDT|NZST|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T)"
    r"(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?(?![A-Za-z])"
)
FEAST = (
    r"(?:Christmas\sEve|Christmas(?:\sDay)?|Boxing\sDay|New\sYear's\sEve|New\sYear's(?:\sDay)?|Valentine's\sDay"
    r"|Independence\sDay|Halloween|Thanksgiving(?:\sDay)?|Labou?r\sDay|Memorial\sDay|Election\sDay"
    r"|Martin\sLuther\sKing(?:\sJr\.?)?\sDay"
    r"|Easter\sSunday|Easter\sMonday|Easter|Good\sFriday|St\.?\sPatrick's\sDay|May\sDay|Armistice\sDay|Veterans\sDay)"
)


def month_number(name: str) -> int:
    """1 to 12 for a match of `MONTH`."""
    return calendar_words.MONTHS[name.lower().rstrip(".")]


def weekday_number(name: str) -> int:
    """1 (Monday) to 7 for a match of `WEEKDAY`, or for its plural."""
    bare = name.lower().rstrip(".")
    number = calendar_words.WEEKDAYS.get(bare.removesuffix("s"), calendar_words.SHORT_WEEKDAYS.get(bare))
    return 1 + (calendar_words.WEEKDAYS[bare] if number is None else number)


def read_number(words: str) -> float | None:
    """The number that `words` stand for: digits, words, "a", "half a", "two and a half", "1 1/2"; None for a vague one.

    Args:
        words: A match of `NUMBER` or `VAGUE_NUMBER`, in any case.
    """
    lowered = re.sub(r"[\s-]+", " ", words.lower()).strip()
    fixed = {"a": 1.0, "an": 1.0, "a dozen": 12.0}.get(lowered)
    if fixed is not None:
        return fixed
    if "couple" in lowered:
        return 2.0
    if re.fullmatch(r"half an?|an? half", lowered):
        return 0.5
    half = 0.5 if lowered.endswith(" and a half") else 0.0
    lowered = lowered.removesuffix(" and a half")
    digits = re.fullmatch(r"(\d[\d,]*(?:\.\d+)?)?\s?(?:(\d)/([1-9]))?", lowered)
    if digits is not None and lowered:
        whole = float(digits[1].replace(",", "")) if digits[1] else 0.0
        part = int(digits[2]) / int(digits[3]) if digits[2] else 0.0
        return whole + part + half
    return _read_words(lowered.split(), half)


def _read_words(words: list[str], half: float) -> float | None:
    total = current = 0
    for word in words:
        if word in _SMALL:
            current += _SMALL[word]
        elif word in _TENS:
            # "nineteen ninety four" is a year said in two halves.
            current = current * 100 + _TENS[word] if 0 < current < 100 and current != 0 else current + _TENS[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        elif word not in {"and", "a", "an"}:
            return None
    return total + current + half if total + current else None
