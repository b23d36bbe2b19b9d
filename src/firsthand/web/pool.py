"""Open archives that are used again: opening one costs as much as reading a page from it."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.api import OpenArchive

__all__ = ["Pool"]

_MOST_IDLE = 4
_CACHE_KILOBYTES = 8 << 10  # of one archive; the system holds the file itself besides


class Pool:
    """Archives for one request at a time each. One that was opened before the archive changed is not used again."""

    def __init__(self, open_archive: Callable[[], OpenArchive]) -> None:
        """Nothing is open yet.

        Args:
            open_archive: Opens the archive.
        """
        self._open_archive = open_archive
        self._lock = threading.Lock()
        self._idle: list[tuple[OpenArchive, str]] = []
        weakref.finalize(self, _close_all, self._idle)

    @contextmanager
    def __call__(self) -> Iterator[OpenArchive]:
        """An archive as it is now, for the length of the block.

        Yields:
            The archive.
        """
        archive, state = self._take()
        try:
            yield archive
        except BaseException:
            archive.close()
            raise
        with self._lock:
            if len(self._idle) < _MOST_IDLE:
                self._idle.append((archive, state))
                return
        archive.close()

    def _take(self) -> tuple[OpenArchive, str]:
        with self._lock:
            held = self._idle.pop() if self._idle else None
        if held is not None:
            archive, state = held
            if archive.is_in_place() and archive.desk.state() == state:
                return held
            archive.close()
        archive = self._open_archive()
        archive.desk.limit_cache(_CACHE_KILOBYTES)
        return archive, archive.desk.state()

    def close(self) -> None:
        """Close what is idle."""
        with self._lock:
            _close_all(self._idle)


def _close_all(idle: list[tuple[OpenArchive, str]]) -> None:
    while idle:
        idle.pop()[0].close()
