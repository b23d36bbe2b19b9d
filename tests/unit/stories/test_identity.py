from __future__ import annotations

from firsthand.model import Story, record_id
from firsthand.stories.identity import assign_ids, explain_changes


def story(name: str, *articles: str, aliases: tuple[str, ...] = ()) -> Story:
    return Story(story=name, title="t", title_article=articles[0], articles=articles, members=(), aliases=aliases)


def test_a_new_story_is_named_after_its_first_article():
    assert assign_ids([["b", "a"]], []) == [(record_id("story", "a"), ())]


def test_an_id_stays_when_an_earlier_article_comes():
    assert assign_ids([["a", "b", "c"]], [story("old", "b", "c")]) == [("old", ())]


def test_merged_stories_keep_the_larger_id_and_the_other_as_alias():
    found = assign_ids([["a", "b", "c"]], [story("one", "a"), story("two", "b", "c", aliases=("zero",))])
    assert found == [("two", ("one", "zero"))]


def test_after_a_split_the_larger_part_keeps_the_id():
    found = assign_ids([["a"], ["b", "c"]], [story("old", "a", "b", "c")])
    assert found == [(record_id("story", "a"), ()), ("old", ())]


def test_an_id_is_never_given_twice():
    taken = record_id("story", "a")
    found = assign_ids([["a"], ["b", "c"]], [story(taken, "a", "b", "c")])
    assert found == [(record_id("story", "a", "2"), ()), (taken, ())]


def test_order_of_groups_and_of_previous_does_not_matter():
    groups = [["a", "x"], ["b", "c"], ["d"]]
    previous = [story("p", "a", "b"), story("q", "x", "c"), story("r", "d")]
    straight = dict(zip(map(tuple, groups), assign_ids(groups, previous), strict=True))
    turned = dict(zip(map(tuple, groups[::-1]), assign_ids(groups[::-1], previous[::-1]), strict=True))
    assert straight == turned


def test_an_id_that_others_have_is_not_given():
    first = record_id("story", "a")
    assert assign_ids([["a"]], [], lambda name: name == first) == [(record_id("story", "a", "2"), ())]


def test_merges_and_splits_are_told_with_their_reasons():
    previous = [story("one", "a"), story("two", "b", "c"), story("three", "d", "e", "f"), story("same", "g")]
    groups = [["a", "b", "c", "d"], ["e", "f"], ["g"]]
    changes = explain_changes(groups, assign_ids(groups, previous), previous)
    assert [(change.old, change.new, change.is_merge) for change in changes] == [
        ("one", "two", True),
        ("three", "two", False),
    ]
    assert changes[0].reason == "went up in two, which holds 1 of its 1 articles"
    assert changes[1].reason == "gave articles to two, which holds 1 of its 3 articles"
