"""Origins of piles in which they are known: nothing is chained, and the number found is never too small."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property.planted_origins import SETTINGS, Pile, make_pile

from firsthand.lineage import group_origins, split_into_parts, widen_to_part
from firsthand.model import Origin

SEEDS = st.integers(0, 2**32)


def group(pile: Pile) -> list[Origin]:
    return group_origins(pile.stories, pile.articles, pile.lineages, pile.passages, SETTINGS)


def group_part(pile: Pile, names: Sequence[str], outside: dict[str, Origin]) -> list[Origin]:
    """The origins of these articles alone, with those pairs that hold one of them."""
    return group_origins(
        [story for story in pile.stories if not set(names).isdisjoint(story.articles)],
        {name: pile.articles[name] for name in names},
        [each for each in pile.lineages if {each.a, each.b} & set(names)],
        [each for each in pile.passages if {each.a, each.b} & set(names)],
        SETTINGS,
        outside,
    )


def b_cubed(truth: dict[str, str], found: dict[str, str]) -> tuple[float, float]:
    """Precision and recall, each article counted once."""
    both = Counter((truth[name], found[name]) for name in truth)
    of_truth, of_found = Counter(truth.values()), Counter(found[name] for name in truth)
    precision = sum(both[truth[name], found[name]] / of_found[found[name]] for name in truth) / len(truth)
    recall = sum(both[truth[name], found[name]] / of_truth[truth[name]] for name in truth) / len(truth)
    return precision, recall


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_no_two_planted_origins_are_taken_for_one(seed: int) -> None:
    pile = make_pile(seed)
    for origin in group(pile):
        assert len({pile.truth[name] for name in origin.articles}) == 1, origin


def test_planted_origins_are_found() -> None:
    """Over two hundred piles: an upper bound that is hardly ever more than the number itself."""
    recalls, errors = [], []
    for seed in range(200):
        pile = make_pile(seed)
        origins = group(pile)
        found = {name: origin.origin for origin in origins for name in origin.articles}
        precision, recall = b_cubed(pile.truth, found)
        assert precision == pytest.approx(1.0)
        recalls.append(recall)
        errors.append(len(origins) - len(set(pile.truth.values())))
    assert min(errors) >= 0
    assert sum(recalls) / len(recalls) >= 0.99
    assert sum(errors) / len(errors) <= 0.25


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.randoms(use_true_random=False))
def test_order_of_input_changes_nothing(seed: int, chance: random.Random) -> None:
    pile = make_pile(seed)
    expected = group(pile)
    names = list(pile.articles)
    for records in (names, pile.lineages, pile.passages, pile.stories):
        chance.shuffle(records)
    pile.articles = {name: pile.articles[name] for name in names}
    assert group(pile) == expected


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_each_part_gives_what_the_whole_gives(seed: int) -> None:
    pile = make_pile(seed)
    expected = group(pile)
    parts = split_into_parts(pile.stories, pile.articles, pile.lineages, SETTINGS)
    assert sorted(name for part in parts for name in part.articles) == sorted(pile.articles)
    first = [origin for part in parts for origin in group_part(pile, part.articles, {})]
    origin_of = {name: origin for origin in first for name in origin.articles}
    found = [
        origin
        for part in parts
        for origin in group_part(pile, part.articles, {name: origin_of[name] for name in part.beside})
    ]
    assert sorted(found, key=lambda origin: origin.articles) == expected


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(0, 10**6))
def test_widening_ends_at_the_part(seed: int, place: int) -> None:
    pile = make_pile(seed)
    start = sorted(pile.articles)[place % len(pile.articles)]
    reached = frozenset([start])
    while (wider := widen_to_part(reached, pile.stories, pile.lineages, SETTINGS)) != reached:
        reached = wider
    [part] = [
        part
        for part in split_into_parts(pile.stories, pile.articles, pile.lineages, SETTINGS)
        if start in part.articles
    ]
    assert reached == set(part.articles)


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_names_differ_and_each_member_is_explained(seed: int) -> None:
    pile = make_pile(seed)
    origins = group(pile)
    part_of = {
        name: number
        for number, part in enumerate(split_into_parts(pile.stories, pile.articles, pile.lineages, SETTINGS))
        for name in part.articles
    }
    named = [(part_of[origin.articles[0]], origin.name) for origin in origins]
    assert len(set(named)) == len(named)
    ids = {origin.origin for origin in origins}
    for origin in origins:
        assert all(any(name in line for line in origin.evidence) for name in origin.articles), origin
        assert origin.origin not in origin.borrows_from
        assert origin.mixed == bool(origin.borrows_from)
        assert all(lender in ids for lender in origin.borrows_from if lender.startswith("origin-"))
