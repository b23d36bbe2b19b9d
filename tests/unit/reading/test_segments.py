from __future__ import annotations

import pytest

from firsthand.reading.segments import body_spans, label_segments

_PARAGRAPHS = [
    "The new bridge over the Ell was opened on Monday, eleven years after the old one was washed away by a flood.",
    "About 400 people walked across it in the rain, the council of Ellmouth said in a statement after the ceremony.",
    "“We have waited long enough,” said the mayor, Ann Lowell, who cut the ribbon with a pair of garden shears.",
    "A second bridge, further up the river, is to be built by 2031 if the money can be found, her office added.",
]


def _label_of(lines: list[str], line: str, title: str | None = None) -> set[str]:
    text = "\n".join(lines)
    start = text.index(line)
    end = start + len(line)
    return {
        segment.label.value
        for segment in label_segments("a", text, title)
        if segment.span.start < end and start < segment.span.end
    }


def test_clean_text_is_all_body() -> None:
    text = "\n\n".join(_PARAGRAPHS)
    segments = label_segments("a", text)
    assert {segment.label for segment in segments} == {"body"}
    assert [tuple(span) for span in body_spans(text, segments)] == [(0, len(text))]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Mayor Ann Lowell opens the new bridge in Ellmouth. (Photo by Sam Birt/Gazette)", {"caption", "photo_credit"}),
        ("FILE - In this May 3, 2010 file photo, the old bridge stands in the Ell.", {"caption"}),
        ("Ann Lowell cuts the ribbon on the new bridge in Ellmouth, May 3, 2021. REUTERS/Sam Birt", {"caption"}),
        ("Ann Lowell arrives at the new bridge in Ellmouth on May 3, 2021.", {"caption"}),
        ("Happy time: the mayor and her garden shears on the bridge", {"caption"}),
        ("About 400 people walked across the bridge in the rain, the council of Ellmouth said", {"caption"}),
        ("Picture desk", {"subheadline"}),
        ("What the bridge cost", {"subheadline"}),
        ("Advertisement", {"advertisement"}),
        ("(Courtesy of the town of Ellmouth)", {"photo_credit"}),
        ("I walked over it twice today and my dog three times, which nobody has ever done before", {"body"}),
    ],
)
def test_a_line_between_paragraphs(line: str, label: set[str]) -> None:
    lines = [*_PARAGRAPHS[:2], line, *_PARAGRAPHS[2:]]
    assert _label_of(lines, line) == label


def test_a_caption_printed_twice() -> None:
    line = "The old bridge over the Ell before the flood of ten years ago."
    lines = [*_PARAGRAPHS[:2], line, line, *_PARAGRAPHS[2:]]
    text = "\n".join(lines)
    labels = [segment.label.value for segment in label_segments("a", text) if text[slice(*segment.span)] == line]
    assert labels == ["caption", "caption"]


def test_unclosed_lines_mean_nothing_where_no_paragraph_is_closed() -> None:
    lines = [paragraph.rstrip(".") for paragraph in _PARAGRAPHS]
    assert {segment.label for segment in label_segments("a", "\n".join(lines))} == {"body"}


def test_a_text_cut_off_at_its_end_keeps_its_last_line() -> None:
    last = "The council said that the bridge would be closed to lorries of seven tonnes until the end of the"
    assert _label_of([*_PARAGRAPHS, last], last) == {"body"}


def test_the_head_of_a_dirty_page() -> None:
    head = [
        "News   /   Regions",
        "Bridge opens in Ellmouth after eleven years",
        "Roads & Rivers",
        "May 03, 08:15 UTC+2",
        "The town has waited for it since the flood",
        "By Ann Arbour and Sam Birt",
    ]
    lines = head + _PARAGRAPHS
    found = [_label_of(lines, line) for line in head]
    assert found == [{"menu"}, {"headline"}, {"menu"}, {"metadata"}, {"subheadline"}, {"byline"}]


def test_junk_glued_to_the_headline_is_cut_off() -> None:
    text = "\n".join(["date 2021-05-03 Bridge opens in Ellmouth", *_PARAGRAPHS])
    first, second, *_ = label_segments("a", text)
    assert (first.label, text[slice(*first.span)]) == ("metadata", "date 2021-05-03")
    assert (second.label, text[slice(*second.span)]) == ("headline", "Bridge opens in Ellmouth")


