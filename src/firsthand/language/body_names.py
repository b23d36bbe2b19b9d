"""Which forms of names stand for one body: acronyms, names with and without their country, and short names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from firsthand.language.company import EntityTree
from firsthand.language.name_forms import Key, NameForm, compared_name
from firsthand.lexicon.gazetteer import country_of_demonym, find_places
from firsthand.lexicon.known_names import KNOWN_BODIES

__all__ = ["join_bodies"]

_SMALL_WORDS = frozenset(["of", "the", "and", "for", "in", "on", "de", "la", "to"])
_LONGEST_ACRONYM = 6
_UNCERTAIN_ACRONYM = 2  # letters; so few are the initials of too many names
# "Harbour Zoo & Gardens" is the Harbour Zoo, and so is "Harbour Zoo (@harbourzoo".
_CONTINUED = re.compile(r"\s+(?:&|and)\s+|\s*[(@]")
# Of several longer names the one is meant that has so many times more articles than the next.
_DOMINANCE = 3.0
_LEAST_SHARE = 0.5  # of a short name's articles that have the longer name


def join_bodies(forms: Sequence[NameForm], tree: EntityTree) -> None:
    """Join the forms that stand for one body.

    Args:
        forms: All forms, in order: an acronym may be taken for a place.
        tree: Where they are joined.
    """
    bodies = [form for form in forms if form.group == "body"]
    by_key = {form.key: form for form in bodies}
    for form in bodies:
        whole = _continued(form, by_key)
        if whole is not None:
            tree.join(form, whole)
    for form, whole in [*_qualified(forms), *_shortened(bodies), *_acronyms(forms)]:
        if tree.find(form) is form and tree.find(whole) is not form:
            tree.join(form, whole)


def _continued(form: NameForm, by_key: dict[Key, NameForm]) -> NameForm | None:
    """The body whose name `form` begins with, before an "and" or a bracket."""
    for name in sorted(form.written):
        key = compared_name(_CONTINUED.split(name, maxsplit=1)[0] or name, "body")
        if len(key) > 1 and key != form.key and key in by_key:
            return by_key[key]
    return None


def _qualified(forms: Sequence[NameForm]) -> Iterator[tuple[NameForm, NameForm]]:
    """Names without a country with the one of that name with it, where their articles speak of the country."""
    told_of: defaultdict[str, set[str]] = defaultdict(set)
    with_country: defaultdict[Key, list[tuple[NameForm, str]]] = defaultdict(list)
    for form in forms:
        country = _country(" ".join(form.key)) if form.group in {"place", "people"} else None
        if country is not None:
            told_of[country] |= form.articles
        for length in (1, 2) if form.group == "body" else ():
            country = _country(" ".join(form.key[:length])) if len(form.key) > length else None
            if country is not None:
                with_country[form.key[length:]].append((form, country))
    for form in forms:
        longer = sorted(with_country.get(form.key, ()), key=lambda each: (-len(each[0].articles), each[0].key))
        if form.group != "body" or not longer or " ".join(form.key) in KNOWN_BODIES:
            continue
        whole, country = longer[0]
        is_clear = len(longer) == 1 or len(whole.articles) >= _DOMINANCE * len(longer[1][0].articles)
        beside = len(told_of[country] & form.articles)
        if is_clear and (whole.articles & form.articles or beside >= _LEAST_SHARE * len(form.articles)):
            yield form, whole


def _country(name: str) -> str | None:
    """ISO 3166-1 alpha-2 of the country that a folded name names or describes."""
    return next((each.code for each in find_places(name) if each.kind == "country"), None) or country_of_demonym(name)


def _shortened(bodies: Sequence[NameForm]) -> Iterator[tuple[NameForm, NameForm]]:
    """Single words with the one longer name that they open or close, which stands in half of their articles."""
    longer: defaultdict[str, list[NameForm]] = defaultdict(list)
    for form in bodies:
        if len(form.key) > 1:
            for word in sorted({form.key[0], form.key[-1]}):
                longer[word].append(form)
    for form in bodies:
        if len(form.key) != 1 or form.key[0] in KNOWN_BODIES or _country(form.key[0]) is not None:
            continue
        beside = [each for each in longer[form.key[0]] if each.articles & form.articles]
        if len(beside) == 1 and len(beside[0].articles & form.articles) >= _LEAST_SHARE * len(form.articles):
            yield form, beside[0]


def _acronyms(forms: Sequence[NameForm]) -> Iterator[tuple[NameForm, NameForm]]:
    """Acronyms with the one name whose initials they are, where an article has both."""
    named = [form for form in forms if form.group in {"body", "place"} and form.code is None]
    by_initials: defaultdict[str, list[NameForm]] = defaultdict(list)
    for form in named:
        for initials in sorted({_initials(name) for name in form.written} - {""}):
            by_initials[initials].append(form)
    for form in named:
        letters = "".join(form.key)
        is_acronym = 1 < len(letters) <= _LONGEST_ACRONYM and letters not in KNOWN_BODIES
        if not is_acronym or not all(name.replace(".", "").replace(" ", "").isupper() for name in form.written):
            continue
        wholes = [whole for whole in by_initials[letters] if whole is not form and whole.articles & form.articles]
        if len(wholes) != 1:
            continue
        beside = len(wholes[0].articles & form.articles)
        if len(letters) > _UNCERTAIN_ACRONYM or beside >= _LEAST_SHARE * len(form.articles):
            yield form, wholes[0]


def _initials(name: str) -> str:
    words = [word for word in compared_name(name, "") if word not in _SMALL_WORDS]
    return "".join(word[0] for word in words) if len(words) > 1 else ""
