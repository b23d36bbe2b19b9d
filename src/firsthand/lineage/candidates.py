"""Which pairs of articles are worth aligning: an index over rare runs of words, no comparing of all pairs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.lineage.fingerprint import Fingerprint
from firsthand.lineage.run_index import (
    RunBlock,
    count_articles,
    find_shared,
    make_block,
    read_sizes,
    select_runs,
    split_entries,
)
from firsthand.lineage.settings import LineageSettings
from firsthand.lineage.stock_text import StockText, read_stock_runs
from firsthand.text.alignment import mark_changes, measure_groups
from firsthand.text.shingles import HashArray

__all__ = ["find_arrived_candidates", "find_candidates", "find_indexed_candidates", "order_pairs"]

# Pairs held in memory before they are counted, if not more were counted before: 16 bytes each.
_CHUNK = 1 << 22

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]


def _weigh(sizes: IntArray) -> FloatArray:
    """What runs count that so many articles hold: less where many do.

    A fourth root, so that the many copies of one report still meet.
    """
    return (sizes - 1).astype(np.float64) ** -0.25


def _pair_all(owners: IntArray, begins: IntArray, size: int) -> Iterator[tuple[IntArray, IntArray]]:
    """Every pair among the `size` articles of each run that begins at `begins`."""
    one, other = np.triu_indices(size, k=1)
    step = max(1, _CHUNK // len(one))
    for start in range(0, len(begins), step):
        members = owners[begins[start : start + step, None] + np.arange(size)]
        yield members[:, one].ravel(), members[:, other].ravel()


def _pair_with_hubs(members: IntArray, fullness: IntArray, hubs: int) -> tuple[IntArray, IntArray]:
    """Each of many articles that share a run, paired with the few of them that hold the most runs."""
    order = np.lexsort((members, -fullness[members]))[:hubs]
    one, other = np.repeat(members[order], len(members)), np.tile(members, len(order))
    low, high = np.minimum(one, other), np.maximum(one, other)
    distinct = np.unique(np.stack([low, high])[:, low != high], axis=1)
    return distinct[0], distinct[1]


def _pair_up(
    runs: HashArray, owners: IntArray, fullness: IntArray, settings: LineageSettings
) -> Iterator[tuple[IntArray, IntArray, FloatArray]]:
    """For every run that two or more articles hold: pairs of them, with what the run counts."""
    begins = np.flatnonzero(mark_changes(runs))
    sizes = measure_groups(begins, len(runs))
    for size in np.unique(sizes[(sizes > 1) & (sizes <= settings.rare_articles)]).tolist():
        weight = _weigh(np.array([size]))
        for one, other in _pair_all(owners, begins[sizes == size], size):
            yield one, other, weight
    yield from _pair_frequent(runs, owners, fullness, settings)


def _pair_frequent(
    runs: HashArray, owners: IntArray, fullness: IntArray, settings: LineageSettings
) -> Iterator[tuple[IntArray, IntArray, FloatArray]]:
    """For every run that many articles hold: each of them with the fullest few, with what the run counts."""
    begins = np.flatnonzero(mark_changes(runs))
    sizes = measure_groups(begins, len(runs))
    is_frequent = sizes > settings.rare_articles
    for begin, size in zip(begins[is_frequent].tolist(), sizes[is_frequent].tolist(), strict=True):
        one, other = _pair_with_hubs(owners[begin : begin + size], fullness, settings.hub_articles)
        yield one, other, _weigh(np.array([size]))


class _PairWeights:
    """What the pairs weigh, added up."""

    def __init__(self) -> None:
        self.codes = np.empty(0, dtype=np.int64)
        self.weights = np.empty(0, dtype=np.float64)
        self._waiting: list[tuple[IntArray, FloatArray]] = []
        self._count = 0

    def add(self, codes: IntArray, weights: FloatArray) -> None:
        """Adds `weights`, one for each or one for all, to those of the pairs."""
        self._waiting.append((codes, np.broadcast_to(weights, codes.shape)))
        self._count += len(codes)
        if self._count > max(_CHUNK, len(self.codes)):
            self.add_up()

    def add_up(self) -> None:
        """Brings `codes`, ascending, and `weights` up to date."""
        codes = np.concatenate([self.codes, *(codes for codes, _ in self._waiting)])
        weights = np.concatenate([self.weights, *(weights for _, weights in self._waiting)])
        self._waiting, self._count = [], 0
        order = np.argsort(codes, kind="stable")
        codes, weights = codes[order], weights[order]
        begins = np.flatnonzero(mark_changes(codes))
        self.codes = codes[begins]
        self.weights = np.add.reduceat(weights, begins) if len(begins) else weights


def find_candidates(
    fingerprints: Sequence[Fingerprint], stock: StockText, settings: LineageSettings
) -> list[tuple[str, str]]:
    """The pairs of articles that share enough rare runs to be aligned, each with the smaller id first, sorted.

    Cost grows with the number of runs and of pairs that share one, not with the square of the articles. In a small
    archive one shared run is enough: aligning is cheap there, and no recall is given away. Where a run stands in very
    many articles, each of them meets the fullest few: enough to find the origin, not every passage among the copies.

    Args:
        fingerprints: One for each article, in any order; ids must differ.
        stock: From `judge_stock_text` over the same fingerprints.
        settings: Reads `rare_articles`, `hub_articles`, `fewest_runs`, `small_archive`.

    Raises:
        InputError: Two fingerprints are of one article.

    Source: inverted index of Broder 1997 over the fingerprints of Schleimer et al. 2003.
    """
    return find_indexed_candidates(make_block(fingerprints), stock, settings)


def find_indexed_candidates(index: RunBlock, stock: StockText, settings: LineageSettings) -> list[tuple[str, str]]:
    """`find_candidates` over an index that is at hand: of all articles of the archive, in one block.

    Args:
        index: From `make_block` or `merge_blocks`.
        stock: From `judge_indexed_stock_text` over the same index.
        settings: As above.
    """
    runs, owners = _leave_out_stock(find_shared(index), stock)
    found = _PairWeights()
    for one, other, weight in _pair_up(runs, owners, read_sizes(index), settings):
        found.add(one * len(index.articles) + other, weight)
    return _name_pairs(found, index.articles, len(index.articles), settings)


def _leave_out_stock(entries: HashArray, stock: StockText) -> tuple[HashArray, IntArray]:
    """The runs of `entries` that are no stock text, and the places of their articles."""
    runs, owners = split_entries(entries)
    stock_runs = read_stock_runs(stock)
    if len(stock_runs) == 0 or len(runs) == 0:
        return runs, owners
    places = np.minimum(np.searchsorted(stock_runs, runs), len(stock_runs) - 1)
    is_kept = stock_runs[places] != runs
    return runs[is_kept], owners[is_kept]


def _name_pairs(
    found: _PairWeights, ids: Sequence[str], articles: int, settings: LineageSettings
) -> list[tuple[str, str]]:
    """The pairs that weigh enough in an archive of so many articles; `ids` are those that their codes are made of."""
    found.add_up()
    needed = 0.0 if articles <= settings.small_archive else float(settings.fewest_runs)
    codes = found.codes[found.weights >= needed - 1e-9].tolist()
    return [(ids[code // len(ids)], ids[code % len(ids)]) for code in codes]


# --- of articles that arrive ------------------------------------------------------------------------------------------


def find_arrived_candidates(
    blocks: Sequence[RunBlock],
    arrived: RunBlock,
    stock: StockText,
    settings: LineageSettings,
    *,
    without: Collection[str] = (),
) -> list[tuple[str, str]]:
    """Of the pairs that `find_indexed_candidates` finds in all blocks merged, those with an article of `arrived`.

    Each with the smaller id first, sorted. Cost grows with the runs of `arrived`, and with the logarithm of those of
    the archive: nothing of it is merged, copied or passed over.

    Args:
        blocks: The index of the archive, in any order.
        arrived: The block of the articles that came in.
        stock: As above.
        settings: As above.
        without: Ids of articles of `blocks` that are gone, or that have a newer state in `arrived`.

    Raises:
        InputError: An article of `arrived` stands in one of `blocks` too, and not in `without`.
    """
    index = select_runs(blocks, arrived, without)
    runs, owners = _leave_out_stock(find_shared(index), stock)
    came = frozenset(arrived.articles)
    is_arrived = np.array([article in came for article in index.articles], dtype=bool)
    found = _PairWeights()
    for one, other, weights in _pair_with_arrived(runs, owners, is_arrived, settings):
        found.add(one * len(index.articles) + other, weights)
    for one, other, weights in _pair_frequent(runs, owners, read_sizes(index), settings):
        is_new = is_arrived[one] | is_arrived[other]
        found.add((one * len(index.articles) + other)[is_new], weights)
    articles = count_articles(blocks, without) + len(arrived.articles)
    return _name_pairs(found, index.articles, articles, settings)


def _pair_with_arrived(
    runs: HashArray, owners: IntArray, is_arrived: NDArray[np.bool_], settings: LineageSettings
) -> Iterator[tuple[IntArray, IntArray, FloatArray]]:
    """For every run that few hold: the pairs of its articles of which one arrived, with what the run counts."""
    begins = np.flatnonzero(mark_changes(runs))
    sizes = measure_groups(begins, len(runs))
    begins, sizes = np.repeat(begins, sizes), np.repeat(sizes, sizes)  # of each entry's run
    entries = np.flatnonzero(is_arrived[owners] & (sizes <= settings.rare_articles))
    step = max(1, _CHUNK // settings.rare_articles)
    for start in range(0, len(entries), step):
        part = entries[start : start + step]
        counts = sizes[part]
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        one, other = np.repeat(owners[part], counts), owners[np.repeat(begins[part], counts) + within]
        is_once = np.where(is_arrived[other], one < other, True)  # two that arrived meet twice, and each meets itself
        one, other, weights = one[is_once], other[is_once], np.repeat(_weigh(counts), counts)[is_once]
        yield np.minimum(one, other), np.maximum(one, other), weights


def order_pairs(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs in the order in which they are aligned soonest: all of one group of linked articles in a row.

    Each article is made ready for comparing about once then; in order of ids, about one and a half times. Groups come
    in order of their smallest ids, pairs within a group in order of theirs.
    """
    parent: dict[str, str] = {}

    def find_smallest(article: str) -> str:
        while (above := parent.setdefault(article, article)) != article:
            parent[article] = parent[above]
            article = parent[article]
        return article

    linked = list(pairs)
    for a, b in linked:
        one, other = sorted((find_smallest(a), find_smallest(b)))
        parent[other] = one
    return sorted(linked, key=lambda pair: (find_smallest(pair[0]), pair))
