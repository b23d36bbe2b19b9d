"""Tables of units, currencies, number words and fates agree with one another."""

from __future__ import annotations

import re

import pytest

from firsthand.lexicon.fates import FATE_ADJECTIVES, FATE_NOUNS, FATE_VERBS, INTRANSITIVE_FATES
from firsthand.lexicon.number_words import LEADING_QUALIFIERS, TRAILING_QUALIFIERS, qualifier_bound
from firsthand.lexicon.units import CURRENCY_CODES, CURRENCY_PHRASES, CURRENCY_SYMBOLS, SPELLED_UNITS, UNIT_SYMBOLS


def test_a_unit_has_one_kind_however_it_is_written() -> None:
    kinds: dict[str, set[str]] = {}
    for unit, kind in [*SPELLED_UNITS.values(), *UNIT_SYMBOLS.values()]:
        kinds.setdefault(unit, set()).add(kind)
    assert {unit for unit, found in kinds.items() if len(found) > 1} == set()


def test_currencies_are_codes_of_three_capitals() -> None:
    for code in {*CURRENCY_CODES, *CURRENCY_SYMBOLS.values(), *CURRENCY_PHRASES.values()}:
        assert re.fullmatch(r"[A-Z]{3}", code)


@pytest.mark.parametrize(
    ("qualifier", "bound"),
    [
        ("at least", "at least"),
        ("more than", "at least"),
        ("no fewer than", "at least"),
        ("up to", "at most"),
        ("as many as", "at most"),
        ("some", "about"),
        ("nearly", "about"),
        ("or more", "at least"),
        ("+", "at least"),
        (None, None),
        ("exactly", None),
    ],
)
def test_bound_of_a_qualifier(qualifier: str | None, bound: str | None) -> None:
    assert qualifier_bound(qualifier) == bound


def test_every_qualifier_that_is_read_has_a_bound() -> None:
    assert all(qualifier_bound(qualifier) for qualifier in LEADING_QUALIFIERS | TRAILING_QUALIFIERS)


def test_the_same_fate_has_one_word() -> None:
    told = {*FATE_VERBS.values(), *FATE_NOUNS.values(), *INTRANSITIVE_FATES.values(), *FATE_ADJECTIVES.values()}
    assert FATE_VERBS["kill"] == FATE_NOUNS["death"] == INTRANSITIVE_FATES["die"] == FATE_ADJECTIVES["dead"]
    assert FATE_VERBS["wound"] == FATE_NOUNS["injury"] == FATE_ADJECTIVES["hurt"]
    assert not told & {"dead", "wounded", "detained"}
