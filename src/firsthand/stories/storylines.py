"""Stories that continue one another, as a graph whose every link says why.

Two stories continue one another where they share their main names and the words of their topic that are no names:
one politician, or one subject, is not enough. Links are taken strongest first, and two storylines are joined only
while their stories share enough of both on average, so that a chain of small steps does not lead from one affair to
another.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.model import Story, Storyline, StorylineLink, record_id
from firsthand.stories.closeness import find_neighbours, pair_cosines
from firsthand.stories.features import StoryFeatures
from firsthand.stories.names import COUNTRY, SOUND
from firsthand.stories.reasons import written_names, written_words
from firsthand.stories.references import explain_references
from firsthand.stories.settings import StorySettings
from firsthand.stories.weighting import Block, Usage, weigh_names, weigh_topics

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

__all__ = ["link_storylines"]

_MOST_LINKS_BACK = 2  # earlier stories that one story is shown to continue
_MOST_NAMED = 4
_DAYS_IN_YEAR = 365.25
# Of the thresholds for a pair: what two storylines must share on average over all pairs of their stories.
_GROUP_EASE = 0.6


@dataclass(frozen=True, slots=True)
class _Profiles:
    """Stories in order of day and id, with unit rows of their names and of their topic words."""

    stories: Sequence[Story]
    members: Sequence[Sequence[StoryFeatures]]
    names: Block
    topics: Block


@dataclass(frozen=True, slots=True)
class _Link:
    strength: float
    earlier: int
    later: int


def link_storylines(
    stories: Sequence[Story],
    features: Sequence[StoryFeatures],
    settings: StorySettings,
    usage: Usage | None = None,
) -> list[Storyline]:
    """The storylines of an archive, or of part of it: two or more stories each, no story in two.

    Args:
        stories: In any order.
        features: Of the articles of those stories at least, in any order.
        settings: `link_persons`, `link_topic` and `link_years` decide.
        usage: By what terms are weighed where the stories are part of an archive.

    Returns:
        Storylines by id; their stories by day (those without a day last) and id; links by `target` and `source`,
        from the earlier to the later where both days are known.
    """
    profiles = _profile_stories(stories, features, usage)
    if len(profiles.stories) < 2:
        return []
    links = _find_links(profiles, settings)
    kept, groups = _join(profiles, links, settings)
    storylines = []
    for group in groups:
        inside = [link for link in kept if link.earlier in group]
        told = tuple(_tell(profiles, link) for link in sorted(inside, key=lambda link: (link.later, link.earlier)))
        names = tuple(profiles.stories[place].story for place in sorted(group))
        storylines.append(Storyline(storyline=record_id("storyline", min(names)), stories=names, links=told))
    return sorted(storylines, key=lambda one: one.storyline)


def _profile_stories(stories: Sequence[Story], features: Sequence[StoryFeatures], usage: Usage | None) -> _Profiles:
    import numpy
    from scipy.sparse import csr_matrix

    known = sorted(features, key=lambda one: one.article)
    place_of = {one.article: place for place, one in enumerate(known)}
    ordered = sorted(stories, key=lambda story: (story.date is None, story.date or "", story.story))
    members = [[known[place_of[article]] for article in story.articles if article in place_of] for story in ordered]
    rows, columns = [], []
    for number, story in enumerate(ordered):
        for article in story.articles:
            if article in place_of:
                rows.append(number)
                columns.append(place_of[article])
    belongs = csr_matrix((numpy.ones(len(rows)), (rows, columns)), shape=(len(ordered), len(known)))
    voices = [1.0] * len(known)
    names, topics = weigh_names(known, voices, usage), weigh_topics(known, voices, usage)
    return _Profiles(ordered, members, names.centred(belongs), topics.centred(belongs))


def _find_links(profiles: _Profiles, settings: StorySettings) -> list[_Link]:
    """Pairs that share enough of both, strongest first."""
    firsts, seconds = find_neighbours([profiles.names, profiles.topics], settings.candidates)
    names = pair_cosines(profiles.names, firsts, seconds, 0.0)
    topics = pair_cosines(profiles.topics, firsts, seconds, 0.0)
    near = (names >= settings.link_persons) & (topics >= settings.link_topic)
    pairs = zip(*(each[near].tolist() for each in (firsts, seconds, names, topics)), strict=True)
    links = []
    for first, second, name, topic in pairs:
        gap = _years_apart(profiles.stories[first], profiles.stories[second])
        if (gap or 0.0) > settings.link_years:
            continue
        strength = min(name / settings.link_persons, topic / settings.link_topic)
        links.append(_Link(round(strength, 9), first, second))
    return sorted(links, key=lambda link: (-link.strength, link.earlier, link.later))


def _join(profiles: _Profiles, links: Sequence[_Link], settings: StorySettings) -> tuple[list[_Link], list[set[int]]]:
    """Links that are kept, and the groups of stories that they join."""
    group_of: dict[int, int] = {}
    groups: dict[int, set[int]] = {}
    sums = _Sums(profiles)
    kept: list[_Link] = []
    back: dict[int, int] = {}
    for link in links:
        one, other = group_of.get(link.earlier, link.earlier), group_of.get(link.later, link.later)
        if one != other:
            pairs = len(groups.get(one, {one})) * len(groups.get(other, {other}))
            name, topic = sums.mean_cosines(one, other, pairs)
            if name < _GROUP_EASE * settings.link_persons or topic < _GROUP_EASE * settings.link_topic:
                continue
            low, high = sorted((one, other))
            groups[low] = groups.pop(low, {low}) | groups.pop(high, {high})
            group_of.update(dict.fromkeys(groups[low], low))
            sums.join(low, high)
        elif back.get(link.later, 0) >= _MOST_LINKS_BACK:
            continue
        back[link.later] = back.get(link.later, 0) + 1
        kept.append(link)
    return kept, [groups[low] for low in sorted(groups)]


class _Sums:
    """Sums of the unit rows of the stories that each storyline holds so far: their products give mean cosines."""

    def __init__(self, profiles: _Profiles) -> None:
        self.blocks = (profiles.names.matrix, profiles.topics.matrix)
        self.sums: dict[int, tuple[NDArray[float64], ...]] = {}

    def of(self, group: int) -> tuple[NDArray[float64], ...]:
        held = self.sums.get(group)
        return held if held is not None else tuple(block[group].toarray().ravel() for block in self.blocks)

    def mean_cosines(self, one: int, other: int, pairs: int) -> tuple[float, float]:
        names, topics = (float(left @ right) / pairs for left, right in zip(self.of(one), self.of(other), strict=True))
        return names, topics

    def join(self, low: int, high: int) -> None:
        self.sums[low] = tuple(left + right for left, right in zip(self.of(low), self.of(high), strict=True))
        self.sums.pop(high, None)


def _tell(profiles: _Profiles, link: _Link) -> StorylineLink:
    earlier, later = profiles.stories[link.earlier], profiles.stories[link.later]
    before, after = profiles.members[link.earlier], profiles.members[link.later]
    written = written_names([*before, *after])
    reasons = explain_references(before, after, earlier.date, later.date)
    reasons += _shared("same main names", profiles.names, link, written)
    reasons += _shared("same topic", profiles.topics, link, written_words([*before, *after]))
    if earlier.date and later.date:
        reasons.append(_gap_in_words(earlier.date, later.date))
    return StorylineLink(source=earlier.story, target=later.story, reasons=tuple(reasons))


def _shared(what: str, block: Block, link: _Link, written: Mapping[str, str]) -> list[str]:
    product = block.matrix[link.earlier].multiply(block.matrix[link.later]).tocsr()
    values = zip(product.data.tolist(), product.indices.tolist(), strict=True)
    ranked = sorted(values, key=lambda item: (-round(item[0], 9), item[1]))
    told: list[str] = []
    for value, column in ranked:
        term = block.terms[column]
        word = written.get(term, "" if term.startswith((COUNTRY, SOUND)) else term)
        if value > 0 and word and not any(word in one or one in word for one in told):
            told.append(word)
        if len(told) == _MOST_NAMED:
            break
    return [f"{what}: {', '.join(told)}"] if told else []


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


def _years_apart(one: Story, other: Story) -> float | None:
    if one.date is None or other.date is None:
        return None
    return abs(_ordinal(one.date) - _ordinal(other.date)) / _DAYS_IN_YEAR


def _gap_in_words(earlier: str, later: str) -> str:
    days = _ordinal(later) - _ordinal(earlier)
    if days == 0:
        return "on the same day"
    if days < 60:
        return f"{days} {'day' if days == 1 else 'days'} later"
    months = round(days / 30.44)
    return f"{months} months later" if months < 24 else f"{days / _DAYS_IN_YEAR:.0f} years later"
