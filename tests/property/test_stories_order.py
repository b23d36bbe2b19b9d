"""Order of input never changes stories; ids stay as articles are added."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Story
from firsthand.stories import StoryFeatures, StorySettings, group_stories, link_storylines
from firsthand.stories.identity import assign_ids

SETTINGS = StorySettings()
WORDS = "mill fire osby bakers lusk strike ferry quenby dam river talks water bread union miller".split()
DAYS = (None, "2031-05-01", "2031-05-02", "2031-06-20")


@st.composite
def archives(draw: st.DrawFn) -> list[StoryFeatures]:
    count = draw(st.integers(min_value=1, max_value=9))
    found = []
    for number in range(count):
        words = draw(st.dictionaries(st.sampled_from(WORDS), st.integers(1, 3), max_size=8))
        found.append(
            StoryFeatures(
                article=f"a{number}",
                words=words,
                opening=dict.fromkeys(words, 1),
                names={word.title(): 1 for word in list(words)[:2]},
                event_date=draw(st.sampled_from(DAYS)),
                title=" ".join(words),
            )
        )
    return found


@given(archives(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_order_of_input_does_not_matter(archive, random):
    shuffled = archive[:]
    random.shuffle(shuffled)
    stories = group_stories(archive, [], [], SETTINGS)
    assert group_stories(shuffled, [], [], SETTINGS) == stories
    turned = stories[:]
    random.shuffle(turned)
    assert link_storylines(turned, shuffled, SETTINGS) == link_storylines(stories, archive, SETTINGS)


@given(archives())
@settings(max_examples=40, deadline=None)
def test_every_article_is_in_exactly_one_story(archive):
    stories = group_stories(archive, [], [], SETTINGS)
    assert sorted(article for story in stories for article in story.articles) == [one.article for one in archive]
    assert len({story.story for story in stories}) == len(stories)


@given(archives(), st.integers(0, 9))
@settings(max_examples=40, deadline=None)
def test_every_old_id_leads_to_a_story_after_more_articles_came(archive, number):
    before = group_stories(archive[number:], [], [], SETTINGS)
    after = group_stories(archive, [], before, SETTINGS)
    led = {name for story in after for name in (story.story, *story.aliases)}
    assert {story.story for story in before} <= led
    assert group_stories(archive, [], after, SETTINGS) == after


@given(st.lists(st.integers(0, 3), min_size=1, max_size=10), st.lists(st.integers(0, 3), min_size=10, max_size=10))
@settings(max_examples=60, deadline=None)
def test_ids_and_aliases_never_collide(now, then):
    names = [f"a{number}" for number in range(len(now))]
    groups = [[name for name, place in zip(names, now, strict=True) if place == group] for group in sorted(set(now))]
    previous = [
        Story(
            story=f"s{group}",
            title="",
            title_article="",
            articles=tuple(name for name, place in zip(names, then, strict=False) if place == group),
            members=(),
        )
        for group in range(4)
    ]
    found = [name for story, aliases in assign_ids(groups, previous) for name in (story, *aliases)]
    assert len(set(found)) == len(found)
