"""One article with what it says of itself, its dates, and its text with the cited characters marked."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.model import (
    Annotation,
    ArticleRow,
    DateCandidate,
    FigureValue,
    SegmentLabel,
    Span,
    StatementSentence,
    UtteranceInstance,
    union_spans,
)
from firsthand.report.context import StoryContext, order_of_publication, percent
from firsthand.report.links import article_anchor
from firsthand.report.marking import Mark, Piece, cut_pieces
from firsthand.report.times import view_time
from firsthand.report.version_view import view_versions
from firsthand.report.views import ArticleView, DateView
from firsthand.report.visible import shorten, web_address

__all__ = [
    "MOST_ARTICLES",
    "OWN_LABELS",
    "annotation_marks",
    "cited_spans",
    "mark_text",
    "view_article",
    "view_articles",
]

MOST_ARTICLES = 300  # of one story's page; the archive has all
_MOST_DATES = 30
_MOST_NAMES = 20
# What belongs to the report itself; the rest of a text is shown pale.
OWN_LABELS = frozenset(
    [
        SegmentLabel.HEADLINE,
        SegmentLabel.SUBHEADLINE,
        SegmentLabel.BYLINE,
        SegmentLabel.DATELINE,
        SegmentLabel.BODY,
        SegmentLabel.AGENCY_TAG,
        SegmentLabel.CORRECTION,
    ]
)


def _published(row: ArticleRow, context: StoryContext) -> str:
    words = context.words
    if row.published is None:
        reason = row.why_null.get("published")
        said = words.say("time.unknown_why", reason=reason) if reason else words.say("time.unknown")
        if row.published_not_before:
            not_before = words.say("time.not_before", day=view_time(row.published_not_before, words).words)
            said = f"{said}; {not_before}"
        return said
    said = view_time(row.published, words, row.published_precision).words
    if words.has(f"time.precision.{row.published_precision}"):
        said = f"{said}, {words.say(f'time.precision.{row.published_precision}')}"
    return f"{said} – {row.published_evidence}" if row.published_evidence else said


def _or_why(value: str | None, field: str, row: ArticleRow, context: StoryContext) -> str | None:
    if value is not None:
        return value
    reason = row.why_null.get(field)
    return context.words.say("time.unknown_why", reason=reason) if reason else None


def _language(row: ArticleRow, context: StoryContext) -> str | None:
    key = f"language.{row.language}"
    return context.words.say(key) if context.words.has(key) else row.language


def _shared(row: ArticleRow, context: StoryContext) -> str:
    words = context.words
    if row.article not in context.shares:
        return words.say("articles.shared_none")
    return words.say("articles.shared_share", percent=percent(context.shares[row.article]))


def _facts(row: ArticleRow, context: StoryContext) -> tuple[tuple[str, str], ...]:
    words = context.words
    mark = context.mark_of(row.article)
    event_day = view_time(row.event_date, words).words if row.event_date else None
    reasons = next((member.reasons for member in context.dossier.story.members if member.article == row.article), ())
    facts = [
        ("articles.published", _published(row, context)),
        ("articles.event_day", _or_why(event_day, "event_date", row, context)),
        ("articles.origin", f"{mark.letter} · {mark.name}" if mark else None),
        ("articles.shared", _shared(row, context)),
        ("articles.byline", _or_why(row.byline, "byline", row, context)),
        ("articles.dateline", row.dateline),
        ("articles.credits", ", ".join(row.agencies[:_MOST_NAMES]) or None),
        ("articles.cites", ", ".join(row.cites[:_MOST_NAMES]) or None),
        ("articles.language", _or_why(_language(row, context), "language", row, context)),
        ("articles.why_here", "; ".join(context.in_names(reasons)) or None),
        ("articles.id", row.article),
    ]
    return tuple((words.say(key), value) for key, value in facts if value)


def _view_date(date: DateCandidate, context: StoryContext) -> DateView:
    words = context.words
    return DateView(
        raw=shorten(date.raw, 120),
        where=words.say("articles.in_text") if date.span else date.locator or date.kind,
        value=view_time(date.value, words).words if date.value else words.say("articles.date_unread"),
        chosen=date.chosen,
        verdict=words.say("articles.date_chosen" if date.chosen else "articles.date_passed"),
        reason=date.reason,
    )


def cited_spans(article: str, context: StoryContext) -> tuple[Span, ...]:
    """The spans of `article` that some line of the page opens."""
    dossier = context.dossier
    spans = [happening.span for happening in dossier.timeline if happening.article == article]
    spans += [span for happening in dossier.timeline for other, span in happening.supports if other == article]
    if article in dossier.annotations:
        for quotation in dossier.annotations[article].quotations:
            parts = quotation.spans or (quotation.span,)
            spans.append(Span(min(part.start for part in parts), max(part.end for part in parts)))
    spans += context.shared.get(article, [])
    told: list[FigureValue | UtteranceInstance | StatementSentence] = [
        *(value for figure in dossier.figures for value in figure.values),
        *(instance for utterance in dossier.utterances for instance in utterance.instances),
        *(sentence for statement in dossier.statements for sentence in statement.sentences),
    ]
    spans += [each.span for each in told if each.article == article]
    spans += [span for each in dossier.coverage for other, span in each.places if other == article]
    return tuple(sorted(set(spans)))


def mark_text(row: ArticleRow, context: StoryContext, marks: Iterable[Mark] = ()) -> tuple[Piece, ...]:
    """The whole text: what is not the report itself pale, what it shares with other articles underlined."""
    every = list(marks)
    segments = context.dossier.segments.get(row.article, ())
    every += [Mark(segment.span, "aside") for segment in segments if segment.label not in OWN_LABELS]
    every += [Mark(span, "shared") for span in union_spans(context.shared.get(row.article, []))]
    return cut_pieces(row.text, Span(0, len(row.text)), every)


def annotation_marks(annotation: Annotation | None) -> list[Mark]:
    """What the language stage read, to be marked in the whole text: quotations, names, days and times."""
    if annotation is None:
        return []
    quoted = [part for each in annotation.quotations for part in (each.spans or (each.span,))]
    return [
        *(Mark(span, "quotation") for span in quoted),
        *(Mark(mention.span, "mention") for mention in annotation.mentions),
        *(Mark(each.span, "date") for each in annotation.times),
    ]


def view_article(row: ArticleRow, place: int, context: StoryContext) -> ArticleView:
    """One article as it stands in a report; `place` is its 1-based place in the story."""
    anchor = article_anchor(context.number, place)
    pieces: tuple[Piece, ...] = ()
    if context.options.full_text:
        marks = [
            Mark(span, "anchor", f"{anchor}-{span.start}-{span.end}") for span in cited_spans(row.article, context)
        ]
        pieces = mark_text(row, context, marks)
    return ArticleView(
        ref=context.reference(row.article),
        anchor=anchor,
        facts=_facts(row, context),
        address=web_address(row.url),
        dates=tuple(_view_date(date, context) for date in context.dossier.dates.get(row.article, ())[:_MOST_DATES]),
        versions=view_versions(row.article, context),
        text=pieces,
        shown_whole=context.options.full_text,
    )


def view_articles(context: StoryContext) -> tuple[tuple[ArticleView, ...], int]:
    """The articles in the order in which they were published, and how many are left out."""
    places = {row.article: place for place, row in enumerate(context.dossier.articles, start=1)}
    chosen = context.dossier.articles[:MOST_ARTICLES]
    in_order = sorted(chosen, key=order_of_publication)
    views = tuple(view_article(row, places[row.article], context) for row in in_order)
    return views, max(0, len(context.dossier.articles) - MOST_ARTICLES)
