"""Facets of persons: what they are, and of which country, by the words beside a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.accounts.facet_marks import Facet, stems_beside
from firsthand.accounts.sentences import Sentence, Word, WordKind
from firsthand.lexicon.demonyms import COUNTRY_OF_WORD
from firsthand.lexicon.role_words import ONLY_ONE, ROLES
from firsthand.model import Mention, Span

__all__ = ["role_facets", "says_former"]

# Words of an apposition: "Mara Brill, 34, a former nurse".
_APPOSITION_REACH = 5
# Words between one that says what somebody is and the name: "his brother, Mara Brill".
_BEFORE_REACH = 1
_NEAR_WORDS = 3  # of content, on either side of a word of kinship
_FORMER_REACH = 3
_FORMER = frozenset("former ex late then onetime retired deputy vice assistant acting incoming interim".split())


def role_facets(sentence: Sentence) -> Iterator[Facet]:
    """What the persons named in a sentence are said to be, and the nations of which somebody is."""
    for mention in sentence.names:
        inside = [
            place for place, word in enumerate(sentence.words) if mention.span.start <= word.start < mention.span.end
        ]
        if not inside:
            continue
        if mention.label == "PERSON":
            yield from _roles(sentence, inside[0], inside[-1])
            yield from _kin(sentence.words, inside, mention)
        elif mention.label == "NORP":
            yield from _nations(sentence.words, inside[-1], mention)


def says_former(words: Sequence[Word], place: int) -> bool:
    """Whether the words before a place say that somebody was this once, or stands in for who is: "former", "deputy"."""
    return any(word.key in _FORMER for word in words[max(0, place - _FORMER_REACH) : place])


def _roles(sentence: Sentence, first: int, last: int) -> Iterator[Facet]:
    words = sentence.words
    beside = frozenset({words[last].stem})
    for place in [*range(max(0, first - 1 - _BEFORE_REACH), first), *_apposition(sentence, last)]:
        for name, group in ROLES.get(words[place].key, ()):
            if says_former(words, place):
                continue
            span = Span(words[place].start, words[place].end)
            yield Facet("who", f"role {name}", frozenset({group}), beside, span, is_strong=True)


def _kin(words: Sequence[Word], inside: Sequence[int], mention: Mention) -> Iterator[Facet]:
    """Who is somebody's wife, husband, mother or father: "his wife, Mara Brill". Of each there is one."""
    place = inside[0] - 1
    if place < 1 or words[place].key not in ONLY_ONE or says_former(words, place):
        return
    value = frozenset(words[at].stem for at in inside if words[at].kind is WordKind.NAME)
    if value:
        value |= frozenset(part.casefold() for part in (mention.form or "").split())
        beside = stems_beside(words, place, _NEAR_WORDS) - value
        yield Facet("who", f"kin {words[place].stem}", value, beside, mention.span, is_strong=True, fewest_beside=2)


def _apposition(sentence: Sentence, last: int) -> Iterator[int]:
    """The places of the words behind a name and a comma, up to the first name, or mark that ends the apposition."""
    words = sentence.words
    for place in range(last + 1, min(len(words), last + 1 + _APPOSITION_REACH)):
        gap = sentence.text[words[place - 1].end - sentence.span.start : words[place].start - sentence.span.start]
        if (place == last + 1 and not gap.lstrip("'s’").startswith(",")) or words[place].kind is WordKind.NAME:
            return
        if place > last + 1 and not gap.isspace() and words[place - 1].kind is not WordKind.NUMBER:
            return
        if words[place].key in {"of", "for", "with", "at", "in", "who", "whose", "to", "and"}:
            return
        yield place


def _nations(words: Sequence[Word], last: int, mention: Mention) -> Iterator[Facet]:
    """The nation of whoever is named right behind it: "a Nepali climber"."""
    if words[last].stem not in COUNTRY_OF_WORD.values() or last + 1 >= len(words):
        return
    follows = words[last + 1]
    if follows.kind is WordKind.CONTENT and follows.start <= words[last].end + 1:
        yield Facet("who", "nation", frozenset({words[last].stem}), frozenset({follows.stem}), mention.span)
