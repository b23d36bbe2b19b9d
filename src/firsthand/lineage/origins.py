"""Origins: which articles are one account (the rule of origins, docs/origins.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from math import fsum  # exact, so that copies that are followed alike tie, and the id decides

from firsthand.lineage.direction import body_share, credits_unnamed, full_credits, is_own_text
from firsthand.lineage.origin_names import describe_members, name_origin
from firsthand.lineage.settings import LineageSettings
from firsthand.model import (
    Article,
    Direction,
    Lineage,
    Origin,
    Passage,
    PassageKind,
    Relation,
    Span,
    Story,
    record_id,
)

__all__ = ["group_origins"]


@dataclass(slots=True)
class _Group:
    """An origin while it grows. Only `core` texts are compared with: what joins does not bring others in."""

    core: list[str]
    source: str | None = None  # the agency or outlet that all of it is credited to
    joined: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    is_inferred: bool = False

    @property
    def members(self) -> list[str]:
        return sorted([*self.core, *self.joined])


class _Grouping:
    """The articles of an archive on their way into origins."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        lineages: Sequence[Lineage],
        passages: Sequence[Passage],
        settings: LineageSettings,
    ) -> None:
        self.articles, self.settings = articles, settings
        self.lineage: dict[tuple[str, str], Lineage] = {}
        self.partners: dict[str, set[str]] = defaultdict(set)
        for lineage in lineages:
            if lineage.a in articles and lineage.b in articles:
                self.lineage[lineage.a, lineage.b] = self.lineage[lineage.b, lineage.a] = lineage
                self.partners[lineage.a].add(lineage.b)
                self.partners[lineage.b].add(lineage.a)
        self.spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for passage in passages:
            if passage.kind is not PassageKind.CAPTION:
                self.spans[passage.a, passage.b].append(passage.a_span)
                self.spans[passage.b, passage.a].append(passage.b_span)
        self.groups: list[_Group] = []
        self.group_of: dict[str, _Group] = {}

    def share(self, article: str, others: Sequence[str]) -> float:
        """Share of the body of `article` that stands in one or more of `others`."""
        spans = [span for other in others for span in self.spans.get((article, other), ())]
        return body_share(self.articles[article], spans) if spans else 0.0

    def found(self, group: _Group) -> None:
        """Add `group`, which holds its core so far."""
        self.groups.append(group)
        for article in group.core:
            self.group_of[article] = group

    def join(self, article: str, group: _Group, reason: str) -> None:
        """Let `article` join `group`."""
        group.joined.append(article)
        group.reasons.append(reason)
        self.group_of[article] = group

    def is_left(self, article: str) -> bool:
        """Whether `article` is in no origin yet."""
        return article not in self.group_of

    # --- by credit ---------------------------------------------------------------------------------------------
    def group_credits(self, story: Sequence[str]) -> None:
        """The articles of one story that credit their whole text to one and the same source are one origin."""
        by_source: dict[str, list[str]] = defaultdict(list)
        several: list[str] = []
        for article in story:
            credited = full_credits(self.articles[article])
            if len(credited) == 1:
                by_source[credited[0]].append(article)
            elif credited:
                several.append(article)
        groups = {}
        for source, members in sorted(by_source.items()):
            groups[source] = _Group(core=sorted(members), source=source)
            groups[source].reasons.append(f"{describe_members(members)} credit{'s' * (len(members) == 1)} {source}")
            self.found(groups[source])
        self._join_publisher(story, groups)
        self._join_compilations(several, groups)

    def _join_publisher(self, story: Sequence[str], groups: dict[str, _Group]) -> None:
        """The source's own publication of the credited text belongs to it, where they share text."""
        for source, group in groups.items():
            core = list(group.core)
            for article in story:
                if not self.is_left(article) or not is_own_text(self.articles[article], source):
                    continue
                if any(self.spans.get((article, member)) for member in core):
                    self.join(article, group, f"{article} was published by {source} itself and shares text with them")

    def _join_compilations(self, several: list[str], groups: dict[str, _Group]) -> None:
        """A text that credits several sources belongs to the one most of it is seen to stand in, else to none."""
        for article in several:
            named = [groups[source] for source in full_credits(self.articles[article]) if source in groups]
            best = max(named, key=lambda group: self.share(article, group.core), default=None)
            share = self.share(article, best.core) if best else 0.0
            if best is not None and share > self.settings.copied_share / 2:
                self.join(
                    article, best, f"{article} credits {best.source} among others; {share:.0%} of its body stands there"
                )

    # --- by text -----------------------------------------------------------------------------------------------
    def join_copies(self, candidates: Sequence[str]) -> None:
        """Articles without a full credit of their own join the credited origin that most of their body stands in."""
        joining = []
        for article in candidates:
            if not self.is_left(article) or len(full_credits(self.articles[article])) == 1:
                continue
            near = {
                id(self.group_of[other]): self.group_of[other]
                for other in sorted(self.partners[article])
                if other in self.group_of
            }
            shares = sorted(
                ((self.share(article, group.core), group) for group in near.values()),
                key=lambda item: (-item[0], item[1].core),
            )
            if shares and shares[0][0] > self.settings.copied_share:
                joining.append((article, shares[0][1], shares[0][0]))
        for article, group, share in joining:
            self.join(article, group, f"{share:.0%} of the body of {article} stands in {describe_members(group.core)}")

    def group_copies(self, candidates: Sequence[str]) -> None:
        """Uncredited articles that hold more than half of each other's text, round the one that most stand in."""
        left = {article for article in candidates if self.is_left(article)}
        # What follows an article changes only when a partner of it leaves: those alone are weighed again.
        following = {article: fsum(self._follows(article, left).values()) for article in left}
        queue = [(-total, article) for article, total in following.items()]
        heapify(queue)
        while left:
            total, leader = heappop(queue)
            if leader not in left or -total != following[leader]:
                continue
            followers = self._follows(leader, left)
            group = _Group(core=[leader])
            self.found(group)
            for article, share in followers.items():
                reason = f"{share:.0%} of the body of {article} stands in {leader}"
                self.join(article, group, reason)
                group.is_inferred = group.is_inferred or self.has_third(article, leader)
            gone = {leader, *followers}
            left -= gone
            for article in {near for one in gone for near in self.partners[one]} & left:
                following[article] = fsum(self._follows(article, left).values())
                heappush(queue, (-following[article], article))

    def _follows(self, leader: str, left: set[str]) -> dict[str, float]:
        """The articles of `left` that belong to the origin of `leader`, in order, with the share of their body."""
        found = {}
        for article in sorted(self.partners[leader] & left):
            lineage = self.lineage[leader, article]
            share, back = self._containments(lineage, article)
            is_version = lineage.relation is Relation.VERSION
            # More than half of the one in the other, and the other way round: one text. A text that stands nearly whole
            # in a longer one is a cut of it. Between the two, both may have it from a third: then the one with
            # half or less of it copied is an account of its own.
            whole = share >= self.settings.cut_share or self.is_from(lineage, article, leader)
            if is_version or (share > self.settings.copied_share and (back > self.settings.copied_share or whole)):
                found[article] = share
        return found

    @staticmethod
    def _containments(lineage: Lineage, article: str) -> tuple[float, float]:
        shares = lineage.containment_a, lineage.containment_b
        return shares if lineage.a == article else (shares[1], shares[0])

    @staticmethod
    def is_from(lineage: Lineage, article: str, giver: str) -> bool:
        """Whether the evidence says that `article` has the text from `giver`."""
        wanted = Direction.A_TO_B if lineage.a == giver else Direction.B_TO_A
        return lineage.direction is wanted and article != giver

    def has_third(self, article: str, leader: str) -> bool:
        """Whether the text of both may come from a third that is not here: nothing says who had it first."""
        lineage = self.lineage[article, leader]
        return (
            lineage.direction in {Direction.UNKNOWN, Direction.COMMON_SOURCE}
            and lineage.relation is not Relation.VERSION
        )

    # --- what is borrowed --------------------------------------------------------------------------------------
    def borrowings(self, group: _Group) -> list[tuple[str, str, float, Lineage]]:
        """What members share with other origins: (member, other article, share of the member's body, lineage)."""
        inside = set(group.members)
        found = []
        for article in group.members:
            for other in sorted(self.partners[article] - inside):
                share = self.share(article, [other])
                if share > 0.0:
                    found.append((article, other, share, self.lineage[article, other]))
        return found


