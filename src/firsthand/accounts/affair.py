"""The stories whose accounts are put side by side, with all that was read in their articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.model import Annotation, Article, Lineage, Passage, Story

__all__ = ["Affair"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Affair:
    """The stories of one storyline, or one story that is in none: what utterances, figures and statements may span.

    Attributes:
        stories: By date, then id.
        articles: The articles of these stories, by id, in order of id.
        annotations: By article id; missing where the article was left for later. One that was skipped (no model for
            its language) is there and says why.
        origin_of: The origin id of each article that has one.
        passages: Text shared by two of the articles.
        lineages: One for each pair of the articles that share text.
    """

    stories: Sequence[Story]
    articles: Mapping[str, Article]
    annotations: Mapping[str, Annotation]
    origin_of: Mapping[str, str] = field(default_factory=dict)
    passages: Sequence[Passage] = ()
    lineages: Sequence[Lineage] = ()

    def stories_of(self, articles: Sequence[str]) -> tuple[str, ...]:
        """The ids of the stories that hold one of `articles`, in order."""
        named = set(articles)
        return tuple(sorted(story.story for story in self.stories if not named.isdisjoint(story.articles)))
