"""Rules for durations and for times that recur."""

from __future__ import annotations

import re

from firsthand.language.time_rules import Found, Rule, TimeContext, rule
from firsthand.language.time_values import duration_value, shift_value
from firsthand.language.time_words import NUMBER, UNIT, UNITS, VAGUE_NUMBER, read_number

__all__ = ["DURATION_RULES"]

_ABOUT = (
    r"(?:(?:about|around|almost|nearly|more than|less than|at least|at most|up to|over|under|roughly|approximately"
    r"|some|just|only|"
    r"no more than|no less than|as long as|within|another|an additional|a further|an extra|for) )"
)
_FRAME = (
    r"(?:the )?(?:last|past|next|first|coming|previous|following|final|latest|initial|opening|preceding|ensuing"
    r"|remaining)"
)
_KIND = (
    r"(?:more|additional|further|full|long|straight|consecutive|whole|calendar|fiscal|trading|business|working"
    r"|school|extra|successive|short|hard|turbulent|entire)"
)
_UNIT_TRIGGERS = (
    "second seconds minute minutes min mins hour hours hr hrs day days week weeks fortnight fortnights month months "
    "quarter quarters year years yr yrs decade decades century centuries"
)
_FURTHEST_AHEAD = 99  # more days, weeks or years than this nobody counts off a calendar
_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "bimonthly": "P2M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


def _letter(unit: str) -> tuple[str, bool]:
    lowered = unit.lower()
    return UNITS.get(lowered) or UNITS.get(lowered.removesuffix("s")) or UNITS["century"]


def _counted(number: float | None, unit: str) -> str:
    """The value of so many units. Decades, centuries and quarters are counted in years and months, where counted."""
    letter, is_clock = _letter(unit)
    if number is not None and letter in {"E", "C"} and number != 1:
        number, letter = number * (10 if letter == "E" else 100), "Y"
    elif number is not None and letter == "E":
        number, letter = 10.0, "Y"
    elif number is not None and letter == "Q":
        number, letter = number * 3, "M"
    return duration_value(number, letter, is_clock)


def _read_duration(match: re.Match[str], context: TimeContext) -> list[Found]:
    """As in "two weeks", "the past three years", "a 10-day", "four-year-old"."""
    unit = match["unit"]
    if not _is_unit(match, context) or _is_title(match, context):
        return []
    number = read_number(match["n"])
    ahead = _day_ahead(match, context, number)
    if ahead is not None:
        return [Found(match.start(), match.end(), "DATE", ahead)]
    if match["old"] and _is_age(match, context):
        return []
    if unit.lower().startswith("quarter") and number is not None and number >= 1000:
        return _quarter_of_year(match, context, int(number))
    if match["n"].lower() in {"a", "an"} and not match["frame"]:
        if unit.lower().startswith("second"):
            return []
        rate = _rate(match, context)
        if rate:
            return [Found(match.start("n"), match.end(), "SET", _counted(1.0, unit))]
    if match["more"]:
        # "a year and a half", "a minute and a half"
        number = (number or 0.0) + 0.5
    # In "the ten-day strike" the article belongs to the strike.
    is_hyphened = re.fullmatch(r"\s?-\s?", context.text[match.end("n") : match.start("unit")]) is not None
    start = match.start("n") if is_hyphened else match.start()
    return [Found(start, match.end(), "DURATION", _counted(number, unit))]


def _is_title(match: re.Match[str], context: TimeContext) -> bool:
    """As in "on 90 Minutes": a unit with a capital amid plain words is the name of a programme or a work."""
    if not (match["unit"][0].isupper() and match["unit"][1:].islower()) or match.start("n") != match.start():
        return False
    before, _ = context.neighbours(match.start(), match.end())
    return before is not None and before.text.islower() and before.tag in {"IN", "DT", "VBZ", "VBD"}


