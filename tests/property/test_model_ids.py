"""Ids are injective over their parts, and the same everywhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import content_digest, record_id

parts = st.lists(st.text(max_size=8), max_size=4)


@given(parts, parts)
def test_different_parts_have_different_digests(one: list[str], other: list[str]) -> None:
    assert (content_digest(*one) == content_digest(*other)) == (one == other)


def test_joined_parts_differ() -> None:
    assert content_digest("ab", "c") != content_digest("a", "bc")
    assert content_digest("abc") != content_digest("abc", "")


def test_a_lone_surrogate_has_a_digest() -> None:
    assert content_digest("\ud800") != content_digest("\ud801")


def test_an_id_is_its_prefix_and_fifteen_digits() -> None:
    assert record_id("story", "a") == record_id("story", "a")
    assert record_id("story", "a").startswith("story-")
    assert len(record_id("story", "a")) == len("story-") + 15
