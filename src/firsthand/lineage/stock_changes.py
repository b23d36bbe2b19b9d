"""What a change of the stock text concerns."""

from __future__ import annotations

import numpy as np

from firsthand.lineage.run_index import RunBlock, split_entries
from firsthand.lineage.stock_text import StockText, read_stock_runs

__all__ = ["find_stock_changes"]

_PIECE = 1 << 20  # entries looked at together


def find_stock_changes(index: RunBlock, before: StockText, after: StockText) -> frozenset[str]:
    """The articles of `index` that hold a run which is stock text in one of `before` and `after`, and not in both."""
    changed = np.setxor1d(read_stock_runs(before), read_stock_runs(after))
    if len(changed) == 0:
        return frozenset()
    entries = np.frombuffer(index.entries, dtype="<u8")
    found: set[int] = set()
    for start in range(0, len(entries), _PIECE):  # piece by piece: masks of the whole would weigh as the entries
        runs, places = split_entries(entries[start : start + _PIECE].astype(np.uint64, copy=False))
        nearest = np.minimum(np.searchsorted(changed, runs), len(changed) - 1)
        found.update(places[changed[nearest] == runs].tolist())
    return frozenset(index.articles[place] for place in found)
