"""Statement by outlet: a row a statement, a column an outlet, the outlets of one origin side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from firsthand.model import Coverage, Statement, StatementSentence
from firsthand.report.account_views import CellView, ColumnView, CoverageView, StatementView
from firsthand.report.context import StoryContext
from firsthand.report.marking import Mark
from firsthand.report.views import OriginMark
from firsthand.report.visible import shorten, visible_language

__all__ = ["MOST_STATEMENTS", "view_coverage"]

MOST_STATEMENTS = 40  # of one story's page; the archive has all
_MOST_COLUMNS = 14
_MOST_ALONE = 20
_MOST_SOURCES = 3  # each cell opens the sentence of its outlet too
_LONGEST_NAME = 80
_MOST_DIFFERENCES = 6
# The contract's words, and the names of their signs and styles.
_STATUSES = {
    "reported": "reported",
    "cut": "cut",
    "not mentioned": "absent",
    "published before": "before",
    "unknown": "unknown",
}


def _columns(context: StoryContext) -> tuple[list[tuple[str, OriginMark | None]], int]:
    """The outlets, those of one origin side by side in the order of its letter, and how many are left out.

    An outlet with articles of several origins stands with that which has most of them. Where there is no room, those
    go that stand in an origin with others already.
    """
    origins: dict[str, Counter[str]] = {}
    for row in context.dossier.articles:
        if row.outlet:
            origins.setdefault(row.outlet, Counter())[context.origin_of.get(row.article, "")] += 1
    of = {
        outlet: context.marks.get(min(counted, key=lambda origin: (-counted[origin], origin)))
        for outlet, counted in origins.items()
    }

    def place(outlet: str) -> tuple[bool, int, str, str]:
        mark = of[outlet]
        return (mark is None, len(mark.letter) if mark else 0, mark.letter if mark else "", outlet)

    ordered = sorted(of, key=place)
    first: dict[str, str] = {}
    for outlet in ordered:
        mark = of[outlet]
        first.setdefault(mark.letter if mark else outlet, outlet)
    kept = set(list(first.values())[:_MOST_COLUMNS])
    for outlet in ordered:
        if len(kept) >= _MOST_COLUMNS:
            break
        kept.add(outlet)
    return [(outlet, of[outlet]) for outlet in ordered if outlet in kept], len(ordered) - len(kept)


def _view_columns(columns: Sequence[tuple[str, OriginMark | None]]) -> tuple[ColumnView, ...]:
    letters = [mark.letter if mark else "" for _, mark in columns]
    views = []
    for at, (outlet, mark) in enumerate(columns):
        is_first = at == 0 or letters[at] != letters[at - 1]
        width = 1
        while is_first and at + width < len(letters) and letters[at + width] == letters[at]:
            width += 1
        views.append(ColumnView(outlet=outlet, origin=mark, begins=width if is_first else 0))
    return tuple(views)


def _lead(statement: Statement, context: StoryContext) -> StatementSentence | None:
    """The sentence that stands for a statement: the shortest of those in the language that most of them have."""
    here = [sentence for sentence in statement.sentences if sentence.article in context.articles]
    if not here:
        return None
    languages = Counter(context.articles[sentence.article].language or "" for sentence in here)
    most = max(languages.values())
    plain = [each for each in here if languages[context.articles[each.article].language or ""] == most]
    return min(plain, key=lambda each: (each.span.end - each.span.start, each.article, each.span))


def _view_cell(judged: Coverage | None, sentence: StatementSentence | None, context: StoryContext) -> CellView:
    """What one outlet did: judged, or else told by the sentences alone."""
    words = context.words
    told = "reported" if sentence is not None else "unknown"
    name = _STATUSES.get(judged.status, "unknown") if judged is not None else told
    place = (sentence.article, sentence.span) if sentence is not None else None
    if judged is not None and judged.places:
        place = judged.places[0]
    opens = place is not None and place[0] in context.articles and name in {"reported", "cut"}
    return CellView(
        status=name,
        words=words.say(f"coverage.status.{name}"),
        href=context.links.article(context.story, *place) if place is not None and opens else None,
        evidence=context.in_names(judged.evidence) if judged is not None and name != "reported" else (),
    )


def _cells(
    statement: Statement,
    columns: Sequence[tuple[str, OriginMark | None]],
    judged: Mapping[tuple[str, str], Coverage],
    context: StoryContext,
) -> tuple[CellView, ...]:
    said: dict[str, StatementSentence] = {}
    for sentence in statement.sentences:
        row = context.articles.get(sentence.article)
        if row is not None and row.outlet:
            said.setdefault(row.outlet, sentence)
    return tuple(
        _view_cell(judged.get((statement.statement, outlet)), said.get(outlet), context) for outlet, _ in columns
    )


def _credited(statement: Statement, context: StoryContext) -> str | None:
    """The one person or body that it rests on; None where there are several, or none."""
    if statement.rests_on:
        return shorten(statement.rests_on, _LONGEST_NAME)
    here = [sentence for sentence in statement.sentences if sentence.article in context.articles]
    names = {sentence.credited_to for sentence in here}
    only = next(iter(names)) if len(names) == 1 else None
    return shorten(only, _LONGEST_NAME) if only and len(here) > 1 else None


def _marks(statement: Statement) -> dict[str, list[Mark]]:
    """By article: the words in which its sentence differs from another."""
    marks: dict[str, list[Mark]] = {}
    for each in statement.differences:
        marks.setdefault(each.a, []).append(Mark(each.a_span, "changed"))
        marks.setdefault(each.b, []).append(Mark(each.b_span, "changed"))
    return marks


def _differences(statement: Statement, context: StoryContext) -> tuple[str, ...]:
    """What stands in the place of what, in words that a reader can repeat."""
    lines = []
    for each in statement.differences:
        if each.a not in context.articles or each.b not in context.articles:
            continue
        key = f"coverage.differs_in.{each.kind}"
        said = {
            side: shorten(context.articles[article].text[slice(*span)], _LONGEST_NAME)
            for side, article, span in (("one", each.a, each.a_span), ("other", each.b, each.b_span))
        }
        lines.append(
            context.words.say(
                "coverage.difference",
                kind=context.words.say(key) if context.words.has(key) else each.kind,
                one_name=context.name(each.a),
                other_name=context.name(each.b),
                **said,
            )
        )
    return tuple(dict.fromkeys(lines))[:_MOST_DIFFERENCES]


def _view_statement(
    statement: Statement,
    number: int,
    cells: tuple[CellView, ...],
    context: StoryContext,
) -> StatementView | None:
    lead = _lead(statement, context)
    if lead is None:
        return None
    by_article: dict[str, StatementSentence] = {}
    for sentence in (lead, *statement.sentences):
        if sentence.article in context.articles:
            by_article.setdefault(sentence.article, sentence)
    articles = context.one_of_each(by_article)
    marks = _marks(statement)
    sources = (
        context.source(article, by_article[article].span, marks.get(article, ()))
        for article in articles[:_MOST_SOURCES]
    )
    return StatementView(
        number=number,
        sentence=context.sentence(lead.article, lead.span),
        language=visible_language(context.articles[lead.article].language),
        lead=context.reference(lead.article),
        differs=statement.relation == "differs",
        told_by=context.words.count("count.tells", len(articles)),
        origins=context.marks_of(
            sentence.origin or context.origin_of.get(sentence.article, "") for sentence in by_article.values()
        ),
        credited=_credited(statement, context),
        differences=_differences(statement, context),
        cells=cells,
        sources=tuple(source for source in sources if source is not None),
        sources_left_out=max(0, len(articles) - _MOST_SOURCES),
    )


def _tells(statement: Statement, cells: Sequence[CellView]) -> tuple[bool, bool, bool, int]:
    """Key that puts telling gaps first: what is disputed, then cut, then reported by many and left out by some."""
    statuses = {cell.status for cell in cells}
    return (
        statement.relation != "differs",
        "cut" not in statuses,
        "absent" not in statuses,
        -len(statement.origins),
    )


def view_coverage(context: StoryContext) -> CoverageView:
    """The statements that several origins make, telling gaps first; those of one origin alone apart.

    What an outlet cut from the text that it copied stands with the others, though one origin alone tells it.
    """
    columns, columns_left_out = _columns(context)
    judged = {(each.statement, each.outlet): each for each in context.dossier.coverage}
    cut = {each.statement for each in context.dossier.coverage if each.status == "cut"}
    told = [each for each in context.dossier.statements if each.told_by != "one" or each.statement in cut]
    rows = [(each, _cells(each, columns, judged, context)) for each in told]
    rows.sort(key=lambda row: _tells(*row))
    views = (
        _view_statement(statement, number, cells, context)
        for number, (statement, cells) in enumerate(rows[:MOST_STATEMENTS], start=1)
    )
    alone = [each for each in context.dossier.statements if each.told_by == "one" and each.statement not in cut]
    single = (_view_statement(each, number, (), context) for number, each in enumerate(alone[:_MOST_ALONE], start=1))
    return CoverageView(
        columns=_view_columns(columns),
        columns_left_out=columns_left_out,
        statements=tuple(view for view in views if view is not None),
        statements_left_out=max(0, len(rows) - MOST_STATEMENTS),
        alone=tuple(view for view in single if view is not None),
        alone_left_out=max(0, len(alone) - _MOST_ALONE),
    )
