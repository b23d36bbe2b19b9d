"""Results on standard output: for tools in a pipe, for people on a terminal, with hostile texts made safe."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from firsthand.errors import (
    InputError,
)
from firsthand.model import (
    Version,
)

HOSTILE = ("\x1b", "\x9b", "\u202e")


def test_stories_are_json_lines_in_a_pipe(runner, archive, rows):
    result = runner.run("stories", "x.firsthand")
    assert result.exit_code == 0
    assert [row["story"] for row in rows(result.stdout)] == ["s-1"]
    assert result.stderr == ""


def test_stories_are_a_table_on_a_terminal(terminal, archive):
    result = terminal.run("stories", "x.firsthand")
    assert "origins (at" in result.stdout
    assert "s-1" in result.stdout
    assert not result.stdout.startswith("{")


def test_stories_with_the_most_origins_come_first(runner, archive, rows):
    one = archive.dossier.story
    archive.stories = lambda: iter([replace(one, story=f"s-{count}", origins=count) for count in (1, 3, 2)])
    assert [row["origins"] for row in rows(runner.run("stories", "x.firsthand").stdout)] == [3, 2, 1]


def test_nothing_found_is_said_without_an_empty_table(terminal, archive):
    archive.search = lambda query, limit: []
    result = terminal.run("search", "x.firsthand", "nothing")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing found." in result.stderr


def test_stories_as_csv(runner, archive):
    (row,) = csv.DictReader(io.StringIO(runner.run("stories", "x.firsthand", "--format", "csv").stdout, newline=""))
    assert row["story"] == "s-1"
    assert json.loads(row["articles"]) == ["a", "b"]


def test_one_story_for_people(terminal, archive):
    out = terminal.run("stories", "x.firsthand", "s-1").stdout
    assert "2 articles, 2 known outlets, at most 2 independent origins, one of them mixed." in out
    assert "Twelve died on Friday" in out
    assert "Ada Lund" in out
    assert "“The sea was rough" in out
    assert "90% alike, b from a" in out
    assert "1 of 2 articles are not annotated" in out


def test_a_story_for_people_tells_equal_words_once_and_counts_indirect_speech(terminal, archive):
    first = archive.dossier.annotations["a"].quotations[0]
    reported = replace(first, quotation="q2", kind="indirect")
    copy = replace(archive.dossier.articles[0], article="c", outlet=None)
    archive.dossier = replace(
        archive.dossier,
        articles=(*archive.dossier.articles, copy),
        annotations={
            "a": replace(archive.dossier.annotations["a"], quotations=(first, reported)),
            "c": replace(archive.dossier.annotations["a"], article="c", quotations=(replace(first, article="c"),)),
        },
        timeline=(replace(archive.dossier.timeline[0], supports=(("c", first.span),)),),
    )
    out = terminal.run("stories", "x.firsthand", "s-1").stdout
    assert out.count("“The sea was rough") == 1
    assert "[a], c\n" in out.replace("\r", "")
    assert "a, c" in out.split("Quotations by speaker")[0]
    assert "Not shown: 1 in indirect speech. firsthand export x.firsthand quotations has all." in out


def test_one_story_as_json_has_the_words_of_its_spans(runner, archive, rows):
    (row,) = rows(runner.run("stories", "x.firsthand", "s-1").stdout)
    assert row["headline_number"].startswith("2 articles")
    assert row["timeline"][0]["words"].startswith("NORHAVEN - Twelve")
    assert row["passages"][0]["b_words"] == "NORHAVEN - Thirteen died on Friday."
    assert row["quotations"][0]["speaker_name"] == "Ada Lund"
    assert [origin["mixed"] for origin in row["origins"]] == [False, True]


def test_an_unknown_story_is_one_line_with_the_mend(runner, archive):
    result = runner.run("stories", "x.firsthand", "nope")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "firsthand: There is no story nope. List them.\n"


@pytest.mark.parametrize(
    "words",
    [
        ["stories", "x"],
        ["stories", "x", "s-1"],
        ["inspect", "x", "a"],
        ["compare", "x", "a", "b"],
        ["search", "x", "ferry"],
        ["lineage", "x"],
        ["lineage", "x", "--format", "dot"],
        ["lineage", "x", "--format", "graphml"],
        ["stories", "x", "--format", "jsonl"],
        ["stories", "x", "s-1", "--format", "csv"],
        ["search", "x", "ferry", "--format", "csv"],
        ["export", "x", "articles"],
        ["export", "x", "articles", "--format", "csv"],
        ["export", "x", "stories"],
    ],
)
def test_no_text_acts_on_a_terminal(terminal, archive, words):
    result = terminal.run(*words)
    assert result.exit_code == 0
    assert "\x1b[31mred" not in result.stdout
    out = re.sub(r"\x1b\[[\d;]*m", "", result.stdout)  # the colours of our own tables
    assert "ferry" in out.lower() or "rewrite" in out
    for character in HOSTILE:
        assert character not in out


def test_json_on_a_terminal_has_the_same_values(terminal, runner, archive, rows):
    assert rows(terminal.run("export", "x", "articles").stdout) == rows(runner.run("export", "x", "articles").stdout)


def test_errors_are_made_safe_too(runner, archive):
    archive.failure = InputError("bad \x1b[2J\u202ename", "mend")
    assert not any(character in runner.run("stories", "x").stderr for character in HOSTILE)


def test_a_story_for_people_names_the_articles_that_changed(terminal, archive):
    assert "Changed after publication" not in terminal.run("stories", "x", "s-1").stdout
    states = (Version(article="a", version=1), Version(article="a", version=2))
    archive.dossier = replace(archive.dossier, versions={"a": states})
    assert "Changed after publication: a (2 states)." in terminal.run("stories", "x", "s-1").stdout
