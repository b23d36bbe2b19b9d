"""What a stranger may hand to the command: told in one line with an exit code, nothing run, nothing echoed raw."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from firsthand.cli import firsthand as verbs

EVIL = "\x1b]0;owned\x07\u202e\x9b31m"
TEXT = "The council of Velmora voted on Tuesday to close the old harbour bridge after cracks were found. " * 4


def run(*words: object, shell: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run the command, in a shell with a redirection where one is given."""
    command = [sys.executable, "-m", "firsthand.cli", *map(str, words)]
    if shell:
        command = ["sh", "-c", f'"$@" {shell}', "sh", *command]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)


def is_safe(output: bytes) -> bool:
    return not any(mark.encode() in output for mark in "\x1b\x07\u202e\x9b")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    record = {"id": EVIL, "text": TEXT, "title": EVIL, "outlet": EVIL, "byline": EVIL, "url": "http://[::1"}
    lines = [record, {**record, "id": "=1+1"}, {**record, "id": "../b\nc", "url": "javascript:alert(1)"}]
    (folder / "in.jsonl").write_text("".join(json.dumps(each) + "\n" for each in lines))
    result = run("add", folder / "a.firsthand", folder / "in.jsonl", "--annotate", "later", "-q")
    assert result.returncode == 0, result.stderr
    return folder / "a.firsthand"


def test_addresses_that_cannot_be_read_stop_nothing_and_join_nothing(archive: Path) -> None:
    exported = run("export", archive, "articles", "--format", "jsonl").stdout.splitlines()
    assert len(exported) == 3


@pytest.mark.parametrize(
    "words",
    [
        ("report", "ARCHIVE", "-o", f"/nowhere/{EVIL}"),
        ("stories", "ARCHIVE", "--log", f"/nowhere/{EVIL}"),
        ("stories", "ARCHIVE", "--set", f"{EVIL}=1"),
        ("stories", "ARCHIVE", EVIL),
        ("export", "ARCHIVE", EVIL),
        (EVIL,),
    ],
)
def test_messages_never_echo_what_a_terminal_acts_on(archive: Path, words: tuple[str, ...]) -> None:
    result = run(*(str(archive) if word == "ARCHIVE" else word for word in words))
    assert result.returncode in {1, 2}
    assert is_safe(result.stderr)
    assert b"Traceback" not in result.stderr


def test_a_name_with_line_ends_makes_no_lines_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a\nfirsthand: all is well\n.txt").write_bytes(b"")
    stderr = run("add", tmp_path / "x.firsthand", tmp_path).stderr.decode()
    assert "not read: " in stderr
    assert not any(line.startswith("firsthand:") for line in stderr.splitlines())


@pytest.mark.parametrize(("redirection", "code"), [(">&-", 0), ("2>&-", 0), ("<&-", 0)])
def test_closed_streams_are_no_fault(archive: Path, redirection: str, code: int) -> None:
    assert run("stories", archive, shell=redirection).returncode == code


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")  # noqa: PTH110
def test_a_full_disk_under_the_output_is_told_and_one_under_the_messages_stops_nothing(
    archive: Path, tmp_path: Path
) -> None:
    result = run("stories", archive, shell=">/dev/full")
    assert result.returncode == 1
    assert b"No space left" in result.stderr
    assert b"Traceback" not in result.stderr
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}))
    words = ("add", tmp_path / "b.firsthand", tmp_path / "in.jsonl", "--annotate", "later")
    assert run(*words, shell="2>/dev/full").returncode == 0


def test_a_fault_that_no_room_foresaw_is_one_line(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("lost" + EVIL)

    monkeypatch.setattr("firsthand.api.OpenArchive.stories", fail)
    result = CliRunner().invoke(verbs, ["stories", str(archive)])
    assert result.exit_code == 1
    assert "a fault in Firsthand itself (KeyError" in result.stderr
    assert "Traceback" not in result.stderr
    assert is_safe(result.stderr.encode())
