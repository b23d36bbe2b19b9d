"""The served desk: the list of stories, a story, an article, each with a twin as data. It reads and never writes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from firsthand.errors import FirsthandError, InputError
from firsthand.model import ArticleRow, Dossier, Origin
from firsthand.report import (
    FrontPage,
    PageFrame,
    ReportOptions,
    order_stories,
    render_article_page,
    render_front_page,
    render_notice_page,
    render_story_page,
    stylesheet,
    visible_text,
)
from firsthand.web.addresses import (
    HOME,
    ICON,
    STYLESHEET,
    PageLinks,
    article_address,
    front_address,
    read_span,
    story_address,
)
from firsthand.web.guard import SECURITY_HEADERS, Guard, check_names
from firsthand.web.twins import article_twin, front_twin, story_twin

if TYPE_CHECKING:
    from firsthand.api import OpenArchive

__all__ = ["create_app"]

_STORIES_A_PAGE = 40
_TWIN = ".json"

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every route needs. Archives are opened for each request: one is not to be shared by threads."""

    open_archive: Callable[[], OpenArchive]
    frame: PageFrame

    # --- pages ---------------------------------------------------------------------------------------------

    def front(self, request: Request) -> Response:
        """The list of stories."""
        if "id" in request.query_params:
            return self.story(request)
        asked = request.query_params.get("page", "1")
        page = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
        with self.open_archive() as archive:
            stories = order_stories(archive.stories())
            pages = max(1, -(-len(stories) // _STORIES_A_PAGE))
            if not 1 <= page <= pages:
                return self.missing(request)
            first = (page - 1) * _STORIES_A_PAGE
            shown = stories[first : first + _STORIES_A_PAGE]
            counts = archive.counts()
            if request.url.path.endswith(_TWIN):
                return JSONResponse(front_twin(shown, counts, page, pages))
            here = {story.story for story in shown}
            origins: dict[str, list[Origin]] = {}
            for origin in archive.origins():
                for story in here.intersection(origin.stories):
                    origins.setdefault(story, []).append(origin)
            storylines = {storyline.storyline: storyline for storyline in archive.storylines()}
        view = FrontPage(
            stories=shown,
            origins=origins,
            storylines=storylines,
            counts=counts | {"stories": len(stories)},
            first=first + 1,
            previous=front_address(page - 1) if page > 1 else None,
            next=front_address(page + 1) if page < pages else None,
        )
        return HTMLResponse(render_front_page(view, self._with_twin(front_address(page, _TWIN))))

    def story(self, request: Request) -> Response:
        """One story, or its twin; a former id leads to the story that took it up."""
        with self.open_archive() as archive:
            dossier, as_data = _look_up(request, archive.story)
        if dossier is None:
            return self.missing(request)
        if as_data:
            return JSONResponse(story_twin(dossier))
        return HTMLResponse(render_story_page(dossier, self._with_twin(story_address(dossier.story.story, _TWIN))))

    def article(self, request: Request) -> Response:
        """One article, or its twin."""
        with self.open_archive() as archive:
            article, as_data = _look_up(request, archive.article)
            if article is None:
                return self.missing(request)
            reading = archive.reading(article.article)
            dossier = _story_of(article, archive)
            if as_data:
                return JSONResponse(article_twin(article, reading, archive.annotation(article.article), dossier))
        frame = self._with_twin(article_address(article.article, _TWIN))
        return HTMLResponse(render_article_page(article, reading, dossier, read_span(request.query_params), frame))

    def health(self, request: Request) -> Response:  # noqa: ARG002
        """Whether the archive can be read. Says nothing about what it holds."""
        with self.open_archive() as archive:
            archive.check()
        return JSONResponse({"status": "ok"})

    def missing(self, request: Request, error: Exception | None = None) -> Response:  # noqa: ARG002
        """No page stands at this address."""
        if request.url.path.endswith(_TWIN):
            return JSONResponse({"error": self.frame.words.say("served.not_found.text")}, status_code=404)
        return HTMLResponse(render_notice_page("not_found", self.frame), status_code=404)

    def failed(self, request: Request, error: Exception) -> Response:
        """The archive, or the program, failed. Only our own errors are told, as others may hold anything."""
        detail = visible_text(str(error)) if isinstance(error, FirsthandError) else None
        status = 503 if detail else 500
        if request.url.path.endswith(_TWIN):
            said = detail or self.frame.words.say("served.failed.title")
            return JSONResponse({"error": said}, status_code=status, headers=SECURITY_HEADERS)
        page = render_notice_page("failed", self.frame, detail)
        return HTMLResponse(page, status_code=status, headers=SECURITY_HEADERS)

    def _with_twin(self, address: str) -> PageFrame:
        return replace(self.frame, twin=address)


def _look_up(request: Request, find: Callable[[str], Found]) -> tuple[Found | None, bool]:
    """What an address names, and whether its twin is asked for.

    An id can end in ".json" itself: the id as written goes before the twin of the shorter one.
    """
    asked = request.path_params.get("id")
    if asked is None:
        named, twin = request.query_params.get("id", ""), request.url.path.endswith(_TWIN)
        return _find(find, named), twin
    found = _find(find, asked)
    if found is None and asked.endswith(_TWIN):
        return _find(find, asked.removesuffix(_TWIN)), True
    return found, False


def _find(find: Callable[[str], Found], identity: str) -> Found | None:
    try:
        return find(identity)
    except InputError:
        return None


def _story_of(article: ArticleRow, archive: OpenArchive) -> Dossier | None:
    return _find(archive.story, article.story) if article.story else None


def _asset(body: str, kind: str) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:  # noqa: ARG001
        return Response(body, media_type=kind, headers={"Cache-Control": "max-age=3600"})

    return answer


def create_app(
    open_archive: Callable[[], OpenArchive],
    *,
    token: str | None = None,
    allowed_hosts: Collection[str] = ("127.0.0.1", "localhost", "[::1]"),
    archive_name: str = "ARCHIVE",
) -> Starlette:
    """The pages of one archive as an ASGI application that answers GET and HEAD and changes nothing.

    Args:
        open_archive: Opens the archive for reading; called for each request, in its thread, and closed after it.
        token: What a reader must know, given once as `?token=` or as a bearer token; None for none.
        allowed_hosts: Names that the server answers to, without port, against rebinding of names; "*" for any.
        archive_name: How the reader would name the archive in a command.

    Raises:
        ConfigError: A name off loopback is allowed, and there is no token.
    """
    frame = PageFrame(
        links=PageLinks(),
        options=ReportOptions(archive=archive_name),
        stylesheet=STYLESHEET,
        icon=ICON,
        home=HOME,
    )
    desk = _Desk(open_archive, frame)
    icon = files("firsthand.report").joinpath("assets", "icon.svg").read_text("utf-8")
    names = check_names(allowed_hosts, token)
    return Starlette(
        routes=[
            Route("/", desk.front, methods=["GET"]),
            Route("/stories.json", desk.front, methods=["GET"]),
            Route("/stories", desk.story, methods=["GET"]),
            Route("/stories/{id:path}", desk.story, methods=["GET"]),
            Route("/articles.json", desk.article, methods=["GET"]),
            Route("/articles", desk.article, methods=["GET"]),
            Route("/articles/{id:path}", desk.article, methods=["GET"]),
            Route("/health", desk.health, methods=["GET"]),
            Route(STYLESHEET, _asset(stylesheet(), "text/css; charset=utf-8"), methods=["GET"]),
            Route(ICON, _asset(icon, "image/svg+xml"), methods=["GET"]),
        ],
        middleware=[Middleware(Guard, token=token, names=names, frame=frame)],
        exception_handlers={404: desk.missing, FirsthandError: desk.failed, Exception: desk.failed},
    )
