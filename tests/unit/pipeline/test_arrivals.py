"""What arrives changes what it can touch, and nothing else."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from benchmarks.copies import make_corpus

import firsthand
from firsthand.pipeline import workshop

_FIRST, _LATER, _PORTION = 240, 20, 10


def lines(count: int) -> list[str]:
    return [
        json.dumps({"id": each.article, "outlet": each.outlet, "text": each.text, "published": "2031-03-14"}) + "\n"
        for each in make_corpus(count, seed=11).articles
    ]


def add(path: Path, folder: Path, name: str, records: list[str]) -> None:
    corpus = folder / f"{name}.jsonl"
    corpus.write_text("".join(records), encoding="utf-8")
    with firsthand.open(path, must_exist=False, settings={"run.workers": 1}) as archive:
        archive.add([corpus], annotate="later")


def passages(path: Path) -> set[object]:
    with firsthand.open(path) as archive:
        return {(each.a, each.b, each.a_span, each.b_span) for each in archive.passages()}


def shelves(path: Path) -> dict[tuple[str, str], tuple[int, bytes]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT kind, owner, shelf, body FROM shelves").fetchall()
    connection.close()
    return {(kind, owner): (shelf, body) for kind, owner, shelf, body in rows}


def judged(path: Path) -> dict[str, int]:
    connection = sqlite3.connect(path)
    rows = dict(connection.execute("SELECT subject, articles FROM judgements").fetchall())
    connection.close()
    return rows


def test_a_grown_archive_finds_what_a_fresh_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshop, "SMALL_ARCHIVE", 0)
    corpus = lines(_FIRST + _LATER)
    grown, fresh = tmp_path / "grown.firsthand", tmp_path / "fresh.firsthand"
    add(fresh, tmp_path, "all", corpus)
    add(grown, tmp_path, "first", corpus[:_FIRST])
    before = judged(grown)
    for start in range(_FIRST, _FIRST + _LATER, _PORTION):
        add(grown, tmp_path, f"from {start}", corpus[start : start + _PORTION])
        if start == _FIRST:  # a thirtieth more: what was judged from all articles stands
            stock = next(subject for subject in before if subject.startswith("stock"))
            assert judged(grown)[stock] == before[stock] == _FIRST
    assert passages(grown) == passages(fresh)
    assert len(passages(fresh)) > _FIRST // 5


def test_an_article_that_shares_nothing_leaves_the_rest_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.firsthand"
    add(path, tmp_path, "first", lines(60))
    before = shelves(path)
    text = "Zorvik glimmers beneath quintessential umbrellas while marmots juggle seventeen velvet accordions. " * 3
    add(path, tmp_path, "one", [json.dumps({"id": "zzz", "text": text, "published": "2035-01-01"}) + "\n"])
    after = shelves(path)
    new = {key for key in after if key not in before}
    assert {kind for kind, _ in new} == {"origins", "stories"}
    # Stories are told anew with the weights of the whole archive; nothing else is written again.
    untouched = {key for key in before if key[0] != "stories"}
    assert {key: after[key] for key in untouched} == {key: before[key] for key in untouched}


def test_an_article_that_changes_takes_its_old_passages_along(tmp_path: Path) -> None:
    path = tmp_path / "a.firsthand"
    corpus = lines(60)
    add(path, tmp_path, "first", corpus)
    with firsthand.open(path) as archive:
        pair = next(iter(archive.lineage()))
        partners = {each.b for each in archive.lineage() if each.a == pair.a}
    record = json.loads(next(line for line in corpus if json.loads(line)["id"] == pair.a))
    record["text"] = "Wholly other words stand here now, and none of them was ever copied from anybody. " * 4
    add(path, tmp_path, "changed", [json.dumps(record) + "\n"])
    with firsthand.open(path) as archive:
        assert not [each for each in archive.passages() if pair.a in (each.a, each.b)]
        assert not [each for each in archive.lineage() if pair.a in (each.a, each.b)]
        origins = {article: origin.origin for origin in archive.origins() for article in origin.articles}
        assert {row.article: row.origin for row in archive.articles()} == origins
        assert all(origins[pair.a] != origins[partner] for partner in partners)
        assert [version.article for version in archive.versions()]


def test_a_document_that_shows_two_articles_to_be_one_takes_one_away(tmp_path: Path) -> None:
    path = tmp_path / "a.firsthand"
    address = "https://gazette.example/2031/03/the-bridge-at-orvik"
    text = "The bridge at Orvik was closed on Friday after an inspection found two cracked beams. " * 3
    add(path, tmp_path, "1", [json.dumps({"id": "a", "text": text, "outlet": "Gazette"}) + "\n"])
    add(path, tmp_path, "2", [json.dumps({"id": "b", "text": text + "It stays shut.", "url": address}) + "\n"])
    add(path, tmp_path, "3", [json.dumps({"id": "a", "text": text + "It is open again.", "url": address}) + "\n"])
    with firsthand.open(path) as archive:
        rows = {row.article: row for row in archive.articles()}
        assert list(rows) == ["a"]
        assert rows["a"].urls == (address,)
        assert [origin.articles for origin in archive.origins()] == [("a",)]
        assert [story.articles for story in archive.stories()] == [("a",)]
        assert not list(archive.lineage())
