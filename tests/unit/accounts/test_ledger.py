"""The ledger of figures: what is one figure, what stays apart, and how its values stand to one another."""

from __future__ import annotations

import pytest
from tests.unit.accounts.newsroom import Newsroom

from firsthand.accounts import AccountsSettings, build_ledger
from firsthand.model import Credit, CreditRole, Span


def test_a_number_that_two_articles_tell_of_one_thing_is_a_figure() -> None:
    room = Newsroom()
    room.add("a", "The ferry Osk carried 226 passengers to Brill.", [("226 passengers", 226, "passengers")])
    room.add(
        "b",
        "Some 226 passengers were on board the Osk, the line said.",
        [("226 passengers", 226, "passengers", {"qualifier": "some", "attributed_to": "line"})],
    )
    room.add("c", "The ferry was painted green in spring.")
    (figure,) = room.ledger()
    assert room.words(figure) == [("a", "226 passengers"), ("b", "226 passengers")]
    assert (figure.relation, figure.kind, figure.what, figure.stories) == ("agree", "count", "passengers", ("s-1",))
    assert figure.origins == ("o-a", "o-b")
    first, second = figure.values
    assert (first.value, first.qualifier, first.attributed_to, first.origin) == (226, None, None, "o-a")
    assert (second.qualifier, second.attributed_to) == ("some", "line")
    assert "226" in figure.reason


def test_what_one_article_tells_twice_is_no_figure() -> None:
    room = Newsroom()
    room.add(
        "a",
        "The Osk carried 226 passengers. All 226 passengers were from Brill.",
        [("226 passengers", 226, "passengers"), ("226 passengers", 226, "passengers")],
    )
    room.add("b", "The Osk sank.")
    assert room.ledger() == []


def test_reprints_are_one_voice() -> None:
    text = "The ferry Osk carried 226 passengers to Brill on a calm evening."
    room = Newsroom()
    room.origin_of |= dict.fromkeys(("a", "b", "c"), "o-wire")
    for name in ("a", "b", "c"):
        room.add(name, text, [("226 passengers", 226, "passengers")])
    (figure,) = room.ledger()
    assert len(figure.values) == 3
    assert figure.origins == ("o-wire",)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ((12, None), (12, "about"), "agree"),
        ((12, "nearly"), (12, "some"), "agree"),
        ((51, None), (50, "more than"), "precision"),
        ((912, None), (900, "about"), "precision"),
        ((40, "at least"), (40, None), "precision"),
        ((60, None), ("dozens", None), "precision"),
        ((11, None), ("10-12", None), "precision"),
        ((340, None), (338, None), "contradiction"),
        ((340, "some"), (610, "more than"), "contradiction"),
    ],
)
def test_relation_of_two_counts(
    first: tuple[float | str, str | None], second: tuple[float | str, str | None], relation: str
) -> None:
    room = Newsroom()
    for name, (value, qualifier) in zip("ab", (first, second), strict=True):
        told = f"{qualifier or 'exactly'} N lamps"
        room.add(
            name,
            f"The guild of Brill hung {told} along the harbour wall for the fair.",
            [("N lamps", value, "lamps", {"qualifier": qualifier})],
        )
    (figure,) = room.ledger()
    assert figure.relation == relation
    assert figure.reason


def test_two_units_of_one_length_agree_and_the_reason_says_so() -> None:
    room = Newsroom()
    room.add(
        "a", "The tower of Belgor is 96 metres tall.", [("96 metres", 96, "tower", {"kind": "distance", "unit": "m"})]
    )
    room.add(
        "b", "The tower of Belgor is 315 feet tall.", [("315 feet", 315, "tower", {"kind": "distance", "unit": "feet"})]
    )
    (figure,) = room.ledger()
    assert figure.relation == "agree"
    assert "96 m" in figure.reason
    assert "315 feet" in figure.reason


def test_a_rounded_length_in_another_unit_differs_in_precision() -> None:
    room = Newsroom()
    room.add(
        "a",
        "The foul stretch of the river Alm is 11 km long.",
        [("11 km", 11, "stretch of the river", {"kind": "distance", "unit": "km"})],
    )
    room.add(
        "b",
        "The foul stretch of the river Alm is seven miles long.",
        [("seven miles", 7, "stretch of the river", {"kind": "distance", "unit": "miles"})],
    )
    (figure,) = room.ledger()
    assert figure.relation == "precision"


