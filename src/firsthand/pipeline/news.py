"""What a run brought that a reader waits for: new stories, and stories that have other origins than before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.archive import ArchiveWriter, Changes
from firsthand.model import Origin, Story

__all__ = ["StoryNews", "find_news"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryNews:
    """That a story is new, or that its origins changed."""

    story: Story
    origins_before: int | None = None  # how many it had; None for a new story


def find_news(writer: ArchiveWriter, changes: Changes) -> tuple[StoryNews, ...]:
    """What `changes`, which are not in the archive yet, will make of its stories, in export order.

    An origin that only gains an article of the same account is no news: their number changed, or articles that were of
    one account are of two now, or the other way round.
    """
    touched = {shelf.owner: shelf.records for shelf in changes.shelves.get("origins", ())}
    now: dict[str, list[Origin]] = {}
    for origin in (record for records in touched.values() for record in records if isinstance(record, Origin)):
        for name in origin.stories:
            now.setdefault(name, []).append(origin)
    found: list[tuple[str, StoryNews]] = []
    for shelf in changes.shelves.get("stories", ()):
        for story in shelf.records:
            if not isinstance(story, Story):
                continue
            rank = (shelf.rank or "") + shelf.owner
            if not writer.shelves.owned("stories", Story, story.story):
                found.append((rank, StoryNews(story=story)))
                continue
            before = writer.shelves.placed("origins", Origin, story.story)
            after = [*(each for each in before if each.origin not in touched), *now.get(story.story, ())]
            if len(before) != len(after) or _divide(before, after) != _divide(before, before):
                found.append((rank, StoryNews(story=story, origins_before=len(before))))
    return tuple(news for _, news in sorted(found, key=lambda each: each[0]))


def _divide(known: Iterable[Origin], origins: Iterable[Origin]) -> set[frozenset[str]]:
    """How `origins` divide the articles of those that were `known`."""
    articles = {article for origin in known for article in origin.articles}
    return {frozenset(articles.intersection(origin.articles)) for origin in origins} - {frozenset()}
