"""Facets of state: what one account says there was, and another that there was not ("no injuries", "two were hurt")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.accounts.facet_marks import Facet, is_open, stems_beside
from firsthand.accounts.sentences import Sentence, Word, WordKind
from firsthand.lexicon.state_words import STATES, STATES_DENIED
from firsthand.model import Span

__all__ = ["state_facets"]

# Words before a word of a state in which a negation is of it.
_REACH = 5
_NONE = frozenset("no none nobody nothing not never neither nor without cannot zero".split())
# "No other injuries", "no serious damage", "not immediately", "no longer": of some is denied what is not of all.
_PARTIAL = frozenset(
    """
    other others else further more additional new serious seriously major significant immediately longer yet only
    least critically severely such real direct formal formally any hope hoped hopes
    """.split()
)
_BESIDE_WORDS = 4
# "Injured reserve", "arrest warrant", "charge sheet": names of things, no states.
_NO_STATE = frozenset("reserve list warrant warrants sheet time sign signs system off".split())


def state_facets(sentence: Sentence) -> Iterator[Facet]:
    """Each state that a sentence says or denies; none of which it leaves open whether it is so."""
    words = sentence.words
    for place, word in enumerate(words):
        state = STATES.get(word.key)
        denied = STATES_DENIED.get(word.key)
        if state is None and denied is None:
            continue
        before = words[max(0, place - _REACH) : place]
        negator = _find_none(before)
        if any(each.key in _PARTIAL for each in before) or (negator is None and is_open(words[:place])):
            continue
        if denied is not None and negator is not None:
            continue
        if place + 1 < len(words) and words[place + 1].key in _NO_STATE:
            continue
        is_so = denied is None and negator is None
        start = negator.start if negator is not None else word.start
        yield Facet(
            "negation",
            f"state {state or denied}",
            frozenset({"is so" if is_so else "is not so"}),
            stems_beside(words, place, _BESIDE_WORDS),
            Span(start, word.end),
            is_strong=True,
            fewest_beside=2,
        )


def _find_none(before: Sequence[Word]) -> Word | None:
    """The last word that denies what follows, where no other statement begins between."""
    for word in reversed(before):
        if word.key in _NONE or word.key.endswith("n't"):
            return word
        if word.kind in {WordKind.NUMBER, WordKind.DATE} or word.key in {"but", "although", "though", "while"}:
            return None
    return None
