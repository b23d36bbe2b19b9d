"""An article joins the story of its affair across languages, and not that of a look-alike."""

from __future__ import annotations

import dataclasses

import numpy
import pytest
from tests.unit.stories.affairs import AFFAIRS, LANGUAGES, Told

from firsthand.model import Article, Source, Span
from firsthand.stories import StoryFeatures, StorySettings, describe_article, group_stories
from firsthand.stories.foreign import are_foreign, find_foreign_neighbours

SETTINGS = StorySettings()


def name_of(told: Told) -> str:
    return f"{told.affair} {told.language}"


@pytest.fixture(scope="module")
def described() -> dict[str, StoryFeatures]:
    found = {}
    for told in AFFAIRS:
        article = Article(
            article=name_of(told),
            text=told.body,
            headline=told.title,
            body=(Span(0, len(told.body)),),
            language=told.language,
            published=told.published,
            source=Source(sha256="0", bytes_kept=0),
        )
        found[name_of(told)] = describe_article(article, SETTINGS)
    return found


def grouped(features: list[StoryFeatures]) -> list[list[str]]:
    return sorted(sorted(story.articles) for story in group_stories(features, [], [], SETTINGS))


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_each_language_joins_the_english_stories_and_no_look_alike(language, described):
    told = [one for one in AFFAIRS if one.language in {"en", language}]
    expected: dict[str, list[str]] = {}
    for one in told:
        expected.setdefault(one.affair, []).append(name_of(one))
    assert grouped([described[name_of(one)] for one in told]) == sorted(sorted(names) for names in expected.values())


@pytest.mark.parametrize("is_dated", [True, False])
def test_all_languages_at_once(is_dated, described):
    given = [one if is_dated else dataclasses.replace(one, published=None) for one in described.values()]
    expected: dict[str, list[str]] = {}
    for one in AFFAIRS:
        expected.setdefault(one.affair, []).append(name_of(one))
    assert grouped(given) == sorted(sorted(names) for names in expected.values())


def test_a_title_alone_joins_nothing_across_languages(described):
    """The vector has no vote where nothing else agrees."""
    english, german = described["quake en"], described["quake de"]
    bare = {"words": {}, "opening": {}, "names": {}, "numbers": {}, "places": (), "persons": ()}
    assert len(grouped([english, german])) == 1
    assert len(grouped([dataclasses.replace(english, **bare), dataclasses.replace(german, **bare)])) == 2


def test_the_reason_names_the_article_whose_title_means_the_same(described):
    (story,) = group_stories([described["quake en"], described["quake zh"]], [], [], SETTINGS)
    assert all(any("title means much the same" in why for why in member.reasons) for member in story.members)
    assert story.title == "Earthquake kills at least 38 in northern Chile"


def test_neighbours_are_in_two_languages_alike_and_near_in_time(described):
    features = [described[name] for name in ("quake en", "quake de", "other-rates de", "quake fr")]
    firsts, seconds = find_foreign_neighbours(features)
    assert list(zip(firsts.tolist(), seconds.tolist(), strict=True)) == [(0, 1), (0, 3), (1, 3)]
    late = dataclasses.replace(features[1], published="2031-06-30")
    assert find_foreign_neighbours([features[0], late])[0].tolist() == []
    unknown = dataclasses.replace(features[1], language=None)
    assert find_foreign_neighbours([features[0], unknown])[0].tolist() == []
    assert find_foreign_neighbours([])[0].tolist() == []


def test_an_unknown_language_is_foreign_to_none(described):
    features = [described["quake en"], described["quake de"], dataclasses.replace(described["quake de"], language=None)]
    assert are_foreign(features, numpy.array([0, 0, 1]), numpy.array([1, 2, 2])).tolist() == [True, False, False]
