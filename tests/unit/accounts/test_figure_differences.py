"""What the ledger shows as differing, and what only looks so: other times, other places, changes, rounding."""

from __future__ import annotations

import pytest
from tests.unit.accounts.newsroom import Newsroom

PERCENT = {"kind": "percent", "unit": "percent"}
METRES = {"kind": "distance", "unit": "m"}
CROWNS = {"kind": "money", "unit": "crowns"}


def relations(room: Newsroom) -> list[str]:
    return [figure.relation for figure in room.ledger()]


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (688, 700, "precision"),
        (400, 450, "contradiction"),
        (44, 45, "contradiction"),
    ],
)
def test_a_bare_round_measure_is_rounded_and_no_other_is(first: float, second: float, relation: str) -> None:
    room = Newsroom()
    for name, value in (("a", first), ("b", second)):
        room.add(
            name, "The old shaft of the Belgor mine is N metres deep.", [("N metres", value, "shaft of mine", METRES)]
        )
    assert relations(room) == [relation]


def test_a_sum_that_others_tell_as_rounded_does_not_contradict() -> None:
    room = Newsroom()
    for name, value, qualifier in (("a", 928, None), ("b", 1_000, "nearly"), ("c", 1_000, None)):
        room.add(
            name,
            f"The council of Brill offered {qualifier or 'exactly'} N crowns for the new harbour wall.",
            [("N crowns", value, "harbour wall", {**CROWNS, "qualifier": qualifier})],
        )
    assert relations(room) == ["precision"]


def test_a_rate_told_weeks_later_is_another_rate() -> None:
    told = "The share of idle boats in Brill rose to N percent, the harbour office said."
    for day, expected in (("2031-05-06", ["contradiction"]), ("2031-06-20", [])):
        room = Newsroom()
        room.add("a", told, [("N percent", 6.1, "idle boats", PERCENT)])
        room.add("b", told, [("N percent", 5.8, "idle boats", PERCENT)], published=day)
        assert relations(room) == expected


def test_shares_of_two_places_stay_apart() -> None:
    room = Newsroom()
    for name, place, value in (("a", "Corvale", 60), ("b", "Norvik", 80)):
        text = f"The break in the cable cut N percent of the traffic in {place} on the coast."
        room.add(name, text, [("N percent", value, "traffic", PERCENT)], places=[place])
    assert relations(room) == []


def test_a_change_is_not_the_level() -> None:
    room = Newsroom()
    room.add("a", "The price of a barrel of pitch in Brill is 20 crowns.", [("20 crowns", 20, "price", CROWNS)])
    room.add("b", "The price of a barrel of pitch in Brill is 11 crowns higher.", [("11 crowns", 11, "price", CROWNS)])
    assert relations(room) == []


def test_two_scores_are_two_scores() -> None:
    room = Newsroom()
    for name, value in (("a", "10-0"), ("b", "10-3")):
        room.add(
            name, f"The Brill Herons ({value}) won the match at home.", [(value, value, "Herons", {"kind": "score"})]
        )
    assert relations(room) == []


def test_an_open_number_is_no_update_of_a_small_one() -> None:
    room = Newsroom()
    room.add("a", "The blast at the mill of Belgor hurt 7 people.", [("7 people", 7, "people injured")])
    room.add(
        "b",
        "The blast at the mill of Belgor hurt dozens of people.",
        [("dozens of people", "dozens", "people injured")],
        published="2031-05-06",
    )
    assert relations(room) == []


def test_several_values_of_one_day_and_a_larger_one_later_are_an_update() -> None:
    room = Newsroom()
    told = "The quake at Corvale killed N people."
    for name, value, qualifier, day in (
        ("a", 3_000, "more than", "2031-05-04"),
        ("b", 4_600, "more than", "2031-05-04"),
        ("c", 4_611, None, "2031-05-04"),
        ("d", 5_698, None, "2031-05-07"),
    ):
        room.add(name, told, [("N people", value, "people killed", {"qualifier": qualifier})], published=day)
    assert relations(room) == ["update"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # Counted without a year, and so perhaps from the wrong one.
        (("on June 14", "2030-06-14"), ("on June 14, 2031", "2031-06-14")),
        # A year, and a month of another year.
        (("in 2030", "2030"), ("in September 2031", "2031-09")),
    ],
)
def test_dates_that_only_look_different(first: tuple[str, str], second: tuple[str, str]) -> None:
    room = Newsroom()
    for name, (words, value) in (("a", first), ("b", second)):
        room.add(name, f"The old lighthouse of Norvik burned down {words} after a storm.", times=[(words, value)])
    assert relations(room) == []


def test_days_on_which_two_posts_were_written_stay_apart() -> None:
    room = Newsroom()
    for name, words, value in (("a", "May 2, 2031", "2031-05-02"), ("b", "May 4, 2031", "2031-05-04")):
        text = f"The harbour wall of Brill must be built anew and soon — Anna Brell (@brell) {words}"
        room.add(name, text, times=[(words, value)])
    assert relations(room) == []


def test_the_dead_of_a_month_before_are_another_figure() -> None:
    room = Newsroom()
    room.add("a", "The ferry sank off Norvik and 22 people were killed.", [("22 people", 22, "people killed")])
    room.add(
        "b",
        "In March the ferry sank off Norvik and 53 people were killed.",
        [("53 people", 53, "people killed")],
        [("In March", "2031-03")],
    )
    assert relations(room) == []


def test_further_people_are_not_all_people() -> None:
    room = Newsroom()
    room.add(
        "a",
        "About 7,500 people were moved from Corvale after the quake.",
        [("7,500 people", 7_500, "people evacuated")],
    )
    room.add(
        "b",
        "After the quake at Corvale 9,000 more people were moved.",
        [("9,000 more people", 9_000, "people evacuated")],
    )
    assert relations(room) == []