def _day_ahead(match: re.Match[str], context: TimeContext, number: float | None) -> str | None:
    """As in "will meet in two weeks": the day, month or year that lies so far ahead; None where it lasts that long.

    With a verb of the future only: "in two weeks" is as long as that where something "was built in two weeks".
    """
    unit = match["unit"].lower().removesuffix("s")
    now, start = context.anchor.day, match.start()
    if now is None or number is None or number != int(number) or not 1 <= number <= _FURTHEST_AHEAD:
        return None
    is_led = context.text[max(0, start - 3) : start].lower() in {"in ", "in\n"} and not match["frame"]
    if not is_led or match["old"] or match["more"] or unit not in {"day", "week", "month", "year"}:
        return None
    _, after = context.neighbours(start, match.end())
    if context.tense(start) != "future" or (after is not None and after.lemma in {"of", "or", "in", "to"}):
        return None
    return shift_value("day", now, int(number) * 7) if unit == "week" else shift_value(unit, now, int(number))


# Nouns for people that their endings do not give away. With a name or no noun at all, "-year-old" is an age too.
_PERSON_NOUNS = frozenset(
    "man woman boy girl child baby son daughter mother father wife husband brother sister teen youth student patient "
    "victim suspect native pilot widow nurse chief star veteran".split()
)
_PERSON_ENDINGS = ("man", "woman", "er", "or", "ist", "ian", "ant", "ess", "ee", "men", "ager", "mate")


def _is_age(match: re.Match[str], context: TimeContext) -> bool:
    """Whether "-year-old" tells how old someone is: an attribute of a person, and no time. A conflict's age is one."""
    _, after = context.neighbours(match.start(), match.end())
    seen = 0
    index = None if after is None else context.word_at(after.start)
    while index is not None and seen < 4 and index + seen < len(context.parse.words):
        word = context.parse.words[index + seen]
        if word.tag.startswith("NNP") or word.lemma in _PERSON_NOUNS or word.lemma.endswith(_PERSON_ENDINGS):
            return True
        if word.tag in {"NN", "NNS"} and word.dep != "compound":
            return False
        if not word.tag.startswith(("NN", "JJ", "HYPH")):
            break
        seen += 1
    return True


def _quarter_of_year(match: re.Match[str], context: TimeContext, year: int) -> list[Found]:
    """As in "the 1988 quarter": that year's, of the number of the one reported."""
    found = context.previous(r"\d{4}-Q\d")
    if found is None:
        return [Found(match.start(), match.end(), "DATE", f"{year:04d}-QX")]
    return [Found(match.start(), match.end(), "DATE", f"{year:04d}{found.value[4:7]}")]


def _is_unit(match: re.Match[str], context: TimeContext) -> bool:
    """Whether the word is a unit of time: "ten seconds", not "a second term"; "two minutes", not "minute detail"."""
    unit = match["unit"].lower()
    if unit in {"second", "minute"}:
        tag = context.tag_at(match.start("unit"))
        if tag and not tag.startswith("NN") and "-" not in match[0]:
            return False
    if unit in {"quarter", "quarters"} and (read_number(match["n"]) or 0) in {1.0, 3.0} and not match["frame"]:
        # "three quarters of voters" is a share.
        return re.match(r"\s+of\b", context.text[match.end() :][:5]) is None and unit != "quarter"
    if unit == "min" or unit == "sec":
        return match["n"][0].isdigit()
    return True


def _rate(match: re.Match[str], context: TimeContext) -> bool:
    """As in "$10 a year", "twice a day", "300 people a month": how much in each, and no time."""
    before, _ = context.neighbours(match.start(), match.end())
    if before is None or match.start("n") != match.start():
        return False
    if before.lemma in {"once", "twice", "time", "times"} or before.text in {"%", "$"}:
        return True
    if before.tag == "CD":
        return True
    if not before.tag.startswith("NN"):
        return False
    index = context.word_at(before.start)
    # "40 tons of grain a year": the number stands by the noun, or by one that it hangs from.
    for _ in range(3):
        if index is None:
            return False
        if any(context.parse.words[child].tag in {"CD", "$"} for child in context.parse.children[index]):
            return True
        head = context.parse.words[index].head
        index = head if context.parse.words[head].tag in {"IN", "NN", "NNS"} and head != index else None
    return False


