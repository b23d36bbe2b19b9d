"""Quantities and dates that several articles tell about the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.accounts.affair import Affair
from firsthand.accounts.figure_amounts import CLOCK, COUNT, DATE
from firsthand.accounts.figure_copies import link_copies
from firsthand.accounts.figure_days import settle_copied_days, settle_weekdays
from firsthand.accounts.figure_entries import Entry, find_entries
from firsthand.accounts.figure_groups import group_equal_values
from firsthand.accounts.figure_joins import join_values
from firsthand.accounts.figure_pairs import is_developing
from firsthand.accounts.figure_profiles import Profile, weigh_words
from firsthand.accounts.figure_relations import relate
from firsthand.accounts.settings import AccountsSettings
from firsthand.model import Figure, FigureValue
from firsthand.model.identity import record_id
from firsthand.text.tokens import fold_word

__all__ = ["build_ledger"]

_LONGEST_WHAT = 90  # characters
_FEWEST_ARTICLES = 2
_GROWING = frozenset({COUNT})
_MOST_POINTED_AT = 3
_POINTING = frozenset((word,) for word in "the these those both its their his her".split())
_KINDS = frozenset({"count", "money", "date", "age", "distance", "percent"})


def build_ledger(affair: Affair, settings: AccountsSettings) -> list[Figure]:
    """The figures of an affair: each quantity or date that two or more of its articles tell of the same thing.

    Values that stand in the same words are linked first; then equal values whose surroundings are alike; then groups
    of different values. Cost grows with the number of values, and with the square of the tellings of one value up to
    `settings.figure_texts`.

    Returns:
        In order of the first article's day, id and place; the same whatever the order of input.
    """
    entries = settle_weekdays(find_entries(affair, settings))
    texts = link_copies(entries, settings)
    entries = settle_copied_days(entries, texts)
    weights = weigh_words([[entries[place] for place in text] for text in texts])
    groups = join_values(group_equal_values(entries, texts, weights, settings), entries, settings)
    figures = [
        _figure(affair, group, entries)
        for group in groups
        if len({entries[place].article for place in group.places}) >= _FEWEST_ARTICLES
        and not _is_back_reference([entries[place] for place in group.places])
    ]
    order = {entry.article: number for number, entry in enumerate(entries)}
    return sorted(figures, key=lambda figure: (order[figure.values[0].article], figure.values[0].span, figure.figure))


def _is_back_reference(values: Sequence[Entry]) -> bool:
    """Whether the number only points back to what was named before: "the two sides", wherever it stands."""
    return all(
        value.amount.dimension == COUNT
        and value.amount.point <= _MOST_POINTED_AT
        and value.context.fate is None
        and value.context.left[:1] in _POINTING
        for value in values
    )


def _figure(affair: Affair, group: Profile, entries: Sequence[Entry]) -> Figure:
    values = _keep_one_date([entries[place] for place in group.places], group)
    first_dimension = values[0].amount.dimension
    relation, reason = relate(values, develops=first_dimension in _GROWING and is_developing(group))
    first = values[0]
    return Figure(
        figure=record_id("figure", first.article, str(first.span.start), str(first.span.end), first.amount.dimension),
        stories=affair.stories_of([value.article for value in values]),
        what=_say_what(affair, group, values),
        kind=_kind(values),
        relation=relation,
        reason=reason,
        origins=_count_origins(affair, values),
        values=tuple(_value(value) for value in values),
    )


def _count_origins(affair: Affair, values: Sequence[Entry]) -> tuple[str, ...]:
    """The origins that tell the figure, each once, sorted.

    What an outlet gives in its own words and credits to an agency or another outlet is that one's voice, where a text
    of theirs tells the figure too.
    """
    voices: dict[str, str] = {}
    for value in values:
        article = affair.articles[value.article]
        if value.origin and not value.cited:
            for name in (*article.agencies, article.outlet or ""):
                voices.setdefault(fold_word(name), value.origin)
    counted = set()
    for value in values:
        named = [fold_word(name) for name in (*value.cited, value.attributed_to or "") if name]
        credited = next((voices[name] for name in named if name in voices), None)
        if credited or value.origin:
            counted.add(credited or value.origin or "")
    return tuple(sorted(counted))


def _keep_one_date(values: Sequence[Entry], group: Profile) -> list[Entry]:
    """The values in order; of the places where one article names one date, that which tells most of its happening.

    An article names the day of its happening again and again, and often by the way. A number is told again where it
    is told anew, of another or by another.
    """
    kept: dict[tuple[object, ...], Entry] = {}
    for value in sorted(values, key=lambda value: (-_closeness(value, group.words), value.order)):
        is_date = value.amount.dimension in {DATE, CLOCK}
        by = None if is_date else value.attributed_to
        key = (value.article, value.amount.low, value.amount.high, value.amount.hedge, by)
        kept.setdefault(key, value)
    return sorted(kept.values(), key=lambda value: value.order)


def _kind(values: Sequence[Entry]) -> str:
    kinds = [value.kind if value.kind in _KINDS else "other" for value in values]
    return max(sorted(set(kinds)), key=kinds.count)


def _value(entry: Entry) -> FigureValue:
    return FigureValue(
        article=entry.article,
        origin=entry.origin,
        span=entry.span,
        value=entry.value,
        qualifier=entry.qualifier,
        unit=entry.unit,
        attributed_to=entry.attributed_to,
        as_of=entry.as_of,
    )


def _say_what(affair: Affair, group: Profile, values: Sequence[Entry]) -> str:
    """What the figure is of, in the words of the articles: what most of them count, else the words about the value."""
    told = [value.of for value in values if value.of]
    if told:
        return max(sorted(set(told)), key=lambda words: (told.count(words), len(words)))[:_LONGEST_WHAT]
    lead = max(values, key=lambda value: (_closeness(value, group.words), value.published, value.article))
    text = affair.articles[lead.article].text
    sentence = lead.context.sentence
    start = max(sentence.start, lead.span.start - _LONGEST_WHAT // 2)
    end = min(sentence.end, lead.span.end + _LONGEST_WHAT // 2)
    # Whole words only.
    before = (
        text[start : lead.span.start] if start == sentence.start else text[start : lead.span.start].partition(" ")[2]
    )
    after = text[lead.span.end : end] if end == sentence.end else text[lead.span.end : end].rpartition(" ")[0]
    return " ".join(f"{before}{text[lead.span.start : lead.span.end]}{after}".split())


def _closeness(value: Entry, words: Mapping[str, float]) -> float:
    return round(sum(weight * words.get(word, 0.0) for word, weight in sorted(value.context.words.items())), 6)
