from __future__ import annotations

import pytest

from firsthand.lexicon.dates import (
    find_date_forms,
    find_feasts,
    find_relative_days,
    find_weekdays,
    is_calendar_day,
    zone_offset,
)


@pytest.mark.parametrize(
    ("text", "year", "month", "day", "time", "offset"),
    [
        ("November 01, 20:31 UTC+3", None, 11, 1, "20:31", "+03:00"),
        ("Wednesday, November 1, 2017 8:31 PM ET", 2017, 11, 1, "20:31", None),
        ("Nov. 1, 2017, 8:31 p.m. EST", 2017, 11, 1, "20:31", "-05:00"),
        ("2017-11-01T20:31:05+03:00", 2017, 11, 1, "20:31:05", "+03:00"),
        ("1st of November 2017", 2017, 11, 1, None, None),
        ("01-Nov-17", 2017, 11, 1, None, None),
        ("Wed, 01 Nov 2017 20:31:00 +0300", 2017, 11, 1, "20:31:00", "+03:00"),
        ("20:31 GMT, 1 November 2017", 2017, 11, 1, "20:31", "+00:00"),
        ("Mittwoch, den 1. November 2017, 20.31 Uhr MEZ", 2017, 11, 1, "20:31", "+01:00"),
        ("mercredi 1er novembre 2017 à 20h31", 2017, 11, 1, "20:31", None),
        ("miércoles, 1 de noviembre de 2017", 2017, 11, 1, None, None),
        ("1 ноября 2017 года, 20:31 МСК", 2017, 11, 1, "20:31", "+03:00"),
        ("١ نوفمبر ٢٠١٧", 2017, 11, 1, None, None),
        ("1 تشرين الثاني 2017", 2017, 11, 1, None, None),
        ("1 Kasım 2017", 2017, 11, 1, None, None),
        ("2017年11月1日 20:31", 2017, 11, 1, "20:31", None),
        ("11月1日晚8时31分", None, 11, 1, "20:31", None),
        ("March 2011", 2011, 3, None, None, None),
        ("13/04/2017", 2017, 4, 13, None, None),
        ("04/13/2017", 2017, 4, 13, None, None),
        ("01.11.17", 2017, 11, 1, None, None),
        ("1° novembre 2017 alle ore 20:31", 2017, 11, 1, "20:31", None),
        ("1 de novembro de 2017 às 20h31", 2017, 11, 1, "20:31", None),
        ("woensdag 1 november 2017 om 20:31", 2017, 11, 1, "20:31", None),
        ("środa, 1 listopada 2017, godz. 20:31", 2017, 11, 1, "20:31", None),
        ("3. března 2017", 2017, 3, 3, None, None),
        ("3 березня 2017, 20:31", 2017, 3, 3, "20:31", None),
        ("1 Kasım 2017 Çarşamba 20:31", 2017, 11, 1, "20:31", None),
        ("2017年11月1日 星期三 20:31", 2017, 11, 1, "20:31", None),
        ("1.11.2017 klo 20.31", 2017, 11, 1, "20:31", None),
        ("November 1, 2017 / 8:31 PM", 2017, 11, 1, "20:31", None),
        ("Nov 1 st , 2017", 2017, 11, 1, None, None),
    ],
)
def test_form_is_read_whole(text, year, month, day, time, offset):
    before, after = "Seen ", " there"
    (form,) = find_date_forms(f"{before}{text}{after}")
    assert (form.year, form.month, form.day, form.time, form.offset) == (year, month, day, time, offset)
    assert form.span == (len(before), len(before) + len(text))


@pytest.mark.parametrize(
    "text",
    [
        "they may 5 times",
        "a march 12 strong",
        "March 10,000 people",
        "version 1.2.10",
        "5 days ago 2017",
        "31 September 2017",
        "won 3-2-10",
        "the May election",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert find_date_forms(text) == []


def test_day_month_order_is_marked_where_it_is_open():
    open_form, closed_form, point_form = find_date_forms("03/04/2017, 13/04/2017, 03.04.2017")
    assert (open_form.is_ambiguous, open_form.day, open_form.month) == (True, 3, 4)
    assert not closed_form.is_ambiguous
    assert not point_form.is_ambiguous


def test_ranges_keep_both_days_and_weekdays_their_number():
    first, second = find_date_forms("on January 23-24 and again Friday, February 2")
    assert (first.day, first.last_day) == (23, 24)
    assert (second.weekday, second.day) == (4, 2)


def test_weekdays_of_all_languages_and_not_their_homonyms():
    text = "Monday, Dienstag, mercredi, jueves, пятницу, السبت, pazartesi, 星期日"
    assert [day.value for day in find_weekdays(text)] == [0, 1, 2, 3, 4, 5, 0, 6]
    assert find_weekdays("окружающая среда и каждая вещь") == []
    assert [day.value for day in find_weekdays("в среду вечером")] == [2]


def test_relative_days_and_feasts():
    assert [word.value for word in find_relative_days("yesterday, last night, heute, вчера, 明天")] == [
        -1,
        -1,
        0,
        -1,
        1,
    ]
    assert [(one.month, one.day) for one in find_feasts("on Christmas Eve and New Year’s Day")] == [(12, 24), (1, 1)]


def test_zones():
    assert zone_offset("GMT+5:30") == "+05:30"
    assert zone_offset("-0500") == "-05:00"
    assert zone_offset("IST") is None
    assert zone_offset("nonsense") is None


def test_calendar():
    assert is_calendar_day(None, 2, 29)
    assert not is_calendar_day(2017, 2, 29)
    assert not is_calendar_day(2017, 13, 1)


@pytest.mark.parametrize("unit", ["1 ", "November ", "2017-", "12:", "a", " ", "1/1/", "1.", "Monday, ", "1 May 2017 "])
def test_long_lines_are_read_in_full(unit):
    text = unit * (200_000 // len(unit))
    assert all(form.span.end <= len(text) for form in find_date_forms(text))
    find_weekdays(text)
    find_relative_days(text)