def test_a_toll_that_grows_from_day_to_day_is_an_update() -> None:
    room = Newsroom()
    room.add(
        "a",
        "At least 4 people were killed when the ferry Osk sank.",
        [("4 people", 4, "people killed", {"qualifier": "at least"})],
    )
    room.add(
        "b", "The ferry Osk sank and 9 people were killed.", [("9 people", 9, "people killed")], published="2031-05-05"
    )
    room.add(
        "c",
        "The sinking of the ferry Osk killed 11 people.",
        [("11 people", 11, "people killed")],
        published="2031-05-06",
    )
    (figure,) = room.ledger()
    assert figure.relation == "update"
    assert figure.reason.index("4") < figure.reason.index("9") < figure.reason.index("11")
    assert [value.value for value in figure.values] == [4, 9, 11]


def test_two_tolls_of_one_day_cannot_both_hold() -> None:
    room = Newsroom()
    room.add("a", "The ferry Osk sank and 9 people were killed.", [("9 people", 9, "people killed")])
    room.add("b", "The ferry Osk sank and 14 people were killed.", [("14 people", 14, "people killed")])
    (figure,) = room.ledger()
    assert figure.relation == "contradiction"
    assert "cannot both hold" in figure.reason


def test_a_value_that_an_article_takes_back_is_an_update() -> None:
    room = Newsroom()
    room.add(
        "a",
        "The 4-year-old boy fell into the harbour lock.",
        [("4-year-old", 4, "boy", {"kind": "age", "unit": "years"})],
    )
    room.add(
        "b",
        "The boy who fell into the harbour lock is 3 years old. It was initially said that the boy who fell is "
        "4 years old.",
        [
            ("3 years old", 3, "boy", {"kind": "age", "unit": "years"}),
            ("4 years old", 4, "boy", {"kind": "age", "unit": "years"}),
        ],
    )
    relations = {figure.relation for figure in room.ledger()}
    assert relations == {"update"}


def test_killed_injured_and_missing_stay_apart() -> None:
    room = Newsroom()
    for name in ("a", "b"):
        room.add(
            name,
            f"The blast at the Norbury mill killed 12 people, 12 were injured and 12 are missing, {name} wrote.",
            [("12 people", 12, "people killed"), ("12 were", 12, "people injured"), ("12 are", 12, "people missing")],
        )
    figures = room.ledger()
    assert len(figures) == 3
    assert all(len({words for _, words in room.words(figure)}) == 1 for figure in figures)
    assert {figure.relation for figure in figures} == {"agree"}


def test_the_freed_are_not_the_missing() -> None:
    room = Newsroom()
    room.add("a", "The army freed 82 girls from the Sambi forest.", [("82 girls", 82, "girls released")])
    room.add("b", "Of the girls of the Sambi forest, 113 girls are missing.", [("113 girls", 113, "girls missing")])
    assert room.ledger() == []


def test_small_counts_of_different_things_stay_apart() -> None:
    room = Newsroom()
    room.add(
        "a",
        "Two pilots flew the plane to Brill. Her two children wept at the quay.",
        [("Two pilots", 2, "pilots"), ("two children", 2, "children")],
    )
    room.add(
        "b",
        "The two children of the singer wept. The plane had two pilots.",
        [("two children", 2, "children"), ("two pilots", 2, "pilots")],
    )
    figures = room.ledger()
    assert all(len({words.lower() for _, words in room.words(figure)}) == 1 for figure in figures)


def test_two_numbers_of_one_article_are_not_joined() -> None:
    room = Newsroom()
    room.add(
        "a",
        "The guild hung 40 red lamps and 55 red lamps in Brill.",
        [("40 red lamps", 40, "red lamps"), ("55 red lamps", 55, "red lamps")],
    )
    room.add("b", "The guild hung 40 red lamps in Brill.", [("40 red lamps", 40, "red lamps")])
    for figure in room.ledger():
        assert {value.value for value in figure.values} == {40}


def test_the_same_date_of_one_happening_is_a_figure() -> None:
    room = Newsroom()
    room.add("a", "The bridge of Norbury collapsed on Tuesday.", times=[("Tuesday", "2031-05-03")])
    room.add("b", "A bridge collapsed in Norbury on May 3.", times=[("May 3", "2031-05-03")])
    (figure,) = room.ledger()
    assert (figure.kind, figure.relation) == ("date", "agree")
    assert [value.value for value in figure.values] == ["2031-05-03", "2031-05-03"]


def test_a_month_and_a_day_in_it_differ_in_precision() -> None:
    room = Newsroom()
    room.add("a", "The observers of the Alm treaty begin their work on July 1.", times=[("July 1", "2031-07-01")])
    room.add("b", "The observers of the Alm treaty begin their work in July.", times=[("July", "2031-07")])
    (figure,) = room.ledger()
    assert figure.relation == "precision"


