"""`firsthand correct`, with a fake archive below it."""

from __future__ import annotations

import pytest

HOSTILE = "\x1b\x9b\u202e"


def asked(archive, verb):
    return [arguments for name, arguments in archive.calls if name == verb]


@pytest.mark.parametrize(
    ("words", "of"),
    [
        (["merge", "s-1", "s-2", "s-3"], ("s-1", "s-2", "s-3")),
        (["split", "s-1", "a"], ("s-1", "a")),
        (["name", "s-1", "The", "last crossing"], ("s-1", "The last crossing")),
        (["not-a-copy", "a", "b"], ("a", "b")),
    ],
)
def test_what_was_named_is_handed_on(runner, archive, rows, words, of):
    result = runner.run("correct", "x", *words, "--by", "Mara")
    assert result.exit_code == 0
    assert asked(archive, "correct") == [{"kind": words[0], "of": of, "by": "Mara"}]
    (row,) = rows(result.stdout)
    assert (row["correction"], row["anchors"]) == ("correction-4", [["a", "b"], []])
    assert "undo correction-4" in result.stderr


def test_the_archive_decides_who_says_so_where_nobody_is_named(runner, archive):
    runner.run("correct", "x", "same", "Ada Lund", "A. Lund")
    assert asked(archive, "correct")[0]["by"] is None


def test_undo(runner, archive, rows):
    result = runner.run("correct", "x", "undo", "correction-4", "-q")
    assert (result.exit_code, result.stderr) == (0, "")
    assert asked(archive, "undo") == [{"correction": "correction-4", "by": None}]
    assert rows(result.stdout)[0]["correction"] == "correction-4"


def test_the_list_is_a_table_for_people_and_safe(terminal, runner, archive, rows):
    shown = terminal.run("correct", "x", "list").stdout
    assert "correction-4" in shown
    assert "2031-05-03 08:00" in shown
    assert not any(character in shown.replace("\x1b[", "[") for character in HOSTILE)
    assert rows(runner.run("correct", "x", "list").stdout)[0]["made"] == "2031-05-03T08:00:00+00:00"


@pytest.mark.parametrize("words", [["list", "more"], ["undo"], ["undo", "a", "b"], ["guess", "s-1"], []])
def test_wrong_usage_is_2(runner, archive, words):
    assert runner.run("correct", "x", *words).exit_code == 2
    assert asked(archive, "correct") == []
