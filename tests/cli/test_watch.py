"""`firsthand watch`: what it prints, and how it ends."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import dataclass, field, replace

import pytest
from tests.cli.conftest import STORY

from firsthand.model import Rejection, Story


@dataclass
class News:
    """The shape of `firsthand.api.StoryNews`."""

    story: Story
    origins_before: int | None = None


@dataclass
class Report:
    """The shape of `firsthand.api.WatchReport`."""

    files: tuple[str, ...] = ("in/a.txt",)
    news: tuple[News, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    set_aside: tuple[Rejection, ...] = field(default=())


def test_news_are_lines_for_people_and_safe(terminal, archive, tmp_path):
    archive.reports = (
        Report(news=(News(STORY),)),
        Report(news=(News(replace(STORY, title="Ferry"), 1), News(replace(STORY, title="Ferry"), 2))),
    )
    result = terminal.run("watch", "x", str(tmp_path), "--once")
    assert result.exit_code == 0
    first, second, third = result.stdout.splitlines()
    assert first.startswith("new story: Ferry sinks")
    assert first.endswith("(s-1): 2 articles, 2 origins at most")
    assert not any(character in first for character in "\x1b\x9b\u202e")
    assert second == "origins changed: Ferry (s-1): 2 articles, from 1 to 2 at most"
    assert "still 2" in third


def test_news_are_json_lines_for_tools(runner, archive, rows, tmp_path):
    archive.reports = (Report(news=(News(STORY, 1),)),)
    result = runner.run("watch", "x", str(tmp_path), "--once", "--annotate", "later", "--workers", "2")
    (row,) = rows(result.stdout)
    assert row == {
        "event": "origins changed",
        "story": "s-1",
        "title": STORY.title,
        "date": "2031-05-02",
        "articles": 2,
        "origins": 2,
        "origins_before": 1,
    }
    assert [arguments for name, arguments in archive.calls if name == "watch"] == [
        {"folder": tmp_path, "annotate": "later", "once": True, "workers": 2}
    ]


def test_a_file_that_could_not_be_read_is_named_and_the_exit_code_is_1(runner, archive, tmp_path):
    refused = Rejection(input="in/bad\x1b.pdf", stage="sources", reason="no text")
    aside = Rejection(input="in/menu.html", stage="reading", reason="no article")
    archive.reports = (Report(rejections=(refused,), set_aside=(aside,)), Report())
    result = runner.run("watch", "x", str(tmp_path), "--once")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "not read: in/bad\ufffd.pdf: no text",
        "set aside: in/menu.html: no article",
    ]


def test_a_folder_that_is_not_there_is_wrong_usage(runner, archive, tmp_path):
    assert runner.run("watch", "x", str(tmp_path / "none")).exit_code == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(tmp_path, number):
    folder, archive = tmp_path / "in", tmp_path / "a.firsthand"
    folder.mkdir()
    row = {"id": "a", "title": "Ferry sinks", "text": "The ferry Norhaven Star sank off Karlsborg on Friday. " * 4}
    (folder / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    words = ["watch", str(archive), str(folder), "--annotate", "later", "--workers", "1"]
    process = subprocess.Popen(
        [sys.executable, "-m", "firsthand.cli", *words, "--set", "run.watch_every_s=0.1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    told = json.loads(process.stdout.readline())
    process.send_signal(number)
    out, errors = process.communicate(timeout=120)
    assert told["event"] == "new story"
    assert (process.returncode, out) == (130, "")
    assert "Traceback" not in errors
    assert errors.splitlines()[-1].startswith("Interrupted. What was finished is kept.")
    again = subprocess.run(
        [sys.executable, "-m", "firsthand.cli", *words, "--once", "--set", "run.watch_every_s=0"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (again.returncode, again.stdout) == (0, "")
