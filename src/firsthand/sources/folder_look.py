"""What lies in a folder at one moment, so that it can be told which files came and are complete."""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

from firsthand.errors import InputError
from firsthand.sources.files import find_files
from firsthand.sources.limits import SourceLimits

__all__ = ["FileState", "look_into"]


class FileState(NamedTuple):
    """By what it shows that a file is still written to, or was written anew."""

    size: int  # bytes
    modified_ns: int


def look_into(folder: str, limits: SourceLimits) -> dict[str, FileState]:
    """The state of each regular file below `folder`, by path; nothing is opened.

    Hidden files and Firsthand's own are passed over, and so is what went away during the look.

    Raises:
        InputError: It is no folder, or may not be looked into.
    """
    if not os.path.isdir(folder) or not os.access(folder, os.R_OK | os.X_OK):  # noqa: PTH112 - as `find_files`
        raise InputError(f"{folder}: no folder that can be looked into.", "Check the path and its permissions.")
    states: dict[str, FileState] = {}
    for found in find_files(folder, limits):
        if found.fault is not None:
            continue
        try:
            status = os.stat(found.path)  # noqa: PTH116 - paths stay text, as they were given
        except OSError:
            continue
        if stat.S_ISREG(status.st_mode):
            states[found.path] = FileState(status.st_size, status.st_mtime_ns)
    return states
