from __future__ import annotations

from firsthand.stories import StorySettings, describe_article, group_stories, link_storylines

SETTINGS = StorySettings()


def storylines_of(articles):
    features = [describe_article(article, SETTINGS) for article in articles]
    stories = group_stories(features, [], [], SETTINGS)
    return {story.articles[0]: story.story for story in stories}, link_storylines(stories, features, SETTINGS)


def test_a_sequel_is_linked_and_a_look_alike_of_another_topic_is_not(archive):
    names, storylines = storylines_of(archive)
    assert len(storylines) == 1
    (storyline,) = storylines
    assert storyline.stories == (names["c1"], names["d1"])
    (link,) = storyline.links
    assert (link.source, link.target) == (names["c1"], names["d1"])
    assert "the second round and the third" in link.reasons
    assert "14 days later" in link.reasons
    assert any(reason.startswith("same main names: ") and "Halm" in reason for reason in link.reasons)
    assert any(reason.startswith("same topic: ") and "dam" in reason for reason in link.reasons)


def test_too_many_years_between_two_stories_break_the_line(archive, make_article):
    later = make_article("f1", archive[5].text, archive[5].headline, event_date="2036-05-28")
    assert storylines_of([archive[4], later])[1] == []


def test_one_story_is_no_storyline(archive):
    assert storylines_of(archive[:1])[1] == []
    assert link_storylines([], [], SETTINGS) == []


def test_references_are_told(make_article, archive):
    text = archive[5].text + " It was the first meeting since 2031. They had last met on 14 May 2031."
    sequel = make_article("f1", text, archive[5].headline, event_date="2032-06-02")
    _, (storyline,) = storylines_of([archive[4], sequel])
    reasons = storyline.links[0].reasons
    assert reasons[:2] == ("refers back: the first meeting since 2031", "refers back to 14 May 2031")
    assert "13 months later" in reasons
