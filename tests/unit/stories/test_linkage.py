from __future__ import annotations

import pytest

from firsthand.stories.closeness import Neighbourhood
from firsthand.stories.linkage import join_groups, link_groups


def neighbourhood(count: int, closeness: dict[tuple[int, int], float], crowding: float = 0.0) -> Neighbourhood:
    rows: list[dict[int, float]] = [{} for _ in range(count)]
    for (one, other), value in closeness.items():
        rows[one][other] = rows[other][one] = value
    return Neighbourhood(tuple(rows), (crowding,) * count)


def alone(count: int) -> list[list[int]]:
    return [[place] for place in range(count)]


def test_a_chain_of_close_pairs_is_not_one_group():
    chain = neighbourhood(6, {(place, place + 1): 0.5 for place in range(5)})
    grouping = link_groups(chain, alone(6), [1.0] * 6, 0.2)
    assert max(map(len, grouping.groups)) == 2


def test_crowding_is_taken_off():
    pair = {(0, 1): 0.3}
    assert link_groups(neighbourhood(2, pair), alone(2), [1.0] * 2, 0.2).groups == ((0, 1),)
    assert link_groups(neighbourhood(2, pair, crowding=0.2), alone(2), [1.0] * 2, 0.2).groups == ((0,), (1,))


def test_copies_count_as_one_voice():
    # Four copies of one text are close to an outsider; an account of its own is not.
    closeness = {(place, 5): 0.5 for place in range(4)} | {(4, 5): 0.0} | {(place, 4): 0.6 for place in range(4)}
    units = [[0, 1, 2, 3], [4], [5]]
    one_voice = link_groups(neighbourhood(6, closeness), units, [0.25] * 4 + [1.0, 1.0], 0.3)
    five_voices = link_groups(neighbourhood(6, closeness), units, [1.0] * 6, 0.3)
    assert one_voice.groups == ((0, 1, 2, 3, 4), (5,))
    assert five_voices.groups == ((0, 1, 2, 3, 4, 5),)


def test_it_says_how_close_each_is_to_its_own_and_to_the_next():
    grouping = link_groups(neighbourhood(3, {(0, 1): 0.5, (1, 2): 0.1}), alone(3), [1.0] * 3, 0.2)
    assert grouping.groups == ((0, 1), (2,))
    assert grouping.own == (pytest.approx(0.5), pytest.approx(0.5), None)
    assert grouping.next_best == (None, (1, pytest.approx(0.1)), (0, pytest.approx(0.05)))


def test_a_text_that_was_joined_early_goes_where_it_is_closest_in_the_end():
    # 1 is joined with 0 first; then 2 to 4 come together, and on average it is closer to them.
    closeness = {(0, 1): 0.9, (0, 5): 0.9, (1, 5): 0.1}
    closeness |= {(one, other): 0.8 for one in (2, 3, 4) for other in (2, 3, 4) if one < other}
    closeness |= {(1, other): 0.6 for other in (2, 3, 4)}
    graph = neighbourhood(6, closeness)
    assert join_groups(graph, alone(6), [1.0] * 6, 0.3) == ((0, 1, 5), (2, 3, 4))
    assert link_groups(graph, alone(6), [1.0] * 6, 0.3).groups == ((0, 5), (1, 2, 3, 4))


def test_a_text_that_is_alone_stays_alone():
    graph = neighbourhood(4, {(0, 1): 0.5, (2, 3): 0.1})
    assert link_groups(graph, alone(4), [1.0] * 4, 0.2).groups == ((0, 1), (2,), (3,))
