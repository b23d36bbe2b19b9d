from __future__ import annotations

from firsthand.model import RawDocument, Segment, SegmentLabel, Source, Span
from firsthand.reading.when import decide_event_date, decide_published, find_dates

FILLER = (
    " The work on the northern pier took longer than the harbour board had planned, because the stone had to be"
    " brought from a quarry on the other side of the bay."
)


def raw(text, **fields):
    source = Source(sha256="", bytes_kept=0)
    return RawDocument(article="n1", text=text, source=source, original=b"", **fields)


def segments_of(text, labels):
    """One segment a line; lines without a label of their own are body."""
    found, start = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            label = labels.get(number, SegmentLabel.BODY)
            if label is SegmentLabel.DATELINE:  # the dateline and the rest of its line
                cut = start + line.index(" - ") + 2
                found.append(Segment(article="n1", span=Span(start, cut), label=label))
                found.append(Segment(article="n1", span=Span(cut, start + len(line)), label=SegmentLabel.BODY))
            else:
                found.append(Segment(article="n1", span=Span(start, start + len(line)), label=label))
        start += len(line) + 1
    return tuple(found)


def read(text, labels=None, latest_day=None, **fields):
    segments = segments_of(text, labels or {})
    document = raw(text, **fields)
    decision = decide_published(find_dates("n1", text, segments, document, None), latest_day=latest_day)
    body = [one.span for one in segments if one.label in {SegmentLabel.BODY, SegmentLabel.DATELINE}]
    dateline = next((text[slice(*one.span)] for one in segments if one.label is SegmentLabel.DATELINE), None)
    return decision, decide_event_date(text, body, None, decision, dateline)


def test_date_line_takes_its_year_from_a_label_line():
    text = (
        " date 2031-03-04 Back to start\nPort reopens\n\nHarbour & Trade\nMarch 04, 20:31 UTC+3\n\n"
        "The port of Almere reopened on Tuesday, the harbour board said." + FILLER
    )
    decision, (event, _) = read(text, {0: SegmentLabel.MENU, 4: SegmentLabel.METADATA})
    assert decision.published == "2031-03-04T20:31+03:00"
    assert decision.precision == "minute"
    assert event == "2031-03-04"
    assert sum(one.chosen for one in decision.candidates) == 1


def test_label_glued_in_front_of_the_headline():
    text = " date 2031-03-05 Port of Almere reopens\n\nALMERE: The port reopened on Tuesday." + FILLER
    decision, (event, _) = read(text)
    assert (decision.published, decision.precision) == ("2031-03-05", "day")
    assert event == "2031-03-04"


def test_caption_dates_an_article_from_below_only():
    text = (
        "Port reopens\n\nThe harbour master at the gate in Almere, March 3, 2031. (Photo: Board)\n\n"
        "The port reopened, the harbour master said in Almere on Monday." + FILLER
    )
    decision, (event, _) = read(text, {2: SegmentLabel.CAPTION})
    assert decision.published is None
    assert decision.why_null
    assert decision.not_before == "2031-03-03"
    assert event == "2031-03-03"


def test_article_that_nothing_dates_has_no_day():
    text = "The port reopened on Monday, four years after the flood of 2027." + FILLER
    decision, (event, reason) = read(text)
    assert (decision.published, decision.not_before, event) == (None, None, None)
    assert "days of the week" in decision.why_null
    assert "nothing dates" in reason


def test_day_to_come_gives_no_lower_bound():
    text = "The port will reopen on March 3, 2031." + FILLER
    assert read(text)[0].not_before is None


def test_midnight_of_a_field_is_a_day():
    decision, _ = read("The port reopened on Tuesday." + FILLER, published="2031-03-04T00:00:00")
    assert (decision.published, decision.precision) == ("2031-03-04", "day")


