"""What outlets call persons and groups, and what they change again and again."""

from __future__ import annotations

from tests.unit.accounts.invented_affair import InventedAffair

from firsthand.accounts import AccountsSettings, compare_wording, find_habits, find_labels

SETTINGS = AccountsSettings()
PERSON = {"Oskar Vandrel": "PERSON"}


def test_labels_before_and_behind_a_name() -> None:
    affair = InventedAffair()
    affair.add("a", "Crowds cheered President Oskar Vandrel in the capital.", names=PERSON)
    affair.add("b", "Oskar Vandrel, the ageing dictator, waved to thin crowds.", names=PERSON)
    found = [(each.subject, each.words, each.outlet, each.own_words) for each in find_labels(affair.build(), SETTINGS)]
    assert found == [("Oskar Vandrel", "dictator", "The B", 1), ("Oskar Vandrel", "president", "The A", 1)]


def test_what_all_call_alike_is_no_choice() -> None:
    affair = InventedAffair()
    for name in ("a", "b"):
        affair.add(name, "Crowds cheered President Oskar Vandrel in the capital.", names=PERSON)
    assert find_labels(affair.build(), SETTINGS) == []


def test_groups_are_counted_in_own_words_and_in_quoted_ones() -> None:
    affair = InventedAffair()
    affair.add("a", "The rebels took the bridge. Two rebels fell.")
    affair.add("b", "The terrorists took the bridge, and one rebel fell.")
    found = {
        (each.words, each.outlet): (each.own_words, len(each.places)) for each in find_labels(affair.build(), SETTINGS)
    }
    assert found == {("rebel", "The A"): (2, 2), ("rebel", "The B"): (1, 1), ("terrorist", "The B"): (1, 1)}
    places = [
        affair.words(*place)
        for each in find_labels(affair.build(), SETTINGS)
        if each.outlet == "The A"
        for place in each.places
    ]
    assert places == ["rebels", "rebels"]


def test_a_label_in_the_place_of_a_name_in_copied_text() -> None:
    one = "Vandrel’s first journey abroad since the vote began in Norbury."
    other = "The palace strongman’s first journey abroad since the vote began in Norbury."
    affair = InventedAffair()
    affair.add("a", f"President Vandrel left. {one}", names={"Vandrel": "PERSON=Oskar Vandrel"})
    affair.add("b", other)
    affair.copy("a", "b", one, other)
    found = {(each.subject, each.words, each.outlet) for each in find_labels(affair.build(), SETTINGS)}
    assert ("Oskar Vandrel", "strongman", "The B") in found


def habits(directions: tuple[str, str]) -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
    affair = InventedAffair()
    for number, direction in enumerate(directions):
        tail = ("in the harbour at dawn", "near the old mill by night")[number]
        giver, taker = f"a{number}", f"b{number}"
        affair.add(giver, f"Ruthless militants fired on the crowd {tail}.", outlet="Wire")
        affair.add(taker, f"Ruthless terrorists fired on the crowd {tail}.", outlet="Echo")
        affair.copy(giver, taker, affair.articles[giver].text, affair.articles[taker].text, direction=direction)
    built = affair.build()
    rows = compare_wording(None, built.passages, built.articles, SETTINGS)
    return [
        (each.outlet, each.words, each.instead, each.articles) for each in find_habits(rows, built.articles, SETTINGS)
    ]


def test_a_change_that_an_outlet_makes_in_two_articles_is_a_habit() -> None:
    ((outlet, words, instead, articles),) = habits(("a->b", "a->b"))
    assert (outlet, articles) == ("Echo", ("b0", "b1"))
    assert "militants" in (words or "")
    assert "terrorists" in (instead or "")


def test_once_or_without_direction_is_none() -> None:
    assert habits(("a->b", "unknown")) == []
