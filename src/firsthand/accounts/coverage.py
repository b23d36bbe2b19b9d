"""Which outlet told which statement: reported, cut, not mentioned, published before, or unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from firsthand.accounts.affair import Affair
from firsthand.accounts.completeness import find_gap
from firsthand.accounts.lenders import Loan, find_loans
from firsthand.accounts.settings import AccountsSettings
from firsthand.model import Coverage, Span, Statement, StatementSentence, Story

__all__ = ["judge_coverage"]

_DAY_LENGTH = 10
# The telling gaps first.
_ORDER = ("cut", "not mentioned", "published before", "unknown", "reported")


def judge_coverage(affair: Affair, statements: Sequence[Statement], settings: AccountsSettings) -> list[Coverage]:  # noqa: ARG001 - one shape for every stage of the room
    """What each outlet of each story did with each statement of the story.

    Reported: one of its articles of the story holds a sentence of the statement. Unknown: none does, but one of them
    could not be read as a whole. Cut: one of them has its text from an article that tells it, and left it out.
    Published before: all of them appeared on a day before the statement's, or before the first report of it. Else it
    is not mentioned.

    Args:
        affair: The stories.
        statements: Of these stories.
        settings: Of this stage.

    Returns:
        Rows by story, the telling gaps first: what was cut before what is not mentioned, then what was published
        before, what is unknown and what was reported; within each, what most origins tell first. Articles without a
        known outlet have no row.
    """
    desk = _Desk.of(affair, statements)
    weight = {each.statement: (-len(each.origins), place) for place, each in enumerate(statements)}
    rows = [
        _judge(desk, story, statement, outlet, articles)
        for story in affair.stories
        for outlet, articles in _by_outlet(affair, story).items()
        for statement in statements
        if story.story in statement.stories
    ]
    return sorted(
        rows,
        key=lambda row: (
            row.story,
            _ORDER.index(row.status),
            weight[row.statement][0],
            not row.places,
            weight[row.statement][1],
            row.outlet,
        ),
    )


def _by_outlet(affair: Affair, story: Story) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(story.articles):
        outlet = affair.articles[name].outlet if name in affair.articles else None
        if outlet:
            found[outlet].append(name)
    return {outlet: tuple(found[outlet]) for outlet in sorted(found)}


@dataclass(frozen=True, slots=True)
class _Desk:
    """What is looked up for every cell."""

    gaps: Mapping[str, str]  # why an article was not read as a whole
    days: Mapping[str, str]  # ISO day of publication, where it is known
    loans: Mapping[str, Mapping[str, Loan]]  # by taker, then giver
    told_in: Mapping[str, Mapping[str, Sequence[StatementSentence]]]  # the sentences of a statement, by article
    since: Mapping[str, Sequence[tuple[str, str]]]  # the days before which a statement was not told, and why

    @classmethod
    def of(cls, affair: Affair, statements: Sequence[Statement]) -> _Desk:
        gaps = {
            name: gap
            for name, article in affair.articles.items()
            if (gap := find_gap(article, affair.annotations.get(name))) is not None
        }
        days = {
            name: article.published[:_DAY_LENGTH]
            for name, article in affair.articles.items()
            if article.published is not None and len(article.published) >= _DAY_LENGTH
        }
        loans: dict[str, dict[str, Loan]] = defaultdict(dict)
        for loan in find_loans(affair):
            loans[loan.taker][loan.giver] = loan
        told_in = {each.statement: _by_article(each) for each in statements}
        since = {each.statement: _known_since(affair, each, days) for each in statements}
        return cls(gaps, days, loans, told_in, since)


def _by_article(statement: Statement) -> dict[str, list[StatementSentence]]:
    found: dict[str, list[StatementSentence]] = defaultdict(list)
    for sentence in statement.sentences:
        found[sentence.article].append(sentence)
    return dict(found)


def _known_since(affair: Affair, statement: Statement, days: Mapping[str, str]) -> list[tuple[str, str]]:
    """The days before which no article told a statement, as far as they are known, and how they are known.

    The day of what it tells, where every sentence that dates it tells of a day that is past when its article appears;
    and the day of the first report, where the day of each is known.
    """
    told = {sentence.article for sentence in statement.sentences}
    happened = [day for sentence in statement.sentences if (day := _day_told(affair, sentence)) is not None]
    since = []
    if happened and all(day <= days.get(name, day) for day, name in happened):
        since.append((min(happened)[0], "it tells of {day}"))
    if told <= days.keys():
        since.append((min(days[name] for name in told), "the first report of it here is of {day}"))
    return since


def _day_told(affair: Affair, sentence: StatementSentence) -> tuple[str, str] | None:
    """The last day that a sentence names, and its article; None where it names none."""
    named = [
        time.earliest
        for time in affair.annotations[sentence.article].times
        if sentence.span.start <= time.span.start < sentence.span.end
        and time.type in {"DATE", "TIME"}
        and time.earliest is not None
        and time.earliest == time.latest
    ]
    return (max(named), sentence.article) if named else None


def _judge(desk: _Desk, story: Story, statement: Statement, outlet: str, articles: tuple[str, ...]) -> Coverage:
    status, evidence, places = _find_status(desk, statement, articles)
    return Coverage(
        story=story.story,
        statement=statement.statement,
        outlet=outlet,
        status=status,
        evidence=evidence,
        articles=articles,
        places=places,
    )


_Cell = tuple[str, tuple[str, ...], tuple[tuple[str, Span], ...]]


def _find_status(desk: _Desk, statement: Statement, articles: tuple[str, ...]) -> _Cell:
    told_in = desk.told_in[statement.statement]
    places = tuple((name, sentence.span) for name in articles for sentence in told_in.get(name, ()))
    if places:
        return "reported", tuple(f"told in {name}" for name in articles if name in told_in), places
    gaps = tuple(f"{name}: {desk.gaps[name]}" for name in articles if name in desk.gaps)
    if gaps:
        return "unknown", gaps, ()
    left = [
        (loan, sentence.span)
        for loan in _loans_of(desk, articles, told_in.keys())
        for sentence in told_in[loan.giver]
        if loan.is_left_out(sentence.span)
    ]
    cut = [(loan, span) for loan, span in left if loan.is_known]
    if cut:
        evidence = dict.fromkeys(
            f"{loan.taker} has {loan.taken:.0%} of its text from {loan.giver}, which tells it" for loan, _ in cut
        )
        return "cut", tuple(evidence), _unique(cut)
    status, words, places = _judge_silence(desk, statement, articles)
    shared = dict.fromkeys(
        f"{loan.taker} shares {loan.taken:.0%} of its text with {loan.giver}, which tells it; who has it from whom is "
        "not known"
        for loan, _ in left
    )
    return status, (*words, *shared), places or _unique(left)


def _loans_of(desk: _Desk, articles: tuple[str, ...], tellers: Set[str]) -> list[Loan]:
    """What the articles have of the text of those that tell a thing, in order."""
    return [
        desk.loans[name][giver]
        for name in articles
        if name in desk.loans
        for giver in sorted(desk.loans[name].keys() & tellers)
    ]


def _unique(left: Sequence[tuple[Loan, Span]]) -> tuple[tuple[str, Span], ...]:
    """The sentences that were left out, each once."""
    return tuple(dict.fromkeys((loan.giver, span) for loan, span in left))


def _judge_silence(desk: _Desk, statement: Statement, articles: tuple[str, ...]) -> _Cell:
    for day, why in desk.since[statement.statement]:
        if all(name in desk.days and desk.days[name] < day for name in articles):
            latest = max(desk.days[name] for name in articles)
            return "published before", (f"published {latest}; {why.format(day=day)}",), ()
    return "not mentioned", tuple(f"not found in {name}" for name in articles), ()
