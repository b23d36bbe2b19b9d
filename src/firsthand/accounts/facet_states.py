"""Facets of state: what one account says there was, and another that there was not ("no injuries", "two were hurt")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.accounts.facet_marks import Facet, is_open, stems_beside
from firsthand.accounts.sentences import Sentence, Word, WordKind
from firsthand.lexicon.state_words import COUNTED_STATES, STATES, STATES_DENIED
from firsthand.model import Span

__all__ = ["state_facets"]

# Words before a word of a state in which a negation is of it.
_REACH = 5
_NONE = frozenset("no none nobody nothing not never neither nor without cannot zero".split())
# "No other injuries", "no serious damage", "not immediately", "no longer": of some is denied what is not of all.
_PARTIAL = frozenset(
    """
    other others else further more additional new serious seriously major significant immediately longer yet only
    least critically severely such real direct formal formally
    """.split()
)
_HOPED = frozenset("any hope hoped hopes fear feared fears".split())
# "Claimed responsibility" leaves nothing open.
_OWN_WORDS = {"responsibility": frozenset("claim claims claimed claiming".split())}
_BESIDE_WORDS = 4
# Who says "no arrests" speaks of the whole happening: sentences with less in common are of the same.
_ALIKE = 0.7
_NONE_OF_ALL = frozenset("no none nobody".split())
_REPORTED = frozenset(
    """
    one reported reports immediate immediately was were been person people group groups organisation claimed claim
    claims of for
    """.split()
)
_COUNTS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve several dozens dozen hundreds many both
    extensive heavy severe widespread considerable
    """.split()
)
# "Injured reserve", "arrest warrant", "charge sheet": names of things, no states.
_NO_STATE = frozenset("reserve list warrant warrants sheet time sign signs system off".split())


def state_facets(sentence: Sentence) -> Iterator[Facet]:
    """Each state that a sentence says or denies; none of which it leaves open whether it is so."""
    words = sentence.words
    for place, word in enumerate(words):
        denied = word.key in STATES_DENIED
        name = STATES_DENIED.get(word.key) or STATES.get(word.key)
        if name is None:
            continue
        before = words[max(0, place - _REACH) : place]
        negator = _find_none(before)
        if negator is None and is_open([each for each in words[:place] if each.key not in _OWN_WORDS.get(name, ())]):
            continue
        if any(each.key in _HOPED or (negator is not None and each.key in _PARTIAL) for each in before):
            continue
        if denied and negator is not None:
            continue
        if place + 1 < len(words) and words[place + 1].key in _NO_STATE:
            continue
        is_so = not denied and negator is None
        value = frozenset({"is so" if is_so else "is not so"})
        span = Span(negator.start if negator is not None else word.start, word.end)
        beside = stems_beside(words, place, _BESIDE_WORDS)
        yield Facet("negation", f"state {name}", value, beside, span, is_strong=True, fewest_beside=2)
        if name in COUNTED_STATES and (_is_counted(before, name) if is_so else _is_of_all(before)):
            beside = frozenset({f"state {name}"})
            yield Facet("negation", f"count {name}", value, beside, span, is_strong=True, alike=_ALIKE)


def _is_counted(before: Sequence[Word], name: str) -> bool:
    """Whether it is said of how many or how much: "two officers were hurt", "extensive damage"."""
    if name in _OWN_WORDS:
        return any(word.key in _OWN_WORDS[name] for word in before)
    return any(word.key in _COUNTS or word.key.isdigit() for word in before)


def _is_of_all(before: Sequence[Word]) -> bool:
    """Whether nothing but grammar stands between "no" and the word: "no injuries", "nobody has been hurt"."""
    for word in reversed(before):
        if word.key in _NONE_OF_ALL:
            return True
        if word.kind is not WordKind.GRAMMAR and word.key not in _REPORTED:
            return False
    return False


def _find_none(before: Sequence[Word]) -> Word | None:
    """The last word that denies what follows, where no other statement begins between."""
    for word in reversed(before):
        if word.key in _NONE or word.key.endswith("n't"):
            return word
        if word.kind in {WordKind.NUMBER, WordKind.DATE} or word.key in {"but", "although", "though", "while"}:
            return None
    return None
