"""The bundled sample agrees with itself: every answer stands in its article. Nothing of the program is used."""

import html
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).parents[3] / "src" / "firsthand" / "sample"
ARTICLES: dict[str, dict[str, Any]] = {
    row["id"]: row for row in map(json.loads, (SAMPLE / "articles.jsonl").read_text(encoding="utf-8").splitlines())
}
ANSWERS: dict[str, Any] = json.loads((SAMPLE / "answers.json").read_text(encoding="utf-8"))
HAPPENINGS = {"ferry", "summit", "rail", "third", "court", "stone"}


def visible_text(page: str) -> str:
    page = re.sub(r"(?is)<(head|script|style)\b.*?</\1>|<!--.*?-->", " ", page)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


TEXTS = {name: row["text"] if "text" in row else visible_text(row["html"]) for name, row in ARTICLES.items()}


def find(text: str, quote: str, nth: int = 0, start: int = 0) -> int:
    place = start - 1
    for _ in range(nth + 1):
        place = text.find(quote, place + 1)
        if place < 0:
            return -1
    return place


def quoted(node: Any, article: str | None = None) -> list[tuple[str, str, int]]:
    """Every quote below `node` with its article; inside `articles` the key names the article."""
    if isinstance(node, list):
        return [found for part in node for found in quoted(part, article)]
    if not isinstance(node, dict):
        return []
    article = node.get("article", article)
    here = [(article, node["quote"], node.get("nth", 0))] if "quote" in node and article else []
    return here + [found for part in node.values() for found in quoted(part, article)]


def every_quote() -> list[tuple[str, str, int]]:
    inside = [found for name, answer in ANSWERS["articles"].items() for found in quoted(answer, name)]
    return inside + quoted({section: node for section, node in ANSWERS.items() if section != "articles"})


def test_every_quote_stands_in_its_article() -> None:
    quotes = every_quote()
    assert len(quotes) > 400
    missing = [(name, quote, nth) for name, quote, nth in quotes if not quote or find(TEXTS[name], quote, nth) < 0]
    assert not missing


def test_every_passage_stands_in_both_articles() -> None:
    for pair in ANSWERS["reuse"]:
        for passage in pair["passages"]:
            assert passage["kind"] in {"verbatim", "edited", "caption"}
            for side in "ab":
                text = TEXTS[pair[side]]
                start = find(text, passage[f"{side}_from"], passage.get(f"{side}_nth", 0))
                end = find(text, passage[f"{side}_to"], 0, start)
                assert start >= 0, (pair["a"], pair["b"], passage)
                assert end >= start, (pair["a"], pair["b"], passage)


def test_verbatim_passages_are_equal_but_for_marks_and_space() -> None:
    def plain(text: str) -> str:
        return " ".join(re.sub("[“”‘’´\"']", "'", text).split())

    for pair in ANSWERS["reuse"]:
        for passage in pair["passages"]:
            sides = []
            for side in "ab":
                text = TEXTS[pair[side]]
                start = find(text, passage[f"{side}_from"], passage.get(f"{side}_nth", 0))
                end = find(text, passage[f"{side}_to"], 0, start) + len(passage[f"{side}_to"])
                sides.append(plain(text[start:end]))
            assert (sides[0] == sides[1]) == (passage["kind"] != "edited"), (pair["a"], pair["b"], passage)


def test_written_fields_stand_in_the_text() -> None:
    for name, answer in ANSWERS["articles"].items():
        for field in ("byline", "dateline"):
            assert answer[field] is None or answer[field] in TEXTS[name], (name, field)
    for utterance in ANSWERS["utterances"]:
        for said in utterance["instances"]:
            assert said["speaker_as_written"] is None or said["speaker_as_written"] in TEXTS[said["article"]], said


def test_size_of_the_sample() -> None:
    assert len(ARTICLES) >= 30
    assert ARTICLES.keys() == ANSWERS["articles"].keys()
    outlets = {answer["outlet"] for answer in ANSWERS["articles"].values() if answer["kind"] == "article"} - {None}
    assert len(outlets) >= 10
    assert {answer["about"] for answer in ANSWERS["articles"].values()} == HAPPENINGS
    assert sum("html" in row for row in ARTICLES.values()) == 3
    for name, row in ARTICLES.items():
        assert ("text" in row) != ("html" in row), name
        assert len(row.get("text", "")) <= 6000, name
        assert 150 <= len(TEXTS[name].split()) <= 600, name


def test_every_article_is_in_one_story() -> None:
    placed = Counter(name for story in ANSWERS["stories"] for name in story["articles"])
    assert placed == Counter(ARTICLES.keys())
    for story in ANSWERS["stories"]:
        assert {ANSWERS["articles"][name]["about"] for name in story["articles"]} == {story["happening"]}
    assert ["summit", "third"] in ANSWERS["storylines"]
    assert all("rail" not in line for line in ANSWERS["storylines"])


