"""Average linkage over a sparse graph: groups that hold together as a whole, not chains.

Two groups are joined while the average closeness of all their pairs, voices weighed, stays above the threshold. A
pair that is not in the graph counts as zero, so one close pair cannot draw two large groups together. What was joined
early may stand closer to a group that came about later: each text ends in the group that it is closest to.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.stories.closeness import Neighbourhood

__all__ = ["Grouping", "join_groups", "link_groups"]

# Each round goes once over all texts; later ones move next to nothing.
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups, as places of articles, and how close each article is to its own and to the next best.

    Attributes:
        groups: Places in ascending order; groups by their first place.
        own: Per article, average closeness to the other voices of its group; None where it stands alone.
        next_best: Per article, the nearest other group and the average closeness to it; None where nothing is near.
    """

    groups: tuple[tuple[int, ...], ...]
    own: tuple[float | None, ...]
    next_best: tuple[tuple[int, float] | None, ...]


def link_groups(
    neighbourhood: Neighbourhood, units: Sequence[Sequence[int]], voices: Sequence[float], join_closeness: float
) -> Grouping:
    """Join units of articles into groups by average linkage, then move each to the group it is closest to.

    Cost: about (pairs in the graph) x log. Deterministic: equal closeness is decided by the lower places.

    Args:
        neighbourhood: Closeness of pairs of places, and crowding.
        units: Places that belong together from the start (copies of one text); every place in exactly one unit.
        voices: Weight of each place, in (0, 1].
        join_closeness: Least average closeness of two groups that are joined.
    """
    joined = join_groups(neighbourhood, units, voices, join_closeness)
    mover = _Mover(_Linker(neighbourhood, units, voices, join_closeness))
    mover.run(joined)
    groups = _in_order(mover.gather())
    own, next_best = _measure(neighbourhood, groups, voices)
    return Grouping(groups, own, next_best)


def join_groups(
    neighbourhood: Neighbourhood, units: Sequence[Sequence[int]], voices: Sequence[float], join_closeness: float
) -> tuple[tuple[int, ...], ...]:
    """Join units into groups by average linkage and nothing more; arguments as for `link_groups`.

    Source: Sokal and Michener 1958 (UPGMA); merging by largest average from a heap with stale entries skipped.
    """
    linker = _Linker(neighbourhood, units, voices, join_closeness)
    linker.run()
    return _in_order(linker.members.values())


