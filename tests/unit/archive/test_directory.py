"""What lists are made from, over a real archive of a few invented texts."""

from __future__ import annotations

import json

import pytest

import firsthand
from firsthand.archive import ArchiveReader

TEXTS = {
    "ferry-1": ("Port Ledger", "en", "The ferry Merganser ran aground off Harrowmere on Tuesday, and nine were hurt."),
    "ferry-2": ("Isles Gazette", "en", "Nine people were hurt as the Merganser struck the Tarn Bank near Harrowmere."),
    "mill-1": ("Port Ledger", "en", "A mill burned in Oldbeck on Friday night; the owner, Jonna Pell, was away."),
    "mill-2": (None, "de", "In Oldbeck ist am Freitagabend eine alte Mühle abgebrannt, verletzt wurde niemand."),
}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    folder = tmp_path_factory.mktemp("directory")
    lines = [
        {"id": name, "title": f"Title of {name}", "text": text * 4, "language": language}
        | ({"outlet": outlet} if outlet else {})
        for name, (outlet, language, text) in TEXTS.items()
    ]
    (folder / "texts.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with firsthand.open(folder / "a.firsthand", must_exist=False) as archive:
        archive.add([folder / "texts.jsonl"], annotate="later", workers=1)
    return folder / "a.firsthand"


@pytest.fixture
def directory(path):
    reader = ArchiveReader(path)
    yield reader.directory
    reader.close()


def test_places_languages_and_outlets(directory):
    places = {place.article: place for place in directory.places()}
    assert list(places) == sorted(TEXTS)
    assert places["mill-2"].outlet is None
    assert dict(directory.languages(places)) == {name: language for name, (_, language, _) in TEXTS.items()}
    assert dict(directory.languages(["nothing"])) == {}
    assert directory.articles_of("Port Ledger", 9) == ["mill-1", "ferry-1"]
    assert directory.articles_of("Port Ledger", 1) == ["mill-1"]
    assert (directory.count(), directory.count_of("Port Ledger")) == (4, 2)


def test_what_matches_is_ranked_and_bounded(directory):
    every = directory.find('"harrowmere"', 0, 9, at_most=9)
    assert set(every.articles) == {"ferry-1", "ferry-2"}
    assert (every.matches, every.is_all) == (2, True)
    assert directory.find('"harrowmere"', 1, 9, at_most=9).articles == every.articles[1:]
    one = directory.find('"harrowmere"', 0, 9, at_most=1)
    assert (one.articles, one.matches, one.is_all) == (("ferry-2",), 1, False)


def test_stories_that_hold_a_name(path, directory):
    with firsthand.open(path) as archive:
        story = {name: archive.article(name).story for name in TEXTS}
    assert directory.stories_holding('"jonna pell"') == {story["mill-1"]}
    assert directory.stories_holding('"nobody"') == set()


def test_the_state_changes_with_every_run(path, tmp_path):
    copy = tmp_path / "copy.firsthand"
    copy.write_bytes(path.read_bytes())
    with firsthand.open(copy) as archive:
        before = archive.desk.state()
        assert archive.desk.state() == before
        archive.remove("mill-2")
        assert archive.desk.state() != before
        assert archive.desk.count() == 3


def test_a_search_of_the_desk_finds_what_search_finds(path):
    with firsthand.open(path) as archive:
        found = archive.desk.find("harrowmere nine", 0, 10)
        assert {hit.article for hit in found.hits} == {hit.article for hit in archive.search("harrowmere nine")}
        assert all(hit.marks for hit in found.hits)
