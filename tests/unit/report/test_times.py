from __future__ import annotations

from datetime import UTC, datetime

import pytest

from firsthand.report import ENGLISH
from firsthand.report.times import instant, view_time


@pytest.mark.parametrize(
    ("value", "precision", "words", "machine"),
    [
        ("2031-03-04T06:10+01:00", "minute", "4 March 2031, 06:10 (UTC+01:00)", "2031-03-04T06:10+01:00"),
        ("2031-03-04T06:10:59Z", None, "4 March 2031, 06:10 (UTC)", "2031-03-04T06:10:59Z"),
        ("2031-03-04T06:10", None, "4 March 2031, 06:10 (time zone not given)", "2031-03-04T06:10"),
        ("2031-03-04", None, "4 March 2031", "2031-03-04"),
        ("2031-03", None, "March 2031", "2031-03"),
        ("2031", None, "2031", "2031"),
        ("2031-03-04T00:00Z", "day", "4 March 2031", "2031-03-04"),
        ("2031-03-01", "month", "March 2031", "2031-03"),
        ("2031-13-01", None, "2031-13-01", None),
        ("last week", None, "last week", None),
    ],
)
def test_times_in_words(value, precision, words, machine):
    view = view_time(value, ENGLISH, precision)
    assert (view.words, view.machine) == (words, machine)


def test_order_respects_offsets_and_puts_days_after_their_hours():
    assert instant("2031-03-04T06:10+01:00") == datetime(2031, 3, 4, 5, 10, tzinfo=UTC)
    assert instant("2031-03-04T23:00Z") < instant("2031-03-04") < instant("2031-03-05T00:10Z")


@pytest.mark.parametrize("value", [None, "", "2031-03", "2031-02-30", "soon", "9999-12-31T23:59-14:00"])
def test_what_names_no_day_has_no_place(value):
    assert instant(value) is None
