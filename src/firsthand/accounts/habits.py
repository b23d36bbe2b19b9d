"""What an outlet habitually changes in the texts that it takes from others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from firsthand.accounts.settings import AccountsSettings
from firsthand.lexicon.spelling_variants import spelling_key
from firsthand.model import Article, Direction, Span, Wording
from firsthand.text.tokens import tokenise

__all__ = ["Habit", "find_habits"]

_LONGEST_WORDS = 8  # a longer change is one of its text, and stands in no other


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """One change that an outlet makes again and again."""

    outlet: str
    words: str | None  # as the texts had it, first seen; None where the outlet adds
    instead: str | None  # what the outlet prints; None where it leaves out
    articles: tuple[str, ...]  # of the outlet, in which it did
    places: tuple[tuple[str, Span, str, Span], ...]  # the outlet's article and words, the other article and its words


def find_habits(
    wordings: Iterable[Wording], articles: Mapping[str, Article], settings: AccountsSettings
) -> list[Habit]:
    """What outlets changed in at least `habit_articles` of their articles, where the direction of the copy is known.

    Reprints of one agency text by one outlet are several articles; one article that was compared with several
    reprints is one. Case, spelling and marks make no other words.

    Args:
        wordings: Of any stories: of the whole archive for an outlet's page.
        articles: Every article that they name, by id.
        settings: Of this stage.

    Returns:
        By outlet, what it changed in most articles first.
    """
    found: dict[tuple[str, str, str], list[tuple[str, Span, str, Span]]] = defaultdict(list)
    shown: dict[tuple[str, str, str], tuple[str, str]] = {}
    for row in sorted(wordings, key=lambda row: (row.a, row.b, row.a_span, row.b_span)):
        for key, change, place in _changes(row, articles):
            found[key].append(place)
            shown.setdefault(key, change)
    habits = []
    for key, places in found.items():
        changed = tuple(sorted({place[0] for place in places}))
        if len(changed) >= settings.habit_articles:
            words, instead = shown[key]
            habits.append(
                Habit(
                    outlet=key[0],
                    words=words or None,
                    instead=instead or None,
                    articles=changed,
                    places=tuple(sorted(set(places))),
                )
            )
    return sorted(habits, key=lambda each: (each.outlet, -len(each.articles), each.words or "", each.instead or ""))


_Change = tuple[tuple[str, str, str], tuple[str, str], tuple[str, Span, str, Span]]


def _changes(row: Wording, articles: Mapping[str, Article]) -> Iterator[_Change]:
    """The changes of a row as the taker made them: their key, their words, where they stand."""
    if row.direction not in {Direction.A_TO_B, Direction.B_TO_A}:
        return
    a_took = row.direction == Direction.B_TO_A
    giver, taker = (row.b, row.a) if a_took else (row.a, row.b)
    outlet = articles[taker].outlet
    if not outlet or outlet == articles[giver].outlet:
        return
    pairs = [
        ((a, a_span), (b, b_span)) for (a, b), (a_span, b_span) in zip(row.differs, row.differs_spans, strict=True)
    ]
    pairs += [((a, span), ("", row.b_span)) for a, span in zip(row.only_a, row.only_a_spans, strict=True)]
    pairs += [(("", row.a_span), (b, span)) for b, span in zip(row.only_b, row.only_b_spans, strict=True)]
    for a_side, b_side in pairs:
        (words, there), (instead, here) = (b_side, a_side) if a_took else (a_side, b_side)
        keys = _key(words), _key(instead)
        if keys[0] != keys[1] and max(len(key.split()) for key in keys) <= _LONGEST_WORDS:
            yield (outlet, *keys), (words, instead), (taker, here, giver, there)


def _key(words: str) -> str:
    return " ".join(spelling_key(token.norm) for token in tokenise(words))
