from __future__ import annotations

import random

import pytest

from firsthand.model import OutletRepeat, RawDocument, Reading, SegmentLabel, Source
from firsthand.reading import ReadingSettings, judge_repeats, mark_lines, read_article, repeats_by_article
from firsthand.reading.outlet_repeats import LineMarks

# Reports of different affairs, three paragraphs each: no two share a line.
_AFFAIRS = {
    "bridge": [
        "The new bridge over the Ell was opened on Monday, eleven years after the old one was washed away by a flood.",
        "About 400 people walked across it in the rain, the council of Ellmouth said in a statement on the ceremony.",
        "Builders had to stop work twice because the river carried more water than engineers had reckoned with.",
    ],
    "ferry": [
        "Ferries between Port Anders and the islands will stay in harbour until Thursday because of a strike of crews.",
        "The union wants shorter shifts in winter; the shipping company offered three more days of leave a year.",
        "Islanders have stocked up on flour and lamp oil, and the baker of Skerry closed his shop on Tuesday at noon.",
    ],
    "school": [
        "A school in Harbour City has to move its pupils to a gymnasium after mould was found behind the blackboards.",
        "Parents had complained of headaches since autumn, a spokeswoman of the education office told reporters.",
        "The building dates from 1961 and was to be renovated in two years; lessons go on in the sports hall.",
    ],
    "orchard": [
        "Late frost has ruined nine tenths of the cherry harvest in the valley of the Tarn, growers said on Friday.",
        "Cider makers do not expect shortages, as apples bloom later and were still closed in the coldest night.",
        "The last loss of this size was in 1997, when snow fell on the blossoms in the first week of May.",
    ],
    "museum": [
        "Thieves broke into the clock museum of Neustadt at night and took a pocket watch worth half a million.",
        "They came through a skylight and left by the front door, whose alarm had been switched off for repairs.",
        "Detectives look for a grey van that was seen in the square shortly before three in the morning.",
    ],
}
_PROMPT = "No one covers the coast better than we do, and with your support every story stays free to read."
_NOTE = "The Harbour Gazette belongs to a foundation and takes no money from parties or their friends."
_BACKGROUND = "The council has debated the crossing for decades, and three mayors lost their office over its price."


def _read(
    article: str, lines: list[str], outlet: str | None = "Harbour Gazette", repeats: frozenset[str] = frozenset()
):
    document = RawDocument(
        article=article, text="\n".join(lines), outlet=outlet, source=Source(sha256="0", bytes_kept=0), original=b""
    )
    return read_article(document, ReadingSettings(), repeats)


def _with_line(line: str, *, place: int = 3) -> list[Reading]:
    return [_read(name, [*told[:place], line, *told[place:]]) for name, told in _AFFAIRS.items()]


def _judge(readings: list[Reading]) -> dict[str, OutletRepeat]:
    texts = {one.article.article: one.article.text for one in readings}
    judged = judge_repeats(map(mark_lines, readings))
    return {texts[one.article][slice(*one.span)]: one for one in judged}


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (_PROMPT, 3),
        (_PROMPT, 1),
        ("Choose the plan that fits you.", 3),
        ("Good reading from the coast", 1),
        ("Write to the desk at desk@harbourgazette.com or call 555-0100 until six in the evening.", 3),
        (_NOTE, 3),
    ],
)
def test_what_stands_in_unlike_articles_belongs_to_the_outlet(line: str, place: int) -> None:
    judged = _judge(_with_line(line, place=place))
    assert list(judged) == [line]
    assert judged[line].outlet == "Harbour Gazette"
    assert judged[line].article == "bridge"
    assert judged[line].articles == 5
    assert "5 of them unlike one another" in judged[line].reason


def test_case_blanks_and_digits_do_not_matter() -> None:
    lines = [
        "Good reading from the coast, week 12",
        "GOOD READING  FROM THE COAST, WEEK 3",
        "good reading from the coast, week 40",
        "Good Reading from the Coast, Week 41",
    ]
    readings = [
        _read(name, [*told[:2], line, told[2]]) for (name, told), line in zip(_AFFAIRS.items(), lines, strict=False)
    ]
    assert len(_judge(readings)) == 1


@pytest.mark.parametrize("count", [0, 1, 2])
def test_two_articles_are_no_evidence(count: int) -> None:
    assert _judge(_with_line(_PROMPT)[:count]) == {}


