"""A stream of invented news: affairs with places, persons, numbers and words of their own, told by several outlets.

Every article is made word by word from the vocabulary of the bundled sample and from invented words; nothing reads as
sense. Which articles tell of one affair is known. Affairs are hard to tell apart where they are meant to be: a third of
them are look-alikes, which share subject, place and main persons with an affair of four to sixty days before.
"""

from __future__ import annotations

import datetime
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import accumulate

from firsthand.model import Article, Direction, Lineage, Relation, Source, Span

__all__ = ["Report", "stream_reports"]

_DAYS = 400
_FIRST_DAY = datetime.date(2031, 1, 1)
_SUBJECTS, _SUBJECT_WORDS = 150, 120
_PLACES, _PERSONS, _OUTLETS = 1500, 6000, 80
_AFFAIR_WORDS = 14
_LATER = (4, 60)  # days that a look-alike is later, from and to
_LOOK_ALIKES, _COPIES, _UNDATED = 0.33, 0.15, 0.4
_WORDS = (120, 560)  # of an article, from and to
_MEAN_COVERAGE = 6.0  # articles of an affair
_OFFICES = ("President", "Minister", "Mayor", "Senator", "General", "Judge")
_CONSONANTS, _VOWELS = "b d f g h k l m n p r s t v z br dr kl st tr".split(), "a e i o u".split()
_PLAIN = re.compile(r"\b[a-z]{2,}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One article of the stream, the affair that it tells of, and from which article its text is copied."""

    article: Article
    affair: int
    lineage: Lineage | None = None


@dataclass(slots=True)
class _Affair:
    number: int
    day: int
    subject: int
    place: str
    persons: list[str]
    numbers: list[str]
    words: list[str]
    told: list[Article] = field(default_factory=list)


class _World:
    """The words and names of which all is made."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - nothing is secret here
        lines = files("firsthand.sample").joinpath("articles.jsonl").read_text(encoding="utf-8").splitlines()
        texts = (json.loads(line).get("text") or "" for line in lines)
        counts = Counter(word for text in texts for word in _PLAIN.findall(text))
        self.common, self.common_weights = list(counts), _add_up(counts.values())
        self.rare = sorted({self.word(3) for _ in range(30_000)})
        self.random.shuffle(self.rare)
        self.rare_weights = _add_up(1.0 / (rank + 20) for rank in range(len(self.rare)))
        self.subjects = [self.random.sample(self.rare[:6000], _SUBJECT_WORDS) for _ in range(_SUBJECTS)]
        self.places = sorted({self.word(3).title() for _ in range(_PLACES)})
        self.persons = sorted({f"{self.word(2).title()} {self.word(3).title()}" for _ in range(_PERSONS)})
        self.person_weights = _add_up(1.0 / (rank + 30) for rank in range(len(self.persons)))
        self.outlets = [f"{self.word(2).title()} {kind}" for kind in ("Post", "Echo") for _ in range(_OUTLETS // 2)]

    def word(self, syllables: int) -> str:
        parts = (self.random.choice(_CONSONANTS) + self.random.choice(_VOWELS) for _ in range(syllables))
        return "".join(parts) + self.random.choice(["", "n", "r", "s", "l"])

    def draw_common(self, count: int) -> list[str]:
        return self.random.choices(self.common, cum_weights=self.common_weights, k=count)

    def draw_rare(self, count: int) -> list[str]:
        return self.random.choices(self.rare, cum_weights=self.rare_weights, k=count)

    def draw_persons(self, count: int) -> list[str]:
        drawn = self.random.choices(self.persons, cum_weights=self.person_weights, k=count)
        return [f"{self.random.choice(_OFFICES)} {person}" for person in dict.fromkeys(drawn)]


def _add_up(weights: Iterable[float]) -> list[float]:
    return list(accumulate(weights))


def stream_reports(count: int, seed: int = 7) -> Iterator[Report]:
    """So many articles in the order of their publication, the same in every run."""
    world = _World(seed)
    affairs = _make_affairs(world, max(1, round(count / _MEAN_COVERAGE)))
    plan: list[tuple[int, int]] = []
    while len(plan) < count:  # first one article for each affair, the rest as the affairs are large
        heavy = [1.0 / (1 + world.random.random() * 20) for _ in affairs] if plan else []
        chosen = world.random.choices(range(len(affairs)), weights=heavy, k=count - len(plan)) if plan else []
        told = chosen or range(min(count, len(affairs)))
        plan += [(affairs[number].day + min(int(world.random.expovariate(1.2)), 4), number) for number in told]
    plan.sort()
    for place, (day, number) in enumerate(plan):
        yield _report(world, affairs[number], place, day)


def _make_affairs(world: _World, count: int) -> list[_Affair]:
    draw = world.random
    affairs: list[_Affair] = []
    for number in range(count):
        model = draw.choice(affairs) if affairs and draw.random() < _LOOK_ALIKES else None
        day = draw.randrange(_DAYS) if model is None else model.day + draw.randint(*_LATER)
        subject = draw.randrange(_SUBJECTS) if model is None else model.subject
        place = draw.choice(world.places) if model is None else model.place
        persons = world.draw_persons(4) if model is None else [*model.persons[:2], *world.draw_persons(2)]
        numbers = [str(draw.randint(21, 4000)) for _ in range(3)]
        words = draw.sample(world.subjects[subject], 4) + world.draw_rare(_AFFAIR_WORDS - 4)
        affairs.append(_Affair(number, day, subject, place, persons, numbers, words))
    return affairs


def _report(world: _World, affair: _Affair, place: int, day: int) -> Report:
    draw = world.random
    name, source = f"n{place:07}", draw.choice(affair.told) if affair.told and draw.random() < _COPIES else None
    if source is None:
        sentences = _sentences(world, affair, draw.randint(*_WORDS))
        headline = " ".join([affair.place, *draw.sample(affair.words, 4), affair.persons[0].split()[-1]])
        text = " ".join(sentences)
    else:
        cut = source.text.rfind(". ", 0, int(len(source.text) * draw.uniform(0.7, 1.0))) + 1 or len(source.text)
        text, headline = source.text[:cut], source.headline or ""
    published = (_FIRST_DAY + datetime.timedelta(days=day)).isoformat()
    happened = (_FIRST_DAY + datetime.timedelta(days=affair.day)).isoformat()
    article = Article(
        article=name,
        text=text,
        headline=headline,
        outlet=draw.choice(world.outlets),
        published=published,
        event_date=None if draw.random() < _UNDATED else happened,
        language="en",
        body=(Span(0, len(text)),),
        source=Source(sha256="0", bytes_kept=0),
    )
    if source is None:
        if len(affair.told) < 5:
            affair.told.append(article)
        return Report(article=article, affair=affair.number)
    lineage = Lineage(
        a=source.article,
        b=name,
        relation=Relation.CUT,
        direction=Direction.A_TO_B,
        containment_a=len(text) / len(source.text),
        containment_b=1.0,
    )
    return Report(article=article, affair=affair.number, lineage=lineage)


def _sentences(world: _World, affair: _Affair, words: int) -> list[str]:
    draw = world.random
    common, rare = iter(world.draw_common(words)), iter(world.draw_rare(words))
    subject = world.subjects[affair.subject]
    made = []
    while words > 0:
        length = min(words, draw.randint(10, 24))
        words -= length
        sentence = []
        for _ in range(length):
            lot = draw.random()
            if lot < 0.62:
                sentence.append(next(common))
            elif lot < 0.80:
                sentence.append(next(rare))
            elif lot < 0.89:
                sentence.append(draw.choice(subject))
            elif lot < 0.94:
                sentence.append(draw.choice(affair.words))
            elif lot < 0.97:
                sentence.append(draw.choice(affair.persons))
            elif lot < 0.985:
                sentence.append(affair.place)
            else:
                sentence.append(draw.choice(affair.numbers))
        made.append(" ".join(["The", *sentence]) + ".")
    return made
