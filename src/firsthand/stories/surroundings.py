"""What is near to new articles: the stories that they may change, loaded, and how close all of it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from firsthand.model import Lineage, Story
from firsthand.stories.closeness import Neighbourhood, find_neighbours, judge_crowding, tell_apart
from firsthand.stories.features import StoryFeatures
from firsthand.stories.grouping import choose_lineages, join_copies, share_voices, with_shared_text
from firsthand.stories.linkage import Grouping, link_groups
from firsthand.stories.neighbours import add_nearest, distinct, find_kin, find_near, mix_numbers
from firsthand.stories.opened_index import FloatArray, OpenedIndex, weigh_rows
from firsthand.stories.settings import StorySettings
from firsthand.stories.term_index import IntArray

__all__ = ["Holdings", "Surroundings", "bound_closeness", "find_surroundings", "group_surroundings"]

# The most that one day can add to the closeness of a pair (`tell_apart`).
_MOST_GAIN = 1.25
# A pair so much below the threshold is looked at too: it changes nothing, but may be the next best.
_EASE = 0.02
# Up to so many articles every pair is compared; in more, each with the `candidates` that share most terms with it.
_ALL_PAIRS = 150


class Holdings(Protocol):
    """How what the archive holds is looked up: only what is near to the new articles is asked for."""

    def features(self, articles: Sequence[str]) -> Sequence[StoryFeatures]:
        """Of these articles, in any order."""

    def lineages(self, articles: Sequence[str]) -> Sequence[Lineage]:
        """Those in which one of these articles takes part, new ones too, in any order."""

    def stories_of(self, articles: Sequence[str]) -> Sequence[Story]:
        """The stories that hold one of these articles, each once, in any order."""

    def stories(self, ids: Sequence[str]) -> Sequence[Story]:
        """The stories of these ids, or to which these lead as aliases, each once, in any order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """New articles and the stories near to them. Places are those of `features`.

    Attributes:
        index: With the new articles in it, and how crowded all places are now.
        features: Of the new articles and those of the stories near to them, by id.
        numbers: Number of each in the index.
        previous: The stories near.
        lineages: Between those articles.
        crowding: Of each article.
        told: Pairs of places that were compared, and their closeness with all that votes.
        open: Sets of places that are grouped again, each apart from the others.
        kin: Old articles of stories that those of the new articles may continue.
    """

    index: OpenedIndex
    features: Sequence[StoryFeatures]
    numbers: Sequence[int]
    previous: Sequence[Story]
    lineages: Sequence[Lineage]
    crowding: Sequence[float]
    told: dict[tuple[int, int], float]
    open: Sequence[Sequence[int]]
    kin: Sequence[str]


def find_surroundings(
    known: Sequence[StoryFeatures],
    index: OpenedIndex,
    holdings: Holdings,
    settings: StorySettings,
    forced: Sequence[Story] = (),
) -> Surroundings:
    """What new articles may change.

    Args:
        known: The new articles, which are the last of the index, in its order.
        index: With the new articles in it.
        holdings: Where the rest is looked up.
        settings: Weights and thresholds.
        forced: Stories that are grouped again in any case.
    """
    first = len(index.number_of) - len(known)
    firsts, seconds = find_near(index, first, settings)
    values = mix_numbers(index, firsts, seconds, settings)
    kin, articles = find_kin(index, firsts, seconds, settings), index.articles
    nearest, _ = add_nearest(index.nearest, firsts, seconds, values)
    index = replace(index, nearest=nearest)
    firsts, seconds, values = _choose_pairs(index, firsts, seconds, values, settings)
    previous, loaded = _load_near(known, index, holdings, (firsts, seconds), forced)
    features = sorted([*known, *loaded], key=lambda one: one.article)
    place_of = {one.article: place for place, one in enumerate(features)}
    numbers = [index.number_of[one.article] for one in features]
    place_at = {number: place for place, number in enumerate(numbers)}
    told: dict[tuple[int, int], float] = {}
    for one, other, value in zip(firsts.tolist(), seconds.tolist(), values.tolist(), strict=True):
        if one in place_at and other in place_at:
            pair = _ordered(place_at[one], place_at[other])
            told[pair] = tell_apart(features[pair[0]], features[pair[1]], value, settings)
    found = Surroundings(
        index=index,
        features=features,
        numbers=numbers,
        previous=previous,
        lineages=choose_lineages(holdings.lineages(list(place_of)), place_of),
        crowding=_judge_crowding(index, np.array(numbers, dtype=np.int64)).tolist(),
        told=told,
        open=(),
        kin=[articles[number] for number in kin[kin < first].tolist()],
    )
    new = {one.article for one in known}
    return replace(found, open=_open_parts(found, new, {story.story for story in forced}, settings))


