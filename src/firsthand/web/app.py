"""The served desk: every room behind one guard. It reads; only a server started for editing changes anything."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from firsthand.errors import FirsthandError
from firsthand.report import (
    CATALOGUES,
    PageFrame,
    ReportOptions,
    choose_words,
    render_notice_page,
    stylesheet,
    visible_text,
)
from firsthand.web.addresses import (
    COMPARE,
    EDIT,
    FEED_CHANGED,
    FEED_NEW,
    HOME,
    ICON,
    OPENAPI,
    OUTLETS,
    SCRIPT,
    SEARCH,
    STORYLINES,
    STYLESHEET,
    PageLinks,
)
from firsthand.web.cards import CardIndex
from firsthand.web.edit import Edit, new_token
from firsthand.web.feeds import Feeds
from firsthand.web.front import Front
from firsthand.web.guard import SECURITY_HEADERS, Guard, check_names
from firsthand.web.kept import Kept
from firsthand.web.lookup import Lookup
from firsthand.web.openapi import openapi_document
from firsthand.web.pool import Pool
from firsthand.web.reading import Reading
from firsthand.web.room import Opening, Room, wants_data

if TYPE_CHECKING:
    from firsthand.api import OpenArchive

__all__ = ["create_app"]

_PAGES_AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class _Door(Room):
    """What stands where there is no page, and where one failed."""

    def health(self, request: Request) -> Response:  # noqa: ARG002
        """Whether the archive can be read. Says nothing about what it holds."""
        with self.open_archive() as archive:
            archive.check()
        return JSONResponse({"status": "ok"})

    def failed(self, request: Request, error: Exception) -> Response:
        """The archive, or the program, failed. Only our own errors are told, as others may hold anything."""
        detail = visible_text(str(error)) if isinstance(error, FirsthandError) else None
        status = 503 if detail else 500
        if wants_data(request):
            said = detail or self.frame.words.say("served.failed.title")
            return JSONResponse({"error": said}, status_code=status, headers=SECURITY_HEADERS)
        page = render_notice_page("failed", self.frame, detail)
        return HTMLResponse(page, status_code=status, headers=SECURITY_HEADERS)


def _asset(body: str, kind: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:  # noqa: ARG001
        return Response(body, media_type=kind, headers={"Cache-Control": "max-age=3600"})

    return answer


def _describe(request: Request) -> Response:  # noqa: ARG001
    """What answers with data, as OpenAPI has it. Says nothing of the archive."""
    return JSONResponse(openapi_document())


Page = Callable[[Request], Response]


def _pages(open_archive: Opening, frame: PageFrame, cards: CardIndex) -> dict[str, Page]:
    """Every address that is read from: each page, its twin, and one for ids that no path can carry."""
    front, reading = Front(open_archive, frame, cards), Reading(open_archive, frame, cards)
    lookup, feeds = Lookup(open_archive, frame, cards), Feeds(open_archive, frame, cards)

    def stories(request: Request) -> Response:
        return reading.story(request) if "id" in request.query_params else front.page(request)

    return {
        HOME: front.page,
        "/stories.json": stories,
        "/stories": reading.story,
        "/stories/{id:path}": reading.story,
        "/articles.json": reading.article,
        "/articles": reading.article,
        "/articles/{id:path}": reading.article,
        f"{OUTLETS}.json": lookup.outlets,
        OUTLETS: lookup.outlets,
        f"{OUTLETS}/{{id:path}}": lookup.outlet,
        "/entities.json": lookup.person,
        "/entities": lookup.person,
        "/entities/{id:path}": lookup.person,
        f"{STORYLINES}.json": lookup.storylines,
        STORYLINES: lookup.storylines,
        f"{STORYLINES}/{{id:path}}": lookup.storyline,
        f"{SEARCH}.json": lookup.search,
        SEARCH: lookup.search,
        f"{COMPARE}.json": lookup.compare,
        COMPARE: lookup.compare,
        FEED_NEW: feeds.new,
        FEED_CHANGED: feeds.changed,
    }


def _reading_routes(open_archive: Opening, frame: PageFrame, cards: CardIndex) -> list[Route]:
    """The pages in every language that there is; a reader gets the one that the browser asks for."""
    kept = Kept(open_archive, cards)
    spoken = {
        language: _pages(open_archive, replace(frame, words=words), cards) for language, words in CATALOGUES.items()
    }

    def page(path: str) -> Page:
        makers = {language: kept.page(pages[path], language) for language, pages in spoken.items()}

        def answer(request: Request) -> Response:
            return makers[choose_words(request.headers.get("accept-language", "")).language](request)

        return answer

    return [Route(path, page(path), methods=["GET"]) for path in spoken[frame.words.language]]


def _editing_routes(open_archive: Callable[[], OpenArchive], frame: PageFrame, cards: CardIndex) -> list[Route]:
    """Where the archive is changed, and the script that lets files be dropped."""
    room = Edit(open_archive, frame, cards)
    script = files("firsthand.report").joinpath("assets", "edit.js").read_text("utf-8")
    return [
        Route(EDIT, room.page, methods=["GET"]),
        Route(f"{EDIT}/work.json", room.state, methods=["GET"]),
        Route(f"{EDIT}/{{kind}}", room.post, methods=["POST"]),
        Route(SCRIPT, _asset(script, "text/javascript; charset=utf-8"), methods=["GET"]),
    ]


@asynccontextmanager
async def _few_at_once(app: Starlette) -> AsyncIterator[None]:  # noqa: ARG001
    """Pages are made a few at a time, the others wait their turn.

    Making a page is work for the processor: forty at once would each take forty times as long, and hold as much memory.

    Yields:
        Nothing.
    """
    to_thread.current_default_thread_limiter().total_tokens = _PAGES_AT_ONCE
    yield


def create_app(
    open_archive: Callable[[], OpenArchive],
    *,
    token: str | None = None,
    allowed_hosts: Collection[str] = ("127.0.0.1", "localhost", "[::1]"),
    archive_name: str = "ARCHIVE",
    edit: bool = False,
) -> Starlette:
    """The pages of one archive as an ASGI application. Without `edit` it answers GET and HEAD and changes nothing.

    Args:
        open_archive: Opens the archive for reading; called for each request, in its thread, and closed after it.
        token: What a reader must know, given once as `?token=` or as a bearer token; None for none.
        allowed_hosts: Names that the server answers to, without port, against rebinding of names; "*" for any.
        archive_name: How the reader would name the archive in a command.
        edit: Whether the archive can be corrected and added to from the pages.

    Raises:
        ConfigError: A name off loopback is allowed, and there is no token.
    """
    frame = PageFrame(
        links=PageLinks(),
        options=ReportOptions(archive=archive_name),
        stylesheet=STYLESHEET,
        icon=ICON,
        home=HOME,
        rooms=(("desk.stories", HOME), ("desk.storylines", STORYLINES), ("desk.outlets", OUTLETS)),
        search=SEARCH,
        feeds=(("desk.feed_new", FEED_NEW), ("desk.feed_changed", FEED_CHANGED)),
    )
    if edit:
        rooms = (*frame.rooms, ("edit.title", EDIT))
        frame = replace(frame, rooms=rooms, script=SCRIPT, token=new_token())
    pool, cards = Pool(open_archive), CardIndex(open_archive)
    door = _Door(pool, frame, cards)
    icon = files("firsthand.report").joinpath("assets", "icon.svg").read_text("utf-8")
    names = check_names(allowed_hosts, token)
    return Starlette(
        lifespan=_few_at_once,
        routes=[
            *_reading_routes(pool, frame, cards),
            *(_editing_routes(open_archive, frame, cards) if edit else ()),
            Route(OPENAPI, _describe, methods=["GET"]),
            Route("/health", door.health, methods=["GET"]),
            Route(STYLESHEET, _asset(stylesheet(), "text/css; charset=utf-8"), methods=["GET"]),
            Route(ICON, _asset(icon, "image/svg+xml"), methods=["GET"]),
        ],
        middleware=[Middleware(Guard, token=token, names=names, frame=frame)],
        exception_handlers={404: door.missing, FirsthandError: door.failed, Exception: door.failed},
    )
