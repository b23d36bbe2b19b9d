from __future__ import annotations

import dataclasses

from firsthand.stories import StoryFeatures, StorySettings, describe_article
from firsthand.stories.closeness import compare_neighbours, days_apart, find_clash
from firsthand.stories.weighting import weigh_articles

SETTINGS = StorySettings()


def features(name: str = "x", **fields: object) -> StoryFeatures:
    return StoryFeatures(article=name, **fields)  # type: ignore[arg-type]


def closeness_of(one: StoryFeatures, other: StoryFeatures) -> float:
    both = [one, other]
    return compare_neighbours(both, weigh_articles(both, [1.0, 1.0]), SETTINGS).pairs[0].get(1, 0.0)


def test_the_smaller_of_the_gaps_counts():
    one = features(published="2031-05-30", event_date="2031-05-14")
    assert days_apart(one, features(published="2031-05-15", event_date="2031-05-14")) == 0
    assert days_apart(one, features(published="2031-05-30", event_date="2031-05-02")) == 0
    assert days_apart(one, features(published="2031-05-14")) == 16
    assert days_apart(one, features(event_date="2031-05-02")) == 12


def test_a_day_before_which_an_article_cannot_be_counts_one_way():
    late = features(not_before="2031-05-14")
    assert days_apart(features(published="2031-05-02"), late) == 12
    assert days_apart(features(published="2031-05-20"), late) == 0
    assert days_apart(late, late) is None


def test_distant_days_clash_and_near_ones_do_not():
    first = features(event_date="2031-05-01")
    assert find_clash(first, features(event_date="2031-05-09"), SETTINGS) == "their main happenings are 8 days apart"
    assert find_clash(first, features(event_date="2031-05-08"), SETTINGS) is None
    assert find_clash(first, features(), SETTINGS) is None


def test_a_day_of_the_background_does_not_clash_where_both_appeared_on_one_day():
    one = features(event_date="2031-05-01", published="2031-05-20")
    assert find_clash(one, features(event_date="2031-05-19", published="2031-05-20"), SETTINGS) is None


def test_first_since_two_different_years_clashes():
    clash = find_clash(features(since={"visit": 2027}), features(since={"visit": 2029}), SETTINGS)
    assert clash == "one tells of the first visit since 2027, the other of the first since 2029"
    assert find_clash(features(since={"visit": 2027}), features(since={"strike": 2029}), SETTINGS) is None


def test_different_rounds_clash_only_where_the_openings_are_about_them():
    second = features(rows={"round": 2}, opening={"round": 1})
    third = features(rows={"round": 3}, opening={"round": 1})
    assert find_clash(second, third, SETTINGS)
    assert find_clash(second, dataclasses.replace(third, opening={"dam": 1}), SETTINGS) is None


def test_time_between_articles_takes_closeness_off_up_to_a_limit(make_article):
    text = "The mill at Osby burned down in the night and the miller Jarl Tove was hurt."
    base = describe_article(make_article("a", text), SETTINGS)
    at = [
        closeness_of(
            dataclasses.replace(base, published="2031-05-01"),
            dataclasses.replace(base, article="b", published=day),
        )
        for day in ("2031-05-01", "2031-05-11", "2031-12-01", "2039-12-01")
    ]
    assert at[0] > at[1] > at[2] == at[3]


def test_other_weekdays_count_only_where_there_is_no_date(make_article):
    text = "The mill at Osby burned down in the night and the miller Jarl Tove was hurt."
    one = dataclasses.replace(describe_article(make_article("a", text), SETTINGS), weekday=0)
    other = dataclasses.replace(one, article="b", weekday=3)
    near = dataclasses.replace(other, weekday=6)
    assert closeness_of(one, other) < closeness_of(one, near)
    dated = dataclasses.replace(one, published="2031-05-01")
    assert closeness_of(dated, other) == closeness_of(dated, near)


def test_the_same_leader_meeting_somebody_else_is_less_close(make_article):
    text = "President Viktor Halm met {} on the Ilmen dam in talks about river water."
    one = describe_article(make_article("a", text.format("Minister Orna Deveril")), SETTINGS)
    other = describe_article(make_article("b", text.format("Minister Tarik Sund")), SETTINGS)
    assert closeness_of(one, dataclasses.replace(other, persons=one.persons)) > closeness_of(one, other)


def test_across_languages_names_and_numbers_vote_alone(make_article):
    english = "The ferry Marbella Star sank off Quenby, Captain Ines Radlow said."
    russian = "Паром «Марбелла Стар» затонул, сообщила Инес Радлов."
    one = describe_article(make_article("a", english), SETTINGS)
    other = describe_article(make_article("b", russian, language="ru"), SETTINGS)
    unknown = dataclasses.replace(other, language=None)
    assert closeness_of(one, other) > closeness_of(one, unknown) > 0
