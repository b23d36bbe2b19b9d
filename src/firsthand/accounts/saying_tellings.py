"""What one article prints of one saying in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.accounts.stretches import Piece, Stretch
from firsthand.lexicon.quotation_marks import CLOSING_MARKS
from firsthand.model import Span, overlap_length
from firsthand.text.tokens import Token

__all__ = ["Telling", "settle_tellings"]

# Words between marks that are this share of the clause that they stand in, in characters, are what is told.
_MARKED_SHARE = 1 / 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Telling:
    """Sentences in a row of one article that report one saying.

    Attributes:
        pieces: The sentences, in order, one at least.
    """

    pieces: tuple[Piece, ...]

    @property
    def stretch(self) -> Stretch:
        """What the first of them stands in."""
        return self.pieces[0].stretch

    @property
    def article(self) -> str:
        """Id of the article."""
        return self.stretch.article

    @property
    def span(self) -> Span:
        """From the first sentence to the end of the last."""
        return Span(self.pieces[0].span.start, self.pieces[-1].span.end)

    @property
    def words(self) -> list[Token]:
        """Its words, in order."""
        return [word for piece in self.pieces for word in piece.words]

    @property
    def keys(self) -> tuple[str, ...]:
        """One key for all spellings of a word, for each of `words`."""
        return tuple(key for piece in self.pieces for key in piece.keys)

    @property
    def stems(self) -> frozenset[str]:
        """The stems of what it says."""
        return frozenset(stem for piece in self.pieces for stem in piece.stems)

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """By which tellings are sorted: the same whatever the order of input."""
        return self.stretch.article, self.span, self.stretch.kind, self.stretch.quotation or ""


def settle_tellings(tellings: Iterable[Telling], texts: Mapping[str, str]) -> list[Telling]:
    """`tellings` of one saying in order, none of an article overlapping another, and those made one that touch.

    Of a clause and the words between marks in it the clause is kept, unless those words are most of what is told.
    """
    kept: list[Telling] = []
    for telling in sorted(tellings, key=lambda each: (each.span.start - each.span.end, each.order)):
        over = [place for place, other in enumerate(kept) if _overlaps(telling, other)]
        if not over:
            kept.append(telling)
        elif len(over) == 1 and _is_core(telling, kept[over[0]]):
            kept[over[0]] = telling
    kept.sort(key=lambda each: each.order)
    return _join_neighbours(kept, texts)


def _overlaps(one: Telling, other: Telling) -> bool:
    return one.article == other.article and overlap_length(one.span, other.span) > 0


def _is_core(telling: Telling, clause: Telling) -> bool:
    if not telling.stretch.is_marked or clause.stretch.is_marked:
        return False
    return telling.span.end - telling.span.start >= _MARKED_SHARE * (clause.span.end - clause.span.start)


def _join_neighbours(tellings: Sequence[Telling], texts: Mapping[str, str]) -> list[Telling]:
    joined: list[Telling] = []
    for telling in tellings:
        last = joined[-1] if joined else None
        if last is not None and _is_one_flow(last, telling, texts):
            joined[-1] = Telling(pieces=last.pieces + telling.pieces)
        else:
            joined.append(telling)
    return joined


def _is_one_flow(last: Telling, telling: Telling, texts: Mapping[str, str]) -> bool:
    """Whether no word stands between two tellings of an article, and no mark that closes the first of them."""
    if last.article != telling.article:
        return False
    between = texts[telling.article][last.span.end : telling.span.start]
    if any(character.isalnum() for character in between):
        return False
    touching = between.split(maxsplit=1)[0] if between[:1].strip() else ""
    return CLOSING_MARKS.isdisjoint(touching)