def test_the_first_visit_since_one_year_is_not_that_since_another() -> None:
    room = Newsroom()
    room.add("a", "It was the first visit of a king of Belgor to Brill since 2007.", times=[("2007", "2007")])
    room.add("b", "The minister opened a school, in her first trip abroad since 2015.", times=[("2015", "2015")])
    assert all(figure.relation != "contradiction" for figure in room.ledger())


def test_two_times_of_day_of_one_departure_cannot_both_hold() -> None:
    room = Newsroom()
    room.add("a", "The ferry Osk left Brill harbour at 6:30 a.m.", times=[("6:30 a.m.", "2031-05-04T06:30")])
    room.add("b", "The ferry Osk left Brill harbour at 6:50 a.m.", times=[("6:50 a.m.", "2031-05-04T06:50")])
    figures = [figure for figure in room.ledger() if figure.values[0].value == "06:30"]
    assert [figure.relation for figure in figures] == ["contradiction"]


@pytest.mark.parametrize(
    "text",
    [
        "Updated: May 3, 2031. Lamps hang in Brill.",
        "Published at 12:45, May 3, 2031. Lamps hang in Brill.",
        "BRILL, May 3, 2031 (Agency) - Lamps hang in the harbour.",
    ],
)
def test_a_stamp_of_the_page_and_a_dateline_are_no_dates_of_the_story(text: str) -> None:
    room = Newsroom()
    for name in ("a", "b"):
        room.add(name, text, times=[("May 3, 2031", "2031-05-03")])
    assert room.ledger() == []


def test_today_in_a_pasted_post_is_no_day_of_the_article() -> None:
    room = Newsroom()
    for name in ("a", "b"):
        text = f"Lamps for all of Brill today: https://t.co/{name} wrote the guild (@brillguild)."
        room.add(name, text, times=[("today", "2031-05-04")])
    assert room.ledger() == []


def test_numbers_outside_the_body_are_left_out() -> None:
    room = Newsroom()
    for name in ("a", "b"):
        text = "The ferry Osk carried 226 passengers to Brill."
        room.add(name, text, [("226 passengers", 226, "passengers")], body=(Span(0, 10),))
    assert room.ledger() == []


def test_an_affair_without_annotations_has_no_figures() -> None:
    room = Newsroom()
    room.add("a", "The ferry Osk carried 226 passengers.", [("226 passengers", 226, "passengers")])
    room.annotations.clear()
    assert room.ledger() == []


def test_the_figure_of_an_agency_in_an_outlets_own_words_is_the_agencys_voice() -> None:
    room = Newsroom()
    room.add(
        "a", "The ferry Osk carried 226 passengers.", [("226 passengers", 226, "passengers")], agencies=("Reuters",)
    )
    text = "According to Reuters, 226 passengers were on board the Osk."
    room.add(
        "b",
        text,
        [("226 passengers", 226, "passengers", {"attributed_to": "Reuters"})],
        credits=(Credit(name="Reuters", span=Span(13, 20), role=CreditRole.CITED),),
    )
    room.add("c", "On the ferry Osk were 226 passengers.", [("226 passengers", 226, "passengers")])
    (figure,) = room.ledger()
    assert len(figure.values) == 3
    assert figure.origins == ("o-a", "o-c")


def test_a_conversion_in_brackets_is_no_second_value() -> None:
    room = Newsroom()
    length = {"kind": "distance"}
    for name in ("a", "b"):
        room.add(
            name,
            f"The wreck lies 230 km (140 miles) west of Brill, {name} wrote.",
            [
                ("230 km", 230, "wreck", {"unit": "km", **length}),
                ("140 miles", 140, "wreck", {"unit": "miles", **length}),
            ],
        )
    (figure,) = room.ledger()
    assert [value.unit for value in figure.values] == ["km", "km"]


def test_one_of_several_is_no_count() -> None:
    room = Newsroom()
    for name in ("a", "b"):
        room.add(name, "One of the pilots of the Osk swam to Brill.", [("One of the pilots", 1, "pilots")])
    assert room.ledger() == []


def test_two_counts_of_one_sentence_are_two_things() -> None:
    room = Newsroom()
    for name in ("a", "b"):
        room.add(
            name,
            "In the boat that reached Brill harbour sat two bakers and two singers.",
            [("two bakers", 2, "bakers"), ("two singers", 2, "singers")],
        )
    assert sorted({words for figure in room.ledger() for _, words in room.words(figure)}) == [
        "two bakers",
        "two singers",
    ]
    assert all(len({words for _, words in room.words(figure)}) == 1 for figure in room.ledger())


