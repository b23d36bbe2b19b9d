"""The quick look at a whole text finds what a look at each part of it finds."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.lexicon.calendar_words import MONTHS, RELATIVE_DAYS, WEEKDAYS
from firsthand.lexicon.date_scan import LEVANTINE_MONTHS, may_hold_days, named_words
from firsthand.lexicon.dates import find_date_forms, find_feasts, find_relative_days, find_weekdays

_NAMES = {*MONTHS, *WEEKDAYS, *RELATIVE_DAYS, *LEVANTINE_MONTHS}
_PIECES = st.sampled_from(
    [
        *("Monday", "MAY", "May", "mayor", "Sunday's", "sun", "Yesterday", "تشرين", "الثاني", "вторник", "Salı", "İ"),
        *("3", "14", "2019", "03/04/2019", "2019-04-03", "1.2.10", "5月3日", "星期二", "last night", "Christmas Eve"),
        *("the", "x", "_", "-", ".", ",", " ", " ", "\n", "9:30 p.m.", "of", "é"),
    ]
)
_TEXTS = st.lists(_PIECES, max_size=40).map("".join)
_PADDING = "word " * 120  # a text that is long enough to be looked at as a whole


@settings(max_examples=60)
@given(_TEXTS, st.data())
def test_named_words_are_those_of_a_plain_search(middle: str, data: st.DataObject) -> None:
    text = _PADDING + middle + " " + _PADDING
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    plain = [
        (match.start(), match.end(), match.group().lower())
        for match in re.compile(r"[^\W\d_]+").finditer(text, start, end)
        if match.group().lower() in _NAMES
    ]
    assert [tuple(word) for word in named_words(text, start, end)] == plain


@settings(max_examples=60)
@given(_TEXTS)
def test_a_part_of_a_long_text_holds_the_same_dates_as_the_part_alone(middle: str) -> None:
    text = _PADDING + middle
    for find in (find_date_forms, find_weekdays, find_relative_days, find_feasts):
        alone = [tuple(item) for found in find("word " + middle) for item in [(found.span.start - 5, *found[1:4])]]
        inside = [
            tuple(item)
            for found in find(text, len(_PADDING) - 5)
            for item in [(found.span.start - len(_PADDING), *found[1:4])]
        ]
        assert inside == alone


@settings(max_examples=60)
@given(_TEXTS, st.sampled_from(["", "İ ", "中 ", "“é” "]), st.data())
def test_a_part_that_may_hold_no_day_holds_none(middle: str, script: str, data: st.DataObject) -> None:
    text = _PADDING + script + middle + " " + _PADDING
    start = data.draw(st.integers(len(_PADDING) - 5, len(_PADDING) + len(middle)))
    end = data.draw(st.integers(start, len(text)))
    found = [
        one
        for find in (find_date_forms, find_weekdays, find_relative_days, find_feasts)
        for one in find(text, start, end)
    ]
    assert may_hold_days(text, start, end) or not found


def test_a_long_text_without_days_may_hold_none() -> None:
    assert not may_hold_days(_PADDING, 0, len(_PADDING))
    assert may_hold_days(_PADDING + "on Monday", 0, len(_PADDING) + 9)


def test_a_name_inside_a_word_of_a_megabyte_is_none() -> None:
    assert find_weekdays("monday" * 170_000) == []


def test_a_letter_that_is_equal_but_for_case_names_no_feast() -> None:
    assert find_feasts("On Chri\u017ftmas Eve it snowed. " + _PADDING) == []
