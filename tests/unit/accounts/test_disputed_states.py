"""What sentences with little else in common say of one thing: that it was and was not, why, who somebody is."""

from __future__ import annotations

import pytest
from tests.unit.accounts.test_differences import differ

ARRESTS = (
    "There were no arrests at the harbour rally against the ferry line, a police spokeswoman said.",
    "Five people have been arrested after one harbour rally that saw ferry tickets being burnt.",
)
PAIRS = {
    "said of how many, and of nobody": (*ARRESTS, [("negation", "no arrests", "arrested")]),
    "causes given for one thing": (
        "The ferry line cancelled the Norbury crossing because engineers refused unpaid shifts.",
        "Passengers heard that the Norbury crossing was cancelled due to rusted winches aboard.",
        [("cause", "because engineers refused unpaid shifts", "due to rusted winches aboard")],
    ),
    "what a named person is, behind the name": (
        "The ferry dead included Mara Brill, a teacher, whose suitcase divers found in a cabin.",
        "Divers on the ferry found a diary that student Mara Brill had kept in her cabin.",
        [("who", "teacher", "student")],
    ),
    "whose name a wife has": (
        "The lost captain is survived by his wife Mara Brill and three children, harbour crews recalled.",
        "The lost captain is survived by his wife Tessa Orme and three children, a chaplain wrote.",
        [("who", "Mara Brill", "Tessa Orme")],
    ),
    "how somebody left an office": (
        "The harbour master resigned from the ferry board on a stormy night, two colleagues wrote.",
        "After a stormy meeting the harbour master was fired from the ferry board by its owners.",
        [("act", "resigned", "fired")],
    ),
    "how much was lost": (
        "The engine fire badly damaged the harbour chapel, and the parish will worship in a school.",
        "Parish elders wept beside a harbour chapel that the engine fire nearly destroyed.",
        [("degree", "damaged", "destroyed")],
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_what_shuts_one_another_out(name: str) -> None:
    one, other, expected = PAIRS[name]
    assert differ(one, other) == expected
    assert differ(other, one) == [(kind, there, here) for kind, here, there in expected]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # of some is denied what is not of all
        ("There were no other arrests at the harbour rally against the ferry line, police said.", ARRESTS[1]),
        # it is said of others
        (
            "The harbour master resigned from the ferry board on a stormy night, two colleagues wrote.",
            "After a stormy meeting the other harbour master was fired from the ferry board by its owners.",
        ),
        # it is left open
        (ARRESTS[0], "Five people could be arrested at a harbour rally that saw ferry tickets being burnt."),
        # names of things, no state
        (ARRESTS[0], "Five people signed an arrest warrant at a harbour rally that saw ferry tickets burnt."),
        # to come is no cause
        (
            PAIRS["causes given for one thing"][0],
            "Passengers heard that the cancelled Norbury crossing is due to reopen with new winches.",
        ),
        # what somebody was before
        (
            PAIRS["what a named person is, behind the name"][0],
            "Divers on the ferry found a diary that former student Mara Brill had kept in her cabin.",
        ),
        # another office in front of the same word
        (
            "The port fell silent as harbour president Tom Haddan read out the names of the ferry dead.",
            "Shares in the ferry line fell after deputy harbour mayor Tom Haddan spoke of a rusted bow door.",
        ),
    ],
)
def test_what_does_not(one: str, other: str) -> None:
    assert differ(one, other) == []


def test_sentences_of_other_persons_or_other_places_tell_of_other_things() -> None:
    one, other, _ = PAIRS["how much was lost"]
    found = differ(one.replace("chapel", "chapel in Harrow"), other.replace("chapel", "chapel in Elmsworth"))
    assert [each for each in found if each[0] == "degree"] == []


def test_one_report_credited_to_two_officials_and_two_reports_on_one_subject() -> None:
    said = "the engine fire was lit beside the lifeboat locker while musicians slept below"
    marks = {"a": ((said, "Mara Brill"),), "b": ((said, "Tom Haddan"),)}
    assert ("attribution", "Mara Brill", "Tom Haddan") in differ(
        f"Mara Brill said {said}.", f"Tom Haddan said {said}.", quotations=marks
    )
    less = "the engine fire hurt nobody while musicians slept below, and lifeboat crews were praised by owners"
    marks = {"a": ((said, "Mara Brill"),), "b": ((less, "Tom Haddan"),)}
    found = differ(f"Mara Brill said {said}.", f"Tom Haddan said {less}.", quotations=marks)
    assert [each for each in found if each[0] == "attribution"] == []


def test_a_place_may_lie_in_a_region_and_a_series_rises_one_week_and_falls_the_next() -> None:
    one = "Mara Brill, 34, of Harrow had booked a cabin on the ferry for the Norbury crossing in May."
    other = "Divers recovered a suitcase that Mara Brill, of Ohio had left in the ferry cabin in May."
    assert differ(one, other) == []
    one = "The number of ferry passengers on the Norbury crossing rose last winter, the owners said."
    other = "The number of ferry passengers on the Norbury crossing fell last winter, the owners said."
    assert differ(one, other) == []
    assert differ(one.replace("number", "number, 340, "), other.replace("number", "number, 340, ")) == [
        ("act", "rose", "fell")
    ]
