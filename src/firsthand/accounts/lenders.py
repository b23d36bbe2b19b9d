"""Articles that have text of one another, and what of it is missing in the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from firsthand.accounts.affair import Affair
from firsthand.model import Direction, Relation, Span, overlap_length

__all__ = ["Loan", "find_left_out", "find_loans"]

# Articles of which one is the other's text, whole, shortened or rewritten; an excerpt stands in an account of its own.
_WHOLE_TEXTS = frozenset({Relation.REPRINT, Relation.CUT, Relation.REWRITE, Relation.COMMON})
# Of its body that an article must have in common with the other, and that is enough whatever the relation.
_LEAST_SHARE, _MOST_SHARE = 0.25, 0.5
# Of a sentence that may stand in a passage of copied text where the sentence was left out.
_LEFT_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Loan:
    """That one article has text of another."""

    giver: str
    taker: str
    taken: float  # share of the taker's body that stands in the giver's text
    is_known: bool  # whether the taker has it from the giver; else either may have it from the other, or from a third
    copied: tuple[Span, ...]  # what of the giver's text stands in the taker

    def is_left_out(self, span: Span) -> bool:
        """Whether the sentence of the giver at `span` does not stand in the text that both have."""
        inside = sum(overlap_length(span, each) for each in self.copied)
        return inside <= _LEFT_SHARE * (span.end - span.start)


def find_loans(affair: Affair) -> list[Loan]:
    """Which article has text of which; by taker, then giver.

    Where the direction is not known there is a loan either way. A quarter of the taker's body at least, where the one
    is a reprint, a shortened or a rewritten form of the other; else half of it.
    """
    copied: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for passage in affair.passages:
        copied[passage.a, passage.b].append(passage.a_span)
        copied[passage.b, passage.a].append(passage.b_span)
    loans = []
    for link in affair.lineages:
        for giver, taker, taken, direction in (
            (link.a, link.b, link.containment_b, Direction.A_TO_B),
            (link.b, link.a, link.containment_a, Direction.B_TO_A),
        ):
            is_known = link.direction is direction
            is_open = link.direction in {Direction.UNKNOWN, Direction.COMMON_SOURCE}
            least = _LEAST_SHARE if link.relation in _WHOLE_TEXTS else _MOST_SHARE
            if (is_known or is_open) and taken >= least:
                loans.append(Loan(giver, taker, taken, is_known, tuple(sorted(copied[giver, taker]))))
    return sorted(loans, key=lambda loan: (loan.taker, loan.giver))


def find_left_out(affair: Affair, spans: Mapping[str, Sequence[Span]]) -> Collection[tuple[str, Span]]:
    """Which of the sentences at `spans`, by article, are missing in an article that has text of theirs."""
    return {
        (loan.giver, span)
        for loan in find_loans(affair)
        for span in spans.get(loan.giver, ())
        if loan.is_left_out(span)
    }
