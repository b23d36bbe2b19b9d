from __future__ import annotations

import dataclasses

import pytest

from firsthand.errors import InputError
from firsthand.model import Direction, Lineage, Relation
from firsthand.stories import StorySettings, describe_article, group_stories

SETTINGS = StorySettings()


def describe(articles):
    return [describe_article(article, SETTINGS) for article in articles]


def lineage(a: str, b: str, containment_a: float, containment_b: float) -> Lineage:
    return Lineage(
        a=a,
        b=b,
        relation=Relation.COMMON,
        direction=Direction.UNKNOWN,
        containment_a=containment_a,
        containment_b=containment_b,
    )


def grouped(stories) -> set[tuple[str, ...]]:
    return {story.articles for story in stories}


def test_affairs_look_alikes_and_sequels_are_told_apart(archive):
    stories = group_stories(describe(archive), [], [], SETTINGS)
    assert grouped(stories) == {("a1", "a2"), ("b1", "b2"), ("c1",), ("d1",), ("e1",)}


def test_a_story_has_day_outlets_title_and_reasons(archive):
    ferry = group_stories(describe(archive), [], [], SETTINGS)[0]
    assert (ferry.date, ferry.outlets) == ("2031-03-04", 1)
    assert ferry.title_article in ferry.articles
    reasons = ferry.members[0].reasons
    assert "same day: 4 March 2031" in reasons
    assert any(reason.startswith("same names: ") and "Marbella Star" in reason for reason in reasons)
    assert "same numbers: 112" in reasons
    assert ferry.members[0].margin is not None
    assert ferry.members[0].margin > 0


def test_without_event_days_the_first_day_of_publication_is_the_storys(archive):
    strike = next(story for story in group_stories(describe(archive), [], [], SETTINGS) if "b1" in story.articles)
    assert strike.date == "2031-03-07"
    assert "published on its day" in strike.members[0].reasons


def test_one_alone_says_so(archive):
    alone = group_stories(describe(archive[:1]), [], [], SETTINGS)[0]
    assert alone.members[0].reasons == ("stands alone: no other article is close enough",)
    assert (alone.members[0].margin, alone.members[0].next_best) == (None, None)


def test_copied_text_joins_what_words_do_not_and_is_the_strongest_reason(make_article):
    articles = [
        make_article("a", "The mill at Osby burned down.", "Fire"),
        make_article("b", "Quarter results of the Lusk bakery disappoint.", "Bread"),
    ]
    assert len(group_stories(describe(articles), [], [], SETTINGS)) == 2
    joined = group_stories(describe(articles), [lineage("a", "b", 0.67, 0.37)], [], SETTINGS)
    assert grouped(joined) == {("a", "b")}
    assert joined[0].members[0].reasons[0] == "shares 67 % of its text with b"


def test_a_clash_of_days_outweighs_copied_text(archive):
    talks = [archive[4], dataclasses.replace(archive[4], article="c2", event_date="2031-05-28")]
    assert len(group_stories(describe(talks), [lineage("c1", "c2", 0.9, 0.9)], [], SETTINGS)) == 2


def test_a_round_up_that_holds_a_whole_report_does_not_become_one_voice_with_it(make_article):
    articles = [
        make_article("a", "The mill at Osby burned down.", "Fire"),
        make_article("b", "Quarter results of the Lusk bakery disappoint.", "Bread"),
        make_article("r", "Much else happened elsewhere in Tolmar.", "The week"),
    ]
    links = [lineage("a", "r", 1.0, 0.03), lineage("b", "r", 1.0, 0.03)]
    assert ("a", "b", "r") not in grouped(group_stories(describe(articles), links, [], SETTINGS))


def test_what_was_set_aside_is_in_no_story(archive, make_article):
    broken = make_article("z", "404 Not found", body=())
    stories = group_stories(describe([*archive, broken]), [], [], SETTINGS)
    assert "z" not in {article for story in stories for article in story.articles}
    assert group_stories(describe([broken]), [], [], SETTINGS) == []


def test_no_articles_no_stories():
    assert group_stories([], [], [], SETTINGS) == []


def test_one_article_twice_is_refused(archive):
    with pytest.raises(InputError, match="one article"):
        group_stories(describe([archive[0], archive[0]]), [], [], SETTINGS)


def test_an_article_without_any_word_stands_alone(archive, make_article):
    stories = group_stories(describe([*archive, make_article("z", "the of and", None)]), [], [], SETTINGS)
    assert ("z",) in grouped(stories)


def test_ids_stay_when_an_article_is_added(archive, make_article):
    before = group_stories(describe(archive[1:]), [], [], SETTINGS)
    after = group_stories(describe(archive), [], before, SETTINGS)
    kept = {story.story: story.articles for story in after}
    for story in before:
        assert set(story.articles) <= set(kept[story.story])