def _load_near(
    known: Sequence[StoryFeatures],
    index: OpenedIndex,
    holdings: Holdings,
    pairs: tuple[IntArray, IntArray],
    forced: Sequence[Story],
) -> tuple[list[Story], list[StoryFeatures]]:
    """The stories, by id, that hold an old article of a pair or of whose text new ones have some; their articles."""
    first = len(index.number_of) - len(known)
    articles, new = index.articles, [one.article for one in known]
    old = distinct(pairs[0][pairs[0] < first], max(first, 1))
    asked = {articles[number] for number in old.tolist()}
    for lineage in holdings.lineages(new):
        asked.update(each for each in (lineage.a, lineage.b) if index.number_of.get(each, first) < first)
    previous = {story.story: story for story in [*holdings.stories_of(sorted(asked)), *forced]}
    members = {article for story in previous.values() for article in story.articles}
    wanted = sorted(article for article in members if index.number_of.get(article, first) < first)
    return [previous[story] for story in sorted(previous)], list(holdings.features(wanted))


def _choose_pairs(
    index: OpenedIndex, firsts: IntArray, seconds: IntArray, values: FloatArray, settings: StorySettings
) -> tuple[IntArray, IntArray, FloatArray]:
    """The pairs that may come out close: what cannot, by days and crowding, is not loaded to be told so."""
    most = bound_closeness(index, firsts, seconds, values, settings)
    kept = most > settings.join_closeness
    firsts, seconds, values, most = firsts[kept], seconds[kept], values[kept], most[kept]
    numbers = distinct(np.concatenate([firsts, seconds]), len(index.number_of))
    crowding = np.zeros(len(index.number_of))
    crowding[numbers] = _judge_crowding(index, numbers)
    kept = most - (crowding[firsts] + crowding[seconds]) / 2 > settings.join_closeness - _EASE
    return firsts[kept], seconds[kept], values[kept]


def bound_closeness(
    index: OpenedIndex, firsts: IntArray, seconds: IntArray, values: FloatArray, settings: StorySettings
) -> FloatArray:
    """What `tell_apart` makes at most of the closeness of pairs, by the days that the index holds."""
    happened, published = index.days()
    are_dated = (happened[firsts] > 0) & (happened[seconds] > 0)
    are_published = (published[firsts] > 0) & (published[seconds] > 0)
    between = np.abs(published[firsts] - published[seconds])
    gap = np.abs(happened[firsts] - happened[seconds])
    gap = np.where(are_dated & are_published, np.minimum(gap, between), np.where(are_dated, gap, between))
    gap = np.where(are_dated | are_published, gap, 0)
    is_same_day = are_dated & (happened[firsts] == happened[seconds])
    bound = np.where(is_same_day, _MOST_GAIN * values, values)
    bound = bound - np.minimum(settings.day_toll * gap, settings.day_toll_limit)
    return np.where(are_dated & (gap >= settings.clash_days), -1.0, bound)


