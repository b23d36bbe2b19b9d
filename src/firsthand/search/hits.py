"""The articles that match, each with the stretch of its text that shows best why."""

from __future__ import annotations

from typing import Protocol

from firsthand.archive import ArchiveReader, find_hits
from firsthand.model import ArticleRow, SearchHit, SearchPage, Span, is_inside
from firsthand.search.query import parse_query

__all__ = ["ArticleSearch", "find_articles", "search_articles"]

_SNIPPET_CHARACTERS = 240
# How far the cut may move to stand between words.
_CUT_CHARACTERS = 20


class ArticleSearch(Protocol):
    """What search needs of an archive; `firsthand.archive.ArchiveReader` has it."""

    def search_text(self, expression: str, limit: int) -> list[tuple[str, tuple[Span, ...]]]:
        """Article ids, best first, with the spans of the hits in their texts."""

    def article(self, article: str) -> ArticleRow | None:
        """The article of that id."""


def _densest(marks: tuple[Span, ...]) -> Span:
    """The stretch of at most a snippet's length that holds most marks; the first of several."""
    best_first, best_count = 0, 0
    last = 0
    for first, mark in enumerate(marks):
        last = max(last, first)
        while last + 1 < len(marks) and marks[last + 1].end - mark.start <= _SNIPPET_CHARACTERS:
            last += 1
        if last - first + 1 > best_count:
            best_first, best_count = first, last - first + 1
    return Span(marks[best_first].start, marks[best_first + best_count - 1].end)


def _between_words(text: str, place: int, limit: int) -> int:
    """`place`, moved towards `limit` to where a word begins or ends, if that is near."""
    step = 1 if limit >= place else -1
    moved = place
    while moved != limit and abs(moved - place) <= _CUT_CHARACTERS:
        if moved in {0, len(text)} or text[moved - 1].isspace() or text[moved].isspace():
            return moved
        moved += step
    return place


def _snippet_span(row: ArticleRow, marks: tuple[Span, ...]) -> Span | None:
    text = row.text
    if not text:
        return None
    # Menus and headlines repeat the words of an article: a hit in the body shows more.
    body = Span(row.body[0].start, row.body[-1].end) if row.body else Span(0, len(text))
    inside = tuple(mark for mark in marks if is_inside(mark, body))
    core = _densest(inside or marks) if marks else Span(body.start, body.start)
    around = body if inside or not marks else Span(0, len(text))
    room = max(0, _SNIPPET_CHARACTERS - (core.end - core.start))
    start = max(around.start, core.start - (room // 2 if marks else 0))
    end = min(around.end, start + max(_SNIPPET_CHARACTERS, core.end - core.start))
    start, end = _between_words(text, start, core.start), _between_words(text, end, core.end)
    while start < core.start and text[start].isspace():
        start += 1
    while end > max(core.end, start + 1) and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _hit(row: ArticleRow, marks: tuple[Span, ...]) -> SearchHit:
    span = _snippet_span(row, marks)
    return SearchHit(
        article=row.article,
        outlet=row.outlet,
        headline=row.headline,
        published=row.published,
        story=row.story,
        snippet=row.text[span.start : span.end] if span else "",
        snippet_span=span,
        marks=marks,
    )


def search_articles(archive: ArticleSearch, query: str, limit: int = 20) -> list[SearchHit]:
    """Articles whose headline or text holds every word and phrase of `query`, best first.

    Args:
        archive: Where to look.
        query: As a reader types it; see `parse_query`.
        limit: How many hits at most, 1 or more.

    Returns:
        Hits in the archive's order: by rank, then by article id.

    Raises:
        ConfigError: The query holds no word, or too many.
        ArchiveError: The archive cannot be read.
    """
    found = archive.search_text(parse_query(query), limit)
    rows = ((archive.article(article), marks) for article, marks in found)
    return [_hit(row, marks) for row, marks in rows if row is not None]


def find_articles(archive: ArchiveReader, query: str, first: int, count: int, *, at_most: int) -> SearchPage:
    """A part of what `search_articles` finds, at a cost that does not grow with the archive.

    Args:
        archive: Where to look.
        query: As a reader types it; see `parse_query`.
        first: How many hits are passed over.
        count: How many are wanted.
        at_most: How many articles are ranked, those that were taken in last.

    Raises:
        ConfigError: The query holds no word, or too many.
        ArchiveError: The archive cannot be read.
    """
    expression = parse_query(query)
    found = archive.directory.find(expression, first, count, at_most=at_most)
    rows = [row for row in map(archive.article, found.articles) if row is not None]
    return SearchPage(
        hits=tuple(map(_hit, rows, find_hits([row.text for row in rows], expression))),
        matches=found.matches,
        is_all=found.is_all,
    )
