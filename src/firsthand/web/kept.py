"""Answers that are kept: a page is a function of its address and of the state of the archive."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

if TYPE_CHECKING:
    from firsthand.web.cards import CardIndex
    from firsthand.web.room import Opening

__all__ = ["Kept"]

_MOST_BYTES = 48 << 20  # of all answers together
_MOST_BYTES_OF_ONE = 2 << 20
_OK = 200

Answer = tuple[bytes, str]  # body and media type


class Kept:
    """The last answers of one server, shared by its threads. What was longest not asked for goes first."""

    def __init__(self, open_archive: Opening, cards: CardIndex) -> None:
        """Nothing is kept yet.

        Args:
            open_archive: Opens the archive, to see whether it changed.
            cards: What is answered from a card index that is out of date is not kept.
        """
        self._open_archive = open_archive
        self._cards = cards
        self._lock = threading.Lock()
        self._state = ""
        self._answers: OrderedDict[tuple[str, str, str], Answer] = OrderedDict()
        self._bytes = 0

    def page(self, make: Callable[[Request], Response], language: str = "") -> Callable[[Request], Response]:
        """`make`, asked only where its answer for that address is not at hand; `language` is what it speaks."""

        def answer(request: Request) -> Response:
            with self._open_archive() as archive:
                state = archive.desk.state()
            # Host and scheme stand in feeds, which name whole addresses.
            origin = f"{language} {request.url.scheme}://{request.url.netloc}"
            key = (origin, request.url.path, request.url.query)
            held = self._get(state, key)
            if held is not None:
                return Response(held[0], headers={"content-type": held[1]})
            made = make(request)
            if made.status_code == _OK and self._cards.is_settled(state):
                self._put(state, key, (bytes(made.body), made.headers["content-type"]))
            return made

        return answer

    def _get(self, state: str, key: tuple[str, str, str]) -> Answer | None:
        with self._lock:
            if state != self._state:
                return None
            held = self._answers.get(key)
            if held is not None:
                self._answers.move_to_end(key)
            return held

    def _put(self, state: str, key: tuple[str, str, str], answer: Answer) -> None:
        if len(answer[0]) > _MOST_BYTES_OF_ONE:
            return
        with self._lock:
            if state != self._state:
                self._answers.clear()
                self._state, self._bytes = state, 0
            former = self._answers.pop(key, None)
            self._bytes += len(answer[0]) - (len(former[0]) if former else 0)
            self._answers[key] = answer
            while self._bytes > _MOST_BYTES:
                _, (body, _) = self._answers.popitem(last=False)
                self._bytes -= len(body)
