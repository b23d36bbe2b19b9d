"""Stock text: what many articles hold because it is the outlet's, or everyone's. Judged from the archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from firsthand.lineage.fingerprint import Fingerprint
from firsthand.lineage.run_index import RunBlock, find_shared, make_block, read_sizes, split_entries
from firsthand.lineage.settings import LineageSettings
from firsthand.text.alignment import mark_changes, measure_groups
from firsthand.text.shingles import HashArray, pack_hashes, unpack_hashes

__all__ = ["StockText", "judge_indexed_stock_text", "judge_stock_text", "read_stock_runs"]

# Text that stands in so many articles at least may be everyone's stock text; below, it may be one report that a whole
# archive about one affair reprints.
_FEWEST_EVERYWHERE = 200
# An outlet's text counts as its own where so large a share of the articles that hold it are that outlet's.
_OWN_SHARE = 0.8
# An article of which more than this stands in others of its outlet, or in a large share of all, is an update or a
# reprint of them: what they share is their story, not stock text.
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
    """The hashes of `stock`, ascending; not to be written to."""
    return _unpack_once(stock.runs)


@lru_cache(maxsize=2)
def _unpack_once(packed: bytes) -> HashArray:
    runs = unpack_hashes(packed)
    runs.flags.writeable = False
    return runs


class _Holdings:
    """Which outlet's articles hold which runs: one entry for each article of a known outlet and each of its runs."""

    def __init__(self, index: RunBlock, runs: HashArray, articles: IntArray, totals: IntArray) -> None:
        names = sorted({outlet for outlet in index.outlets if outlet})
        number = {outlet: place for place, outlet in enumerate(names)}
        self.outlet_of = np.array([number[each] if each else -1 for each in index.outlets], dtype=np.int64)
        self.outlet_sizes = np.bincount(self.outlet_of[self.outlet_of >= 0], minlength=len(names))
        self.sizes = read_sizes(index)  # runs of each article, whether they are looked at here or not
        is_known = self.outlet_of[articles] >= 0
        self.runs, self.articles = runs[is_known], articles[is_known]
        self.totals = totals[is_known]  # for each entry, how many articles of whatever outlet hold its run
        owners = self.outlet_of[self.articles]
        self._order = np.lexsort((owners, self.runs))
        owners = owners[self._order]
        begins = mark_changes(self.runs[self._order]) | mark_changes(owners)
        self._group = np.cumsum(begins) - 1  # one group is the entries of one run in one outlet
        self._first = np.flatnonzero(begins)
        self._owners = owners[self._first]

    def held_often(self, kept: NDArray[np.bool_], settings: LineageSettings) -> NDArray[np.bool_]:
        """For each entry, whether enough kept ones of its outlet hold its run, and hardly any of other outlets."""
        held = np.bincount(self._group, weights=kept[self._order])
        needed = np.maximum(settings.stock_articles, settings.stock_share * self.outlet_sizes[self._owners])
        is_own = np.bincount(self._group) >= _OWN_SHARE * self.totals[self._order][self._first]
        often = np.empty(len(self.runs), dtype=bool)
        often[self._order] = ((held >= needed) & is_own)[self._group]
        return often


def _judge_outlets(holdings: _Holdings, settings: LineageSettings) -> HashArray:
    """The runs that are stock text of one outlet."""
    if len(holdings.runs) == 0:
        return holdings.runs
    shared = holdings.held_often(np.ones(len(holdings.runs), dtype=bool), settings)
    shares = np.bincount(holdings.articles, weights=shared, minlength=len(holdings.sizes)) / np.maximum(
        1, holdings.sizes
    )
    is_apart = shares <= _REPRINT_SHARE
    stock = holdings.held_often(is_apart[holdings.articles], settings)
    return np.unique(holdings.runs[stock])


def judge_stock_text(fingerprints: Sequence[Fingerprint], settings: LineageSettings) -> StockText:
    """The stock text of an archive.

    A run is an outlet's stock text where it stands in several articles of that outlet that are otherwise different, and
    hardly anywhere else: prompts, legal lines, background boxes. Agency text that one outlet printed often stands
    elsewhere too, and updates of one report are alike as a whole. A run that stands in a large share of all articles,
    which are otherwise different, is everyone's; a report that hundreds of outlets reprint is not. Articles without a
    known outlet count for the second only.

    Args:
        fingerprints: Those of the whole archive, in any order; ids must differ.
        settings: Reads `stock_articles` (at least 2), `stock_share`, `stock_everywhere_share`.

    Raises:
        InputError: Two fingerprints are of one article.
    """
    return judge_indexed_stock_text(make_block(fingerprints), settings)


def judge_indexed_stock_text(index: RunBlock, settings: LineageSettings) -> StockText:
    """`judge_stock_text` over an index that is at hand: of all articles of the archive, in one block.

    Args:
        index: From `make_block` or `merge_blocks`.
        settings: As above.
    """
    entries = find_shared(index)
    runs, articles = split_entries(entries)
    first = np.flatnonzero(mark_changes(runs))
    counts = measure_groups(first, len(runs))
    limit = max(_FEWEST_EVERYWHERE, settings.stock_everywhere_share * len(index.articles))
    # Most runs stand in fewer articles than any stock text: no need to know whose those are.
    totals = np.repeat(counts, counts)
    is_frequent = totals >= settings.stock_articles
    own = _judge_outlets(_Holdings(index, runs[is_frequent], articles[is_frequent], totals[is_frequent]), settings)
    is_everywhere = totals >= limit
    everyones = _judge_everyones(runs[is_everywhere], articles[is_everywhere], read_sizes(index), limit)
    return StockText(runs=pack_hashes(np.union1d(everyones, own)))


def _judge_everyones(runs: HashArray, articles: IntArray, sizes: IntArray, limit: float) -> HashArray:
    """The runs that `limit` articles hold which are apart: hardly made of runs that so many hold."""
    shares = np.bincount(articles, minlength=len(sizes)) / np.maximum(1, sizes)
    apart = runs[(shares <= _REPRINT_SHARE)[articles]]
    first = np.flatnonzero(mark_changes(apart))
    return apart[first[measure_groups(first, len(apart)) >= limit]]