def test_a_paragraph_that_does_not_speak_to_its_reader_needs_more() -> None:
    assert _judge(_with_line(_NOTE)[:3]) == {}
    assert _judge(_with_line(_PROMPT)[:3]) != {}


def test_copies_and_states_of_one_article_are_no_evidence() -> None:
    told = _AFFAIRS["bridge"]
    readings = [_read(f"{number}", [*told, f"Update {number * 'and more '}followed", _PROMPT]) for number in range(6)]
    assert _judge(readings) == {}
    assert _judge([*readings, *_with_line(_PROMPT)[:2]]) == {}
    assert _judge([*readings, *_with_line(_PROMPT)[1:3]]) != {}


def test_background_in_reports_of_one_affair_stays_body() -> None:
    follow_ups = [
        [
            "The council met on Tuesday to talk of the crossing over the Ell.",
            "The mayor left before the vote was taken.",
        ],
        ["A court stopped the building of the crossing for a week.", "Neighbours of the price for it had gone to law."],
        ["The crossing will cost twice what was said, the council heard.", "Two of three mayors were in the room."],
        ["Divers found an anchor where the crossing shall stand.", "The council gives it to the museum for decades."],
        ["The crossing is open, and the council made a feast.", "Three mayors cut the ribbon, and nobody left office."],
    ]
    readings = [_read(f"{number}", [*told, _BACKGROUND]) for number, told in enumerate(follow_ups)]
    assert _judge(readings) == {}


@pytest.mark.parametrize(
    "line",
    [
        "“We never comment on what is before the courts,” the ministry said.",
        "The ministry said that it would not comment.",
        "Shares of the harbour company closed 1.2 percent higher at 30.40 crowns in the trade of the day before.",
        "Ann Lowell",
        "By Ann Lowell, Port Anders",
        "— Ann Lowell (@annlowell)",
        "*",
        "No.",
    ],
)
def test_speech_figures_and_names_stay_body(line: str) -> None:
    assert _judge(_with_line(line)) == {}


def test_outlets_are_judged_apart_and_only_where_they_are_known() -> None:
    told = list(_AFFAIRS.items())
    readings = [_read(name, [*lines, _PROMPT], outlet="Harbour Gazette") for name, lines in told[:2]]
    readings += [_read(name, [*lines, _PROMPT], outlet="Port Anders Post") for name, lines in told[2:4]]
    readings += [_read(name, [*lines, _PROMPT], outlet=None) for name, lines in told]
    assert _judge(readings) == {}


def test_the_order_of_articles_changes_nothing() -> None:
    readings = [*_with_line(_PROMPT), *(_read(f"copy of {one}", [*_AFFAIRS[one], _PROMPT, _NOTE]) for one in _AFFAIRS)]
    marks = [mark_lines(one) for one in readings]
    judged = judge_repeats(marks)
    assert len(judged) == 2
    for seed in range(5):
        assert judge_repeats(random.Random(seed).sample(marks, len(marks))) == judged


def test_the_articles_touched_are_read_again_without_the_line() -> None:
    readings = [
        *_with_line(_PROMPT),
        _read("plain", ["Nothing was open on Sunday but the lighthouse.", *_AFFAIRS["ferry"]]),
    ]
    marks = [mark_lines(one) for one in readings]
    touched = repeats_by_article(marks, judge_repeats(marks))
    assert sorted(touched) == sorted(_AFFAIRS)
    again = _read("ferry", [*_AFFAIRS["ferry"], _PROMPT], repeats=touched["ferry"])
    text = again.article.text
    assert [text[slice(*span)] for span in again.article.body] == ["\n".join(_AFFAIRS["ferry"])]
    assert again.segments[-1].label not in {SegmentLabel.BODY, SegmentLabel.SUBHEADLINE}
    assert text[slice(*again.segments[-1].span)] == _PROMPT


def test_a_text_of_repeats_alone_is_set_aside() -> None:
    readings = _with_line(_PROMPT)
    digests = repeats_by_article(map(mark_lines, readings), judge_repeats(map(mark_lines, readings)))["ferry"]
    again = _read("empty", [_PROMPT], repeats=digests)
    assert again.article.body == ()
    assert again.set_aside
    assert mark_lines(again) == LineMarks(article="empty", outlet="Harbour Gazette")
