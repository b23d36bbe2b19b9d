"""Which articles of an archive are near to new ones, found through the terms that they share."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from firsthand.stories.closeness import CROWD_RANKS, mix_pairs, pair_cosines
from firsthand.stories.features import StoryFeatures
from firsthand.stories.foreign import find_foreign_neighbours
from firsthand.stories.opened_index import LOG_COUNTS, FloatArray, OpenedBlock, OpenedIndex, take_ranges, weigh_rows
from firsthand.stories.settings import StorySettings
from firsthand.stories.term_index import KINDS, IntArray
from firsthand.text.sentence_vectors import DIMENSIONS

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

__all__ = ["add_nearest", "distinct", "find_kin", "find_near", "mix_numbers"]

_STRONGEST_TERMS = 120  # terms of an article through which it looks for neighbours
_COMMON_TERM_SHARE = 0.1  # a term in more of the articles than this finds no neighbours ...
_COMMON_TERM_LEAST = 60  # ... unless the archive is so small that this many articles hold it
_COMMON_TERM_MOST = 2000
# Articles that are looked at for one article, strongest term first: the cost of an article does not grow with the
# archive, and in a large one it is looked for by its rarer terms.
_MOST_LOOKED_AT = 20_000
# Compared in full with each new article: half as many as in a grouping of everything, which gives the same stories.
_MOST_CANDIDATES = 100
_ROWS_AT_ONCE = 256
# Articles through which the stories are found that a new article's story may continue, its own story's among them; at
# least this part of what two stories must share (`link_persons`, `link_topic`).
_MOST_KIN = 12
_LEAST_KINSHIP = 0.7
_FOREIGN_DAYS = 15  # between articles in two languages; `find_foreign_neighbours` decides
_MOST_FOREIGN = 20_000  # articles, the latest, among which those without a day look for others in other languages


def find_near(index: OpenedIndex, first: int, settings: StorySettings) -> tuple[IntArray, IntArray]:
    """Pairs of articles worth comparing, of which the second at least is new.

    For each new article those are taken that share the most of its strongest terms, old or new; and those in another
    language whose title is alike.

    Args:
        index: With the new articles in it.
        first: Number of the first new article.
        settings: `candidates` decides, where it is low.

    Returns:
        Numbers of the first and of the second, first < second, sorted, each pair once.
    """
    count = len(index.number_of)
    asked = _ask(index, first)
    used = distinct(asked.indices, asked.shape[1])
    asked = asked[:, used]
    tables = [_holders_of(block, used) for block in index.blocks]
    lengths = np.concatenate([block.lengths for block in index.blocks])
    found = []
    for start in range(0, asked.shape[0], _ROWS_AT_ONCE):
        part = asked[start : start + _ROWS_AT_ONCE]
        products = [(part @ table).tocsr() for table in tables]
        for row in range(part.shape[0]):
            number = first + start + row
            others, values = _row(products, row, index)
            others, values = others[others != number], values[others != number] / lengths[others[others != number]]
            others = _best(others, values, min(settings.candidates, _MOST_CANDIDATES))
            found.append(np.minimum(others, number) * count + np.maximum(others, number))
    foreign = _find_foreign(index, first)
    keys = np.sort(np.concatenate([foreign[0] * count + foreign[1], *found]))
    keys = keys[np.concatenate([[True], keys[1:] != keys[:-1]])] if len(keys) else keys
    return keys // max(count, 1), keys % max(count, 1)


def _ask(index: OpenedIndex, first: int) -> csr_matrix:
    """The strongest telling terms of each new article, weighed for both sides."""
    from scipy.sparse import csr_matrix

    last = index.blocks[-1]
    bounds = last.bounds[(first - last.first) * KINDS :: KINDS]
    columns = last.columns[bounds[0] :].astype(np.int64)
    holders = np.zeros(len(index.weights), dtype=np.int64)
    for block in index.blocks:
        held = np.diff(block.holders.indptr)
        holders[: len(held)] += held
    weights = LOG_COUNTS[last.counts[bounds[0] :]] * index.weights[columns]
    rows = np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))
    most = min(_COMMON_TERM_MOST, max(_COMMON_TERM_LEAST, _COMMON_TERM_SHARE * len(index.number_of)))
    # What one article alone holds leads nowhere.
    telling = (holders[columns] > 1) & (holders[columns] <= most) & (weights > 0)
    rows, columns, weights = rows[telling], columns[telling], weights[telling]
    order = np.lexsort((index.hashes[columns], -weights.round(9), rows))
    rows, columns, weights = rows[order], columns[order], weights[order]
    begins = np.searchsorted(rows, np.arange(len(bounds) - 1))
    looked = np.cumsum(holders[columns])
    before = np.concatenate([[0], looked])[begins]
    kept = (np.arange(len(rows)) - begins[rows] < _STRONGEST_TERMS) & (looked - before[rows] <= _MOST_LOOKED_AT)
    rows, columns, weights = rows[kept], columns[kept], weights[kept]
    return csr_matrix((weights * index.weights[columns], (rows, columns)), shape=(len(bounds) - 1, len(index.weights)))


def _holders_of(block: OpenedBlock, used: IntArray) -> csr_matrix:
    from scipy.sparse import csr_matrix

    table = block.holders
    inside = used[used < table.shape[0]]
    starts, stops = table.indptr[inside].astype(np.int64), table.indptr[inside + 1].astype(np.int64)
    places = take_ranges(starts, stops)
    bounds = np.concatenate([[0], np.cumsum(stops - starts), np.full(len(used) - len(inside), len(places))])
    data = LOG_COUNTS[table.data[places]].astype(np.float32)
    return csr_matrix((data, table.indices[places], bounds), shape=(len(used), table.shape[1]))


def _row(products: list[csr_matrix], row: int, index: OpenedIndex) -> tuple[IntArray, FloatArray]:
    others, values = [], []
    for block, product in zip(index.blocks, products, strict=True):
        low, high = product.indptr[row], product.indptr[row + 1]
        others.append(product.indices[low:high].astype(np.int64) + block.first)
        values.append(product.data[low:high])
    return np.concatenate(others), np.concatenate(values).astype(np.float64)


def _best(others: IntArray, values: FloatArray, most: int) -> IntArray:
    """The `most` with the highest values; of equals the lower numbers."""
    if len(others) <= most:
        return others
    values = values.round(6)
    # Those that cannot be among the first are left out of the sorting: there may be thousands.
    kept = values >= np.partition(values, len(values) - most)[len(values) - most]
    others, values = others[kept], values[kept]
    return others[np.lexsort((others, -values))[:most]]


def _find_foreign(index: OpenedIndex, first: int) -> tuple[IntArray, IntArray]:
    """Pairs as those of `find_near`, in two languages, whose titles are alike."""
    known = {language for block in index.blocks for language in block.record.languages if language}
    none = np.empty(0, dtype=np.int64)
    if len(known) < 2:
        return none, none
    happened, published = index.days()
    days = np.where(published > 0, published, happened)
    is_inside = np.ones(len(days), dtype=bool)
    new = days[first:]
    if len(new) and (new > 0).all():
        is_inside = (days == 0) | ((days >= new.min() - _FOREIGN_DAYS) & (days <= new.max() + _FOREIGN_DAYS))
    numbers = np.flatnonzero(is_inside)[-_MOST_FOREIGN:]
    firsts, seconds = find_foreign_neighbours(_sketch(index, numbers))
    is_new = numbers[seconds] >= first
    return numbers[firsts[is_new]], numbers[seconds[is_new]]


def _sketch(index: OpenedIndex, numbers: IntArray) -> list[StoryFeatures]:
    """What the index itself holds of articles beside their terms; numbers ascending."""
    sketches: list[StoryFeatures] = []
    for block in index.blocks:
        record, stop = block.record, block.first + len(block.record.articles)
        low, high = np.searchsorted(numbers, (block.first, stop))
        happened = np.frombuffer(record.happened, dtype="<i4")
        published = np.frombuffer(record.published, dtype="<i4")
        sketches += [
            StoryFeatures(
                article=record.articles[place],
                language=record.languages[place],
                event_date=_day(int(happened[place])),
                published=_day(int(published[place])),
                vector=record.vectors[place * DIMENSIONS : (place + 1) * DIMENSIONS],
            )
            for place in (numbers[low:high] - block.first).tolist()
        ]
    return sketches


@lru_cache(maxsize=1 << 13)
def _day(ordinal: int) -> str | None:
    return datetime.date.fromordinal(ordinal).isoformat() if ordinal else None


def mix_numbers(index: OpenedIndex, firsts: IntArray, seconds: IntArray, settings: StorySettings) -> FloatArray:
    """Closeness of pairs of articles, by number, before time and crowding vote."""
    numbers = distinct(np.concatenate([firsts, seconds]), len(index.number_of))
    weighting = weigh_rows(index, numbers)
    places = np.searchsorted(numbers, firsts), np.searchsorted(numbers, seconds)
    return mix_pairs(_sketch(index, numbers), weighting, settings, *places)


def find_kin(index: OpenedIndex, firsts: IntArray, seconds: IntArray, settings: StorySettings) -> IntArray:
    """Numbers of articles that may be of a story which one of the `seconds` continues, ascending.

    However many days lie between: an article is told from stories of its storyline by time. Of each of the seconds the
    few are taken with which it shares most of both its names and its words.
    """
    numbers = distinct(np.concatenate([firsts, seconds]), len(index.number_of))
    weighting = weigh_rows(index, numbers)
    places = np.searchsorted(numbers, firsts), np.searchsorted(numbers, seconds)
    names = pair_cosines(weighting.names, *places, 0.0) / settings.link_persons
    words = pair_cosines(weighting.words, *places, 0.0) / settings.link_topic
    strength = np.minimum(names, words).round(9)
    order = np.lexsort((firsts, -strength, seconds))
    begins = np.searchsorted(seconds[order], seconds[order])
    kept = order[(np.arange(len(order)) - begins < _MOST_KIN) & (strength[order] >= _LEAST_KINSHIP)]
    return distinct(firsts[kept], len(index.number_of))


def distinct(numbers: NDArray[np.integer[Any]], limit: int) -> IntArray:
    """The distinct `numbers`, all below `limit`, ascending; faster than sorting them."""
    is_in = np.zeros(limit, dtype=bool)
    is_in[numbers] = True
    return np.flatnonzero(is_in)


def add_nearest(
    nearest: NDArray[np.float16], firsts: IntArray, seconds: IntArray, values: FloatArray
) -> tuple[NDArray[np.float16], IntArray]:
    """The highest values of each article after further pairs were compared, and the numbers of those that have any."""
    articles = np.concatenate([firsts, seconds])
    both = np.concatenate([values, values])
    order = np.lexsort((-both, articles))
    articles, both = articles[order], both[order]
    touched = distinct(articles, len(nearest))
    begins = np.searchsorted(articles, touched)
    place = np.searchsorted(touched, articles)
    rank = np.arange(len(articles)) - begins[place]
    kept = rank < CROWD_RANKS
    rows = np.zeros((len(touched), 2 * CROWD_RANKS), dtype=np.float32)
    rows[:, :CROWD_RANKS] = nearest[touched]
    rows[place[kept], CROWD_RANKS + rank[kept]] = both[kept]
    rows = -np.sort(-rows, axis=1)[:, :CROWD_RANKS]
    replaced = nearest.copy()
    replaced[touched] = rows
    return replaced, touched
