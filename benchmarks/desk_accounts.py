"""Annotations and accounts of invented articles, as many and as long as the stages make them of news."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.affairs import Report
from firsthand.archive import Whereabouts
from firsthand.model import (
    Annotation,
    Article,
    Coverage,
    Figure,
    FigureValue,
    Happening,
    Mention,
    Quotation,
    Span,
    Statement,
    StatementSentence,
    Story,
    Utterance,
    UtteranceInstance,
)

__all__ = ["annotate", "put_side_by_side"]

_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
_NUMBER = re.compile(r"\d+ [a-z]+")
_SENTENCE = re.compile(r"[^.]{20,}\.")
_QUOTATIONS, _FIGURES, _STATEMENTS, _HAPPENINGS = 4, 12, 40, 12  # of one article, or of one story


def _sentences(article: Article) -> list[Span]:
    return [Span(*match.span()) for match in _SENTENCE.finditer(article.text)]


def annotate(article: Article) -> Annotation:
    """Sentences, names and quotations of one article."""
    sentences = _sentences(article)
    mentions = [
        Mention(article=article.article, span=Span(*match.span()), label="PERSON", form=match.group())
        for match in _NAME.finditer(article.text)
    ]
    quotations = [
        Quotation(
            quotation=f"q-{article.article}-{place}",
            article=article.article,
            span=span,
            spans=(span,),
            kind="direct",
            speaker_name=mentions[place % len(mentions)].form if mentions else None,
        )
        for place, span in enumerate(sentences[1 : 1 + _QUOTATIONS])
    ]
    return Annotation(
        article=article.article, sentences=tuple(sentences), mentions=tuple(mentions), quotations=tuple(quotations)
    )


def put_side_by_side(
    story: Story, reports: Sequence[Report], where: Mapping[str, Whereabouts]
) -> dict[str, tuple[Any, ...]]:
    """Sayings, numbers, statements, coverage and a dated list of one story, by kind."""
    articles = [report.article for report in reports]
    origin = {article.article: where[article.article].origin for article in articles}
    told = [(article, _sentences(article)) for article in articles]
    sentence = {
        (article.article, place): span for article, spans in told for place, span in enumerate(spans[:_STATEMENTS])
    }
    statements, coverage = [], []
    for place in range(_STATEMENTS):
        here = [article for article in articles if (article.article, place) in sentence]
        if len(here) < 2:
            continue
        name = f"statement-{story.story}-{place}"
        statements.append(
            Statement(
                statement=name,
                stories=(story.story,),
                relation="same",
                sentences=tuple(
                    StatementSentence(
                        article=each.article, origin=origin[each.article], span=sentence[each.article, place]
                    )
                    for each in here
                ),
                origins=tuple(sorted({origin[each.article] or "" for each in here})),
                outlets=tuple(sorted({each.outlet or "" for each in here})),
            )
        )
        outlets = {each.outlet or "" for each in here}
        coverage += [
            Coverage(
                story=story.story,
                statement=name,
                outlet=each.outlet or "",
                status="reported" if each.outlet in outlets else "not mentioned",
            )
            for each in {each.outlet: each for each in articles}.values()
        ]
    return {
        "statements": tuple(statements),
        "coverage": tuple(coverage),
        "figures": tuple(_figures(story, articles, origin)),
        "utterances": tuple(_utterances(story, told, origin)),
        "timeline": tuple(_timeline(story, told)),
    }


def _figures(story: Story, articles: Sequence[Article], origin: Mapping[str, str | None]) -> list[Figure]:
    found: dict[str, list[FigureValue]] = {}
    for article in articles:
        for match in _NUMBER.finditer(article.text):
            number, what = match.group().split()
            value = FigureValue(
                article=article.article, origin=origin[article.article], span=Span(*match.span()), value=float(number)
            )
            found.setdefault(what, []).append(value)
    return [
        Figure(
            figure=f"figure-{story.story}-{what}",
            stories=(story.story,),
            what=what,
            kind="count",
            relation="contradiction" if len({value.value for value in values}) > 1 else "agree",
            reason="made",
            origins=tuple(sorted({value.origin or "" for value in values})),
            values=tuple(values),
        )
        for what, values in list(found.items())[:_FIGURES]
    ]


def _utterances(
    story: Story, told: Sequence[tuple[Article, list[Span]]], origin: Mapping[str, str | None]
) -> list[Utterance]:
    return [
        Utterance(
            utterance=f"utterance-{story.story}-{place}",
            stories=(story.story,),
            speaker=f"entity-{place}",
            speaker_name=f"Speaker {place}",
            origins=(),
            instances=tuple(
                UtteranceInstance(
                    quotation=f"q-{article.article}-{place}",
                    article=article.article,
                    origin=origin[article.article],
                    span=spans[place + 1],
                    kind="direct",
                    alteration="verbatim",
                )
                for article, spans in told
                if len(spans) > place + 1
            ),
        )
        for place in range(_QUOTATIONS)
    ]


def _timeline(story: Story, told: Sequence[tuple[Article, list[Span]]]) -> list[Happening]:
    article, spans = told[0]
    return [
        Happening(
            story=story.story,
            date=story.date or "2031-01-01",
            earliest=story.date or "2031-01-01",
            latest=story.date or "2031-01-01",
            article=article.article,
            span=span,
            status="happened",
        )
        for span in spans[:_HAPPENINGS]
    ]
