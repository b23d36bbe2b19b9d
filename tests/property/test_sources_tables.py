from __future__ import annotations

import csv
import io
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import RawDocument
from firsthand.sources import SourceLimits
from firsthand.sources.files import FoundFile
from firsthand.sources.paragraphs import PrintedLine, join_lines
from firsthand.sources.tables import read_csv

CHARACTERS = st.characters(codec="utf-8", exclude_characters="\x00\ufeff")
TEXTS = st.text(CHARACTERS, min_size=1, max_size=40).filter(str.strip)
LINES = st.lists(
    st.builds(
        PrintedLine,
        text=st.text(st.sampled_from("abc DE-.é\u00ad"), max_size=20),
        left=st.floats(0, 600),
        base=st.floats(0, 800),
        size=st.sampled_from([8.0, 10.0, 24.0]),
        page=st.just(1),
    ),
    max_size=20,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=5), st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_as_csv_comes_back(texts, mark, end):
    held = io.StringIO()
    writer = csv.writer(held, delimiter=mark, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([["title", "text"], *(["T", text] for text in texts)])
    stream = io.BufferedReader(io.BytesIO(held.getvalue().encode()))
    results = list(read_csv(stream, FoundFile("a.csv", "a.csv"), SourceLimits()))
    assert [one.text for one in results if isinstance(one, RawDocument)] == texts
    assert len(results) == len(texts)


@settings(max_examples=60, deadline=None)
@given(lines=LINES)
def test_joining_lines_keeps_every_letter_in_order(lines):
    letters = re.sub(r"[\W\d_]", "", "".join(line.text for line in lines))
    assert re.sub(r"[\W\d_]", "", join_lines(lines)) == letters
