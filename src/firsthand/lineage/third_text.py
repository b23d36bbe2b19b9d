"""Third texts: what the rest of the pile says of a pair whose two articles do not say who had the text first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from firsthand.lineage.crediting import full_credits, is_own_text, text_sources
from firsthand.lineage.grounds import CONTRADICTORY, NOTHING_SAID, UNDECIDED
from firsthand.lineage.publication_order import is_known_later
from firsthand.model import (
    Article,
    Direction,
    Lineage,
    Passage,
    PassageKind,
    Relation,
    Span,
    overlap_length,
    union_spans,
)

__all__ = ["is_settled", "settle_lineages"]

_COVERED = 0.5  # more than this share of what a pair shares must stand in the third too, on both sides
_SEEN = "seen from another article: "  # how such a reason begins
_MOST_THIRDS = 60  # articles that share text with both and are looked at


def is_settled(lineage: Lineage) -> bool:
    """Whether the direction of `lineage` follows from other articles of the pile, not from its own two."""
    return bool(lineage.evidence) and lineage.evidence[0].startswith(_SEEN)


class _Pile:
    """The lineages of an archive with their passages, seen from either side."""

    def __init__(
        self, lineages: Sequence[Lineage], passages: Sequence[Passage], articles: Mapping[str, Article]
    ) -> None:
        self.articles = articles
        self.lineage: dict[tuple[str, str], Lineage] = {}
        self.partners: dict[str, set[str]] = defaultdict(set)
        for lineage in lineages:
            self.lineage[lineage.a, lineage.b] = self.lineage[lineage.b, lineage.a] = lineage
            self.partners[lineage.a].add(lineage.b)
            self.partners[lineage.b].add(lineage.a)
        self.spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
        for passage in passages:
            if passage.kind is not PassageKind.CAPTION:
                self.spans[passage.a, passage.b].append(passage.a_span)
                self.spans[passage.b, passage.a].append(passage.b_span)

    def is_given(self, giver: str, taker: str) -> bool:
        """Whether `taker` is seen to have text from `giver`."""
        lineage = self.lineage[giver, taker]
        if is_settled(lineage):
            return False
        return lineage.direction is (Direction.A_TO_B if lineage.a == giver else Direction.B_TO_A)

    def thirds(self, one: str, other: str) -> list[str]:
        """Articles that share told text with both, sorted."""
        near = self.partners[one] & self.partners[other]
        return sorted(third for third in near if self.spans[one, third] and self.spans[other, third])[:_MOST_THIRDS]

    def covered(self, one: str, other: str, thirds: Sequence[str]) -> float:
        """Share of what `one` has in common with `other`, in `one`, that stands in some of `thirds` too."""
        shared = union_spans(self.spans[one, other])
        found = union_spans([span for third in thirds for span in self.spans[one, third]])
        whole = sum(span.end - span.start for span in shared)
        return sum(overlap_length(span, there) for span in shared for there in found) / whole if whole else 0.0

    def shared_length(self, one: str, other: str) -> int:
        """Characters of `one` that it has in common with `other`."""
        return sum(span.end - span.start for span in union_spans(self.spans[one, other]))


def _witnesses(pile: _Pile, giver: str, taker: str) -> Iterator[str]:
    """Articles that name the giver's house as the source of text which the taker has too."""
    for third in pile.thirds(giver, taker):
        if not pile.is_given(giver, third) or not is_own_text(
            pile.articles[giver], pile.lineage[giver, third].via or ""
        ):
            continue
        same = any(
            2 * overlap_length(one, other) > min(one.end - one.start, other.end - other.start)
            for one in pile.spans[giver, third]
            for other in pile.spans[giver, taker]
        )
        # The taker must have more of the giver than of the witness: else it may know the giver's text from there.
        if same and pile.shared_length(taker, giver) > pile.shared_length(taker, third):
            yield third


