"""What origins are judged from: articles, their links and the groups that they have gone into so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.lineage.direction import body_share, full_credits, outlet_of
from firsthand.lineage.settings import LineageSettings
from firsthand.model import Article, Direction, Lineage, Origin, Passage, PassageKind, Relation, Span, Story, record_id

__all__ = ["OriginGroup", "OriginPile", "ties_origins"]


def ties_origins(lineage: Lineage, settings: LineageSettings) -> bool:
    """Whether the two articles of a pair can be of one origin by their text alone, in whatever stories they stand.

    A pair that does not tie can still be one account by a credit, but then only inside one story.

    Args:
        lineage: Of the pair.
        settings: Reads `copied_share`.
    """
    if lineage.relation is Relation.VERSION:
        return True
    return max(lineage.containment_a, lineage.containment_b) > settings.copied_share


@dataclass(slots=True, eq=False)
class OriginGroup:
    """An origin while it grows. Only `core` texts are compared with: what joins does not bring others in."""

    core: list[str]
    source: str | None = None  # the agency or outlet that all of it is credited to
    joined: list[str] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)  # by member: why it is in
    notes: list[str] = field(default_factory=list)  # what is to be said of the whole
    is_inferred: bool = False
    _identity: str | None = None

    @property
    def members(self) -> list[str]:
        """All of its articles, sorted."""
        return sorted([*self.core, *self.joined])

    @property
    def identity(self) -> str:
        """The id of the origin: it follows from the members alone, and may be asked for once it has them all."""
        if self._identity is None:
            self._identity = record_id("origin", *self.members)
        return self._identity


class OriginPile:
    """The articles of an archive, or of independent parts of it, on their way into origins."""

    def __init__(
        self,
        stories: Sequence[Story],
        articles: Mapping[str, Article],
        lineages: Sequence[Lineage],
        passages: Sequence[Passage],
        settings: LineageSettings,
        outside: Mapping[str, Origin],
    ) -> None:
        self.settings = settings
        self.outside = outside
        self.articles = {article: articles[article] for article in sorted(articles) if articles[article].body}
        self.given = stories
        self.stories: dict[str, list[str]] = {}
        self.stories_of: dict[str, list[str]] = defaultdict(list)
        for story in sorted(stories, key=lambda each: each.story):
            self.stories[story.story] = sorted(self.articles.keys() & set(story.articles))
            for member in self.stories[story.story]:
                self.stories_of[member].append(story.story)
        self.links: dict[tuple[str, str], Lineage] = {}
        self.partners: dict[str, set[str]] = defaultdict(set)
        self.kin: dict[str, set[str]] = defaultdict(set)  # those of the partners that are tied by text
        self.lenders: dict[str, set[str]] = defaultdict(set)  # partners of which only the origin is given
        for lineage in lineages:
            a, b = lineage.a, lineage.b
            self.links[a, b] = self.links[b, a] = lineage
            is_tied = ties_origins(lineage, settings)
            for one, other in ((a, b), (b, a)):
                if one in self.articles and other in self.articles:
                    self.partners[one].add(other)
                    if is_tied:
                        self.kin[one].add(other)
                elif one in self.articles and other in outside:
                    self.lenders[one].add(other)
        self.spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for passage in passages:
            if passage.kind is not PassageKind.CAPTION:
                self.spans[passage.a, passage.b].append(passage.a_span)
                self.spans[passage.b, passage.a].append(passage.b_span)
        self.credits = {name: full_credits(article) for name, article in self.articles.items()}
        self.groups: list[OriginGroup] = []
        self.group_of: dict[str, OriginGroup] = {}
        self.others: dict[str, frozenset[str]] = {}  # by article: whole texts of others that it was put together from

    # --- articles and pairs ------------------------------------------------------------------------------------
    def share(self, article: str, others: Collection[str]) -> float:
        """Share of the body of `article` that stands in one or more of `others`; itself does not count."""
        near = self.partners.get(article, set())
        # Of a long list most share nothing with the article, and a set is looked into instead of gone through.
        common = near.intersection(others) if isinstance(others, set) else [other for other in others if other in near]
        spans = [span for other in common for span in self.spans.get((article, other), ())]
        return body_share(self.articles[article], spans) if spans else 0.0

    def containment(self, article: str, other: str) -> float:
        """Share of the body of `article` that stands in `other`, as the lineage of the pair has it."""
        lineage = self.links[article, other]
        return lineage.containment_a if lineage.a == article else lineage.containment_b

    def ties(self, article: str, other: str) -> bool:
        """Whether the link of two articles counts for their origins: they are of one story, or share enough."""
        if not set(self.stories_of.get(article, ())).isdisjoint(self.stories_of.get(other, ())):
            return True
        return ties_origins(self.links[article, other], self.settings)

    def is_version(self, article: str, other: str) -> bool:
        """Whether the two are states of one article."""
        return self.links[article, other].relation is Relation.VERSION

    def is_from(self, article: str, giver: str) -> bool:
        """Whether the evidence says that `article` has its text from `giver`."""
        lineage = self.links[article, giver]
        return lineage.direction is (Direction.A_TO_B if lineage.a == giver else Direction.B_TO_A)

    def has_third(self, article: str, other: str) -> bool:
        """Whether the text of both may come from a third that is not here: nothing says who had it first."""
        lineage = self.links[article, other]
        return lineage.direction in {Direction.UNKNOWN, Direction.COMMON_SOURCE} and not self.is_version(article, other)

    def outlet(self, article: str) -> str | None:
        """Who published it, as far as known."""
        return outlet_of(self.articles[article])

    # --- groups ------------------------------------------------------------------------------------------------
    def identity_of(self, article: str) -> str:
        """The id of the origin that `article` is in."""
        return self.group_of[article].identity if article in self.group_of else self.outside[article].origin

    def source_of(self, article: str) -> str | None:
        """The agency or outlet that the whole origin of `article` is credited to."""
        return self.group_of[article].source if article in self.group_of else self.outside[article].source

    def is_left(self, article: str) -> bool:
        """Whether `article` is in no origin yet."""
        return article not in self.group_of

    def found(self, group: OriginGroup) -> None:
        """Add `group`, which holds its core so far."""
        self.groups.append(group)
        for article in group.core:
            self.group_of[article] = group

    def join(self, article: str, group: OriginGroup, reason: str) -> None:
        """Let `article` join `group`."""
        group.joined.append(article)
        group.reasons[article] = reason
        self.group_of[article] = group

    def absorb(self, group: OriginGroup, other: OriginGroup, note: str) -> None:
        """Let all of `other` go into `group`; whoever calls takes `other` off the list of groups."""
        group.core = sorted([*group.core, *other.core])
        group.joined += other.joined
        group.reasons |= other.reasons
        group.notes += [*other.notes, note]
        for article in other.members:
            self.group_of[article] = group