def _read_range(match: re.Match[str], _context: TimeContext) -> list[Found]:
    """As in "two to three weeks", "12 to 18 months": the value of the first number, for lack of a better one."""
    number = read_number(match["n"])
    if number is None:
        return []
    return [Found(match.start(), match.end(), "DURATION", _counted(number, match["unit"]))]


def _read_plural(match: re.Match[str], context: TimeContext) -> list[Found]:
    """As in "for months", "years", "decades-long"."""
    if match["many"] is None and not match["long"]:
        before, _ = context.neighbours(match.start(), match.end())
        if before is not None and (
            before.tag in {"CD", "JJ", "PRP$", "POS", "DT", "NN", "NNP", "NNS"} or before.end == match.start()
        ):
            return []
    return [Found(match.start(), match.end(), "DURATION", _counted(None, match["unit"]))]


def _read_long(match: re.Match[str], _context: TimeContext) -> list[Found]:
    """As in "a day-long meeting": as long as one."""
    return [Found(match.start(), match.end(), "DURATION", _counted(1.0, match["unit"]))]


def _read_set(match: re.Match[str], _context: TimeContext) -> list[Found]:
    number = read_number(match["n"]) if match["n"] else 1.0
    other = 2.0 if match["other"] else number
    return [Found(match.start(), match.end(), "SET", _counted(other, match["unit"]))]


def _read_adverb(match: re.Match[str], context: TimeContext) -> list[Found]:
    before, after = context.neighbours(match.start(), match.end())
    # "the daily Nunatak", "a daily": a paper.
    is_named = after is not None and after.tag.startswith("NNP") and before is not None and before.tag.startswith("NN")
    if is_named or context.tag_at(match.start()).startswith("NN") or match["word"][0].isupper():
        return []
    return [Found(match.start(), match.end(), "SET", _ADVERBS[match["word"].lower()])]


def _read_while(match: re.Match[str], _context: TimeContext) -> list[Found]:
    return [Found(match.start(), match.end(), "DURATION", "PXX")]


DURATION_RULES: tuple[Rule, ...] = (
    rule(
        _UNIT_TRIGGERS,
        rf"(?:{_ABOUT})?(?P<frame>{_FRAME} |the )?(?:{_ABOUT})?(?P<n>{NUMBER}|{VAGUE_NUMBER})(?: |\s?-\s?"
        rf"| of the )?(?:{_KIND} )?(?P<unit>{UNIT})(?P<more> and a half)?"
        r"(?:[ -]long(?!er)|(?P<old>[ -]old\b)|')?(?: or so)?",
        _read_duration,
    ),
    rule(
        _UNIT_TRIGGERS,
        rf"(?:{_ABOUT})?(?:{_FRAME} |the )?(?P<n>{NUMBER})(?: to | or |\s?-\s?|–)(?:{NUMBER})(?: "
        rf"|\s?-\s?)(?P<unit>{UNIT})",
        _read_range,
    ),
    rule(
        "minutes hours days weeks months years decades centuries quarters",
        r"(?P<many>(?:many|several|for|over the) )?(?P<unit>minutes|hours|days|weeks|months|years|decades"
        r"|centuries)(?P<long>-long)?(?! (?:ago|later|earlier|old|apart))",
        _read_plural,
    ),
    rule(
        _UNIT_TRIGGERS,
        r"(?:(?:once|twice|three times|four times|several times) )?(?:every|each|per) (?:(?P<other>other) "
        rf"|(?P<n>{NUMBER}) )?(?P<unit>{UNIT})(?! of)",
        _read_set,
    ),
    rule("day week month year hour night", r"(?P<unit>day|week|month|year|hour)-long", _read_long),
    rule(" ".join(_ADVERBS), rf"(?P<word>{'|'.join(_ADVERBS)})", _read_adverb),
    rule("while", r"(?:a|quite a|a little|a long) while", _read_while),
)
