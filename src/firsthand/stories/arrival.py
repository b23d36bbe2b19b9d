"""New articles come to an archive that has its stories: what can change is grouped again, all else stays.

Two groups are joined only where some pair of their articles is closer than the threshold, since an average is at most
its largest part. So a new article can change nothing but the stories in which it has such a partner. Those are loaded
and grouped again with the new articles by the rule of `group_stories`: a story may grow, two may become one, one may
fall apart.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from firsthand.model import Story
from firsthand.stories.closeness import CROWD_RANKS
from firsthand.stories.features import StoryFeatures
from firsthand.stories.grouping import by_article, regroup, share_voices, tell_stories
from firsthand.stories.identity import IdChange, Naming, assign_ids, explain_changes
from firsthand.stories.opened_index import OpenedIndex, add_block, judge_table, open_index, weigh_terms
from firsthand.stories.reasons import Evidence
from firsthand.stories.settings import StorySettings, ease_for_size
from firsthand.stories.surroundings import Holdings, Surroundings, find_surroundings, group_surroundings
from firsthand.stories.term_index import StoryIndex, Terms, make_block, refuse_repeats, without_articles
from firsthand.stories.weighting import count_terms

__all__ = ["Arrival", "ArrivalLimits", "Holdings", "arrive", "split_arrivals"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalLimits:
    """Until when everything is grouped again. What comes to an empty index is grouped as a whole in any case.

    Attributes:
        small_archive: Up to so many articles, always.
        regrouped_archive: Up to so many, whenever terms are judged anew.
        growth: Terms are judged anew when the archive has grown by this share since.
    """

    small_archive: int = 1500
    regrouped_archive: int = 6000
    growth: float = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What came of new articles.

    Attributes:
        index: What to keep and to give to the next arrival, ready for use.
        stories: The stories that are new or were grouped again, by id of their first article.
        ended: Ids of earlier stories that are no more: those that went up in another, of which they are aliases, and
            those that lost all their articles. Sorted.
        changes: Which articles' stories were merged or split, and why.
        is_whole: Whether all stories of the archive were grouped again.
        kin: Where not: old articles of stories that those of the new articles may continue.
    """

    index: OpenedIndex
    stories: list[Story]
    ended: list[str]
    changes: list[IdChange]
    is_whole: bool
    kin: Sequence[str] = ()


_USUAL_LIMITS = ArrivalLimits()


def arrive(
    features: Sequence[StoryFeatures],
    index: OpenedIndex,
    holdings: Holdings,
    settings: StorySettings,
    gone: Collection[str] = (),
    limits: ArrivalLimits = _USUAL_LIMITS,
) -> Arrival:
    """The stories that change as articles come, and as articles go.

    The cost does not grow with the archive but for what holds the index in memory. An article that is in the index
    already is taken for a new state of it.

    Args:
        features: Of the new articles, in any order; a few thousand at most (`split_arrivals`).
        index: Of the articles before.
        holdings: The archive before, but for lineages, which are known of new articles too.
        settings: Weights and thresholds.
        gone: Articles that were removed.
        limits: Until when everything is grouped again.

    Raises:
        InputError: Two features are of one article.
    """
    refuse_repeats([one.article for one in features])
    known = sorted((one for one in features if one.has_text), key=lambda one: one.article)
    came = {one.article for one in features}.union(gone)
    left = came.intersection(index.number_of)
    # Those that held one of these before: it was removed or has a new state, or the index is being built anew.
    bereft = list(holdings.stories_of(sorted(came))) if came else []
    if left:
        index = _take_out(index, left)
    total = len(index.number_of) + len(known)
    has_grown = total > (1.0 + limits.growth) * index.table.articles
    is_small = total <= limits.small_archive or (has_grown and total <= limits.regrouped_archive)
    if is_small or not index.number_of:
        return _regroup_all(known, index, holdings, settings, bereft)
    counted = {one.article: count_terms(one) for one in known}
    if known:
        index = add_block(index, make_block(known, counted.values(), index.hashes), [1.0] * len(known))
    if has_grown:
        index = _judge_anew(index)
    eased = ease_for_size(settings, index.table.articles)
    found = find_surroundings(known, index, holdings, eased, bereft)
    return _regroup_near(found, counted, holdings, eased)


