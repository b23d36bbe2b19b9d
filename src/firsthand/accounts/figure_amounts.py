"""What a value can mean: its dimension, its place on the scale of that dimension, and the range it leaves open."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date

from firsthand.lexicon.calendar_words import MONTHS, RELATIVE_DAYS, WEEKDAYS
from firsthand.lexicon.figure_words import HEDGES, ROUNDED_CLOCKS, UNITS, VAGUE_NUMBERS
from firsthand.lexicon.number_words import qualifier_bound
from firsthand.model import Quantity, TimeExpression
from firsthand.text.tokens import fold_word

__all__ = [
    "AGE",
    "CLOCK",
    "COUNT",
    "DATE",
    "ORDINAL",
    "VAGUE",
    "Amount",
    "measure_clock",
    "measure_date",
    "measure_quantity",
]

AGE, COUNT, DATE, CLOCK = "age", "count", "date", "clock"
ORDINAL, VAGUE = "ordinal", "vague"

# Amounts in two units are one where they differ by no more than this share: 96 metres and 315 feet.
_CONVERSION = 0.01
_VAGUE_DAYS = 2  # by which a day told as "yesterday" is less exact than one told by its date
_EQUAL = 1e-6
# "About v" leaves open half of the last place of v that is not nought, and no more than this share of v.
_ABOUT_SHARE = 0.2
_ROUNDED_SHARE = 0.025
# "More than v" says that v was passed and no higher round number: it is taken to end here, as a multiple of v.
_PASSED = 1.5
_JUST = 1e-9
# Counts from here on are told rounded to two places without a word about it; smaller ones are meant exactly.
_ROUNDED_COUNT = 1_000
_RANGE = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(?:-|–|—|to|and)\s*(\d[\d,]*(?:\.\d+)?)")
_CLOCK_VALUE = re.compile(r"T(\d{2}):?(\d{2})?")
_DATE_VALUE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\dX-])")
_PART_VALUE = re.compile(r"\d{4}-(?:SP|SU|FA|WI|Q[1-4]|H[12]|W\d{2})")
_DECADE_VALUE = re.compile(r"(\d{3})X?")
# Half of each unit in days: "two weeks ago" is seldom meant to the day.
_VAGUE_UNITS = {"week": 3, "month": 15, "year": 183}
_COUNTED = re.compile(
    r"(?<!\w)(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|few|couple)(?!\w)", re.IGNORECASE
)
_MINUTES_A_DAY = 1_440
_BOUND_HEDGES = {"at least": "least", "at most": "most", "about": "about"}


@dataclass(frozen=True, slots=True)
class Amount:
    """A value on the scale of its dimension.

    Attributes:
        dimension: What can be compared with it: "count", "date", "clock", or what its unit measures.
        point: The value itself, in the base unit of its dimension; days since the year 1 for dates, minutes since
            midnight for clocks.
        low: The least that it can mean.
        high: The most.
        hedge: "about", "least", "more", "most", "less", "nearly", "vague", or "" where the value is bare.
        unit: As written, folded: amounts in two units are equal within a hundredth.
    """

    dimension: str
    point: float
    low: float
    high: float
    hedge: str = ""
    unit: str = ""

    def equals(self, other: Amount) -> bool:
        """Whether both give one value, however it is hedged."""
        if self.dimension != other.dimension:
            return False
        if self.dimension == DATE:
            if self.hedge == other.hedge:
                return (self.low, self.high) == (other.low, other.high)
            return self.point == other.point and abs(self.high - self.low - other.high + other.low) <= _VAGUE_DAYS
        if VAGUE in (self.hedge, other.hedge):
            return (self.hedge, self.low, self.high) == (other.hedge, other.low, other.high)
        share = _EQUAL if self.unit == other.unit else _CONVERSION
        return abs(self.point - other.point) <= share * max(abs(self.point), abs(other.point), _EQUAL)

    def overlaps(self, other: Amount) -> bool:
        """Whether one thing can have both values at one time. Two roundings that only touch are two values."""
        if self.dimension != other.dimension:
            return False
        if self.equals(other) and not self._excludes(other):
            return True
        if self.hedge == other.hedge == "most" and self.dimension != COUNT:
            return False  # a fine of up to ten, and of up to fourteen: one thing has one maximum
        if self.dimension != DATE and self.low < self.high and other.low < other.high:
            return self.low < other.high and other.low < self.high
        return self.low <= other.high and other.low <= self.high

    def may_hold_with(self, other: Amount) -> bool:
        """Whether nothing forbids both at one time: "at least 4" forbids no larger number, however unlikely."""
        return self.overlaps(other) or (self._is_open_towards(other) or other._is_open_towards(self))

    def _is_open_towards(self, other: Amount) -> bool:
        if self.hedge in {"least", "more"}:
            return other.high > self.low
        return self.hedge == "less" and other.low < self.high

    def _excludes(self, other: Amount) -> bool:
        """Whether the hedges of two equal values rule each other out: nearly four, more than four."""
        above, below = {"more"}, {"nearly", "less"}
        return (self.hedge in above and other.hedge in below) or (self.hedge in below and other.hedge in above)


def _half_place(number: float) -> float:
    """Half of the place value of the last digit that is not nought: 50 for 900, 0.05 for 4.2; 2.5 for 25."""
    if number == 0 or not math.isfinite(number):
        return 0.5
    digits = f"{abs(number):.6f}".rstrip("0").rstrip(".")
    whole, _, decimals = digits.partition(".")
    if decimals:
        return 0.5 * 10.0 ** -len(decimals)
    zeros = len(whole) - len(whole.rstrip("0"))
    place = float(f"1e{zeros}")
    return 0.5 * place * (5 if whole.rstrip("0").endswith("5") and len(whole) > 1 else 1)


def _rounding(number: float) -> float:
    """How far a bare measure can be off: half of its last place that is not nought, and no more than a small share."""
    if number == 0 or not math.isfinite(number):
        return 0.5
    if number == int(number) and number % 10 == 0:
        # 700 metres may be 688, and 4,600 may be 4,611; 400 pounds are not 450.
        return max(0.5, min(_half_place(number), _ROUNDED_SHARE * abs(number)))
    second_place = math.pow(10.0, math.floor(math.log10(abs(number))) - 1)
    zeros_free = 0.5 * math.pow(10.0, -len(f"{abs(number):.6f}".rstrip("0").partition(".")[2]))
    return max(zeros_free, 0.5 * second_place) if abs(number) >= 10 else zeros_free


def _spread(number: float, hedge: str, *, is_exact: bool) -> tuple[float, float]:
    """The least and the most that `number` can mean with that hedge."""
    about = min(_half_place(number), _ABOUT_SHARE * abs(number))
    if hedge == "about":
        return number - about, number + about
    if hedge == "nearly":
        return number - about, number * (1 - _JUST)
    if hedge == "more":
        return number * (1 + _JUST), number * _PASSED
    if hedge == "least":
        return number, number * _PASSED
    if hedge == "less":
        return number / _PASSED, number * (1 - _JUST)
    if hedge == "most":
        return number / _PASSED, number
    off = 0.0 if is_exact and abs(number) < _ROUNDED_COUNT else _rounding(number)
    return number - off, number + off


def _hedge_of(qualifier: str | None) -> str:
    if not qualifier:
        return ""
    folded = " ".join(fold_word(word) for word in qualifier.split())
    if folded in HEDGES:
        return HEDGES[folded]
    return _BOUND_HEDGES.get(qualifier_bound(qualifier) or "", "")


def _number_range(value: str) -> tuple[float, float] | None:
    match = _RANGE.fullmatch(value.strip())
    if match is None:
        return None
    low, high = (float(part.replace(",", "")) for part in match.groups())
    return (low, high) if low <= high else (high, low)


def _dimension(quantity: Quantity) -> tuple[str, float]:
    """What the quantity measures, and the factor of its unit. Money of two currencies is of two dimensions."""
    unit = fold_word((quantity.unit or "").strip())
    if quantity.kind == "age":
        return AGE, 1.0 if not unit.startswith(("month", "week", "day")) else UNITS[unit].factor / UNITS["year"].factor
    if quantity.kind == "money":
        return f"money {unit}", 1.0
    if quantity.kind == "percent":
        return "percent", 1.0
    if quantity.kind == "ratio" and isinstance(quantity.value, float | int) and 0 < quantity.value <= 1:
        return "percent", 100.0
    known = UNITS.get(unit)
    if known is not None:
        return known
    return (COUNT if quantity.kind == "count" else f"{quantity.kind} {unit}".strip()), 1.0


def measure_quantity(quantity: Quantity) -> Amount | None:
    """The amount that a quantity tells; None where its value is in words that leave everything open."""
    dimension, factor = _dimension(quantity)
    unit = fold_word((quantity.unit or "").strip())
    hedge = _hedge_of(quantity.qualifier)
    if isinstance(quantity.value, str):
        span = _number_range(quantity.value) or VAGUE_NUMBERS.get(fold_word(quantity.value.strip()))
        if span is None:
            return None
        low, high = span[0] * factor, span[1] * factor
        return Amount(dimension, (low + high) / 2, low, high, VAGUE, unit)
    if not math.isfinite(quantity.value):
        return None
    low, high = _spread(quantity.value, hedge, is_exact=dimension in {AGE, COUNT})
    return Amount(dimension, quantity.value * factor, low * factor, high * factor, hedge, unit)


def measure_date(time: TimeExpression, words: str) -> tuple[Amount, str] | None:
    """The date that a time expression tells, and how it is written in a ledger; None where it names no date.

    `words` is the expression as it stands in the text. Written as a day, a month, a year or a decade: "2031-05-03",
    "2031-05", "2031", "2030s".
    """
    if time.type not in {"DATE", "TIME"} or time.earliest is None or time.latest is None:
        return None
    match = _DATE_VALUE.match(time.value)
    part = _PART_VALUE.fullmatch(time.value)
    if part is not None:
        written = time.value
    elif match is not None:
        written = "-".join(part for part in match.groups() if part)
    else:
        decade = _DECADE_VALUE.fullmatch(time.value)
        if decade is None:
            return None
        written = f"{decade.group(1)}0s"
    try:
        low, high = date.fromisoformat(time.earliest).toordinal(), date.fromisoformat(time.latest).toordinal()
    except ValueError:
        return None
    off = _vague_days(words)
    return Amount(DATE, float(low), float(low - off), float(high + off), "about" if off else ""), written


def _vague_days(words: str) -> int:
    """Days that a date counted in words can be off on either side: "in two weeks", "yesterday" over a date line."""
    norms = [fold_word(word).strip(".,") for word in words.split()]
    named = {fold_word(word).strip(".,") for word in words.split() if word[:1].isupper()}  # "ago" is August in Spanish
    if any(norm in WEEKDAYS or norm in MONTHS for norm in named) or any(norm[:1].isdigit() for norm in norms):
        return 0
    off = max((days for norm in norms for unit, days in _VAGUE_UNITS.items() if norm.startswith(unit)), default=0)
    if off and not _COUNTED.search(words):
        return 0  # "last month" is a month
    return off or (1 if any(norm in RELATIVE_DAYS for norm in norms) else 0)


def measure_clock(time: TimeExpression, qualifier: str | None, words: str) -> tuple[Amount, str] | None:
    """The time of day that a time expression tells, and how it is written ("21:12"); None where it tells none.

    Args:
        time: The expression.
        qualifier: The word that hedges it, where one does.
        words: The expression as written: noon and midnight are meant roughly.
    """
    match = _CLOCK_VALUE.search(time.value)
    if match is None:
        return None
    hour, minute = int(match.group(1)), int(match.group(2) or 0)
    point = float(hour * 60 + minute)
    hedge = _hedge_of(qualifier)
    is_rough = hedge == "about" or not ROUNDED_CLOCKS.isdisjoint(fold_word(word) for word in words.split())
    off = _clock_rounding(minute) if is_rough else 0.0
    low, high = max(0.0, point - off), min(float(_MINUTES_A_DAY), point + off)
    return Amount(CLOCK, point, low, high, "about" if is_rough else hedge), f"{hour:02d}:{minute:02d}"


def _clock_rounding(minute: int) -> float:
    """Minutes that a time of day told roughly can be off: half of what it is rounded to."""
    for step, off in ((60, 30.0), (30, 15.0), (15, 7.0), (5, 5.0)):
        if minute % step == 0:
            return off
    return 2.0
