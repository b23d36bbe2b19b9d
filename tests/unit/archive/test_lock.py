from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from firsthand.archive import hold_writer_lock
from firsthand.errors import ArchiveError, ArchiveLockedError

HOLD = """
import sys, time
from pathlib import Path
from firsthand.archive import hold_writer_lock
with hold_writer_lock(Path(sys.argv[1]), 5):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.firsthand"
    said: list[str] = []
    with hold(path) as process:
        with pytest.raises(ArchiveLockedError, match="another process"), hold_writer_lock(path, 0.3, said.append):
            pass
        process.communicate("")
    assert len(said) == 1
    with hold_writer_lock(path, 0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_killed_writer_leaves_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "a.firsthand"
    with hold(path) as process:
        process.kill()
        process.wait()
    with hold_writer_lock(path, 0):
        pass


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot write"), hold_writer_lock(tmp_path / "none" / "a", 0):
        pass
