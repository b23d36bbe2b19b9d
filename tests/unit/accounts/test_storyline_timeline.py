"""The timeline of a storyline: one line for what several stories tell."""

from __future__ import annotations

from firsthand.accounts import AccountsSettings, merge_timelines
from firsthand.model import Article, Happening, Source, Span

SETTINGS = AccountsSettings()


def article(name: str, text: str, published: str) -> Article:
    source = Source(sha256="0" * 64, bytes_kept=len(text))
    return Article(
        article=name, text=text, published=published, language="en", body=(Span(0, len(text)),), source=source
    )


def line(story: str, told: Article, status: str, words: str, *origins: str) -> Happening:
    start = told.text.index(words)
    return Happening(
        story=story,
        storyline="line-1",
        date="2031-05-28",
        earliest="2031-05-28",
        latest="2031-05-28",
        article=told.article,
        span=Span(0, len(told.text)),
        time_span=Span(start, start + len(words)),
        status=status,
        origins=origins,
    )


PLAN = article("plan", "Both delegations agreed to hold the third round of the water talks on May 28.", "2031-05-14")
REPORT = article("report", "Delegations held the third round of the water talks on Wednesday.", "2031-05-28")
OTHER = article("other", "A lorry overturned near Norbury market on Wednesday, spilling apples.", "2031-05-28")


def test_what_was_planned_and_then_happened_is_one_line() -> None:
    lines = [line("s-1", PLAN, "planned", "May 28", "o-1"), line("s-2", REPORT, "happened", "Wednesday", "o-2", "o-1")]
    (merged,) = merge_timelines(lines, {each.article: each for each in (PLAN, REPORT)}, SETTINGS)
    assert (merged.status, merged.article, merged.story) == ("happened", "report", "s-2")
    assert merged.origins == ("o-1", "o-2")
    assert merged.supports == (("plan", Span(0, len(PLAN.text))),)


def test_what_is_planned_only_stays_planned() -> None:
    (merged,) = merge_timelines([line("s-1", PLAN, "planned", "May 28", "o-1")], {"plan": PLAN}, SETTINGS)
    assert merged.status == "planned"


def test_other_happenings_of_the_day_stay_apart_and_order_does_not_matter() -> None:
    lines = [line("s-1", OTHER, "happened", "Wednesday", "o-1"), line("s-2", REPORT, "happened", "Wednesday", "o-2")]
    articles = {each.article: each for each in (OTHER, REPORT)}
    merged = merge_timelines(lines, articles, SETTINGS)
    assert [each.article for each in merged] == ["other", "report"]
    assert merge_timelines(lines[::-1], dict(reversed(articles.items())), SETTINGS) == merged


def test_a_line_whose_article_is_missing_stays() -> None:
    told = line("s-1", PLAN, "planned", "May 28", "o-1")
    assert merge_timelines([told], {}, SETTINGS) == [told]
