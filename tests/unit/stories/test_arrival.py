from __future__ import annotations

import dataclasses
import random

import msgspec
import pytest

from firsthand.errors import InputError
from firsthand.model import Direction, Lineage, Relation
from firsthand.stories import (
    ArrivalLimits,
    StoryFeatures,
    StoryIndex,
    StorySettings,
    arrive,
    group_stories,
    link_storylines,
    open_index,
    split_arrivals,
)

SETTINGS = StorySettings()
NEAR = ArrivalLimits(small_archive=0, regrouped_archive=0)  # nothing is ever grouped again as a whole
SUBJECTS = [f"{place}{what}" for place in ("harbour", "mill", "dam", "rail", "school") for what in range(12)]


class Shelf:
    """An archive in memory, and which articles were asked of it."""

    def __init__(self, lineages=()):
        self.known, self.told, self.links, self.asked = {}, {}, list(lineages), []
        self.index = open_index(StoryIndex())

    def features(self, articles):
        self.asked += articles
        return [self.known[article] for article in articles if article in self.known]

    def lineages(self, articles):
        return [one for one in self.links if one.a in articles or one.b in articles]

    def stories_of(self, articles):
        return [story for story in self.told.values() if not set(articles).isdisjoint(story.articles)]

    def stories(self, ids):
        return [story for story in self.told.values() if not set(ids).isdisjoint((story.story, *story.aliases))]

    def add(self, features, limits=NEAR, gone=()):
        arrival = arrive(features, self.index, self, SETTINGS, gone, limits)
        self.index = open_index(msgspec.msgpack.decode(msgspec.msgpack.encode(arrival.index.record), type=StoryIndex))
        self.known |= {one.article: one for one in features}
        for article in gone:
            self.known.pop(article, None)
        for story in arrival.ended:
            self.told.pop(story, None)
        self.told |= {story.story: story for story in arrival.stories}
        return arrival

    def groups(self):
        return {story.articles for story in self.told.values()}


def report(name, affair, *, day=None, seed=0, extra=()):
    """An article of one of many affairs, each with words, names and numbers of its own."""
    draw = random.Random(f"{name}{seed}")
    own = [f"affair{affair}word{number}" for number in range(12)]
    words = dict.fromkeys([*draw.sample(own, 9), *draw.sample(SUBJECTS, 6), *extra], 2)
    return StoryFeatures(
        article=name,
        language="en",
        words=words,
        opening=dict.fromkeys([*own[:4], *extra], 1),
        names={f"Place{affair}": 2, f"Person{affair}": 1},
        numbers={str(100 + affair): 1},
        event_date=day,
        published=day,
        title=" ".join(own[:4]),
        has_headline=True,
    )


def archive(affairs=12, each=4):
    return [
        report(f"n{affair:02}-{number}", affair, day=f"2031-{1 + affair % 12:02}-1{number % 3}")
        for affair in range(affairs)
        for number in range(each)
    ]


def expected(affairs=12, each=4):
    return {tuple(f"n{affair:02}-{number}" for number in range(each)) for affair in range(affairs)}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("portions", [1, 2, 10, 48])
def test_portions_give_the_stories_of_one_add(seed, portions):
    everything = archive()
    random.Random(seed).shuffle(everything)
    shelf = Shelf()
    for start in range(portions):
        shelf.add(everything[start::portions])
    assert shelf.groups() == expected()
    assert shelf.groups() == {story.articles for story in group_stories(everything, [], [], SETTINGS)}


def test_a_small_archive_is_grouped_as_a_whole():
    everything, shelf = archive(), Shelf()
    for start in range(4):
        assert shelf.add(everything[start::4], ArrivalLimits()).is_whole
    fresh = group_stories(everything, [], [], SETTINGS)
    now = sorted(shelf.told.values(), key=lambda story: story.articles)
    assert [dataclasses.replace(story, story="", members=()) for story in now] == [
        dataclasses.replace(story, story="", members=()) for story in fresh
    ]
    assert not shelf.add([report("late", 3)], ArrivalLimits(small_archive=0, regrouped_archive=1000)).is_whole
    assert shelf.add(archive(14)[48:], ArrivalLimits(small_archive=0, regrouped_archive=1000)).is_whole


