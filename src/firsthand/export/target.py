"""Where an export goes: an open stream, or a file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from firsthand.errors import FirsthandError, InputError

__all__ = ["Target", "open_target"]

Target = str | os.PathLike[str] | BinaryIO | None


def _failure(error: OSError, path: Path) -> FirsthandError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return FirsthandError(
            f"No space left to write {path}; nothing was written there.", "Free some space and run again."
        )
    reason = (error.strerror or str(error)).lower()
    return InputError(
        f"Cannot write {path}: {reason}.", "Name a file in a folder that exists and that you may write to."
    )


@contextmanager
def _replaced(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of `path` when the block ends well, and is gone when it does not.

    Yields:
        The new file.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with part.open("xb") as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


@contextmanager
def open_target(target: Target) -> Iterator[BinaryIO]:
    """A stream that leads to `target`; None is standard output.

    A file is written beside its place and moved there at the end: a reader sees the old file or the whole new one. An
    open stream, a pipe or a device is written to as it is, and left open.

    Yields:
        The stream.

    Raises:
        InputError: The file cannot be written.
        FirsthandError: No space is left.
    """
    if target is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if not isinstance(target, str | os.PathLike):
        yield target
        return
    path = Path(target).resolve()  # a link keeps leading to the file
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as device:
                yield device
        else:
            with _replaced(path) as file:
                yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _failure(error, path) from error
