"""Addresses of the served pages: made from ids, and read back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlencode

from starlette.datastructures import QueryParams

from firsthand.model import Span

__all__ = [
    "COMPARE",
    "EDIT",
    "FEED_CHANGED",
    "FEED_NEW",
    "HOME",
    "ICON",
    "OPENAPI",
    "OUTLETS",
    "SCRIPT",
    "SEARCH",
    "STORYLINES",
    "STYLESHEET",
    "PageLinks",
    "article_address",
    "compare_address",
    "entity_address",
    "front_address",
    "list_address",
    "outlet_address",
    "read_span",
    "story_address",
    "storyline_address",
]

HOME = "/"
STYLESHEET = "/assets/desk.css"
ICON = "/assets/icon.svg"
COMPARE = "/compare"
EDIT = "/edit"
SCRIPT = "/assets/edit.js"
FEED_CHANGED = "/feeds/changed.atom"
FEED_NEW = "/feeds/new.atom"
OPENAPI = "/openapi.json"
OUTLETS = "/outlets"
SEARCH = "/search"
STORYLINES = "/storylines"
_LARGEST_OFFSET = 1 << 31


def _address(room: str, identity: str, suffix: str = "", query: dict[str, str] | None = None) -> str:
    """`/ROOM/IDENTITY`; an id that a browser would rewrite as a path ("../x", "a//b") goes into the query instead."""
    parts = identity.split("/")
    asked = dict(query or {})
    if all(parts) and not {".", ".."}.intersection(parts):
        path = f"/{room}/{quote(identity, safe='/', errors='replace')}{suffix}"
    else:
        path = f"/{room}{suffix}"
        asked = {"id": identity} | asked
    return f"{path}?{urlencode(asked, errors='replace')}" if asked else path


def story_address(story: str, suffix: str = "") -> str:
    """Where a story is served; its twin with the suffix ".json"."""
    return _address("stories", story, suffix)


def storyline_address(storyline: str, suffix: str = "") -> str:
    """Where a storyline is served."""
    return _address("storylines", storyline, suffix)


@lru_cache(maxsize=4096)
def _article_path(article: str, suffix: str) -> str:
    return _address("articles", article, suffix)


def article_address(article: str, suffix: str = "", span: Span | None = None) -> str:
    """Where an article is served, with the characters of `span` marked and in view."""
    path = _article_path(article, suffix)
    if span is None:
        return path
    return f"{path}{'&' if '?' in path else '?'}start={span.start}&end={span.end}#here"


def entity_address(entity: str, suffix: str = "") -> str:
    """Where a person or body is served."""
    return _address("entities", entity, suffix)


def outlet_address(outlet: str, suffix: str = "") -> str:
    """Where an outlet is served, by its name."""
    return _address("outlets", outlet, suffix)


def list_address(room: str, page: int, suffix: str = "", query: dict[str, str] | None = None) -> str:
    """Where a page of a list is served, the first without its number."""
    asked = dict(query or {}) | ({"page": str(page)} if page != 1 else {})
    return f"/{room}{suffix}{'?' + urlencode(asked, errors='replace') if asked else ''}"


def front_address(page: int, suffix: str = "", query: dict[str, str] | None = None) -> str:
    """Where a page of the list of stories is served; the first is `/`, its twin `/stories.json`."""
    return list_address("stories" if suffix else "", page, suffix, query)


def compare_address(a: str, b: str, suffix: str = "") -> str:
    """Where two articles stand side by side."""
    return f"{COMPARE}{suffix}?{urlencode({'a': a, 'b': b}, errors='replace')}"


def read_span(query: QueryParams) -> Span | None:
    """The characters that an address asks to mark; None where it asks for none, or for what cannot be."""
    start, end = query.get("start", ""), query.get("end", "")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    if max(len(start), len(end)) > len(str(_LARGEST_OFFSET)) or int(start) >= int(end):
        return None
    return Span(int(start), int(end))


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Every story and article has a page of its own."""

    def story(self, story: str) -> str | None:
        """Address of a story's page."""
        return story_address(story)

    def article(self, story: str | None, article: str, span: Span | None = None) -> str | None:  # noqa: ARG002
        """Address of an article's page, at `span`; an article stands on one page whatever its story."""
        return article_address(article, span=span)

    def storyline(self, storyline: str) -> str | None:
        """Address of a storyline's page."""
        return storyline_address(storyline)

    def entity(self, entity: str) -> str | None:
        """Address of the page of a person or body."""
        return entity_address(entity)

    def outlet(self, outlet: str) -> str | None:
        """Address of an outlet's page."""
        return outlet_address(outlet)

    def compare(self, a: str, b: str) -> str | None:
        """Address of two articles side by side."""
        return compare_address(a, b)
