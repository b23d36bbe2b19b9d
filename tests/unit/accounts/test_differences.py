"""In what sentences of one statement differ, and what is no difference."""

from __future__ import annotations

import pytest
from tests.unit.accounts.invented_affair import InventedAffair

from firsthand.accounts import AccountsSettings, align_statements

SETTINGS = AccountsSettings()
NAMES = {
    "Mara Brill": "PERSON",
    "Tom Haddan": "PERSON",
    "Tessa Orme": "PERSON",
    "Harrow": "GPE",
    "Elmsworth": "GPE",
    "Norland": "GPE",
    "Ohio": "GPE",
    "Norbury": "GPE",
}
PAIRS = {
    "where": (
        "The Astral Queen was built at the old shipyard in Harrow for the Norbury crossing.",
        "The Astral Queen was built at the old shipyard in Elmsworth for the Norbury crossing.",
        ("Harrow", "Elmsworth"),
    ),
    "who": (
        "The inquiry named the captain as Mara Brill after hearing the lifeboat crews.",
        "The inquiry named the captain as Tom Haddan after hearing the lifeboat crews.",
        ("Mara Brill", "Tom Haddan"),
    ),
    "negation": (
        "The harbour master closed the northern crossing during the storm, lifeboat crews recalled.",
        "The harbour master had not closed the northern crossing during the storm, lifeboat crews recalled.",
        ("closed", "not closed"),
    ),
    "order": (
        "The lifeboat winches jammed before the collision with the reef, engineers found.",
        "The lifeboat winches jammed after the collision with the reef, engineers found.",
        ("before", "after"),
    ),
    "cause": (
        "Investigators in the northern port found the ferry sank off the reef because rusted hull plates gave way.",
        "Investigators in the northern port found the ferry sank off the reef because a drunken helmsman slept.",
        ("because rusted hull plates gave way", "because a drunken helmsman slept"),
    ),
    "degree": (
        "A deckhand was taken to the infirmary with serious burns after the engine fire.",
        "A deckhand was taken to the infirmary with minor burns after the engine fire.",
        ("serious", "minor"),
    ),
    "act": (
        "Stewards accused two musicians of theft and forced them off a ferry.",
        "Stewards accused two musicians of theft and asked them to leave the ferry.",
        ("forced", "asked"),
    ),
}


def differ(one: str, other: str, **marks: object) -> list[tuple[str, str, str]]:
    affair = InventedAffair()
    for name, text in (("a", one), ("b", other)):
        names = {words: label for words, label in NAMES.items() if words in text}
        affair.add(name, text, names=names, **{key: value[name] for key, value in marks.items()})  # type: ignore[index, arg-type]
    statements = [each for each in align_statements(affair.build(), SETTINGS) if len(each.sentences) > 1]
    found = [each for statement in statements for each in statement.differences]
    assert all((each.differences != ()) == (each.relation == "differs") for each in statements)
    assert all(each.differs_in == tuple(sorted({d.kind for d in each.differences})) for each in statements)
    return [(each.kind, affair.words(each.a, each.a_span), affair.words(each.b, each.b_span)) for each in found]


@pytest.mark.parametrize("kind", PAIRS)
def test_words_that_stand_in_the_place_of_others(kind: str) -> None:
    one, other, words = PAIRS[kind]
    assert differ(one, other) == [(kind, *words)]


@pytest.mark.parametrize("kind", PAIRS)
def test_words_that_are_the_same_do_not_differ(kind: str) -> None:
    for sentence in PAIRS[kind][:2]:
        assert differ(sentence, sentence) == []


def test_one_saying_credited_to_two_persons() -> None:
    said = "the lifeboat winches had rusted through in the winter storms"
    marks = {"a": ((said, "Mara Brill"),), "b": ((said, "Tom Haddan"),)}
    found = differ(f"Mara Brill said {said}.", f"Tom Haddan said {said}.", quotations=marks)
    assert ("attribution", "Mara Brill", "Tom Haddan") in found


def test_what_is_said_to_lie_in_another_place_is_that_place_too() -> None:
    one = "The Astral Queen was built at the old shipyard in Harrow, Norland for the Norbury crossing."
    other = "The Astral Queen was built at the old shipyard in Norland for the Norbury crossing."
    assert differ(one, other) == []


def test_what_both_tell_is_no_difference() -> None:
    one = "Stewards asked two musicians accused of theft to leave, then forced them off a ferry."
    other = "Stewards accused two musicians of theft and asked them to leave the ferry."
    assert differ(one, other) == []


def test_what_is_left_open_or_denied_twice_is_not_said_to_be_so() -> None:
    closed = "The harbour master had not closed the northern crossing during the storm, lifeboat crews recalled."
    asked = "Lifeboat crews asked whether the harbour master closed the northern crossing during the storm."
    twice = "The harbour master could not have closed the northern crossing without the storm warning."
    assert differ(closed, asked) == []
    assert [each for each in differ(twice, PAIRS["negation"][0]) if each[0] == "negation"] == []


def test_what_nobody_suffered_is_not_said_to_be_so() -> None:
    one = "No one was injured in the engine fire aboard the Astral Queen, harbour crews recalled."
    other = "Harbour crews recalled that everyone aboard the Astral Queen escaped the engine fire unharmed."
    assert differ(one, other) == []


def test_persons_and_places_among_other_names_may_be_of_other_things() -> None:
    one = "The inquiry named the captain as Mara Brill after hearing Elmsworth and Harrow lifeboat crews."
    other = "The inquiry named the captain as Tom Haddan after hearing the lifeboat crews."
    assert differ(one, other) == []


def test_where_a_person_is_from_and_what_office_they_hold_in_sentences_about_other_things() -> None:
    one = "Mara Brill, 34, of Harrow had booked a cabin on the ferry for the Norbury crossing in May."
    other = "Divers recovered a suitcase that Mara Brill, of Elmsworth had left in the ferry cabin in May."
    assert differ(one, other) == [("where", "Harrow", "Elmsworth")]
    one = "The port fell silent as harbour director Tom Haddan read out the names of the ferry dead."
    other = "Shares in the ferry line fell after harbour president Tom Haddan spoke of a rusted bow door."
    assert differ(one, other) == [("who", "director", "president")]


def test_the_part_of_a_day() -> None:
    affair = InventedAffair()
    for name, part in (("a", "morning"), ("b", "afternoon")):
        text = f"The ferry Astral Queen struck the reef off Norbury on Monday {part}, lifeboat crews recalled."
        affair.add(name, text, times={f"Monday {part}": "2031-05-03"})
    (statement,) = align_statements(affair.build(), SETTINGS)
    (found,) = statement.differences
    assert (found.kind, affair.words(found.a, found.a_span), affair.words(found.b, found.b_span)) == (
        "when",
        "morning",
        "afternoon",
    )


def test_a_point_of_the_compass_between_two_is_neither_denied() -> None:
    one = "The ferry struck the reef three miles north west of the harbour mouth at dawn."
    other = "The ferry struck the reef three miles northwest of the harbour mouth at dawn."
    assert differ(one, other) == []


def test_sentences_with_little_else_in_common_dispute_what_was_done() -> None:
    one = "Passengers on the upper deck filmed a ferry steward punching an elderly violinist near the bar."
    other = "The court in Elmsworth heard that a ferry steward slapped the elderly violinist twice in March."
    kinds = [each[0] for each in differ(one, other)]
    assert kinds == ["act"]
    assert differ(one, "The court in Elmsworth heard that a baker slapped a customs officer twice in March.") == []
