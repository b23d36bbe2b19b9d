"""Quotations that stand in copied text: the same saying as what stands in their place in the other article."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from firsthand.accounts.affair import Affair
from firsthand.accounts.saying_links import Link
from firsthand.accounts.stretches import Piece
from firsthand.model import PassageKind, Span, is_inside

__all__ = ["link_copies"]

# Of the shorter one's words so many stand in the other, in order; and it is no shorter than that share of the other.
_KEPT_SHARE = 0.6
# How far apart two places of one passage may be, as a share of its length, to be the same place.
_SHIFT = 0.2


def link_copies(pieces: Sequence[Piece], affair: Affair) -> list[Link]:
    """Links between pieces that stand in the same place of a passage, in order; one passage links a piece once.

    Whatever their articles say of the speaker, and however short they are: who copies a sentence copies its saying.

    Args:
        pieces: By article and place.
        affair: For the passages.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        places[piece.stretch.article].append(place)
    for held in places.values():
        held.sort(key=lambda place: pieces[place].span)
    found: dict[tuple[int, int], Link] = {}
    for passage in affair.passages:
        if passage.kind is PassageKind.CAPTION:
            continue
        of_a = _find_inside(places.get(passage.a, []), passage.a_span, pieces)
        of_b = _find_inside(places.get(passage.b, []), passage.b_span, pieces)
        for link in _match(of_a, of_b, passage.a_span, passage.b_span, pieces):
            found[link.a, link.b] = max(link, found.get((link.a, link.b), link))
    return [found[key] for key in sorted(found)]


def _find_inside(places: Sequence[int], span: Span, pieces: Sequence[Piece]) -> list[int]:
    first = bisect_left(places, span.start, key=lambda place: pieces[place].span.start)
    last = bisect_left(places, span.end, key=lambda place: pieces[place].span.start)
    return [place for place in places[first:last] if is_inside(pieces[place].span, span)]


def _match(of_a: Sequence[int], of_b: Sequence[int], a_span: Span, b_span: Span, pieces: Sequence[Piece]) -> list[Link]:
    links: list[Link] = []
    for a in of_a:
        best: tuple[float, int] | None = None
        for b in of_b:
            kept = _share_kept(pieces[a], pieces[b], a_span, b_span)
            if kept >= _KEPT_SHARE and (best is None or kept > best[0]):
                best = kept, b
        if best is not None:
            links.append(Link(min(a, best[1]), max(a, best[1]), round(best[0], 6), is_sure=True))
    return links


def _share_kept(one: Piece, other: Piece, one_span: Span, other_span: Span) -> float:
    """Words that both have in order, as a share of the longer one's; 0 where they stand in other places."""
    short, long = sorted((len(one.keys), len(other.keys)))
    at_one = (one.span.start - one_span.start) / (one_span.end - one_span.start)
    at_other = (other.span.start - other_span.start) / (other_span.end - other_span.start)
    if short < _KEPT_SHARE * long or abs(at_one - at_other) > _SHIFT:
        return 0.0
    return LCSseq.similarity(one.keys, other.keys) / long