def test_field_keeps_its_time_and_has_no_offset_made_up():
    text = "ALMERE, March 3 (Reuters) - The port reopened on Monday." + FILLER
    decision, _ = read(text, {0: SegmentLabel.DATELINE}, published="2031-03-04T03:29:35")
    assert decision.published == "2031-03-04T03:29:35"
    assert "agrees" in decision.evidence


def test_crawl_date_yields_to_the_dateline():
    text = "ALMERE, March 3 (Reuters) - The port reopened on Monday." + FILLER
    decision, (event, _) = read(text, {0: SegmentLabel.DATELINE}, published="2031-08-20T10:00:00")
    assert (decision.published, decision.precision) == ("2031-03-03", "day")
    assert "the text is believed" in decision.evidence
    assert event == "2031-03-03"


def test_crawl_date_of_a_later_year_yields_to_the_named_day_of_the_week():
    # 3 March is a Monday in 2031 and a Tuesday in 2026 and 2037.
    text = "The port of Almere reopened on Tuesday, 3 March, the harbour board said." + FILLER
    decision, (event, _) = read(text, published="2029-06-10")
    assert decision.published is None
    assert decision.not_before == "2026-03-03"
    assert "2029-06-10" in decision.why_null
    assert event == "2026-03-03"


def test_posts_quoted_in_the_text_show_a_crawl_date():
    text = "The port of Almere reopened on Monday.\nShips again! — Ann Ode (@annode) March 4, 2031\n" + FILLER.strip()
    decision, (event, _) = read(text, published="2031-09-30T14:57:00")
    assert decision.published is None
    assert decision.not_before == "2031-03-04"
    assert event == "2031-03-03"


def test_day_and_month_swapped_by_the_source():
    text = "The port of Almere reopened on Tuesday, 3 March 2026." + FILLER
    decision, _ = read(text, published="2026-04-03")
    assert decision.published != "2026-04-03"
    swapped = "The port reopened on Friday, 6 March 2026." + FILLER
    decision, _ = read(swapped, published="2026-07-03")
    assert decision.published is None or decision.published == "2026-03-07"
    assert decision.published == "2026-03-07"
    assert "swapped" in decision.evidence


def test_future_date_is_not_believed():
    decision, _ = read("The port reopened." + FILLER, published="2035-01-01", latest_day="2031-03-05")
    assert decision.published is None
    assert "future" in decision.why_null


def test_address_against_a_late_field():
    url = "https://h.example/2031/03/04/port"
    decision, _ = read("The port reopened." + FILLER, published="2031-03-20T08:00:00", url=url)
    assert decision.published == "2031-03-04"
    decision, _ = read("The port reopened." + FILLER, published="2031-03-05T08:00:00", url=url)
    assert decision.published == "2031-03-05T08:00:00"


def test_claim_earlier_than_a_photograph_is_not_believed():
    text = "The gate in Almere, March 9, 2031.\nThe port reopened on Monday." + FILLER
    decision, _ = read(text, {0: SegmentLabel.CAPTION}, published="2031-01-09")
    assert decision.published is None
    assert decision.not_before == "2031-03-09"


def test_every_candidate_has_a_kind_a_reason_and_a_place():
    text = "ALMERE, March 3 (Reuters) - The port reopened on Monday, 3 March 2031, and again on Tuesday." + FILLER
    segments = segments_of(text, {0: SegmentLabel.DATELINE})
    document = raw(text, published="4/3/2031", url="https://h.example/2031/03/04/x")
    found = find_dates("n1", text, segments, document, None)
    assert [one.kind for one in found] == ["field", "url", "dateline", "in_text", "day_name", "day_name"]
    assert all(one.reason and (one.span or one.locator) and not one.chosen for one in found)
    assert all(text[slice(*one.span)] == one.raw for one in found if one.span)
    assert found[0].value == "2031-03-04"
    decided = decide_published(found).candidates
    assert [one.value for one in decided if one.kind == "day_name"] == ["2031-03-03", "2031-03-04"]


def event(text, published="2031-03-06"):  # a Thursday
    return read(text + FILLER, published=published)[1][0]


