"""Articles of a hundred characters that share what a test says they share, and their origins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from firsthand.lineage import LineageSettings, group_origins, judge_lineage
from firsthand.model import (
    Article,
    Credit,
    CreditRole,
    Direction,
    Lineage,
    Origin,
    Passage,
    PassageKind,
    Source,
    Span,
    Story,
)

__all__ = ["Shared", "group", "make", "members"]

SETTINGS = LineageSettings()
Shared = tuple[str, str, tuple[int, int], tuple[int, int]]  # a, b, and where it stands in each


def make(
    name: str, *, full: Iterable[str] = (), partial: Iterable[str] = (), length: int = 100, **fields: Any
) -> Article:
    """An article with these credits."""
    named = [Credit(name=source, span=Span(0, 1), role=CreditRole.FULL) for source in full]
    named += [Credit(name=source, span=Span(0, 1), role=CreditRole.PARTIAL) for source in partial]
    return Article(
        article=name,
        text="x" * length,
        body=(Span(0, length),),
        credits=tuple(named),
        source=Source(sha256="", bytes_kept=0),
        **fields,
    )


def _judge(a: Article, b: Article, passages: list[Passage], takers: Sequence[tuple[str, str]]) -> Lineage:
    lineage = judge_lineage(a, b, passages, SETTINGS)
    assert lineage is not None
    for taker, giver in takers:
        if {taker, giver} == {a.article, b.article}:
            direction = Direction.A_TO_B if giver == lineage.a else Direction.B_TO_A
            lineage = replace(lineage, direction=direction)
    return lineage


def group(
    articles: Sequence[Article],
    shared: Sequence[Shared] = (),
    stories: Sequence[Sequence[str]] = (),
    takers: Sequence[tuple[str, str]] = (),
) -> list[Origin]:
    """Their origins; `takers` names pairs of which the first is known to have the text from the second."""
    records = {article.article: article for article in articles}
    by_pair: dict[tuple[str, str], list[Passage]] = {}
    for a, b, a_span, b_span in shared:
        passage = Passage(
            a=a, b=b, a_span=Span(*a_span), b_span=Span(*b_span), kind=PassageKind.VERBATIM, similarity=1.0
        )
        by_pair.setdefault((a, b), []).append(passage)
    lineages = [_judge(records[a], records[b], found, takers) for (a, b), found in by_pair.items()]
    told = [
        Story(story=f"s{n}", title="", title_article=ids[0], articles=tuple(ids), members=())
        for n, ids in enumerate(stories)
    ]
    return group_origins(told, records, lineages, [each for found in by_pair.values() for each in found], SETTINGS)


def members(origins: Sequence[Origin]) -> list[tuple[str, ...]]:
    """Who is together."""
    return [origin.articles for origin in origins]
