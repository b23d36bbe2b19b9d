from __future__ import annotations

from firsthand.model import Span
from firsthand.stories import StoryFeatures
from firsthand.stories.titles import choose_title


def member(name: str, title: str, words: str, **fields: object) -> StoryFeatures:
    given = {"has_headline": True, "language": "en"} | fields
    return StoryFeatures(article=name, title=title, words=dict.fromkeys(words.split(), 1), **given)  # type: ignore[arg-type]


def voices(*members: StoryFeatures) -> dict[str, float]:
    return {one.article: 1.0 for one in members}


def test_the_headline_that_most_members_support_wins():
    inside = (
        member("a", "Miller speaks of his grandfather", "mill osby fire miller grandfather"),
        member("b", "Fire destroys mill at Osby", "mill osby fire destroys"),
        member("c", "Blaze at Osby", "mill osby fire blaze destroys"),
    )
    assert choose_title(inside, voices(*inside)).article == "b"


def test_a_much_copied_report_speaks_once():
    copies = [member(name, "Ministers travel north", "ministers travel north train") for name in "abc"]
    own = [
        member(name, "Fire destroys mill at Osby", f"fire destroys mill osby {word}")
        for name, word in (("d", "smoke"), ("e", "flames"))
    ]
    weights = {"a": 1 / 3, "b": 1 / 3, "c": 1 / 3, "d": 1.0, "e": 1.0}
    assert choose_title([*copies, *own], weights).article == "d"


def test_a_headline_goes_before_a_sentence_and_the_storys_language_before_another():
    inside = (
        member("a", "Fire destroys mill at Osby in the night.", "fire mill osby", has_headline=False),
        member("b", "Feuer in Osby", "feuer osby", language="de"),
        member("c", "Osby burns", "fire mill osby burns", title_span=Span(3, 13)),
    )
    chosen = choose_title(inside, voices(*inside))
    assert (chosen.text, chosen.article, chosen.span) == ("Osby burns", "c", Span(3, 13))


def test_a_story_without_any_title_is_named_by_its_article():
    assert choose_title([member("a", "", "fire")], {"a": 1.0}).text == "a"
