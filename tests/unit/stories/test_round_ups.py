from __future__ import annotations

import pytest
from tests.unit.stories.conftest import FERRY, FERRY_ALSO, STRIKE, STRIKE_ALSO

from firsthand.stories import StorySettings, describe_article, group_stories

SETTINGS = StorySettings()


@pytest.mark.parametrize(
    "headline",
    [
        "World in brief",
        "Morning briefing: ferry sinks off Quenby, bakers strike",
        "The week in pictures",
        "Five things to know for Tuesday",
        "Nachrichten im Überblick",
        "Das Wichtigste vom Tag",
        "Revue de presse : le naufrage de Quenby",
        "Titulares del día",
        "Главное за неделю",
        "Günün öne çıkan haberleri",
        "أبرز عناوين الصحف",
        "今日要闻",
    ],
)
def test_a_headline_says_that_a_page_is_a_round_up(headline, make_article):
    assert describe_article(make_article("a", FERRY, headline), SETTINGS).is_round_up


@pytest.mark.parametrize(
    "headline",
    [
        None,
        "Ministry holds press briefing on ferry",
        "A brief in the case of the ferry",
        "Police round up twelve after bakers' strike",
        "Bakers live on forty crowns",
        "Review of ferry safety ordered",
    ],
)
def test_ordinary_headlines_do_not(headline, make_article):
    assert not describe_article(make_article("a", FERRY, headline), SETTINGS).is_round_up


def test_a_live_page_is_one_only_where_its_text_falls_into_several_affairs(make_article):
    two = f"{FERRY}\n{STRIKE}\n{FERRY_ALSO}\n{STRIKE_ALSO}"
    for text, expected in ((two, True), (f"{FERRY}\n{FERRY_ALSO}", False), (FERRY, False)):
        assert describe_article(make_article("a", text, "Live updates: Tuesday"), SETTINGS).is_round_up is expected
    assert not describe_article(make_article("a", two, "Ferry and bread"), SETTINGS).is_round_up


def test_a_round_up_is_in_no_other_story_and_says_so(make_article):
    given = [
        make_article("a", FERRY, "Ferry sinks off Quenby"),
        make_article("b", FERRY_ALSO, "Search for survivors of Marbella Star"),
        make_article("c", f"{FERRY_ALSO}\n{STRIKE}", "Evening briefing"),
    ]
    found = group_stories([describe_article(one, SETTINGS) for one in given], [], [], SETTINGS)
    assert [story.articles for story in found] == [("a", "b"), ("c",)]
    assert "round-up or live page of several affairs" in found[1].members[0].reasons[0]
