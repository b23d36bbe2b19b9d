"""The persons of one article: which names stand for the same one, and what the article calls each of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from firsthand.language.parse import ArticleParse, Word
from firsthand.lexicon.demonyms import COUNTRY_OF_WORD
from firsthand.lexicon.given_names import pronoun_of_name
from firsthand.lexicon.speech import HONORIFICS, LEADER_ROLES, ROLE_NOUNS
from firsthand.model import Mention, Span
from firsthand.text.tokens import fold_word, tokenise

__all__ = ["People", "Person", "countries_of", "find_people", "name_words"]

_PARTICLE = re.compile(r"^(?:al|el|ad|as|ash|an|ar|at|az|abu|ibn|bin|ben)-(?=\w)")
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_WORDS_ROUND = 8
# Words before a name that are none of it. Few role words are names too, so a name keeps its last word whatever it is.
_TITLES = HONORIFICS | ROLE_NOUNS
_SHE_TITLES = frozenset(
    """
    mrs ms miss madam madame lady dame baroness queen princess sister mother congresswoman spokeswoman chairwoman
    businesswoman actress woman girl wife daughter
    """.split()
)
_HE_TITLES = frozenset(
    """
    mr sir lord king prince pope imam ayatollah sheikh emir sultan monsignor brother father congressman spokesman
    chairman businessman man boy husband son cleric priest
    """.split()
)


@dataclass(slots=True, eq=False)
class Person:
    """One person of the article, under every name that stands for them.

    Attributes:
        name: The fullest name in the article, without titles.
        words: Its folded words.
        mentions: Spans of all mentions, in order.
        full: Span of the first mention under the fullest name.
        first: Span of the first mention under a name of two words or more; of any, where there is no such.
        pronoun: "he", "she" or None where nothing tells.
        called: Folded words beside the name that say what the person is: "president", "supreme".
        countries: Countries that stand with those words.
    """

    name: str
    words: tuple[str, ...]
    full: Span
    first: Span
    mentions: list[Span] = field(default_factory=list)
    pronoun: str | None = None
    called: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)

    def is_leader(self) -> bool:
        """Whether the article gives the person an office that "leader" can stand for."""
        return bool(self.called & LEADER_ROLES)


@dataclass(frozen=True, slots=True)
class People:
    """The persons of an article, in order of their first mention, and who each mention of a person stands for."""

    persons: tuple[Person, ...]
    of_mention: dict[Span, Person]


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a person's name, without titles before it, suffixes behind it and a genitive's ending."""
    words = [token.norm.removesuffix("'s").rstrip(".") for token in tokenise(name)]
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return tuple(_PARTICLE.sub("", word) for word in words if word)


def countries_of(words: Sequence[str]) -> set[str]:
    """The countries that folded words name or describe, singly or in pairs."""
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    return {COUNTRY_OF_WORD[word] for word in (*words, *pairs) if word in COUNTRY_OF_WORD}


def find_people(parse: ArticleParse, mentions: Sequence[Mention]) -> People:
    """The persons of an article.

    Names of two words or more are one person where one's words are among the other's and the last is shared, or the
    first is and the last differs in nothing but a particle. A single word stands for the person whose name ends in
    it, else begins with it; where two are meant it stands for the one named last before it, and where that is
    unclear for nobody but itself.
    """
    spans = [mention.span for mention in mentions if mention.label == "PERSON"]
    written = {span: name_words(parse.text[span.start : span.end]) for span in spans}
    persons: list[Person] = []
    bearers: defaultdict[str, list[Person]] = defaultdict(list)  # by each word of the name
    of_mention: dict[Span, Person] = {}
    for span in spans:
        words = written[span]
        if len(words) > 1:
            person = next((person for person in bearers[words[-1]] if _is_same(person.words, words)), None)
            if person is None:
                person = Person(_bare_name(parse.text, span), words, full=span, first=span)
                persons.append(person)
                bearers[words[-1]].append(person)
                bearers[words[0]].append(person)
            elif len(words) > len(person.words):
                person.name, person.words, person.full = _bare_name(parse.text, span), words, span
            of_mention[span] = person
    for span in spans:
        words = written[span]
        if len(words) == 1:
            of_mention[span] = _bearer(parse, span, bearers[words[0]], words[0])
    for span in spans:
        person = of_mention[span]
        person.mentions.append(span)
        _describe(parse, span, person)
    unique = {id(person): person for person in of_mention.values()}
    return People(tuple(sorted(unique.values(), key=lambda person: person.mentions[0])), of_mention)


def _is_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if shorter[-1] != longer[-1]:
        return False
    return set(shorter) <= set(longer) or (len(shorter[0]) == 1 and longer[0].startswith(shorter[0]))


def _bare_name(text: str, span: Span) -> str:
    """The name as written, without titles before it."""
    tokens = tokenise(text, span.start, span.end)
    first = 0
    while first < len(tokens) - 1 and tokens[first].norm.rstrip(".") in _TITLES:
        first += 1
    return " ".join(text[tokens[first].start : span.end].split())


def _bearer(parse: ArticleParse, span: Span, bearers: list[Person], word: str) -> Person:
    """Whom a single word stands for: whose name ends in it, else whose begins with it, of two the one named before."""
    for place in (-1, 0):
        fitting = [person for person in bearers if len(person.words) > 1 and person.words[place] == word]
        before = [person for person in fitting if person.first.end <= span.start]
        if len(fitting) == 1 or len(before) == 1:
            return before[0] if len(before) == 1 else fitting[0]
        if fitting:
            break
    own = next((person for person in bearers if person.words == (word,)), None)
    if own is None:
        own = Person(_bare_name(parse.text, span), (word,), full=span, first=span)
        bearers.append(own)
    return own


def _describe(parse: ArticleParse, span: Span, person: Person) -> None:
    """Add to `person` what stands beside this mention: titles and offices before it, an apposition behind it."""
    words = parse.words
    first = bisect_left(words, span.start, key=lambda word: word.start)
    last = bisect_left(words, span.end, key=lambda word: word.start)
    if first >= len(words):
        return
    beside = [fold_word(word.text).rstrip(".") for word in words[first:last]]
    for word in reversed(words[max(0, first - _WORDS_ROUND) : first]):
        if word.sentence != words[first].sentence or not _is_of_name_phrase(word):
            break
        beside.append(fold_word(word.text).rstrip("."))
    beside.reverse()
    if last + 1 < len(words) and words[last].text == ",":
        beside.append("|")
        for word in words[last + 1 : last + 1 + _WORDS_ROUND]:
            if word.text in {",", ".", ";"} or word.tag.startswith("VB") or word.sentence != words[first].sentence:
                break
            beside.append(fold_word(word.text).rstrip("."))
    if person.pronoun is None and len(person.words) > 1:
        person.pronoun = pronoun_of_name(person.words[0])
    own = set(person.words)
    called = [word for word in beside if word not in own]
    if not (ROLE_NOUNS | HONORIFICS) & set(called):
        return
    person.called.update(called)
    person.countries |= countries_of(called)
    if person.pronoun is None:
        person.pronoun = "she" if set(called) & _SHE_TITLES else ("he" if set(called) & _HE_TITLES else None)


def _is_of_name_phrase(word: Word) -> bool:
    return (
        word.tag.startswith(("NN", "JJ", "POS", "HYPH"))
        or word.text in {"'s", "’s", "´s", "-", "of", "the", "The"}
        or word.tag == "CD"
    )
