"""The card index: order of the lists, and what a filter lets through."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from firsthand.archive import ArticlePlace
from firsthand.model import Entity, Figure, FigureValue, Span, Story, Utterance
from firsthand.search import StoryFilter, build_catalogue, match_names, naming_expression, read_languages


def _story(name, date, origins, **more):
    articles = tuple(f"{name}-{number}" for number in range(origins))
    return Story(
        story=name,
        title=f"Title of {name}",
        title_article=articles[0],
        date=date,
        articles=articles,
        members=(),
        origins=origins,
        **more,
    )


STORIES = [
    _story("old-big", "2031-01-02", 9, storyline="line"),
    _story("new-small", "2031-03-09", 1),
    _story("week-big", "2031-03-03", 4, storyline="line"),
    _story("week-before", "2031-03-01", 8),
    _story("undated", None, 20),
]


class Reader:
    def __init__(self, stories=STORIES, **records):
        self.kinds = {"stories": stories, "entities": [], "figures": [], "utterances": []} | records
        self.read = []
        places = [
            ArticlePlace(article, "Port Ledger" if number % 2 else "Isles Gazette", story.story, article.encode())
            for story in stories
            for number, article in enumerate(story.articles)
        ]
        self.directory = SimpleNamespace(
            state=lambda: "7-6",
            places=lambda: places,
            languages=self._languages,
            arrivals=dict,
            run_times=lambda: {7: "2031-03-10T00:00:00+00:00"},
        )

    def _languages(self, articles):
        self.read += articles
        return [(article, "is" if article == "week-big-0" else "en") for article in articles]

    def records(self, kind):
        return iter(self.kinds[kind])


def test_the_latest_week_stands_first_and_in_it_the_most_origins():
    catalogue = build_catalogue(Reader(), {})
    assert [story.story for story in catalogue.latest] == ["week-big", "new-small", "week-before", "old-big", "undated"]
    assert [story.story for story in catalogue.foremost][:3] == ["undated", "old-big", "week-before"]
    assert catalogue.state == "7-6"
    assert catalogue.counts == {"articles": 42, "outlets": 2, "stories": 5}


def test_the_order_does_not_depend_on_the_order_of_records():
    assert build_catalogue(Reader(STORIES[::-1]), {}).latest == build_catalogue(Reader(), {}).latest


def test_storylines_stand_by_their_last_day_and_are_named_after_their_main_story():
    (line,) = build_catalogue(Reader(), {}).storylines
    assert (line.stories, line.title, line.first, line.last) == (
        ("old-big", "week-big"),
        "Title of old-big",
        "2031-01-02",
        "2031-03-03",
    )


def test_languages_are_read_once():
    reader = Reader()
    known = read_languages(reader, {})
    assert len(reader.read) == 42
    assert read_languages(reader, known) == known
    assert len(reader.read) == 42
    assert dict(build_catalogue(reader, known).languages) == {"en": 41, "is": 1}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"old-big", "new-small", "week-big", "week-before", "undated"}),
        ({"first": "2031-03-01"}, {"new-small", "week-big", "week-before"}),
        ({"last": "2031-03-03"}, {"old-big", "week-big", "week-before"}),
        ({"first": "2031-03-03", "last": "2031-03-03"}, {"week-big"}),
        ({"language": "is"}, {"week-big"}),
        ({"outlets": frozenset({"Port Ledger", "Nowhere"})}, {"old-big", "week-big", "week-before", "undated"}),
        ({"outlets": frozenset({"Ledger"})}, set()),
        ({"among": frozenset({"undated", "nothing"})}, {"undated"}),
    ],
)
def test_filters(asked, found):
    reader = Reader()
    catalogue = build_catalogue(reader, read_languages(reader, {}))
    assert {story.story for story in StoryFilter(**asked).select(catalogue.latest)} == found
    assert {story.story for story in catalogue.latest if StoryFilter(**asked).passes(story)} == found


def test_numbers_and_sayings_are_listed_by_what_they_are_looked_up_by():
    value = FigureValue(article="a", origin=None, span=Span(0, 1), value=1200.0, qualifier="at least", unit="people")
    figure = Figure(
        figure="fi", stories=("s",), what="aboard", kind="count", relation="agree", reason="", origins=("o",),
        values=(value, replace(value, article="b")),
    )  # fmt: skip
    said = Utterance(utterance="u", stories=("s", "t"), speaker=None, speaker_name="Ada", origins=(), instances=())
    catalogue = build_catalogue(Reader(figures=[figure], utterances=[said, replace(said, stories=("t", "v"))]), {})
    assert catalogue.figures[0].values == ("at least 1,200 people",)
    assert catalogue.sayings == {"Ada": ("s", "t", "v")}


def test_names_hold_every_word():
    brill = Entity(entity="e", name="Oda Brill", label="PERSON", aliases=("Captain\nBrill",), articles=1)
    catalogue = build_catalogue(Reader(entities=[brill]), {})
    names = catalogue.names["entities"]
    assert list(match_names("brill ODA", names, catalogue.entities)) == [brill]
    assert list(match_names("captain brill", names, catalogue.entities)) == [brill]
    assert list(match_names("captain oda", names, catalogue.entities)) == []  # no one spelling has both
    assert list(match_names("", names, catalogue.entities)) == []
    assert list(match_names("ledger", catalogue.names["outlets"], catalogue.outlets)) == ["Port Ledger"]


@pytest.mark.parametrize(
    ("spellings", "expression"),
    [
        (["Oda Brill", "Brill"], '"Oda Brill" OR "Brill"'),
        (['O"Neil" OR x'], '"O Neil  OR x"'),
        (["--", ""], None),
        ([], None),
    ],
)
def test_names_become_phrases_and_never_operators(spellings, expression):
    assert naming_expression(spellings) == expression
