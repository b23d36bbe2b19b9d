"""The dated list of a story."""

from __future__ import annotations

from firsthand.model import Happening
from firsthand.report.context import StoryContext
from firsthand.report.marking import Mark
from firsthand.report.times import view_time
from firsthand.report.views import HappeningView, SourceView
from firsthand.report.visible import visible_language

__all__ = ["MOST_LINES", "view_timeline"]

MOST_LINES = 200  # of one story's page; the archive has all
_MOST_SUPPORTS = 6


def _view_happening(happening: Happening, context: StoryContext) -> HappeningView | None:
    words = context.words
    marks = [Mark(happening.time_span, "time")] if happening.time_span else []
    source = context.source(happening.article, happening.span, marks)
    if source is None:
        return None
    spans = dict(happening.supports)
    tellers = context.one_of_each([happening.article, *spans])[1:]
    supports = (context.source(article, spans[article]) for article in tellers[:_MOST_SUPPORTS] if article in spans)
    shown: tuple[SourceView, ...] = tuple(support for support in supports if support is not None)
    between = None
    if happening.earliest != happening.latest:
        between = words.say(
            "timeline.between",
            earliest=view_time(happening.earliest, words).words,
            latest=view_time(happening.latest, words).words,
        )
    status = f"timeline.status.{happening.status}"
    return HappeningView(
        time=view_time(happening.date, words),
        between=between,
        status=happening.status if words.has(status) else "other",
        status_words=words.say(status) if words.has(status) else happening.status,
        sentence=context.sentence(happening.article, happening.span, marks),
        language=visible_language(context.articles[happening.article].language),
        told_by=words.count("count.tells", len({happening.article, *spans})),
        origins=context.marks_of(happening.origins or _origins_of({happening.article, *spans}, context)),
        source=source,
        supports=shown,
    )


def _origins_of(articles: set[str], context: StoryContext) -> list[str]:
    return [context.origin_of[article] for article in sorted(articles) if article in context.origin_of]


def view_timeline(context: StoryContext) -> tuple[tuple[HappeningView, ...], int]:
    """The dated lines in the record's order, and how many are left out."""
    timeline = context.dossier.timeline
    views = (_view_happening(happening, context) for happening in timeline[:MOST_LINES])
    return tuple(view for view in views if view is not None), max(0, len(timeline) - MOST_LINES)
