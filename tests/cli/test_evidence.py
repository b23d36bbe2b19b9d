"""`firsthand evidence` and the forms of a report for other programs, on a real archive of two texts."""

from __future__ import annotations

import json
import zipfile

import pytest
from click.testing import CliRunner

import firsthand
from firsthand.cli import firsthand as command

TEXTS = {
    "ferry-1": "The ferry Merganser ran aground off Harrowmere on Tuesday evening, and nine passengers were hurt. ",
    "mill-1": "A mill burned in Oldbeck on Friday night; the owner, Jonna Pell, was away at the harvest fair. ",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("evidence")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text * 3, encoding="utf-8")
    path = folder / "a.firsthand"
    with firsthand.open(path, must_exist=False) as opened:
        opened.add([folder / f"{name}.txt" for name in TEXTS], annotate="later", workers=1)
    return path


@pytest.fixture
def story(archive):
    with firsthand.open(archive) as opened:
        return opened.article("ferry-1").story


def run(*words):
    return CliRunner().invoke(command, [str(word) for word in words])


def test_a_pack_is_written_and_passes_its_check(archive, story, tmp_path):
    pack = tmp_path / "proof.zip"
    done = run("evidence", archive, "--story", story, "-o", pack)
    assert done.exit_code == 0
    assert json.loads(done.stdout) == {"evidence": str(pack), "articles": 1}
    with zipfile.ZipFile(pack) as file:
        assert file.read("originals/0001.bin") == (TEXTS["ferry-1"] * 3).encode()
        assert json.loads(file.read("manifest.json"))["runs"][0]["verb"] == "add"
    checked = run("evidence", pack, "--check")
    assert (checked.exit_code, checked.stdout) == (0, "")
    assert "All is as it was packed." in checked.stderr
    again = tmp_path / "again.zip"
    run("evidence", archive, "--story", story, "-o", again)
    assert again.read_bytes() == pack.read_bytes()


def test_a_changed_pack_is_told_line_by_line(archive, story, tmp_path):
    pack = tmp_path / "proof.zip"
    run("evidence", archive, "--story", story, "-o", pack)
    with zipfile.ZipFile(pack) as file:
        file.extractall(tmp_path / "out")
    (tmp_path / "out" / "texts" / "0001.txt").write_text("another", encoding="utf-8")
    checked = run("evidence", tmp_path / "out", "--check")
    assert checked.exit_code == 1
    assert "texts/0001.txt" in json.loads(checked.stdout)["wrong"]


@pytest.mark.parametrize(
    "words", [(), ("--story", "x"), ("-o", "x.zip"), ("--check", "--story", "x"), ("--story", "nothing", "-o", "x.zip")]
)
def test_wrong_words_are_refused(archive, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    assert run("evidence", archive, *words).exit_code in {1, 2}
    assert not (tmp_path / "x.zip").exists()


def test_what_is_no_pack_is_told_in_one_line(archive):
    checked = run("evidence", archive, "--check")
    assert checked.exit_code == 1
    assert "cannot be checked" in checked.stderr
    assert checked.stderr.count("\n") == 1


def test_a_story_for_other_programs(archive, story, tmp_path):
    assert run("report", archive, "--story", story, "--as", "jsonld", "-o", tmp_path / "x.jsonld").exit_code == 0
    assert json.loads((tmp_path / "x.jsonld").read_text())["@graph"][0]["identifier"] == story
    assert run("report", archive, "--story", story, "--as", "timelinejs", "-o", tmp_path / "x.json").exit_code == 0
    assert "events" in json.loads((tmp_path / "x.json").read_text())
    assert run("report", archive, "--as", "jsonld", "-o", tmp_path / "y").exit_code == 2


def test_a_report_speaks_german_where_it_is_asked(archive, tmp_path):
    assert run("report", archive, "--language", "de", "-o", tmp_path / "x.html").exit_code == 0
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert '<html lang="de">' in page
    assert "Geschichten nach unabhängigen Quellen" in page
