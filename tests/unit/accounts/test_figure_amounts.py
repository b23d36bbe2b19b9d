"""What a value can mean: its scale, its range, and which values can both hold."""

from __future__ import annotations

import pytest

from firsthand.accounts.figure_amounts import Amount, measure_clock, measure_date, measure_quantity
from firsthand.model import Quantity, Span, TimeExpression


def amount(value: float | str, qualifier: str | None = None, unit: str | None = None, kind: str = "count") -> Amount:
    quantity = Quantity(article="a", span=Span(0, 1), value=value, qualifier=qualifier, unit=unit, kind=kind)
    found = measure_quantity(quantity)
    assert found is not None
    return found


def day(value: str, words: str, earliest: str, latest: str | None = None) -> Amount:
    time = TimeExpression(
        article="a", span=Span(0, 1), type="DATE", value=value, earliest=earliest, latest=latest or earliest
    )
    found = measure_date(time, words)
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("value", "qualifier", "unit", "kind", "low", "high"),
    [
        (12, None, None, "count", 12, 12),
        (900, "about", None, "count", 850, 950),
        (10, "about", None, "count", 8, 12),
        (2_000, None, None, "count", 1_950, 2_050),
        (4.2, None, "km", "distance", 4_150, 4_250),
        (8, None, "hours", "duration", 27_000, 30_600),
        ("10-12", None, "feet", "distance", 3.048, 3.6576),
        ("dozens", None, None, "count", 24, 200),
    ],
)
def test_range_of_a_value(
    value: float | str, qualifier: str | None, unit: str | None, kind: str, low: float, high: float
) -> None:
    found = amount(value, qualifier, unit, kind)
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)


def test_a_value_in_words_that_leave_everything_open_has_no_amount() -> None:
    quantity = Quantity(article="a", span=Span(0, 1), value="many", kind="count")
    assert measure_quantity(quantity) is None
    assert measure_quantity(Quantity(article="a", span=Span(0, 1), value=float("nan"), kind="count")) is None


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (amount(96, unit="m", kind="distance"), amount(315, unit="feet", kind="distance"), True),
        (amount(11, unit="km", kind="distance"), amount(7, unit="miles", kind="distance"), False),
        (amount(0.4, kind="ratio"), amount(40, unit="percent", kind="percent"), True),
        (amount(5, unit="EUR", kind="money"), amount(5, unit="USD", kind="money"), False),
        (amount(12), amount(12, "about"), True),
        (amount(112), amount("dozens"), False),
    ],
)
def test_equal_values(one: Amount, other: Amount, equal: bool) -> None:
    assert one.equals(other) is equal
    assert other.equals(one) is equal


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (amount(51), amount(50, "more than"), True),
        (amount(4, "nearly"), amount(4, "more than"), False),
        (amount(4, "at least"), amount(20), True),
        (amount(20, "at least"), amount(4), False),
        (amount(300, "fewer than"), amount(20), True),
        (amount(2, unit="hours", kind="duration"), amount(3, unit="hours", kind="duration"), False),
        (
            amount(10, "up to", "years", "duration"),
            amount(14, "up to", "years", "duration"),
            False,
        ),
        (amount(340), amount(338), False),
    ],
)
def test_values_that_can_both_hold(one: Amount, other: Amount, both: bool) -> None:
    assert one.may_hold_with(other) is both
    assert other.may_hold_with(one) is both


def test_a_date_counted_in_weeks_is_not_meant_to_the_day() -> None:
    exact = day("2031-05-28", "May 28", "2031-05-28")
    assert exact.overlaps(day("2031-05-29", "in two weeks", "2031-05-29"))
    assert exact.overlaps(day("2031-05", "May", "2031-05-01", "2031-05-31"))
    assert not exact.overlaps(day("2031-05-30", "Friday", "2031-05-30"))


def test_last_month_is_a_month() -> None:
    found = day("2031-04", "last month", "2031-04-01", "2031-04-30")
    assert found.high - found.low == 29


@pytest.mark.parametrize(
    ("value", "words", "qualifier", "written", "off"),
    [
        ("2031-05-03T21:12", "9:12 p.m.", None, "21:12", 0),
        ("2031-05-03T12:00", "noon", None, "12:00", 30),
        ("2031-05-03T12:20", "12:20 p.m.", "around", "12:20", 5),
    ],
)
def test_times_of_day(value: str, words: str, qualifier: str | None, written: str, off: float) -> None:
    time = TimeExpression(article="a", span=Span(0, 1), type="TIME", value=value)
    found = measure_clock(time, qualifier, words)
    assert found is not None
    assert found[1] == written
    assert found[0].high - found[0].point == off


def test_a_day_tells_no_time_of_day() -> None:
    time = TimeExpression(article="a", span=Span(0, 1), type="DATE", value="2031-05-03")
    assert measure_clock(time, None, "Tuesday") is None
