import random

import numpy as np
import pytest

from firsthand.lineage import word_table
from firsthand.lineage.word_table import CONTENT, HALF, read_stretches
from firsthand.model import Span
from firsthand.text.shingles import hash_words
from firsthand.text.tokens import tokenise

# A few of every class of characters, of the first plane and beyond; a lone half of a pair; letters that fold to two.
LETTERS = "ab1 2.,,.'’-‐` \nZé_ñ9渡ๆ๓かЖ😀𝔸𝟙٣\u0301\ud800İß"


def assert_same(text, *stretches):
    words = read_stretches(text, stretches)
    expected = [word for start, end in stretches for word in tokenise(text, start, end)]
    assert words.starts.tolist() == [word.start for word in expected], text
    assert words.ends.tolist() == [word.end for word in expected], text
    assert np.array_equal(words.hashes, hash_words(word.norm for word in expected)), text
    return words


@pytest.mark.parametrize("seed", range(8))
def test_words_are_those_of_tokenise(seed):
    draw = random.Random(seed)
    for _ in range(250):
        text = "".join(draw.choices(LETTERS, k=draw.randrange(1, 25)))
        first, second = sorted(draw.sample(range(len(text) + 1), 2))
        assert_same(text, Span(first, second), *([Span(second, len(text))] if second < len(text) else []))


@pytest.mark.parametrize(
    "text",
    [
        "The ferry’s 1,200 tonnes, 3.5-km berth and 12-1,200 or a1,200; 1.2.3x 4,5-6.7 ends.",
        "a渡b 渡1.2渡 ๓.๓ 1๓.3 ๓1.3",
        "don't--stop 'quoted' rock-'n'-roll a.b 1.a a.1 -5 5- ",
        "x" * 70 + " short " + "y" * 70,
        "",
    ],
)
def test_numbers_joiners_and_unspaced_scripts(text):
    for _ in range(2):  # looked up, then remembered
        assert_same(text, Span(0, len(text)))


def test_no_stretch_has_no_words():
    assert [len(part) for part in read_stretches("text", [])] == [0, 0, 0, 0]


def test_a_long_text_has_the_words_of_its_parts():
    line = "Ferry island harbour 12.5 captain. "
    text = line * (word_table._MOST_POWERS // len(line) + 2)
    words = assert_same(text, Span(0, len(text)))
    assert np.array_equal(words.kinds[:5], words.kinds[-5:])


def test_names_numbers_and_single_characters_count_half():
    kinds = read_stretches("Oslo ferry the 12 渡 Of", [Span(0, 23)]).kinds
    assert [bool(kind & HALF) for kind in kinds] == [True, False, False, True, True, True]
    assert [bool(kind & CONTENT) for kind in kinds] == [True, True, False, True, True, False]


def test_words_that_drive_one_another_out_keep_their_hashes(monkeypatch):
    monkeypatch.setattr(word_table, "_PLACE_BITS", 1)
    monkeypatch.setattr(word_table, "_TABLE", word_table._WordTable())
    text = "ferry island harbour captain ferry Ferry island"
    for _ in range(3):
        assert_same(text, Span(0, len(text)))
