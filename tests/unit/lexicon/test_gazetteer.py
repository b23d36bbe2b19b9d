"""The gazetteer: what is in the table, and which place of several is meant."""

from __future__ import annotations

from importlib.resources import files

import pytest

from firsthand.lexicon.gazetteer import (
    TABLE,
    Surroundings,
    choose_place,
    country_of_demonym,
    find_places,
    place_key,
    place_of_code,
)


def code(name: str, **beside: object) -> str | None:
    place = choose_place(find_places(name), Surroundings(**beside))  # type: ignore[arg-type]
    return None if place is None else place.code


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("United States", "US", "U.S.", "USA", "America", "the United States of America"), "US"),
        (("United Kingdom", "UK", "U.K.", "Britain"), "GB"),
        (("Türkiye", "Turkey"), "TR"),
        (("Myanmar", "Burma"), "MM"),
        (("Netherlands", "the Netherlands", "Holland"), "NL"),
        (("Kyiv", "Kiev"), "703448"),
        (("São Paulo", "Sao Paulo", "SAO PAULO"), "3448439"),
        (("New York", "New York City"), "5128581"),
        (("Washington", "Washington, D.C.", "DC"), "4140963"),
        (("Scotland",), "GB-SCT"),
        (("Texas",), "US-TX"),
    ],
)
def test_names_of_one_place_have_its_code(names: tuple[str, ...], expected: str) -> None:
    assert {code(name) for name in names} == {expected}


def test_what_is_not_in_the_table_is_nowhere() -> None:
    assert find_places("Ardesh") == ()
    assert code("Ardesh") is None
    assert place_of_code("ZZ") is None


def test_an_older_name_of_a_city_gives_way_to_a_town_that_bears_it() -> None:
    assert "890299" not in {place.code for place in find_places("Salisbury")}  # Harare


def test_the_much_larger_of_two_is_meant_unless_the_article_speaks_of_the_others_country_only() -> None:
    libya, lebanon = "2210247", "266826"
    assert code("Tripoli") == libya
    assert code("Tripoli", mentions={"LB": 1}) == lebanon
    assert code("Tripoli", mentions={"LB": 5, "LY": 1}) == libya
    assert code("London", mentions={"CA": 9}) == "2643743"  # a hundred times as weighty


def test_of_two_alike_the_country_named_most_decides() -> None:
    india, pakistan = "1269843", "1176734"
    assert code("Hyderabad") is None
    assert code("Hyderabad", mentions={"IN": 2, "PK": 1}) == india
    assert code("Hyderabad", mentions={"PK": 1}) == pakistan
    assert code("Hyderabad", mentions={"PK": 1, "IN": 1}) is None


def test_a_country_is_meant_unless_parts_of_another_are_what_the_article_names() -> None:
    assert code("Georgia") == "GE"
    assert code("Georgia", mentions={"US": 9}, nations={"US", "RU"}, parts={"US": 1}) == "GE"
    assert code("Georgia", mentions={"US": 9}, nations={"US"}, parts={"US": 2}) == "US-GA"


def test_a_country_is_meant_rather_than_its_capital_of_the_same_name() -> None:
    assert [code(name) for name in ("Singapore", "Luxembourg", "Mexico", "Panama")] == ["SG", "LU", "MX", "PA"]


def test_names_are_compared_without_accents_points_and_articles() -> None:
    assert place_key("St. Pölten") == place_key("Saint Polten")
    assert place_key("the U.S.") == place_key("US") == "us"
    assert place_key("Guinea-Bissau") == "guinea bissau"


def test_words_for_peoples_lead_to_countries() -> None:
    assert [country_of_demonym(word) for word in ("nepali", "russians", "ardeshi")] == ["NP", "RU", None]


def test_every_place_can_be_put_on_a_map() -> None:
    countries = {place_of_code(name) for name in ("US", "FJ", "NZ", "CL", "GB-WLS", "US-HI")}
    assert all(place is not None and -90 <= place.lat <= 90 and -180 <= place.lon <= 180 for place in countries)
    fiji, germany = place_of_code("FJ"), place_of_code("DE")
    assert fiji is not None
    assert abs(fiji.lon) > 170  # on both sides of the date line, and not in Africa
    assert germany is not None
    assert (47 < germany.lat < 55, 6 < germany.lon < 15) == (True, True)


def test_the_table_stays_small() -> None:
    assert len(files("firsthand.lexicon").joinpath(TABLE).read_bytes()) < 400_000
