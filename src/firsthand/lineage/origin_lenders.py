"""From whom an origin borrows, and what is said of that in words."""

from __future__ import annotations

from typing import NamedTuple

from firsthand.lexicon.agencies import UNNAMED_AGENCIES
from firsthand.lineage.direction import is_own_text
from firsthand.lineage.origin_compilations import is_compiled_in
from firsthand.lineage.origin_pile import OriginGroup, OriginPile
from firsthand.model import CreditRole, Direction

__all__ = ["Borrowing", "find_borrowing", "is_from_third"]

_MOST_LENT = 20  # takers of one text that are named; the others are counted


class Borrowing(NamedTuple):
    """What an origin has from others, and others from it."""

    lenders: tuple[str, ...]  # origin ids, or names of agencies whose report is not here; most borrowed from first
    evidence: tuple[str, ...]


def is_from_third(pile: OriginPile, group: OriginGroup) -> bool:
    """Whether a lone, uncredited article is mostly text of one other article, and neither is seen to be the source."""
    if group.source or len(group.members) > 1:
        return False
    [article] = group.members
    return any(
        pile.containment(article, other) > pile.settings.copied_share
        and pile.has_third(article, other)
        and not is_compiled_in(pile, article, other)
        for other in sorted(pile.partners[article])
    )


def _is_known_source(pile: OriginPile, group: OriginGroup) -> bool:
    """Whether the text of `group` is that of a source that is known, or of one that is known not to be here."""
    return group.source is not None or group.is_inferred or pile.articles[group.core[0]].kind == "release"


def find_borrowing(pile: OriginPile, group: OriginGroup) -> Borrowing:
    """Whom the own text of `group` borrows from, with the share of the body for each, and who has text from it.

    What an agency, a release or a source outside the archive is seen to share counts as borrowed only where the
    direction is known; of two outlets' own accounts with unknown direction each says that it may be the borrower.
    What a member that joined has beyond the origin's text is its own affair and counts for none.

    Args:
        pile: With all groups.
        group: One of them.
    """
    is_known = _is_known_source(pile, group)
    inside = set(group.members)
    borrowed: dict[str, float] = {}
    lines, lent = [], []
    for article in group.core:
        for other in sorted(_near(pile, article) - inside):
            share = pile.containment(article, other)
            if not share:
                continue
            if _has_lent(pile, article, other):
                back = pile.containment(other, article)
                taken = f", {share:.0%} of the release" if pile.articles[article].kind == "release" else ""
                lent.append((-back, f"{back:.0%} of the body of {other} stands in {article} and is from there{taken}"))
            elif pile.is_from(article, other) or is_compiled_in(pile, other, article) or not is_known:
                lender = _lender(pile, article, other)
                if lender == group.source:
                    continue
                borrowed[lender] = max(share, borrowed.get(lender, 0.0))
                lines.append((-share, _borrowed_words(pile, article, other, share)))
    lent_lines = [words for _, words in sorted(lent)]
    if len(lent_lines) > _MOST_LENT:
        lent_lines = [*lent_lines[:_MOST_LENT], f"{len(lent_lines) - _MOST_LENT} more have less from there"]
    partly, partly_words = _partly_credited(pile, group, borrowed)
    ranked = sorted(borrowed, key=lambda lender: (-borrowed[lender], lender))
    return Borrowing(
        lenders=(*ranked, *partly), evidence=(*(words for _, words in sorted(lines)), *partly_words, *lent_lines)
    )


def _has_lent(pile: OriginPile, article: str, other: str) -> bool:
    return pile.is_from(other, article) or is_compiled_in(pile, article, other)


def _lender(pile: OriginPile, article: str, other: str) -> str:
    """The origin of `other`, or the agency that both have it from where `other` is not of that agency's origin."""
    lineage, source = pile.links[article, other], pile.source_of(other)
    if lineage.direction is not Direction.COMMON_SOURCE or lineage.via is None or source is not None:
        return pile.identity_of(other)
    known = [
        near
        for near in sorted(_near(pile, article))
        if pile.source_of(near) == lineage.via and pile.containment(article, near)
    ]
    return pile.identity_of(known[0]) if known else lineage.via


def _near(pile: OriginPile, article: str) -> set[str]:
    return pile.partners.get(article, set()) | pile.lenders.get(article, set())


def _borrowed_words(pile: OriginPile, article: str, other: str, share: float) -> str:
    lineage = pile.links[article, other]
    words = f"{share:.0%} of the body of {article} also stands in {other}"
    if pile.is_from(article, other):
        return f"{words} and is from there"
    if is_compiled_in(pile, other, article):
        return f"{words}, all of which it holds beside other text"
    if lineage.direction is Direction.COMMON_SOURCE:
        return f"{words}; both have it from {lineage.via}" if lineage.via else words
    return f"{words}; who had it first is unknown"


def _partly_credited(pile: OriginPile, group: OriginGroup, borrowed: dict[str, float]) -> tuple[list[str], list[str]]:
    """Agencies that own accounts credit a part of their text to, where none of that text is seen here."""
    if group.source is not None:
        return [], []
    seen = {pile.source_of(other) for article in group.core for other in _near(pile, article)} | set(borrowed)
    names, words = [], []
    for article in group.core:
        partial = {credit.name for credit in pile.articles[article].credits if credit.role is CreditRole.PARTIAL}
        partial -= {*pile.credits[article], UNNAMED_AGENCIES}
        for name in sorted(partial - seen):
            if name not in names and not is_own_text(pile.articles[article], name):
                names.append(name)
                words.append(f"{article} credits a part of its text to {name}; which part is not seen here")
    return names, words
