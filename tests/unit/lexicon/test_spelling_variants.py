"""Spellings of one word share a key; other words do not."""

from __future__ import annotations

import pytest

from firsthand.lexicon.spelling_variants import spelling_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("realised", "realized"),
        ("organisations", "organizations"),
        ("neighbours", "neighbors"),
        ("centre", "center"),
        ("travelling", "traveling"),
        ("programmes", "programs"),
        ("defence", "defense"),
        ("analysed", "analyzed"),
        ("twelve", "12"),
        ("1,200", "1200"),
        ("nov", "november"),
        ("programme's", "program's"),
    ],
)
def test_same_word(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("four", "for"), ("hour", "or"), ("wise", "wize"), ("1.200", "1200"), ("story", "tale"), ("tonne", "ton")],
)
def test_other_word(one: str, other: str) -> None:
    assert spelling_key(one) != spelling_key(other)
