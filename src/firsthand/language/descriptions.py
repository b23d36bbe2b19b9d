"""Whom a description stands for: "the Nepali leader", "the head of state", the person whom the article calls so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.language.people import Person, countries_of
from firsthand.lexicon.speech import LEADER_ROLES, ROLE_NOUNS, SAME_ROLES, UNNAMED_SOURCES
from firsthand.model import Span

__all__ = ["find_bearer", "is_indefinite"]

_INDEFINITE = frozenset("a an another any each every no one several some two three four many most other both".split())
# With one of these an office is held by somebody else than without.
_OTHER_BEARERS = frozenset(
    "former ex deputy vice acting assistant late first second prime supreme then retired".split()
)
# What somebody is who is the deputy of another: without the word the other is meant.
_LESSER = frozenset(["deputy", "vice", "assistant"])
_HEADS = {
    ("head", "state"): frozenset("president king queen monarch emir sultan emperor empress sheikh".split()),
    ("head", "government"): frozenset("premier prime chancellor".split()),
}


def is_indefinite(words: Sequence[str]) -> bool:
    """Whether a description speaks of somebody new, or of nobody in particular: "a local official"."""
    return not words or words[0] in _INDEFINITE


def find_bearer(words: Sequence[str], named: Iterable[tuple[Span, Person]]) -> tuple[Span, Person] | None:
    """The mention of the person that a description stands for; None where nobody is called so, or it is unclear.

    Who shares most words and countries with the description; of equals, whoever was named last.

    Args:
        words: Of the description, folded.
        named: Mentions of persons before it, in order.
    """
    if is_indefinite(words):
        return None
    roles = _roles(words)
    countries = countries_of(words)
    if not roles and not (countries and words[0] == "the" and len(words) == 2):
        return None
    if roles and roles[-1] in UNNAMED_SOURCES and not roles[-1].startswith("spokes"):
        return None
    mentions = list(named)
    best: tuple[int, Span, Person] | None = None
    for span, person in mentions:
        shared = _fit(person, roles, countries, set(words))
        if shared > 0 and (best is None or (shared, span.start) >= (best[0], best[1].start)):
            best = (shared, span, person)
    if best is None and countries and roles:
        best = _only_leader(mentions, roles, words, countries)
    return None if best is None else (best[1], best[2])


def _roles(words: Sequence[str]) -> list[str]:
    """The words for an office or part in a description; "head of state" is one."""
    for (head, whole), offices in _HEADS.items():
        if head in words and whole in words:
            return [min(offices)] if len(offices) == 1 else [f"{head} of {whole}"]
    return [word for word in words if word in ROLE_NOUNS]


def _fit(person: Person, roles: Sequence[str], countries: set[str], words: set[str]) -> int:
    """How well a description fits a person: 0 where it does not, else one more than it shares with the article."""
    if countries and not countries & person.countries:
        return 0
    if roles and not _has_role(person, roles[-1], words):
        return 0
    told = words - {"the", "this", "that", "of"} - set(roles) - _country_words(words)
    if told & _OTHER_BEARERS - person.called or _LESSER & person.called - words:
        return 0
    return 1 + len(words & person.called) + 2 * len(countries & person.countries)


def _has_role(person: Person, role: str, words: set[str]) -> bool:
    """Whether the article calls the person so, or by a word for the same office."""
    told = words - {"the", "this", "that", role} - _country_words(words)
    for (head, whole), offices in _HEADS.items():
        if role == f"{head} of {whole}":
            return bool(person.called & offices)
    if role == "minister" and "prime" in person.called and "prime" not in words:
        return False
    # A president may be called a leader, but "supreme leader" and "party leader" are offices of their own.
    if role == "leader" and not told - person.called and person.is_leader():
        return True
    return role in person.called or bool(SAME_ROLES.get(role, frozenset()) & person.called)


def _only_leader(
    mentions: Sequence[tuple[Span, Person]], roles: Sequence[str], words: Sequence[str], countries: set[str]
) -> tuple[int, Span, Person] | None:
    """As in "the Nepali leader" where one leader alone is named, and the article does not say of which country."""
    if roles[-1] not in LEADER_ROLES:
        return None
    fitting = [
        (span, person)
        for span, person in mentions
        if not person.countries and _has_role(person, roles[-1], set(words) - _country_words(set(words)))
    ]
    if len({id(person) for _, person in fitting}) != 1:
        return None
    if any(person.is_leader() and countries & person.countries for _, person in mentions):
        return None
    return (1, *fitting[-1])


def _country_words(words: set[str]) -> set[str]:
    return {word for word in words if countries_of([word])}
