"""Errors, exit codes and help."""

from __future__ import annotations

import re

import pytest

from firsthand.cli import VERBS
from firsthand.errors import (
    ArchiveError,
    ArchiveLockedError,
    ArchiveVersionError,
    ConfigError,
    FirsthandError,
    InputError,
    MissingExtraError,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ArchiveError("broken", "mend"), 3),
        (ArchiveLockedError("locked"), 3),
        (ArchiveVersionError("old", "firsthand migrate x"), 3),
        (ConfigError("no such setting"), 2),
        (MissingExtraError("not installed"), 2),
        (InputError("no such article"), 1),
        (FirsthandError("disk full"), 1),
    ],
)
def test_an_error_is_one_line_and_its_exit_code(runner, archive, error, code):
    archive.failure = error
    result = runner.run("stories", "x")
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr == f"firsthand: {error}\n"


def test_verbose_shows_where_it_happened(runner, archive):
    archive.failure = ArchiveError("broken", "mend")
    result = runner.run("stories", "x", "-v")
    assert "Traceback" in result.stderr
    assert result.stderr.endswith("firsthand: broken mend\n")


def test_an_interrupt_says_how_to_go_on(runner, archive):
    archive.failure = KeyboardInterrupt()
    result = runner.run("add", "x.firsthand", "my articles")
    assert result.exit_code == 130
    assert result.stderr.endswith("run again: firsthand add x.firsthand 'my articles'\n")
    assert runner.run("stories", "x").stderr == "Interrupted.\n"


def test_a_reader_that_leaves_is_no_error(runner, archive):
    archive.failure = BrokenPipeError()
    result = runner.run("stories", "x")
    assert (result.exit_code, result.stderr) == (0, "")


def test_the_log_file_takes_messages_and_errors(runner, archive, tmp_path):
    log = tmp_path / "log"
    runner.run("add", "x", "in", "-q", "--log", str(log))
    archive.failure = ArchiveError("broken", "mend")
    runner.run("add", "x", "in", "-q", "--log", str(log))
    assert "broken mend" in log.read_text()
    assert runner.run("add", "x", "in", "--log", str(tmp_path / "no" / "log")).exit_code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["add"],
        ["add", "x"],
        ["stories"],
        ["stories", "x", "--set", "novalue"],
        ["add", "x", "y", "--workers", "0"],
    ],
)
def test_wrong_usage_is_2(runner, archive, words):
    assert runner.run(*words).exit_code == 2


def test_the_list_of_verbs_is_not_cut(runner):
    listed = runner.run("--help").stdout
    assert "..." not in listed.replace("[ARGS]...", "")
    for verb in VERBS:
        assert f"\n  {verb} " in listed


def test_a_verb_with_a_slip_is_suggested(runner):
    result = runner.run("storys", "x")
    assert result.exit_code == 2
    assert "Did you mean stories?" in result.stderr
    assert "Did you mean" not in runner.run("qqqq").stderr


@pytest.mark.parametrize("verb", VERBS)
def test_settings_in_examples_are_settings(runner, verb):
    from firsthand import api

    keys = {row.key for row in api.settings()}
    assert set(re.findall(r"--set ([a-z]\w*\.\w+)=", runner.run(verb, "--help").stdout)) <= keys


@pytest.mark.parametrize("verb", VERBS)
def test_every_help_text_has_an_example(runner, verb):
    result = runner.run(verb, "--help")
    assert result.exit_code == 0
    assert "Example: firsthand " in result.stdout
