"""Rules for years and their parts, for longer times and for feasts: decades, centuries, quarters, seasons."""

from __future__ import annotations

import re

from firsthand.language.parse import Word
from firsthand.language.time_rules import Found, Rule, TimeContext, rule
from firsthand.language.time_values import feast_day
from firsthand.language.time_words import (
    EARLY,
    FEAST,
    ORDINAL,
    ORDINALS,
    PART_OF,
    SEASON,
    SEASONS,
    WORD_YEAR,
    YEAR,
    read_number,
)

__all__ = ["YEAR_RULES"]

_YEAR_WORDS = frozenset(
    "in since of by from during until till before after between late early mid through circa fiscal year around "
    "about for to than and or the".split()
)

_MEASURES = frozenset("percent dollar euro pound meter metre mile kilometer kilometre foot ton tonne".split())


def _read_year(match: re.Match[str], context: TimeContext) -> list[Found]:
    """A year that stands alone."""
    years = [match["y"]] + ([match["y2"]] if match["y2"] else [])
    if "half of" in " ".join(match[0].lower().split()):  # a time of its own, with its own rule
        return []
    if not _is_year(match, context):
        return []
    if len(years) == 1:
        return [Found(match.start(), match.end(), "DATE", years[0])]
    second = years[1] if len(years[1]) == 4 else years[0][:2] + years[1]
    if int(second) <= int(years[0]):
        return []
    start = match.start("y2")
    return [
        Found(match.start(), match.end("y"), "DATE", years[0]),
        Found(start, match.end(), "DATE", second),
    ]


def _is_year(match: re.Match[str], context: TimeContext) -> bool:
    """Whether four figures are a year: not counted in ("2000 people"), not money, not part of a longer number."""
    start, end = match.start("y"), match.end()
    before, after = context.neighbours(start, end)
    if match["lead"]:
        return True
    if before is not None and before.end == start and before.text in {"$", "€", "£", "#", "/", "-", "."}:
        return False
    if after is not None and (after.tag == "NNS" or after.lemma in _MEASURES) and not _is_dated_plural(before, after):
        return False
    if after is not None and after.start == end and after.text in {"/", "-", ":"}:
        return False
    if int(match["y"]) < 1800:
        return before is not None and before.lemma in {"in", "since", "of", "by", "from", "until"}
    if before is None or before.lemma in _YEAR_WORDS or before.text in {",", "(", ";", "-", "–", "'s", "’s"}:
        return True
    return before.tag not in {"CD", "#"} and 1900 <= int(match["y"]) <= 2100


def _is_dated_plural(before: Word | None, after: Word) -> bool:
    """As in "the 2016 elections", "its 2015 results", but not "2000 people"."""
    return before is not None and (before.tag in {"PRP$", "POS"} or before.lemma == "the") and after.tag == "NNS"


def _read_word_year(match: re.Match[str], _context: TimeContext) -> list[Found]:
    number = read_number(match["y"])
    return [Found(match.start(), match.end(), "DATE", f"{int(number):04d}")] if number else []


def _read_decade(match: re.Match[str], context: TimeContext) -> list[Found]:
    if match["full"]:
        value = match["full"][:3]
    elif match["short"]:
        value = ("20" if match["short"] == "0" else "19") + match["short"] if match["short"] != "1" else "201"
    else:
        tens = {
            "twenties": 2,
            "thirties": 3,
            "forties": 4,
            "fifties": 5,
            "sixties": 6,
            "seventies": 7,
            "eighties": 8,
            "nineties": 9,
        }
        value = f"19{tens[match['word'].lower()]}"
    before, _ = context.neighbours(match.start(), match.end())
    # "in his forties" is an age.
    if before is not None and before.tag == "PRP$":
        return []
    return [Found(match.start(), match.end(), "DATE", value)]