def test_origins_part_each_story() -> None:
    placed = Counter(name for origin in ANSWERS["origins"] for name in origin)
    assert placed == Counter(ARTICLES.keys())
    for origin in ANSWERS["origins"]:
        assert len({ANSWERS["articles"][name]["about"] for name in origin}) == 1, origin
        if len(origin) > 1:
            assert all(ANSWERS["articles"][name]["origin"] == "copy" for name in origin[1:]), origin


def test_pairs_are_copied_or_not() -> None:
    copied = {frozenset((pair["a"], pair["b"])) for pair in ANSWERS["reuse"]}
    apart = {frozenset((pair["a"], pair["b"])) for pair in ANSWERS["not_copied"]}
    assert not copied & apart
    assert len(copied) == len(ANSWERS["reuse"])
    assert {pair["direction"] for pair in ANSWERS["reuse"]} <= {"a->b", "b->a", "common source", "unknown"}


def test_figures_and_utterances_are_told_by_several() -> None:
    for figure in ANSWERS["figures"]:
        assert len({value["article"] for value in figure["values"]}) > 1, figure["what"]
    for utterance in ANSWERS["utterances"]:
        assert len({said["article"] for said in utterance["instances"]}) > 1, utterance["utterance"]
    assert {figure["relation"] for figure in ANSWERS["figures"]} == {"agree", "precision", "update", "contradiction"}
    assert {said["alteration"] for utterance in ANSWERS["utterances"] for said in utterance["instances"]} == {
        "verbatim", "truncated", "spliced", "reworded", "translated", "made_indirect", "hedge_removed", "other_speaker",
    }  # fmt: skip


DIRT = {
    "menu words run together": r"Home(?:News)?(?:World|Showbiz|Traffic)|HomeNewsWorld",
    "share": r"(?m)^Share",
    "advertisement": r"(?m)^Advertisement$",
    "read more": r"(?i)(?m)^read more: ",
    "newsletter": r"inbox every morning",
    "agency photo credit": r"Photo: Reuters/",
    "copyright": r"©|Copyright",
    "cookies": r"We use cookies",
    "updated": r"(?m)^Updated",
    "byline glued to the text": r"By Owen PascallRescue",
    "acute accent for an apostrophe": r"\w´s\b",
    "double space": r"\S  \S",
    "no-break space": "\u00a0",
    "typographic quotes": "“",
    "single quotes": "‘",
    "German quotes": "„",
    "guillemets": "«",
    "dateline with bracketed agency": r"PORT EMERIC, March 4 \(Reuters\) - ",
    "dateline with dash": r"ARDESH \(AFP\) — ",
    "dateline with a known agency in slashes": r"BELOGOR, May 28\. /TASS/\. ",
    "dateline with an unknown agency in slashes": r"/DTA/\. ",
    "tweet": r"— Quill Weather \(@quillweather\)",
    "contributed": r"Reuters contributed to this report",
}


@pytest.mark.parametrize("kind", DIRT)
def test_dirt_is_there(kind: str) -> None:
    assert any(re.search(DIRT[kind], text) for text in TEXTS.values())


def test_dates_and_fields_are_wrong_or_missing() -> None:
    published = {name: row.get("published") for name, row in ARTICLES.items()}
    assert published["ferry-courier-1"] == "2025-04-03"
    assert published["rail-pioneer-1"].startswith("2023-11")
    assert published["summit-ardesh-1"].startswith("2035")
    assert published["third-ardesh-1"].startswith("1970")
    undated = {name for name, value in published.items() if value is None and "text" in ARTICLES[name]}
    assert {"ferry-observer-1", "third-wayfare-1", "stone-note-1"} == undated
    assert ANSWERS["articles"]["ferry-courier-1"]["headline"] is None
    assert ARTICLES["stone-note-1"].keys() == {"id", "text"}
    assert sum("outlet" not in row for row in ARTICLES.values()) >= 2


def test_a_caption_is_doubled_and_a_tweet_stands_in_two_outlets() -> None:
    assert TEXTS["ferry-lantern-1"].count("Photo: Reuters/Marta Olvidal") == 2
    tweet = "Well that was NOT thunder."
    assert sum(tweet in text for text in TEXTS.values()) == 2


def test_languages() -> None:
    assert Counter(answer["language"] for answer in ANSWERS["articles"].values()) == {"en": 35, "de": 1, "ru": 1}


def test_every_address_is_reserved_and_names_one_outlet() -> None:
    owners: dict[str, str] = {}
    for name, row in ARTICLES.items():
        if "url" in row:
            host = row["url"].split("/")[2]
            assert host.endswith(".example"), name
            outlet = ANSWERS["articles"][name]["outlet"]
            assert owners.setdefault(host, outlet) == outlet, name
    assert len(set(owners.values())) == len(owners)


def test_no_two_people_share_a_surname() -> None:
    speakers = {utterance["speaker"] for utterance in ANSWERS["utterances"]} - {"Torvane Chemicals"}
    surnames = Counter(person.split()[-1] for person in speakers)
    assert max(surnames.values()) == 1