def _is_copied_from_third(grouping: _Grouping, group: _Group) -> bool:
    """Whether a lone, uncredited article is mostly text of one other article, and neither is seen to be the source."""
    if group.source or len(group.members) > 1:
        return False
    article = group.members[0]
    return any(
        grouping.share(article, [other]) > grouping.settings.copied_share and grouping.has_third(article, other)
        for other in sorted(grouping.partners[article])
    )


def _borrow(grouping: _Grouping, group: _Group, ids: dict[int, str]) -> tuple[bool, list[str], list[str]]:
    """Whether the origin is mixed, whom it borrows from, and why."""
    if group.source or len(group.members) > 1 or group.is_inferred:
        return False, [], []
    lenders: dict[str, None] = {}
    reasons: list[str] = []
    for article, other, share, lineage in grouping.borrowings(group):
        if grouping.is_from(lineage, other, article):
            continue  # it lent, it did not borrow
        other_group = grouping.group_of[other]
        lender = ids[id(other_group)]
        if other_group.source is None and lineage.direction is Direction.COMMON_SOURCE and lineage.via:
            lender = lineage.via
        lenders.setdefault(lender)
        unknown = "" if lineage.direction is not Direction.UNKNOWN else "; who had it first is unknown"
        reasons.append(f"{share:.0%} of the body of {article} also stands in {other}{unknown}")
    return bool(lenders), list(lenders), reasons


