from __future__ import annotations

import datetime
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.lexicon.instants import is_earlier, order_times
from firsthand.model import DateCandidate, RawDocument, Segment, SegmentLabel, Source, Span
from firsthand.reading.html import extract_page
from firsthand.reading.stamps import parse_stamp
from firsthand.reading.when import decide_event_date, decide_published, find_dates

PLACES = (
    ("metadata", "json-ld $.datePublished", "2031-03-04"),
    ("metadata", "meta date", "2031-08-01"),
    ("date_line", "div date", "2031-03-04"),
    ("metadata", "script publishDate", "2031-02-01"),
    ("url", "url", "2031-03-04"),
)
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


TIMES = st.sampled_from(
    "2031-03-04|2031-03-05|2031-03|2031-03-04T10:00:00Z|2031-03-04T10:00|2031-03-05T01:00+09:00|2031-03-03T23:30-05:00"
    "|Tue, 04 Mar 2031 10:00:00 +0200|2031-03-04T09:59:30Z|4/3/2031|3/4/2031|2031-03-04T23:59:59-12:00".split("|")
)


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=12), TIMES, TIMES, st.one_of(TIMES, st.none()))
def test_nothing_chosen_lies_after_the_time_at_which_it_was_taken(pieces, claimed, fed, captured):
    value = parse_stamp(captured)[0] if captured else None
    text = " ".join(pieces)
    document = RawDocument(
        article="n1",
        text=text,
        published=claimed,
        feed_date=fed,
        source=Source(sha256="", bytes_kept=0, captured=value),
        original=b"",
    )
    segments = (Segment(article="n1", span=Span(0, len(text)), label=SegmentLabel.BODY),) if text else ()
    decision = decide_published(find_dates("n1", text, segments, document, None), latest_day=value)
    if value and decision.published and len(value) > len("2031-03"):
        assert is_earlier(value, decision.published) is not True or len(value) == len("2031-03-04")
        last = datetime.date.fromisoformat(value[:10]) + datetime.timedelta(days=1)
        assert decision.published[:10] <= last.isoformat()


@settings(max_examples=60)
@given(st.lists(st.one_of(TIMES, st.none()), max_size=6), st.booleans(), st.randoms(use_true_random=False))
def test_order_of_times_does_not_hang_on_their_order(told, is_one_zone, random):
    order = order_times(told, is_one_zone=is_one_zone)
    mixed = list(told)
    random.shuffle(mixed)
    again = order_times(mixed, is_one_zone=is_one_zone)
    assert (order is None) == (again is None)
    if order is not None and again is not None:
        ordered = [told[place] for place in order]
        assert [mixed[place] for place in again] == ordered
        known = [is_earlier(a, b, is_one_zone=is_one_zone) for a, b in itertools.pairwise(ordered) if a != b]
        assert all(known)


@settings(max_examples=60)
@given(TIMES, TIMES, st.booleans())
def test_earlier_is_told_both_ways(one, other, is_one_zone):
    forth, back = (
        is_earlier(one, other, is_one_zone=is_one_zone),
        is_earlier(other, one, is_one_zone=is_one_zone),
    )
    assert not (forth and back)
    if forth:
        assert back is False


@settings(max_examples=40)
@given(st.permutations([*PLACES]))
def test_order_of_the_claims_of_equal_weight_does_not_change_the_day(places):
    """What a page's claims say together does not hang on which of them stands first."""
    found = [
        DateCandidate(article="n1", kind=kind, raw=value, locator=locator, value=value, reason="claimed by the source")
        for kind, locator, value in places
    ]
    assert decide_published(found).published == "2031-03-04"


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
