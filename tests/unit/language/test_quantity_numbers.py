"""Numbers as text writes them."""

from __future__ import annotations

import pytest

from firsthand.language.quantity_numbers import find_numbers, plain_number


def values(text: str) -> list[float | str]:
    return [number.value for number in find_numbers(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("1,200", 1200),
        ("1,936.5", 1936.5),
        ("30 000", 30000),
        ("1\u00a0200\u00a0000", 1_200_000),
        ("1,00,000", 100_000),
        ("1.2 million", 1_200_000),
        ("$30bn", 30 * 10**9),
        ("€5m", 5_000_000),
        ("500k", 500_000),
        ("2½", 2.5),
        ("5 1/2", 5.5),
        ("¾", 0.75),
        ("twelve", 12),
        ("twenty-one", 21),
        ("three hundred and forty", 340),
        ("two thousand five hundred", 2500),
        ("one million two hundred thousand", 1_200_000),
        ("a hundred", 100),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("one and a half million", 1_500_000),
        ("a million and a half", 1_500_000),
        ("11-and-a-half", 11.5),
        ("four point one", 4.1),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("a couple", 2),
        ("two-thirds", 0.6667),
        ("three quarters", 0.75),
        ("a third of", 0.3333),
        ("dozens", "dozens"),
        ("hundreds of thousands", "hundreds of thousands"),
        ("several hundred", "several hundred"),
        ("seventh", 7),
        ("twenty-first", 21),
        ("112th", 112),
    ],
)
def test_value(text: str, value: float | str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Su-24",
        "G20",
        "1.2.3",
        "nineteen ninety",
        "two three",
        "11st 2th",
        "1,2000",
        "user@12",
        "5K",
        "12/13",
        "9" * 60,
    ],
)
def test_what_only_looks_like_a_number(text: str) -> None:
    assert values(text) == []


def test_two_numbers_joined_by_and_are_two() -> None:
    assert values("two and three") == [2, 3]


def test_a_vague_number_keeps_its_words_in_lower_case() -> None:
    assert values("Tens of\nthousands") == ["tens of thousands"]


@pytest.mark.parametrize(("value", "written"), [(12.0, "12"), (1.5, "1.5"), (3e9, "3000000000"), (0.25, "0.25")])
def test_plain_number(value: float, written: str) -> None:
    assert plain_number(value) == written
