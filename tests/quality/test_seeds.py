"""The first real case: five articles on one affair, as a user gets them from `add` and `export`.

The articles are other people's text, so places in them are named by offset, never by words.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.quality.measure import export_set, labelled_data, read_sets

pytestmark = pytest.mark.quality
DATA = labelled_data()
if DATA is None:
    pytest.skip("the labelled data is not beside the project", allow_module_level=True)

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    assert DATA is not None
    seeds = next(labelled for labelled in read_sets() if labelled.name == "gold/seeds")
    out = export_set(seeds, DATA, tmp_path_factory.mktemp("seeds"))
    return {path.stem: [json.loads(line) for line in path.read_text().splitlines()] for path in out.glob("*.jsonl")}


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    assert DATA is not None
    found: dict[str, Any] = json.loads(Path(DATA, "gold", "seeds", "seeds.json").read_text())
    return found


def article(rows: Rows, name: str) -> dict[str, Any]:
    return next(row for row in rows["articles"] if row["article"] == name)


def overlaps(span: list[int], other: list[int]) -> bool:
    return min(span[1], other[1]) > max(span[0], other[0])


def test_three_stories_in_one_storyline_with_reasons(rows: Rows) -> None:
    assert sorted(sorted(story["articles"]) for story in rows["stories"]) == [["000", "003", "004"], ["001"], ["002"]]
    assert len(rows["storylines"]) == 1
    assert sorted(rows["storylines"][0]["stories"]) == sorted(story["story"] for story in rows["stories"])
    assert all(link["reasons"] for link in rows["storylines"][0]["links"])
    assert all(member["reasons"] for story in rows["stories"] for member in story["members"])


def test_two_articles_are_linked_by_the_text_they_share(rows: Rows) -> None:
    assert [(link["a"], link["b"]) for link in rows["lineage"]] == [("003", "004")]
    link = rows["lineage"][0]
    assert 0.6 <= link["containment_a"] <= 0.8
    assert 0.3 <= link["containment_b"] < 0.5
    assert link["direction"] in {"unknown", "common source"}


def test_origins(rows: Rows) -> None:
    origin_of = {name: origin for origin in rows["origins"] for name in origin["articles"]}
    assert len({origin_of[name]["origin"] for name in ("000", "003", "004")}) == 3
    assert origin_of["004"]["mixed"]
    assert not origin_of["000"]["mixed"]
    assert not origin_of["000"]["borrows_from"]
    story = next(story for story in rows["stories"] if "000" in story["articles"])
    assert (len(story["articles"]), story["outlets"], story["origins"]) == (3, 2, 3)


def test_the_agencys_own_report(rows: Rows) -> None:
    row = article(rows, "000")
    assert row["outlet"] == "TASS"
    assert row["published"] == "2017-11-01T20:31+03:00"
    assert row["dateline"].casefold() == "tehran"
    assert row["agencies"] == ["TASS"]


def test_days_are_known_or_left_open(rows: Rows, gold: dict[str, Any]) -> None:
    row = article(rows, "001")
    assert (row["published"], row["published_not_before"], row["event_date"]) == (None, "2017-11-13", "2017-11-13")
    assert row["why_null"]["published"]
    day = article(rows, "002")["event_date"]
    assert day is None or day.startswith("2015-11")
    assert (article(rows, "002")["published"] or "2015").startswith("2015")
    for name in ("000", "003", "004"):
        assert article(rows, name)["event_date"] == gold["articles"][name]["event_date"]


def test_junk_is_outside_the_body(rows: Rows, gold: dict[str, Any]) -> None:
    for name, expected in gold["articles"].items():
        text = article(rows, name)["text"]
        body = {place for start, end in article(rows, name)["body"] for place in range(start, end)}
        for start, end in expected["junk_spans"]:
            assert not [place for place in range(start, end) if place in body and not text[place].isspace()]


def test_a_wording_stands_in_one_and_not_in_the_other(rows: Rows, gold: dict[str, Any]) -> None:
    # The edited passage that opens with a nickname in the one article and with a name in the other.
    opening = gold["reuse"][0]["passages"][1]
    found = [row for row in rows["wording"] if (row["a"], row["b"]) == ("003", "004")]
    text = article(rows, "003")["text"]
    start = opening["a"][0]
    first_words = " ".join(text[start : start + 24].split()[:3])
    standing = [words for row in found for words in (*row["only_a"], *(pair[0] for pair in row["differs"]))]
    assert any(first_words in words for words in standing)
    assert first_words not in article(rows, "004")["text"]


def test_the_planned_congress_is_on_the_timeline(rows: Rows, gold: dict[str, Any]) -> None:
    planned = next(figure for figure in gold["figures"] if figure["what"].startswith("planned"))
    lines = [line for line in rows["timeline"] if line["date"] == planned["values"][0]["value"]]
    assert [line["status"] for line in lines] == ["planned"]
    told = {lines[0]["article"], *(name for name, _ in lines[0]["supports"])}
    assert told == {value["article"] for value in planned["values"]}


def test_direct_quotations_have_their_speakers(rows: Rows, gold: dict[str, Any]) -> None:
    for quote in gold["quotes"]:
        for instance in quote["instances"]:
            if instance["kind"] != "direct":
                continue
            found = [
                row
                for row in rows["quotations"]
                if row["article"] == instance["article"] and overlaps(row["span"], instance["span"])
            ]
            assert any(quote["speaker"].split()[-1] in (row["speaker_name"] or "") for row in found), instance


def test_each_saying_is_one_utterance_with_what_was_altered(rows: Rows, gold: dict[str, Any]) -> None:
    for quote in gold["quotes"]:
        said = [
            [
                each["alteration"]
                for instance in quote["instances"]
                for each in row["instances"]
                if each["article"] == instance["article"] and overlaps(each["span"], instance["span"])
            ]
            for row in rows["utterances"]
        ]
        [alterations] = [found for found in said if len(found) == len(quote["instances"])]
        is_worded_differently = len({instance["alteration"] for instance in quote["instances"]}) > 1
        assert (len(set(alterations)) > 1) == is_worded_differently, quote["speaker"]


def test_every_span_lies_in_its_text(rows: Rows) -> None:
    length = {row["article"]: len(row["text"]) for row in rows["articles"]}
    for kind in ("segments", "times", "mentions", "quotations", "timeline"):
        for row in rows[kind]:
            start, end = row["span"]
            assert 0 <= start < end <= length[row["article"]], (kind, row)
