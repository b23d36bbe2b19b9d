"""Why an article is in a story, in words, strongest first."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.model import Lineage
from firsthand.stories.features import StoryFeatures
from firsthand.stories.names import name_parts
from firsthand.stories.weighting import Block, Weighting
from firsthand.stories.word_frequency import stem_word

if TYPE_CHECKING:
    from numpy import float64, int32
    from numpy.typing import NDArray

__all__ = ["Evidence", "day_in_words", "explain_members", "written_names", "written_words"]

_MOST_NAMED = 4  # names, words or numbers given as one reason
_FULLER_SHARE = 0.25  # of the count of the commonest form: a fuller form at least this common is shown instead
_LEAST_SHARED_TEXT = 0.1  # share of an article's body worth giving as a reason
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What reasons are read from: all articles of the run, by place, and the lineages of each article by id."""

    features: Sequence[StoryFeatures]
    weighting: Weighting
    lineages: Mapping[str, Sequence[Lineage]]


@dataclass(frozen=True, slots=True)
class _Company:
    """What the articles of one story hold together: counted once a story, as its members each ask for all of it."""

    articles: frozenset[str]
    names: Mapping[str, str]  # how they write them
    holders: Mapping[int, Counter[int]]  # by block: how many of them hold each term


def explain_members(group: Sequence[int], day: str | None, evidence: Evidence) -> list[tuple[str, ...]]:
    """The reasons for each article being in a story with the others, strongest first, in the order of `group`.

    Args:
        group: The places of the story's articles.
        day: Day of the story, ISO.
        evidence: What is known of all articles.
    """
    if len(group) == 1:
        return [("stands alone: no other article is close enough",)]
    features = [evidence.features[place] for place in group]
    blocks = evidence.weighting
    company = _Company(
        frozenset(one.article for one in features),
        written_names(features),
        {id(block): _count_holders(group, block) for block in (blocks.names, blocks.opening, blocks.numbers)},
    )
    return [_explain_member(place, day, evidence, company) for place in group]


def _count_holders(group: Sequence[int], block: Block) -> Counter[int]:
    holders: Counter[int] = Counter()
    for place in group:
        weights, columns = _row(place, block)
        holders.update(columns[weights > 0].tolist())
    return holders


def _row(place: int, block: Block) -> tuple[NDArray[float64], NDArray[int32]]:
    """Weights and columns of one row, without making a matrix of it."""
    low, high = block.matrix.indptr[place], block.matrix.indptr[place + 1]
    return block.matrix.data[low:high], block.matrix.indices[low:high]


def _explain_member(place: int, day: str | None, evidence: Evidence, company: _Company) -> tuple[str, ...]:
    one = evidence.features[place]
    found: list[tuple[float, str]] = []
    shared = _shared_text(one, company.articles, evidence.lineages)
    if shared:
        found.append(shared)
    blocks = evidence.weighting
    found += _shared_terms("same names", place, company, blocks.names, company.names)
    found += _shared_terms("same words in title and opening", place, company, blocks.opening, written_words([one]))
    found += _shared_terms("same numbers", place, company, blocks.numbers, {})
    if day and one.event_date == day:
        found.append((0.25, f"same day: {day_in_words(day)}"))
    elif day and one.published and abs(_ordinal(one.published) - _ordinal(day)) <= 2:
        found.append((0.1, f"published {_days_in_words(_ordinal(one.published) - _ordinal(day))}"))
    found.sort(key=lambda reason: (-reason[0], reason[1]))
    return tuple(words for _, words in found) or ("shares many common words with the story",)


def written_names(features: Sequence[StoryFeatures]) -> dict[str, str]:
    """For each part of a name, in the form for comparison, how the articles write the name it stands in.

    The commonest form, or the fuller one ("Orna Deveril" for "Deveril") where that is not rare beside it.
    """
    counts: dict[str, int] = {}
    for one in features:
        for name, count in one.names.items():
            counts[name] = counts.get(name, 0) + count
    forms: dict[str, list[tuple[bool, int, str]]] = {}
    for name in sorted(counts):
        parts = name_parts(name)
        for part in parts:
            forms.setdefault(part, []).append((len(parts) > 1, counts[name], name))
    written: dict[str, str] = {}
    for part, offered in forms.items():
        common = max(offered, key=lambda form: (form[1], form[2]))
        fuller = [form for form in offered if form[0] and form[1] >= _FULLER_SHARE * common[1]]
        written[part] = max(fuller, key=lambda form: (form[1], form[2]))[2] if fuller else common[2]
    return written


def written_words(features: Sequence[StoryFeatures]) -> dict[str, str]:
    """For each stem the shortest word of it in the articles."""
    written: dict[str, str] = {}
    words = {word for one in features for word in one.words}
    for word in sorted(words, key=lambda word: (len(word), word)):
        written.setdefault(stem_word(word), word)
    return written


def day_in_words(day: str) -> str:
    """`2017-11-01` as `1 November 2017`."""
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {int(year)}"


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


def _days_in_words(days: int) -> str:
    if days == 0:
        return "on its day"
    return f"{abs(days)} {'day' if abs(days) == 1 else 'days'} {'after' if days > 0 else 'before'} its day"


def _shared_text(
    one: StoryFeatures, others: frozenset[str], lineages: Mapping[str, Sequence[Lineage]]
) -> tuple[float, str] | None:
    best: tuple[float, str] | None = None
    for lineage in lineages.get(one.article, ()):
        other = lineage.b if lineage.a == one.article else lineage.a
        share = lineage.containment_a if lineage.a == one.article else lineage.containment_b
        if other in others and share >= _LEAST_SHARED_TEXT and (best is None or (share, best[1]) > (best[0], other)):
            best = (share, other)
    return (1.0 + best[0], f"shares {best[0]:.0%} of its text with {best[1]}".replace("%", " %")) if best else None


def _shared_terms(
    what: str, place: int, company: _Company, block: Block, written: Mapping[str, str]
) -> list[tuple[float, str]]:
    """The terms that the article shares with most weight with the rest of the story, as one reason."""
    weights, columns = _row(place, block)
    holders, others = company.holders[id(block)], len(company.articles) - 1
    ranked = sorted(
        (
            (weight * ((holders[column] - (weight > 0)) / others), block.terms[column])
            for weight, column in zip(weights.tolist(), columns.tolist(), strict=True)
        ),
        key=lambda item: (-item[0], item[1]),
    )
    told: list[str] = []
    for value, term in ranked:
        word = written.get(term, term)
        if value > 0 and word not in told:
            told.append(word)
        if len(told) == _MOST_NAMED:
            break
    if not told:
        return []
    length = float((weights**2).sum()) ** 0.5
    strength = sum(value for value, _ in ranked) / (length * len(ranked) ** 0.5)
    return [(min(strength, 1.0), f"{what}: {', '.join(told)}")]
