"""The persons of one article: which names stand for the same one, and what the article calls each of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from firsthand.language.parse import ArticleParse, Word
from firsthand.language.person_spans import find_person_spans
from firsthand.language.span_search import is_within
from firsthand.lexicon.demonyms import COUNTRY_OF_WORD
from firsthand.lexicon.given_names import pronoun_of_name
from firsthand.lexicon.speech import HONORIFICS, LEADER_ROLES, ROLE_NOUNS
from firsthand.model import Mention, Span
from firsthand.text.tokens import fold_word, tokenise

__all__ = ["People", "Person", "countries_of", "find_people", "name_words", "pronoun_of_words"]

_PARTICLE = re.compile(r"^(?:al|el|ad|as|ash|an|ar|at|az|abu|ibn|bin|ben)-(?=\w)")
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_WORDS_ROUND = 8
# Words before a name that are none of it. Few role words are names too, so a name keeps its last word whatever it is.
_TITLES = (
    HONORIFICS
    | ROLE_NOUNS
    | frozenset(
        "fisherman mum dad pensioner postman policeman policewoman housewife teenager widow grandad "
        "model comedian rapper footballer golfer boxer".split()
    )
)
_SHE_TITLES = frozenset(
    """
    mrs ms miss madam madame lady dame baroness queen empress princess sister mother congresswoman spokeswoman
    chairwoman businesswoman actress comedienne duchess countess widow woman girl wife daughter grandmother mum mom
    saleswoman policewoman assemblywoman councilwoman alderwoman noblewoman nun housewife heiress waitress
    """.split()
)
_HE_TITLES = frozenset(
    """
    mr sir lord king emperor prince pope imam ayatollah sheikh emir sultan monsignor brother father spokesman
    businessman duke count man boy husband son cleric priest grandfather dad widower salesman policeman
    postman fisherman monk heir waiter congressman assemblyman councilman
    """.split()
)
# Who is called so bears the surname of somebody in office as often as not.
_RELATIVES = frozenset(
    "lady wife husband widow widower son daughter brother sister mother father cousin nephew niece".split()
)
_PRONOUNS = {"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "herself": "she"}
# One pronoun must be this many times as frequent as the other to tell anything.
_CLEAR_VOTES = 3
# What ends an apposition: a relative clause, or a pronoun of somebody else.
_ENDS_APPOSITION = frozenset(["WP", "WP$", "WDT", "WRB", "PRP$", "PRP", "MD"])


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
        is_titled: Whether a title or an office tells the pronoun, and not the given name.
        called: Folded words beside the name that say what the person is: "president", "supreme".
        countries: Countries that stand with those words.
        not_meant: The full name of another bearer of the surname, whom a title before it does not fit; else empty.
    """

    name: str
    words: tuple[str, ...]
    full: Span
    first: Span
    mentions: list[Span] = field(default_factory=list)
    pronoun: str | None = None
    is_titled: bool = False
    called: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    not_meant: str = ""

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


def find_people(parse: ArticleParse, mentions: Sequence[Mention], apart: Sequence[Span] = ()) -> People:
    """The persons of an article.

    Names of two words or more are one person where one's words are among the other's and the last is shared, or the
    first is and the last differs in nothing but a particle. A single word stands for the person whose name ends in
    it, else begins with it; where two are meant it stands for the one named last before it, and where that is
    unclear for nobody but itself.

    Args:
        parse: The article's parse.
        mentions: Its names.
        apart: What stands between quotation marks, in order: no pronoun in it tells of whoever is named outside.
    """
    spans = find_person_spans(parse, mentions)
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
    named = frozenset(index for index, word in enumerate(parse.words) if is_within(word.start, spans))
    for span, person in of_mention.items():
        _describe(parse, span, person, named)
    for span in spans:
        words = written[span]
        if len(words) == 1:
            of_mention[span] = _bearer(parse, span, bearers[words[0]], named)
            _describe(parse, span, of_mention[span], named)
    for span in spans:
        of_mention[span].mentions.append(span)
    _count_pronouns(parse, of_mention, apart)
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


