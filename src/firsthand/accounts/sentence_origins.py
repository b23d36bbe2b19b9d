"""For which origin a sentence counts: that of the text that it was taken from, whoever prints it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from firsthand.accounts.affair import Affair
from firsthand.accounts.sentences import Sentence
from firsthand.model import CreditRole, Direction, Passage, Span

__all__ = ["count_for_origins"]

# Share of a sentence that must stand in a passage for the sentence to be the passage's text.
_INSIDE_SHARE = 0.8
_Place = tuple[str, Span]


def count_for_origins(groups: Sequence[Sequence[Sentence]], affair: Affair) -> dict[_Place, str | None]:
    """The origin that each sentence of some statements counts for, by article and span.

    Sentences of one statement that stand against one another in passages of copied text are one text. It counts for
    the origin of the article that has it from no other; where the order is not known, of the one published first. A
    sentence that credits another outlet or an agency counts for that outlet's origin, where it has one here.

    Args:
        groups: The sentences of each statement, all those of one statement together.
        affair: The stories, with their passages and origins.
    """
    group_of = {(each.article, each.span): place for place, group in enumerate(groups) for each in group}
    by_article: dict[str, list[Span]] = defaultdict(list)
    for article, span in sorted(group_of):
        by_article[article].append(span)
    owner = {place: place for place in group_of}
    takers: set[_Place] = set()
    for passage in affair.passages:
        for a, b in _pairs(passage, by_article, group_of):
            first, second = sorted((_find(a, owner), _find(b, owner)))
            owner[second] = first
            if passage.direction in {Direction.A_TO_B, Direction.B_TO_A}:
                takers.add(b if passage.direction is Direction.A_TO_B else a)
    sentence_at = {(each.article, each.span): each for group in groups for each in group}
    first_of: dict[_Place, Sentence] = {}
    for place in sorted(owner, key=lambda each: (each in takers, sentence_at[each].order)):
        first_of.setdefault(_find(place, owner), sentence_at[place])
    named = _name_origins(affair)
    return {
        place: named.get(sentence.cites or "") or first_of[_find(place, owner)].origin
        for place, sentence in sentence_at.items()
    }


def _find(place: _Place, owner: dict[_Place, _Place]) -> _Place:
    """The place that stands for the text that `place` is of; ways there are made shorter."""
    while owner[place] != place:
        owner[place] = owner[owner[place]]
        place = owner[place]
    return place


def _pairs(
    passage: Passage, by_article: Mapping[str, Sequence[Span]], group_of: Mapping[_Place, int]
) -> Iterator[tuple[_Place, _Place]]:
    """The sentences of one statement that a passage holds on both sides."""
    told: dict[int, list[_Place]] = defaultdict(list)
    for place in _find_inside(passage.b, passage.b_span, by_article):
        told[group_of[place]].append(place)
    for place in _find_inside(passage.a, passage.a_span, by_article) if told else ():
        yield from ((place, other) for other in told.get(group_of[place], ()))


def _find_inside(article: str, passage: Span, by_article: Mapping[str, Sequence[Span]]) -> Iterator[_Place]:
    """The sentences of an article of which most stands in a passage."""
    spans = by_article.get(article, ())
    first = max(0, bisect_left(spans, passage.start, key=lambda span: span.start) - 1)
    for span in spans[first : bisect_left(spans, passage.end, key=lambda span: span.start)]:
        inside = min(span.end, passage.end) - max(span.start, passage.start)
        if inside >= _INSIDE_SHARE * (span.end - span.start):
            yield article, span


def _name_origins(affair: Affair) -> dict[str, str]:
    """The origin of each outlet and agency of which one account is here, by name."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, article in affair.articles.items():
        origin = affair.origin_of.get(name)
        if origin is not None:
            full = {credit.name for credit in article.credits if credit.role is CreditRole.FULL}
            for called in full | ({article.outlet} if article.outlet and not full else set()):
                found[called].add(origin)
    return {called: next(iter(origins)) for called, origins in found.items() if len(origins) == 1}
