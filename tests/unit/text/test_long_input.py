"""A hostile line of a megabyte is cut up, not choked on: these would run for hours with a backtracking rule."""

from __future__ import annotations

import pytest

from firsthand.text.lines import split_lines, split_sentences
from firsthand.text.tokens import tokenise


@pytest.mark.parametrize("unit", ["a", "a.", ".", ". ", '"', "1,", "-", "a'", " ", "\n", "中"])
def test_a_megabyte_of_one_thing(unit: str) -> None:
    text = f"Word {unit * (1_000_000 // len(unit))}word"
    tokenise(text)
    split_lines(text)
    split_sentences(text)
