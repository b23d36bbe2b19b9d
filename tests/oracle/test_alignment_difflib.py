"""Exact runs against difflib, which looks at every pair of words."""

import random
from difflib import SequenceMatcher
from itertools import pairwise

import pytest

from firsthand.text.alignment import align_in_order, find_blocks
from firsthand.text.shingles import containment, hash_shingles, hash_words


@pytest.mark.parametrize("seed", range(12))
def test_the_longest_run_is_difflibs(seed):
    draw = random.Random(seed)
    one = [f"w{draw.randrange(400)}" for _ in range(200)]
    other = [f"w{draw.randrange(400)}" for _ in range(150)]
    start, length = draw.randrange(150), draw.randrange(5, 40)
    other[60:60] = one[start : start + length]
    longest = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    found = max(
        find_blocks(hash_words(one), hash_words(other), 3, 8), key=lambda block: (block.length, -block.a, -block.b)
    )
    assert (found.a, found.b, found.length) == (longest.a, longest.b, longest.size)


@pytest.mark.parametrize("seed", range(12))
def test_every_run_is_maximal_and_equal(seed):
    draw = random.Random(seed)
    one = [draw.choice("abcdef") for _ in range(120)]
    other = [draw.choice("abcdef") for _ in range(120)]
    size = 4
    expected = {
        (i, j)
        for i in range(len(one) - size + 1)
        for j in range(len(other) - size + 1)
        if one[i : i + size] == other[j : j + size]
    }
    found = set()
    for block in find_blocks(hash_words(one), hash_words(other), size, 1000):
        assert one[block.a : block.a + block.length] == other[block.b : block.b + block.length]
        before = block.a > 0 and block.b > 0 and one[block.a - 1] == other[block.b - 1]
        ends = block.a + block.length, block.b + block.length
        after = ends[0] < len(one) and ends[1] < len(other) and one[ends[0]] == other[ends[1]]
        assert not before
        assert not after
        found |= {(block.a + step, block.b + step) for step in range(block.length - size + 1)}
    assert found == expected


@pytest.mark.parametrize("seed", range(12))
def test_common_words_are_at_least_difflibs(seed):
    draw = random.Random(seed)
    one = [draw.randrange(30) for _ in range(80)]
    other = [draw.randrange(30) for _ in range(60)]
    ours = align_in_order(one, other)
    theirs = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    assert sum(block.length for block in ours) >= sum(block.size for block in theirs)
    for block, after in pairwise(ours):
        assert block.a + block.length <= after.a
        assert block.b + block.length <= after.b
    assert all(one[block.a + step] == other[block.b + step] for block in ours for step in range(block.length))


def test_containment_is_the_share_of_distinct_shingles():
    draw = random.Random(0)
    one = [f"w{draw.randrange(40)}" for _ in range(200)]
    other = [f"w{draw.randrange(40)}" for _ in range(200)]
    pairs = [{tuple(words[k : k + 2]) for k in range(len(words) - 1)} for words in (one, other)]
    found = containment(hash_shingles(hash_words(one), 2), hash_shingles(hash_words(other), 2))
    assert found == pytest.approx(len(pairs[0] & pairs[1]) / len(pairs[0]))
