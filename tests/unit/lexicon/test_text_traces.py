"""Traces that a desk leaves: agency marks, correction notes, house style."""

import pytest

from firsthand.lexicon.agency_marks import find_agency_marks
from firsthand.lexicon.correction_notes import find_correction_notes
from firsthand.lexicon.house_style import count_styles


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("It sank.\n(Reporting by Ada Moor and Jon Vale; Editing by Oda Brenn)", "Reuters"),
        ("Shares of Carrow Lines <CARR.L> fell.", "Reuters"),
        ("It sank.\nabc-de/fgh/ij\n", "AFP"),
        ("It sank.\nAP-WF-03-02-31 1402GMT", "Associated Press"),
    ],
)
def test_a_mark_tells_the_agency(text, agency):
    assert [mark.agency for mark in find_agency_marks(text)] == [agency]


@pytest.mark.parametrize(
    "text", ["", "It sank.\nand/or", "He is reporting by phone.", "a < b and c > d", "It sank.\nhttp://x.example/a/b"]
)
def test_other_text_tells_none(text):
    assert find_agency_marks(text) == ()


def test_the_end_of_a_sentence_is_no_signature():
    assert find_agency_marks("They came by car and/or by bus") == ()


@pytest.mark.parametrize(
    "note",
    [
        "An earlier version of this article said that twelve died.",
        "Correction: the ship has two masts.",
        "This story has been corrected to say that two died.",
        "In einer früheren Version hieß es, zwölf seien gestorben.",
        "Une version précédente de cet article disait douze.",
        "В предыдущей версии было сказано двенадцать.",
    ],
)
def test_a_note_runs_to_the_end_of_its_line(note):
    text = f"It sank.\n{note}\nMore."
    assert [text[slice(*span)] for span in find_correction_notes(text)] == [note]


def test_a_version_of_a_law_is_no_note():
    assert find_correction_notes("An earlier version of the law was milder. He was correct.") == ()


def test_styles_are_counted_by_family():
    british = count_styles("The labour centre realised on 4 March that 5 per cent of Mr Vale’s neighbours left at 5pm.")
    assert british["spelling", "British"] == 4
    assert british["per cent", "two words"] == british["dates", "day first"] == british["clock", "without points"] == 1
    assert british["titles", "without a point"] == 1
    american = count_styles("The labor board realized on March 4 that 5 percent of Mr. Vale's neighbors left at 5 p.m.")
    assert american["spelling", "American"] == 3
    assert american["spelling", "British"] == 0
    assert (
        american["dates", "month first"] == american["titles", "with a point"] == american["clock", "with points"] == 1
    )


def test_words_of_both_styles_count_for_none():
    assert count_styles("Four hours later the doctor met two actors, and they advised a surprise exercise.") == {}
    assert count_styles("The parking meter tires him.") == {}


def test_hostile_text_ends():
    for text in ("'A" * 20_000, "is" * 40_000, "Reporting by " * 5_000, "correction: " * 5_000, "<" * 40_000):
        count_styles(text)
        find_agency_marks(text)
        assert len(find_correction_notes(text)) <= 5
