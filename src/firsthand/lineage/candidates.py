"""Which pairs of articles are worth aligning: an index over rare runs of words, no comparing of all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.lineage.fingerprint import Fingerprint, read_runs
from firsthand.lineage.settings import LineageSettings
from firsthand.lineage.stock_text import StockText, read_stock_runs

__all__ = ["find_candidates"]

# Pairs held in memory before they are counted: 16 bytes each.
_CHUNK = 1 << 24

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]


def _index(fingerprints: Sequence[Fingerprint], stock: StockText) -> tuple[NDArray[np.uint64], IntArray]:
    """Every run that is no stock text with the number of its article, sorted by run, then article."""
    runs = np.concatenate([read_runs(item) for item in fingerprints])
    owners = np.repeat(np.arange(len(fingerprints)), [len(read_runs(item)) for item in fingerprints])
    stock_runs = read_stock_runs(stock)
    if len(stock_runs) and len(runs):
        places = np.minimum(np.searchsorted(stock_runs, runs), len(stock_runs) - 1)
        kept = stock_runs[places] != runs
        runs, owners = runs[kept], owners[kept]
    order = np.argsort(runs, kind="stable")
    return runs[order], owners[order]


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
    runs: NDArray[np.uint64], owners: IntArray, fullness: IntArray, settings: LineageSettings
) -> Iterator[tuple[IntArray, IntArray, float]]:
    """For every run that two or more articles hold: pairs of them, with what the run counts."""
    if len(runs) == 0:
        return
    begins = np.flatnonzero(np.append(True, runs[1:] != runs[:-1]))
    sizes = np.diff(np.append(begins, len(runs)))
    for size in np.unique(sizes[sizes > 1]).tolist():
        # A run that many hold says less; a fourth root, so that the many copies of one report still meet.
        weight = float(size - 1) ** -0.25
        if size <= settings.rare_articles:
            for one, other in _pair_all(owners, begins[sizes == size], size):
                yield one, other, weight
            continue
        for begin in begins[sizes == size].tolist():
            one, other = _pair_with_hubs(owners[begin : begin + size], fullness, settings.hub_articles)
            yield one, other, weight


def _add_up(codes: IntArray, weights: FloatArray) -> tuple[IntArray, FloatArray]:
    distinct, inverse = np.unique(codes, return_inverse=True)
    return distinct, np.bincount(inverse, weights=weights, minlength=len(distinct)).astype(np.float64)


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

    Source: inverted index of Broder 1997 over the fingerprints of Schleimer et al. 2003.
    """
    ordered = sorted(fingerprints, key=lambda item: item.article)
    if len(ordered) < 2:
        return []
    runs, owners = _index(ordered, stock)
    fullness = np.array([len(read_runs(item)) for item in ordered], dtype=np.int64)
    codes = np.empty(0, dtype=np.int64)
    counts = np.empty(0, dtype=np.float64)
    waiting_codes, waiting_weights, waiting = [codes], [counts], 0
    for one, other, weight in _pair_up(runs, owners, fullness, settings):
        waiting_codes.append(one * len(ordered) + other)
        waiting_weights.append(np.full(len(one), weight))
        waiting += len(one)
        if waiting > _CHUNK:
            codes, counts = _add_up(np.concatenate(waiting_codes), np.concatenate(waiting_weights))
            waiting_codes, waiting_weights, waiting = [codes], [counts], 0
    codes, counts = _add_up(np.concatenate(waiting_codes), np.concatenate(waiting_weights))
    needed = 0.0 if len(ordered) <= settings.small_archive else float(settings.fewest_runs)
    ids = [item.article for item in ordered]
    return [(ids[code // len(ids)], ids[code % len(ids)]) for code in codes[counts >= needed - 1e-9].tolist()]