def _in_order(groups: Iterable[Iterable[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(sorted(tuple(sorted(places)) for places in groups))


class _Linker:
    def __init__(
        self, neighbourhood: Neighbourhood, units: Sequence[Sequence[int]], voices: Sequence[float], least: float
    ) -> None:
        ordered = sorted(sorted(unit) for unit in units)
        self.least = least
        self.members: dict[int, list[int]] = {unit[0]: list(unit) for unit in ordered}
        self.weight = {unit[0]: sum(voices[place] for place in unit) for unit in ordered}
        self.crowding = {
            unit[0]: sum(voices[place] * neighbourhood.crowding[place] for place in unit) for unit in ordered
        }
        self.crowd = {group: total / self.weight[group] for group, total in self.crowding.items()}
        home = {place: unit[0] for unit in ordered for place in unit}
        self.sums: dict[int, dict[int, float]] = {unit[0]: {} for unit in ordered}
        for place in sorted(home):
            row = self.sums[home[place]]
            for other, value in neighbourhood.pairs[place].items():
                target = home[other]
                if target != home[place]:
                    row[target] = row.get(target, 0.0) + voices[place] * voices[other] * value
        self.heap: list[tuple[float, int, int]] = []

    def average(self, one: int, other: int) -> float:
        total = self.sums[one][other] / (self.weight[one] * self.weight[other])
        return total - (self.crowd[one] + self.crowd[other]) / 2

    def offer(self, one: int, others: Iterable[int]) -> None:
        """Let `one` be joined with each of `others`, in its turn, if they are close enough."""
        weights, crowds, sums = self.weight, self.crowd, self.sums[one]
        weight, crowd, least = weights[one], crowds[one], self.least
        for other in others:  # as `average`, written out: this is where the time of grouping goes
            value = sums[other] / (weight * weights[other]) - (crowd + crowds[other]) / 2
            if value >= least:
                heapq.heappush(self.heap, (-round(value, 12), min(one, other), max(one, other)))

    def run(self) -> None:
        for one in self.sums:
            self.offer(one, [other for other in self.sums[one] if one < other])
        while self.heap:
            negative, one, other = heapq.heappop(self.heap)
            alive = one in self.members and other in self.members
            if alive and round(self.average(one, other), 12) == -negative:
                self.join(one, other)

    def join(self, one: int, other: int) -> None:
        """Let the group `other` go up in `one`, which has the lower first place."""
        self.members[one] += self.members.pop(other)
        self.weight[one] += self.weight.pop(other)
        self.crowding[one] += self.crowding.pop(other)
        self.crowd[one] = self.crowding[one] / self.weight[one]
        del self.sums[one][other]
        for third, total in self.sums.pop(other).items():
            if third == one:
                continue
            del self.sums[third][other]
            self.sums[one][third] = self.sums[third][one] = self.sums[one].get(third, 0.0) + total
        self.offer(one, self.sums[one])


class _Mover:
    """Units of texts, and the groups that they are in.

    Source: the moves of Hartigan and Wong 1979, by average closeness instead of distance from a centre.
    """

    def __init__(self, linker: _Linker) -> None:
        """Over the units of a linker that has not run."""
        self.least = linker.least
        self.units = linker.members
        self.weight, self.crowding, self.sums = linker.weight, linker.crowding, linker.sums
        self.group_of: dict[int, int] = {}
        self.members: dict[int, set[int]] = {}
        self.group_weight: dict[int, float] = {}
        self.group_crowding: dict[int, float] = {}

    def run(self, groups: Iterable[Sequence[int]]) -> None:
        """Move units among `groups` of places until none is closer to another group than to its own."""
        for number, places in enumerate(sorted(map(sorted, groups))):
            inside = [place for place in places if place in self.units]
            self.members[number] = set(inside)
            self.group_of.update(dict.fromkeys(inside, number))
            self.group_weight[number] = sum(self.weight[unit] for unit in inside)
            self.group_crowding[number] = sum(self.crowding[unit] for unit in inside)
        for _ in range(_ROUNDS):
            moves = [self.move(unit) for unit in sorted(self.units)]
            if not any(moves):
                return

    def gather(self) -> Iterable[list[int]]:
        """The places of each group that is left."""
        return ([place for unit in units for place in self.units[unit]] for units in self.members.values() if units)

    def move(self, unit: int) -> bool:
        """Let one text go where it is closest; alone in its group it stays, since nothing was close enough to join."""
        home = self.group_of[unit]
        if len(self.members[home]) < 2:
            return False
        totals = {home: 0.0}
        for other, total in self.sums[unit].items():
            group = self.group_of[other]
            totals[group] = totals.get(group, 0.0) + total
        crowd = self.crowding[unit] / self.weight[unit]
        closest, best = self._closeness(unit, home, totals[home], crowd), home
        for group in sorted(totals.keys() - {home}):
            value = self._closeness(unit, group, totals[group], crowd)
            if value > closest + 1e-9 and value >= self.least:
                closest, best = value, group
        if best == home:
            return False
        for group, sign in ((home, -1), (best, 1)):
            self.group_weight[group] += sign * self.weight[unit]
            self.group_crowding[group] += sign * self.crowding[unit]
        self.members[home].discard(unit)
        self.members[best].add(unit)
        self.group_of[unit] = best
        return True

    def _closeness(self, unit: int, group: int, total: float, crowd: float) -> float:
        """Average closeness of a unit to the other voices of a group, less the crowding of both."""
        weight, crowding = self.group_weight[group], self.group_crowding[group]
        if self.group_of[unit] == group:
            weight, crowding = weight - self.weight[unit], crowding - self.crowding[unit]
        return total / (self.weight[unit] * weight) - (crowd + crowding / weight) / 2


def _measure(
    neighbourhood: Neighbourhood, groups: Sequence[Sequence[int]], voices: Sequence[float]
) -> tuple[tuple[float | None, ...], tuple[tuple[int, float] | None, ...]]:
    group_of = {place: number for number, group in enumerate(groups) for place in group}
    weight = [sum(voices[place] for place in group) for group in groups]
    crowd = [
        sum(voices[place] * neighbourhood.crowding[place] for place in group) / weight[number]
        for number, group in enumerate(groups)
    ]
    own: list[float | None] = []
    best: list[tuple[int, float] | None] = []
    for place, row in enumerate(neighbourhood.pairs):
        totals: dict[int, float] = {}
        for other in sorted(row):
            totals[group_of[other]] = totals.get(group_of[other], 0.0) + voices[other] * row[other]
        mine = group_of[place]
        rest = weight[mine] - voices[place]
        here = neighbourhood.crowding[place]
        own.append(totals.pop(mine, 0.0) / rest - (here + crowd[mine]) / 2 if len(groups[mine]) > 1 else None)
        totals.pop(mine, None)
        others = [(total / weight[number] - (here + crowd[number]) / 2, -number) for number, total in totals.items()]
        best.append((-max(others)[1], max(others)[0]) if others else None)
    return tuple(own), tuple(best)
