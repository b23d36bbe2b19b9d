"""Easter against dateutil, weeks against the standard library."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from firsthand.language.time_values import days_of_value, feast_day, week_value


@pytest.mark.parametrize("year", range(1900, 2100))
def test_easter(year: int) -> None:
    easter = pytest.importorskip("dateutil.easter")
    assert feast_day("easter", year) == easter.easter(year)


@pytest.mark.parametrize("offset", range(0, 4000, 37))
def test_a_day_lies_in_its_week(offset: int) -> None:
    day = date(2010, 1, 1) + timedelta(days=offset)
    days = days_of_value(week_value(day))
    assert days is not None
    assert days[0] <= day.isoformat() <= days[1]
