"""The archive that a verb works on."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from firsthand.api import OpenArchive
    from firsthand.cli.flags import Flags

__all__ = ["ARCHIVE", "OUT", "is_archive", "opened"]

_SQLITE = b"SQLite format 3\0"

# An archive that is missing or unusable is an error of the archive (exit code 3), not of usage.
ARCHIVE = click.Path(path_type=Path)


class _OutPath(click.Path):
    """A file to write; where it could not be made the usage is wrong, and nothing is read for it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if not path.parent.is_dir():
            self.fail(f"{path}: there is no folder {path.parent}.", param, ctx)
        return path


OUT = _OutPath(dir_okay=False, writable=True)


def is_archive(path: Path) -> bool:
    """Whether the file begins as an archive does; False where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


@contextlib.contextmanager
def opened(archive: Path, flags: Flags, *, must_exist: bool = True) -> Iterator[OpenArchive]:
    """The archive at that path, with the settings that the flags give; closed at the end.

    Yields:
        The open archive.

    Raises:
        ArchiveError: It is missing, damaged, or no archive.
        ConfigError: A setting is unknown or out of range.
    """
    from firsthand import api

    with api.open(archive, settings=flags.settings, must_exist=must_exist) as archive_in_hand:
        yield archive_in_hand
