"""Relations: whether the values of a figure agree, differ in precision, follow one another, or cannot both hold."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from firsthand.accounts.figure_amounts import DATE, VAGUE
from firsthand.accounts.figure_days import day_number
from firsthand.accounts.figure_entries import Entry

__all__ = ["AGREE", "CONTRADICTION", "PRECISION", "UPDATE", "relate", "told", "write_number"]

AGREE, PRECISION, UPDATE, CONTRADICTION = "agree", "precision", "update", "contradiction"

_MANY_DAYS = 1_000_000
# Hedges that leave a number where it is.
_ROUNDING = 0.025
_ROUNDED = frozenset({"about", "nearly"})
_LOOSE = frozenset({"", "about", "nearly"})


def relate(entries: Sequence[Entry], *, develops: bool) -> tuple[str, str]:
    """The relation of the values of one figure, and its reason in words.

    Args:
        entries: The values, two or more, in order of the day of publication.
        develops: Whether what is counted grows or shrinks while the affair goes on.
    """
    kinds = _distinct(entries)
    apart = [pair for pair in combinations(entries, 2) if _are_apart(*pair, entries)]
    is_open = any(entry.amount.hedge == VAGUE for entry in entries)
    if apart and _was_corrected(entries):
        return UPDATE, f"One account says that a value was told before and stands no more: {_list(kinds)}."
    if develops and ((apart and _are_in_order(apart)) or (_follow_in_time(entries) and not is_open)):
        return UPDATE, f"Later reports tell another number: {_in_time(entries)}."
    if apart:
        one, other = min(apart, key=_plainness)
        return CONTRADICTION, f"{told(one)} and {told(other)} cannot both hold for the same time."
    if _agree(kinds):
        return AGREE, _agreement(kinds)
    return PRECISION, f"{_list(kinds)} can all hold: they differ in how exact they are."


def _are_apart(one: Entry, other: Entry, entries: Sequence[Entry]) -> bool:
    """Whether two values cannot both hold, where nobody tells the one as rounded: "nearly $1 trillion"."""
    if one.amount.may_hold_with(other.amount):
        return False
    return not any(
        _is_rounded(third, rival) and third.amount.equals(value.amount)
        for value, rival in ((one, other), (other, one))
        for third in entries
    )


def _is_rounded(entry: Entry, exact: Entry) -> bool:
    """Whether a hedged value is the other one rounded: "about 190", "more than 188,000" for 188,829."""
    first, second = entry.amount, exact.amount
    if not first.hedge or not first.overlaps(second):
        return False
    return first.hedge in _ROUNDED or abs(first.point - second.point) <= _ROUNDING * abs(second.point)


def _are_in_order(apart: Sequence[tuple[Entry, Entry]]) -> bool:
    """Whether of all values that cannot both hold, the later is the larger, or in all cases the smaller."""
    grows = set()
    for one, other in apart:
        first, second = sorted((one, other), key=_moment)
        earlier, later = _moment(first), _moment(second)
        if not _day(first) or later.startswith(earlier):
            return False  # of one time, of a day and a minute of it, or of a time that is not known
        grows.add(first.amount.point < second.amount.point)
    return len(grows) == 1


def _plainness(pair: tuple[Entry, Entry]) -> tuple[object, ...]:
    """What sorts the pair first that shows most plainly that values cannot both hold.

    Those of one day; then a smaller number told after a larger; then those furthest apart.
    """
    first, second = (day_number(_day(entry)) for entry in pair)
    days = abs(first - second) if first and second else _MANY_DAYS
    grows = (pair[0].amount.point < pair[1].amount.point) == (first < second)
    return days > 0, grows, days, _gap(pair), pair[0].order, pair[1].order


def _gap(pair: tuple[Entry, Entry]) -> float:
    return -abs(pair[0].amount.point - pair[1].amount.point)


def _distinct(entries: Sequence[Entry]) -> list[Entry]:
    """The first entry of each value, hedge and unit, in order of value."""
    found: dict[tuple[float, float, str, str], Entry] = {}
    for entry in entries:
        amount = entry.amount
        found.setdefault((amount.low, amount.high, amount.hedge, amount.unit), entry)
    return sorted(found.values(), key=lambda entry: (entry.amount.point, entry.amount.hedge, entry.order))


def _agree(kinds: Sequence[Entry]) -> bool:
    hedges = {"" if entry.amount.hedge in _LOOSE else entry.amount.hedge for entry in kinds}
    return len(hedges) == 1 and all(one.amount.equals(other.amount) for one, other in combinations(kinds, 2))


def _was_corrected(entries: Sequence[Entry]) -> bool:
    """Whether an article tells two of the values, the one as former."""
    for entry in entries:
        if not entry.context.is_former or entry.amount.dimension == DATE:
            continue
        if any(other.article == entry.article and not other.amount.overlaps(entry.amount) for other in entries):
            return True
    return False


def _day(entry: Entry) -> str:
    return (entry.as_of or entry.published)[:10]


def _moment(entry: Entry) -> str:
    """When the value was told: the minute where it is known, else the day."""
    return entry.as_of[:10] if entry.as_of else entry.moment[:16]


def _follow_in_time(entries: Sequence[Entry]) -> bool:
    """Whether each time tells one value, and later ones never turn back: the number only grows, or only shrinks.

    Reports of one day are told apart by the minute where both tell it.
    """
    times: dict[str, set[float]] = {}
    told: dict[str, list[Entry]] = {}
    for entry in entries:
        if not _day(entry):
            continue  # it may have been told at any time
        times.setdefault(_moment(entry), set()).add(entry.amount.point)
        told.setdefault(_moment(entry), []).append(entry)
    if any(not one.amount.overlaps(other.amount) for each in told.values() for one, other in combinations(each, 2)):
        return False
    ordered = sorted(times)
    if any(later.startswith(earlier) and times[earlier] != times[later] for earlier, later in pairwise(ordered)):
        return False  # a day, and a minute of it
    if len(ordered) < 2 or len({entry.amount.point for entry in entries}) < 2:
        return False
    steps = list(pairwise(times[time] for time in ordered))
    grows = all(max(before) <= min(after) for before, after in steps)
    shrinks = all(min(before) >= max(after) for before, after in steps)
    return grows or shrinks


def told(entry: Entry) -> str:
    """A value as it is repeated to a reader: "more than 50 people", "315 feet", "9 May"."""
    if entry.kind == "date":
        return f"{entry.qualifier} {entry.value}" if entry.qualifier else str(entry.value)
    value = entry.value if isinstance(entry.value, str) else write_number(entry.value)
    unit = "" if entry.unit is None else ("%" if entry.unit == "percent" else f" {entry.unit}")
    return f"{entry.qualifier} {value}{unit}" if entry.qualifier else f"{value}{unit}"


def write_number(value: float) -> str:
    """A number as a newspaper prints it: "4.8 million", "1,200", "0.5"."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.6g} {word}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def _list(kinds: Sequence[Entry]) -> str:
    words = list(dict.fromkeys(told(entry) for entry in kinds))
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _in_time(entries: Sequence[Entry]) -> str:
    first: dict[str, str] = {}
    for entry in sorted(entries, key=lambda entry: (not _day(entry), _day(entry), entry.order)):
        first.setdefault(told(entry), _day(entry))
    return ", ".join(f"{words} on {day}" if day else f"{words} (day not known)" for words, day in first.items())


def _agreement(kinds: Sequence[Entry]) -> str:
    words = list(dict.fromkeys(told(entry) for entry in kinds))
    if len(words) == 1:
        return f"All give {words[0]}."
    if kinds[0].amount.dimension == DATE:
        return "All give the same date."
    return f"{_list(kinds)} are the same."
