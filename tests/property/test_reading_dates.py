from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import RawDocument, Segment, SegmentLabel, Source, Span
from firsthand.reading.html import extract_page
from firsthand.reading.stamps import parse_stamp
from firsthand.reading.when import decide_event_date, decide_published, find_dates

PIECES = st.sampled_from(
    "Monday|on Friday|March 3|3 March 2031|2031-03-04 10:00|said|will|\n|Published: |(@ann) |, |. |yesterday|2031"
    "|ALMERE, Jan 1 (AP) - |04/03/2031|Christmas Eve|29 February|在11月1日|в среду|The port reopened|Updated: ".split(
        "|"
    )
)
ZONES = st.sampled_from([None, datetime.UTC, datetime.timezone(datetime.timedelta(hours=5, minutes=30))])


@settings(max_examples=60)
@given(
    st.lists(PIECES, max_size=25),
    st.sampled_from(list(SegmentLabel)),
    st.one_of(st.none(), PIECES, st.text(max_size=20)),
)
def test_any_text_has_one_consistent_decision(pieces, label, claimed):
    text = " ".join(pieces)
    segments = (Segment(article="n1", span=Span(0, len(text)), label=label),) if text else ()
    source = Source(sha256="", bytes_kept=0)
    document = RawDocument(article="n1", text=text, published=claimed, source=source, original=b"")
    found = find_dates("n1", text, segments, document, None)
    decision = decide_published(found)
    assert (decision.published is None) == (decision.why_null is not None)
    assert sum(one.chosen for one in decision.candidates) == (decision.published is not None)
    assert len(decision.candidates) == len(found)
    assert all(text[slice(*one.span)] == one.raw for one in found if one.span)
    day, reason = decide_event_date(text, [Span(0, len(text))] if text else [], None, decision, None)
    assert reason
    assert day is None or datetime.date.fromisoformat(day)
    assert decision == decide_published(find_dates("n1", text, segments, document, None))


@settings(max_examples=60)
@given(
    st.builds(
        lambda moment, year: moment.replace(year=year, day=min(moment.day, 28)),
        st.datetimes(timezones=ZONES),
        st.integers(1950, 2150),
    )
)
def test_stamps_agree_with_the_standard_library(moment):
    value, is_ambiguous = parse_stamp(moment.isoformat())
    assert not is_ambiguous
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        assert value == moment.date().isoformat()
    else:
        assert datetime.datetime.fromisoformat(value) == moment.replace(microsecond=0)


MARKUP = st.sampled_from(
    "<p>|</p>|<div class=date>|<time datetime=|>|<script type='application/ld+json'>|</script>|{|}|[|\"@type\":"
    "|\"NewsArticle\"|<!--|-->|<h1>|<meta name=date content='|'>|<!DOCTYPE html>|&amp;|&#0;|<![CDATA[".split("|")
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=10), MARKUP), max_size=30))
def test_any_page_has_an_outcome(pieces):
    found = extract_page("".join(pieces), None)
    assert bool(found.text) == (found.no_article is None)
    found.text.encode("utf-8")