def _bearer(parse: ArticleParse, span: Span, bearers: list[Person], named: frozenset[int]) -> Person:
    """Whom a single word stands for: whose name ends in it, else whose begins with it, of two the one named before.

    Never somebody whom the title before it does not fit; where there is such a one, nor does it stand for the other
    when it has no title, for it was then said of either.
    """
    (word,) = name_words(parse.text[span.start : span.end])
    titles = _titles_before(parse, span, named)
    own = next((person for person in bearers if person.words == (word,)), None)
    clashing = ""
    for place in (-1, 0):
        of_word = [person for person in bearers if len(person.words) > 1 and person.words[place] == word]
        fitting = [person for person in of_word if not _is_clash(person, titles)]
        before = [person for person in fitting if person.first.end <= span.start]
        titled = [person for person in fitting if person.called.intersection(titles)]
        if own is not None and not titles:
            break
        if len(titled) == 1:
            return titled[0]
        if len(fitting) == 1 or len(before) == 1:
            return before[0] if len(before) == 1 else fitting[0]
        if of_word:
            clashing = "" if fitting else of_word[0].name
            break
    if own is None:
        own = Person(_bare_name(parse.text, span), (word,), full=span, first=span)
        bearers.append(own)
    own.not_meant = own.not_meant or clashing
    return own


def _titles_before(parse: ArticleParse, span: Span, named: frozenset[int]) -> list[str]:
    """The folded titles and offices in a name and right before it: "Mr", "president"; in front of a capital only."""
    first = bisect_left(parse.words, span.start, key=lambda word: word.start)
    if first >= len(parse.words):
        return []
    before = _words_before(parse.words, first, named)
    within = [fold_word(word).rstrip(".") for word in parse.text[span.start : span.end].split()[:-1]]
    return [word for word in (*before, *within) if word in ROLE_NOUNS | HONORIFICS | _SHE_TITLES | _HE_TITLES]


def _is_clash(person: Person, titles: Sequence[str]) -> bool:
    """Whether titles before a surname are somebody else's: the other gender's, or the office of a person's relative.

    "Mr Doe" is not Anna Doe, and "President Doe" not "the first lady, Anna Doe".
    """
    told = pronoun_of_words(titles)
    if told is not None and person.pronoun is not None and told != person.pronoun:
        return True
    offices = set(titles) & LEADER_ROLES
    return bool(offices) and not offices & person.called and bool(_RELATIVES & person.called)


def _describe(parse: ArticleParse, span: Span, person: Person, others: frozenset[int]) -> None:
    """Add to `person` what stands beside this mention: titles and offices before it, an apposition behind it."""
    words = parse.words
    first = bisect_left(words, span.start, key=lambda word: word.start)
    last = bisect_left(words, span.end, key=lambda word: word.start)
    if first >= len(words):
        return
    within = [fold_word(word.text).rstrip(".") for word in words[first:last]]
    before = _words_before(words, first, others)
    behind = _words_behind(words, first, last, others)
    own = set(person.words)
    called = [word for word in (*before, *within, *behind) if word not in own]
    _read_pronoun(person, [*before, *(word for word in within if word not in own)], behind)
    if not (ROLE_NOUNS | HONORIFICS) & set(called):
        return
    person.called.update(called)
    person.countries |= countries_of(called)


def _words_before(words: Sequence[Word], first: int, others: frozenset[int]) -> list[str]:
    """The folded words of the noun phrase before a name, as far as they tell of its bearer.

    "Nepal's president Doe" tells a country and an office, "President Doe's aide Roe" of Roe the word behind the
    genitive only: before one, and before the name of somebody else, nothing but countries is kept.
    """
    found: list[str] = []
    for place in range(first - 1, max(0, first - _WORDS_ROUND) - 1, -1):
        word = words[place]
        if word.sentence != words[first].sentence or not _is_of_name_phrase(word) or place in others:
            break
        if word.tag == "POS":
            owners = [fold_word(each.text) for each in words[max(0, place - 2) : place]]
            return [*(word for word in owners if countries_of([word])), *reversed(found)]
        found.append(fold_word(word.text).rstrip("."))
    return found[::-1]


