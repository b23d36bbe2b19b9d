"""Origins by text: articles that carry no full credit of their own, by what most of their body stands in."""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush

from firsthand.lineage.origin_compilations import belongs_alone, other_texts
from firsthand.lineage.origin_names import describe_members
from firsthand.lineage.origin_pile import OriginGroup, OriginPile

__all__ = ["found_releases", "group_copies", "join_copies"]


def found_releases(pile: OriginPile) -> None:
    """Let each press release found an origin, so that all who print it are measured against the release itself.

    Args:
        pile: Changed in place.
    """
    releases = {article for article, record in pile.articles.items() if record.kind == "release"}
    _group(pile, {article for article in releases if pile.is_left(article)})


def join_copies(pile: OriginPile) -> None:
    """Articles without a full credit of their own join the origin so far that most of their body stands in.

    Args:
        pile: Changed in place. The texts that are compared with are those that founded an origin.
    """
    joining = []
    for article in pile.articles:
        if not pile.is_left(article) or len(pile.credits[article]) == 1:
            continue
        near = {
            id(pile.group_of[other]): pile.group_of[other]
            for other in sorted(pile.partners[article])
            if other in pile.group_of and pile.ties(article, other)
        }
        ranked = []
        for group in near.values():
            share = pile.share(article, [text for text in group.core if not _has_lent(pile, article, text)])
            versions = [
                text for text in group.core if text in pile.partners[article] and pile.is_version(article, text)
            ]
            if share > pile.settings.copied_share or versions:
                ranked.append((not versions, -share, group.core, group, versions))
        if ranked:
            _, share, _, group, versions = min(ranked, key=lambda item: item[:3])
            reason = f"{-share:.0%} of the body of {article} stands in {describe_members(group.core)}"
            if versions:
                reason = f"{article} is another state of {versions[0]}"
            joining.append((article, group, reason))
    for article, group, reason in joining:
        pile.join(article, group, reason)


def _has_lent(pile: OriginPile, article: str, text: str) -> bool:
    """Whether `text` took what it shares with `article` from there, and has more than half of its own beside it."""
    return (
        text in pile.partners[article]
        and pile.is_from(text, article)
        and pile.containment(text, article) <= pile.settings.copied_share
    )


def group_copies(pile: OriginPile) -> None:
    """Put all articles that are left into origins, each round the text that most others stand in.

    Args:
        pile: Changed in place.
    """
    _group(pile, {article for article in pile.articles if pile.is_left(article)})


def _group(pile: OriginPile, left: set[str]) -> None:
    queue = _LeaderQueue(pile, left)
    while left:
        leader = queue.pop(left)
        followers = [article for article in queue.following[leader] if article in left]
        group = OriginGroup(core=[leader])
        pile.found(group)
        for article in followers:
            pile.join(article, group, _reason(pile, article, leader))
            group.is_inferred = group.is_inferred or pile.has_third(article, leader)
        gone = {leader, *followers}
        left -= gone
        queue.take_off(gone, left)


class _LeaderQueue:
    """Who leads next: the text that most others stand in; who would follow another comes after all the rest.

    Who follows whom does not change, only who is left: so the weights are kept as sums of whole ten-thousandths, from
    which those who go are taken off.
    """

    def __init__(self, pile: OriginPile, left: set[str]) -> None:
        half = pile.settings.copied_share
        self.following = {leader: _followers(pile, leader, left) for leader in sorted(left)}
        self._leaders: dict[str, list[str]] = defaultdict(list)
        self._takers: dict[str, list[str]] = defaultdict(list)
        self._weight = {leader: sum(shares.values()) for leader, shares in self.following.items()}
        self._givers = dict.fromkeys(self.following, 0)
        for leader, shares in self.following.items():
            for article in shares:
                self._leaders[article].append(leader)
            for other in pile.kin.get(leader, ()):
                if other in left and pile.is_from(leader, other) and pile.containment(leader, other) > half:
                    self._givers[leader] += 1
                    self._takers[other].append(leader)
        self._queue = [(self._place(article), article) for article in self.following]
        heapify(self._queue)

    def _place(self, article: str) -> tuple[bool, int]:
        return self._givers[article] > 0, -self._weight[article]

    def pop(self, left: set[str]) -> str:
        """The next of `left`; one must be there."""
        while True:
            place, leader = heappop(self._queue)
            if leader in left and place == self._place(leader):
                return leader

    def take_off(self, gone: set[str], left: set[str]) -> None:
        """Count `gone` no more."""
        touched = set()
        for article in gone:
            for leader in self._leaders[article]:
                self._weight[leader] -= self.following[leader][article]
                touched.add(leader)
            for taker in self._takers[article]:
                self._givers[taker] -= 1
                touched.add(taker)
        for article in touched & left:
            heappush(self._queue, (self._place(article), article))


def _reason(pile: OriginPile, article: str, leader: str) -> str:
    share = pile.containment(article, leader)
    if pile.is_version(article, leader):
        return f"{article} is another state of {leader}; {share:.0%} of its body stands there"
    return f"{share:.0%} of the body of {article} stands in {leader}"


def _followers(pile: OriginPile, leader: str, left: set[str]) -> dict[str, int]:
    """Who of `left` belongs to the account of `leader`, in order, with the share of the body in ten-thousandths."""
    near = pile.kin.get(leader, set()) & left
    others = other_texts(pile, leader) if near else frozenset()
    return {
        article: round(10_000 * pile.containment(article, leader))
        for article in sorted(near)
        if article not in others and belongs_alone(pile, article, leader)
    }
