"""What the archive holds for the grouping of stories: looked up near to what arrived, never as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from firsthand.archive import TOLD
from firsthand.model import Lineage, Story, ToldStory
from firsthand.pipeline.library import Library
from firsthand.pipeline.pair_book import PairBook
from firsthand.pipeline.workshop import Workshop, load_result
from firsthand.stories import StoryFeatures

__all__ = ["Holdings"]


class Holdings:
    """Features, lineages and stories: as the last run left them, with what this run changed so far."""

    def __init__(
        self,
        shop: Workshop,
        library: Library,
        book: PairBook,
        keys: Mapping[str, str],
        *,
        is_corrected: bool = False,
    ) -> None:
        """Over the archive; nothing is read yet.

        Args:
            shop: The archive.
            library: The articles.
            book: What they share.
            keys: Of the features of the articles that this run read.
            is_corrected: Whether the stories are those that users corrected, else as the program told them.
        """
        self._shop, self._library, self._book, self._keys = shop, library, book, keys
        self._is_corrected = is_corrected
        self._has_told = not is_corrected and shop.writer.shelves.count(TOLD) > 0
        self._told: dict[str, Story] = {}  # stories of this run, by id
        self._ended: set[str] = set()
        self._story_of: dict[str, str] = {}  # articles of stories of this run
        self.before: dict[str, Story] = {}  # stories of the last run that were asked for, by id

    # --- for the stage ---------------------------------------------------------------------------------------
    def features(self, articles: Sequence[str]) -> list[StoryFeatures]:
        """Of these articles; one that the stage failed on is left out."""
        return [found for article in articles if (found := self._features(article)) is not None]

    def lineages(self, articles: Sequence[str]) -> list[Lineage]:
        """Those in which one of these articles takes part."""
        return [lineage for lineage, _ in self._book.of(articles).values()]

    def stories_of(self, articles: Sequence[str]) -> list[Story]:
        """The stories that hold one of these articles, each once."""
        found = (self._story_with(article) for article in articles)
        return list({story.story: story for story in found if story is not None}.values())

    def stories(self, ids: Sequence[str]) -> list[Story]:
        """The stories of these ids, or to which these lead."""
        found: dict[str, Story] = {}
        for name in ids:
            told = [story for story in self._told.values() if name == story.story or name in story.aliases]
            kept = self._kept(name)
            for story in [*told, *([kept] if kept is not None and kept.story not in self._gone() else [])]:
                found[story.story] = story
        return list(found.values())

    def all_before(self) -> list[Story]:
        """All stories as the last run left them, in export order; they are noted as `before`."""
        shelves = self._shop.writer.shelves
        told = {each.story: each.told for each in shelves.each(TOLD, ToldStory)} if self._has_told else {}
        shown = [story for story in shelves.each("stories", Story) if story.story not in told]
        found = sorted([*shown, *(story for story in told.values() if story is not None)], key=_export_order)
        self.before.update((story.story, story) for story in found)
        return found

    # --- for the pipeline ------------------------------------------------------------------------------------
    def put(self, told: Iterable[Story], ended: Collection[str]) -> None:
        """Take note of what one portion made of the stories."""
        for name in ended:
            self._ended.add(name)
            self._told.pop(name, None)
        for story in told:
            self._kept(story.story)  # as it was, to be told from what it is now
            self._ended.discard(story.story)
            self._told[story.story] = story
            self._story_of.update(dict.fromkeys(story.articles, story.story))

    @property
    def told(self) -> dict[str, Story]:
        """The stories of this run, by id."""
        return self._told

    @property
    def ended(self) -> frozenset[str]:
        """Ids of stories of the last run that are no more."""
        return frozenset(self._ended & self.before.keys())

    def _gone(self) -> set[str]:
        return self._ended | self._told.keys()

    def _features(self, article: str) -> StoryFeatures | None:
        key = self._keys.get(article)
        if key is None and article not in self._library.arrived:
            row = self._shop.writer.article_row(article)
            key = row.features if row else None
        if key is None:
            return None
        text = self._library.text(article)
        found: StoryFeatures | None = load_result(self._shop, "stories", key, StoryFeatures, text)
        return found

    def _story_with(self, article: str) -> Story | None:
        if article in self._story_of:
            told = self._told.get(self._story_of[article])
            return told if told is not None and article in told.articles else None
        name = self._name_of_story(article)
        return None if name is None or name in self._gone() else self._kept(name)

    def _name_of_story(self, article: str) -> str | None:
        """The id of the story of the last run that holds `article`."""
        if self._has_told:
            for each in self._shop.writer.shelves.placed(TOLD, ToldStory, article):
                if each.told is not None and article in each.told.articles:
                    return str(each.story)
        row = self._shop.writer.article_row(article)
        return row.stories[0] if row is not None and row.stories else None

    def _kept(self, name: str) -> Story | None:
        """The story of the last run of that id, or to which that leads."""
        if name not in self.before:
            found = self._look_up(name)
            if found is None:
                return None
            self.before[found.story] = found
            return found
        return self.before[name]

    def _look_up(self, name: str) -> Story | None:
        shelves = self._shop.writer.shelves
        if self._has_told:
            own: list[ToldStory] = shelves.owned(TOLD, ToldStory, name)
            if own:
                return own[0].told
            near: list[ToldStory] = shelves.placed(TOLD, ToldStory, name)
            former = [each.told for each in near if each.told is not None and name in each.told.aliases]
            if former:
                return former[0]
        found: list[Story] = shelves.owned("stories", Story, name) or shelves.placed("stories", Story, name)
        if not found or (self._has_told and shelves.owned(TOLD, ToldStory, found[0].story)):
            return None  # none, or one to which a correction alone leads
        return found[0]


def _export_order(story: Story) -> tuple[str, str]:
    return min(story.articles), story.story
