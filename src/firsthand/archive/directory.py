"""What lists are made from: ids, names and places of what an archive holds, without a look at the texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from firsthand.archive.codec import decode_record, decompress, text_bytes, unpack_text
from firsthand.archive.connection import translate_errors
from firsthand.archive.mirror import mirror_type
from firsthand.archive.shelves import Shelves
from firsthand.errors import ArchiveError
from firsthand.model import KINDS, Reading, Run

__all__ = ["ArticlePlace", "Directory", "FoundText"]


class ArticlePlace(NamedTuple):
    """Where one article stands."""

    article: str
    outlet: str | None
    story: str | None
    reading: bytes  # digest of what was read from it: the same for as long as that is the same
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class FoundText:
    """The articles that match, best first."""

    articles: tuple[str, ...]  # of the part that was asked for
    matches: int  # how many were ranked
    is_all: bool  # whether no other article matches


class Directory:
    """The places of one open archive. Reads as its reader does: not for several threads at once."""

    def __init__(self, path: Path, connection: sqlite3.Connection, shelves: Shelves) -> None:
        """Over an open archive; nothing is read yet."""
        self._path = path
        self._connection = connection
        self._shelves = shelves

    def _rows(self, sql: str, *parameters: object) -> list[Any]:
        with translate_errors(self._path):
            return self._connection.execute(sql, parameters).fetchall()

    def state(self) -> str:
        """A word that is another one after every run that changed the archive."""
        last, ended = self._rows("SELECT coalesce(max(run), 0), coalesce(sum(ended), 0) FROM runs")[0]
        return f"{last}-{ended}"

    def limit_cache(self, kilobytes: int) -> None:
        """Hold at most so many kilobytes of the file in memory: where many readers are open at once."""
        with translate_errors(self._path):
            self._connection.execute(f"PRAGMA cache_size = -{kilobytes:d}")

    def places(self) -> list[ArticlePlace]:
        """Every article with its place, by id."""
        return [
            ArticlePlace(*row)
            for row in self._rows("SELECT article, outlet, story, reading, origin FROM articles ORDER BY 1")
        ]

    def arrivals(self) -> dict[str, tuple[int, int]]:
        """By article: the runs that took in its first and its last state."""
        rows = self._rows(
            "SELECT article, min(run), max(run) FROM documents WHERE article IS NOT NULL GROUP BY article"
        )
        return {article: (first, last) for article, first, last in rows}

    def run_times(self) -> dict[int, str]:
        """When each run ended, by its number: ISO 8601, UTC. Runs that were interrupted are not there."""
        rows = self._rows("SELECT run, body FROM runs WHERE ended ORDER BY run")
        found = ((number, decode_record(body, Run).ended) for number, body in rows)
        return {number: ended for number, ended in found if ended is not None}

    def count(self) -> int:
        """How many articles there are."""
        count: int = self._rows("SELECT count(*) FROM articles")[0][0]
        return count

    def articles_of(self, outlet: str, limit: int) -> list[str]:
        """Ids of an outlet's articles, those that were taken in last first."""
        rows = self._rows("SELECT article FROM articles WHERE outlet = ? ORDER BY document DESC LIMIT ?", outlet, limit)
        return [row[0] for row in rows]

    def count_of(self, outlet: str) -> int:
        """How many articles an outlet has."""
        count: int = self._rows("SELECT count(*) FROM articles WHERE outlet = ?", outlet)[0][0]
        return count

    def languages(self, articles: Iterable[str]) -> Iterator[tuple[str, str | None]]:
        """The language of each of `articles`, as far as it is in the archive.

        Raises:
            ArchiveError: The archive holds something else there.
        """
        read_as = mirror_type(Reading, packed=True)  # not turned into records: nine parts of ten are passed over
        for article in articles:
            rows = self._rows(
                "SELECT r.payload, d.text, d.markup_from FROM articles a JOIN documents d USING (document) "
                "JOIN results r ON r.stage = 'reading' AND r.digest = a.reading WHERE a.article = ?",
                article,
            )
            for payload, text, markup_from in rows:
                own = unpack_text(text) if markup_from is None else None
                try:
                    read = msgspec.msgpack.decode(decompress(payload, text_bytes(own or "")), type=read_as)
                except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                    raise ArchiveError(
                        f"The archive holds a damaged reading of {article}.", "Restore it from a copy."
                    ) from error
                yield article, read.article.language

    def find(self, expression: str, first: int, count: int, *, at_most: int) -> FoundText:
        """Articles that match an FTS5 expression, best first.

        Args:
            expression: Made by `firsthand.search.parse_query`; what a user typed never comes here.
            first: How many are passed over.
            count: How many are wanted.
            at_most: How many are ranked: those that were taken in last. A common word stands in most articles.
        """
        rows = self._rows(
            "SELECT d.article, f.number FROM (SELECT rowid AS number, bm25(full_text, 4.0, 1.0) AS rank FROM full_text "
            "WHERE full_text MATCH ? ORDER BY rowid DESC LIMIT ?) f JOIN documents d ON d.document = f.number "
            "JOIN articles a ON a.article = d.article AND a.document = d.document ORDER BY f.rank, d.article",
            expression,
            at_most + 1,
        )
        is_all = len(rows) <= at_most
        oldest = None if is_all else min(number for _, number in rows)
        ranked = [article for article, number in rows if number != oldest]
        return FoundText(articles=tuple(ranked[first : first + count]), matches=len(ranked), is_all=is_all)

    def stories_holding(self, expression: str) -> set[str]:
        """Ids of the stories that have an article that matches an FTS5 expression, made as for `find`."""
        rows = self._rows(
            "SELECT DISTINCT a.story FROM full_text f JOIN documents d ON d.document = f.rowid "
            "JOIN articles a ON a.article = d.article AND a.document = d.document "
            "WHERE full_text MATCH ? AND a.story IS NOT NULL",
            expression,
        )
        return {row[0] for row in rows}

    def owned(self, kind: str, owner: str) -> list[Any]:
        """The records of one derived kind that hang on one article, story, storyline or origin."""
        with translate_errors(self._path):
            return self._shelves.owned(kind, KINDS[kind], owner)

    def placed(self, kind: str, place: str) -> list[Any]:
        """The records of one derived kind that are looked up under one article or story."""
        with translate_errors(self._path):
            return self._shelves.placed(kind, KINDS[kind], place)

    def placed_owners(self, kind: str, place: str) -> list[str]:
        """On what those hang."""
        with translate_errors(self._path):
            return self._shelves.owners(kind, place)

    def sizes(self) -> Mapping[str, int]:
        """How many stories, storylines and origins there are."""
        with translate_errors(self._path):
            return {kind: self._shelves.count(kind) for kind in ("stories", "storylines", "origins")}
