"""How close two articles are: four cosines, what vetoes them, and how crowded the place is."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from firsthand.stories.features import StoryFeatures
from firsthand.stories.settings import StorySettings
from firsthand.stories.weighting import Block, Weighting

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

__all__ = ["Neighbourhood", "compare_neighbours", "days_apart", "find_clash", "find_neighbours", "pair_cosines"]

# Added to the product of the lengths of two vectors, in squared weights: two texts of a few words are not close
# because they share one of them. A name or number is worth some 30 of these, a rare word 20 to 40.
_FEW_NAMES = 1500.0
_FEW_NUMBERS = 20.0
_FEW_OPENING = 100.0
_STRONGEST_TERMS = 120  # terms of an article through which it looks for neighbours
_COMMON_TERM_SHARE = 0.1  # a term in more of the articles than this finds no neighbours ...
_COMMON_TERM_LEAST = 60  # ... unless the archive is so small that this many articles hold it
_COMMON_TERM_MOST = 2000  # and in more articles than this in no archive, else the cost grows with the square of it
_BLOCK_ROWS = 512
# Crowding: mean closeness of the 15th to 40th nearest neighbour, and at most this. Where half the archive is about
# the same two governments, being alike says little. The nearest are left out as likely of the same story, and the
# limit keeps a story of a hundred articles from crowding itself out.
_CROWD_FIRST, _CROWD_LAST, _CROWD_LIMIT, _CROWD_TOLL = 14, 40, 0.2, 1.3
_VETO = -0.5  # closeness of a clash: outweighs two pairs that are as close as reports of one happening are
_SAME_DAY_GAIN = 1.25  # where the texts put their main happenings on the same day
_OTHER_PARTIES_TOLL = 0.12
_OTHER_WEEKDAY_TOLL = 0.06  # where neither has a date
_MEETING_WORDS = frozenset("met meeting meetings talks negotiations summit visit visited visits bilateral".split())


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Which articles are compared, and how close they are.

    Attributes:
        pairs: For each article, by place, its neighbours' places and the closeness; without itself.
        crowding: For each article, what is taken off for the crowd round it.
    """

    pairs: tuple[dict[int, float], ...]
    crowding: tuple[float, ...]


def compare_neighbours(
    features: Sequence[StoryFeatures], weighting: Weighting, settings: StorySettings
) -> Neighbourhood:
    """Closeness of every article to its neighbours, before crowding is taken off."""
    blocks = (weighting.words, weighting.opening, weighting.names, weighting.numbers)
    firsts, seconds = find_neighbours(blocks, settings.candidates)
    values = _mix(features, weighting, settings, firsts, seconds)
    pairs = list(zip(firsts.tolist(), seconds.tolist(), values.tolist(), strict=True))
    rows: list[dict[int, float]] = [{} for _ in features]
    for first, second, value in pairs:
        rows[first][second] = rows[second][first] = value
    crowding = tuple(_crowding(row.values()) for row in rows)
    for first, second, value in pairs:
        told = _told_apart(features[first], features[second], value, settings)
        rows[first][second] = rows[second][first] = told
    return Neighbourhood(tuple(rows), crowding)