def test_shuffled_within_one_add_is_the_same():
    old, new = archive(), [report(f"x{number}", number % 15) for number in range(30)]
    found = []
    for seed in range(3):
        random.Random(seed).shuffle(new)
        shelf = Shelf()
        shelf.add(old)
        found.append((shelf.add(new).stories, shelf.index.record))
    assert found[0] == found[1] == found[2]


def test_only_what_is_near_is_looked_at_and_told():
    shelf = Shelf()
    shelf.add(archive())
    shelf.asked.clear()
    arrival = shelf.add([report("late", 3, day="2031-04-12")])
    assert [story.articles for story in arrival.stories] == [("late", "n03-0", "n03-1", "n03-2", "n03-3")]
    assert set(shelf.asked) == {"n03-0", "n03-1", "n03-2", "n03-3"}
    assert (arrival.ended, arrival.changes) == ([], [])


def test_what_happened_at_another_time_is_not_looked_at():
    shelf = Shelf()
    shelf.add(archive())
    shelf.asked.clear()
    arrival = shelf.add([report("later", 3, day="2031-09-12")])
    assert [story.articles for story in arrival.stories] == [("later",)]
    assert shelf.asked == []


def test_a_member_says_why_it_is_in_and_a_story_keeps_its_id():
    shelf = Shelf()
    shelf.add(archive())
    (before,) = shelf.stories_of(["n03-0"])
    (story,) = shelf.add([report("late", 3, day="2031-04-12")]).stories
    assert story.story == before.story
    late = next(member for member in story.members if member.article == "late")
    assert any(reason.startswith("same names: ") and "Place3" in reason for reason in late.reasons)
    assert "same numbers: 103" in late.reasons
    assert late.margin is not None
    assert late.margin > 0


def test_two_stories_become_one_and_say_why():
    halves = [report("a1", 1), report("a2", 1), report("b1", 2), report("b2", 2)]
    both = [
        dataclasses.replace(
            report(f"m{number}", 1),
            words=halves[0].words | halves[2].words,
            opening=halves[0].opening | halves[2].opening,
            names=halves[0].names | halves[2].names,
            numbers=halves[0].numbers | halves[2].numbers,
        )
        for number in range(6)
    ]
    shelf = Shelf()
    shelf.add([*archive(affairs=10)[16:], *halves])
    ids = {shelf.stories_of([name])[0].story for name in ("a1", "b1")}
    assert len(ids) == 2
    arrival = shelf.add(both)
    (story,) = shelf.stories_of(["a1"])
    assert story.articles == ("a1", "a2", "b1", "b2", *(f"m{number}" for number in range(6)))
    assert {story.story, *story.aliases} == ids
    (change,) = arrival.changes
    assert (change.old, change.new, change.is_merge) == (*story.aliases, story.story, True)
    assert change.reason == f"went up in {story.story}, which holds 2 of its 2 articles"
    assert arrival.ended == [change.old]
    assert {story.story for story in shelf.told.values()}.isdisjoint(arrival.ended)


def test_copied_text_brings_an_article_to_its_story_and_speaks_with_one_voice():
    link = Lineage(
        a="copy",
        b="n03-0",
        relation=Relation.COMMON,
        direction=Direction.UNKNOWN,
        containment_a=0.9,
        containment_b=0.9,
    )
    shelf = Shelf([link])
    shelf.add(archive())
    bare = StoryFeatures(article="copy", words={"unheard": 1}, opening={"unheard": 1}, title="Unheard")
    shelf.add([bare])
    (story,) = shelf.stories_of(["copy"])
    assert "n03-0" in story.articles
    number_of = shelf.index.number_of
    assert [float(shelf.index.voices[number_of[name]]) for name in ("copy", "n03-0", "n03-1")] == [0.5, 0.5, 1.0]


