"""What every room of the desk shares: the archive, the frame of its pages, and how an address is looked up."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from firsthand.errors import InputError
from firsthand.report import PageFrame, PagerView, render_notice_page

if TYPE_CHECKING:
    from firsthand.api import OpenArchive
    from firsthand.web.cards import CardIndex

__all__ = ["TWIN", "Opening", "Room", "find_or_none", "look_up", "page_number", "wants_data"]

TWIN = ".json"
_LONGEST_NUMBER = 8  # digits of a page's number

Found = TypeVar("Found")
Opening = Callable[[], AbstractContextManager["OpenArchive"]]


@dataclass(frozen=True, slots=True)
class Room:
    """Each request has an archive of its own: one is not to be shared by threads."""

    open_archive: Opening
    frame: PageFrame
    cards: CardIndex

    def missing(self, request: Request, error: Exception | None = None) -> Response:  # noqa: ARG002
        """No page stands at this address."""
        if wants_data(request):
            return JSONResponse({"error": self.frame.words.say("served.not_found.text")}, status_code=404)
        return HTMLResponse(render_notice_page("not_found", self.frame), status_code=404)

    def framed(self, twin: str) -> PageFrame:
        """The frame of a page that has a twin."""
        return replace(self.frame, twin=twin)

    def pager(self, page: int, count: int, size: int, address: Callable[[int], str]) -> PagerView | None:
        """Where one page stands in a list of `count`; None where there is no such page."""
        pages = max(1, -(-count // size))
        if not 1 <= page <= pages:
            return None
        first = (page - 1) * size + 1
        return PagerView(
            position=self.frame.words.say(
                "page.position", first=f"{first:,}", last=f"{min(count, page * size):,}", total=f"{count:,}"
            ),
            previous=address(page - 1) if page > 1 else None,
            next=address(page + 1) if page < pages else None,
        )


def wants_data(request: Request) -> bool:
    """Whether the twin is asked for, not the page."""
    return request.url.path.endswith(TWIN)


def page_number(request: Request) -> int:
    """The page of a list that is asked for; 0 where it is no number."""
    asked = request.query_params.get("page", "1")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= _LONGEST_NUMBER else 0


def look_up(request: Request, find: Callable[[str], Found | None]) -> tuple[Found | None, bool]:
    """What an address names, and whether its twin is asked for.

    An id can end in ".json" itself: the id as written goes before the twin of the shorter one.
    """
    asked = request.path_params.get("id")
    if asked is None:
        return find_or_none(find, request.query_params.get("id", "")), wants_data(request)
    found = find_or_none(find, asked)
    if found is None and asked.endswith(TWIN):
        return find_or_none(find, asked.removesuffix(TWIN)), True
    return found, False


def find_or_none(find: Callable[[str], Found | None], identity: str) -> Found | None:
    """What `find` finds; None where it says that there is nothing of that id."""
    try:
        return find(identity)
    except InputError:
        return None
