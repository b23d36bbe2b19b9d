"""An index made ready for use: where each term stands, what it weighs, and the rows of articles as vectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from firsthand.stories.closeness import CROWD_RANKS
from firsthand.stories.term_index import (
    KINDS,
    IntArray,
    StoryIndex,
    TermBlock,
    Terms,
    TermTable,
    hash_terms,
    merge_blocks,
)
from firsthand.stories.weighting import Block, Weighting, rarities

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from firsthand.text.shingles import HashArray
from firsthand.text.index_blocks import blocks_to_merge

__all__ = [
    "LOG_COUNTS",
    "OpenedBlock",
    "OpenedIndex",
    "add_block",
    "judge_table",
    "open_index",
    "take_ranges",
    "weigh_rows",
    "weigh_terms",
]

# (1 + log count) of every count that a block can hold.
LOG_COUNTS: NDArray[np.float64] = 1.0 + np.log(np.maximum(np.arange(256), 1))

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class OpenedBlock:
    """One block as arrays.

    Attributes:
        record: As it is kept.
        first: Number of its first article.
        bounds: Where the terms of each article and kind begin in `columns`; one more at the end.
        columns: Numbers of the terms.
        counts: How often each stands in its article.
        holders: The articles that hold each term, as a matrix: a row for each term known when the block was opened,
            a column for each article, and the counts.
        lengths: Euclidean length of each article's terms of all kinds, by the judged terms alone.
    """

    record: TermBlock
    first: int
    bounds: IntArray
    columns: NDArray[np.int32]
    counts: NDArray[np.uint8]
    holders: csr_matrix
    lengths: FloatArray


@dataclass(frozen=True, slots=True)
class OpenedIndex:
    """An index as arrays; never changed, only replaced.

    Attributes:
        blocks: In the order of their articles' numbers.
        table: What the terms are judged by.
        hashes: Hash of each term, by its number.
        weights: What each term weighs.
        voices: Per article, the part of a voice that it is.
        nearest: Per article, its highest closeness values, `CROWD_RANKS` columns, descending.
        number_of: Number of each article.
    """

    blocks: tuple[OpenedBlock, ...]
    table: TermTable
    hashes: HashArray
    weights: FloatArray
    voices: NDArray[np.float32]
    nearest: NDArray[np.float16]
    number_of: dict[str, int]

    @property
    def record(self) -> StoryIndex:
        """What is to be kept."""
        return StoryIndex(
            blocks=tuple(block.record for block in self.blocks),
            table=self.table,
            voices=self.voices.astype("<f4").tobytes(),
            nearest=self.nearest.astype("<f2").tobytes(),
        )

    def days(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Day of the main happening and of publication of each article, counted from the year 1; 0 where unknown."""
        records = [block.record for block in self.blocks]
        return (
            np.frombuffer(b"".join(record.happened for record in records), dtype="<i4"),
            np.frombuffer(b"".join(record.published for record in records), dtype="<i4"),
        )

    @property
    def voices_judged(self) -> float:
        """How many voices the terms are judged by."""
        return self.table.voices

    def count_voices(self, kind: int, terms: Sequence[str]) -> FloatArray:
        """How many voices use each of these terms of one kind; none where a term is not known."""
        order = np.argsort(self.hashes)
        hashes = hash_terms(kind, terms)
        number = order[np.minimum(np.searchsorted(self.hashes, hashes, sorter=order), max(len(order) - 1, 0))]
        frequencies = np.frombuffer(self.table.frequencies, dtype="<f4").astype(np.float64)
        return np.where(self.hashes[number] == hashes, frequencies[number], 0.0)

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids by number."""
        return tuple(article for block in self.blocks for article in block.record.articles)


def open_index(record: StoryIndex) -> OpenedIndex:
    """The index, ready for use. Cost: linear, some milliseconds a million terms of articles."""
    hashes = np.frombuffer(b"".join(block.terms for block in record.blocks), dtype="<u8")
    weights = _weigh_terms(record.blocks, record.table)
    blocks, first = [], 0
    for block in record.blocks:
        blocks.append(_open_block(block, first, weights, record.table.judged, len(hashes)))
        first += len(block.articles)
    return OpenedIndex(
        blocks=tuple(blocks),
        table=record.table,
        hashes=hashes,
        weights=weights,
        voices=np.frombuffer(record.voices, dtype="<f4"),
        nearest=np.frombuffer(record.nearest, dtype="<f2").reshape(-1, CROWD_RANKS),
        number_of={
            article: number
            for number, article in enumerate(article for block in record.blocks for article in block.articles)
        },
    )


def add_block(index: OpenedIndex, block: TermBlock, voices: Sequence[float]) -> OpenedIndex:
    """`index` with further articles; terms that were not judged yet are counted, nothing else is judged anew.

    Args:
        index: As it was.
        block: Made with `index.hashes`.
        voices: Of the new articles.
    """
    hashes = np.concatenate([index.hashes, np.frombuffer(block.terms, dtype="<u8")])
    frequencies = _count_voices(block, voices, len(hashes))
    frequencies[: index.table.judged] = 0.0
    before = np.frombuffer(index.table.frequencies, dtype="<f4")
    frequencies[: len(before)] += before
    table = replace(index.table, frequencies=frequencies.astype("<f4").tobytes())
    records = (*(each.record for each in index.blocks), block)
    weights = _weigh_terms(records, table)
    count = blocks_to_merge([len(each.counts) for each in records])
    kept = index.blocks[: len(records) - max(count, 1)]
    last = merge_blocks(records[-count:]) if count else block
    first = sum(len(each.record.articles) for each in kept)
    total = len(index.number_of)
    return OpenedIndex(
        blocks=(*kept, _open_block(last, first, weights, table.judged, len(hashes))),
        table=table,
        hashes=hashes,
        weights=weights,
        voices=np.concatenate([index.voices, np.array(voices, dtype=np.float32)]),
        nearest=np.concatenate([index.nearest, np.zeros((len(block.articles), CROWD_RANKS), dtype=np.float16)]),
        number_of=index.number_of | {article: total + place for place, article in enumerate(block.articles)},
    )


def judge_table(blocks: Sequence[TermBlock], voices: NDArray[np.float32]) -> TermTable:
    """What all terms are judged by, from all articles. Cost: linear."""
    size = sum(len(block.terms) for block in blocks) // 8
    frequencies, first = np.zeros(size), 0
    for block in blocks:
        count = len(block.articles)
        frequencies += _count_voices(block, voices[first : first + count].tolist(), size)
        first += count
    return TermTable(
        frequencies=frequencies.astype("<f4").tobytes(), judged=size, voices=float(voices.sum()), articles=first
    )


def _count_voices(block: TermBlock, voices: Sequence[float], size: int) -> FloatArray:
    """Voices that use each term, by its number. Of a piece of the block at a time, so that memory stays small."""
    entries = np.frombuffer(block.sizes, dtype="<u2").reshape(-1, KINDS).sum(axis=1, dtype=np.int64)
    columns = np.frombuffer(block.columns, dtype="<i4")
    bounds = np.concatenate([[0], np.cumsum(entries)])
    frequencies = np.zeros(size)
    for start in range(0, len(entries), 4096):
        stop = min(start + 4096, len(entries))
        weights = np.repeat(np.array(voices[start:stop]), entries[start:stop])
        frequencies += np.bincount(columns[bounds[start] : bounds[stop]], weights=weights, minlength=size)
    return frequencies


def _weigh_terms(blocks: Sequence[TermBlock], table: TermTable) -> FloatArray:
    shares = np.frombuffer(b"".join(block.shares for block in blocks), dtype="<f4").astype(np.float64)
    frequencies = np.frombuffer(table.frequencies, dtype="<f4").astype(np.float64)
    return rarities(frequencies, shares, table.voices)


def _open_block(block: TermBlock, first: int, weights: FloatArray, judged: int, terms: int) -> OpenedBlock:
    from scipy.sparse import csr_matrix

    sizes = np.frombuffer(block.sizes, dtype="<u2").astype(np.int64)
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    columns = np.frombuffer(block.columns, dtype="<i4")
    counts = np.frombuffer(block.counts, dtype=np.uint8)
    rows = csr_matrix((counts, columns, bounds[::KINDS]), shape=(len(block.articles), terms))
    squares = np.where(columns < judged, (LOG_COUNTS[counts] * weights[columns]) ** 2, 0.0)
    sums = np.concatenate([[0.0], np.cumsum(squares)])[bounds[::KINDS]]
    lengths = np.sqrt(np.maximum(np.diff(sums), 1e-9))
    return OpenedBlock(block, first, bounds, columns, counts, rows.T.tocsr(), lengths)


def take_ranges(starts: IntArray, stops: IntArray) -> IntArray:
    """All places of several ranges, one range after another."""
    sizes = stops - starts
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    shifts: IntArray = np.repeat(starts - ends + sizes, sizes)
    return shifts + np.arange(total)


def weigh_rows(index: OpenedIndex, numbers: IntArray) -> Weighting:
    """The weighted vectors of the articles with these numbers (ascending), by the terms' numbers; no term is told."""
    from scipy.sparse import csr_matrix

    made = []
    for kind in range(KINDS):
        columns, weights, sizes = [], [], []
        for block in index.blocks:
            stop = block.first + len(block.record.articles)
            local = numbers[np.searchsorted(numbers, block.first) : np.searchsorted(numbers, stop)] - block.first
            starts, stops = block.bounds[local * KINDS + kind], block.bounds[local * KINDS + kind + 1]
            places = take_ranges(starts, stops)
            columns.append(block.columns[places])
            weights.append(LOG_COUNTS[block.counts[places]] * index.weights[columns[-1]])
            sizes.append(stops - starts)
        bounds = np.concatenate([[0], np.cumsum(np.concatenate([np.empty(0, dtype=np.int64), *sizes]))])
        flat = (np.concatenate([np.empty(0), *weights]), np.concatenate([np.empty(0, dtype=np.int32), *columns]))
        matrix = csr_matrix((*flat, bounds), shape=(len(numbers), len(index.weights)))
        matrix.has_sorted_indices = True
        made.append(Block(matrix, ()))
    return Weighting(*made)


