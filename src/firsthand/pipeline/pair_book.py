"""Which pairs of articles share text, and what: as the last run left it, with what this run changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from firsthand.archive import ArchiveWriter, Shelf
from firsthand.model import Lineage, Passage

__all__ = ["PairBook"]

_Page = dict[str, tuple[Lineage, tuple[Passage, ...]]]  # what the first of a pair shares with each second


class PairBook:
    """Lineage and passages by pair; in the archive they hang on the smaller of the two ids.

    A page, of all pairs with one smaller id, is read when it is first asked for.
    """

    def __init__(
        self, writer: ArchiveWriter, *, is_fresh: bool = False, not_copies: Collection[tuple[str, str]] = ()
    ) -> None:
        """Over what the last run left, or over nothing; nothing is read yet.

        Args:
            writer: The archive.
            is_fresh: Whether nothing is taken over.
            not_copies: Pairs of which a user said that they share nothing: what is found between them is not kept.
        """
        self.is_fresh = is_fresh
        self._not_copies = frozenset(not_copies)
        self._shelves = None if is_fresh else writer.shelves
        self._pages: dict[str, _Page] = {}
        self._firsts: dict[str, set[str]] = {}
        self._changed: set[str] = set()
        self._touched: set[str] = set()

    def _page(self, first: str) -> _Page:
        if first not in self._pages and self._shelves is None:
            self._pages[first] = {}
        elif first not in self._pages and self._shelves is not None:
            passages: dict[str, list[Passage]] = defaultdict(list)
            for passage in self._shelves.owned("passages", Passage, first):
                passages[passage.b].append(passage)
            lineages = self._shelves.owned("lineage", Lineage, first)
            self._pages[first] = {each.b: (each, tuple(passages[each.b])) for each in lineages}
        return self._pages[first]

    def _firsts_of(self, second: str) -> set[str]:
        """The smaller ids of the pairs of which `second` is the larger."""
        if second not in self._firsts:
            self._firsts[second] = set(self._shelves.owners("lineage", second) if self._shelves else ())
        return self._firsts[second]

    def partners(self, article: str) -> set[str]:
        """The articles that share text with `article`."""
        return set(self._page(article)) | {first for first in self._firsts_of(article) if article in self._page(first)}

    def partners_of(self, articles: Iterable[str]) -> set[str]:
        """The articles that share text with any of `articles`."""
        return {partner for article in articles for partner in self.partners(article)}

    def of(self, articles: Iterable[str]) -> dict[tuple[str, str], tuple[Lineage, tuple[Passage, ...]]]:
        """What any of `articles` share with whomever, by pair in order."""
        found = {}
        for article in set(articles):
            found.update({(article, second): shared for second, shared in self._page(article).items()})
            for first in self._firsts_of(article):
                if article in self._page(first):
                    found[first, article] = self._page(first)[article]
        return dict(sorted(found.items()))

    def between(self, articles: Collection[str]) -> dict[tuple[str, str], tuple[Lineage, tuple[Passage, ...]]]:
        """What `articles` share with one another, by pair in order."""
        inside = set(articles)
        return {
            (first, second): shared
            for first in sorted(inside)
            for second, shared in sorted(self._page(first).items())
            if second in inside
        }

    def led_by(self, first: str) -> dict[tuple[str, str], tuple[Lineage, tuple[Passage, ...]]]:
        """What the pairs of which `first` is the smaller id share, in order."""
        return {(first, second): shared for second, shared in sorted(self._page(first).items())}

    def forget(self, articles: Iterable[str]) -> None:
        """Drop what any of `articles` share."""
        for article in articles:
            for partner in self.partners(article):
                self.drop(*sorted((article, partner)))

    def drop(self, first: str, second: str) -> None:
        """The pair shares nothing any more."""
        if self._page(first).pop(second, None) is not None:
            self._note(first, second)

    def put(self, lineage: Lineage, passages: Sequence[Passage]) -> None:
        """What a pair shares, in place of what it shared before."""
        if (lineage.a, lineage.b) in self._not_copies:
            self.drop(lineage.a, lineage.b)
            return
        directed = tuple(
            replace(passage, direction=lineage.direction, via=lineage.via)
            for passage in sorted(passages, key=lambda passage: (passage.a_span, passage.b_span))
        )
        page = self._page(lineage.a)
        if page.get(lineage.b) == (lineage, directed):
            return
        page[lineage.b] = (lineage, directed)
        self._firsts_of(lineage.b).add(lineage.a)
        self._note(lineage.a, lineage.b)

    def _note(self, first: str, second: str) -> None:
        self._changed.add(first)
        self._touched.update((first, second))

    def firsts(self) -> frozenset[str]:
        """The smaller ids of all pairs that share something."""
        known = self._shelves.owners("lineage") if self._shelves else ()
        return frozenset(known) | self._changed

    @property
    def changed_firsts(self) -> frozenset[str]:
        """The smaller ids of pairs that changed in this run."""
        return frozenset(self._changed)

    @property
    def touched(self) -> frozenset[str]:
        """The articles of pairs that changed in this run."""
        return frozenset(self._touched)

    def shelves(self) -> dict[str, list[Shelf]]:
        """What is to be put in the archive."""
        lineages, passages = [], []
        for first in sorted(self._changed):
            page = sorted(self._pages[first].items())
            seconds = tuple(second for second, _ in page)
            lineages.append(Shelf(owner=first, records=tuple(each for _, (each, _) in page), places=seconds))
            passages.append(Shelf(owner=first, records=tuple(each for _, (_, found) in page for each in found)))
        return {"lineage": lineages, "passages": passages}
