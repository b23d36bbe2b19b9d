"""The headline number of a story: articles, outlets, and how many accounts that makes at most."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.model import Origin, Story
from firsthand.report.words import ENGLISH, Words

__all__ = ["headline_number"]


def headline_number(story: Story, origins: Iterable[Origin], words: Words = ENGLISH) -> str:
    """The story in one sentence: "3 articles, 2 known outlets, at most 3 independent origins, one of them mixed".

    Outlets are counted where they are known by name. The number of origins is an upper bound, as the rule of origins
    sees nothing but text and credits.

    Args:
        story: The story; its own counts are used.
        origins: Its origins, any order; those of other stories are passed over.
        words: The catalogue to speak from.

    Returns:
        One line without a full stop.
    """
    mixed = len({origin.origin for origin in origins if origin.mixed and story.story in origin.stories})
    parts = [
        words.count("count.articles", len(story.articles)),
        words.count("count.known_outlets", story.outlets),
        words.say("headline.at_most", origins=words.count("count.independent_origins", story.origins)),
    ]
    if mixed and story.origins == 1:
        parts.append(words.say("headline.mixed_alone"))
    elif mixed:
        parts.append(words.say("headline.mixed", number=words.number(mixed)))
    return ", ".join(parts)
