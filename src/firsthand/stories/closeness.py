"""How close two articles are: five cosines, what vetoes them, and how crowded the place is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.stories.clashes import days_apart, find_clash, tell_apart
from firsthand.stories.features import StoryFeatures
from firsthand.stories.foreign import are_foreign, find_foreign_neighbours
from firsthand.stories.settings import StorySettings
from firsthand.stories.weighting import Block, Weighting
from firsthand.text.sentence_vectors import pair_likeness, unpack_vectors

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

__all__ = [
    "CROWD_RANKS",
    "Neighbourhood",
    "compare_neighbours",
    "days_apart",
    "find_clash",
    "find_neighbours",
    "judge_crowding",
    "mix_pairs",
    "pair_cosines",
    "tell_apart",
]

# Added to the product of the lengths of two vectors, in squared weights: two texts of a few words are not close
# because they share one of them. A name or number is worth some 30 of these, a rare word 20 to 40. A name counts twice,
# as written and as it sounds.
_FEW_NAMES = 3000.0
_FEW_NUMBERS = 20.0
_FEW_NAMES_FOREIGN = 1000.0  # between languages few names meet, and those that do meet hardly by chance
_FEW_OPENING = 100.0
_STRONGEST_TERMS = 120  # terms of an article through which it looks for neighbours
_COMMON_TERM_SHARE = 0.1  # a term in more of the articles than this finds no neighbours ...
_COMMON_TERM_LEAST = 60  # ... unless the archive is so small that this many articles hold it
_COMMON_TERM_MOST = 2000  # and in more articles than this in no archive, else the cost grows with the square of it
_BLOCK_ROWS = 512
# Crowding: mean closeness of the 11th to 38th nearest neighbour, and at most this. Where half the archive is about
# the same two governments, being alike says little. The nearest are left out as likely of the same story, and the
# limit keeps a story of a hundred articles from crowding itself out.
_CROWD_FIRST, _CROWD_LAST, _CROWD_LIMIT, _CROWD_TOLL = 10, 38, 0.2, 1.3
CROWD_RANKS = _CROWD_LAST  # so many of the highest values decide how crowded a place is
# Titles less alike than this say nothing: subjects of the news are alike in that they are news. Between languages a
# translation is at 0.7 to 0.9, another earthquake at 0.5.
_LEAST_LIKENESS, _LEAST_LIKENESS_FOREIGN = 0.3, 0.45
_AGREEING = 0.1  # of the other cosines together: from here on the vectors have their full vote, below it a part of it


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Which articles are compared, and how close they are.

    Attributes:
        pairs: For each article, by place, its neighbours' places and the closeness; without itself.
        crowding: For each article, what is taken off for the crowd round it.
        nearest: For each article, the highest values before time votes, `CROWD_RANKS` at most, descending.
    """

    pairs: tuple[dict[int, float], ...]
    crowding: tuple[float, ...]
    nearest: tuple[tuple[float, ...], ...] = ()


def compare_neighbours(
    features: Sequence[StoryFeatures], weighting: Weighting, settings: StorySettings
) -> Neighbourhood:
    """Closeness of every article to its neighbours, before crowding is taken off."""
    blocks = (weighting.words, weighting.opening, weighting.names, weighting.numbers)
    firsts, seconds = _join_pairs(find_neighbours(blocks, settings.candidates), find_foreign_neighbours(features))
    values = mix_pairs(features, weighting, settings, firsts, seconds)
    pairs = list(zip(firsts.tolist(), seconds.tolist(), values.tolist(), strict=True))
    rows: list[dict[int, float]] = [{} for _ in features]
    for first, second, value in pairs:
        rows[first][second] = rows[second][first] = value
    nearest = tuple(tuple(sorted(row.values(), reverse=True)[:CROWD_RANKS]) for row in rows)
    crowding = tuple(map(judge_crowding, nearest))
    for first, second, value in pairs:
        told = tell_apart(features[first], features[second], value, settings)
        rows[first][second] = rows[second][first] = told
    return Neighbourhood(tuple(rows), crowding, nearest)


