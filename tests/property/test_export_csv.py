"""No cell runs, and none loses a character."""

from __future__ import annotations

import csv
import io
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.export import csv_cell, export_kind
from firsthand.model import Rejection

TEXTS = st.text(alphabet=st.one_of(st.sampled_from("'=+-@\t\r\n,\"1."), st.characters(codec="utf-8")))


def unguarded(cell):
    """The rule that the documentation gives for taking the guard off."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r\n＝＋－＠]", cell) else cell


@given(text=TEXTS)
@settings(max_examples=60)
def test_the_guard_can_be_taken_off(text):
    assert unguarded(csv_cell(text)) == text


@given(text=TEXTS)
@settings(max_examples=60)
def test_nothing_but_a_number_begins_as_a_formula(text):
    cell = csv_cell(text)
    assert cell[:1] not in {"=", "@", "\t", "\r", "\n"}
    if cell[:1] in {"+", "-"}:
        assert re.fullmatch(r"[+-][\d.,eE%+-]+", cell)


@given(reasons=st.lists(TEXTS, max_size=5))
@settings(max_examples=60)
def test_csv_round_trips(reasons):
    stream = io.BytesIO()
    export_kind([Rejection(input="i", stage="s", reason=reason) for reason in reasons], "rejections", "csv", stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))
    assert [unguarded(row["reason"]) for row in rows] == reasons
