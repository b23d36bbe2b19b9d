"""What the served pages ask of an archive: lists, searches and profiles, none of which reads all of it at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from firsthand import accounts, search
from firsthand.archive import ArchiveReader
from firsthand.model import (
    ArticleRow,
    Entity,
    Happening,
    Lineage,
    Neighbours,
    Origin,
    OutletProfile,
    PersonProfile,
    SearchPage,
    Story,
    Storyline,
)

__all__ = ["Desk"]

_MOST_RANKED = 3_000  # matches of one question: the ones that were taken in last
_MOST_TELLERS = 3  # of one line, beside the article that leads it


class Desk:
    """One archive as its pages look at it. As an `OpenArchive`: not for several threads at once."""

    def __init__(self, reader: ArchiveReader, settings: accounts.AccountsSettings | None = None) -> None:
        """Over an open archive, of which nothing is read yet; `settings` are those of the accounts, None for ours."""
        self._reader = reader
        self._settings = settings or accounts.AccountsSettings()

    def state(self) -> str:
        """A word that is another one after every run that changed the archive."""
        return self._reader.directory.state()

    def limit_cache(self, kilobytes: int) -> None:
        """Hold at most so many kilobytes of the file in memory: where many archives are open at once."""
        self._reader.directory.limit_cache(kilobytes)

    def languages(self, known: Mapping[bytes, str | None]) -> dict[bytes, str | None]:
        """The language of every article under the digest of its reading; what is `known` is not read again."""
        return search.read_languages(self._reader, known)

    def catalogue(self, languages: Mapping[bytes, str | None]) -> search.Catalogue:
        """The card index of the archive: to be read once for each state of it, and kept."""
        return search.build_catalogue(self._reader, languages)

    def count(self) -> int:
        """How many articles there are."""
        return self._reader.directory.count()

    def storylines(self, storylines: Collection[str]) -> dict[str, Storyline]:
        """These storylines by id, as far as there are such."""
        found = (self._reader.directory.owned("storylines", name) for name in dict.fromkeys(storylines))
        return {line.storyline: line for lines in found for line in lines}

    def storyline_timeline(self, storyline: str, at_most: int | None = None) -> tuple[Happening, ...]:
        """The happenings of the stories of a storyline in order of date, none twice.

        Args:
            storyline: Its id; none of such an id has none.
            at_most: How many lines of its stories are looked at, those with most origins first; None for all.
        """
        stories = [story for line in self.storylines([storyline]).values() for story in line.stories]
        lines: list[Happening] = [line for story in stories for line in self._reader.directory.owned("timeline", story)]
        if at_most is not None and len(lines) > at_most:
            lines.sort(key=lambda line: (-len(line.origins), line.date, line.article, line.span))
            lines = lines[:at_most]
        rows = {row.article: row for row in self._rows(line.article for line in lines)}
        return tuple(accounts.merge_timelines(lines, rows, self._settings))

    def tellers(self, happenings: Iterable[Happening]) -> tuple[ArticleRow, ...]:
        """The articles that a page shows with these lines: those that lead them, and the first of the others."""
        names: list[str] = []
        for line in happenings:
            others = dict.fromkeys(article for article, _ in line.supports)
            names += [line.article, *list(others)[:_MOST_TELLERS]]
        return self._rows(names)

    def _rows(self, names: Iterable[str]) -> tuple[ArticleRow, ...]:
        found = (self._reader.article(name) for name in dict.fromkeys(names))
        return tuple(row for row in found if row is not None)

    def cards(self, stories: Sequence[str]) -> list[tuple[Story, list[Origin]]]:
        """These stories with their origins, as far as there are such stories."""
        found = ((self._reader.story(story), story) for story in stories)
        return [
            (record, self._reader.directory.placed("origins", story)) for record, story in found if record is not None
        ]

    def find(self, query: str, first: int, count: int) -> SearchPage:
        """The articles that hold every word and phrase of `query`, best first: part of the list.

        Raises:
            ConfigError: The query holds no word, or too many.
        """
        return search.find_articles(self._reader, query, first, count, at_most=_MOST_RANKED)

    def stories_naming(self, spellings: Collection[str]) -> frozenset[str]:
        """Ids of the stories of which an article holds one of these names."""
        expression = search.naming_expression(spellings)
        return frozenset(self._reader.directory.stories_holding(expression) if expression else ())

    def outlet(self, outlet: str) -> OutletProfile | None:
        """What the archive shows of an outlet; None where it has no article of it."""
        return search.profile_outlet(self._reader, outlet, self._settings)

    def person(self, entity: Entity, stories: Sequence[str]) -> PersonProfile:
        """What the archive shows of a person or body, of whom sayings are kept in `stories`."""
        return search.profile_person(self._reader, entity, stories)

    def neighbours(self, article: str, limit: int) -> Neighbours:
        """The articles that share text with one, those that share most first: at most so many."""
        directory = self._reader.directory
        owners = dict.fromkeys([article, *directory.placed_owners("lineage", article)])
        links: list[Lineage] = [link for owner in owners for link in directory.owned("lineage", owner)]
        near = [link for link in links if article in {link.a, link.b}]
        near.sort(key=lambda link: (-max(link.containment_a, link.containment_b), link.a, link.b))
        near = near[:limit]
        others = dict.fromkeys(end for link in near for end in (link.a, link.b) if end != article)
        pairs = [(link.a, link.b) for link in near]
        return Neighbours(
            rows=tuple(row for row in map(self._reader.article, others) if row is not None),
            passages=tuple(each for a, b in pairs for each in self._reader.between("passages", a, b)),
            lineages=tuple(near),
            wordings=tuple(each for a, b in pairs for each in self._reader.between("wording", a, b)),
        )
