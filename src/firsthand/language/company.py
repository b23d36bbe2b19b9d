"""Which forms of names stand for one entity, and the company that they keep: what tells whom an unclear name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from firsthand.language.name_forms import NameForm

__all__ = ["Company", "EntityTree"]

# An unclear name means the bearer with so many times more articles than the next, whatever stands beside it; else the
# one whose company is so many times more like the article's; else the one with somewhat more articles, and not few.
_CLEAR_DOMINANCE, _CLOSER, _DOMINANCE, _FEWEST_ARTICLES = 10.0, 2.0, 3.0, 3
# Names that stand in more than this share of the articles say nothing of who keeps company with whom; in an archive
# of a few articles every name is such.
_COMMON_SHARE, _SMALL_ARCHIVE = 0.5, 10


class EntityTree:
    """Which forms stand for the same entity, as they are joined step by step."""

    def __init__(self, forms: Iterable[NameForm]) -> None:
        """Each form stands for itself."""
        self._forms: dict[int, NameForm] = {}
        self._next: dict[int, NameForm] = {}
        for form in forms:
            self._add(form)

    def _add(self, form: NameForm) -> None:
        self._forms[id(form)] = self._next[id(form)] = form

    def replace(self, form: NameForm, parts: Iterable[NameForm]) -> None:
        """Put parts of a form in its place; nothing may have been joined to it yet."""
        del self._forms[id(form)], self._next[id(form)]
        for part in parts:
            self._add(part)

    def find(self, form: NameForm) -> NameForm:
        """The form that stands for the entity of `form`."""
        while self._next[id(form)] is not form:
            form = self._next[id(form)]
        return form

    def join(self, form: NameForm, other: NameForm) -> None:
        """Make `form`, and what is joined to it, stand for the entity of `other`."""
        self._next[id(self.find(form))] = self.find(other)

    def group(self, forms: Iterable[NameForm] | None = None) -> list[list[NameForm]]:
        """`forms`, or all of them, by the entity that they stand for, in their order."""
        found: dict[int, list[NameForm]] = {}
        for form in self._forms.values() if forms is None else forms:
            found.setdefault(id(self.find(form)), []).append(form)
        return list(found.values())


class Company:
    """Which names stand in which articles."""

    def __init__(self, forms: Sequence[NameForm]) -> None:
        """Over the forms of an archive, before any is divided."""
        self._spread = [len(form.articles) for form in forms]
        self._names: defaultdict[str, set[int]] = defaultdict(set)
        self._number = {(form.group, form.key): number for number, form in enumerate(forms)}
        for number, form in enumerate(forms):
            for article in form.articles:
                self._names[article].add(number)
        common = len(self._names) * _COMMON_SHARE if len(self._names) > _SMALL_ARCHIVE else len(self._names)
        self._common = {number for number, spread in enumerate(self._spread) if spread > common}

    def is_shared(self, one: NameForm, other: NameForm) -> bool:
        """Whether two forms stand in one article, or beside the same third name."""
        if one.articles & other.articles:
            return True
        return bool((self._beside(one.articles) & self._beside(other.articles)) - self._own([[one], [other]]))

    def choose(
        self, form: NameForm, bearers: Sequence[Sequence[NameForm]], *, needs_company: bool
    ) -> dict[str, int | None]:
        """Which of `bearers` the form means in each of its articles; None where that is unclear.

        A bearer who is named in full in the article goes before all others.

        Args:
            form: A name that may stand for several.
            bearers: The forms of each entity that it may stand for; at least one.
            needs_company: Whether a bearer is only meant where another name of the article stands beside it elsewhere:
                for names that are merely alike.
        """
        articles = [set().union(*(each.articles for each in forms)) for forms in bearers]
        counts = [len(each) for each in articles]
        own = self._own([[form], *bearers])
        beside = [self._beside(each) - own for each in articles] if len(bearers) > 1 or needs_company else []

        def choice(article: str) -> int | None:
            inside = [number for number, each in enumerate(articles) if article in each]
            chosen = inside or list(range(len(bearers)))
            if needs_company and not inside:
                chosen = [number for number in chosen if self._names[article] & beside[number]]
            if len(chosen) < 2:
                return chosen[0] if chosen else None
            near = {number: self._nearness(article, beside[number]) for number in chosen}
            return _choose_bearer(counts, near)

        return {article: choice(article) for article in form.articles}

    def _nearness(self, article: str, beside: set[int]) -> float:
        shared = sorted(self._names[article] & beside)
        return sum(1 / self._spread[number] for number in shared)

    def _beside(self, articles: Iterable[str]) -> set[int]:
        return set().union(*(self._names[article] for article in articles)) - self._common

    def _own(self, groups: Iterable[Iterable[NameForm]]) -> set[int]:
        return {self._number[form.group, form.key] for forms in groups for form in forms}


def _choose_bearer(counts: Sequence[int], near: dict[int, float]) -> int | None:
    most, next_most = sorted(near, key=lambda number: (-counts[number], number))[:2]
    if counts[most] >= _CLEAR_DOMINANCE * counts[next_most]:
        return most
    nearest, next_near = sorted(near, key=lambda number: (-near[number], number))[:2]
    if near[nearest] > 0 and near[nearest] >= _CLOSER * near[next_near]:
        return nearest
    is_dominant = counts[most] >= max(_FEWEST_ARTICLES, _DOMINANCE * counts[next_most])
    return most if is_dominant else None
