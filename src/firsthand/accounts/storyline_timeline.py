"""The timeline of a storyline: the happenings of its stories, none twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from firsthand.accounts.sameness import group_tellings
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.status import HAPPENED, PLANNED
from firsthand.accounts.tellings import UNKNOWN_DAY, Telling, weigh_words
from firsthand.model import Article, Happening
from firsthand.text.tokens import tokenise

__all__ = ["merge_timelines"]


def merge_timelines(
    lines: Iterable[Happening], articles: Mapping[str, Article], settings: AccountsSettings
) -> list[Happening]:
    """The lines of the timelines of several stories as one, those that tell one happening made one.

    Lines of one date are compared by their leading sentences, as sentences within a story are. What one story plans
    and a later one tells of as happened, happened. The line that is kept is the one that tells it so with most
    origins; the sentences and origins of the others are added to it.

    Args:
        lines: Of the stories of one storyline, in any order.
        articles: Every article that leads one of them, by id; a line whose article is missing stays as it is.
        settings: Of this stage.

    Returns:
        Lines in order of date, then of the leading article and its sentence. Origins are an upper bound: text that
        two stories have in common may count in both.
    """
    ordered = sorted(
        lines, key=lambda line: (line.date, line.article, line.span, line.time_span or line.span, line.story)
    )
    line_at = {(line.story, line.article, line.time_span or line.span, line.date): line for line in ordered}
    tellings = {key: _tell(line, articles) for key, line in line_at.items() if line.article in articles}
    merged = [line for key, line in line_at.items() if key not in tellings]
    by_date: dict[str, list[Telling]] = defaultdict(list)
    lines_of: dict[int, Happening] = {}
    for key, telling in tellings.items():
        by_date[telling.date].append(telling)
        lines_of[id(telling)] = line_at[key]
    dates: Counter[str] = Counter()  # of a storyline no word is told with so many dates that it says little
    for date in sorted(by_date):
        groups = group_tellings(by_date[date], dates, settings)
        merged += [_merge([lines_of[id(telling)] for telling in group]) for group in groups]
    return sorted(merged, key=lambda line: (line.date, line.article, line.span, line.time_span or line.span))


def _tell(line: Happening, articles: Mapping[str, Article]) -> Telling:
    """A line as the telling of its leading sentence; words that begin with a capital letter count as names."""
    article = articles[line.article]
    text, time = article.text, line.time_span or line.span
    words = tokenise(text, *line.span)
    return Telling(
        date=line.date,
        earliest=line.earliest,
        latest=line.latest,
        article=line.article,
        published=(article.published or UNKNOWN_DAY)[:10],
        span=line.span,
        time_span=time,
        time_words=" ".join(text[time.start : time.end].lower().split()),
        status=line.status,
        weights=weigh_words(words, time, lambda place: text[place].isupper() and place > line.span.start),
    )


def _merge(lines: Sequence[Happening]) -> Happening:
    """One line of several: that which happened before that which is planned, most origins first."""
    ordered = sorted(lines, key=lambda line: (line.status == PLANNED, -len(line.origins), line.article, line.span))
    lead = ordered[0]
    told = {(line.article, line.span) for line in ordered[1:]} | {each for line in ordered for each in line.supports}
    return replace(
        lead,
        status=HAPPENED if any(line.status == HAPPENED for line in ordered) else lead.status,
        origins=tuple(sorted({origin for line in ordered for origin in line.origins})),
        supports=tuple(sorted(told - {(lead.article, lead.span)})),
    )
