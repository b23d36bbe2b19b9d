"""Corrections laid over any grouping, in any number: every article stays in exactly one story, and none is lost."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Correction, Lineage, Member, Story
from firsthand.stories import StoryFeatures, StorySettings, correct_stories, corrected_articles

ARTICLES = [f"article-{number}" for number in range(9)]


class Shelf:
    """Holdings of articles that have a title each and share nothing."""

    def features(self, articles: Sequence[str]) -> list[StoryFeatures]:
        return [StoryFeatures(article=article, title=article, published="2031-03-14") for article in articles]

    def lineages(self, articles: Sequence[str]) -> list[Lineage]:
        return []

    def stories_of(self, articles: Sequence[str]) -> list[Story]:
        return []

    def stories(self, ids: Sequence[str]) -> list[Story]:
        return []


def tell(homes: Sequence[int]) -> list[Story]:
    """Stories from the number of the story that each article is in."""
    groups = {home: [ARTICLES[place] for place, each in enumerate(homes) if each == home] for home in homes}
    return [
        Story(
            story=f"story-{home}",
            title="as told",
            title_article=articles[0],
            articles=tuple(articles),
            members=tuple(Member(article=each, reasons=("same names",)) for each in articles),
            aliases=(f"old-{home}",),
        )
        for home, articles in sorted(groups.items())
    ]


_GROUPINGS = st.lists(st.integers(0, 4), min_size=len(ARTICLES), max_size=len(ARTICLES)).map(tell)
_SOME = st.lists(st.sampled_from(ARTICLES), min_size=1, max_size=4, unique=True).map(tuple)
_ONE = st.sampled_from(ARTICLES).map(lambda article: (article,))
_ASKED = st.one_of(
    st.tuples(st.just("merge"), st.lists(_SOME, min_size=2, max_size=3)),
    st.tuples(st.just("split"), st.tuples(_SOME, _ONE, _ONE).map(list)),
    st.tuples(st.just("move"), st.tuples(_ONE, _SOME).map(list)),
    st.tuples(st.just("name"), _SOME.map(lambda anchor: [anchor, ()])),
)
_CORRECTIONS = st.lists(_ASKED, max_size=5).map(
    lambda asked: [
        Correction(
            correction=f"correction-{number}",
            kind=kind,
            of=("any", "a title"),
            by="Mara",
            made="2031-03-20",
            anchors=tuple(anchors),
        )
        for number, (kind, anchors) in enumerate(asked, start=1)
    ]
)


@settings(max_examples=60, deadline=None)
@given(_GROUPINGS, _CORRECTIONS)
def test_every_article_is_in_one_story_and_every_id_leads_to_one(
    told: list[Story], corrections: list[Correction]
) -> None:
    shown = correct_stories(told, corrections, Shelf(), StorySettings())
    assert sorted(article for story in shown for article in story.articles) == ARTICLES
    names = [name for story in shown for name in (story.story, *story.aliases)]
    assert len(names) == len(set(names))
    assert {name for story in told for name in (story.story, *story.aliases)} <= set(names)
    for story in shown:
        assert tuple(member.article for member in story.members) == story.articles
        assert all(member.reasons for member in story.members)
        assert all(member.next_best != story.story for member in story.members)
    assert shown == correct_stories(told[::-1], corrections, Shelf(), StorySettings())
    assert set(corrected_articles(corrections)) <= set(ARTICLES)


@settings(max_examples=60, deadline=None)
@given(_GROUPINGS, _CORRECTIONS)
def test_a_story_that_no_correction_touches_comes_back_as_it_was(
    told: list[Story], corrections: list[Correction]
) -> None:
    touched = set(corrected_articles(corrections))
    shown = {story.story: story for story in correct_stories(told, corrections, Shelf(), StorySettings())}
    for story in told:
        if touched.isdisjoint(story.articles):
            assert shown[story.story] == story


@settings(max_examples=60, deadline=None)
@given(_GROUPINGS, _GROUPINGS)
def test_what_was_merged_is_one_story_however_the_program_groups_it_later(
    before: list[Story], after: list[Story]
) -> None:
    if len(before) < 2:
        return
    pair = before[:2]
    merge = Correction(
        correction="correction-1",
        kind="merge",
        of=tuple(story.story for story in pair),
        by="Mara",
        made="2031-03-20",
        anchors=tuple(story.articles for story in pair),
    )
    shown = correct_stories(after, [merge], Shelf(), StorySettings())
    (home,) = [story for story in shown if pair[0].articles[0] in story.articles]
    assert {article for story in pair for article in story.articles} <= set(home.articles)
