from __future__ import annotations

import pytest

from firsthand.lexicon.country_words import find_countries
from firsthand.lexicon.demonyms import COUNTRY_OF_WORD
from firsthand.text.tokens import tokenise


def countries(text: str, language: str | None) -> dict[str, int]:
    return dict(find_countries([token.norm for token in tokenise(text)], text, language))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Chile's president met the Turkish minister in Paris", "en", {"chile": 1, "turkey": 1, "france": 1}),
        ("Der türkische Minister und Chiles Präsident in Paris", "de", {"turkey": 1, "chile": 1, "france": 1}),
        ("Le ministre turc au Chili", "fr", {"turkey": 1, "chile": 1}),
        ("El ministro alemán viajó a los Países Bajos y a Holanda", "es", {"germany": 1, "netherlands": 1}),
        ("Турецкий министр прибыл в Германию", "ru", {"turkey": 1, "germany": 1}),
        ("Şili'nin başkenti, Almanya ve İspanya'dan", "tr", {"chile": 1, "germany": 1, "spain": 1}),
        ("الرئيس التركي يزور ألمانيا وفرنسا", "ar", {"turkey": 1, "germany": 1, "france": 1}),
        ("土耳其总统访问德国,德国欢迎", "zh", {"turkey": 1, "germany": 2}),
    ],
)
def test_countries_have_one_name_in_all_languages(text, language, expected):
    assert countries(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ein unabhängiger Minister und die Spanne der Rüstung", "de"),
        ("un candidat indépendant, indéniable et seul", "fr"),
        ("индивидуальный кубок", "ru"),
        ("مصرف ومجرم وهندسة", "ar"),
        ("2031 12", "de"),
    ],
)
def test_words_that_begin_alike_are_none(text, language):
    assert countries(text, language) == {}


def test_every_country_is_one_that_english_names_too():
    words = "chile. türkei 德国".split()
    assert set(find_countries(words, "德国 英国 美国 南非 韩国", "zh")) <= set(COUNTRY_OF_WORD.values())
