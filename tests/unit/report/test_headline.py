from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.model import Origin
from firsthand.report import headline_number


def _origins(story, mixed):
    return [
        Origin(origin=f"or-{number}", name="x", stories=(story.story,), articles=(), mixed=is_mixed)
        for number, is_mixed in enumerate(mixed)
    ]


@pytest.mark.parametrize(
    ("articles", "outlets", "mixed", "sentence"),
    [
        (3, 2, [False, True, False], "3 articles, 2 known outlets, at most 3 independent origins, one of them mixed"),
        (1, 1, [False], "1 article, 1 known outlet, at most 1 independent origin"),
        (2, 0, [False, False], "2 articles, no known outlet, at most 2 independent origins"),
        (4, 4, [True, True, False], "4 articles, 4 known outlets, at most 3 independent origins, two of them mixed"),
        (1, 1, [True], "1 article, 1 known outlet, at most 1 independent origin, and it is mixed"),
        (
            1200,
            30,
            [True] * 12 + [False],
            "1,200 articles, 30 known outlets, at most 13 independent origins, 12 of them mixed",
        ),
    ],
)
def test_the_sentence(invented, articles, outlets, mixed, sentence):
    story = replace(
        invented.STORY,
        articles=tuple(f"a-{number}" for number in range(articles)),
        outlets=outlets,
        origins=len(mixed),
    )
    assert headline_number(story, _origins(story, mixed)) == sentence


def test_origins_of_other_stories_are_passed_over(invented):
    story = replace(invented.INQUIRY, origins=1)
    elsewhere = [
        Origin(origin="or-x", name="x", stories=("st-other",), articles=(), mixed=True),
        Origin(origin="or-y", name="y", stories=(story.story,), articles=()),
    ]
    assert "mixed" not in headline_number(story, elsewhere)
