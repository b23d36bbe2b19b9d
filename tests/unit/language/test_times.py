"""Time expressions of invented sentences, written on Wednesday 18 May 2016."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.model import Annotation

Annotate = Callable[..., Annotation]


def found(annotation: Annotation, text: str) -> list[tuple[str, str, str]]:
    return [(text[time.span.start : time.span.end], time.type, time.value) for time in annotation.times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour opened on May 3, 2014.", [("May 3, 2014", "DATE", "2014-05-03")]),
        ("The harbour opened on 3 May 2014.", [("3 May 2014", "DATE", "2014-05-03")]),
        ("The harbour opened on 2014-05-03.", [("2014-05-03", "DATE", "2014-05-03")]),
        ("It opened in March 2011 and closed in 2013.", [("March 2011", "DATE", "2011-03"), ("2013", "DATE", "2013")]),
        ("The ferry sank on Monday.", [("Monday", "DATE", "2016-05-16")]),
        ("The ferry sank on Wednesday.", [("Wednesday", "DATE", "2016-05-18")]),
        ("The ferry will sail on Monday.", [("Monday", "DATE", "2016-05-23")]),
        ("The two plan to meet on Friday.", [("Friday", "DATE", "2016-05-20")]),
        ("The ministers agreed on a conference on June 11.", [("June 11", "DATE", "2016-06-11")]),
        ("The ferry sank last Monday night.", [("last Monday night", "TIME", "2016-05-16TNI")]),
        ("The ferry sank yesterday.", [("yesterday", "DATE", "2016-05-17")]),
        ("The strike began last month.", [("last month", "DATE", "2016-04")]),
        ("The strike began last week.", [("last week", "DATE", "2016-W19")]),
        ("The strike began two weeks ago.", [("two weeks ago", "DATE", "2016-05-04")]),
        ("It has grown since the start of the year.", [("the start of the year", "DATE", "2016")]),
        ("They fought through the four-year-old conflict.", [("four-year-old", "DURATION", "P4Y")]),
        ("The talks lasted three days.", [("three days", "DURATION", "P3D")]),
        ("The talks lasted a year and a half.", [("a year and a half", "DURATION", "P1Y6M")]),
        ("The boat sails every Monday.", [("every Monday", "SET", "XXXX-WXX-1")]),
        ("It grew in the third quarter of 2015.", [("the third quarter of 2015", "DATE", "2015-Q3")]),
        ("It was built in the 1980s.", [("the 1980s", "DATE", "198")]),
        ("It flooded last summer.", [("last summer", "DATE", "2015-SU")]),
        ("It sank at 10:35 a.m. on Tuesday.", [("10:35 a.m. on Tuesday", "TIME", "2016-05-17T10:35")]),
        ("It now stands empty.", [("now", "DATE", "PRESENT_REF")]),
        # What is granted, arranged or planned for a day lies ahead of the granting; what had been planned is over.
        ("The owners have until Friday to answer.", [("Friday", "DATE", "2016-05-20")]),
        ("The judge gave them until Friday to answer.", [("Friday", "DATE", "2016-05-20")]),
        ("The ministers meet on Friday in Oslo.", [("Friday", "DATE", "2016-05-20")]),
        ("The offer had been due to expire on Friday.", [("Friday", "DATE", "2016-05-13")]),
        # A month of the past stays there.
        ("In June the two could not agree on a road.", [("June", "DATE", "2015-06")]),
        ("Thousands have come since June 1.", [("June 1", "DATE", "2015-06-01")]),
        (
            "The accounts for the year to July show a loss.",
            [("the year", "DURATION", "P1Y"), ("July", "DATE", "2015-07")],
        ),
        # What lies ahead by so much is a day; what lasts so long is not.
        ("The harbour will open in two weeks.", [("two weeks", "DATE", "2016-06-01")]),
        ("The harbour was built in two weeks.", [("two weeks", "DURATION", "P2W")]),
        ("The matter comes up on Tuesday week.", [("Tuesday week", "DATE", "2016-05-31")]),
        ("It opens in the autumn of next year.", [("the autumn of next year", "DATE", "2017-FA")]),
        ("It grew in the first half of 2015.", [("the first half of 2015", "DATE", "2015-H1")]),
        ("A year ago today the tower fell.", [("A year ago today", "DATE", "2015-05-18")]),
        ("The king spoke on the 14th.", [("the 14th", "DATE", "2016-05-14")]),
        ("It opens on the first of July.", [("the first of July", "DATE", "2016-07-01")]),
        (
            "It sank on Monday at twelve minutes past nine.",
            [
                ("Monday", "DATE", "2016-05-16"),
                ("twelve minutes past nine", "TIME", "2016-05-16T09:12"),
            ],
        ),
        ("It sails every other Tuesday.", [("every other Tuesday", "SET", "XXXX-WXX-2")]),
        ("They held a day-long meeting.", [("a day-long", "DURATION", "P1D")]),
        ("It sank at six in the evening on Monday.", [("six in the evening on Monday", "TIME", "2016-05-16T18:00")]),
    ],
)
def test_value_of_one_expression(annotate: Annotate, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(annotate(text), text) == expected


def test_each_day_of_a_list_of_ranges_in_one_year(annotate: Annotate) -> None:
    text = "Rounds took place on January 4-5, February 6-7 and April 8-9."
    values = [time.value for time in annotate(text).times]
    assert values == ["2016-01-04", "2016-01-05", "2016-02-06", "2016-02-07", "2016-04-08", "2016-04-09"]


def test_year_at_the_end_of_a_list_counts_for_all_of_it(annotate: Annotate) -> None:
    text = "Rounds took place on January 4, February 6 and April 8, 2012."
    assert [time.value[:4] for time in annotate(text).times] == ["2012", "2012", "2012"]


@pytest.mark.parametrize(
    "text",
    [
        "A Su-24 came down near the river.",
        "May Norton paints boats.",
        "They may leave the island.",
        "She won the second prize.",
        "Some 2000 people came.",
        "Anna Norton, a 44-year-old sailor, won.",
        "The shares lost 7.25 crowns.",
        "They joined the annual March for Bread.",
        "She said so on 90 Minutes, a programme.",
        "The party daily Nunatak printed it.",
        "Only a wall stood between them and the fall into the sea.",
        "She works on the 14th floor of the tower.",
        "It rained on the morning of the accident.",
    ],
)
def test_what_is_no_time_is_left_alone(annotate: Annotate, text: str) -> None:
    assert annotate(text).times == ()


def test_a_day_earlier_counts_from_the_day_told_before(annotate: Annotate) -> None:
    text = "The vote was held on March 9. The harbour had closed a day earlier."
    assert [time.value for time in annotate(text).times] == ["2016-03-09", "2016-03-08"]


def test_what_happened_earlier_is_not_counted_from_a_day_to_come(annotate: Annotate) -> None:
    text = "The road opens on June 10. It costs less than the firm had offered two weeks earlier."
    assert [time.value for time in annotate(text).times] == ["2016-06-10", "2016-05-04"]


def test_hour_in_words_has_the_day_told_before(annotate: Annotate) -> None:
    text = "A light was seen on Sunday night.\n\nMost people saw it shortly after nine."
    assert [time.value for time in annotate(text).times] == ["2016-05-15TNI", "2016-05-15T21:00"]


def test_days_that_a_value_covers(annotate: Annotate) -> None:
    month, week = annotate("It began last month and ended last week.").times
    assert (month.earliest, month.latest) == ("2016-04-01", "2016-04-30")
    assert (week.earliest, week.latest) == ("2016-05-09", "2016-05-15")


def test_without_an_anchor_only_full_dates_are_resolved(annotate: Annotate) -> None:
    text = "The vote of May 3, 2014 was repeated on Monday and on June 4."
    times = annotate(text, published=None).times
    assert [(time.value, time.earliest) for time in times] == [
        ("2014-05-03", "2014-05-03"),
        ("XXXX-WXX-1", None),
        ("XXXX-06-04", None),
    ]


def test_event_day_anchors_an_article_without_a_day_of_publication(annotate: Annotate) -> None:
    times = annotate("The ferry sank on Monday.", published=None, event_date="2014-03-12").times
    assert [time.value for time in times] == ["2014-03-10"]


def test_day_named_after_the_event_day_is_the_nearest(annotate: Annotate) -> None:
    times = annotate(
        "The ferry sank on Wednesday. The owner left on Thursday.", published=None, event_date="2014-03-12"
    ).times
    assert [time.value for time in times] == ["2014-03-12", "2014-03-13"]


def test_a_line_that_only_dates_the_report_is_no_expression(annotate: Annotate) -> None:
    text = "May 18, 2016\n\nThe ferry sank on Monday."
    assert [time.value for time in annotate(text).times] == ["2016-05-16"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Thousands joined the Women's March in Oslo.", []),
        ("Talmera's March rainfall was low.", ["2016-03"]),
        ("It opened on the 1st of July.", ["2016-07-01"]),
        ("It closed on the second of May, 2015.", ["2015-05-02"]),
        ("The bus came at 6.50 on Tuesday.", ["2016-05-17T06:50"]),
        ("It burned at about 11.20 on Tuesday night.", ["2016-05-17T23:20"]),
        ("Shares closed at 6.50 on Tuesday.", ["2016-05-17"]),
        ("The stake was put at 6.50.", []),
        ("It was gone shortly after nine o’clock.", ["2016-05-18T09:00"]),
        ("It fell shortly after nine on Tuesday night.", ["2016-05-17T21:00"]),
    ],
)
def test_marches_days_in_words_and_pointed_hours(annotate: Annotate, text: str, values: list[str]) -> None:
    assert [time.value for time in annotate(text).times] == values
