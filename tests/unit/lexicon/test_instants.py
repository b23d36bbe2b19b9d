from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from firsthand.lexicon.instants import instants_of, is_earlier, is_same_minute, order_times


def seconds(text):
    return round(datetime.fromisoformat(text).timestamp())


@pytest.mark.parametrize(
    ("told", "earliest", "latest"),
    [
        ("2031-03-04T05:06:07Z", "2031-03-04T05:06:07+00:00", "2031-03-04T05:06:07+00:00"),
        ("2031-03-04T05:06+02:00", "2031-03-04T03:06:00+00:00", "2031-03-04T03:06:59+00:00"),
        ("2031-03-04T05:06:07.5-0530", "2031-03-04T10:36:07+00:00", "2031-03-04T10:36:07+00:00"),
        ("2031-03-04T05:06", "2031-03-03T15:06:00+00:00", "2031-03-04T17:06:59+00:00"),
        ("2031-03-04", "2031-03-03T10:00:00+00:00", "2031-03-05T11:59:59+00:00"),
        ("2031-02", "2031-01-31T10:00:00+00:00", "2031-03-01T11:59:59+00:00"),
        ("2032", "2031-12-31T10:00:00+00:00", "2033-01-01T11:59:59+00:00"),
        ("9999-12-31", "9999-12-30T10:00:00+00:00", "9999-12-31T11:59:59+00:00"),
    ],
)
def test_a_time_without_offset_stands_for_every_zone(told, earliest, latest):
    found = instants_of(told)
    assert found.earliest == seconds(earliest)
    assert found.latest - seconds(latest) == (86_400 if told.startswith("9999") else 0)


@pytest.mark.parametrize("told", [None, "", "yesterday", "2031-13", "2031-02-30", "2031-03-04T25:00"])
def test_what_is_no_time_stands_for_nothing(told):
    assert instants_of(told) is None
    assert is_earlier(told, "2031-03-04") is None
    assert is_earlier("2031-03-04", told) is None


def test_order_is_known_only_where_every_zone_gives_it():
    assert is_earlier("2031-03-04T10:00Z", "2031-03-04T12:00+01:00") is True
    assert is_earlier("2031-03-04T12:00+01:00", "2031-03-04T10:00Z") is False
    # By the clock eleven comes after ten, but nobody knows in which zone.
    assert is_earlier("2031-03-04T10:00", "2031-03-04T11:00Z") is None
    assert is_earlier("2031-03-04T10:00", "2031-03-04T11:00") is None
    assert is_earlier("2031-03-04", "2031-03-05") is None
    assert is_earlier("2031-03-04", "2031-03-07") is True
    assert is_earlier("2031-03-07", "2031-03-04") is False
    # An offset can turn the order of the clocks round.
    assert is_earlier("2031-03-04T23:00+09:00", "2031-03-04T16:00Z") is True


def test_one_outlet_tells_by_one_clock():
    assert is_earlier("2031-03-04T10:00", "2031-03-04T11:00", is_one_zone=True) is True
    assert is_earlier("2031-03-04T10:00", "2031-03-04", is_one_zone=True) is None
    assert is_earlier("2031-03-04T10:00", "2031-03-04T11:00Z", is_one_zone=True) is None
    assert is_earlier("2031-03-04T10:00", "2031-03-04T10:00", is_one_zone=True) is None
    assert is_earlier("2031-03-04T10:00:00", "2031-03-04T10:00:00", is_one_zone=True) is False


def test_times_in_order_or_not_at_all():
    assert order_times([]) == []
    assert order_times(["2031-03-04T12:00Z", "2031-03-04T12:00+02:00", "2031-03-01"]) == [2, 1, 0]
    assert order_times(["2031-03-04T12:00", "2031-03-04T10:00"]) is None
    assert order_times(["2031-03-04T12:00", "2031-03-04T10:00"], is_one_zone=True) == [1, 0]
    assert order_times(["2031-03-04T12:00", "2031-03-04T10:00Z"], is_one_zone=True) is None
    assert order_times(["2031-03-04", "2031-03-04"]) == [0, 1]
    assert order_times(["2031-03-04", None]) is None


def test_same_minute():
    assert is_same_minute("2031-03-04T10:00:05Z", "2031-03-04T11:00:59+01:00")
    assert is_same_minute("2031-03-04T10:00", "2031-03-04T10:00:59Z")  # an offset unknown: the clocks agree
    assert not is_same_minute("2031-03-04T10:00Z", "2031-03-04T10:00+01:00")
    assert not is_same_minute("2031-03-04", "2031-03-04T00:00")
    assert not is_same_minute(None, "2031-03-04T00:00")


def test_length_of_every_precision():
    day = instants_of("2031-03-04")
    assert day.latest - day.earliest + 1 == timedelta(days=1, hours=26).total_seconds()
    assert instants_of("1970-01-01T00:00:00Z") == (0, 0)
    assert (
        datetime.fromtimestamp(instants_of("2031-03-04T05:06:07Z").earliest, UTC).isoformat().startswith("2031-03-04")
    )
