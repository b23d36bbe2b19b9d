from __future__ import annotations

from firsthand.stories.names import find_names, find_persons, name_parts, name_sounds
from firsthand.text.tokens import tokenise


def names_of(text: str) -> dict[str, int]:
    return dict(find_names(text, tokenise(text)))


def test_runs_of_capitals_are_names_without_title_and_possessive():
    assert names_of("He met President Viktor Halm and Halm's wife.") == {"Viktor Halm": 1, "Halm": 1}


def test_a_possessive_ends_a_name():
    assert names_of("He praised Kassel's Prime Minister Orna Deveril.") == {"Kassel": 1, "Orna Deveril": 1}


def test_a_word_that_is_also_written_small_is_no_name():
    assert names_of("Bakers met. The bakers of Lusk left.") == {"Lusk": 1}


def test_days_and_months_are_no_names():
    assert names_of("He came on Monday in March to Lusk.") == {"Lusk": 1}


def test_particles_stay_inside_names_and_fall_at_their_ends():
    assert names_of("He saw Maria de la Cruz of Lusk.") == {"Maria de la Cruz of Lusk": 1}
    assert names_of("He saw Lusk of old.") == {"Lusk": 1}


def test_names_meet_across_scripts_and_cases():
    assert name_parts("Белогоре") == name_parts("Belogor")
    assert name_parts("Орханом Даверли") == name_parts("Orhan Daverli")
    assert name_parts("Viktor Halm's") == ("viktor", "halm")
    assert name_parts("President") == ()


def test_persons_are_those_named_with_their_office():
    text = "President Viktor Halm met Orna Deveril and Foreign Minister Lidia Zaretska. Foreign Ministry staff came."
    assert find_persons(text, tokenise(text)) == ("halm", "zaretsk")


def test_names_sound_alike_across_alphabets():
    for written in ("Quilvera", "Кильвера", "كيلفيرا"):
        assert name_sounds(written) == ("~klfr",)
    assert name_sounds("Orna Deveril") == ("~dfrl",)  # of "Orna" two letters are left: too few
    assert name_sounds("Виктор Саленко") == name_sounds("Viktor Salenko")
