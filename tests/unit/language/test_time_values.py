from __future__ import annotations

from datetime import date

import pytest

from firsthand.language.time_values import (
    Anchor,
    anchor_of,
    days_of_value,
    duration_value,
    feast_day,
    month_value,
    shift_value,
)
from firsthand.language.time_words import month_number, read_number, weekday_number
from firsthand.model import Article, Source, Span


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2016-05-18", ("2016-05-18", "2016-05-18")),
        ("2016-05-18T10:35", ("2016-05-18", "2016-05-18")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2016", ("2016-01-01", "2016-12-31")),
        ("2016-W01", ("2016-01-04", "2016-01-10")),
        ("2016-W01-WE", ("2016-01-09", "2016-01-10")),
        ("2016-Q4", ("2016-10-01", "2016-12-31")),
        ("2016-H1", ("2016-01-01", "2016-06-30")),
        ("2016-WI", ("2016-12-01", "2017-02-28")),
        ("198", ("1980-01-01", "1989-12-31")),
        ("19", ("1900-01-01", "1999-12-31")),
        ("2016-02-30", None),
        ("2015-W53", ("2015-12-28", "2016-01-03")),
        ("2016-W53", None),
        ("PRESENT_REF", None),
        ("XXXX-05-18", None),
    ],
)
def test_days_of_value(value: str, days: tuple[str, str] | None) -> None:
    assert days_of_value(value) == days


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("a", 1),
        ("an", 1),
        ("twelve", 12),
        ("twenty-five", 25),
        ("two hundred and six", 206),
        ("three thousand", 3000),
        ("two and a half", 2.5),
        ("2 1/2", 2.5),
        ("half a", 0.5),
        ("a couple of", 2),
        ("a dozen", 12),
        ("1,200", 1200),
        ("nineteen ninety", 1990),
        ("several", None),
        ("a few", None),
    ],
)
def test_read_number(words: str, number: float | None) -> None:
    assert read_number(words) == number


def test_duration_value() -> None:
    assert duration_value(3, "D", False) == "P3D"
    assert duration_value(1.5, "H", True) == "PT1H30M"
    assert duration_value(None, "Y", False) == "PXY"
    assert duration_value(1, "F", False) == "P2W"


def test_month_and_day_names() -> None:
    assert [month_number(name) for name in ("January", "sept.", "DEC")] == [1, 9, 12]
    assert [weekday_number(name) for name in ("Monday", "Sundays", "tues.")] == [1, 7, 2]


def test_shift_value_leaves_the_calendar_by_none() -> None:
    assert shift_value("month", date(2016, 1, 31), -1) == "2015-12"
    assert shift_value("year", date(2016, 1, 31), -3000) is None
    assert month_value(2016, 13) == "2017-01"


def test_movable_feasts() -> None:
    assert feast_day("thanksgiving", 2016) == date(2016, 11, 24)
    assert feast_day("memorial day", 2016) == date(2016, 5, 30)
    assert feast_day("good friday", 2016) == date(2016, 3, 25)
    assert feast_day("michaelmas", 2016) is None


def anchor(**fields: str) -> Anchor:
    return anchor_of(
        Article(article="a", text="x", body=(Span(0, 1),), source=Source(sha256="", bytes_kept=1), **fields)
    )  # type: ignore[arg-type]


def test_anchor_is_the_best_day_known() -> None:
    assert anchor(published="2016-05-18T20:31+03:00", event_date="2016-05-01").day == date(2016, 5, 18)
    assert anchor(event_date="2016-05-01", published_not_before="2016-01-01").day == date(2016, 5, 1)
    assert anchor(event_date="2016-05-01", published_not_before="2016-05-02").day == date(2016, 5, 2)
    assert anchor(published_not_before="2016-01-01").day == date(2016, 1, 1)
    assert anchor(published="2016-05") == Anchor(2016, 5, None)
    assert anchor(published="2016-13-40") == Anchor()
    assert anchor() == Anchor()