def _leading_number(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits is not None else 0


def _read_century(match: re.Match[str], _context: TimeContext) -> list[Found]:
    number = _leading_number(match["n"]) or ORDINALS.get(match["n"].lower(), 0)
    if not 0 < number <= 30:
        return []
    return [Found(match.start(), match.end(), "DATE", f"{number - 1:02d}")]


def _read_quarter(match: re.Match[str], context: TimeContext) -> list[Found]:
    """A quarter or half of a year: with its year where one is named, else the last that had begun."""
    which = match["n"].lower()
    number = int(which[-1]) if which[0] == "q" else ORDINALS.get(which, 0)
    letter = "H" if match["unit"] and match["unit"].lower() == "half" else "Q"
    if letter == "H" and number == 4:
        number = 2
    if not 1 <= number <= (2 if letter == "H" else 4):
        return []
    year: int | None = None
    for group in ("y1", "y2"):
        if match[group]:
            year = int(match[group])
    word = (match["rel1"] or match["rel2"] or "").lower()
    anchor = context.anchor
    if year is None and anchor.year is not None:
        year = _year_of_part(context, match, letter, number, word)
    if year is None:
        return [Found(match.start(), match.end(), "DATE", f"XXXX-{letter}{number}")]
    return [Found(match.start(), match.end(), "DATE", f"{year:04d}-{letter}{number}")]


def _year_of_part(context: TimeContext, match: re.Match[str], letter: str, number: int, word: str) -> int:
    anchor = context.anchor
    year = anchor.year or 0
    if word.startswith(("last", "year-ago", "year-earlier", "previous", "a year")):
        return year - 1
    if word.startswith("next"):
        return year + 1
    if word.startswith("this") or anchor.month is None:
        return year
    size = 3 if letter == "Q" else 6
    has_begun = (number - 1) * size + 1 <= anchor.month
    tense = context.tense(match.start("n"))
    if tense == "future" or has_begun:
        return year
    # One quarter ahead of now, outside the past tense: the coming one rather than the one three quarters ago.
    is_next = (number - 1) * size + 1 - anchor.month <= 1 and tense != "past"
    return year if is_next else year - 1


def _read_season(match: re.Match[str], context: TimeContext) -> list[Found]:
    name, which = match["season"].lower(), (match["which"] or "").lower().strip()
    if not (which or match["year"] or match["wordyear"] or match["lastyear"] or match["part"]):
        before, after = context.neighbours(match.start("season"), match.end("season"))
        is_led = before is not None and before.lemma in {
            "in",
            "by",
            "the",
            "since",
            "until",
            "during",
            "early",
            "late",
            "mid",
            "every",
            "each",
        }
        if not is_led or context.tag_at(match.start("season")) not in {"NN", "NNP"}:
            return []
        if name in {"spring", "fall"} and after is not None and after.lemma in {"of", "into", "from", "to"}:
            return []
    code = SEASONS[name]
    if which in {"every", "each"}:
        return [Found(match.start(), match.end(), "SET", f"XXXX-{code}")]
    if match["wordyear"]:
        year: int | None = int(read_number(match["wordyear"]) or 0)
    else:
        year = int(match["year"]) if match["year"] else _season_year(context, match, name, which)
    value = f"XXXX-{code}" if year is None else f"{year:04d}-{code}"
    return [Found(match.start(), match.end(), "DATE", value)]


def _season_year(context: TimeContext, match: re.Match[str], name: str, which: str) -> int | None:
    anchor = context.anchor
    if match["lastyear"] and anchor.year is not None:
        return anchor.year + {"last": -1, "this": 0, "next": 1}[match["lastyear"].split()[0].lower()]
    if anchor.year is None or anchor.month is None:
        return anchor.year
    month = {"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 1}[name]
    if which == "last":
        return anchor.year if month + 1 < anchor.month else anchor.year - 1
    if which in {"next", "coming", "this coming"}:
        return anchor.year if month > anchor.month else anchor.year + 1
    if which.startswith("this") or which == "past":
        return anchor.year
    return context.year_of(month, None, match.start("season"))


def _read_feast(match: re.Match[str], context: TimeContext) -> list[Found]:
    name = re.sub(r"\s", " ", match["feast"].lower())
    now = context.anchor
    year: int | None = int(match["year"]) if match["year"] else None
    which = (match["which"] or "").lower().strip()
    if year is None and now.year is not None:
        day = feast_day(name, now.year)
        if day is None:
            return []
        year = context.year_of(day.month, day.day, match.start("feast"))
        if which == "last" and now.day is not None:
            year = now.year if day < now.day else now.year - 1
        elif which == "next" and now.day is not None:
            year = now.year if day > now.day else now.year + 1
        elif which in {"every", "each"}:
            return [Found(match.start(), match.end(), "SET", f"XXXX-{day.month:02d}-{day.day:02d}")]
    found = None if year is None else feast_day(name, year)
    return [] if found is None else [Found(match.start(), match.end(), "DATE", found.isoformat())]


YEAR_RULES: tuple[Rule, ...] = (
    rule(
        "0",
        rf"(?:(?P<lead>the year|fiscal year|fiscal|calendar year|calendar) )?(?:{PART_OF}|{EARLY})?(?P<y>{YEAR})"
        rf"(?:\s?(?:-|–|/)\s?(?P<y2>(?:19|20)\d\d|\d\d)(?![\d%]|[.,]\d))?",
        _read_year,
    ),
    rule("nineteen two", rf"(?:the year )?(?P<y>{WORD_YEAR})", _read_word_year),
    rule(
        "0 twenties thirties forties fifties sixties seventies eighties nineties",
        rf"(?:the )?(?:{EARLY})?(?:the )?(?:(?P<full>(?:1[5-9]|20)\d0)'?s|'?(?P<short>[0-9])0'?s"
        r"|(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))",
        _read_decade,
    ),
    rule(
        "century",
        rf"(?:the )?(?:{EARLY})?(?P<n>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL}|twenty-first)[ -]century",
        _read_century,
    ),
    rule(
        "quarter half q1 q2 q3 q4 0",
        rf"(?:the |its |their )?(?:(?:{PART_OF}|{EARLY}))?(?:the )?(?:(?:fiscal |calendar )?(?P<y1>{YEAR})'?s? "
        r"|(?P<rel1>last year's|this year's|next year's|year-ago|year-earlier) )?"
        r"(?:fiscal[ -])?(?P<n>first|second|third|fourth|final|last|q[1-4])(?(rel1)|)(?:(?<=q[1-4])"
        r"|[ -](?:fiscal[ -])?(?P<unit>quarter|half))"
        rf"(?:,? (?:of |in )?(?:the )?(?:fiscal (?:year )?|calendar )?(?:(?P<y2>{YEAR})|(?P<rel2>last year"
        r"|this year|next year|(?:a year (?:ago|earlier|before)))))?",
        _read_quarter,
    ),
    rule(
        "spring summer autumn fall winter",
        rf"(?P<part>{PART_OF})?(?:(?P<which>last|next|this past|this coming|this|past|coming|every"
        rf"|each) )?(?:the )?(?:{EARLY})?(?P<season>{SEASON})(?:,? (?:of )?(?:(?P<year>{YEAR})"
        rf"|(?P<wordyear>{WORD_YEAR})|(?P<lastyear>(?:last|this|next) year)))?",
        _read_season,
    ),
    rule(
        "christmas boxing new valentine independence halloween thanksgiving labor labour memorial election martin "
        "easter good patrick may armistice veterans",
        rf"(?:(?P<which>last|next|this|every|each) )?(?P<feast>{FEAST})(?:,? (?P<year>{YEAR}))?",
        _read_feast,
    ),
)
