import pytest

from firsthand.lexicon.house_marks import MarkKind, find_house_lines, find_house_marks, find_republication

FORMS = ("Northaven Star", "CNN", "Star")


def kinds(text):
    return [(text[mark.start : mark.end], mark.kind) for mark in find_house_marks(text, FORMS)]


@pytest.mark.parametrize(
    "text",
    [
        "The plane took off late, CNN affiliate Carrow Four said.",
        "CNN's correspondent saw it.",
        "A CNN journalist was there.",
        "TOLM (CNN) - The ferry ran aground.",
        "CNN has learned that the buoy had drifted.",
        "CNN could not independently verify it.",
        "Un correspondant de CNN l'a vu.",
    ],
)
def test_what_only_the_house_writes_is_a_leftover(text):
    assert kinds(text) == [("CNN", MarkKind.LEFTOVER)]


@pytest.mark.parametrize(
    "text",
    [
        "he told the Northaven Star on Monday.",
        "According to the Northaven Star, it sank.",
        "The Northaven Star reported that it sank.",
        "in an interview with the Northaven Star newspaper",
        "Das teilte er mit, laut Northaven Star war es Nebel.",
        "the Northaven Star has revealed a letter",
    ],
)
def test_what_others_write_of_it_is_an_attribution(text):
    assert kinds(text) == [("Northaven Star", MarkKind.ATTRIBUTION)]


@pytest.mark.parametrize(
    "text",
    [
        "Read more at the Northaven Star.",
        "Watch our interview with the Northaven Star",
        "he told the Carrow Star",
        "the Carrow Star reported it",
        "told CNN Carrow that",
        "The Star witness is here",
        "a star reporter",
        "told Star",
        "the picture (CNN)",
        "x@CNN reported",
        "cnn.com/CNN-reported",
        "",
    ],
)
def test_other_names_and_invitations_are_none(text):
    assert kinds(text) == []


def test_a_name_before_a_day_is_the_house():
    assert kinds("told CNN Monday that") == [("CNN", MarkKind.ATTRIBUTION)]


def test_a_republication_line_names_its_house():
    line = "Gone.\nThis article was originally published by The Northaven Star."
    assert kinds(line) == [("Northaven Star", MarkKind.REPUBLICATION)]
    assert find_republication(line) == ("Northaven Star", 6)
    assert find_republication("Authored by Ada Moor via Carrow.com,\nIt rains.") == ("Carrow.com", 0)
    assert kinds("Source: Northaven Star") == [("Northaven Star", MarkKind.SOURCE_LINE)]


def test_a_study_is_not_republished():
    assert find_republication("The study was first published in Carrow Letters.") is None
    assert find_republication("") is None


def test_a_line_of_its_own_at_head_or_tail():
    middle = "It rains on the Northaven Star and on all others.\n" * 30
    assert find_house_lines(f"Rain\nNorthaven Star •\n{middle}", FORMS) == [(5, 19)]
    text = f"Rain\n{middle}Northaven Star Posted at 9:40 am on March 4"
    assert [text[slice(*place)] for place in find_house_lines(text, FORMS)] == ["Northaven Star"]
    assert find_house_lines(f"Rain\n{middle}Subscribe to the Northaven Star", FORMS) == []
    assert find_house_lines(f"Rain\n(CNN)\n{middle}", FORMS) == []


def test_hostile_text_ends():
    for text in ("CNN " * 20_000, "told " * 20_000 + "CNN", "(" * 50_000 + "CNN)", "By " + "a " * 30_000 + "via"):
        assert len(list(find_house_marks(text, FORMS))) <= 60
        find_republication(text)
        find_house_lines(text, FORMS)
