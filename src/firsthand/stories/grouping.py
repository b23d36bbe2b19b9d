"""From articles to stories: copies first, then what is close, by average linkage."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from firsthand.errors import InputError
from firsthand.model import Lineage, Member, Story
from firsthand.stories.closeness import Neighbourhood, compare_neighbours, find_clash
from firsthand.stories.features import StoryFeatures
from firsthand.stories.identity import Naming, assign_ids
from firsthand.stories.linkage import Grouping, link_groups
from firsthand.stories.reasons import Evidence, explain_members
from firsthand.stories.settings import StorySettings, ease_for_size
from firsthand.stories.titles import choose_title
from firsthand.stories.weighting import weigh_articles

__all__ = [
    "LEAST_MUTUAL_CONTAINMENT",
    "Regrouping",
    "by_article",
    "choose_lineages",
    "day_of_story",
    "group_stories",
    "join_copies",
    "regroup",
    "share_voices",
    "tell_stories",
    "with_shared_text",
]

# Of the longer article at least this share stands in the shorter: below, a round-up that holds a whole report would
# pull that report's story into every other story that it rounds up.
LEAST_MUTUAL_CONTAINMENT = 0.2


def group_stories(
    features: Sequence[StoryFeatures],
    lineages: Sequence[Lineage],
    previous: Sequence[Story],
    settings: StorySettings,
) -> list[Story]:
    """The stories of an archive: every article that holds text is in exactly one.

    Articles that share most of their text fall together first and count as one voice from then on. Then groups are
    joined while the average closeness of their articles stays above `settings.join_closeness`. Ids follow
    `previous`, so that a story keeps its id as articles are added.

    Args:
        features: Of all articles, in any order; no article twice.
        lineages: Who has whose text; pairs that name unknown articles are passed over.
        previous: The stories as last stored, in any order; empty for a new archive.
        settings: Weights and thresholds.

    Returns:
        Stories by id of their first article. `origins` and `storyline` are left for those who know them.

    Raises:
        InputError: Two features are of one article.
    """
    return regroup(features, lineages, previous, settings).stories


@dataclass(frozen=True, slots=True)
class Regrouping:
    """All stories of an archive, and what the next arrival needs to know of it.

    Attributes:
        stories: By id of their first article.
        features: Of the articles that hold text, by id.
        voices: Per article, the part of a voice that it is.
        nearest: Per article, its highest closeness values before time votes, descending.
    """

    stories: list[Story]
    features: Sequence[StoryFeatures]
    voices: Sequence[float]
    nearest: Sequence[Sequence[float]]


def regroup(
    features: Sequence[StoryFeatures],
    lineages: Sequence[Lineage],
    previous: Sequence[Story],
    settings: StorySettings,
) -> Regrouping:
    """As `group_stories`, with what it was judged by."""
    known = sorted((one for one in features if one.has_text), key=lambda one: one.article)
    place_of = {one.article: place for place, one in enumerate(known)}
    if len(place_of) != len(known):
        raise InputError("Two descriptions of one article were given to group_stories.", "Give each article once.")
    if not known:
        return Regrouping([], [], [], [])
    held = choose_lineages(lineages, place_of)
    units = join_copies(known, held, place_of, settings)
    voices = share_voices(units)
    weighting = weigh_articles(known, voices)
    neighbourhood = with_shared_text(compare_neighbours(known, weighting, settings), known, held, place_of, settings)
    least = ease_for_size(settings, len(known)).join_closeness
    grouping = link_groups(neighbourhood, units, voices, least)
    names = assign_ids([[known[place].article for place in group] for group in grouping.groups], previous)
    evidence = Evidence(known, weighting, by_article(held))
    stories = tell_stories(range(len(names)), grouping, names, voices, evidence)
    return Regrouping(stories, known, voices, neighbourhood.nearest)


def choose_lineages(lineages: Iterable[Lineage], known: Collection[str]) -> list[Lineage]:
    """Those of which both articles are `known`, in order, each once."""
    held = {(one.a, one.b): one for one in lineages if one.a in known and one.b in known}
    return [held[pair] for pair in sorted(held)]


def by_article(lineages: Iterable[Lineage]) -> dict[str, list[Lineage]]:
    """The lineages of each article."""
    found: dict[str, list[Lineage]] = {}
    for one in lineages:
        found.setdefault(one.a, []).append(one)
        found.setdefault(one.b, []).append(one)
    return found


def share_voices(units: Sequence[Sequence[int]]) -> list[float]:
    """The part of a voice that each article is, by place: the articles of a unit share one."""
    voices = [0.0] * sum(map(len, units))
    for unit in units:
        for place in unit:
            voices[place] = 1.0 / len(unit)
    return voices


def join_copies(
    features: Sequence[StoryFeatures],
    lineages: Sequence[Lineage],
    place_of: dict[str, int],
    settings: StorySettings,
) -> list[list[int]]:
    """Units of articles that are one text: connected by lineages in which most of one side is shared."""
    parent = list(range(len(features)))

    def find(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for one in lineages:
        low, high = sorted((one.containment_a, one.containment_b))
        if high < settings.copy_containment or low < LEAST_MUTUAL_CONTAINMENT:
            continue
        first, second = place_of[one.a], place_of[one.b]
        if find_clash(features[first], features[second], settings) is None:
            roots = sorted((find(first), find(second)))
            parent[roots[1]] = roots[0]
    units: dict[int, list[int]] = {}
    for place in range(len(features)):
        units.setdefault(find(place), []).append(place)
    return [units[root] for root in sorted(units)]


def with_shared_text(
    neighbourhood: Neighbourhood,
    features: Sequence[StoryFeatures],
    lineages: Sequence[Lineage],
    place_of: dict[str, int],
    settings: StorySettings,
) -> Neighbourhood:
    """Closeness raised to the share of text that a pair has in common, where nothing clashes."""
    pairs = tuple(dict(row) for row in neighbourhood.pairs)
    for one in lineages:
        first, second = place_of[one.a], place_of[one.b]
        shared = min(one.containment_a, one.containment_b)
        if first != second and find_clash(features[first], features[second], settings) is None:
            closeness = max(pairs[first].get(second, 0.0), shared)
            pairs[first][second] = pairs[second][first] = closeness
    return replace(neighbourhood, pairs=pairs)


def tell_stories(
    wanted: Iterable[int], grouping: Grouping, names: Sequence[Naming], voices: Sequence[float], evidence: Evidence
) -> list[Story]:
    """The records of the `wanted` groups, in that order.

    Args:
        wanted: Groups, by number.
        grouping: All groups.
        names: Their ids and aliases.
        voices: Per article, by place.
        evidence: What reasons are read from.
    """
    features = evidence.features
    stories = []
    for number in wanted:
        group = grouping.groups[number]
        inside = [features[place] for place in group]
        title = choose_title(inside, {features[place].article: voices[place] for place in group})
        day = day_of_story(group, voices, features)
        reasons = explain_members(group, day, evidence)
        members = tuple(
            _tell_member(place, why, grouping, evidence, names) for place, why in zip(group, reasons, strict=True)
        )
        stories.append(
            Story(
                story=names[number].story,
                title=title.text,
                title_article=title.article,
                title_span=title.span,
                date=day,
                articles=tuple(one.article for one in inside),
                members=members,
                outlets=len({one.outlet for one in inside if one.outlet}),
                aliases=names[number].aliases,
            )
        )
    return stories


def _tell_member(
    place: int,
    reasons: tuple[str, ...],
    grouping: Grouping,
    evidence: Evidence,
    names: Sequence[Naming],
) -> Member:
    own, best = grouping.own[place], grouping.next_best[place]
    nearest = names[best[0]].story if best and best[1] > 0 else None
    margin = None if own is None else round(own - (max(best[1], 0.0) if best else 0.0), 4)
    return Member(
        article=evidence.features[place].article,
        reasons=reasons,
        margin=margin,
        next_best=nearest,
    )


def day_of_story(group: Sequence[int], voices: Sequence[float], features: Sequence[StoryFeatures]) -> str | None:
    """The day on which most voices put the main happening, else the first day of publication."""
    votes: dict[str, float] = {}
    for place in group:
        day = features[place].event_date
        if day:
            votes[day] = votes.get(day, 0.0) + voices[place]
    if votes:
        return min(votes, key=lambda day: (-round(votes[day], 9), day))
    return min((features[place].published or "" for place in group if features[place].published), default=None)
