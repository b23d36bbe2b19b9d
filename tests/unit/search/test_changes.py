"""What a later run changed in a story."""

from __future__ import annotations

from firsthand.archive import ArticlePlace
from firsthand.model import Figure, FigureValue, ListedStory, Span
from firsthand.search.changes import note_changes

STORY = ListedStory(story="s", title="t", date=None, articles=3, origins=2, storyline=None, outlets=())
PLACES = [
    ArticlePlace("a", None, "s", b"", "o1"),
    ArticlePlace("b", None, "s", b"", "o1"),
    ArticlePlace("c", None, "s", b"", "o2"),
]


def _figure(**values):
    told = [FigureValue(article=name, origin=None, span=Span(0, 1), value=value) for name, value in values.items()]
    return Figure(
        figure="f",
        stories=("s",),
        what="dead",
        kind="count",
        relation="update",
        reason="",
        origins=(),
        values=tuple(told),
    )


def _noted(arrivals, figures=()):
    (story,) = note_changes([STORY], PLACES, arrivals, list(figures))
    return story


def test_a_story_of_one_run_is_new_and_unchanged():
    story = _noted(dict.fromkeys("abc", (3, 3)), [_figure(a=5.0, b=7.0)])
    assert (story.first_run, story.last_run, story.origins_before, story.figures_changed) == (3, 3, None, ())


def test_another_origin_changes_it_and_another_copy_does_not():
    assert _noted({"a": (1, 1), "b": (1, 1), "c": (2, 2)}).origins_before == 1
    assert _noted({"a": (1, 1), "b": (2, 2), "c": (1, 1)}).origins_before is None


def test_another_value_changes_its_numbers_and_the_same_value_does_not():
    arrivals = {"a": (1, 1), "b": (1, 1), "c": (2, 2)}
    assert _noted(arrivals, [_figure(a=5.0, c=7.0)]).figures_changed == ("dead",)
    assert _noted(arrivals, [_figure(a=5.0, c=5.0)]).figures_changed == ()
    assert _noted(arrivals, [_figure(c=7.0)]).figures_changed == ()


def test_a_new_state_of_an_article_can_change_its_numbers():
    story = _noted({"a": (1, 1), "b": (1, 2), "c": (1, 1)}, [_figure(a=5.0, b=6.0)])
    assert (story.last_run, story.origins_before, story.figures_changed) == (2, None, ("dead",))


def test_a_story_without_articles_at_hand_stays_as_it_is():
    assert note_changes([STORY], [], {}, []) == [STORY]
