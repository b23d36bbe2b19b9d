from __future__ import annotations

from firsthand.stories import StoryFeatures
from firsthand.stories.references import explain_references


def one(**fields: object) -> tuple[StoryFeatures, ...]:
    return (StoryFeatures(article="x", **fields),)  # type: ignore[arg-type]


def test_an_announced_day_is_told():
    assert explain_references(one(days=("2031-05-28",)), one(), "2031-05-14", "2031-05-28") == [
        "announced for 28 May 2031"
    ]


def test_the_same_row_is_told_and_ordinals_beyond_the_words_are_spelled():
    assert explain_references(one(rows={"round": 5}), one(rows={"round": 5}), None, None) == [
        "both tell of the fifth round"
    ]
    assert explain_references(one(rows={"round": 21}), one(rows={"round": 22}), None, None) == [
        "the 21st round and the 22nd"
    ]


def test_nothing_is_told_where_nothing_is_said():
    assert explain_references(one(), one(), "2031-05-14", None) == []
