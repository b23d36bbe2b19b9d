"""What a sentence says in one slot, and which of its words negate others or leave open whether they are so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.accounts.sentences import Word, WordKind
from firsthand.model import Span

__all__ = [
    "Facet",
    "count_negators",
    "find_negator",
    "is_negated_far",
    "is_of_others",
    "is_open",
    "neighbours",
    "stems_beside",
    "stems_of",
]

_NEGATORS = frozenset(
    """
    not never cannot neither nor without unable failed fails failure refused refuses refusal refusing declined
    declines declining
    didn doesn hadn hasn haven isn aren wasn weren wouldn couldn shouldn
    """.split()  # the last line: before an apostrophe that stands apart
)
# Where one of these stands, nothing behind it is said to be so.
_OPEN_WORDS = frozenset(
    """
    no none nobody nothing denied denies deny denying denial denials if whether unless could would might may should
    can accused accuses accusing accusation accusations alleged allegedly allegation allegations claim claims claimed
    asked need needed rejected rejects doubt doubts doubted doubtful unlikely
    """.split()
)
# "Not only", "no longer", "not until": no negation of what follows.
_NO_NEGATION = frozenset(
    "only just merely simply necessarily longer later more less fewer sooner until yet immediately".split()
)
# "No one was hurt", "without serious injuries": words so far behind one of these are not said to be so.
_NONE = frozenset({"no", "nobody", "none", "nothing"})
_NONE_REACH = 5
_OTHERS_REACH = 4
_NEGATION_REACH = 3  # words between a negator and what it negates


@dataclass(frozen=True, slots=True)
class Facet:
    """What a sentence says in one slot."""

    kind: str  # in what accounts differ that have another value
    slot: str
    value: frozenset[str]  # stems or groups: two facets of a slot are apart where they have none in common
    beside: frozenset[str]  # stems of the words that say of what it is told
    span: Span
    is_strong: bool = False  # whether it can be told from little else in common that it is of the same thing
    fewest_beside: int = 1  # how many of the words beside it another facet must have too
    alike: float = 1.0  # share of `disputed_statement` that is enough for a strong facet


def find_negator(words: Sequence[Word], place: int) -> Word | None:
    """The word that negates the one at `place`, at most three words before it; None where none does."""
    for at in range(place - 1, max(-1, place - 1 - _NEGATION_REACH), -1):
        key = words[at].key
        if key in _NO_NEGATION:
            return None
        if _is_negator(key):
            return words[at]
        if words[at].kind is not WordKind.GRAMMAR:
            return None
    return None


def count_negators(words: Sequence[Word]) -> int:
    """How many words of negation stand among `words`."""
    return sum(_is_negator(word.key) for word in words)


def is_open(words: Sequence[Word]) -> bool:
    """Whether a word among `words` negates what follows, or leaves open whether it is so."""
    return any(_is_negator(word.key) or word.key in _OPEN_WORDS for word in words)


def stems_beside(words: Sequence[Word], place: int, reach: int) -> frozenset[str]:
    """The stems of the next `reach` words of content on either side of a place."""
    return stems_of(neighbours(words, place, reach, -1)) | stems_of(neighbours(words, place, reach, 1))


def _is_negator(key: str) -> bool:
    return key in _NEGATORS or key.endswith("n't")


def neighbours(words: Sequence[Word], place: int, reach: int, step: int) -> Iterator[Word]:
    """The next `reach` words of content before (`step` -1) or after a place."""
    place += step
    while 0 <= place < len(words) and reach > 0:
        if words[place].kind is not WordKind.GRAMMAR:
            yield words[place]
            reach -= 1
        place += step


def stems_of(words: Iterator[Word]) -> frozenset[str]:
    """The stems of `words`."""
    return frozenset(word.stem for word in words)


def is_negated_far(words: Sequence[Word], place: int) -> bool:
    """Whether a negation stands up to five words before a place: "no one was hurt", "without serious injuries"."""
    return any(word.key in _NONE or _is_negator(word.key) for word in words[max(0, place - _NONE_REACH) : place])


def is_of_others(words: Sequence[Word], place: int) -> bool:
    """Whether it is said of others: "all other senators opposed it", "staff and others who did not work there"."""
    return any(word.key in {"other", "others"} for word in words[max(0, place - _OTHERS_REACH) : place])
