"""The ways to write names over a whole archive: what kind of thing each names, and which articles use it.

A form is one key: the words of a name as they are compared. What kind of thing it names, all articles decide together:
one mention that a model calls a people is outvoted by ten that it calls a person.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from firsthand.language.name_labels import NAME_LABELS
from firsthand.language.people import name_words
from firsthand.lexicon.gazetteer import country_of_demonym, find_places, place_key
from firsthand.lexicon.given_names import pronoun_of_name
from firsthand.lexicon.known_names import (
    BODY_ENDINGS,
    COMPANY_FORMS,
    INVERTED_HEADS,
    KNOWN_BODIES,
    PLACE_ENDINGS,
    REGIONS,
    people_key,
)
from firsthand.lexicon.spelling_variants import spelling_key
from firsthand.model import ArticleNames

__all__ = ["Key", "NameForm", "collect_forms", "compared_name", "label_rank"]

Key = tuple[str, ...]
Use = tuple[str, str]  # an article, and the form that it has for a name

# Labels that the model confuses with each other share a group: one name is one entity within a group.
_GROUPS = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "body", "NORP": "people"}
_PLACE_LABELS = frozenset(["GPE", "LOC", "FAC"])
_POINTED = re.compile(r"\b[A-Za-z](?:\.[A-Za-z])+\b\.?")  # "U.N." and "G.R.U" are "UN" and "GRU"
_REGNAL = re.compile(r"^(?:i{1,3}|iv|vi{0,3}|ix|x[iv]*)$")
_LONGEST_FULL_NAME = 3  # words of a person's name that the model took for a body's
_BODY_WORDS = BODY_ENDINGS | COMPANY_FORMS | PLACE_ENDINGS
# A city of the gazetteer is a place where one mention in so many is called one.
_LEAST_PLACE_SHARE = 4


@dataclass(slots=True, eq=False)
class NameForm:
    """One way to write a name, in all articles of the archive or in some of them.

    Attributes:
        key: Its words as they are compared.
        group: "person", "body", "place", "people", or another label of the model.
        labels: How many mentions have each label.
        written: How many mentions each way to write it has, titles and accents kept.
        articles: Those that use it.
        uses: In which article it stands for which form of that article; the label, and how many mentions.
        code: Of the place that it is in the gazetteer.
        is_part: Whether other articles' uses of the same key are another form: "Norton" here is Anna, there David.
    """

    key: Key
    group: str
    labels: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    uses: dict[Use, tuple[str, int]] = field(default_factory=dict)
    code: str | None = None
    is_part: bool = False

    def add(self, use: Use, label: str, mentions: int) -> None:
        """Take in what one article has under this form."""
        article, name = use
        self.labels[label] += mentions
        self.written[name] += mentions
        self.articles.add(article)
        self.uses[use] = (label, mentions)

    def divide(self, part_of: Callable[[str], object]) -> dict[object, NameForm]:
        """The form in parts, by what `part_of` says of each article; the form itself where there is one part only."""
        parts: dict[object, NameForm] = {}
        of_article = {article: part_of(article) for article in self.articles}
        if len(set(of_article.values())) == 1:
            return {next(iter(of_article.values())): self}
        for use, (label, mentions) in self.uses.items():
            key = of_article[use[0]]
            if key not in parts:
                parts[key] = NameForm(self.key, self.group, is_part=True)
            parts[key].add(use, label, mentions)
        return parts


def label_rank(label: str) -> int:
    """Which of two labels goes first where they have as many votes: the smaller."""
    return NAME_LABELS.index(label) if label in NAME_LABELS else len(NAME_LABELS)


@lru_cache(maxsize=1 << 16)
def _plain_words(name: str) -> Key:
    """Folded words in Latin letters, one for each spelling, without genitive; initials with points are one word."""
    if not name.isascii():
        from anyascii import anyascii

        name = anyascii(name)
    plain = _POINTED.sub(lambda match: match[0].replace(".", ""), name)
    words = place_key(plain).split()
    return tuple(words) or (name.casefold(),)


@lru_cache(maxsize=1 << 16)
def _person_key(name: str) -> Key:
    from anyascii import anyascii

    plain = name if name.isascii() else anyascii(name)
    words = name_words(_POINTED.sub(lambda match: match[0].replace(".", " "), plain))
    words = tuple(part for word in words for part in word.split("-") if part)  # "Jong-un", "Jong Un"
    if len(words) == 1:
        last = _plain_words(name)[-1]
        return (*words, last) if _REGNAL.match(last) and last not in words else words  # "Elizabeth II"
    return words or _plain_words(name)


@lru_cache(maxsize=1 << 16)
def _body_key(name: str) -> Key:
    """As `_plain_words`, one for "Department of Justice" and "Justice Department", without a company's ending."""
    words = tuple(spelling_key(word) for word in _plain_words(name))
    if " ".join(words) in KNOWN_BODIES:
        return tuple(KNOWN_BODIES[" ".join(words)].split())
    while len(words) > 1 and words[-1] in COMPANY_FORMS:
        words = words[:-1]
    for place, word in enumerate(words[:-2]):
        if word in INVERTED_HEADS and words[place + 1] == "of":
            words = (*words[:place], *words[place + 2 :], word)
            break
    return tuple(word for place, word in enumerate(words) if not place or word not in {"the", "and", "affairs"})


