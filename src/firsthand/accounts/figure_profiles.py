"""Profiles: by what a group of values is known, and how like two of them are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from firsthand.accounts.figure_amounts import AGE, COUNT, DATE
from firsthand.accounts.figure_entries import Entry

__all__ = ["Profile", "weigh_words"]


def weigh_words(texts: Iterable[Sequence[Entry]]) -> dict[str, float]:
    """How much each word tells of which thing a value is, in (0, 1]: less, the more texts of the affair have it.

    Args:
        texts: The values that are one text, text by text: copies count once.
    """
    counts: Counter[str] = Counter()
    number = 0
    for text in texts:
        number += 1
        counts.update(text[0].context.words.keys())
    most = math.log(1 + number) or 1.0
    return {word: math.log(1 + number / count) / most for word, count in sorted(counts.items())}


_Time = TypeVar("_Time", int, str)

_PERSON = "§person"
_COHERENCE = 0.25
_GOOD_PART = 0.25
_SMALL_COUNT = 3  # of two things of one article equally often


@dataclass(slots=True)
class Profile:
    """What several values that are one figure have about them.

    Attributes:
        places: Of the values, in the list of entries.
        dimension: Of the values.
        articles: Whose they are.
        words: Sum of the texts' words, each text of length 1.
        length: Of that sum.
        heads: How many texts count each noun.
        traits: Words that say more of what is counted.
        fates: How many texts tell each fate.
        years: How many texts name each other year.
        months: The same for months.
        counted: Which article counts which noun, of small counts.
        totals: Articles in which it is the largest number of all those of its fate.
        names: Names of those whose age it is.
        sentences: Where its numbers stand: article and start of the sentence.
        then: How many texts tell it as the age that somebody reached on a day.
        dated: Where its dates stand: article and start of the sentence.
        named: How many texts name each place, body and product.
        beside: The same for those right beside the value.
        more: How many texts tell a change, or further ones, besides those told before.
        earlier: How many texts tell it of what lies weeks before the report.
        texts: How many texts.
    """

    places: list[int]
    dimension: str
    articles: set[str]
    words: dict[str, float]
    length: float
    heads: Counter[str] = field(default_factory=Counter)
    traits: Counter[str] = field(default_factory=Counter)
    fates: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    months: Counter[int] = field(default_factory=Counter)
    counted: set[tuple[str, str]] = field(default_factory=set)
    totals: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    sentences: set[tuple[str, int]] = field(default_factory=set)
    then: int = 0
    dated: set[tuple[str, int]] = field(default_factory=set)
    named: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    more: int = 0
    earlier: int = 0
    texts: int = 1

    @classmethod
    def of(cls, places: Sequence[int], entries: Sequence[Entry], weights: Mapping[str, float]) -> Profile:
        """The profile of values that are one text."""
        context = entries[places[0]].context
        raw = {word: weight * weights.get(word, 1.0) for word, weight in context.words.items()}
        is_count = entries[places[0]].amount.dimension == COUNT
        length = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
        return cls(
            places=list(places),
            dimension=entries[places[0]].amount.dimension,
            articles={entries[place].article for place in places},
            words={word: weight / length for word, weight in raw.items()},
            length=1.0 if raw else 0.0,
            heads=Counter(context.head),
            traits=Counter(stem for stem in context.traits if not stem.startswith("§")),
            fates=Counter([context.fate] if context.fate and is_count else []),
            years=Counter(context.years),
            months=Counter(context.months),
            counted={
                (entries[place].article, noun)
                for place in places
                if entries[place].amount.dimension == COUNT and entries[place].amount.point <= _SMALL_COUNT
                for noun in entries[place].context.head
            },
            totals={entries[place].article for place in places if entries[place].is_total},
            then=int(context.is_then),
            dated={
                (entries[place].article, entries[place].context.sentence.start)
                for place in places
                if entries[place].amount.dimension == DATE
            },
            named=Counter(context.named),
            beside=Counter(context.beside),
            more=int(context.is_more),
            earlier=int(context.is_earlier),
            sentences={
                (entries[place].article, entries[place].context.sentence.start)
                for place in places
                if entries[place].amount.dimension != DATE and not entries[place].context.is_former
            },
            names=set(context.names) if entries[places[0]].amount.dimension == AGE else set(),
        )

    def alike(self, other: Profile) -> float:
        """Likeness of the words of both, in [0, 1]: their cosine, less where the texts of one are little alike.

        A group that has taken in much resembles everything a little; what its texts have in common must hold it.
        """
        small, large = sorted((self.words, other.words), key=len)
        product = math.fsum(weight * large[word] for word, weight in small.items() if word in large)
        mine, theirs = self.length, other.length
        if not product or not mine or not theirs:
            return 0.0
        coherence = math.pow((mine / self.texts) * (theirs / other.texts), _COHERENCE)
        return round(product / (mine * theirs) * coherence, 6)

    def take_in(self, other: Profile) -> None:
        """Add the values of `other`."""
        self.places.extend(other.places)
        self.articles |= other.articles
        for word, weight in other.words.items():
            self.words[word] = self.words.get(word, 0.0) + weight
        self.length = math.sqrt(math.fsum(weight * weight for weight in self.words.values()))
        self.heads += other.heads
        self.traits += other.traits
        self.fates += other.fates
        self.years += other.years
        self.months += other.months
        self.counted |= other.counted
        self.totals |= other.totals
        self.names |= other.names
        self.sentences |= other.sentences
        self.then += other.then
        self.dated |= other.dated
        self.named += other.named
        self.beside += other.beside
        self.more += other.more
        self.earlier += other.earlier
        self.texts += other.texts

    def counts_apart(self, other: Profile) -> bool:
        """Whether one article counts one noun here and another there: so many pilots, and as many children."""
        mine, theirs = dict(sorted(self.counted)), dict(sorted(other.counted))
        return any(noun != theirs.get(article, noun) for article, noun in mine.items())

    def shares_noun(self, other: Profile) -> bool:
        """Whether a good part of both count the same noun."""
        return any(
            count >= _GOOD_PART * self.texts and other.heads[noun] >= _GOOD_PART * other.texts
            for noun, count in self.heads.items()
            if noun in other.heads
        )

    def is_total(self) -> bool:
        """Whether most of its articles tell it as the number of all those of its fate."""
        return 2 * len(self.totals) > len(self.articles)

    def is_of_another_year(self, other: Profile) -> bool:
        """Whether one is mostly told with the year of an earlier happening, and the other is not, or with another."""
        return _clash(_named(self.years, self.texts), _named(other.years, other.texts))

    def is_of_another_month(self, other: Profile) -> bool:
        """The same for months."""
        return _clash(_named(self.months, self.texts), _named(other.months, other.texts))

    def is_earlier(self, other: Profile) -> bool:
        """Whether one of the two, and not the other, is mostly told of what lies weeks before the report."""
        return (2 * self.earlier > self.texts) != (2 * other.earlier > other.texts)

    def counts_persons_apart(self, other: Profile) -> bool:
        """Whether both count people, whoever they are, and only one of the two tells what became of them."""
        return bool(self.fates) != bool(other.fates) and _PERSON in self.heads and _PERSON in other.heads

    def counts_more(self, other: Profile) -> bool:
        """Whether one of the two, and not the other, tells a change, or those besides what was told before."""
        return (2 * self.more > self.texts) != (2 * other.more > other.texts)

    def names_others(self, other: Profile) -> bool:
        """Whether both are told with names, and with no name in common."""
        return bool(self.named) and bool(other.named) and not self.named.keys() & other.named.keys()

    def is_of_another_place(self, other: Profile) -> bool:
        """Whether both have names right beside the value, and no name in common: shares listed by country."""
        return bool(self.beside) and bool(other.beside) and not self.beside.keys() & other.beside.keys()

    def names_another_month(self, other: Profile) -> bool:
        """Whether both are mostly told with a month that is not that of the report, and with two: two rates."""
        mine, theirs = _named(self.months, self.texts), _named(other.months, other.texts)
        return bool(mine) and bool(theirs) and not mine & theirs

    def fate(self) -> str | None:
        """What most texts tell became of those counted."""
        return max(sorted(self.fates), key=lambda fate: self.fates[fate], default=None)


def _named(times: Counter[_Time], texts: int) -> set[_Time]:
    """What more than half of the texts name."""
    return {time for time, count in times.items() if 2 * count > texts}


def _clash(mine: set[_Time], theirs: set[_Time]) -> bool:
    return mine != theirs and not mine & theirs
