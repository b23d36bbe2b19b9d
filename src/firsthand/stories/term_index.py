"""What is kept of the articles of an archive so that new ones find those near them: their terms, in blocks.

A portion of new articles becomes a block of its own, without a look at the others; blocks are merged by joining their
bytes, and each doubling of the archive writes an entry again at most once. A term is a number, given when the first
block that holds it is made. What a term weighs is judged from all articles at once and kept until the archive has
grown by a tenth; terms that came later are counted as they come.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from firsthand.errors import InputError
from firsthand.stories.features import StoryFeatures
from firsthand.stories.weighting import expected_shares
from firsthand.text.sentence_vectors import DIMENSIONS
from firsthand.text.shingles import HashArray, hash_words

__all__ = [
    "KINDS",
    "StoryIndex",
    "TermBlock",
    "TermTable",
    "Terms",
    "hash_terms",
    "make_block",
    "merge_blocks",
    "refuse_repeats",
    "without_articles",
]

KINDS = 4  # blocks of a weighting: words, opening, names, numbers
_MOST_COUNT = 255  # a word repeated more often than this weighs no more

IntArray = NDArray[np.int64]
Terms = tuple[Mapping[str, int], ...]  # of one article, a count for each term, kind by kind


@dataclass(frozen=True, slots=True, kw_only=True)
class TermBlock:
    """The terms of some articles. All numbers are packed, the lowest byte first.

    Attributes:
        articles: Ids; their order over all blocks numbers the articles of the index.
        languages: Language of each, None where unknown.
        happened: Day of each main happening counted from the year 1, four bytes each; 0 where unknown.
        published: Day of publication, likewise.
        vectors: The sentence vector of each title, `DIMENSIONS` bytes; zeros where there is none.
        sizes: How many terms of each of the four kinds each article has, two bytes a kind.
        columns: Numbers of those terms, four bytes each: article by article, kind by kind, ascending.
        counts: How often each stands in its article, one byte each.
        terms: Hashes of the terms that this block is the first to hold, eight bytes each, in the order of their
            numbers: they follow those of the blocks before.
        shares: Share of news articles in which each of these would be expected, four bytes each (float).
    """

    articles: tuple[str, ...] = ()
    languages: tuple[str | None, ...] = ()
    happened: bytes = b""
    published: bytes = b""
    vectors: bytes = b""
    sizes: bytes = b""
    columns: bytes = b""
    counts: bytes = b""
    terms: bytes = b""
    shares: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermTable:
    """How many voices use each term.

    Attributes:
        frequencies: Voices that use each term, by its number, four bytes each (float).
        judged: Terms with lower numbers than this are frozen; the others are counted as articles come.
        voices: Voices in the archive when it was last judged.
        articles: Articles in the archive when it was last judged.
    """

    frequencies: bytes = b""
    judged: int = 0
    voices: float = 0.0
    articles: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryIndex:
    """All that grouping keeps of an archive beside its stories. Empty for a new one.

    Attributes:
        blocks: The articles, in the order of their numbers; few, each about half as large as the one before.
        table: What the terms are judged by.
        voices: Per article, the part of a voice that it is, four bytes each (float).
        nearest: Per article, its highest closeness values before time votes, `CROWD_RANKS` of two bytes (float),
            descending, 0 where there are fewer: how crowded its place is.
    """

    blocks: tuple[TermBlock, ...] = ()
    table: TermTable = TermTable()
    voices: bytes = b""
    nearest: bytes = b""


def hash_terms(kind: int, terms: Sequence[str]) -> HashArray:
    """64-bit hashes of terms of one kind: a word of the opening is another term than the same word of the whole."""
    return hash_words([f"{kind}{term}" for term in terms])


def make_block(features: Sequence[StoryFeatures], counted: Iterable[Terms], known: HashArray) -> TermBlock:
    """The block of some articles, in their order.

    Args:
        features: One for each article; no article twice.
        counted: Their terms, as `count_terms` gives them.
        known: Hashes of the terms of the blocks before, by their numbers.
    """
    hashes, rows, counts, sizes, shares = _collect(counted)
    order = np.argsort(known)
    place = np.searchsorted(known, hashes, sorter=order)
    number = order[np.minimum(place, len(known) - 1)] if len(known) else np.zeros(len(hashes), dtype=np.int64)
    is_new = (known[number] != hashes) if len(known) else np.ones(len(hashes), dtype=bool)
    fresh, first = np.unique(hashes[is_new], return_index=True)
    number[is_new] = len(known) + np.searchsorted(fresh, hashes[is_new])
    columns = number[rows]
    # Ascending within each article and kind: that is how rows are multiplied.
    segment = np.repeat(np.arange(len(sizes)), sizes)
    within = np.lexsort((columns, segment))
    return TermBlock(
        articles=tuple(one.article for one in features),
        languages=tuple(one.language for one in features),
        happened=_pack_days([one.event_date for one in features]),
        published=_pack_days([one.published for one in features]),
        vectors=b"".join(one.vector if len(one.vector) == DIMENSIONS else bytes(DIMENSIONS) for one in features),
        sizes=np.array(sizes, dtype="<u2").tobytes(),
        columns=columns[within].astype("<i4").tobytes(),
        counts=np.minimum(counts, _MOST_COUNT).astype(np.uint8)[within].tobytes(),
        terms=fresh.astype("<u8").tobytes(),
        shares=shares[is_new][first].astype("<f4").tobytes(),
    )


def _collect(
    counted: Iterable[Terms],
) -> tuple[HashArray, IntArray, list[int], list[int], NDArray[np.float64]]:
    """Hashes of the distinct terms, which of them each entry is, its count, entries of each kind, shares."""
    places: list[dict[str, int]] = [{} for _ in range(KINDS)]
    entries: list[int] = []
    counts: list[int] = []
    sizes: list[int] = []
    kinds: list[int] = []
    for blocks in counted:
        for kind, terms in enumerate(blocks):
            place_of = places[kind]
            entries += [place_of.setdefault(term, len(place_of)) for term in terms]
            counts += terms.values()
            sizes.append(len(terms))
            kinds.append(kind)
    starts = np.array([0, *itertools.accumulate(map(len, places))])
    rows = np.array(entries, dtype=np.int64) + np.repeat(starts[kinds], sizes)
    hashes = np.concatenate([hash_terms(kind, list(held)) for kind, held in enumerate(places)])
    shares = [share(term) for share, held in zip(expected_shares(), places, strict=True) for term in held]
    return hashes, rows, counts, sizes, np.array(shares)


def merge_blocks(blocks: Sequence[TermBlock]) -> TermBlock:
    """One block that stands for all of `blocks`, which follow one another."""
    return TermBlock(
        articles=tuple(article for block in blocks for article in block.articles),
        languages=tuple(language for block in blocks for language in block.languages),
        happened=b"".join(block.happened for block in blocks),
        published=b"".join(block.published for block in blocks),
        vectors=b"".join(block.vectors for block in blocks),
        sizes=b"".join(block.sizes for block in blocks),
        columns=b"".join(block.columns for block in blocks),
        counts=b"".join(block.counts for block in blocks),
        terms=b"".join(block.terms for block in blocks),
        shares=b"".join(block.shares for block in blocks),
    )


def without_articles(block: TermBlock, gone: Collection[str]) -> TermBlock:
    """`block` without the articles that are `gone`; its terms keep their numbers."""
    if not any(article in gone for article in block.articles):
        return block
    kept = np.array([article not in gone for article in block.articles], dtype=bool)
    sizes = np.frombuffer(block.sizes, dtype="<u2").reshape(-1, KINDS)
    entries = np.repeat(kept, sizes.sum(axis=1, dtype=np.int64))
    return replace(
        block,
        articles=tuple(itertools.compress(block.articles, kept)),
        languages=tuple(itertools.compress(block.languages, kept)),
        happened=np.frombuffer(block.happened, dtype="<i4")[kept].tobytes(),
        published=np.frombuffer(block.published, dtype="<i4")[kept].tobytes(),
        vectors=np.frombuffer(block.vectors, dtype=np.int8).reshape(-1, DIMENSIONS)[kept].tobytes(),
        sizes=sizes[kept].tobytes(),
        columns=np.frombuffer(block.columns, dtype="<i4")[entries].tobytes(),
        counts=np.frombuffer(block.counts, dtype=np.uint8)[entries].tobytes(),
    )


def _pack_days(days: Sequence[str | None]) -> bytes:
    return np.array([datetime.date.fromisoformat(day).toordinal() if day else 0 for day in days], dtype="<i4").tobytes()


def refuse_repeats(articles: Sequence[str]) -> None:
    """Raise where one article is described twice."""
    if len(set(articles)) != len(articles):
        raise InputError("Two descriptions of one article were given to arrive.", "Give each article once.")
