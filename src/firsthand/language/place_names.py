"""Which forms of names stand for one place of the gazetteer, by the countries that their articles speak of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from firsthand.language.company import EntityTree
from firsthand.language.name_forms import NameForm
from firsthand.lexicon.gazetteer import Place, Surroundings, choose_place, country_of_demonym, find_places

__all__ = ["join_places"]

# Where an article does not tell which place of a name is meant, and so many times more articles mean the one than any
# other, it is meant there too.
_DOMINANCE = 3


def join_places(forms: Sequence[NameForm], tree: EntityTree) -> None:
    """Tie forms to the gazetteer's places, and join those that are tied to one.

    A name that means different places in different articles is divided.

    Args:
        forms: All forms, in order: names of peoples tell of which countries an article speaks.
        tree: Where they are joined; parts of a divided form take its place.
    """
    places = {id(form): find_places(" ".join(form.key)) for form in forms if form.group == "place"}
    atlas = _Atlas(forms, places)
    of_code: dict[str, NameForm] = {}
    for form in forms:
        for code, part in _tie(form, places.get(id(form), ()), atlas, tree):
            part.code = code
            tree.join(part, of_code.setdefault(code, part))


def _tie(form: NameForm, places: tuple[Place, ...], atlas: _Atlas, tree: EntityTree) -> Iterable[tuple[str, NameForm]]:
    """The form, or its parts, with the code of the place that it stands for."""
    if not places:
        return []
    chosen = {article: choose_place(places, atlas.surroundings(article)) for article in form.articles}
    votes = Counter(place.code for place in chosen.values() if place is not None)
    ranked = sorted(votes, key=lambda code: (-votes[code], code))
    is_clear = len(ranked) == 1 or (len(ranked) > 1 and votes[ranked[0]] >= _DOMINANCE * votes[ranked[1]])
    default = ranked[0] if is_clear else None
    codes = {article: place.code if place is not None else default for article, place in chosen.items()}
    parts = form.divide(codes.get)
    tree.replace(form, parts.values())
    return [(str(code), part) for code, part in parts.items() if code is not None]


class _Atlas:
    """Of which countries each article speaks, by the names in it that leave no doubt."""

    def __init__(self, forms: Sequence[NameForm], places: dict[int, tuple[Place, ...]]) -> None:
        self._mentions: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._nations: defaultdict[str, set[str]] = defaultdict(set)
        self._parts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for form in forms:
            known = places.get(id(form), ())
            people = country_of_demonym(" ".join(form.key)) if form.group == "people" else None
            within = {place.country for place in known} | ({people} if people else set())
            if len(within) == 1:
                is_part = people is None and not any(place.is_national for place in known)
                self._add(form, within.pop(), is_part=is_part)

    def _add(self, form: NameForm, country: str, *, is_part: bool) -> None:
        for (article, _), (_, mentions) in form.uses.items():
            self._mentions[article][country] += mentions
        for article in form.articles:
            if is_part:
                self._parts[article][country] += 1
            else:
                self._nations[article].add(country)

    def surroundings(self, article: str) -> Surroundings:
        """What an article speaks of."""
        return Surroundings(
            mentions=self._mentions[article], nations=self._nations[article], parts=self._parts[article]
        )
