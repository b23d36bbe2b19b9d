"""Stock text: what many articles hold because it is the outlet's, or everyone's. Judged from the archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from firsthand.lineage.fingerprint import Fingerprint, read_runs
from firsthand.lineage.settings import LineageSettings
from firsthand.text.shingles import HashArray, pack_hashes, unpack_hashes

__all__ = ["StockText", "judge_stock_text", "read_stock_runs"]

# Text that stands in so many articles at least may be everyone's stock text; below, it may be one report that a whole
# archive about one affair reprints.
_FEWEST_EVERYWHERE = 200
# An outlet's text counts as its own where so large a share of the articles that hold it are that outlet's.
_OWN_SHARE = 0.8
# An article of which more than this stands in others of its outlet is an update or a reprint of them: what they share
# is their story, not the outlet's stock text.
_REPRINT_SHARE = 0.3

IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class StockText:
    """The runs of words that are stock text in one archive.

    Attributes:
        runs: Distinct shingle hashes, ascending, packed.
    """

    runs: bytes = b""


def read_stock_runs(stock: StockText) -> HashArray:
    """The hashes of `stock`, ascending."""
    return unpack_hashes(stock.runs)


class _Holdings:
    """Which outlet's articles hold which runs: one entry for each article of a known outlet and each of its runs."""

    def __init__(self, fingerprints: Sequence[Fingerprint]) -> None:
        known = [item for item in fingerprints if item.outlet]
        number = {outlet: place for place, outlet in enumerate(sorted({str(item.outlet) for item in known}))}
        self.sizes = np.array([len(read_runs(item)) for item in known], dtype=np.int64)  # runs of each article
        self.outlet_of = np.array([number[str(item.outlet)] for item in known], dtype=np.int64)
        self.outlet_sizes = np.bincount(self.outlet_of, minlength=len(number)) if known else np.zeros(0, dtype=np.int64)
        self.runs = np.concatenate([read_runs(item) for item in known]) if known else np.empty(0, dtype=np.uint64)
        self.articles = np.repeat(np.arange(len(known)), self.sizes)

    def held_often(
        self, kept: NDArray[np.bool_], totals: tuple[HashArray, IntArray], settings: LineageSettings
    ) -> NDArray[np.bool_]:
        """For each entry, whether enough kept ones of its outlet hold its run, and hardly any of other outlets."""
        owners = self.outlet_of[self.articles]
        order = np.lexsort((owners, self.runs))
        runs, sorted_owners = self.runs[order], owners[order]
        begins = np.append(True, (np.diff(runs) != 0) | (np.diff(sorted_owners) != 0))
        group = np.cumsum(begins) - 1
        held = np.bincount(group, weights=kept[order])
        first = np.flatnonzero(begins)
        total = totals[1][np.searchsorted(totals[0], runs[first])]
        needed = np.maximum(settings.stock_articles, settings.stock_share * self.outlet_sizes[sorted_owners[first]])
        is_own = np.bincount(group) >= _OWN_SHARE * total
        often = np.empty(len(runs), dtype=bool)
        often[order] = ((held >= needed) & is_own)[group]
        return often


def _judge_outlets(
    fingerprints: Sequence[Fingerprint], totals: tuple[HashArray, IntArray], settings: LineageSettings
) -> HashArray:
    """The runs that are stock text of one outlet."""
    holdings = _Holdings(fingerprints)
    if len(holdings.runs) == 0:
        return holdings.runs
    shared = holdings.held_often(np.ones(len(holdings.runs), dtype=bool), totals, settings)
    shares = np.bincount(holdings.articles, weights=shared, minlength=len(holdings.sizes)) / np.maximum(
        1, holdings.sizes
    )
    is_apart = shares <= _REPRINT_SHARE
    stock = holdings.held_often(is_apart[holdings.articles], totals, settings)
    return np.unique(holdings.runs[stock])


def judge_stock_text(fingerprints: Sequence[Fingerprint], settings: LineageSettings) -> StockText:
    """The stock text of an archive.

    A run is an outlet's stock text where it stands in several articles of that outlet that are otherwise different, and
    hardly anywhere else: prompts, legal lines, background boxes. Agency text that one outlet printed often stands
    elsewhere too, and updates of one report are alike as a whole. A run that stands in a large share of all articles is
    everyone's. Articles without a known outlet count for the second only.

    Args:
        fingerprints: Those of the whole archive, in any order.
        settings: Reads `stock_articles`, `stock_share`, `stock_everywhere_share`.
    """
    if not fingerprints:
        return StockText()
    every, counts = np.unique(np.concatenate([read_runs(item) for item in fingerprints]), return_counts=True)
    limit = max(_FEWEST_EVERYWHERE, settings.stock_everywhere_share * len(fingerprints))
    own = _judge_outlets(fingerprints, (every, counts.astype(np.int64)), settings)
    return StockText(runs=pack_hashes(np.union1d(every[counts >= limit], own)))
