"""An index over the runs of words of many articles: which run stands in which article.

It is kept in blocks. A portion of new articles becomes a block of its own, without a look at the others; blocks are
merged in linear time. Stock text and candidates are judged from the merged index alone, so that however the articles
came in, and in whatever portions, what comes out is what a fresh index of all of them gives. No fingerprint is read
again. Pairs with an article that arrives are found by looking up its runs in each block, without a pass over the index.
As the archive grows a run may become stock text or cease to be, weigh less, or pair its articles with the fullest only,
and that concerns pairs of old articles too: they are known after a pass over the whole, some milliseconds a million
entries.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.errors import InputError
from firsthand.lineage.fingerprint import Fingerprint
from firsthand.text.alignment import mark_changes
from firsthand.text.shingles import HashArray, unpack_hashes

__all__ = [
    "RunBlock",
    "count_articles",
    "find_shared",
    "make_block",
    "merge_blocks",
    "read_sizes",
    "select_runs",
    "split_entries",
]

# An entry is one number: 40 bits of a run, 24 bits of an article.
_ARTICLE_BITS = 24
_ARTICLE_MASK = (1 << _ARTICLE_BITS) - 1

IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunBlock:
    """Part of the index: the runs of some articles.

    Attributes:
        articles: Ids, ascending; no article stands in two blocks of one index.
        outlets: Outlet of each, None where unknown.
        sizes: Number of runs of each, four bytes each, the lowest first.
        entries: A run and the place in `articles` of an article that holds it as one number of eight bytes, the lowest
            first: the run in the upper 40 bits, the place in the lower 24. Ascending.
    """

    articles: tuple[str, ...] = ()
    outlets: tuple[str | None, ...] = ()
    sizes: bytes = b""
    entries: bytes = b""


def read_sizes(block: RunBlock) -> IntArray:
    """How many runs each article of `block` has."""
    return np.frombuffer(block.sizes, dtype="<u4").astype(np.int64)


def split_entries(entries: HashArray) -> tuple[HashArray, IntArray]:
    """The runs of `entries`, and the places of their articles."""
    return entries >> np.uint64(_ARTICLE_BITS), (entries & np.uint64(_ARTICLE_MASK)).astype(np.int64)


def find_shared(block: RunBlock) -> HashArray:
    """The entries of those runs that two articles or more hold, ascending. Cost: linear, two bytes an entry."""
    entries = np.frombuffer(block.entries, dtype="<u8")
    is_shared = np.zeros(len(entries), dtype=bool)
    for start in range(0, len(entries) - 1, 1 << 20):  # piece by piece: a whole difference would weigh as the entries
        part = entries[start : start + (1 << 20) + 1]
        is_same = (part[1:] ^ part[:-1]) <= _ARTICLE_MASK
        is_shared[start : start + len(is_same)] |= is_same
        is_shared[start + 1 : start + 1 + len(is_same)] |= is_same
    return entries[is_shared].astype(np.uint64, copy=False)


def make_block(fingerprints: Collection[Fingerprint]) -> RunBlock:
    """The block of some articles.

    Args:
        fingerprints: One for each article, in any order.

    Raises:
        InputError: Two of them are of one article, or there are more than 16,777,216.
    """
    ordered = sorted(fingerprints, key=lambda item: item.article)
    articles = tuple(item.article for item in ordered)
    _refuse_unfit(articles)
    entries = unpack_hashes(b"".join(item.runs for item in ordered))
    sizes = np.array([len(item.runs) // 5 for item in ordered], dtype=np.int64)
    entries <<= np.uint64(_ARTICLE_BITS)
    entries |= np.repeat(np.arange(len(ordered), dtype=np.uint64), sizes)
    entries.sort()
    return RunBlock(
        articles=articles,
        outlets=tuple(item.outlet for item in ordered),
        sizes=sizes.astype("<u4").tobytes(),
        entries=entries.astype("<u8", copy=False).tobytes(),
    )


def merge_blocks(blocks: Sequence[RunBlock], without: Collection[str] = ()) -> RunBlock:
    """One block that stands for all: the same, byte for byte, as `make_block` of all their articles gives.

    Args:
        blocks: In any order.
        without: Ids of articles that are left out: those that were removed, or that have a newer state in a block
            that is merged in later.

    Raises:
        InputError: Two blocks hold one article, or all of them more than 16,777,216.
    """
    if len(blocks) == 1 and not without:
        return blocks[0]
    gone = frozenset(without)
    kept = [np.array([article not in gone for article in block.articles], dtype=bool) for block in blocks]
    records = sorted(
        (article, outlet, size)
        for block, is_kept in zip(blocks, kept, strict=True)
        for article, outlet, size, keep in zip(
            block.articles, block.outlets, read_sizes(block).tolist(), is_kept.tolist(), strict=True
        )
        if keep
    )
    articles = tuple(article for article, _, _ in records)
    _refuse_unfit(articles)
    place_of = {article: place for place, article in enumerate(articles)}
    parts = []
    for block, is_kept in zip(blocks, kept, strict=True):
        places = np.array([place_of.get(article, 0) for article in block.articles], dtype=np.uint64)
        parts.append(_renumber(block, places, is_kept))
    entries = np.concatenate([np.empty(0, dtype=np.uint64), *parts])
    entries.sort(kind="stable")  # merges what is sorted in parts in linear time
    return RunBlock(
        articles=articles,
        outlets=tuple(outlet for _, outlet, _ in records),
        sizes=np.array([size for _, _, size in records], dtype="<u4").tobytes(),
        entries=entries.astype("<u8", copy=False).tobytes(),
    )


def _renumber(block: RunBlock, places: HashArray, is_kept: NDArray[np.bool_]) -> HashArray:
    """The entries of `block` with other places; ascending as before, since both orders are that of the ids."""
    entries = np.frombuffer(block.entries, dtype="<u8").astype(np.uint64)
    owners = (entries & np.uint64(_ARTICLE_MASK)).astype(np.intp)
    if not is_kept.all():
        entries, owners = entries[is_kept[owners]], owners[is_kept[owners]]
    entries &= ~np.uint64(_ARTICLE_MASK)
    entries |= places[owners]
    return entries


def count_articles(blocks: Sequence[RunBlock], without: Collection[str] = ()) -> int:
    """How many articles `blocks` hold, those of `without` not counted."""
    gone = sum(1 for article in frozenset(without) for block in blocks if _find_place(block, article) is not None)
    return sum(len(block.articles) for block in blocks) - gone


def _find_place(block: RunBlock, article: str) -> int | None:
    place = bisect_left(block.articles, article)
    return place if place < len(block.articles) and block.articles[place] == article else None


def select_runs(blocks: Sequence[RunBlock], arrived: RunBlock, without: Collection[str] = ()) -> RunBlock:
    """Of all blocks merged, the runs of `arrived` with their articles.

    Sizes are those of the whole articles. Each run of `arrived` is looked up in each block by halving; no block is
    copied or passed over.

    Args:
        blocks: In any order.
        arrived: The block of other articles.
        without: Ids of articles of `blocks` that are left out; they may stand in `arrived`.

    Raises:
        InputError: An article of `arrived` stands in one of `blocks` too, and not in `without`.
    """
    gone = frozenset(without)
    for article in arrived.articles:
        if article not in gone and any(_find_place(block, article) is not None for block in blocks):
            _refuse_unfit((article, article))
    own = np.frombuffer(arrived.entries, dtype="<u8").astype(np.uint64, copy=False)
    firsts = own & ~np.uint64(_ARTICLE_MASK)
    firsts = firsts[mark_changes(firsts)]
    found = [own, *(_look_up(block, firsts, gone) for block in blocks)]
    parts = [_select_part(*each) for each in zip((arrived, *blocks), found, strict=True)]
    return merge_blocks([part for part in parts if part.articles])


def _select_part(block: RunBlock, entries: HashArray) -> RunBlock:
    """The block of some entries of `block`, with the articles that they are of."""
    runs, owners = split_entries(entries)
    places = np.unique(owners)
    chosen = places.tolist()
    kept = (runs << np.uint64(_ARTICLE_BITS)) | np.searchsorted(places, owners).astype(np.uint64)
    return RunBlock(
        articles=tuple(block.articles[place] for place in chosen),
        outlets=tuple(block.outlets[place] for place in chosen),
        sizes=np.frombuffer(block.sizes, dtype="<u4")[places].tobytes(),
        entries=kept.astype("<u8", copy=False).tobytes(),
    )


def _look_up(block: RunBlock, firsts: HashArray, gone: Collection[str]) -> HashArray:
    """The entries of `block` of some runs, each run given by the lowest entry that it could have, ascending."""
    entries = np.frombuffer(block.entries, dtype="<u8")
    starts = np.searchsorted(entries, firsts)
    is_there = starts < len(entries)
    is_there[is_there] = (entries[starts[is_there]] ^ firsts[is_there]) <= _ARTICLE_MASK
    starts = starts[is_there]
    counts = np.searchsorted(entries, firsts[is_there] | np.uint64(_ARTICLE_MASK), side="right") - starts
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    found: HashArray = entries[np.repeat(starts, counts) + within].astype(np.uint64, copy=False)
    places = [place for article in gone if (place := _find_place(block, article)) is not None]
    if places:
        found = found[~np.isin(split_entries(found)[1], places)]
    return found


def _refuse_unfit(articles: Sequence[str]) -> None:
    if len(articles) > _ARTICLE_MASK + 1:
        raise InputError(
            f"{len(articles):,} articles are too many for one index of copied text.",
            f"Keep at most {_ARTICLE_MASK + 1:,} in one archive.",
        )
    for one, other in itertools.pairwise(articles):
        if one == other:
            raise InputError(f"Article {one} stands twice in the index of copied text.", "Give each article once.")
