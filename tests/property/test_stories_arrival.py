"""What arrival may not get wrong: no pair that could matter is passed over, no article is lost, no id given twice."""

from __future__ import annotations

import dataclasses

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.stories import ArrivalLimits, StoryFeatures, StoryIndex, StorySettings, arrive, open_index
from firsthand.stories.closeness import tell_apart
from firsthand.stories.opened_index import add_block
from firsthand.stories.surroundings import bound_closeness
from firsthand.stories.term_index import make_block
from firsthand.stories.weighting import count_terms

SETTINGS = StorySettings()
NEAR = ArrivalLimits(small_archive=0, regrouped_archive=0)
WORDS = "mill fire osby bakers lusk strike ferry quenby dam river talks met visit water union miller".split()
DAYS = (None, "2031-05-01", "2031-05-02", "2031-05-08", "2031-06-20")


@st.composite
def articles(draw: st.DrawFn, least: int = 2, most: int = 12) -> list[StoryFeatures]:
    found = []
    for number in range(draw(st.integers(least, most))):
        words = draw(st.dictionaries(st.sampled_from(WORDS), st.integers(1, 3), max_size=8))
        found.append(
            StoryFeatures(
                article=f"a{number:02}",
                language=draw(st.sampled_from(["en", "de", None])),
                words=words,
                opening=dict.fromkeys(words, 1),
                names={word.title(): 1 for word in list(words)[:2]},
                persons=tuple(sorted(draw(st.sets(st.sampled_from(["halm", "deveril", "orsik"]))))),
                event_date=draw(st.sampled_from(DAYS)),
                published=draw(st.sampled_from(DAYS)),
                not_before=draw(st.sampled_from(DAYS)),
                weekday=draw(st.sampled_from([None, 0, 3])),
                rows=draw(st.sampled_from([{}, {"visit": 2}, {"visit": 3}])),
                title=" ".join(words),
            )
        )
    return found


@given(articles(), st.floats(0.0, 1.0))
@settings(max_examples=60, deadline=None)
def test_no_pair_is_closer_than_its_bound(known, value):
    index = open_index(StoryIndex())
    index = add_block(index, make_block(known, map(count_terms, known), index.hashes), [1.0] * len(known))
    firsts, seconds = np.triu_indices(len(known), 1)
    bounds = bound_closeness(index, firsts, seconds, np.full(len(firsts), value), SETTINGS)
    for one, other, bound in zip(firsts.tolist(), seconds.tolist(), bounds.tolist(), strict=True):
        told = tell_apart(known[one], known[other], value, SETTINGS)
        assert told <= bound + 1e-9 or told <= 0


class Shelf:
    def __init__(self):
        self.known, self.told, self.given = {}, {}, set()
        self.index = open_index(StoryIndex())

    def features(self, articles):
        return [self.known[article] for article in articles]

    def lineages(self, articles):
        return []

    def stories_of(self, articles):
        return [story for story in self.told.values() if not set(articles).isdisjoint(story.articles)]

    def stories(self, ids):
        return [story for story in self.told.values() if not set(ids).isdisjoint((story.story, *story.aliases))]

    def add(self, features, limits):
        arrival = arrive(features, self.index, self, SETTINGS, limits=limits)
        self.index = arrival.index
        self.known |= {one.article: one for one in features}
        for story in arrival.ended:
            del self.told[story]
        self.told |= {story.story: story for story in arrival.stories}
        self.given |= {story.story for story in arrival.stories}
        return arrival


@given(
    articles(4, 16), st.lists(st.integers(0, 16), max_size=3), st.sampled_from([NEAR, ArrivalLimits(small_archive=6)])
)
@settings(max_examples=50, deadline=None)
def test_every_article_is_in_one_story_and_every_id_leads_to_one(known, cuts, limits):
    shelf, seen = Shelf(), 0
    for cut in [*sorted(cuts), len(known)]:
        portion = known[seen:cut]
        seen = max(seen, min(cut, len(known)))
        shelf.add(portion, limits)
        held = sorted(article for story in shelf.told.values() for article in story.articles)
        assert held == sorted(shelf.known)
        names = [name for story in shelf.told.values() for name in (story.story, *story.aliases)]
        assert len(set(names)) == len(names)
        assert shelf.given <= set(names)
        assert shelf.index.articles == tuple(dict.fromkeys(shelf.index.articles))
        for story in shelf.told.values():
            assert [member.article for member in story.members] == list(story.articles)


@given(articles(4, 14), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_order_within_one_arrival_does_not_matter(known, random):
    half = len(known) // 2
    found = []
    for _ in range(2):
        shelf = Shelf()
        shelf.add(known[:half], NEAR)
        new = known[half:]
        random.shuffle(new)
        found.append((shelf.add(new, NEAR).stories, shelf.index.record))
    assert found[0] == found[1]


@given(articles(4, 14))
@settings(max_examples=30, deadline=None)
def test_the_same_article_again_changes_nothing(known):
    shelf = Shelf()
    shelf.add(known, NEAR)
    before = {story.articles for story in shelf.told.values()}
    shelf.add(known, ArrivalLimits())
    again = Shelf()
    again.add([dataclasses.replace(one) for one in known], ArrivalLimits())
    assert {story.articles for story in shelf.told.values()} == {story.articles for story in again.told.values()}
    assert len(before) > 0