def _words_behind(words: Sequence[Word], first: int, last: int, others: frozenset[int]) -> list[str]:
    """The folded words of the apposition behind a name: "..., the mayor of Oslo,". Of a phrase in it only countries.

    "Doe, President Roe's aide" and "Doe, an aide to President Roe" tell of Doe that he is an aide, and "Doe, President
    Roe and the mayor" nothing.
    """
    if last + 1 >= len(words) or words[last].text != ",":
        return []
    found: list[str] = []
    is_phrase = has_other = False
    for place, word in enumerate(words[last + 1 : last + 1 + _WORDS_ROUND], start=last + 1):
        if word.text in {",", ".", ";"} or word.tag in _ENDS_APPOSITION or word.tag.startswith("VB"):
            break
        if word.sentence != words[first].sentence or (has_other and word.tag == "CC"):
            break
        folded = fold_word(word.text).rstrip(".")
        if word.tag == "POS" or place in others:
            found = [each for each in found if countries_of([each])]
            has_other = place in others
        elif word.tag in {"IN", "TO"}:
            is_phrase = True
        elif not is_phrase or folded not in ROLE_NOUNS | HONORIFICS:
            found.append(folded)
    return found


def _read_pronoun(person: Person, titled: Sequence[str], behind: Sequence[str]) -> None:
    """Set the person's pronoun by title or office, which outweigh a given name; the first of a kind counts."""
    told = pronoun_of_words(titled) or pronoun_of_words(behind)
    if told is not None and not person.is_titled:
        person.pronoun, person.is_titled = told, True
    elif person.pronoun is None and len(person.words) > 1:
        person.pronoun = pronoun_of_name(person.words[0])


def pronoun_of_words(words: Sequence[str]) -> str | None:
    """The pronoun that folded titles or nouns for a person tell; None for none, or for both."""
    is_she, is_he = bool(set(words) & _SHE_TITLES), bool(set(words) & _HE_TITLES)
    return None if is_she == is_he else ("she" if is_she else "he")


def _count_pronouns(parse: ArticleParse, of_mention: dict[Span, Person], apart: Sequence[Span]) -> None:
    """Set the pronoun of persons whom neither title nor name tells: as the text goes on with "his" or "her".

    Counted in sentences that name one person only, before the pronoun, outside of quoted words.
    """
    named: defaultdict[int, set[Person]] = defaultdict(set)
    ends: dict[int, int] = {}
    starts = [word.start for word in parse.words]
    for span, person in of_mention.items():
        index = bisect_left(starts, span.start)
        if index < len(parse.words):
            sentence = parse.words[index].sentence
            named[sentence].add(person)
            ends[sentence] = min(ends.get(sentence, span.end), span.end)
    votes: defaultdict[Person, Counter[str]] = defaultdict(Counter)
    for sentence, persons in named.items():
        (person, *more) = persons
        if more or person.pronoun is not None:
            continue
        for word in parse.words[slice(*parse.sentence_words[sentence])]:
            told = _PRONOUNS.get(word.text.lower())
            if told is not None and word.start >= ends[sentence] and not is_within(word.start, apart):
                votes[person][told] += 1
    for person, counted in votes.items():
        (first, count), *others = counted.most_common()
        if not others or count >= _CLEAR_VOTES * others[0][1]:
            person.pronoun = first


def _is_of_name_phrase(word: Word) -> bool:
    return word.tag.startswith(("NN", "JJ", "POS", "HYPH", "CD")) or word.text in {"-", "of", "the", "The"}
