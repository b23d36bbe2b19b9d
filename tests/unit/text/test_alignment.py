import pytest

from firsthand.text.alignment import Block, align_in_order, best_segment, character_similarity, find_blocks
from firsthand.text.shingles import hash_words


def blocks(one, other, size=3, most=8):
    return find_blocks(hash_words(one.split()), hash_words(other.split()), size, most)


def test_moved_text_is_found():
    found = blocks("a b c d x e f g h", "e f g h y a b c d")
    assert found == [Block(0, 5, 4), Block(5, 0, 4)]


def test_runs_are_maximal():
    assert blocks("x a b c d e y", "z a b c d e w") == [Block(1, 1, 5)]


def test_a_formula_that_repeats_starts_nothing():
    assert blocks("a b c " * 9, "a b c " * 9, most=7) == []


def test_short_runs_do_not_count():
    assert blocks("a b x", "a b y") == []


def test_common_words_in_order():
    assert align_in_order([1, 2, 3, 4], [1, 3, 4]) == [Block(0, 0, 1), Block(2, 1, 2)]


@pytest.mark.parametrize(
    ("gains", "expected"), [([-1, 2, -1, 3, -5, 1], (1, 4)), ([-1, -2], (0, 0)), ([], (0, 0)), ([1.0], (0, 1))]
)
def test_best_segment(gains, expected):
    assert best_segment(gains) == expected


def test_likeness_in_characters():
    assert character_similarity("", "") == 1.0
    assert character_similarity("harbour", "harbor") == pytest.approx(6 / 7)
    assert character_similarity("ab" * 30_000, "ab" * 30_000) == 1.0
