"""What lies in a watched folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from firsthand.errors import InputError
from firsthand.sources import SourceLimits, look_into, read_inputs


def test_files_at_any_depth_with_their_sizes_and_times(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    (tmp_path / "below" / "b.txt").write_text("three", encoding="utf-8")
    for passed_over in (".part", "x.firsthand"):
        (tmp_path / passed_over).write_text("no", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    os.utime(tmp_path / "a.txt", ns=(5, 7_000_000_000))
    states = look_into(str(tmp_path), SourceLimits())
    assert {Path(file).name: state.size for file, state in states.items()} == {"a.txt": 3, "b.txt": 5}
    assert states[str(tmp_path / "a.txt")].modified_ns == 7_000_000_000


def test_an_empty_folder_holds_nothing_and_a_missing_one_is_named(tmp_path: Path) -> None:
    assert look_into(str(tmp_path), SourceLimits()) == {}
    with pytest.raises(InputError, match="gone"):
        look_into(str(tmp_path / "gone"), SourceLimits())


def test_of_a_folder_only_the_files_asked_for_are_read(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"A report from the harbour of Norhaven, part {name}.", encoding="utf-8")
    found = read_inputs([str(tmp_path)], SourceLimits(), only={str(tmp_path / "b.txt")})
    assert [each.article for each in found] == ["b"]
