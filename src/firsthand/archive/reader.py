"""Reading an archive: records by kind, one article, one story with all that belongs to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from itertools import chain
from pathlib import Path
from typing import Any

from firsthand.archive.codec import (
    decode_record,
    unpack_reading,
    unpack_result,
    unpack_text,
)
from firsthand.archive.connection import connect, translate_errors
from firsthand.archive.corrections import read_corrections
from firsthand.archive.directory import Directory
from firsthand.archive.originals import restore_original
from firsthand.archive.schema import TOKENISER
from firsthand.archive.shelves import Shelves
from firsthand.errors import ConfigError
from firsthand.model import (
    KINDS,
    Annotation,
    Article,
    ArticleRow,
    Correction,
    Coverage,
    DateCandidate,
    Dossier,
    Figure,
    Happening,
    Label,
    Lineage,
    Mention,
    Origin,
    Passage,
    Quantity,
    Quotation,
    Reading,
    Rejection,
    Run,
    Segment,
    Span,
    Statement,
    Story,
    Storyline,
    TimeExpression,
    Utterance,
    Version,
    Wording,
)

__all__ = ["ArchiveReader", "find_hits"]

# Private-use characters that mark hits; a text that holds them itself is shown without marks.
_MARK_START, _MARK_END = "\ue000", "\ue001"
_ARTICLE_FIELDS = tuple(field.name for field in fields(Article))

PerArticle = Segment | DateCandidate | TimeExpression | Mention | Quotation | Quantity


class ArchiveReader:
    """Read-only view of one archive, as the last finished run left it.

    Not safe for use by several threads at once: open one a thread.
    """

    def __init__(self, path: Path) -> None:
        """Open the archive at `path`.

        Raises:
            ArchiveError: The file is missing, damaged, or no archive.
            ArchiveVersionError: It was written with another schema version.
        """
        self.path = path
        self._identity = _identity(path)
        self._connection = connect(path, read_only=True)
        self._shelves = Shelves(self._connection)
        self.directory = Directory(path, self._connection, self._shelves)

    def is_in_place(self) -> bool:
        """Whether the file that was opened still stands at its path."""
        return _identity(self.path) == self._identity

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _rows(self, sql: str, *parameters: object) -> list[Any]:
        with translate_errors(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def _each(self, sql: str, *parameters: object) -> Iterator[Any]:
        with translate_errors(self.path):
            # No `yield from`: it would close the cursor when a reader stops early, and that fails on a closed archive.
            for row in self._connection.execute(sql, parameters):  # noqa: UP028
                yield row

    # --- whole kinds ---------------------------------------------------------------------------------------

    def records(self, kind: str) -> Iterator[Any]:
        """The records of one export kind, in the order in which it is exported.

        Raises:
            ConfigError: No such kind.
        """
        if kind not in KINDS:
            raise ConfigError(f"There is no kind {kind!r}.", f"The kinds are: {', '.join(KINDS)}.")
        if kind == "articles":
            return self._articles()
        if kind == "runs":
            return (decode_record(body, Run) for (body,) in self._each("SELECT body FROM runs ORDER BY run"))
        if kind == "corrections":
            return self._corrections()
        if kind == "rejections":
            return (
                Rejection(input=source, stage=stage, reason=reason)
                for source, stage, reason in self._each(
                    "SELECT input, stage, reason FROM rejections ORDER BY input, stage"
                )
            )
        if kind in {"segments", "dates"}:
            return chain.from_iterable(getattr(reading, kind) for reading in self._readings())
        if kind in {"times", "mentions", "quotations", "quantities"}:
            return chain.from_iterable(getattr(annotation, kind) for annotation in self._annotations())
        return self._shelved(kind)

    def _shelved(self, kind: str) -> Iterator[Any]:
        with translate_errors(self.path):
            # No `yield from`: see `_each`.
            for record in self._shelves.each(kind, KINDS[kind]):  # noqa: UP028
                yield record

    def _corrections(self) -> Iterator[Correction]:
        with translate_errors(self.path):
            # No `yield from`: see `_each`.
            for record in read_corrections(self._connection):  # noqa: UP028
                yield record

    def _readings(self) -> Iterator[Reading]:
        for payload, text, markup_from in self._each(
            "SELECT r.payload, d.text, d.markup_from FROM articles a JOIN documents d USING (document) "
            "JOIN results r ON r.stage = 'reading' AND r.digest = a.reading ORDER BY a.article"
        ):
            yield _unpack_reading(payload, text, markup_from)

    def _annotations(self) -> Iterator[Annotation]:
        for payload, text in self._each(
            "SELECT r.payload, d.text FROM articles a JOIN documents d USING (document) "
            "JOIN results r ON r.stage = 'language' AND r.digest = a.annotation ORDER BY a.article"
        ):
            yield unpack_result(payload, Annotation, unpack_text(text) or "")

    def _articles(self, article: str | None = None) -> Iterator[ArticleRow]:
        sql = (
            "SELECT r.payload, d.text, d.markup_from, a.story, a.stories, a.origin, a.urls "
            "FROM articles a JOIN documents d USING (document) "
            "JOIN results r ON r.stage = 'reading' AND r.digest = a.reading"
        )
        rows = (
            self._each(sql + " ORDER BY a.article")
            if article is None
            else self._each(sql + " WHERE a.article = ?", article)
        )
        for payload, text, markup_from, story, stories, origin, urls in rows:
            read = _unpack_reading(payload, text, markup_from).article
            read = replace(read, urls=tuple(decode_record(urls, list[str])) if urls else ())
            yield ArticleRow(
                **{name: getattr(read, name) for name in _ARTICLE_FIELDS},
                story=story,
                stories=tuple(decode_record(stories, list[str])) if stories else (story,) if story else (),
                origin=origin,
            )

    # --- one thing -----------------------------------------------------------------------------------------

    def article(self, article: str) -> ArticleRow | None:
        """The article of that id with its place in the archive, or None."""
        return next(self._articles(article), None)

    def reading(self, article: str) -> Reading | None:
        """What was read from the current state of the article of that id, or None."""
        rows = self._rows(
            "SELECT r.payload, d.text, d.markup_from FROM articles a JOIN documents d USING (document) "
            "JOIN results r ON r.stage = 'reading' AND r.digest = a.reading WHERE a.article = ?",
            article,
        )
        return _unpack_reading(*rows[0]) if rows else None

    def annotation(self, article: str) -> Annotation | None:
        """What the language stage read from that article; None where that was left for later."""
        rows = self._rows(
            "SELECT r.payload, d.text FROM articles a JOIN documents d USING (document) "
            "JOIN results r ON r.stage = 'language' AND r.digest = a.annotation WHERE a.article = ?",
            article,
        )
        return unpack_result(rows[0][0], Annotation, unpack_text(rows[0][1]) or "") if rows else None

    def original(self, article: str) -> bytes | None:
        """The bytes of the current state of that article as they came, or None."""
        rows = self._rows(
            "SELECT d.original, d.markup_from, d.text FROM articles a JOIN documents d USING (document) "
            "WHERE a.article = ?",
            article,
        )
        return restore_original(rows[0][0], rows[0][1], unpack_text(rows[0][2])) if rows else None

    def watched(self, file: bytes) -> bytes | None:
        """In which state the file of that digest was last read from a watched folder; None where it never was."""
        rows = self._rows("SELECT state FROM watched WHERE file = ?", file)
        return rows[0][0] if rows else None

    def story_ids(self) -> list[str]:
        """The ids of all stories, in export order."""
        with translate_errors(self.path):
            return self._shelves.owners("stories")

    def story(self, story: str) -> Story | None:
        """The story of that id, or of that former id; None where there is none."""
        found: list[Story] = self._owned("stories", Story, story) or self._placed("stories", Story, story)
        return found[0] if found else None

    def dossier(self, story: str) -> Dossier | None:
        """All that the archive holds on one story, or None; a former id leads to the story that took it up."""
        found = self.story(story)
        if found is None:
            return None
        members = set(found.articles)
        storylines = self._owned("storylines", Storyline, found.storyline) if found.storyline else []
        storyline = next(iter(storylines), None)
        related = [self.story(other) for other in (storyline.stories if storyline else ()) if other != found.story]
        readings = {article: self.reading(article) for article in found.articles}
        annotations = {article: self.annotation(article) for article in found.articles}
        return Dossier(
            story=found,
            storyline=storyline,
            related=tuple(other for other in related if other is not None),
            articles=tuple(row for row in map(self.article, found.articles) if row is not None),
            segments={article: reading.segments for article, reading in readings.items() if reading},
            dates={article: reading.dates for article, reading in readings.items() if reading},
            annotations={article: annotation for article, annotation in annotations.items() if annotation},
            passages=self._within("passages", Passage, members),
            lineages=self._within("lineage", Lineage, members),
            origins=tuple(self._placed("origins", Origin, found.story)),
            timeline=tuple(self._owned("timeline", Happening, found.story)),
            utterances=self._told_of("utterances", Utterance, found.story),
            figures=self._told_of("figures", Figure, found.story),
            statements=self._told_of("statements", Statement, found.story),
            coverage=tuple(
                each for each in self._placed("coverage", Coverage, found.story) if each.story == found.story
            ),
            labels=self._told_of("labels", Label, found.story),
            wordings=self._within("wording", Wording, members),
            versions={article: states for article in sorted(members) if (states := self.versions(article))},
        )

    def versions(self, article: str) -> tuple[Version, ...]:
        """The states of that article, oldest first; none where only one is known."""
        return tuple(self._owned("versions", Version, article))

    def _owned(self, kind: str, record: type[Any], owner: str) -> list[Any]:
        with translate_errors(self.path):
            return self._shelves.owned(kind, record, owner)

    def _placed(self, kind: str, record: type[Any], place: str) -> list[Any]:
        with translate_errors(self.path):
            return self._shelves.placed(kind, record, place)

    def _told_of(self, kind: str, record: type[Any], story: str) -> tuple[Any, ...]:
        """What is told of the affair of `story`, as far as that story is in it."""
        return tuple(each for each in self._placed(kind, record, story) if story in each.stories)

    def _within(self, kind: str, record: type[Any], members: set[str]) -> tuple[Any, ...]:
        """Records of pairs with both articles in `members`; a pair is looked up under the first of the two."""
        found = chain.from_iterable(self._owned(kind, record, article) for article in sorted(members))
        return tuple(pair for pair in dict.fromkeys(found) if pair.a in members and pair.b in members)

    def between(self, kind: str, a: str, b: str) -> tuple[Any, ...]:
        """The passages, lineage or wording records of one pair of articles, either way round."""
        return self._within(kind, KINDS[kind], {a, b})

    # --- search and counts -----------------------------------------------------------------------------------

    def search_text(self, expression: str, limit: int) -> list[tuple[str, tuple[Span, ...]]]:
        """Articles that match an FTS5 expression, best first, with the spans of the hits in their texts.

        Args:
            expression: Made by `firsthand.search.parse_query`; what a user typed never comes here.
            limit: How many articles at most.
        """
        rows = self._rows(
            "SELECT a.article, d.text FROM full_text JOIN articles a ON a.document = full_text.rowid "
            "JOIN documents d USING (document) WHERE full_text MATCH ? "
            "ORDER BY bm25(full_text, 4.0, 1.0), a.article LIMIT ?",
            expression,
            limit,
        )
        hits = find_hits([unpack_text(text) or "" for _, text in rows], expression)
        return [(row[0], found) for row, found in zip(rows, hits, strict=True)]

    def counts(self) -> dict[str, int]:
        """How many there are: articles, outlets, stories, origins, rejections; and waiting and unannotated ones.

        `waiting` are documents that an interrupted run took in and did not finish.
        """
        one = {
            "articles": "SELECT count(*) FROM articles",
            "rejections": "SELECT count(*) FROM rejections",
            "waiting": "SELECT count(*) FROM documents WHERE article IS NULL",
            "unannotated": "SELECT count(*) FROM articles WHERE annotation IS NULL",
            "outlets": "SELECT count(DISTINCT outlet) FROM articles",
        }
        counts: dict[str, int] = {name: self._rows(sql)[0][0] for name, sql in one.items()}
        with translate_errors(self.path):
            counts |= {kind: self._shelves.count(kind) for kind in ("stories", "storylines", "origins")}
        return counts


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells one file from another at the same path; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _unpack_reading(payload: bytes, text: bytes | None, markup_from: str | None) -> Reading:
    """The reading of a document; the text of a page stands in the reading, and nowhere before it was read."""
    return unpack_reading(payload, unpack_text(text) if markup_from is None else None)


def find_hits(texts: Sequence[str], expression: str) -> list[tuple[Span, ...]]:
    """Where an expression is met in each of some texts.

    Asked of an index over those texts alone: the archive keeps its texts compressed, where its own index cannot look.
    """
    memory = sqlite3.connect(":memory:")
    try:
        memory.execute(f"CREATE VIRTUAL TABLE some USING fts5(headline, text, {TOKENISER})")
        memory.executemany(
            "INSERT INTO some (rowid, headline, text) VALUES (?, ?, ?)",
            # A lone surrogate cannot be handed to SQLite; one question mark in its place moves no other character.
            [(number, safe, safe) for number, safe in enumerate(_encodable(text) for text in texts)],
        )
        marked = dict(
            memory.execute(
                "SELECT rowid, highlight(some, 1, ?, ?) FROM some WHERE some MATCH ?",
                (_MARK_START, _MARK_END, expression),
            ).fetchall()
        )
    finally:
        memory.close()
    return [_marked_spans(marked[number]) if number in marked else () for number in range(len(texts))]


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _marked_spans(marked: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    place, start = 0, -1
    for character in marked:
        if character == _MARK_START:
            if start >= 0:
                return ()
            start = place
        elif character == _MARK_END:
            if start < 0:
                return ()
            spans.append(Span(start, place))
            start = -1
        else:
            place += 1
    return tuple(spans)