def _judge_crowding(index: OpenedIndex, numbers: IntArray) -> FloatArray:
    return np.array([judge_crowding(row) for row in index.nearest[numbers].astype(np.float64).tolist()])


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _open_parts(found: Surroundings, new: set[str], forced: set[str], settings: StorySettings) -> list[list[int]]:
    """Sets of places that new articles hold together; of stories that none of them is close to, none."""
    parent = list(range(len(found.features)))

    def find(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    def join(one: int, other: int) -> None:
        roots = sorted((find(one), find(other)))
        parent[roots[1]] = roots[0]

    place_of = {one.article: place for place, one in enumerate(found.features)}
    starts = {place_of[article] for article in new}
    for story in found.previous:
        inside = [place_of[article] for article in story.articles if article in place_of and article not in new]
        for place in inside[1:]:
            join(inside[0], place)
        if story.story in forced:
            starts.update(inside)
    for one, other in _close_pairs(found, place_of, settings):
        join(one, other)
    roots = {find(place) for place in starts}
    parts: dict[int, list[int]] = {}
    for place in range(len(parent)):
        if find(place) in roots:
            parts.setdefault(find(place), []).append(place)
    return [parts[root] for root in sorted(parts)]


def _close_pairs(found: Surroundings, place_of: dict[str, int], settings: StorySettings) -> Iterator[tuple[int, int]]:
    """Pairs that may bring two groups together: closer than the threshold, or with text in common."""
    for (one, other), value in found.told.items():
        if value - (found.crowding[one] + found.crowding[other]) / 2 >= settings.join_closeness:
            yield one, other
    for lineage in found.lineages:
        yield place_of[lineage.a], place_of[lineage.b]


def group_surroundings(found: Surroundings, settings: StorySettings) -> tuple[Grouping, list[list[int]]]:
    """The groups of all places, and the units that are one text; a story that is not open is one group as it was."""
    pairs = _pairs_within(found, settings)
    rows: list[dict[int, float]] = [{} for _ in found.features]
    for (one, other), value in [*found.told.items(), *pairs]:
        rows[one][other] = rows[other][one] = value
    place_of = {one.article: place for place, one in enumerate(found.features)}
    neighbourhood = with_shared_text(
        Neighbourhood(tuple(rows), tuple(found.crowding)), found.features, found.lineages, place_of, settings
    )
    copies = join_copies(found.features, found.lineages, place_of, settings)
    voices = share_voices(copies)
    is_open = [False] * len(found.features)
    for part in found.open:
        for place in part:
            is_open[place] = True
    units = [unit for unit in copies if is_open[unit[0]]]
    for story in found.previous:
        inside = sorted(place_of[article] for article in story.articles if article in place_of)
        if inside and not is_open[inside[0]]:
            units.append(inside)
    return link_groups(neighbourhood, units, voices, settings.join_closeness), copies


def _pairs_within(found: Surroundings, settings: StorySettings) -> Iterable[tuple[tuple[int, int], float]]:
    """All pairs of each part that is open, and their closeness."""
    ones, others = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for part in found.open:
        numbers = np.array(sorted(found.numbers[place] for place in part), dtype=np.int64)
        if len(numbers) <= _ALL_PAIRS:
            upper = np.triu_indices(len(numbers), 1)
        else:
            weighting = weigh_rows(found.index, numbers)
            blocks = (weighting.words, weighting.opening, weighting.names, weighting.numbers)
            upper = find_neighbours(blocks, settings.candidates)
        ones.append(numbers[upper[0]])
        others.append(numbers[upper[1]])
    firsts, seconds = np.concatenate(ones), np.concatenate(others)
    values = mix_numbers(found.index, firsts, seconds, settings)
    place_of = dict(zip(found.numbers, range(len(found.numbers)), strict=True))
    features = found.features
    for number, other, value in zip(firsts.tolist(), seconds.tolist(), values.tolist(), strict=True):
        pair = _ordered(place_of[number], place_of[other])
        yield pair, tell_apart(features[pair[0]], features[pair[1]], value, settings)
