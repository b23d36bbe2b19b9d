from __future__ import annotations

import numpy
import pytest

from firsthand.errors import ConfigError
from firsthand.text import sentence_vectors as vectors
from firsthand.text.sentence_vectors import DIMENSIONS, encode_sentence, pair_likeness, unpack_vectors


def likeness(one: str, other: str) -> float:
    rows = unpack_vectors([encode_sentence(one), encode_sentence(other)])
    return float(pair_likeness(rows, numpy.array([0]), numpy.array([1]))[0])


def test_a_sentence_is_a_byte_for_each_dimension_and_always_the_same():
    packed = encode_sentence("The ferry sank off Quenby")
    assert len(packed) == DIMENSIONS
    assert packed == encode_sentence("The  ferry\nsank off Quenby")
    assert max(abs(value) for value in numpy.frombuffer(packed, dtype=numpy.int8).tolist()) == 127


def test_what_is_empty_has_no_vector_and_is_like_nothing():
    assert encode_sentence(" \n") == b""
    assert likeness("", "The ferry sank off Quenby") == 0.0


def test_what_comes_late_in_a_long_sentence_is_not_read():
    head = "The ferry sank off Quenby " * 8
    assert encode_sentence(head + "and the bakers are on strike") == encode_sentence(head)


def test_a_translation_is_closer_than_another_subject_and_another_subject_than_nothing():
    english = "Ferry sinks off the coast, dozens missing"
    assert likeness(english, "Fähre sinkt vor der Küste, Dutzende vermisst") > 0.6
    assert likeness(english, "渡轮在海岸附近沉没,数十人失踪") > 0.6
    assert likeness(english, "Zentralbank erhöht die Zinsen") < 0.3


def test_rows_are_of_unit_length_and_damaged_ones_are_zero():
    rows = unpack_vectors([encode_sentence("Bakers on strike"), b"", b"\x01\x02"])
    assert numpy.allclose(numpy.linalg.norm(rows, axis=1), [1.0, 0.0, 0.0])


def test_many_pairs_are_compared_as_one_by_one():
    rows = unpack_vectors([encode_sentence(text) for text in ("Bakers on strike", "No bread in Lusk", "Ferry sinks")])
    firsts, seconds = numpy.array([0, 0, 1] * 8000), numpy.array([1, 2, 2] * 8000)
    values = pair_likeness(rows, firsts, seconds)
    assert numpy.allclose(values.reshape(-1, 3), (rows[[0, 0, 1]] * rows[[1, 2, 2]]).sum(axis=1))


def test_a_changed_model_is_refused(monkeypatch):
    monkeypatch.setattr(vectors, "_FILES", {"sp.model": "0" * 64})
    with pytest.raises(ConfigError, match=r"sp\.model"):
        vectors._load_encoder.__wrapped__()