def test_some_of_the_dead_are_not_the_toll() -> None:
    room = Newsroom()
    room.add("a", "The crash of the Osk killed 12 people.", [("12 people", 12, "people killed")])
    room.add(
        "b", "A family said five of the dead of the crash were cousins.", [("five of the dead", 5, "people killed")]
    )
    assert room.ledger() == []


def test_those_aboard_are_not_those_who_died() -> None:
    room = Newsroom()
    room.add("a", "The ferry Osk carried 61 people to Brill.", [("61 people", 61, "people")])
    room.add("b", "On the ferry Osk to Brill 47 people died.", [("47 people", 47, "people killed")])
    assert room.ledger() == []


def test_the_dead_of_an_earlier_year_are_another_figure() -> None:
    room = Newsroom()
    room.add("a", "The sinking of the ferry Osk killed 12 people.", [("12 people", 12, "people killed")])
    room.add("b", "In 2009 a sinking of a ferry killed 17 people.", [("17 people", 17, "people killed")])
    assert room.ledger() == []


def test_tolls_that_two_sources_give_one_article_cannot_both_hold() -> None:
    room = Newsroom()
    room.add(
        "a",
        "The coastguard said 11 people had died. The hospital said 14 people had died.",
        [
            ("11 people", 11, "people killed", {"attributed_to": "coastguard"}),
            ("14 people", 14, "people killed", {"attributed_to": "hospital"}),
        ],
    )
    room.add("b", "The sinking killed 11 people, the coastguard said.", [("11 people", 11, "people killed")])
    (figure,) = room.ledger()
    assert figure.relation == "contradiction"
    assert sorted(value.value for value in figure.values) == [11, 11, 14]


def test_ages_of_two_persons_stay_apart() -> None:
    room = Newsroom()
    age = {"kind": "age", "unit": "years"}
    room.add("a", "Ann Salk, 34, was saved from the Osk.", [("34", 34, "Ann Salk", age)])
    room.add("b", "Bo Tern, 34, was saved from the Osk.", [("34", 34, "Bo Tern", age)])
    assert room.ledger() == []


def test_the_age_then_and_the_age_now_do_not_contradict() -> None:
    room = Newsroom()
    age = {"kind": "age", "unit": "years"}
    room.add("a", "The mayor left Brill when his daughter turned 18.", [("18", 18, "daughter", age)])
    room.add("b", "The mayor of Brill has a 19-year-old daughter.", [("19-year-old", 19, "daughter", age)])
    assert room.ledger() == []


def test_a_day_of_a_copy_is_that_of_the_first_print() -> None:
    room = Newsroom()
    for name, day in (("a", "2031-05-04"), ("b", "2031-05-06")):
        text = "Divers searched the hull of the ferry Osk off Brill harbour yesterday for two missing cars."
        told = "2031-05-03" if name == "a" else "2031-05-05"
        room.add(name, text, times=[("yesterday", told)], published=day)
    (figure,) = room.ledger()
    assert [value.value for value in figure.values] == ["2031-05-03", "2031-05-03"]


def test_a_weekday_in_an_article_with_the_day_of_a_crawl_is_that_of_the_story() -> None:
    room = Newsroom()
    for name in ("a", "b", "c"):
        room.add(name, "The bridge of Norbury fell on Saturday.", times=[("Saturday", "2031-05-03")])
    late = "A bridge in Norbury fell into the river on Saturday."
    room.add("d", late, times=[("Saturday", "2031-05-17")], published="2031-05-20")
    (figure,) = room.ledger()
    assert {value.value for value in figure.values} == {"2031-05-03"}
    assert len(figure.values) == 4


def test_very_many_tellings_are_compared_in_order_with_the_same_outcome() -> None:
    room = Newsroom()
    for number, name in enumerate("abcdef"):
        text = f"The guild of Brill hung 40 lamps on day {number} and the mayor of Belgor bought 40 boats in spring."
        room.add(name, text, [("40 lamps", 40, "lamps"), ("40 boats", 40, "boats")])
    pairwise = room.ledger()
    assert len(pairwise) == 2
    in_order = build_ledger(room.affair(), AccountsSettings(figure_texts=1))
    assert {figure.values for figure in in_order} == {figure.values for figure in pairwise}


def test_of_a_page_of_numbers_the_first_are_compared() -> None:
    room = Newsroom()
    for name in ("a", "b"):
        room.add(
            name,
            "The guild of Brill hung 40 lamps. The mayor of Belgor bought 77 boats.",
            [("40 lamps", 40, "lamps"), ("77 boats", 77, "boats")],
        )
    (figure,) = build_ledger(room.affair(), AccountsSettings(figure_values=1))
    assert {value.value for value in figure.values} == {40}
