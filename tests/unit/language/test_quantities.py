"""Quantities of invented sentences, written on Wednesday 18 May 2016."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.model import Annotation, Quantity

Annotate = Callable[..., Annotation]


def only(annotation: Annotation) -> Quantity:
    (quantity,) = annotation.quantities
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "unit", "of", "kind"),
    [
        ("At least 12 people were killed near Corvale.", 12, "at least", None, "people killed", "count"),
        ("The blast wounded more than 70.", 70, "more than", None, "people injured", "count"),
        ("The crash killed two local pilots.", 2, None, None, "local pilots killed", "count"),
        ("Corvale mourned the deaths of ten miners.", 10, None, None, "miners killed", "count"),
        ("The death toll rose to 41.", 41, None, None, "people killed", "count"),
        ("The quake left 7 people missing.", 7, None, None, "people missing", "count"),
        ("Police arrested up to 300 protesters.", 300, "up to", None, "protesters arrested", "count"),
        ("Dozens of tractors blocked the road.", "dozens", None, None, "tractors", "count"),
        ("Some 1.2 million people live there.", 1_200_000, "some", None, "people", "count"),
        ("The ferry was carrying 226 passengers.", 226, None, None, "passengers", "count"),
        ("They agreed on four \u201csafe zones\u201d there.", 4, None, None, "safe zones", "count"),
        ("They paid $30 billion for it.", 30 * 10**9, None, "USD", "they paid", "money"),
        ("They paid about 30 billion US dollars for it.", 30 * 10**9, "about", "USD", "they paid", "money"),
        ("The fine was 4.6 million crowns.", 4_600_000, None, "crowns", "fine", "money"),
        ("The fine was 400 Swiss francs.", 400, None, "CHF", "fine", "money"),
        ("They raised £3.2m.", 3_200_000, None, "GBP", "they raised", "money"),
        ("Tickets cost 50 cents.", 0.5, None, "USD", "Tickets cost", "money"),
        ("The boy fell 10 to 12 feet.", "10-12", None, "feet", "boy fell", "distance"),
        ("The wall is 300 metres long.", 300, None, "m", "wall long", "distance"),
        ("A 181-kg boar escaped.", 181, None, "kg", "boar", "weight"),
        ("It covers about 20 square miles of forest.", 20, "about", "square miles", "forest", "area"),
        ("It fell to minus 12 degrees Celsius.", -12, None, "°C", "it fell", "temperature"),
        ("It fell to 4C.", 4, None, "°C", "it fell", "temperature"),
        ("The death toll has risen to nine.", 9, None, None, "people killed", "count"),
        ("The Norvik harbour needs 200 drills.", 200, None, None, "drills", "count"),
        ("Winds reached 90 kph.", 90, None, "km/h", "Winds reached", "speed"),
        ("A 34-year-old sailor won.", 34, None, "years", "sailor", "age"),
        ("Anna Brell, 47, won.", 47, None, "years", "Anna Brell", "age"),
        ("He was 17.", 17, None, "years", None, "age"),
        ("Boys aged between 7 and 9 won.", "7-9", None, "years", None, "age"),
        ("44 per cent of the voters agreed.", 44, None, "percent", "voters", "percent"),
        ("It rose 0.5 percentage points.", 0.5, None, "percentage points", "it rose", "percent"),
        ("Two-thirds of voters agreed.", 0.6667, None, None, "voters", "ratio"),
        ("One in five adults agreed.", 0.2, None, None, "adults", "ratio"),
        ("They opened the seventh round of talks.", 7, None, None, "round of talks", "ordinal"),
        ("She got a three-year sentence.", 3, None, "years", "sentence", "duration"),
        ("She got 20 years in prison.", 20, None, "years", "prison", "duration"),
        ("The flight took 8 hours and 20 minutes.", 8.33, None, "hours", "flight", "duration"),
        ("Norvik won 3-1.", "3-1", None, None, None, "score"),
        ("A 6.3-magnitude earthquake hit Corvale.", 6.3, None, "magnitude", "earthquake", "other"),
    ],
)
def test_quantity(
    annotate: Annotate,
    text: str,
    value: float | str,
    qualifier: str | None,
    unit: str | None,
    of: str | None,
    kind: str,
) -> None:
    found = only(annotate(text))
    assert (found.value, found.qualifier, found.unit, found.kind) == (value, qualifier, unit, kind)
    if of is not None:
        assert found.of == of


@pytest.mark.parametrize(
    "text",
    [
        "A Su-24 crashed.",
        "Leaders of the G20 met.",
        "They flew in a Boeing 747.",
        "Channel 4 showed it.",
        "They invoked Article 5 of the pact.",
        "Flight 175 left for Corvale.",
        "Call 555-0142 or 020 7946 0018.",
        "It stands at 22 Oak Road.",
        "It stands in Room 12.",
        "He voted No. 5 on the list.",
        "The bridge opened in 1997.",
        "They met on 3 May 2014 at 10:30 a.m.",
        "One should not say so, she said to no one.",
        "They looked at one another.",
        "First, they looked for the first lady.",
        "See http://example.org/12/34 or @anna12.",
        "It was one of the worst.",
        "He is in his 20s.",
        "The rocket rode on a Long Run 4C.",
        "The Norvik 9 rocket lifted off.",
        "A Norvik 200 drill hit rock.",
        "Bottles of 5-Hour Zest were sold.",
        "The tram stopped at 0641 local time.",
    ],
)
def test_what_is_no_quantity(annotate: Annotate, text: str) -> None:
    assert annotate(text).quantities == ()


def test_the_number_before_a_list_item_is_none(annotate: Annotate) -> None:
    found = annotate("1. They sank two boats.\n2. They left.").quantities
    assert [quantity.value for quantity in found] == [2]


def test_span_reaches_from_the_qualifier_to_what_is_counted(annotate: Annotate) -> None:
    text = "Officials said at least four fishing boats sank."
    found = only(annotate(text))
    assert text[found.span.start : found.span.end] == "at least four fishing boats"


def test_a_part_and_its_whole_are_two(annotate: Annotate) -> None:
    found = annotate("Ten of the 12 victims were sailors.").quantities
    assert [quantity.value for quantity in found] == [10, 12]
    assert {quantity.of for quantity in found} == {"victims"}


def test_range_of_money_shares_its_scale(annotate: Annotate) -> None:
    found = only(annotate("They want $1.5-2 billion for it."))
    assert (found.value, found.unit) == ("1500000000-2000000000", "USD")


def test_rise_from_one_number_to_another_is_no_range(annotate: Annotate) -> None:
    found = annotate("The toll rose from 10 to 12.").quantities
    assert [quantity.value for quantity in found] == [10, 12]


def test_pounds_are_money_where_the_text_has_sterling(annotate: Annotate) -> None:
    assert only(annotate("They paid 5,000 pounds.")).kind == "weight"
    assert {quantity.unit for quantity in annotate("It cost £10. They paid 5,000 pounds.").quantities} == {"GBP"}


def test_credited_to_the_speaker_in_whose_words_it_stands(annotate: Annotate) -> None:
    text = "\u201cWe have found four bodies,\u201d said Anna Brell. Three boats sank."
    found = annotate(text).quantities
    assert [(quantity.value, quantity.attributed_to) for quantity in found] == [(4, "Anna Brell"), (3, None)]


def test_credited_to_a_source_without_a_name_as_written(annotate: Annotate) -> None:
    found = only(annotate("According to harbour officials, 12 boats sank."))
    assert found.attributed_to == "harbour officials"


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("As of Tuesday, 45 people had died.", "2016-05-17"),
        ("They had found 45 bodies by Tuesday night.", "2016-05-17"),
        ("They found 45 bodies on Tuesday.", None),
    ],
)
def test_as_of(annotate: Annotate, text: str, as_of: str | None) -> None:
    assert only(annotate(text)).as_of == as_of


def test_nothing_is_read_in_an_article_that_is_set_aside(annotate: Annotate) -> None:
    assert annotate("12 Menschen starben.", language="de").quantities == ()


def test_the_same_measure_in_another_unit_has_the_qualifier_too(annotate: Annotate) -> None:
    found = annotate("It lies about 230 km (140 miles) behind Corvale.").quantities
    assert [(quantity.qualifier, quantity.unit) for quantity in found] == [("about", "km"), ("about", "miles")]
    assert found[0].of == found[1].of


def test_what_the_number_before_has_said_is_carried_on(annotate: Annotate) -> None:
    found = annotate("They will cut 300 jobs in Corvale, 70 in Norvik and 40 in Brell.").quantities
    assert [(quantity.value, quantity.of) for quantity in found] == [(300, "jobs"), (70, "jobs"), (40, "jobs")]
    found = annotate("The profit was 2.2 million crowns on sales of 38 million.").quantities
    assert {(quantity.kind, quantity.unit) for quantity in found} == {("money", "crowns")}


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("The plane turned around four hours into the flight.", None),
        ("The rate ticked up to 6 percent.", None),
        ("It may cost up to 6 percent.", "up to"),
        ("They held talks about 12 islands.", None),
        ("They crossed it in under 3 hours.", "under"),
        ("It killed over 100 people.", "over"),
        ("About 40 boats sank.", "about"),
        ("The club has 40-odd members.", "-odd"),
        ("They want 5,000 crowns or more.", "or more"),
        ("The club has 200+ members.", "+"),
    ],
)
def test_qualifier_is_told_from_preposition_and_particle(annotate: Annotate, text: str, qualifier: str | None) -> None:
    assert only(annotate(text)).qualifier == qualifier


def test_a_quotation_without_a_speaker_leaves_the_credit_to_the_one_round_it(annotate: Annotate) -> None:
    text = "Anna Brell said the \u201cfour boats\u201d had sunk."
    assert only(annotate(text)).attributed_to == "Anna Brell"


@pytest.mark.parametrize(
    "text",
    [
        "The file id is 11292348.",
        "She wore a pair of red shoes.",
        "They held three-way talks.",
        "The task is numbered 60-00-00-212.",
        "It breaks section 6(1)(a) of the act.",
        "The 486 is a fast machine.",
        "She spoke to Vista Six.",
    ],
)
def test_codes_and_names_of_things_are_no_quantities(annotate: Annotate, text: str) -> None:
    assert annotate(text).quantities == ()


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Nearly 50 sailors had to be rescued.", "sailors rescued"),
        ("More than 80 miners are now known to have died.", "miners killed"),
        ("The 16 miners who died came from Corvale.", "miners killed"),
        ("They killed over 30.", "people killed"),
        ("The number of dead climbed to 120.", "people killed"),
        ("He admitted the attempted murders of two miners.", "miners"),
        ("Two gunmen killed a guard.", "gunmen"),
        ("They cancelled dozens of evacuations.", "people evacuated"),
    ],
)
def test_what_happened_to_the_people_counted(annotate: Annotate, text: str, of: str) -> None:
    assert only(annotate(text)).of == of
