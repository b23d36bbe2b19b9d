"""Directions that only the rest of the archive tells: of pairs whose own two articles do not say who had the text."""

from __future__ import annotations

from firsthand import lineage
from firsthand.model import Direction, Lineage
from firsthand.pipeline.library import Library
from firsthand.pipeline.pair_book import PairBook
from firsthand.pipeline.workshop import Workshop

__all__ = ["settle_directions"]


def settle_directions(shop: Workshop, library: Library, book: PairBook) -> None:
    """Look again at the pairs of every article that gained or lost a partner, with all that share text with them.

    What a pair's own articles say is judged before, pair by pair, and goes before everything that others say of it. A
    direction that rested on an article which went is given up.
    """
    near = book.of(book.touched)
    before: dict[tuple[str, str], Lineage] = {}
    for (a, b), (link, passages) in near.items():
        own = None
        if lineage.is_settled(link):
            own = lineage.judge_lineage(library[a], library[b], passages, shop.settings.lineage)
        before[a, b] = own or link
    ends = {end for pair, link in before.items() if link.direction is Direction.UNKNOWN for end in pair}
    pile = book.of(ends)
    settled = lineage.settle_lineages(
        [before.get(pair, link) for pair, (link, _) in pile.items()],
        [passage for _, passages in pile.values() for passage in passages],
        library.select({end for pair in pile for end in pair}),
    )
    found = before | {pair: link for pair, link in zip(pile, settled, strict=True) if pair in before}
    for pair, link in found.items():
        book.put(link, near[pair][1])