def find_neighbours(blocks: Sequence[Block], most: int) -> tuple[NDArray[int64], NDArray[int64]]:
    """Pairs of rows worth comparing: for each article the `most` that share the most of its strongest terms.

    An inverted index: the cost grows with the pairs that share a telling term, not with all pairs.

    Returns:
        Rows of the first and of the second of each pair, first < second, sorted, each pair once.
    """
    import numpy

    index = _strongest_terms(blocks)
    count = index.shape[0]
    turned = index.T.tocsr()
    found: list[NDArray[int64]] = []
    for start in range(0, count, _BLOCK_ROWS):
        shared = (index[start : start + _BLOCK_ROWS] @ turned).tocsr()
        for place in range(shared.shape[0]):
            low, high = shared.indptr[place], shared.indptr[place + 1]
            others, values = shared.indices[low:high], shared.data[low:high]
            kept = others != start + place
            others, values = others[kept], values[kept]
            if len(others) > most:
                values = values.round(9)
                # Those that cannot be among the first are left out of the sorting: there may be thousands.
                kept = values >= numpy.partition(values, len(values) - most)[len(values) - most]
                others, values = others[kept], values[kept]
                others = others[numpy.lexsort((others, -values))[:most]]
            row = numpy.full(len(others), start + place)
            found.append(numpy.minimum(row, others) * count + numpy.maximum(row, others))
    keys = numpy.unique(numpy.concatenate(found)) if found else numpy.array([], dtype=numpy.int64)
    return (keys // max(count, 1)).astype(numpy.int64), (keys % max(count, 1)).astype(numpy.int64)


def days_apart(one: StoryFeatures, other: StoryFeatures) -> int | None:
    """Days that lie at least between two articles; None where one has no day at all.

    The smaller of the gaps between the days of their main happenings and between the days of publication: a day read
    from the text may be of the background, a day of publication may be that of a crawl. An article known only to be
    no older than a day is at least that much later.
    """
    happened = _gap(one.event_date, other.event_date)
    published = _gap(one.published, other.published)
    if happened is not None and published is not None:
        return min(happened, published)
    if happened is not None or published is not None:
        return published if happened is None else happened
    first, second = one.published or one.event_date, other.published or other.event_date
    if first and second:
        return _gap(first, second)
    if first and other.not_before:
        return max(0, _ordinal(other.not_before) - _ordinal(first))
    if second and one.not_before:
        return max(0, _ordinal(one.not_before) - _ordinal(second))
    return None


def find_clash(one: StoryFeatures, other: StoryFeatures, settings: StorySettings) -> str | None:
    """Why two articles cannot be about one happening, in words; None where nothing stands against it."""
    return _find_clash(one, other, days_apart(one, other), settings)


def _find_clash(one: StoryFeatures, other: StoryFeatures, gap: int | None, settings: StorySettings) -> str | None:
    if one.event_date and other.event_date and (gap or 0) >= settings.clash_days:
        return f"their main happenings are {gap} days apart"
    for noun, year in one.since.items():
        if other.since.get(noun, year) != year:
            return f"one tells of the first {noun} since {year}, the other of the first since {other.since[noun]}"
    for noun, place in one.rows.items():
        if _is_opening_word(one, noun) and _is_opening_word(other, noun) and other.rows.get(noun, place) != place:
            return f"different {noun}s: number {place} and number {other.rows[noun]}"
    return None


def _is_opening_word(features: StoryFeatures, noun: str) -> bool:
    return noun in features.opening


def _gap(one: str | None, other: str | None) -> int | None:
    return abs(_ordinal(one) - _ordinal(other)) if one and other else None


@lru_cache(maxsize=1 << 15)
def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


def _told_apart(one: StoryFeatures, other: StoryFeatures, closeness: float, settings: StorySettings) -> float:
    """Closeness of two articles after what time takes off, or the veto where they clash."""
    gap = days_apart(one, other)
    if _find_clash(one, other, gap, settings):
        return _VETO
    if _are_other_parties(one, other):
        closeness -= _OTHER_PARTIES_TOLL
    if one.event_date and one.event_date == other.event_date:
        closeness *= _SAME_DAY_GAIN
    if gap is None:
        return closeness - (_OTHER_WEEKDAY_TOLL if _names_other_weekday(one, other) else 0.0)
    return closeness - min(settings.day_toll * gap, settings.day_toll_limit)


def _are_other_parties(one: StoryFeatures, other: StoryFeatures) -> bool:
    """Whether both tell of a meeting, and only one of the persons whom each names by office is the same.

    The same leader meeting somebody else is another happening.
    """
    if min(len(one.persons), len(other.persons)) < 2:  # most articles; the tuples name each person once
        return False
    first, second = set(one.persons), set(other.persons)
    if min(len(first), len(second)) < 2 or len(first & second) != 1:
        return False
    return not (_MEETING_WORDS.isdisjoint(one.words) or _MEETING_WORDS.isdisjoint(other.words))


def _names_other_weekday(one: StoryFeatures, other: StoryFeatures) -> bool:
    """Whether two openings without any date name days of the week that are more than a day apart."""
    if one.weekday is None or other.weekday is None or _has_day(one) or _has_day(other):
        return False
    apart = abs(one.weekday - other.weekday)
    return min(apart, 7 - apart) > 1


def _has_day(features: StoryFeatures) -> bool:
    return bool(features.event_date or features.published or features.not_before)


def _crowding(values: Iterable[float]) -> float:
    """What the crowd round an article takes off. Nothing in a tiny archive, which may be of one story."""
    ranked = sorted(values, reverse=True)[_CROWD_FIRST:_CROWD_LAST]
    total = sum(min(max(value, 0.0), _CROWD_LIMIT) for value in ranked)
    return _CROWD_TOLL * total / (_CROWD_LAST - _CROWD_FIRST)


def _mix(
    features: Sequence[StoryFeatures],
    weighting: Weighting,
    settings: StorySettings,
    firsts: NDArray[int64],
    seconds: NDArray[int64],
) -> NDArray[float64]:
    """The weighted sum of the four cosines. Across languages words cannot vote: names and numbers do it alone."""
    import numpy

    words = pair_cosines(weighting.words, firsts, seconds, 0.0)
    opening = pair_cosines(weighting.opening, firsts, seconds, _FEW_OPENING)
    names = pair_cosines(weighting.names, firsts, seconds, _FEW_NAMES)
    numbers = pair_cosines(weighting.numbers, firsts, seconds, _FEW_NUMBERS)
    mixed = (
        settings.words_weight * words
        + settings.opening_weight * opening
        + settings.names_weight * names
        + settings.numbers_weight * numbers
    )
    language = numpy.array([_language_code(one.language) for one in features])
    foreign = (language[firsts] != language[seconds]) & (language[firsts] > 0) & (language[seconds] > 0)
    across = (settings.words_weight + settings.names_weight) * names + settings.numbers_weight * numbers
    return numpy.where(foreign, numpy.maximum(mixed, across), mixed)


def _language_code(language: str | None) -> int:
    return int.from_bytes(language.encode("ascii", "replace")[:2], "big") if language else 0


def pair_cosines(block: Block, firsts: NDArray[int64], seconds: NDArray[int64], few: float) -> NDArray[float64]:
    """Products of pairs of rows over their lengths, `few` added to the product of lengths; 0 for an empty row."""
    import numpy

    matrix, lengths = block.matrix, block.lengths()
    result = numpy.zeros(len(firsts))
    for start in range(0, len(firsts), 20000):
        part = slice(start, start + 20000)
        product = numpy.asarray(matrix[firsts[part]].multiply(matrix[seconds[part]]).sum(axis=1)).ravel()
        whole = lengths[firsts[part]] * lengths[seconds[part]] + few
        result[part] = numpy.divide(product, whole, out=numpy.zeros_like(product), where=whole > 0)
    return result


def _strongest_terms(blocks: Sequence[Block]) -> csr_matrix:
    """Unit rows of each article's strongest terms of all blocks, without terms that half the archive holds."""
    import numpy
    from scipy.sparse import csr_matrix, diags, hstack

    matrix = hstack([block.matrix for block in blocks], format="csr")
    count = matrix.shape[0]
    holders = numpy.bincount(matrix.indices, minlength=matrix.shape[1])
    # What one article alone holds leads nowhere.
    most = min(_COMMON_TERM_MOST, max(_COMMON_TERM_LEAST, _COMMON_TERM_SHARE * count))
    telling = (holders > 1) & (holders <= most)
    starts, columns, weights = [0], [], []
    for row in range(count):
        low, high = matrix.indptr[row], matrix.indptr[row + 1]
        terms, values = matrix.indices[low:high], matrix.data[low:high]
        kept = telling[terms]
        terms, values = terms[kept], values[kept]
        if len(terms) > _STRONGEST_TERMS:
            best = numpy.lexsort((terms, -values.round(9)))[:_STRONGEST_TERMS]
            terms, values = terms[best], values[best]
        columns.append(terms)
        weights.append(values)
        starts.append(starts[-1] + len(terms))
    index = csr_matrix(
        (numpy.concatenate(weights or [numpy.zeros(0)]), numpy.concatenate(columns or [numpy.zeros(0, int)]), starts),
        shape=matrix.shape,
    )
    lengths = numpy.sqrt(numpy.asarray(index.multiply(index).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1.0
    return diags(1.0 / lengths).tocsr() @ index
