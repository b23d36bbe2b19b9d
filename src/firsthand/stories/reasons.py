"""Why an article is in a story, in words, strongest first."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.model import Lineage
from firsthand.stories.features import StoryFeatures
from firsthand.stories.names import name_parts, name_sounds
from firsthand.stories.weighting import Block, Weighting
from firsthand.stories.word_frequency import stem_word
from firsthand.text.sentence_vectors import unpack_vectors

if TYPE_CHECKING:
    from numpy import float64, int32
    from numpy.typing import NDArray

__all__ = ["Evidence", "day_in_words", "explain_members", "written_names", "written_words"]

_MOST_NAMED = 4  # names, words or numbers given as one reason
_FULLER_SHARE = 0.25  # of the count of the commonest form: a fuller form at least this common is shown instead
_LEAST_SHARED_TEXT = 0.1  # share of an article's body worth giving as a reason
_TWIN_LIKENESS = 0.6  # cosine of two titles that mean much the same, in one language or two
_TWIN_STRENGTH = 0.4
_ROUND_UP = "stands alone: a round-up or live page of several affairs, counted in the story of none of them"
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
    twins: Mapping[str, tuple[float, str]]  # whose title is most like that of each, and how much
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
        is_round_up = evidence.features[group[0]].is_round_up
        return [(_ROUND_UP if is_round_up else "stands alone: no other article is close enough",)]
    features = [evidence.features[place] for place in group]
    blocks = evidence.weighting
    company = _Company(
        frozenset(one.article for one in features),
        _find_twins(features),
        written_names(features),
        {id(block): _count_holders(group, block) for block in (blocks.names, blocks.opening, blocks.numbers)},
    )
    return [_explain_member(place, day, evidence, company) for place in group]


def _find_twins(features: Sequence[StoryFeatures]) -> dict[str, tuple[float, str]]:
    """For each article the one whose title is most like its own by their vectors, where that says something."""
    import numpy

    rows = unpack_vectors([one.vector for one in features])
    twins: dict[str, tuple[float, str]] = {}
    for place, one in enumerate(features):
        likeness = (rows @ rows[place]).round(3)
        likeness[place] = -1.0
        best = min(numpy.flatnonzero(likeness == likeness.max()).tolist(), key=lambda other: features[other].article)
        if likeness[best] >= _TWIN_LIKENESS:
            twins[one.article] = (float(likeness[best]), features[best].article)
    return twins


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
    own = {**company.names, **written_names([one])}  # as the article itself writes them, where it does
    found += _shared_terms("same names", place, company, blocks.names, own)
    words = {stem: word for stem, word in written_words([one]).items() if not stem[0].isdigit()}
    found += _shared_terms("same words in title and opening", place, company, blocks.opening, words)
    found += _shared_terms("same numbers", place, company, blocks.numbers, None)
    if one.article in company.twins:
        likeness, twin = company.twins[one.article]
        found.append((_TWIN_STRENGTH * likeness, f"title means much the same as that of {twin}"))
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
        for part in parts + name_sounds(name):
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
    what: str, place: int, company: _Company, block: Block, written: Mapping[str, str] | None
) -> list[tuple[float, str]]:
    """The terms that the article shares with most weight with the rest of the story, as one reason.

    Told as `written` has them; what it lacks is not told.
    """
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
        word = term if written is None else written.get(term, "")
        if value > 0 and word and word not in told:
            told.append(word)
        if len(told) == _MOST_NAMED:
            break
    if not told:
        return []
    length = float((weights**2).sum()) ** 0.5
    strength = sum(value for value, _ in ranked) / (length * len(ranked) ** 0.5)
    return [(min(strength, 1.0), f"{what}: {', '.join(told)}")]
