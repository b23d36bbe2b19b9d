"""Articles in different languages that may be of one affair, found by the sentence vectors of their titles."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from firsthand.stories.features import StoryFeatures
from firsthand.text.sentence_vectors import unpack_vectors

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

__all__ = ["are_foreign", "find_foreign_neighbours"]

_LEAST_LIKENESS = 0.45  # of two titles in two languages, below which they are not compared for it
_MOST_NEIGHBOURS = 20
_MOST_DAYS = 14  # between two articles whose days are known
_ROWS_AT_ONCE = 256


def are_foreign(features: Sequence[StoryFeatures], firsts: NDArray[int64], seconds: NDArray[int64]) -> NDArray[bool_]:
    """Whether the articles of each pair are in two languages, both known."""
    language = _languages(features)
    foreign: NDArray[bool_] = (language[firsts] != language[seconds]) & (language[firsts] > 0) & (language[seconds] > 0)
    return foreign


def find_foreign_neighbours(features: Sequence[StoryFeatures]) -> tuple[NDArray[int64], NDArray[int64]]:
    """Pairs of places of articles in two languages whose titles are alike and whose days are not far apart.

    Asked from each article that is not in the archive's commonest language: the cost is their number times that of all.
    An archive in one language pays nothing.

    Returns:
        Places of the first and of the second of each pair, first < second, sorted, each pair once.
    """
    import numpy

    language = _languages(features)
    asking = numpy.flatnonzero((language > 0) & (language != _commonest(language)))
    count = len(features)
    found = [numpy.empty(0, dtype=numpy.int64)]
    if len(asking):
        rows = unpack_vectors([one.vector for one in features])
        days = _days(features)
        for start in range(0, len(asking), _ROWS_AT_ONCE):
            part = asking[start : start + _ROWS_AT_ONCE]
            likeness = (rows[part] @ rows.T).round(5)
            likeness[(language[part][:, None] == language[None, :]) | (language == 0)[None, :]] = 0.0
            likeness[numpy.abs(days[part][:, None] - days[None, :]) > _MOST_DAYS] = 0.0  # unknown days compare False
            for place, values in zip(part.tolist(), likeness, strict=True):
                others = numpy.flatnonzero(values >= _LEAST_LIKENESS)
                others = others[numpy.lexsort((others, -values[others]))[:_MOST_NEIGHBOURS]]
                found.append(numpy.minimum(others, place) * count + numpy.maximum(others, place))
    keys = numpy.unique(numpy.concatenate(found))
    return keys // max(count, 1), keys % max(count, 1)


def _languages(features: Sequence[StoryFeatures]) -> NDArray[int64]:
    """The language of each article as a number, 0 where it is unknown."""
    import numpy

    codes = [int.from_bytes((one.language or "").encode("ascii", "replace")[:2], "big") for one in features]
    return numpy.array(codes, dtype=numpy.int64)


def _commonest(language: NDArray[int64]) -> int:
    counts = Counter(language[language > 0].tolist())
    return min(counts, key=lambda code: (-counts[code], code)) if counts else 0


def _days(features: Sequence[StoryFeatures]) -> NDArray[float64]:
    """Day of publication, or else of the main happening, as a number; not a number where neither is known."""
    import numpy

    days = [one.published or one.event_date for one in features]
    return numpy.array([datetime.date.fromisoformat(day).toordinal() if day else numpy.nan for day in days])
