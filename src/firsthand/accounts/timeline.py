"""The dated happenings of one story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from firsthand.accounts.sameness import count_dates, group_tellings, group_texts, settle_copies
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.status import DENIED, HAPPENED, PLANNED
from firsthand.accounts.tellings import UNKNOWN_DAY, Telling, find_tellings
from firsthand.model import Annotation, Article, Happening, Story

__all__ = ["build_timeline"]

# A word that fewer of a happening's tellings have speaks of something else.
_ASIDE_SHARE = 0.2


def build_timeline(
    story: Story,
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    origin_of: Mapping[str, str],
    settings: AccountsSettings,
) -> list[Happening]:
    """The dated happenings of a story, one line each, with the origins that support it.

    Only sentences in the body, with a date that is known to the day or the month, give a line. Sentences of one date
    that tell the same happening are one line. A sentence that several articles have in the same words counts for one
    origin: that of the article that was published first, where that is known.

    Args:
        story: The story; its articles are looked up in the next two, and those that are missing give no line.
        articles: By id.
        annotations: By article id.
        origin_of: The origin id of each article, by article id.
        settings: Of this stage.

    Returns:
        Lines in order of date, then of the leading article and its sentence.
    """
    members = [articles[article] for article in sorted(set(story.articles)) if article in articles]
    tellings = settle_copies(find_tellings(members, annotations, settings), settings)
    dates = count_dates(tellings)
    by_date: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_date[telling.date].append(telling)
    happenings = [
        _happening(story, group, origin_of, settings)
        for date in sorted(by_date)
        for group in group_tellings(by_date[date], dates if date != story.date else Counter(), settings)
    ]
    return sorted(happenings, key=lambda each: (each.date, each.article, each.span, each.time_span or each.span))


def _judge_status(tellings: Sequence[Telling]) -> str:
    """Denied where its tellings deny it (they are grouped by that); else as most of those tell it that can know.

    A report of the day or later can know; where there is none, all are asked. Of equals, it happened.
    """
    if any(telling.status == DENIED for telling in tellings):
        return DENIED
    knowing = [telling for telling in tellings if telling.date <= telling.published < UNKNOWN_DAY]
    told_as = Counter(telling.status for telling in knowing or tellings)
    return PLANNED if told_as[PLANNED] > told_as[HAPPENED] else HAPPENED


def _choose_lead(tellings: Sequence[Telling], status: str) -> Telling:
    """The fullest sentence of those published first, among those that tell it as the line does.

    Full of what the others tell too, and of little else: a long sentence that only names the happening by the way
    does not lead.
    """
    told_by = Counter(word for telling in tellings for word in telling.weights)
    shares = {word: count / len(tellings) for word, count in told_by.items()}
    fitting = [telling for telling in tellings if telling.status == status]
    earliest = min(telling.published for telling in fitting)
    return min(
        (telling for telling in fitting if telling.published == earliest),
        key=lambda telling: (-_fullness(telling, shares), telling.order),
    )


def _fullness(telling: Telling, shares: Mapping[str, float]) -> float:
    return round(sum(weight * (shares[word] - _ASIDE_SHARE) for word, weight in sorted(telling.weights.items())), 6)


def _happening(
    story: Story, tellings: Sequence[Telling], origin_of: Mapping[str, str], settings: AccountsSettings
) -> Happening:
    status = _judge_status(tellings)
    lead = _choose_lead(tellings, status)
    return Happening(
        story=story.story,
        storyline=story.storyline,
        date=lead.date,
        earliest=lead.earliest,
        latest=lead.latest,
        article=lead.article,
        span=lead.span,
        time_span=lead.time_span,
        status=status,
        origins=_count_origins(group_texts(tellings, settings), origin_of),
        supports=tuple(sorted((telling.article, telling.span) for telling in tellings if telling is not lead)),
    )


def _count_origins(texts: Sequence[Sequence[Telling]], origin_of: Mapping[str, str]) -> tuple[str, ...]:
    """One origin for each text, sorted, each once: an upper bound on the accounts that tell it independently.

    Where nobody knows which article had a text first, it counts for an origin that no other text counts for, if there
    is one: what cannot be told apart must not be counted too low.
    """
    candidates = [
        sorted({origin_of[each.article] for each in _first_of(text) if each.article in origin_of}) for text in texts
    ]
    counted: set[str] = set()
    for origins in sorted(candidates, key=lambda origins: (len(origins), origins)):
        if origins:
            counted.add(next((origin for origin in origins if origin not in counted), origins[0]))
    return tuple(sorted(counted))


def _first_of(text: Sequence[Telling]) -> list[Telling]:
    """The tellings of one text that may be its first: those of the first day, or all where a day is not known."""
    days = [telling.published for telling in text]
    return list(text) if max(days) == UNKNOWN_DAY else [telling for telling in text if telling.published == min(days)]