def split_arrivals(days: dict[str, str | None], most: int = 2000) -> list[list[str]]:
    """Article ids in portions to be given to `arrive` one after another, whatever the order they were given in.

    In the order of their days, so that what belongs together comes together; those without a day come last.

    Args:
        days: Day of publication, or else of the main happening, of each article; ISO.
        most: Articles in a portion.
    """
    ordered = sorted(days, key=lambda article: (days[article] is None, days[article] or "", article))
    return [ordered[start : start + most] for start in range(0, len(ordered), most)]


def _take_out(index: OpenedIndex, left: Collection[str]) -> OpenedIndex:
    kept = np.array([article not in left for article in index.articles], dtype=bool)
    record = StoryIndex(
        blocks=tuple(without_articles(block.record, left) for block in index.blocks),
        table=index.table,
        voices=index.voices[kept].astype("<f4").tobytes(),
        nearest=index.nearest[kept].astype("<f2").tobytes(),
    )
    return open_index(record)


def _regroup_all(
    known: Sequence[StoryFeatures],
    index: OpenedIndex,
    holdings: Holdings,
    settings: StorySettings,
    bereft: Sequence[Story],
) -> Arrival:
    """Everything grouped again: the same as one add of all articles gives, but for the ids."""
    articles = [*index.number_of, *(one.article for one in known)]
    everyone = [*holdings.features(list(index.number_of)), *known]
    previous = {story.story: story for story in [*holdings.stories_of(list(index.number_of)), *bereft]}
    found = regroup(everyone, holdings.lineages(articles), list(previous.values()), settings)
    block = make_block(found.features, map(count_terms, found.features), np.empty(0, dtype=np.uint64))
    voices = np.array(found.voices, dtype=np.float32)
    nearest = np.zeros((len(voices), CROWD_RANKS), dtype=np.float16)
    for place, values in enumerate(found.nearest):
        nearest[place, : len(values)] = values
    record = StoryIndex(
        blocks=(block,) if found.features else (),
        table=judge_table([block], voices),
        voices=voices.astype("<f4").tobytes(),
        nearest=nearest.astype("<f2").tobytes(),
    )
    groups = [story.articles for story in found.stories]
    names = [Naming(story.story, story.aliases) for story in found.stories]
    return Arrival(
        index=open_index(record),
        stories=found.stories,
        ended=_end(names, list(previous.values())),
        changes=explain_changes(groups, names, list(previous.values())),
        is_whole=True,
    )


def _judge_anew(index: OpenedIndex) -> OpenedIndex:
    """The index with all terms judged from all articles."""
    record = index.record
    return open_index(replace(record, table=judge_table(record.blocks, index.voices)))


def _regroup_near(
    found: Surroundings, counted: Mapping[str, Terms], holdings: Holdings, settings: StorySettings
) -> Arrival:
    """What is near to the new articles grouped again."""
    grouping, copies = group_surroundings(found, settings)
    groups = [[found.features[place].article for place in group] for group in grouping.groups]
    names = assign_ids(groups, found.previous, lambda name: bool(holdings.stories([name])))
    is_open = [False] * len(found.features)
    for part in found.open:
        for place in part:
            is_open[place] = True
    voices = share_voices(copies)
    terms = [
        (counted.get(one.article) or count_terms(one)) if is_told else ()
        for one, is_told in zip(found.features, is_open, strict=True)
    ]
    evidence = Evidence(found.features, weigh_terms(found.index, terms), by_article(found.lineages))
    wanted = [number for number, group in enumerate(grouping.groups) if is_open[group[0]]]
    kept = found.index.voices.copy()
    kept[found.numbers] = voices
    return Arrival(
        index=replace(found.index, voices=kept),
        stories=tell_stories(wanted, grouping, names, voices, evidence),
        ended=_end(names, found.previous),
        changes=explain_changes(groups, names, found.previous),
        is_whole=False,
        kin=found.kin,
    )


def _end(names: Sequence[Naming], previous: Sequence[Story]) -> list[str]:
    return sorted({story.story for story in previous} - {name.story for name in names})