def _people_key(name: str) -> Key:
    return people_key(_plain_words(name))


_KEYS: dict[str, Callable[[str], Key]] = {"person": _person_key, "body": _body_key, "people": _people_key}


def compared_name(name: str, group: str) -> Key:
    """The words of a name as they are compared within a group."""
    return _KEYS.get(group, _plain_words)(name)


def collect_forms(articles: Iterable[ArticleNames]) -> list[NameForm]:
    """The forms of an archive, in order of group and key.

    Args:
        articles: In order of their ids.
    """
    articles = list(articles)
    election = _Election(articles)
    counts: defaultdict[Use, int] = defaultdict(int)
    for each in articles:
        for use in each.uses:
            counts[each.article, use.name] += use.mentions
    of_name: dict[str, tuple[NameForm, str]] = {}
    forms: dict[tuple[str, Key], NameForm] = {}
    for (article, name), mentions in counts.items():
        if name not in of_name:
            label = election.label(_plain_words(name))
            group = _GROUPS.get(label, label)
            key = compared_name(name, group)
            of_name[name] = forms.setdefault((group, key), NameForm(key, group)), label
        form, label = of_name[name]
        form.add((article, name), label, mentions)
    return [forms[place] for place in sorted(forms)]


class _Election:
    """The label of each name over the whole archive: what is known of it, else what most mentions have."""

    def __init__(self, articles: Iterable[ArticleNames]) -> None:
        self._votes: defaultdict[Key, Counter[str]] = defaultdict(Counter)
        self._spread: defaultdict[Key, set[str]] = defaultdict(set)  # articles that have the name
        self._with_full: defaultdict[str, set[str]] = defaultdict(
            set
        )  # that have a person's of this first or last word
        for each in articles:
            for use in each.uses:
                words = _plain_words(use.name)
                self._votes[words][use.label] += use.mentions
                self._spread[words].add(each.article)
                key = _person_key(use.name) if use.label == "PERSON" else ()
                for word in (key[0], key[-1]) if len(key) > 1 else ():
                    self._with_full[word].add(each.article)

    def label(self, words: Key) -> str:
        """The label of a name, by its plain words."""
        name = " ".join(words)
        if name in KNOWN_BODIES:
            return "ORG"
        if name in REGIONS:
            return "LOC"
        label = self._winner(words)
        if label in _PLACE_LABELS - {"GPE"}:
            return label
        if _is_place(words, self._votes[words], has_bearers=name in self._with_full) or self._names_land(words, label):
            return "GPE"
        if label != "PERSON" and self._names_person(words, label):
            return "PERSON"
        is_people = len(words) == 1 and country_of_demonym(name) is not None and not find_places(name)
        return "NORP" if is_people and label != "PERSON" else label

    def _winner(self, words: Key) -> str:
        """The label that most mentions have; "" of what no article has."""
        counts = self._votes.get(words, Counter())
        return min(counts, key=lambda each: (-counts[each], label_rank(each)), default="")

    def _names_land(self, words: Key, label: str) -> bool:
        """Whether a people is called after it, as the "Kassarian" after "Kassaria"."""
        last = words[-1]
        return label in {"ORG", "PERSON"} and last.endswith("a") and self._winner((*words[:-1], f"{last}n")) == "NORP"

    def _names_person(self, words: Key, label: str) -> bool:
        """Whether other names show a name to be a person's that most mentions give another label."""
        name, bare = " ".join(words), _person_key(" ".join(words))
        if len(words) == 1:
            is_known = country_of_demonym(name) is not None or bool(find_places(name))
            return not is_known and len(self._with_full[name]) >= len(self._spread[words])
        if bare != words and self._winner(bare) == "PERSON":
            return True  # "President Norton" where "Norton" is a person
        if label != "ORG" or len(words) > _LONGEST_FULL_NAME or words[-1] in _BODY_WORDS or find_places(words[0]):
            return False
        alone = words[-1:]  # "Anna Norton" where "Norton" is a person, and more often told of
        return self._winner(alone) == "PERSON" and len(self._spread[alone]) >= len(self._spread[words])


def _is_place(words: Key, counts: Counter[str], *, has_bearers: bool) -> bool:
    """Whether the gazetteer outvotes the model, which calls no more than some of the mentions a place."""
    places = find_places(" ".join(words))
    if not places:
        return False
    if len(words) > 1:
        return pronoun_of_name(words[0]) is None  # "Sioux Falls"; not "Ana Maria"
    as_place = sum(counts[label] for label in _PLACE_LABELS)
    is_country = any(place.kind == "country" for place in places)
    return as_place * _LEAST_PLACE_SHARE >= counts.total() or (is_country and not has_bearers)
