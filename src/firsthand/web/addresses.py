"""Addresses of the served pages: made from ids, and read back."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.datastructures import QueryParams

from firsthand.model import Span

__all__ = ["HOME", "ICON", "STYLESHEET", "PageLinks", "article_address", "front_address", "read_span", "story_address"]

HOME = "/"
STYLESHEET = "/assets/desk.css"
ICON = "/assets/icon.svg"
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


def article_address(article: str, suffix: str = "", span: Span | None = None) -> str:
    """Where an article is served, with the characters of `span` marked and in view."""
    if span is None:
        return _address("articles", article, suffix)
    return f"{_address('articles', article, suffix, {'start': str(span.start), 'end': str(span.end)})}#here"


def front_address(page: int, suffix: str = "") -> str:
    """Where a page of the list of stories is served; the first is `/`, its twin `/stories.json`."""
    path = f"/stories{suffix}" if suffix else HOME
    return path if page == 1 else f"{path}?page={page}"


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
