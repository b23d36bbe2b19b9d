import numpy as np
import pytest

from firsthand.errors import InputError
from firsthand.text.shingles import containment, hash_shingles, hash_words, winnow


def test_word_hashes_are_the_same_in_every_run():
    assert hash_words(["ferry", "harbour"]).tolist() == [7949881795909877008, 16295200358155746308]


def test_shingles_depend_on_order():
    one, other = hash_words("the ferry left".split()), hash_words("ferry the left".split())
    assert hash_shingles(one, 3).tolist() != hash_shingles(other, 3).tolist()
    assert len(hash_shingles(one, 3)) == 1


def test_too_few_words_give_no_shingle():
    assert len(hash_shingles(hash_words(["ferry"]), 2)) == 0
    assert len(winnow(hash_shingles(hash_words(["ferry"]), 2), 4)) == 0


def test_winnow_keeps_one_of_each_window():
    hashes = np.array([9, 4, 7, 8, 3, 6], dtype=np.uint64)
    assert winnow(hashes, 3).tolist() == [3, 4]
    assert winnow(hashes[:2], 3).tolist() == [4]


def test_containment_is_asymmetric():
    brief, report = np.array([1, 2, 2], dtype=np.uint64), np.array([1, 2, 3, 4], dtype=np.uint64)
    assert containment(brief, report) == 1.0
    assert containment(report, brief) == 0.5


def test_containment_of_nothing_is_undefined():
    with pytest.raises(InputError):
        containment(np.array([], dtype=np.uint64), np.array([1], dtype=np.uint64))