def _by_witness(pile: _Pile, lineage: Lineage) -> Lineage | None:
    """A third article names one of the two as the source of the text, and the other came out later."""
    found = []
    if not pile.thirds(lineage.a, lineage.b):
        return None
    for giver, taker in ((lineage.a, lineage.b), (lineage.b, lineage.a)):
        first, second = pile.articles[giver], pile.articles[taker]
        if not is_known_later(second, first) or text_sources(first) or text_sources(second):
            continue
        if first.outlet and is_own_text(second, first.outlet):  # a house writes on its own reports
            continue
        witness = next(_witnesses(pile, giver, taker), None)
        if witness is not None:
            via = pile.lineage[giver, witness].via
            reason = f"{witness}, which has text of both, names {via}, which published {giver}; {taker} came out later"
            direction = Direction.A_TO_B if giver == lineage.a else Direction.B_TO_A
            found.append((direction, via, reason))
    if len(found) != 1:
        return None
    direction, via, reason = found[0]
    return _settled(lineage, direction, via, reason)


def _by_third(pile: _Pile, lineage: Lineage) -> Lineage | None:
    """Most of what the two share stands in a third that both have it from, or that credits it to an agency."""
    a, b = lineage.a, lineage.b
    thirds = pile.thirds(a, b)
    givers = [third for third in thirds if pile.is_given(third, a) and pile.is_given(third, b)]
    by_source: dict[str, list[str]] = defaultdict(list)
    for third in thirds:
        credited = full_credits(pile.articles[third])
        if len(credited) == 1:
            by_source[credited[0]].append(third)
    candidates = [(pile.lineage[a, giver].via, [giver], f"both have it from {giver}") for giver in givers]
    candidates += [
        (source, credited, f"{credited[0]}, which has it too, credits its whole text to {source}")
        for source, credited in sorted(by_source.items())
        if not any(is_own_text(pile.articles[one], source) for one in (a, b))
    ]
    for via, holders, reason in candidates:
        share = min(pile.covered(a, b, holders), pile.covered(b, a, holders))
        if share > _COVERED:
            return _settled(lineage, Direction.COMMON_SOURCE, via, f"{reason}: {share:.0%} of what the two share")
    return None


def _settled(lineage: Lineage, direction: Direction, via: str | None, reason: str) -> Lineage:
    relation = Relation.COMMON if direction is Direction.COMMON_SOURCE else lineage.relation
    evidence = (f"{_SEEN}{reason}", *(each for each in lineage.evidence if each not in {NOTHING_SAID, UNDECIDED}))
    return replace(lineage, direction=direction, via=via, relation=relation, evidence=evidence)


def settle_lineages(
    lineages: Sequence[Lineage], passages: Sequence[Passage], articles: Mapping[str, Article]
) -> list[Lineage]:
    """The lineages, with a direction where only the rest of the pile tells it.

    Two articles that say nothing of their source may share text with a third that does. Where a third article names
    one of the two as the source of the text, and the other came out later, that other has it from there. Where most of
    what the two share stands in a text that both have it from, or that credits an agency, they have it from a common
    source. A pair for which the two articles themselves gave a direction, or contradictory reasons for one, stays.

    Args:
        lineages: From `judge_lineage`: of every linked pair, or of the pairs in question with all pairs that share an
            article with one of them. A pair that was settled before counts as unknown for others, and stays as it is:
            what it was before, `judge_lineage` tells.
        passages: Of these pairs.
        articles: By id; every article of `lineages`.

    Returns:
        As many, in the order given. What is found for a pair rests on what its two articles and one third say of
        themselves, never on what was settled for others: so when articles come or go, only pairs of which one article
        gained or lost a partner can change, and the order of what is given changes nothing.
    """
    pile = _Pile(lineages, passages, articles)
    return [
        (_by_witness(pile, lineage) or _by_third(pile, lineage) or lineage) if _is_open(pile, lineage) else lineage
        for lineage in lineages
    ]


def _is_open(pile: _Pile, lineage: Lineage) -> bool:
    """Whether nothing that the two say of themselves decides their direction, nor contradicts itself."""
    if lineage.direction is not Direction.UNKNOWN or lineage.relation is Relation.VERSION or lineage.via is not None:
        return False
    return bool(pile.spans[lineage.a, lineage.b]) and CONTRADICTORY not in lineage.evidence
