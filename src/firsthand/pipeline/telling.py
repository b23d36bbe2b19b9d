"""The accounts of a story side by side: its timeline, and how edited passages stand in both articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from firsthand import accounts
from firsthand.archive import Shelf
from firsthand.model import Passage, Story
from firsthand.pipeline.annotating import Annotated
from firsthand.pipeline.crediting import StoryBook, find_origins
from firsthand.pipeline.library import Library
from firsthand.pipeline.pair_book import PairBook
from firsthand.pipeline.workshop import Workshop

__all__ = ["tell_timelines", "tell_wordings"]


def tell_timelines(
    shop: Workshop,
    library: Library,
    annotated: Annotated,
    told: Collection[Story],
    origin_of: Mapping[str, str],
) -> list[Shelf]:
    """The timelines of stories.

    Args:
        shop: The settings.
        library: The articles.
        annotated: What was read in them.
        told: The stories.
        origin_of: The origin of each article that this run looked at.
    """
    shelves = []
    for story in told:
        annotations = annotated.load(shop, library, story.articles)
        articles = library.select(annotations)
        happenings = accounts.build_timeline(
            story, articles, annotations, find_origins(shop, story.articles, origin_of), shop.settings.accounts
        )
        shelves.append(Shelf(owner=story.story, rank=min(story.articles), records=tuple(happenings)))
    return shelves


def tell_wordings(
    shop: Workshop, library: Library, book: PairBook, stories: StoryBook, firsts: Collection[str]
) -> list[Shelf]:
    """The wordings of all pairs of which the smaller id is one of `firsts`."""
    shelves = []
    for first in sorted(firsts):
        by_story: dict[str | None, list[Passage]] = defaultdict(list)
        for pair, (_, passages) in book.led_by(first).items():
            common = sorted(stories.stories_of(pair[0]) & stories.stories_of(pair[1]))
            by_story[common[0] if common else None] += passages
        rows = [
            row
            for story, passages in by_story.items()
            for row in accounts.compare_wording(
                stories.story(story) if story else None,
                passages,
                library.select({each for passage in passages for each in (passage.a, passage.b)}),
                shop.settings.accounts,
            )
        ]
        rows.sort(key=lambda each: (each.a, each.b, each.a_span, each.b_span))
        shelves.append(Shelf(owner=first, records=tuple(rows)))
    return shelves
