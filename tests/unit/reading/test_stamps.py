from __future__ import annotations

from datetime import date

import pytest

from firsthand.lexicon.date_labels import DateLabel
from firsthand.reading.stamps import (
    day_of,
    parse_shown,
    parse_stamp,
    precision_of,
    shift_day,
    swap_day_month,
    url_value,
    url_words_value,
)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("2031-03-04T05:06:07+02:00", "2031-03-04T05:06:07+02:00"),
        ("2031-03-04T05:06:07.123456+0200", "2031-03-04T05:06:07+02:00"),
        ("2031-03-04 05:06", "2031-03-04T05:06"),
        ("2031-03-04T05:06:07Z", "2031-03-04T05:06:07Z"),
        ("20310304T050607Z", "2031-03-04T05:06:07Z"),
        ("2031-03-04T00:00:00", "2031-03-04"),
        ("2031-03-04T00:00:00+01:00", "2031-03-04"),
        ("20310304", "2031-03-04"),
        ("2031-03", "2031-03"),
        ("2031", "2031"),
        ("Tue, 04 Mar 2031 05:06:07 +0200", "2031-03-04T05:06:07+02:00"),
        ("4 March 2031", "2031-03-04"),
        ("1930366800", "2031-03-04T05:00:00Z"),
        ("1930366800000", "2031-03-04T05:00:00Z"),
        ("2031-02-30", None),
        ("2031-13-01", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_stamps_keep_time_and_offset_as_written(raw, value):
    assert parse_stamp(raw)[0] == value


def test_open_order_of_day_and_month_is_told():
    assert parse_stamp("3/4/2031") == ("2031-04-03", True)
    assert parse_stamp("13/4/2031") == ("2031-04-13", False)


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://h.example/2031/03/04/bridge.html", "2031-03-04"),
        ("https://h.example/news/2031-03-04-bridge", "2031-03-04"),
        ("https://h.example/2031/mar/04/bridge", "2031-03-04"),
        ("https://h.example/a/203103/04/c_1.htm", "2031-03-04"),
        ("https://h.example/world/20310304105512-bridge", "2031-03-04"),
        ("https://h.example/04-2031/bridge", None),
        ("https://h.example/25-03-2031/bridge", "2031-03-25"),
        ("https://h.example/2031/03/bridge", "2031-03"),
        ("https://web.archive.example/web/20350101120000/http://h.example/2031/03/04/x", "2031-03-04"),
        ("https://20310304.example/bridge", None),
        ("https://h.example/article-5214223/bridge", None),
    ],
)
def test_days_in_addresses(url, value):
    found = url_value(url)
    assert (found[0] if found else None) == value


def test_arithmetic():
    assert swap_day_month(date(2031, 3, 4)) == date(2031, 4, 3)
    assert swap_day_month(date(2031, 3, 14)) is None
    assert shift_day(date.max, 1) == date.max
    assert day_of("2031-03") is None
    assert [precision_of(value) for value in ("2031", "2031-03", "2031-03-04", "2031-03-04T05:06")] == [
        "year",
        "month",
        "day",
        "minute",
    ]


@pytest.mark.parametrize(
    ("shown", "value", "label"),
    [
        ("Updated 6 March 2031 | Published 4 March 2031", "2031-03-04", DateLabel.PUBLISHED),
        ("4 March 2031, updated 6 March 2031", "2031-03-04", None),
        ("Updated by Ann Ode, 6 March 2031", "2031-03-06", DateLabel.UPDATED),
        ("Member since 4 March 2031", "2031-03-04", DateLabel.MEMBER),
        ("am 4. März 2031 veröffentlicht", "2031-03-04", DateLabel.PUBLISHED),
        ("Ann Ode, March 2031", "2031-03", None),
        ("no date", None, None),
    ],
)
def test_dates_as_pages_show_them(shown, value, label):
    assert parse_shown(shown) == (value, False, label)


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://h.example/reports/report-4-march-2031.html", "2031-03-04"),
        ("https://h.example/bericht-14-20-januar-2031/", "2031-01-14"),
        ("https://h.example/march-4-2031-review", "2031-03-04"),
        ("https://h.example/march-2031-review", None),
        ("https://h.example/bridge", None),
    ],
)
def test_days_in_the_words_of_addresses(url, value):
    found = url_words_value(url)
    assert (found[0] if found else None) == value
