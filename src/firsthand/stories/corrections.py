"""What users decided of stories, put over what the program told: which are one, which article belongs where, a title.

The program groups articles as if nobody had corrected it; what was decided is laid over that each time, in the order
in which it was decided. So a decision holds after new articles, other settings and other rules, and leaves no trace
when it is taken back. A story is found again by the articles that it had when the decision was made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from firsthand.model import Correction, Member, Story, record_id
from firsthand.stories.features import StoryFeatures
from firsthand.stories.grouping import (
    LEAST_MUTUAL_CONTAINMENT,
    choose_lineages,
    day_of_story,
    join_copies,
    share_voices,
)
from firsthand.stories.settings import StorySettings
from firsthand.stories.surroundings import Holdings
from firsthand.stories.titles import choose_title

__all__ = ["STORY_CORRECTIONS", "correct_stories", "corrected_articles"]

STORY_CORRECTIONS = frozenset({"merge", "split", "move", "name"})
_ALONE = "stands alone"  # how the reason of an article begins that is the only one of its story


def corrected_articles(corrections: Iterable[Correction]) -> list[str]:
    """The articles by which corrections of stories find again what they are about, sorted."""
    of_stories = (each for each in corrections if each.kind in STORY_CORRECTIONS)
    return sorted({article for each in of_stories for anchor in each.anchors for article in anchor})


def correct_stories(
    told: Sequence[Story], corrections: Sequence[Correction], holdings: Holdings, settings: StorySettings
) -> list[Story]:
    """The stories as users corrected them.

    A story that no correction touches comes back as it was given. One that a correction made has an id of its own,
    which follows from the id of the correction. A story that went up in another leaves its id there as an alias.

    Args:
        told: The stories as the program told them, in any order: all that hold one of `corrected_articles`, and others.
        corrections: In the order in which they were made; those of other kinds are passed over.
        holdings: Where features and lineages of articles are looked up.
        settings: Of the stage.

    Returns:
        Stories by their first article.
    """
    groups = _Groups(told, holdings, settings)
    for correction in corrections:
        groups.apply(correction)
    tell = _Telling(groups, told, holdings, settings)
    return sorted((tell.story(group) for group in groups.all), key=lambda story: story.articles)


@dataclass(slots=True, eq=False)
class _Group:
    """A story while it is corrected."""

    name: str
    articles: set[str]
    told: Story | None = None  # as the program told it; None where a correction made it
    aliases: set[str] = field(default_factory=set)
    put: dict[str, Correction] = field(default_factory=dict)  # articles that a correction put here
    copied: dict[str, str] = field(default_factory=dict)  # those of them that came along, and whose copies they are
    lost_by: Correction | None = None  # the last that took an article away
    title: Correction | None = None


class _Groups:
    """The stories, on their way from what the program told to what users decided."""

    def __init__(self, told: Sequence[Story], holdings: Holdings, settings: StorySettings) -> None:
        self._holdings, self._settings = holdings, settings
        self.all = [
            _Group(story.story, set(story.articles), story, set(story.aliases))
            for story in sorted(told, key=lambda story: story.story)
        ]
        self.of = {article: group for group in self.all for article in group.articles}

    def apply(self, correction: Correction) -> None:
        """Do what one correction says; nothing where what it is about is not here any more."""
        if correction.kind == "merge":
            self._merge(correction)
        elif correction.kind == "split":
            self._split(correction)
        elif correction.kind == "move":
            self._move(correction)
        elif correction.kind == "name":
            group = self._find(correction.anchors[0])
            if group is not None:
                group.title = correction

    def _find(self, anchor: Sequence[str]) -> _Group | None:
        """The story that most of these articles are in, of two the larger."""
        held = Counter(id(self.of[article]) for article in anchor if article in self.of)
        found = [group for group in self.all if id(group) in held]
        return min(found, key=lambda group: (-held[id(group)], -len(group.articles), min(group.articles)), default=None)

    def _merge(self, correction: Correction) -> None:
        homes = [self._find(anchor) for anchor in correction.anchors]
        host = next((home for home in homes if home is not None), None)
        if host is None or sum(home is not None for home in homes) < 2:
            return
        before = set(host.articles)
        for home in homes:
            if home is not None and home is not host and home in self.all:
                self._absorb(host, home)
        # What the program has taken out of one of the stories since is of the one story that they are, too; where that
        # now stands in the company of others it comes alone.
        anchors = {article for anchor in correction.anchors for article in anchor if article in self.of}
        for article in sorted(anchors):
            group = self.of[article]
            if group is not host and 2 * len(anchors & group.articles) >= len(group.articles):
                self._absorb(host, group)
            elif group is not host:
                self._take(article, host, correction)
        if host.articles != before:
            host.put |= dict.fromkeys(host.articles, correction)

    def _split(self, correction: Correction) -> None:
        articles = sorted({article for anchor in correction.anchors[1:] for article in anchor if article in self.of})
        if articles:
            group = _Group(record_id("story", "split", correction.correction), set())
            self.all.append(group)
            self._take_with_copies(articles, group, correction)

    def _move(self, correction: Correction) -> None:
        article, target = correction.anchors[0][0], self._find(correction.anchors[1])
        if target is not None and article in self.of and self.of[article] is not target:
            self._take_with_copies([article], target, correction)

    def _take_with_copies(self, articles: Sequence[str], group: _Group, correction: Correction) -> None:
        """Take `articles`, and what came since and has more of its text in common with them than with those that stay.

        Copies fall together; a reprint that comes after the correction goes where the text that it reprints was put.
        """
        known = {article for anchor in correction.anchors for article in anchor}
        left = {id(self.of[article]) for article in articles}
        copies: dict[str, str] = {}
        for article in articles:
            for link in self._holdings.lineages([article]):
                other = link.b if link.a == article else link.a
                if other in self.of and other not in known and id(self.of[other]) in left:
                    shared = self._shared(other)
                    best = max(sorted(shared), key=lambda each, shared=shared: shared[each], default=None)  # type: ignore[misc]
                    if best in articles:
                        copies[other] = str(best)
        for article in articles:
            self._take(article, group, correction)
        for article, copied in sorted(copies.items()):
            self._take(article, group, correction)
            group.copied[article] = copied

    def _shared(self, article: str) -> dict[str, float]:
        """How much text of those of its own story `article` is a copy of, or they of it; by their ids."""
        found = {}
        for link in self._holdings.lineages([article]):
            other = link.b if link.a == article else link.a
            low, high = sorted((link.containment_a, link.containment_b))
            is_copy = high >= self._settings.copy_containment and low >= LEAST_MUTUAL_CONTAINMENT
            if is_copy and self.of.get(other) is self.of[article]:
                found[other] = high
        return found

    def _absorb(self, host: _Group, other: _Group) -> None:
        host.articles |= other.articles
        self.of.update(dict.fromkeys(other.articles, host))
        self._end(other, host)

    def _take(self, article: str, group: _Group, correction: Correction) -> None:
        old = self.of[article]
        old.articles.discard(article)
        old.put.pop(article, None)
        old.copied.pop(article, None)
        old.lost_by = correction
        group.articles.add(article)
        group.put[article] = correction
        self.of[article] = group
        if not old.articles:
            self._end(old, group)

    def _end(self, group: _Group, heir: _Group) -> None:
        """`group` is no more: its ids lead to `heir`."""
        heir.aliases |= {group.name, *group.aliases}
        self.all.remove(group)


class _Telling:
    """Records of the stories as they were corrected."""

    def __init__(self, groups: _Groups, told: Sequence[Story], holdings: Holdings, settings: StorySettings) -> None:
        self._groups, self._holdings, self._settings = groups, holdings, settings
        self._members = {each.article: each for story in told for each in story.members}
        self._home = {article: story.story for story in told for article in story.articles}
        self._beside = {article: frozenset(story.articles) for story in told for article in story.articles}
        self._name_of = {alias: group.name for group in groups.all for alias in (group.name, *group.aliases)}

    def story(self, group: _Group) -> Story:
        """The record of one story; that which was given where no correction touched it."""
        articles = tuple(sorted(group.articles))
        told = group.told
        if told is None or tuple(sorted(told.articles)) != articles:
            told = self._tell_anew(articles)
        members = tuple(self._member(article, group) for article in articles)
        story = replace(
            told,
            story=group.name,
            members=members,
            aliases=tuple(sorted(group.aliases - {group.name})),
            history=() if group.told is None else group.told.history,
        )
        if group.title is not None:
            story = replace(story, title=group.title.of[1], title_article="", title_span=None, titled_by=group.title.by)
        return group.told if group.told is not None and story == group.told else story

    def _tell_anew(self, articles: Sequence[str]) -> Story:
        features = sorted(self._holdings.features(articles), key=lambda one: one.article)
        if not features:  # the stage failed on every one of them
            return Story(story="", title=articles[0], title_article=articles[0], articles=tuple(articles), members=())
        voices = self._voices(features)
        title = choose_title(features, dict(zip((one.article for one in features), voices, strict=True)))
        return Story(
            story="",
            title=title.text,
            title_article=title.article,
            title_span=title.span,
            date=day_of_story(range(len(features)), voices, features),
            articles=tuple(articles),
            members=(),
            outlets=len({one.outlet for one in features if one.outlet}),
        )

    def _voices(self, features: Sequence[StoryFeatures]) -> list[float]:
        place_of = {one.article: place for place, one in enumerate(features)}
        held = choose_lineages(self._holdings.lineages(list(place_of)), place_of)
        return share_voices(join_copies(features, held, place_of, self._settings))

    def _member(self, article: str, group: _Group) -> Member:
        told = self._members.get(article, Member(article=article, reasons=()))
        next_best = None if told.next_best is None else self._name_of.get(told.next_best, told.next_best)
        correction = group.put.get(article)
        if correction is not None and correction.kind != "merge":
            # The closest that is known of is where the program had it.
            next_best = self._name_of.get(self._home.get(article, ""))
        reasons = self._reasons(told, group, correction)
        if correction is None and reasons == told.reasons and next_best != group.name:
            return replace(told, next_best=next_best)
        # How close it is to those that a correction put beside it was not measured.
        return replace(told, reasons=reasons, margin=None, next_best=None if next_best == group.name else next_best)

    def _reasons(self, told: Member, group: _Group, correction: Correction | None) -> tuple[str, ...]:
        """Why an article is in its story: a correction that put it there, and what the program saw that still holds."""
        if correction is not None:
            copied = group.copied.get(told.article)
            put = "put here" if copied is None else f"put here with {copied}, whose text it has,"
            kept = told.reasons if correction.kind == "merge" else ()
            return (f"{put} by {_whose(correction)}", *(each for each in kept if not each.startswith(_ALONE)))
        left = self._beside.get(told.article, frozenset()) - group.articles
        kept = tuple(each for each in told.reasons if not each.endswith(tuple(f" {other}" for other in left)))
        if len(group.articles) > 1 and kept and kept[0].startswith(_ALONE):
            brought = sorted({each.correction: each for each in group.put.values()}.items())
            return tuple(f"others were put beside it by {_whose(each)}" for _, each in brought)
        if group.lost_by is not None and (len(group.articles) == 1 or not kept):
            return (f"left here by {_whose(group.lost_by)}",)
        return kept


def _whose(correction: Correction) -> str:
    return f"a correction of {correction.by} on {correction.made[:10]}"
