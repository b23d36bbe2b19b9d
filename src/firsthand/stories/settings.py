"""The settings of the stories room: few, and each can be read by hand."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

__all__ = ["StorySettings", "ease_for_size"]

_USUAL_SIZE = 3_000  # articles, to which `join_closeness` holds as it is set


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySettings:
    """Weights and thresholds of grouping. Fitted on half of the labelled sets, shown on the other (docs/stories.md).

    Closeness of two articles is the weighted sum of five cosines, less the crowding of their neighbourhood, less a
    toll for each day between them. Weights and tolls are in units of closeness.

    Attributes:
        words_weight: Weight of the cosine of all words.
        opening_weight: Weight of the cosine of title and opening.
        names_weight: Weight of the cosine of the parts of names.
        numbers_weight: Weight of the cosine of numbers.
        vectors_weight: Weight of the likeness of titles by their sentence vectors, where other evidence agrees.
        foreign_weight: The same between two languages, where words cannot vote.
        day_toll: Taken off for each day between two articles.
        day_toll_limit: The most that is taken off for days, since dates can be wrong.
        join_closeness: Average closeness at which two groups are one story.
        size_relief: Taken off `join_closeness` for each doubling of an archive beyond 3,000 articles, at most half
            of it: crowding is measured at fixed ranks, and the more articles, the closer the nearest strangers.
        clash_days: Days of the main happening at least this far apart are two happenings.
        copy_containment: Share of an article's body that must stand in another for the two to be one voice.
        candidates: Neighbours that are compared in full, per article.
        opening_words: Words of the body that are read as its opening.
        link_persons: A storyline needs this cosine of the names of two stories.
        link_topic: A storyline needs this cosine of the words of two stories that are no names.
        link_years: At most so many years lie between two stories that are linked.
    """

    words_weight: float = 0.4
    opening_weight: float = 0.15
    names_weight: float = 0.15
    numbers_weight: float = 0.1
    vectors_weight: float = 0.15
    foreign_weight: float = 0.5
    day_toll: float = 0.006
    day_toll_limit: float = 0.15
    join_closeness: float = 0.04
    size_relief: float = 0.01
    clash_days: int = 8
    copy_containment: float = 0.5
    candidates: int = 200
    opening_words: int = 60
    link_persons: float = 0.3
    link_topic: float = 0.2
    link_years: float = 3.0


def ease_for_size(settings: StorySettings, articles: int) -> StorySettings:
    """The settings for an archive of so many articles: `join_closeness` less the relief for its size."""
    relief = settings.size_relief * math.log2(max(articles, _USUAL_SIZE) / _USUAL_SIZE)
    least = settings.join_closeness - min(relief, abs(settings.join_closeness) / 2)
    return replace(settings, join_closeness=least)