def _join_pairs(
    ones: tuple[NDArray[int64], NDArray[int64]], others: tuple[NDArray[int64], NDArray[int64]]
) -> tuple[NDArray[int64], NDArray[int64]]:
    """The pairs of both, sorted, each once."""
    import numpy

    if not len(others[0]):
        return ones
    pairs = numpy.unique(numpy.hstack([numpy.vstack(ones), numpy.vstack(others)]), axis=1)
    return pairs[0], pairs[1]


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
    # Sorted here: `numpy.unique` goes by hashes, which takes ten times as long.
    keys = numpy.sort(numpy.concatenate(found)) if found else numpy.array([], dtype=numpy.int64)
    keys = keys[numpy.append(True, keys[1:] != keys[:-1])] if len(keys) else keys
    return (keys // max(count, 1)).astype(numpy.int64), (keys % max(count, 1)).astype(numpy.int64)


def judge_crowding(values: Iterable[float]) -> float:
    """What the crowd round an article takes off, from its closeness to its neighbours (any order) before time votes.

    Nothing in a tiny archive, which may be of one story.
    """
    ranked = sorted(values, reverse=True)[_CROWD_FIRST:_CROWD_LAST]
    total = sum(min(max(value, 0.0), _CROWD_LIMIT) for value in ranked)
    return _CROWD_TOLL * total / (_CROWD_LAST - _CROWD_FIRST)


def mix_pairs(
    features: Sequence[StoryFeatures],
    weighting: Weighting,
    settings: StorySettings,
    firsts: NDArray[int64],
    seconds: NDArray[int64],
) -> NDArray[float64]:
    """The weighted sum of the five cosines. Across languages words cannot vote: names, numbers and vectors do it.

    Vectors never decide alone: where words, names and numbers say nothing, theirs is no vote.
    """
    import numpy

    words = pair_cosines(weighting.words, firsts, seconds, 0.0)
    opening = pair_cosines(weighting.opening, firsts, seconds, _FEW_OPENING)
    names = pair_cosines(weighting.names, firsts, seconds, _FEW_NAMES)
    numbers = pair_cosines(weighting.numbers, firsts, seconds, _FEW_NUMBERS)
    likeness = _compare_titles(features, firsts, seconds)
    mixed = (
        settings.words_weight * words
        + settings.opening_weight * opening
        + settings.names_weight * names
        + settings.numbers_weight * numbers
        + settings.vectors_weight * _vote(likeness, _LEAST_LIKENESS, words + opening + names + numbers)
    )
    foreign = numpy.flatnonzero(are_foreign(features, firsts, seconds))
    if len(foreign):
        names = pair_cosines(weighting.names, firsts[foreign], seconds[foreign], _FEW_NAMES_FOREIGN)
        across = (
            (settings.words_weight + settings.names_weight) * names
            + settings.numbers_weight * numbers[foreign]
            + settings.foreign_weight * _vote(likeness[foreign], _LEAST_LIKENESS_FOREIGN, names + numbers[foreign])
        )
        mixed[foreign] = numpy.maximum(mixed[foreign], across)
    return mixed


def _compare_titles(
    features: Sequence[StoryFeatures], firsts: NDArray[int64], seconds: NDArray[int64]
) -> NDArray[float64]:
    import numpy

    used, places = numpy.unique(numpy.concatenate([firsts, seconds]), return_inverse=True)
    rows = unpack_vectors([features[place].vector for place in used.tolist()])
    return pair_likeness(rows, places[: len(firsts)], places[len(firsts) :])


def _vote(likeness: NDArray[float64], least: float, agreeing: NDArray[float64]) -> NDArray[float64]:
    """What likeness says, from 0 to 1, as far as the other evidence agrees."""
    import numpy

    said: NDArray[float64] = numpy.maximum(likeness - least, 0.0) / (1.0 - least)
    return said * numpy.minimum(agreeing / _AGREEING, 1.0)


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
