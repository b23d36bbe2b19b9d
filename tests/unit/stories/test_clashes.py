"""What keeps look-alikes apart."""

from __future__ import annotations

import pytest

from firsthand.stories import StoryFeatures, StorySettings
from firsthand.stories.clashes import find_clash, tell_apart

SETTINGS = StorySettings()
FIRST = {"Rosa Antunel": 1, "Quilvera": 2, "Rescue": 1}
SECOND = {"Emre Doruk": 1, "Karsenli": 2, "Rescue": 1}


def features(**fields: object) -> StoryFeatures:
    return StoryFeatures(article="x", language=fields.pop("language", "en"), **fields)  # type: ignore[arg-type]


def test_another_country_and_no_name_in_common_is_another_happening():
    one = features(places=("chile",), names=FIRST)
    other = features(places=("turkey",), names=SECOND)
    assert find_clash(one, other, SETTINGS) == "other countries (chile; turkey), and no name in common"
    assert find_clash(other, one, SETTINGS) is not None
    assert tell_apart(one, other, 0.9, SETTINGS) < 0


@pytest.mark.parametrize(
    ("places", "names"),
    [
        (("turkey", "chile"), SECOND),  # one country in common
        ((), SECOND),  # none told
        (("turkey",), SECOND | {"Quilvera": 1}),  # a name in common, though told only once here
        (("turkey",), {"Rescue": 1}),  # too few names to say that none is common
    ],
)
def test_where_anything_may_be_common_nothing_clashes(places, names):
    assert find_clash(features(places=("chile",), names=FIRST), features(places=places, names=names), SETTINGS) is None


def test_other_officials_clash_only_where_the_country_may_be_another():
    one = features(persons=("antunel",), names=FIRST)
    other = features(persons=("doruk",), names=SECOND)
    assert find_clash(one, other, SETTINGS) == "other persons in office, and no name in common"
    both = {"places": ("chile",)}
    one = features(persons=("antunel",), names=FIRST, **both)
    assert find_clash(one, features(persons=("doruk",), names=SECOND, **both), SETTINGS) is None


def test_names_are_not_held_against_each_other_across_languages():
    one = features(places=("chile",), names=FIRST)
    other = features(places=("turkey",), names=SECOND, language="tr")
    assert find_clash(one, other, SETTINGS) is None
    near = features(places=("turkey",), names=SECOND)
    assert tell_apart(one, other, 0.3, SETTINGS) < 0.3
    assert tell_apart(one, near, 0.3, SETTINGS) < tell_apart(one, other, 0.3, SETTINGS)


def test_german_nouns_are_no_names():
    nouns = {"Erdbeben": 3, "Häuser": 2, "Angaben von Bürgermeisterin Rosa Antunel": 1}
    others = {"Erdbeben": 2, "Häuser": 2, "Angaben von Gouverneur Emre Doruk": 1}
    one = features(places=("chile",), names=nouns, language="de")
    assert find_clash(one, features(places=("turkey",), names=others, language="de"), SETTINGS) is not None
    same = others | {"Rosa Antunel": 1}
    assert find_clash(one, features(places=("turkey",), names=same, language="de"), SETTINGS) is None


def test_days_written_out_take_closeness_off_where_none_is_near_another():
    one = features(days=("2031-05-01", "2031-05-12"))
    far = features(days=("2033-05-01",))
    near = features(days=("2031-05-18", "2033-05-01"))
    assert tell_apart(one, far, 0.3, SETTINGS) < tell_apart(one, near, 0.3, SETTINGS)
    assert tell_apart(one, near, 0.3, SETTINGS) == tell_apart(one, features(), 0.3, SETTINGS)


def test_a_page_on_several_affairs_clashes_with_each_and_not_with_its_like():
    page, report = features(is_round_up=True), features()
    assert find_clash(page, report, SETTINGS) == "one is a round-up or live page of several affairs"
    assert find_clash(page, features(is_round_up=True), SETTINGS) is None
