import numpy as np

from firsthand.lineage import word_table
from firsthand.lineage.word_table import CONTENT, HALF, look_up_words
from firsthand.text.shingles import hash_words
from firsthand.text.tokens import fold_word


def test_hashes_are_those_of_the_folded_words():
    written = ["Ferry", "ferry", "FERRY", "don’t", "don't", "Île", "渡", "12.5", "ferry"]
    hashes, _ = look_up_words(written)
    assert np.array_equal(hashes, hash_words(map(fold_word, written)))
    assert len(look_up_words([])[0]) == 0


def test_names_numbers_and_single_characters_count_half():
    _, kinds = look_up_words(["Oslo", "ferry", "the", "12", "渡", "Of"])
    assert [bool(kind & HALF) for kind in kinds] == [True, False, False, True, True, True]
    assert [bool(kind & CONTENT) for kind in kinds] == [True, True, False, True, True, False]


def test_a_full_table_is_begun_anew(monkeypatch):
    monkeypatch.setattr(word_table, "_MOST_REMEMBERED", 3)
    monkeypatch.setattr(word_table._Remembered, "table", word_table._WordTable())
    written = ["ferry", "island", "harbour", "captain", "ferry"]
    first = look_up_words(written)
    assert len(word_table._Remembered.table) == 0
    for _ in range(2):
        again = look_up_words(written)
        assert np.array_equal(again[0], first[0])
        assert np.array_equal(again[1], first[1])