def _as_origin(grouping: _Grouping, group: _Group, ids: dict[int, str], stories_of: Mapping[str, list[str]]) -> Origin:
    members = group.members
    articles = [grouping.articles[member] for member in members]
    if _is_copied_from_third(grouping, group):
        group.is_inferred = True
        group.reasons.append(f"more than half of the body of {members[0]} stands in a text not seen to be its source")
    if group.source is None and any(map(credits_unnamed, articles)) and not full_credits(articles[0]):
        group.is_inferred = True
        group.reasons.append("credited to agencies that are not named")
    release = next((article for article in articles if article.kind == "release"), None)
    if release is not None and group.source is None and len(articles) > 1:
        group.is_inferred = False  # the text that the others have is here
        group.reasons.append(f"{release.article} is a press release")
    has_own = group.source is not None and any(is_own_text(article, group.source) for article in articles)
    is_mixed, lenders, reasons = _borrow(grouping, group, ids)
    evidence = [*group.reasons, *reasons] or [
        f"no text of {members[0]} was found in another article, and it credits none"
    ]
    return Origin(
        origin=ids[id(group)],
        name=name_origin([release] if release else articles, group.source, is_inferred=group.is_inferred),
        stories=tuple(sorted({story for member in members for story in stories_of.get(member, ())})),
        articles=tuple(members),
        mixed=is_mixed,
        inferred=group.is_inferred or (group.source is not None and not has_own),
        borrows_from=tuple(lenders),
        evidence=tuple(evidence),
    )


def group_origins(
    stories: Sequence[Story],
    articles: Mapping[str, Article],
    lineages: Sequence[Lineage],
    passages: Sequence[Passage],
    settings: LineageSettings,
) -> list[Origin]:
    """The origins of an archive: every article that has a body is in exactly one, sorted by first member.

    Full credit to one source inside one story joins. Otherwise more than half of the body must stand in the origin's
    own text; what joins that way brings no others in, so that an article which quotes from many makes no giant of
    them. With half or less an article is an account of its own, marked mixed, with the origins it borrows from.

    Args:
        stories: Of the archive; articles in none are grouped by text only.
        articles: Every article, by id.
        lineages: Of all linked pairs.
        passages: Of all linked pairs.
        settings: Reads `copied_share`, `cut_share`.

    Source: the rule of origins, docs/origins.md.
    """
    told = sorted(article for article, record in articles.items() if record.body)
    known = frozenset(told)
    grouping = _Grouping({article: articles[article] for article in told}, lineages, passages, settings)
    stories_of: dict[str, list[str]] = defaultdict(list)
    for story in sorted(stories, key=lambda story: story.story):
        members = sorted(known.intersection(story.articles))
        for member in members:
            stories_of[member].append(story.story)
        grouping.group_credits([member for member in members if grouping.is_left(member)])
    for article in told:  # credited, but in no story: alone until text shows more
        credited = full_credits(articles[article])
        if grouping.is_left(article) and len(credited) == 1:
            grouping.found(_Group(core=[article], source=credited[0], reasons=[f"{article} credits {credited[0]}"]))
    grouping.join_copies(told)
    grouping.group_copies(told)
    ids = {id(group): record_id("origin", *group.members) for group in grouping.groups}
    return sorted(
        (_as_origin(grouping, group, ids, stories_of) for group in grouping.groups), key=lambda origin: origin.articles
    )
