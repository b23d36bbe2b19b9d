"""Two numbers that make one quantity: ranges, scores, ratios, and a measure told in two units."""

from __future__ import annotations

import re
from typing import NamedTuple

from firsthand.language.quantity_measures import Measure, smaller_unit
from firsthand.language.quantity_numbers import Number, plain_number, tidy_value

__all__ = ["Joined", "Measured", "join_numbers"]

_DASH = re.compile(r"\s?[-–—‑]\s?")
_TO = re.compile(r"\s(?:to|or)\s")
_AND = re.compile(r"\sand\s(?:\w{4,14}\s)?")
_TO_DASHED = re.compile(r"-(?:to|or)-|:")
_IN = re.compile(r"\s(?P<word>in(?:\severy)?|out\sof(?:\severy)?|of\severy)\s")
_WITH = re.compile(r",?\s(?:and\s)?|-|\s?")
_BETWEEN_LEAD = re.compile(r"\bbetween\s(?:the\sages\sof\s|\w{4,14}\s)?$", re.IGNORECASE)
# "From 10 to 12" tells a change. "By 20 to 80" does too, where the second is well above the first, else a range.
_CHANGE_LEAD = re.compile(r"\b(?P<word>from|by)\s(?:(?:more|less|fewer)\sthan\s|\w{4,14}\s)?$", re.IGNORECASE)
_LARGEST_SCORE = 200
_WIDEST_BY = 2
_LARGEST_BASE = 10  # of "three out of four"; larger ones count rather than tell a share
_JOINABLE = frozenset({"digits", "words", "group"})


class Measured(NamedTuple):
    """A number with its unit, if it has one."""

    number: Number
    measure: Measure | None

    @property
    def start(self) -> int:
        """Where the two begin."""
        return self.number.start if self.measure is None else min(self.number.start, self.measure.start)

    @property
    def end(self) -> int:
        """Where the two end."""
        return self.number.end if self.measure is None else max(self.number.end, self.measure.end)


class Joined(NamedTuple):
    """What two numbers make: value, unit and kind as in `Quantity`."""

    value: float | str
    unit: str | None
    kind: str


def join_numbers(text: str, one: Measured, other: Measured, counts: bool) -> Joined | None:
    """What two numbers that follow each other make; None where they are two quantities.

    Args:
        text: With plain marks.
        one: The first.
        other: The second.
        counts: Whether a noun in the plural hangs under the second: "3-4 people", but not "won 3-4".
    """
    if one.number.form not in _JOINABLE or other.number.form not in _JOINABLE or one.end > other.start:
        return None
    between = text[one.end : other.start]
    lead = text[max(0, one.start - 25) : one.start]
    return (
        _compound(one, other, between)
        or _ratio(one, other, between)
        or _range(one, other, between, lead)
        or _score(one, other, between, counts)
    )


def _compound(one: Measured, other: Measured, between: str) -> Joined | None:
    """As in "8 hours and 20 minutes", "6-foot-3": in the larger unit, rounded to two decimals, or six."""
    if one.measure is None or not _WITH.fullmatch(between):
        return None
    if other.measure is not None:
        small = other.measure.unit
    elif one.measure.unit == "feet" and between in {"-", " "}:
        small = "inches"
    else:
        return None
    parts = smaller_unit(one.measure.unit, small)
    if parts is None or float(other.number.value) >= parts:
        return None
    smaller = float(other.number.value)
    value = round(float(one.number.value) + smaller / parts, 2 if smaller == int(smaller) else 6)
    kind = "age" if other.measure is not None and other.measure.is_old else one.measure.kind
    return Joined(value, one.measure.unit, kind)


def _ratio(one: Measured, other: Measured, between: str) -> Joined | None:
    """As in "one in five", "three out of four": the share."""
    match = _IN.fullmatch(between)
    if match is None or one.measure is not None or other.measure is not None:
        return None
    low, high = float(one.number.value), float(other.number.value)
    is_small = high <= _LARGEST_BASE or high in {12.0, 20.0, 50.0, 100.0, 1000.0}
    is_alike = one.number.form == other.number.form or low <= _LARGEST_BASE
    if not 0 < low < high or not is_small or not is_alike:
        return None
    return Joined(round(low / high, 4), None, "ratio")


def _range(one: Measured, other: Measured, between: str, lead: str) -> Joined | None:
    """As in "10 to 12 feet", "$3-4 million", "between 20 and 30": "low-high" in plain decimals."""
    is_between = _AND.fullmatch(between) is not None and _BETWEEN_LEAD.search(lead) is not None
    is_dashed = _DASH.fullmatch(between) is not None
    is_told = _TO.fullmatch(between) is not None
    if not (is_between or is_dashed or is_told) or not _is_one_unit(one, other, is_dashed):
        return None
    measure = other.measure or one.measure
    low, high = float(one.number.value), float(other.number.value)
    if one.number.scale == 1.0 and other.number.scale > 1.0 and low < 1000:
        low *= other.number.scale
    change = _CHANGE_LEAD.search(lead)
    is_change = is_told and change is not None and (change["word"].lower() == "from" or high > _WIDEST_BY * low)
    if not low < high or is_change:
        return None
    if is_dashed and measure is None and other.number.scale == 1.0 and not _is_apart_from_score(low, high):
        return None
    factor = 1.0 if measure is None else measure.factor
    value = f"{plain_number(tidy_value(low * factor))}-{plain_number(tidy_value(high * factor))}"
    if measure is None:
        return Joined(value, None, "count")
    return Joined(value, measure.unit, measure.kind)


def _is_apart_from_score(low: float, high: float) -> bool:
    """Whether two bare numbers with a dash are too large for a score of a game or a vote."""
    return low > _LARGEST_SCORE or high > _LARGEST_SCORE


def _is_one_unit(one: Measured, other: Measured, is_dashed: bool) -> bool:
    if one.measure is None:
        return True
    if other.measure is None:
        return one.measure.kind == "money" and is_dashed
    return one.measure.unit == other.measure.unit


def _score(one: Measured, other: Measured, between: str, counts: bool) -> Joined | None:
    """As in "won 3-1", "a 5-4 vote", "odds of 5 to 1": the two, larger or smaller first as written.

    With a noun in the plural behind ("3-4 people"), a range.
    """
    if one.measure is not None or other.measure is not None:
        return None
    low, high = float(one.number.value), float(other.number.value)
    is_whole = low == int(low) and high == int(high) and max(low, high) <= _LARGEST_SCORE
    is_dashed = _DASH.fullmatch(between) is not None or _TO_DASHED.fullmatch(between) is not None
    if not is_whole or not (is_dashed or (_TO.fullmatch(between) is not None and low > high)):
        return None
    value = f"{plain_number(low)}-{plain_number(high)}"
    if counts and low < high:
        return Joined(value, None, "count")
    return Joined(value, None, "ratio" if _TO_DASHED.fullmatch(between) else "score")
