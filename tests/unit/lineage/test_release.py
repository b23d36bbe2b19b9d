"""A press release is a source like another: what is printed from it is its account."""

from __future__ import annotations

from firsthand.lineage import LineageSettings, StockText, align_pair, group_origins, judge_lineage
from firsthand.model import Article, Member, Source, Span, Story

TEXT = (
    "The Orlan Water Company said on Monday that it would close its works at Tarn by the end of the year. "
    "The company will move its pumps to the new station at Belm, where sixty people are to be employed. "
    "Managing director Ilse Kandor called the decision painful but necessary after three years of losses. "
)


def make(article: str, text: str, **fields: str) -> Article:
    source = Source(sha256=article, bytes_kept=1)
    return Article(article=article, text=text, body=(Span(0, len(text)),), source=source, **fields)  # type: ignore[arg-type]


def test_a_release_and_its_reprint_are_the_releases_origin() -> None:
    release = make("release", TEXT, kind="release", outlet="Orlan Water")
    printed = make("printed", TEXT, outlet="The Tarn Post")
    settings = LineageSettings()
    a, b = sorted((release, printed), key=lambda each: each.article)
    passages = align_pair(a, b, StockText(), settings)
    lineage = judge_lineage(a, b, passages, settings)
    assert lineage is not None
    members = tuple(Member(article=each.article, reasons=("same",)) for each in (a, b))
    story = Story(story="s", title="t", title_article="release", articles=("printed", "release"), members=members)
    origins = group_origins([story], {"release": release, "printed": printed}, [lineage], passages, settings)
    assert [origin.articles for origin in origins] == [("printed", "release")]
    assert origins[0].name.startswith("press release by Orlan Water: “The Orlan Water Company said on Monday")
    assert not origins[0].inferred
