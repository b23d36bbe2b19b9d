"""The card index of the served archive: read when it is first needed, and again when the archive has changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.api import OpenArchive
    from firsthand.search import Catalogue

__all__ = ["CardIndex"]

_SLOW_S = 0.5  # what takes longer is done beside the requests, which see the former state until it is done
_FEW_ARTICLES = 3_000  # up to so many their languages are read at once, about 10,000 a second


class CardIndex:
    """Shared by all threads of a server."""

    def __init__(self, open_archive: Callable[[], OpenArchive]) -> None:
        """Nothing is read yet.

        Args:
            open_archive: Opens the archive, for a thread of its own.
        """
        self._open_archive = open_archive
        self._lock = threading.Lock()
        self._held: Catalogue | None = None
        self._languages: Mapping[bytes, str | None] = {}
        self._has_languages = False
        self._took_s = 0.0
        self._working: threading.Thread | None = None

    def is_settled(self, state: str) -> bool:
        """Whether no answer of that state can be another one in a moment: the index is of it, and whole, or unread."""
        held = self._held
        return held is None or (held.state == state and self._has_languages)

    def current(self, archive: OpenArchive) -> Catalogue:
        """The catalogue of the archive: as it is now, or where it takes long to read, as it was a moment ago."""
        state = archive.desk.state()
        held = self._held
        if held is not None and (held.state == state or self._took_s > _SLOW_S):
            if held.state != state:
                self._work_beside()
            return held
        with self._lock:
            held = self._held
            if held is None or held.state != state:
                held = self._read(archive)
        if not self._has_languages:
            self._work_beside()
        return held

    def _read(self, archive: OpenArchive) -> Catalogue:
        began = time.monotonic()
        if self._has_languages or archive.desk.count() <= _FEW_ARTICLES:
            self._languages = archive.desk.languages(self._languages)
            self._has_languages = True
        held = self._held = archive.desk.catalogue(self._languages)
        self._took_s = time.monotonic() - began
        return held

    def _work_beside(self) -> None:
        with self._lock:
            if self._working is not None and self._working.is_alive():
                return
            self._working = threading.Thread(target=self._read_beside, name="cards", daemon=True)
            self._working.start()

    def _read_beside(self) -> None:
        from firsthand.errors import FirsthandError

        try:
            with self._open_archive() as archive:
                languages = archive.desk.languages(self._languages)
                held = archive.desk.catalogue(languages)
        except FirsthandError:  # told by the next request, which meets it too
            return
        with self._lock:
            self._languages, self._has_languages, self._held = languages, True, held
