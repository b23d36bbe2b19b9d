"""One writer at a time, for as long as a run takes.

SQLite's own locks guard single transactions; a run is many of them. The lock is a file beside the archive that the
system frees when its holder dies, so a killed run leaves nothing to clear up.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from firsthand.errors import ArchiveError, ArchiveLockedError

try:
    import fcntl
except ImportError:  # pragma: no cover - not on this system
    fcntl = None  # type: ignore[assignment]

__all__ = ["hold_writer_lock"]

_POLL_S = 0.2


def _try_lock(path: Path) -> int | None:
    """A descriptor that holds the lock, or None where another process holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        if fcntl is not None:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # The holder before us may have removed the file between our open and our lock: then we hold nothing.
        if os.fstat(descriptor).st_ino == path.stat().st_ino:
            return descriptor
    except (BlockingIOError, FileNotFoundError):
        pass
    os.close(descriptor)
    return None


@contextmanager
def hold_writer_lock(archive: Path, wait_s: float, on_wait: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold the right to write to `archive` until the block ends.

    Args:
        archive: The archive file; it need not exist yet.
        wait_s: How long to wait for another writer, in seconds.
        on_wait: Told once, in words, that there is a wait.

    Yields:
        Nothing; the lock is held while the block runs.

    Raises:
        ArchiveLockedError: Another process still held the lock after `wait_s`.
        ArchiveError: The lock file cannot be made in the archive's folder.
    """
    path = archive.with_name(archive.name + ".lock")
    deadline = time.monotonic() + wait_s
    told = False
    try:
        descriptor = _try_lock(path)
        while descriptor is None:
            if time.monotonic() >= deadline:
                raise ArchiveLockedError(
                    f"{archive}: another process is writing to it, and did not finish within {wait_s:g} seconds.",
                    "Wait for it to end, then run the same command again; nothing is lost.",
                )
            if not told and on_wait is not None:
                on_wait(f"{archive}: another process is writing to it; waiting up to {wait_s:g} seconds")
                told = True
            time.sleep(_POLL_S)
            descriptor = _try_lock(path)
    except OSError as error:
        raise ArchiveError(
            f"{archive}: cannot write in its folder ({error.strerror}).",
            "Name a folder that exists and that you may write in.",
        ) from error
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)