def test_a_title_given_and_not_in_the_text_leaves_no_headline() -> None:
    line = "The town has waited for it since the flood"
    assert _label_of([line, *_PARAGRAPHS], line, title="Bridge opens in Ellmouth") == {"subheadline"}
    assert _label_of([line, *_PARAGRAPHS], line) == {"headline"}


def test_a_title_behind_a_glued_menu_word() -> None:
    text = "\n".join(["Video Bridge opens in Ellmouth", *_PARAGRAPHS])
    segments = label_segments("a", text, "Bridge opens in Ellmouth | Harbour Gazette")
    assert [(segment.label.value, text[slice(*segment.span)]) for segment in segments[:2]] == [
        ("menu", "Video"),
        ("headline", "Bridge opens in Ellmouth"),
    ]


def test_advertisement_glued_to_a_paragraph() -> None:
    glued = "Advertisement " + _PARAGRAPHS[1]
    lines = [_PARAGRAPHS[0], glued, *_PARAGRAPHS[2:]]
    assert _label_of(lines, glued) == {"advertisement", "body"}


def test_advertisement_in_the_middle_of_one_long_line() -> None:
    text = " ".join([*_PARAGRAPHS[:2], "Advertisement Continue reading the main story", *_PARAGRAPHS[2:]])
    segments = label_segments("a", text)
    assert [segment.label.value for segment in segments] == ["body", "advertisement", "body"]
    assert text[slice(*segments[1].span)] == "Advertisement Continue reading the main story"


def test_closing_lines() -> None:
    tail = ["Seven bridges that fell in one night", "Harbour Gazette on your screen"]
    lines = [*_PARAGRAPHS, *tail]
    assert [_label_of(lines, line) for line in tail] == [{"related"}, {"related"}]


def test_a_list_at_the_end_is_no_row_of_links() -> None:
    lines = [*_PARAGRAPHS, "The bridges of Ellmouth are:", "Lower bridge", "Mill bridge"]
    assert "related" not in _label_of(lines, "Mill bridge")


def test_links_under_read_more_go_and_a_paragraph_under_it_stays() -> None:
    links = ["Seven bridges that fell in one night", "How the mayor learned to swim in May"]
    lines = [*_PARAGRAPHS[:2], "Read More:", *links, *_PARAGRAPHS[2:]]
    assert [_label_of(lines, line) for line in links] == [{"related"}, {"related"}]
    assert _label_of(lines, _PARAGRAPHS[2]) == {"body"}


def test_closing_credits_are_part_of_the_body() -> None:
    text = "\n".join([*_PARAGRAPHS, "(Reporting by Ann Arbour; Editing by Sam Birt)", "/TASS/"])
    segments = label_segments("a", text)
    assert [segment.label.value for segment in segments[-2:]] == ["byline", "agency_tag"]
    assert body_spans(text, segments)[-1].end == len(text)


def test_a_byline_glued_to_the_dateline() -> None:
    text = "\n".join(["By Ann Arbour, Associated Press ELLMOUTH (AP) — " + _PARAGRAPHS[0], *_PARAGRAPHS[1:]])
    labels = [segment.label.value for segment in label_segments("a", text)]
    assert labels[:4] == ["byline", "dateline", "agency_tag", "body"]


def test_a_pasted_post_with_its_author_stays() -> None:
    post = "We did it! The bridge is open and dry — Town of Ellmouth (@ellmouth) May 3, 2021"
    assert _label_of([*_PARAGRAPHS[:2], post, *_PARAGRAPHS[2:]], post) == {"body"}


@pytest.mark.parametrize(
    ("line", "label"),
    [
        # A link to another story, of which only the headline was left.
        ("Onion growers expect smallest harvest since records began", "other_story"),
        # A heading takes up a word of what it heads, in whatever form.
        ("Council expects smallest crowd since records began", "subheadline"),
        ("Onion harvest begins", "subheadline"),  # too few words to tell
        ("3) Onion growers expect smallest harvest since records began", "subheadline"),  # an item of a list
    ],
)
def test_a_heading_that_shares_no_word_with_the_text(line: str, label: str) -> None:
    assert _label_of([*_PARAGRAPHS[:2], line, *_PARAGRAPHS[2:]], line) == {label}
