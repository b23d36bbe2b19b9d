from __future__ import annotations

import pytest

from firsthand.text.lines import split_sentences
from firsthand.text.tokens import cut_words, tokenise


def norms(text: str) -> list[str]:
    return [token.norm for token in tokenise(text)]


def test_apostrophes_of_all_kinds_are_one() -> None:
    assert norms("don't don’t don´t don`t") == ["don't"] * 4


def test_hyphenated_names_and_numbers_are_one_word() -> None:
    assert norms("al-Verin Tu-24 1,200.5") == ["al-verin", "tu-24", "1,200.5"]


def test_accents_and_case_fold() -> None:
    assert norms("Érdoğan STRASSE straße") == ["erdogan", "strasse", "strasse"]


def test_unspaced_scripts_give_one_token_a_character() -> None:
    assert norms("中文報道 report") == ["中", "文", "報", "道", "report"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Orlan spoke. He left.", 2),
        ('"No." He left.', 2),
        ("It cost 3.5 million. Nobody paid.", 2),
        ("She was at No. 4 on Jan. 5 in the U.S. Navy.", 1),
        ("Really?! Yes… (He laughed.) Done.", 4),
        ("他来了。她走了。", 2),
        ("One line\nanother line", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count


@pytest.mark.parametrize(
    "text", ["", "   ", "A ferry.", "Don't — al-Sund, 1,200.5 (см. «порт»)\n渡輪 island 12.", "…", "a", "é'è `x` 3.5.1"]
)
def test_cut_words_are_the_words_of_tokenise(text):
    padded = f"ahead {text} behind"
    words = cut_words(padded, 6, 6 + len(text))
    tokens = tokenise(padded, 6, 6 + len(text))
    assert words.written == [padded[token.start : token.end] for token in tokens]
    assert list(zip(words.starts.tolist(), words.ends.tolist(), strict=True)) == [
        (token.start, token.end) for token in tokens
    ]
