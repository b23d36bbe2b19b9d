"""The numbers of a story: who gives which, and the difference in words that a reader can repeat."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Figure, FigureValue
from firsthand.report.account_views import FigureView, TellingView
from firsthand.report.context import StoryContext, order_of_publication
from firsthand.report.times import instant, view_time
from firsthand.report.views import SourceView
from firsthand.report.visible import shorten

__all__ = ["MOST_FIGURES", "order_figures", "view_figures"]

MOST_FIGURES = 60  # of one story's page; the archive has all
_MOST_TELLINGS = 8
_MOST_SOURCES = 4
_MOST_IN_A_LINE = 4
_LONGEST_VALUE = 60
_LONGEST_NAME = 80
# What a reader has to know first.
_RANK = {"contradiction": 0, "update": 1, "precision": 2, "agree": 3}

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def order_figures(figures: Sequence[Figure]) -> list[Figure]:
    """Contradictions first, then what changed over time, then what is only more exact, then what agrees.

    Within each those told by most origins first; else in the records' order.
    """
    return sorted(figures, key=lambda figure: (_RANK.get(figure.relation, 2), -len(figure.origins)))


def _written(value: FigureValue, context: StoryContext) -> str:
    """The value in the article's own characters, where these are few, else as it was read."""
    written = shorten(context.articles[value.article].text[slice(*value.span)], _LONGEST_VALUE)
    if written:
        return written
    amount = value.value if isinstance(value.value, str) else f"{value.value:,.15g}"
    return " ".join(part for part in (value.qualifier, amount, value.unit) if part)


def _apart(value: FigureValue, first: FigureValue, context: StoryContext) -> str | None:
    """When `value` was published, against `first`: "an hour earlier"; None where that is not known, or the same."""
    times = [instant(context.articles[each.article].published) for each in (value, first)]
    if times[0] is None or times[1] is None:
        return None
    precisions = {context.articles[each.article].published_precision for each in (value, first)}
    seconds = (times[0] - times[1]).total_seconds()
    size = abs(seconds)
    known_to_the_day = bool(precisions & {"day", "month", "year"})
    if size < _MINUTE or (known_to_the_day and size < _DAY):
        return None
    side = "earlier" if seconds < 0 else "later"
    unit, length = next(
        (name, seconds_of)
        for name, seconds_of in (("days", _DAY), ("hours", _HOUR), ("minutes", _MINUTE))
        if size >= seconds_of
    )
    return context.words.count(f"figures.{unit}_{side}", int(size // length))


def _group(figure: Figure, context: StoryContext) -> list[list[FigureValue]]:
    """The values of the story's articles, equal ones together: what most origins tell first, an update's latest."""
    groups: dict[tuple[str, str, str], list[FigureValue]] = {}
    here = [value for value in figure.values if value.article in context.articles]
    here.sort(key=lambda value: (order_of_publication(context.articles[value.article]), value.span))
    for value in here:
        groups.setdefault((str(value.value), value.qualifier or "", value.unit or ""), []).append(value)
    if figure.relation == "update":
        latest = {key: order_of_publication(context.articles[same[0].article]) for key, same in groups.items()}
        return [groups[key] for key in sorted(groups, key=lambda key: latest[key], reverse=True)]
    return sorted(groups.values(), key=lambda same: -len({value.origin or value.article for value in same}))


def _names(same: Sequence[FigureValue], context: StoryContext) -> str:
    articles = context.one_of_each(dict.fromkeys(value.article for value in same))
    lead = context.name(articles[0])
    if len(articles) == 1:
        return lead
    return context.words.count("figures.and_more", len(articles) - 1, name=lead)


def _credited(same: Sequence[FigureValue]) -> str | None:
    names = dict.fromkeys(value.attributed_to for value in same if value.attributed_to)
    return shorten(", ".join(names), _LONGEST_NAME) if names else None


def _view_telling(same: Sequence[FigureValue], first: FigureValue, context: StoryContext) -> TellingView:
    words = context.words
    by_article = {value.article: value for value in reversed(same)}
    articles = context.one_of_each(dict.fromkeys(value.article for value in same))
    views = (context.source(article, by_article[article].span) for article in articles[:_MOST_SOURCES])
    sources: tuple[SourceView, ...] = tuple(view for view in views if view is not None)
    as_of = next((value.as_of for value in same if value.as_of), None)
    return TellingView(
        value=_written(same[0], context),
        named=_names(same, context),
        when=_apart(same[0], first, context) if same[0] is not first else None,
        credited=_credited(same),
        as_of=view_time(as_of, words).words if as_of else None,
        told_by=words.count("count.tells", len(articles)),
        origins=context.marks_of(value.origin or context.origin_of.get(value.article, "") for value in same),
        sources=sources,
    )


def _sentence(tellings: Sequence[TellingView], context: StoryContext) -> str:
    """All of it in one line: "Northern Wire: at least 7 killed; the Courier, an hour earlier: 5"."""
    words = context.words
    parts = []
    for telling in tellings[:_MOST_IN_A_LINE]:
        named = (
            words.say("figures.teller_when", name=telling.named, when=telling.when) if telling.when else telling.named
        )
        if telling.credited:
            named = words.say("figures.teller_credits", name=named, credited=telling.credited)
        parts.append(words.say("figures.telling", name=named, value=telling.value))
    if len(tellings) > _MOST_IN_A_LINE:
        parts.append(words.count("figures.more_in_line", len(tellings) - _MOST_IN_A_LINE))
    return words.say("figures.between").join(parts)


def _view_figure(figure: Figure, context: StoryContext) -> FigureView | None:
    groups = _group(figure, context)
    if not groups:
        return None
    tellings = tuple(_view_telling(same, groups[0][0], context) for same in groups[:_MOST_TELLINGS])
    relation = f"figures.relation.{figure.relation}"
    known = context.words.has(relation)
    return FigureView(
        what=shorten(figure.what, _LONGEST_NAME),
        relation=figure.relation if known else "other",
        relation_words=context.words.say(relation) if known else figure.relation,
        difference=_sentence(tellings, context),
        reason="; ".join(context.in_names([figure.reason])) if figure.reason else "",
        tellings=tellings,
        tellings_left_out=max(0, len(groups) - _MOST_TELLINGS),
    )


def view_figures(context: StoryContext) -> tuple[tuple[FigureView, ...], int]:
    """The numbers that several articles give, what differs first, and how many are left out."""
    figures = order_figures(context.dossier.figures)
    views = (_view_figure(figure, context) for figure in figures[:MOST_FIGURES])
    return tuple(view for view in views if view is not None), max(0, len(figures) - MOST_FIGURES)