def test_event_day_is_that_of_the_happening_and_not_of_the_saying():
    assert event("The board said Wednesday that a crane fell into the basin on Monday.") == "2031-03-03"
    assert event("The board opened the gate, it said on Wednesday.") == "2031-03-05"


def test_event_day_by_tense():
    assert event("The port reopened on Thursday.") == "2031-03-06"
    assert event("The port reopened last Thursday.") == "2031-02-27"
    assert event("The port will reopen on Thursday.") is None
    assert event("The port reopened on Friday.") == "2031-03-07"  # updated the day after


def test_event_day_in_other_words():
    assert event("A crane fell yesterday.") == "2031-03-05"
    assert event("A crane fell on Christmas Eve.", published="2030-12-27") == "2030-12-24"
    assert event("Ein Kran stürzte am Mittwoch um.") == "2031-03-05"
    assert event("Кран упал в среду.") == "2031-03-05"
    assert event("A crane fell on Dec. 30.", published="2031-01-02") == "2030-12-30"


def test_no_event_day_for_an_article_of_no_single_day():
    assert event("The history of the port goes back to the year 1820.") is None


def test_empty_text():
    decision, (day, _) = read("")
    assert decision.published is None
    assert day is None


def test_event_day_behind_by():
    # "By" before a day sets a term; before whoever did it, or before "the time", it does not.
    assert event("The bridge was closed by the mayor of Ellmouth on Tuesday.") == "2031-03-04"
    assert event("By the time the council met on Wednesday morning, the bridge was closed.") == "2031-03-05"
    assert event("The council wants an answer by Friday.") is None
    assert event("The council wants an answer by the end of Friday.") is None


def test_event_day_is_not_one_of_long_ago_behind_the_lead_sentence():
    assert event("The board named a new master on Tuesday. The last had left on January 3.") == "2031-03-04"
    assert event("The board is to name a master soon. The last one left on January 3, 2031.") is None
    assert event("On January 10 a crane fell into the basin and killed two.") == "2031-01-10"


def test_event_day_is_not_one_from_which_something_is_counted():
    assert event("The board had a loss for the quarter ended Jan. 31 and said so on Tuesday.") == "2031-03-04"
    assert event("The board had a loss for the quarter ended Jan. 31.") is None
    assert event("The gate has been closed since Monday.") == "2031-03-03"  # nearer than any other day


def test_a_date_that_opens_the_first_paragraph_dates_the_article():
    decision, _ = read("04.03.2031 – The port of Almere reopened, the harbour board said." + FILLER)
    assert decision.published == "2031-03-04"
    decision, _ = read("4 March 2031 was the day on which the port of Almere reopened, as the board said." + FILLER)
    assert decision.published is None


def test_labels_of_other_languages_at_the_head_of_a_text():
    for line in ("Pubblicato: 4 marzo 2031", "Gepubliceerd op 4 maart 2031", "Opublikowano: 4 marca 2031"):
        assert read(f"Port reopens\n{line}\nThe port reopened." + FILLER)[0].published == "2031-03-04"


def test_day_and_month_of_a_line_are_mended_by_the_field():
    text = "Port reopens\nPosted: 3/4/2031\nThe port reopened." + FILLER
    assert read(text)[0].published == "2031-04-03"
    decision, _ = read(text, published="2031-03-04T08:00:00Z")
    assert decision.published == "2031-03-04T08:00:00Z"
    assert "agrees" in decision.evidence
    assert any("month first" in one.reason for one in decision.candidates)


def test_a_feed_bears_out_the_field():
    decision, _ = read("The port reopened." + FILLER, published="4/3/2031", feed_date="2031-03-04T08:00:00Z")
    assert decision.published == "2031-03-04T08:00:00Z"
    decision, _ = read("The port reopened." + FILLER, published="3/4/2031", feed_date="2031-03-04T08:00:00Z")
    assert decision.published.startswith("2031-03-04")
