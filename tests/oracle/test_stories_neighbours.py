"""What the index over terms finds near, against a look at every article; vectors of pairs against a fresh weighing."""

from __future__ import annotations

import random

import numpy as np
import pytest

from firsthand.stories import StoryFeatures, StoryIndex, StorySettings, open_index
from firsthand.stories.closeness import CROWD_RANKS, mix_pairs
from firsthand.stories.neighbours import add_nearest, find_near, mix_numbers
from firsthand.stories.opened_index import add_block, judge_table
from firsthand.stories.term_index import make_block
from firsthand.stories.weighting import count_terms, weigh_articles

SETTINGS = StorySettings(candidates=8)


def invent(seed, count=160):
    draw = random.Random(seed)
    words = [f"word{number}" for number in range(500)]
    made = []
    for number in range(count):
        own = [f"own{number % 23}x{place}" for place in range(6)]
        told = dict.fromkeys(draw.sample(words, 25) + draw.sample(own, 4), 1)
        made.append(StoryFeatures(article=f"a{number:03}", language="en", words=told, numbers={str(number % 31): 1}))
    return made


def grow(features, cuts):
    index, seen = open_index(StoryIndex()), 0
    for cut in [*cuts, len(features)]:
        portion = features[seen:cut]
        seen = cut
        index = add_block(index, make_block(portion, map(count_terms, portion), index.hashes), [1.0] * len(portion))
    record = index.record
    table = judge_table(record.blocks, index.voices)
    return open_index(StoryIndex(blocks=record.blocks, table=table, voices=record.voices, nearest=record.nearest))


@pytest.mark.parametrize("seed", range(4))
def test_near_are_those_that_share_the_most_of_all_articles(seed):
    features = invent(seed)
    index = grow(features, [40, 90, 140])
    first = 140
    found = set(zip(*(each.tolist() for each in find_near(index, first, SETTINGS)), strict=True))
    weighting = weigh_articles(features, [1.0] * len(features))
    matrix = np.hstack([weighting.words.matrix.toarray(), weighting.numbers.matrix.toarray()])
    held = (matrix > 0).sum(axis=0)
    lengths = np.sqrt((matrix**2).sum(axis=1))
    telling = matrix * ((held > 1) & (held <= 60))
    expected = set()
    for number in range(first, len(features)):
        shared = (telling @ telling[number]) / lengths
        shared[number] = -1.0
        best = np.lexsort((np.arange(len(shared)), -shared.round(6)))[: SETTINGS.candidates]
        expected |= {(min(number, other), max(number, other)) for other in best.tolist() if shared[other] > 0}
    assert len(found & expected) >= 0.97 * len(expected)  # counts are kept in a byte and weights in four
    assert len(found - expected) <= 0.03 * len(expected)


@pytest.mark.parametrize("seed", range(3))
def test_closeness_from_the_index_is_that_of_a_fresh_weighing(seed):
    features = invent(seed, count=60)
    index = grow(features, [10, 35])
    firsts, seconds = (np.array(each) for each in zip(*[(3, 40), (3, 26), (12, 58), (0, 23), (36, 59)], strict=True))
    fresh = mix_pairs(features, weigh_articles(features, [1.0] * 60), SETTINGS, firsts, seconds)
    assert np.allclose(mix_numbers(index, firsts, seconds, SETTINGS), fresh, atol=1e-5)
    assert fresh.max() > 0.05


@pytest.mark.parametrize("seed", range(3))
def test_nearest_are_the_highest_of_all_that_came(seed):
    draw = np.random.default_rng(seed)
    nearest = np.zeros((50, CROWD_RANKS), dtype=np.float16)
    told = {place: [] for place in range(50)}
    for _ in range(4):
        pairs = draw.choice(50 * 50, size=500, replace=False)
        firsts, seconds = pairs // 50, pairs % 50
        kept = firsts < seconds
        firsts, seconds = firsts[kept], seconds[kept]
        values = draw.random(len(firsts))
        nearest, touched = add_nearest(nearest, firsts, seconds, values)
        assert set(touched.tolist()) == set(firsts.tolist()) | set(seconds.tolist())
        for one, other, value in zip(firsts.tolist(), seconds.tolist(), values.tolist(), strict=True):
            told[one].append(value)
            told[other].append(value)
    for place, values in told.items():
        expected = sorted(values, reverse=True)[:CROWD_RANKS]
        assert np.allclose(nearest[place][: len(expected)], expected, atol=1e-3)
        assert not nearest[place][len(expected) :].any()
