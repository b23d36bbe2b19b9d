"""Grounds: what speaks for one of the three ways in which two articles can have the same text, and how it is weighed.

The three ways: b has it from a, a has it from b, both have it from a third. Most grounds only rule one way out: an
article that came out later gave nothing, but it may have copied the other or a third. So a direction is given only
where something points to the giver, and nothing of weight points elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from firsthand.model import Article, Direction, Passage, Span, union_spans

__all__ = [
    "CONTRADICTORY",
    "NOTHING_SAID",
    "UNDECIDED",
    "Ground",
    "GroundKind",
    "Objection",
    "Side",
    "Weight",
    "sides_of",
    "weigh_grounds",
]


NOTHING_SAID = "no credit, address or citation says who had the text first"
UNDECIDED = "this does not decide who had the text first"
CONTRADICTORY = "these reasons contradict one another"


class Weight(IntEnum):
    """How much a ground says of where the shared text comes from."""

    HINT = 1  # fits one way, and would fit others too
    TEXT = 3  # says where text of the article is from
    PLACE = 4  # says it in the shared text or beside it
    WHOLE = 6  # says it of the whole text


class GroundKind(StrEnum):
    """What a ground rests on. Two grounds of one kind are not two witnesses."""

    CREDIT = "credit"
    NAMING = "naming"
    SIGNATURE = "signature"
    OWN_WORK = "own work"
    AGENCY = "agency"
    CORRECTION = "correction"
    ORDER = "order in time"
    STYLE = "house style"
    CUT = "cut from the end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One reason for one way, in words for readers."""

    kind: GroundKind
    direction: Direction  # the way it points to; never unknown
    weight: Weight
    words: str
    via: str | None = None  # the house that the text comes from, as it is named


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """One reason against one way. It overturns what weighs no more than `weight`."""

    direction: Direction
    weight: Weight
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A pair of articles seen from one of them: what it would mean that `taker` has the text from `giver`."""

    giver: Article
    taker: Article
    direction: Direction
    passages: tuple[Passage, ...]  # told ones, of the pair

    def turned(self) -> Side:
        """The pair seen from the other article."""
        turned = Direction.B_TO_A if self.direction is Direction.A_TO_B else Direction.A_TO_B
        return Side(giver=self.taker, taker=self.giver, direction=turned, passages=self.passages)

    def span_pairs(self) -> list[tuple[Span, Span]]:
        """The shared stretches: in the giver and in the taker, in order of place in the giver."""
        if self.direction is Direction.A_TO_B:
            return sorted((passage.a_span, passage.b_span) for passage in self.passages)
        return sorted((passage.b_span, passage.a_span) for passage in self.passages)

    def giver_spans(self) -> list[Span]:
        """The shared stretches in the giver, joined, in order."""
        return union_spans([span for span, _ in self.span_pairs()])

    def taker_spans(self) -> list[Span]:
        """The shared stretches in the taker, joined, in order."""
        return union_spans([span for _, span in self.span_pairs()])


def sides_of(a: Article, b: Article, passages: Sequence[Passage]) -> tuple[Side, Side]:
    """The pair seen both ways: b from a, then a from b."""
    side = Side(giver=a, taker=b, direction=Direction.A_TO_B, passages=tuple(passages))
    return side, side.turned()


def _total(grounds: Sequence[Ground], direction: Direction) -> int:
    """The weights of the strongest ground of each kind that points to `direction`, in sum."""
    best: dict[GroundKind, int] = {}
    for ground in grounds:
        if ground.direction is direction:
            best[ground.kind] = max(best.get(ground.kind, 0), int(ground.weight))
    return sum(best.values())


def weigh_grounds(
    grounds: Sequence[Ground], objections: Sequence[Objection]
) -> tuple[Direction, str | None, list[str]]:
    """The way that the grounds leave, the house it goes through, and why; unknown where they leave none or several.

    A way needs `Weight.TEXT` in sum. Anything that weighs at least half as much for another way, or an objection of
    the weight of its strongest ground, makes it unknown. A ground for the whole text is overturned by another one for
    the whole text, and by such an objection, only.

    Args:
        grounds: In any order.
        objections: In any order.

    Returns:
        Direction, via, reasons; the reasons that count come first, and nothing that was found is left out.
    """
    ordered = sorted(grounds, key=lambda g: (-g.weight, g.kind, g.direction, g.words))
    reasons = list(dict.fromkeys(ground.words for ground in ordered))
    against = list(
        dict.fromkeys(objection.words for objection in sorted(objections, key=lambda o: (-o.weight, o.words)))
    )
    totals = {way: _total(ordered, way) for way in (Direction.A_TO_B, Direction.B_TO_A, Direction.COMMON_SOURCE)}
    way = max(totals, key=lambda each: totals[each])
    whole = {ground.direction for ground in ordered if ground.weight is Weight.WHOLE}
    if len(whole) == 1:
        way = next(iter(whole))
    chosen = [ground for ground in ordered if ground.direction is way]
    if not chosen or totals[way] < Weight.TEXT:
        return Direction.UNKNOWN, None, [*reasons, *against]
    contested = any(2 * total >= totals[way] for other, total in totals.items() if other is not way)
    if (contested and len(whole) != 1) or len(whole) > 1:
        return Direction.UNKNOWN, None, [*reasons, CONTRADICTORY, *against]
    strongest = chosen[0].weight
    if any(objection.direction is way and objection.weight >= strongest for objection in objections):
        return Direction.UNKNOWN, chosen[0].via, [*reasons, *against]
    first = [ground.words for ground in chosen]
    return way, chosen[0].via, [*dict.fromkeys([*first, *reasons])]
