from __future__ import annotations

import datetime
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.lexicon.dates import find_date_forms, find_weekdays

MONTHS = "January February March April May June July August September October November December".split()


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_gives_ordered_spans_inside_it(text):
    forms = find_date_forms(text)
    for one, other in pairwise(forms):
        assert one.span.end <= other.span.start
    for form in forms:
        assert 0 <= form.span.start <= form.date_span.start < form.span.end <= len(text)
    for day in find_weekdays(text):
        assert 0 <= day.value <= 6


@settings(max_examples=60)
@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.integers(0, 4))
def test_each_way_of_writing_a_day_reads_back(day, style):
    month = MONTHS[day.month - 1]
    written = [
        day.isoformat(),
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        f"{day.year}年{day.month}月{day.day}日",
    ][style]
    (form,) = find_date_forms(f"It was {written} then.")
    assert (form.year, form.month, form.day) == (day.year, day.month, day.day)
