"""What became of a story is kept with it, in words."""

from __future__ import annotations

from firsthand.model import Story
from firsthand.stories import Naming, explain_changes, keep_history


def story(name: str, *articles: str, aliases: tuple[str, ...] = (), history: tuple[str, ...] = ()) -> Story:
    return Story(
        story=name,
        title=name,
        title_article=articles[0],
        articles=articles,
        members=(),
        aliases=aliases,
        history=history,
    )


def changes(now: list[Story], before: list[Story]) -> list[Story]:
    names = [Naming(each.story, each.aliases) for each in now]
    return keep_history(now, before, explain_changes([each.articles for each in now], names, before))


def test_a_story_that_went_up_in_another_is_told_there_with_what_it_had_been_told() -> None:
    before = [story("s1", "a", "b", history=("s0 went up in s1",)), story("s2", "c", history=("s9 went up in s2",))]
    (now,) = changes([story("s1", "a", "b", "c", aliases=("s0", "s2", "s9"))], before)
    assert now.history[:2] == ("s0 went up in s1", "s9 went up in s2")
    assert now.history[2:] == ("s2 went up in s1, which holds 1 of its 1 articles",)


def test_a_story_that_parted_says_from_which() -> None:
    before = [story("s1", "a", "b", "c")]
    one, other = changes([story("s1", "a", "b"), story("s3", "c")], before)
    assert one.history == ()
    assert other.history == ("s1 gave articles to s3, which holds 1 of its 3 articles",)


def test_nothing_is_told_twice_and_nothing_of_stories_that_grow() -> None:
    before = [story("s1", "a", history=("s2 went up in s1, which holds 1 of its 1 articles",))]
    (now,) = changes([story("s1", "a", "b", aliases=("s2",))], before)
    assert now.history == before[0].history
    (again,) = changes([now], [now])
    assert again == now
