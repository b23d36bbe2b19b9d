"""The title of a story: the headline of one of its articles, never written by the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from firsthand.model import Span
from firsthand.stories.features import StoryFeatures
from firsthand.stories.word_frequency import STOP_WORDS, expected_share, stem_word
from firsthand.text.tokens import tokenise

__all__ = ["Title", "choose_title"]

# so that one name alone is no title.
_COMMON_WEIGHT, _TELLING_WEIGHT = 0.4, 1.0
_COMMON_SHARE = 0.01
_TO_MAKE_UP = 3.0
_LONGEST = 160  # characters; a "headline" beyond this is a stretch of text
_LENGTHY_TOLL = 0.5


class Title(NamedTuple):
    """Text, article and place of a story's title."""

    text: str
    article: str
    span: Span | None


def choose_title(members: Sequence[StoryFeatures], voices: Mapping[str, float]) -> Title:
    """The headline whose words most voices of the story use.

    Headlines in the commonest language of the story come first (English, where two are as common); a sentence that
    stands in for a missing headline is taken only where no member has one. Ties go to the shorter headline, then to
    the lower article id.

    Args:
        members: The articles of the story, at least one.
        voices: Weight of each article by id, so that a much-copied report speaks once.
    """
    support: dict[str, float] = {}
    for member in members:
        for stem in {stem_word(word) for word in member.words}:
            support[stem] = support.get(stem, 0.0) + voices[member.article]
    total = sum(voices[member.article] for member in members)
    language = _commonest_language(members)

    def order(member: StoryFeatures) -> tuple[bool, bool, bool, float, int, str]:
        foreign = member.language is not None and member.language != language
        supported = round(_supported(member.title, support, total), 9)
        wanting = (not member.title, not member.has_headline, foreign)
        return (*wanting, -supported, len(member.title), member.article)

    best = min(members, key=order)
    return Title(best.title or best.article, best.article, best.title_span)


def _supported(title: str, support: Mapping[str, float], total: float) -> float:
    stems = {stem_word(token.norm) for token in tokenise(title) if token.norm not in STOP_WORDS}
    weights = {stem: _COMMON_WEIGHT if expected_share(stem) > _COMMON_SHARE else _TELLING_WEIGHT for stem in stems}
    gained = sum(weight * support.get(stem, 0.0) / total for stem, weight in weights.items())
    kept = gained / (sum(weights.values()) + _TO_MAKE_UP)
    return kept * (_LENGTHY_TOLL if len(title) > _LONGEST else 1.0)


def _commonest_language(members: Sequence[StoryFeatures]) -> str | None:
    counts: dict[str, int] = {}
    for member in members:
        if member.language:
            counts[member.language] = counts.get(member.language, 0) + 1
    return min(counts, key=lambda language: (-counts[language], language != "en", language)) if counts else None