def weigh_terms(index: OpenedIndex, rows: Sequence[Terms]) -> Weighting:
    """The weighted vectors of articles by terms that can be told, for reasons: those of all words are left empty.

    Args:
        index: It knows all the terms.
        rows: The terms of each article; an empty tuple where its vectors are not needed.
    """
    from scipy.sparse import csr_matrix

    order = np.argsort(index.hashes)
    made = [Block(csr_matrix((len(rows), 0)), ())]
    for kind in range(1, KINDS):
        kept: list[Mapping[str, int]] = [row[kind] if row else {} for row in rows]
        terms = tuple(sorted({term for counts in kept for term in counts}))
        hashes = hash_terms(kind, terms)
        number = order[np.minimum(np.searchsorted(index.hashes, hashes, sorter=order), max(len(order) - 1, 0))]
        weight = np.where(index.hashes[number] == hashes, index.weights[number], 0.0)
        column = {term: place for place, term in enumerate(terms)}
        columns = np.array([column[term] for counts in kept for term in counts], dtype=np.int32)
        counts = np.minimum([count for counts in kept for count in counts.values()], len(LOG_COUNTS) - 1)
        bounds = np.concatenate([[0], np.cumsum([len(counts) for counts in kept])])
        data = LOG_COUNTS[counts.astype(np.int64)] * weight[columns]
        matrix = csr_matrix((data, columns, bounds), shape=(len(rows), len(terms)))
        matrix.sort_indices()
        made.append(Block(matrix, terms))
    return Weighting(*made)