def test_a_removed_article_leaves_its_story_and_the_index():
    shelf = Shelf()
    shelf.add(archive())
    (before,) = shelf.stories_of(["n03-0"])
    arrival = shelf.add([], gone=["n03-0"])
    assert [story.articles for story in arrival.stories] == [("n03-1", "n03-2", "n03-3")]
    assert arrival.stories[0].story == before.story
    assert "n03-0" not in shelf.index.number_of
    arrival = shelf.add([], gone=["n03-1", "n03-2", "n03-3"])
    assert (arrival.stories, arrival.ended) == ([], [before.story])
    fresh = Shelf()
    fresh.add([one for one in archive() if not one.article.startswith("n03")])
    assert shelf.groups() == fresh.groups()


def test_a_new_state_of_an_article_takes_the_place_of_the_old():
    shelf = Shelf()
    shelf.add(archive())
    shelf.add([dataclasses.replace(report("x", 7, day="2031-08-11"), article="n03-0")])
    assert shelf.stories_of(["n03-0"])[0].articles == ("n03-0", "n07-0", "n07-1", "n07-2", "n07-3")
    assert shelf.stories_of(["n03-1"])[0].articles == ("n03-1", "n03-2", "n03-3")
    assert len(shelf.index.number_of) == 48


def test_a_text_that_was_set_aside_goes():
    shelf = Shelf()
    shelf.add(archive())
    shelf.add([StoryFeatures(article="n03-0", has_text=False)])
    assert shelf.stories_of(["n03-0"]) == []


def test_nothing_comes_to_nothing():
    shelf = Shelf()
    arrival = shelf.add([])
    assert (arrival.stories, arrival.ended, arrival.index.record) == ([], [], StoryIndex())


def test_one_article_twice_is_refused():
    with pytest.raises(InputError, match="one article"):
        Shelf().add([report("a", 1), report("a", 2)])


def test_arrivals_are_split_by_day_whatever_their_order():
    days = {"c": "2031-02-01", "a": None, "b": "2031-01-01", "d": "2031-02-01"}
    assert split_arrivals(days, 2) == [["b", "c"], ["d", "a"]]
    assert split_arrivals(dict(reversed(days.items())), 2) == [["b", "c"], ["d", "a"]]
    assert split_arrivals({}) == []


def test_ids_outlast_an_index_that_is_built_anew():
    everything, shelf = archive(), Shelf()
    for start in range(4):
        shelf.add(everything[start::4])
    before = {story.articles: story.story for story in shelf.told.values()}
    for limits in (NEAR, ArrivalLimits()):
        shelf.index = open_index(StoryIndex())
        for start in range(2):
            shelf.add(everything[start::2], limits)
        assert {story.articles: story.story for story in shelf.told.values()} == before


def test_the_story_that_a_later_one_continues_is_found_however_many_days_lie_between():
    shelf = Shelf()
    shelf.add(archive())
    sequel = report("late", 3, day="2033-09-12")
    arrival = shelf.add([sequel])
    assert [story.articles for story in arrival.stories] == [("late",)]
    assert set(arrival.kin) == {"n03-0", "n03-1", "n03-2", "n03-3"}


def test_part_of_an_archive_is_linked_by_what_terms_weigh_in_the_whole():
    shelf, everything = Shelf(), [*archive(), *(report(f"z{number}", number, day="2033-01-01") for number in range(12))]
    shelf.add(everything)
    told = sorted(shelf.told.values(), key=lambda story: story.articles)
    whole = link_storylines(told, everything, SETTINGS)
    line = next(line for line in whole if len(line.stories) == 2)
    part = [story for story in told if story.story in line.stories]
    inside = [one for one in everything if any(one.article in story.articles for story in part)]
    assert link_storylines(part, inside, SETTINGS, shelf.index) == [line]
