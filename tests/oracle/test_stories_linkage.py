"""Sparse average linkage against scipy's on full graphs."""

from __future__ import annotations

import numpy
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from firsthand.stories.closeness import Neighbourhood
from firsthand.stories.linkage import join_groups


@given(st.integers(2, 14), st.integers(0, 2**32 - 1), st.floats(0.05, 0.9))
@settings(max_examples=60, deadline=None)
def test_equal_to_scipy_average_linkage(count, seed, least):
    values = numpy.random.default_rng(seed).random((count, count))
    closeness = (values + values.T) / 2
    numpy.fill_diagonal(closeness, 1.0)
    rows = tuple(
        {other: float(closeness[one, other]) for other in range(count) if other != one} for one in range(count)
    )
    groups = join_groups(Neighbourhood(rows, (0.0,) * count), [[place] for place in range(count)], [1.0] * count, least)
    labels = fcluster(linkage(squareform(1 - closeness, checks=False), "average"), 1 - least, "distance")
    expected: dict[int, list[int]] = {}
    for place, label in enumerate(labels):
        expected.setdefault(int(label), []).append(place)
    assert set(groups) == {tuple(group) for group in expected.values()}
