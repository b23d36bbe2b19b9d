"""How many accounts there are at most: the origins of what changed, and of all that it can touch."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from firsthand import lineage
from firsthand.model import Origin, Story
from firsthand.pipeline.library import Library
from firsthand.pipeline.pair_book import PairBook
from firsthand.pipeline.workshop import Workshop

__all__ = ["OriginChanges", "StoryBook", "find_origins", "group_origins"]


class StoryBook:
    """Which article is in which stories: as the last run left it, with what this run changed."""

    def __init__(self, shop: Workshop, changed: Mapping[str, Story], gone: Collection[str]) -> None:
        """Over what the last run left; nothing is read yet."""
        self._writer = shop.writer
        self._changed, self._gone = changed, frozenset(gone)
        self._stories_of: dict[str, set[str]] = {}
        for story in changed.values():
            for article in story.articles:
                self._stories_of.setdefault(article, set()).add(story.story)
        self._read: dict[str, Story] = {}

    def story(self, story: str) -> Story:
        """The story of that id, which must be there."""
        if story in self._changed:
            return self._changed[story]
        if story not in self._read:
            self._read[story] = self._writer.shelves.owned("stories", Story, story)[0]
        return self._read[story]

    def stories_of(self, article: str) -> set[str]:
        """The ids of the stories that hold `article`."""
        found = set(self._stories_of.get(article, ()))
        row = self._writer.article_row(article)
        if row is not None:
            known = {*row.stories} - self._gone - self._changed.keys()
            found |= {story for story in known if article in self.story(story).articles}
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginChanges:
    """The origins of the articles that this run touched.

    Attributes:
        origins: By first article.
        gone: Ids of origins that are no more.
        articles: Every article that was looked at.
        stories: Every story that was looked at, by id; their other articles were looked at too.
        by_article: The origin of each article that has one.
    """

    origins: tuple[Origin, ...]
    gone: frozenset[str]
    articles: frozenset[str]
    stories: Mapping[str, Story]
    by_article: Mapping[str, Origin]

    def origins_of(self, story: Story) -> dict[str, str]:
        """The id of the origin of each article of `story` that has one; `story` must be one of `stories`."""
        return {article: self.by_article[article].origin for article in story.articles if article in self.by_article}


def group_origins(
    shop: Workshop, library: Library, book: PairBook, told: StoryBook, start: Iterable[str]
) -> OriginChanges:
    """The origins of the articles of `start`, and of all that can be of one origin with them.

    Two articles can be of one origin where they are in one story, or where one has most of its text in common with
    the other. What neither reaches keeps its origins; where it shares less with an article whose origin is another
    now, it is looked at once more, since it says from whom it borrows.
    """
    reached, stories = _reach(shop, library, book, told, start)
    kept = _Kept(shop)
    inside = [told.story(name) for name in sorted(stories)]
    origins = _group(shop, library, book, (reached, inside), kept.of(book.partners_of(reached) - reached))
    moved = {article for article, origin in origins.items() if origin.origin != kept.origin_id(article)}
    beside = {article for article in book.partners_of(moved) - reached if article in library}
    if beside:
        again, more = _reach(shop, library, book, told, beside)
        outside = {**kept.of(book.partners_of(again) - again), **origins}
        inside = [told.story(name) for name in sorted(more)]
        origins |= _group(shop, library, book, (again, inside), outside)
        reached, stories = reached | again, stories | more
    distinct = {origin.origin: origin for origin in origins.values()}
    before = {kept.origin_id(article) for article in reached | library.gone} - {None}
    return OriginChanges(
        origins=tuple(sorted(distinct.values(), key=lambda origin: origin.articles)),
        gone=frozenset(name for name in before if name is not None and name not in distinct),
        articles=frozenset(reached),
        stories={name: told.story(name) for name in sorted(stories)},
        by_article=origins,
    )


def find_origins(shop: Workshop, articles: Iterable[str], origin_of: Mapping[str, str]) -> dict[str, str]:
    """The origin of each of `articles` that has one: as this run found it, else as the last run left it.

    Args:
        shop: The archive.
        articles: Ids.
        origin_of: The origins that this run found, by article.
    """
    found = {}
    for article in sorted(articles):
        row = None if article in origin_of else shop.writer.article_row(article)
        origin = row.origin if row is not None else origin_of.get(article)
        if origin is not None:
            found[article] = origin
    return found


def _reach(
    shop: Workshop, library: Library, book: PairBook, told: StoryBook, start: Iterable[str]
) -> tuple[set[str], set[str]]:
    """The articles that can be of one origin with those of `start`, and the stories that they are in."""
    waiting, reached, stories = set(start), set[str](), set[str]()
    while waiting:
        article = waiting.pop()
        if article in reached or article not in library:
            continue
        reached.add(article)
        for story in told.stories_of(article) - stories:
            stories.add(story)
            waiting.update(told.story(story).articles)
        for pair, (link, _) in book.of([article]).items():
            if lineage.ties_origins(link, shop.settings.lineage):
                waiting.update(pair)
    return reached, stories


def _group(
    shop: Workshop,
    library: Library,
    book: PairBook,
    part: tuple[set[str], list[Story]],
    outside: Mapping[str, Origin],
) -> dict[str, Origin]:
    """The origin of each article of a part, by its id; told what the articles outside belong to that share text."""
    articles, stories = part
    shared = book.of(articles)
    origins = lineage.group_origins(
        stories,
        library.select(articles),
        [link for link, _ in shared.values()],
        [passage for _, passages in shared.values() for passage in passages],
        shop.settings.lineage,
        outside,
    )
    return {article: origin for origin in origins for article in origin.articles}


class _Kept:
    """The origins as the last run left them."""

    def __init__(self, shop: Workshop) -> None:
        self._writer = shop.writer

    def origin_id(self, article: str) -> str | None:
        row = self._writer.article_row(article)
        return row.origin if row is not None else None

    def of(self, articles: Iterable[str]) -> dict[str, Origin]:
        """The origin of each of `articles` that had one."""
        found = {}
        for article in sorted(articles):
            for origin in self._writer.shelves.placed("origins", Origin, article):
                found[article] = origin
        return found
