"""Where an export goes: the whole file or none."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from firsthand.errors import FirsthandError, InputError
from firsthand.export import FORMATS, export_kind
from firsthand.model import Rejection


def names(folder):
    return [path.name for path in folder.iterdir()]


def rejections(count, failure=None):
    for place in range(count):
        yield Rejection(input=f"in-{place}", stage="sources", reason="none")
    if failure is not None:
        raise failure


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path, format_):
    target = tmp_path / "out"
    export_kind(rejections(3), "rejections", format_, target)
    assert target.stat().st_size > 0
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("failure", [ValueError("stop"), KeyboardInterrupt()])
def test_a_broken_export_leaves_the_old_file(tmp_path, format_, failure):
    target = tmp_path / "out"
    target.write_bytes(b"old")
    with pytest.raises(type(failure)):
        export_kind(rejections(3, failure), "rejections", format_, target)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["out"]


def test_the_file_has_the_rights_that_a_new_file_has(tmp_path):
    export_kind([], "events", "jsonl", tmp_path / "out")
    (tmp_path / "plain").write_bytes(b"")
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_keeps_leading_to_the_file(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    export_kind(rejections(1), "rejections", "csv", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert b"in-0" in (tmp_path / "real").read_bytes()


def test_a_device_is_written_to_as_it_is():
    export_kind(rejections(1), "rejections", "jsonl", "/dev/null")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("place", ["missing/out", "folder"])
def test_a_place_that_cannot_be_written_is_named(tmp_path, place):
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match=f"Cannot write .*{place}"):
        export_kind([], "events", "jsonl", tmp_path / place)
    assert names(tmp_path) == ["folder"]


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path):
    full = rejections(1, OSError(errno.ENOSPC, "No space left on device"))
    with pytest.raises(FirsthandError, match="No space left"):
        export_kind(full, "rejections", "jsonl", tmp_path / "out")
    assert names(tmp_path) == []


def test_a_pipe_that_broke_stays_a_broken_pipe(tmp_path):
    with pytest.raises(BrokenPipeError):
        export_kind(rejections(1, BrokenPipeError()), "rejections", "jsonl", tmp_path / "out")


def test_no_target_is_standard_output(capfdbinary):
    export_kind(rejections(1), "rejections", "csv", None)
    assert capfdbinary.readouterr().out == b"input,stage,reason\r\nin-0,sources,none\r\n"
