"""Writing an archive: documents in, results kept, what a run derived put in place of what was there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from firsthand.archive.changes import Changes, IndexPart
from firsthand.archive.codec import decode_record, encode_record, pack_text, unpack_reading, unpack_text
from firsthand.archive.connection import connect, transaction, translate_errors
from firsthand.archive.corrections import next_correction, read_corrections
from firsthand.archive.originals import keep_claims, keep_original, restore_claims, restore_markup
from firsthand.archive.putting import Putting
from firsthand.archive.shelves import Shelves
from firsthand.model import Correction, RawDocument, Reading, Rejection, Run, content_digest

# Up to so many documents the full-text index is merged into one part after each run: it takes a tenth less room.
_OPTIMISED_DOCUMENTS = 2_500

__all__ = ["ArchiveWriter", "ArticleKeys", "StoredDocument"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """One distinct state of a text or page as the archive keeps it."""

    number: int
    digest: str
    article: str | None  # the id that it goes by; None until it is settled
    run: int  # the run that took it in
    document: RawDocument  # `original` is left out (b"")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleKeys:
    """What an archive keeps in the clear of the current state of one article; digests in hexadecimal."""

    document: int
    outlet: str | None
    is_set_aside: bool
    digest: str  # of all that was read from it
    reading: str
    features: str | None
    annotation: str | None
    stories: tuple[str, ...]
    origin: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationRow:
    """Whether the language stage has read one article, and what it would read."""

    article: str
    document: int
    digest: str
    annotation: str | None


def document_digest(document: RawDocument) -> str:
    """Digest of what a document says, not of where it lay: the same text added from two places is one document."""
    claims = (
        document.article,
        "given" if document.id_is_given else "",
        document.text or "",
        document.html or "",
        document.url or "",
        document.outlet or "",
        document.title or "",
        document.published or "",
        document.updated or "",
        document.byline or "",
        document.language or "",
        document.kind,
    )
    # What earlier releases did not know of stands only where it is given: their digests stay good.
    later = (document.feed_date,) if document.feed_date else ()
    return content_digest(*claims, *later)[:40]


_HEAD = "document, digest, article, run, claims, markup_from, text"


def _restore_head(row: tuple[Any, ...]) -> StoredDocument:
    """A stored document with its text, without its page."""
    number, digest, article, run, claims, markup_from, text = row
    own_text = unpack_text(text) if markup_from is None else None  # of a page, `text` is what was read from it
    document = replace(restore_claims(claims, markup_from, own_text), text=own_text)
    return StoredDocument(number=number, digest=digest.hex(), article=article, run=run, document=document)


class ArchiveWriter:
    """The only way to change an archive. The caller holds the writer's lock for as long as it is open."""

    def __init__(self, path: Path) -> None:
        """Open the archive at `path` for writing.

        Raises:
            ArchiveError: The file is missing, damaged, no archive, or read-only.
            ArchiveVersionError: It was written with another schema version.
        """
        self.path = path
        self._connection = connect(path, read_only=False)
        self._shelves = Shelves(self._connection)

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it."""
        with translate_errors(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.close()

    def _rows(self, sql: str, *parameters: object) -> list[Any]:
        with translate_errors(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    # --- runs ----------------------------------------------------------------------------------------------

    def begin_run(self, run: Run, inputs: str) -> tuple[int, Run]:
        """Note that a run began, or take up the last one where it did the same and never ended.

        Args:
            run: What is noted; its id is set here.
            inputs: Digest of what the run was asked to do.

        Returns:
            The number of the run, from 1, and the record as noted.
        """
        with translate_errors(self.path), transaction(self._connection):
            last = self._connection.execute(
                "SELECT run, inputs, ended, body FROM runs ORDER BY run DESC LIMIT 1"
            ).fetchone()
            if last and not last[2] and last[1] == inputs:
                resumed = replace(run, run=f"run-{last[0]}", started=decode_record(last[3], Run).started)
                self._connection.execute("UPDATE runs SET body = ? WHERE run = ?", (encode_record(resumed), last[0]))
                return last[0], resumed
            number = last[0] + 1 if last else 1
            noted = replace(run, run=f"run-{number}")
            self._connection.execute(
                "INSERT INTO runs (run, inputs, ended, body) VALUES (?, ?, 0, ?)",
                (number, inputs, encode_record(noted)),
            )
            return number, noted

    def _end_run(self, number: int, run: Run) -> None:
        self._connection.execute("UPDATE runs SET ended = 1, body = ? WHERE run = ?", (encode_record(run), number))

    # --- documents -----------------------------------------------------------------------------------------

    def tombstones(self) -> set[str]:
        """Digests of texts and addresses that were removed and must not come back."""
        return {row[0] for row in self._rows("SELECT digest FROM tombstones")}

    def add_documents(self, documents: Sequence[RawDocument], rejections: Sequence[Rejection], run: int) -> int:
        """Take documents in, in one transaction; what is known already is passed over.

        Args:
            documents: New or known.
            rejections: Inputs that could not be read; an input that now can be read loses its old one.
            run: Number of the run.

        Returns:
            How many were new.
        """
        new = 0
        with translate_errors(self.path), transaction(self._connection):
            execute = self._connection.execute
            for document in documents:
                original, markup, markup_from = keep_original(document)
                cursor = execute(
                    "INSERT OR IGNORE INTO documents "
                    "(digest, claimed_id, url, run, claims, original, markup, markup_from, text) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        bytes.fromhex(document_digest(document)),
                        document.article,
                        document.url,
                        run,
                        keep_claims(document),
                        original,
                        markup,
                        markup_from,
                        pack_text(document.text),
                    ),
                )
                new += cursor.rowcount
            for rejection in rejections:
                execute(
                    "INSERT OR REPLACE INTO rejections (input, stage, reason) VALUES (?, ?, ?)",
                    (rejection.input, rejection.stage, rejection.reason),
                )
        return new

    def forget_rejections(self, inputs: Iterable[str]) -> None:
        """Drop what was noted against inputs that could be read this time."""
        with translate_errors(self.path), transaction(self._connection):
            self._connection.executemany("DELETE FROM rejections WHERE input = ?", [(name,) for name in inputs])

    def document_heads(self) -> Iterator[StoredDocument]:
        """Every document without its text and page, in the order of digests: the order of arrival decides nothing.

        To be read to the end before anything is written.
        """
        yield from self._heads("ORDER BY digest")

    def arrived_heads(self) -> Iterator[StoredDocument]:
        """The documents that no finished run has settled, as `document_heads` gives them."""
        yield from self._heads("WHERE article IS NULL ORDER BY digest")

    def article_heads(self, article: str) -> Iterator[StoredDocument]:
        """The documents that are states of one article, as `document_heads` gives them."""
        yield from self._heads("WHERE article = ? ORDER BY digest", article)

    def _heads(self, condition: str, *parameters: object) -> Iterator[StoredDocument]:
        with translate_errors(self.path):
            for row in self._connection.execute(f"SELECT {_HEAD} FROM documents {condition}", parameters):  # noqa: S608
                stored = _restore_head(row)
                yield replace(stored, document=replace(stored.document, text=None))

    def document_head(self, number: int) -> StoredDocument:
        """The document of that number, as `document_heads` gives it."""
        return next(self._heads("WHERE document = ?", number))

    def document(self, number: int) -> StoredDocument:
        """The document of that number, with its text or page."""
        sql = f"SELECT {_HEAD}, original, markup FROM documents WHERE document = ?"  # noqa: S608 - our own words
        *head, original, markup = self._rows(sql, number)[0]
        stored = _restore_head(tuple(head))
        page = restore_markup(original, markup, head[5])
        return replace(stored, document=replace(stored.document, html=page))

    def document_text(self, number: int) -> str | None:
        """The text of the document of that number; None where it is a page."""
        text, markup_from = self._rows("SELECT text, markup_from FROM documents WHERE document = ?", number)[0]
        return unpack_text(text) if markup_from is None else None

    def articles_of(self, identities: Iterable[bytes]) -> set[str]:
        """The articles of which a document bears one of `identities`."""
        sql = "SELECT DISTINCT d.article FROM identities i JOIN documents d USING (document) WHERE i.identity = ?"
        return {row[0] for identity in identities for row in self._rows(sql, identity) if row[0] is not None}

    # --- articles as the last run left them ------------------------------------------------------------------

    def has_article(self, article: str) -> bool:
        """Whether an article goes by that id."""
        return bool(self._rows("SELECT 1 FROM documents WHERE article = ? LIMIT 1", article))

    def article_ids(self) -> list[str]:
        """The ids of all articles that hold one, in order; those set aside are left out."""
        return [row[0] for row in self._rows("SELECT article FROM articles WHERE is_set_aside = 0 ORDER BY article")]

    def article_count(self) -> int:
        """How many articles there are."""
        count: int = self._rows("SELECT count(*) FROM articles")[0][0]
        return count

    def article_row(self, article: str) -> ArticleKeys | None:
        """What is kept of the current state of an article, None where there is no such article."""
        rows = self._rows(
            "SELECT document, outlet, is_set_aside, digest, reading, features, annotation, story, stories, origin "
            "FROM articles WHERE article = ?",
            article,
        )
        if not rows:
            return None
        document, outlet, is_set_aside, digest, reading, features, annotation, story, stories, origin = rows[0]
        return ArticleKeys(
            document=document,
            outlet=outlet,
            is_set_aside=bool(is_set_aside),
            digest=digest.hex(),
            reading=reading.hex(),
            features=features.hex() if features else None,
            annotation=annotation.hex() if annotation else None,
            stories=tuple(decode_record(stories, list[str])) if stories else (story,) if story else (),
            origin=origin,
        )

    def article_reading(self, article: str) -> Reading | None:
        """What was read from the current state of an article, None where there is no such article."""
        rows = self._rows(
            "SELECT r.payload, d.text, d.markup_from FROM articles a JOIN documents d USING (document) "
            "JOIN results r ON r.stage = 'reading' AND r.digest = a.reading WHERE a.article = ?",
            article,
        )
        if not rows:
            return None
        payload, text, markup_from = rows[0]
        return unpack_reading(payload, unpack_text(text) if markup_from is None else None)

    def article_text(self, article: str) -> str | None:
        """The current text of an article, None where there is no such article."""
        sql = "SELECT d.text FROM articles a JOIN documents d USING (document) WHERE a.article = ?"
        rows = self._rows(sql, article)
        return unpack_text(rows[0][0]) if rows else None

    def annotation_rows(self) -> list[AnnotationRow]:
        """For each article that is not set aside, in order, by what its annotation is kept."""
        rows = self._rows(
            "SELECT article, document, digest, annotation FROM articles WHERE is_set_aside = 0 ORDER BY article"
        )
        return [
            AnnotationRow(
                article=article,
                document=document,
                digest=digest.hex(),
                annotation=annotation.hex() if annotation else None,
            )
            for article, document, digest, annotation in rows
        ]

    def had_annotation(self, article: str) -> bool:
        """Whether the last run left an annotation of that article."""
        return bool(self._rows("SELECT 1 FROM articles WHERE article = ? AND annotation IS NOT NULL", article))

    def outlet_counts(self) -> dict[str, int]:
        """How many articles the last run left of each outlet; those set aside are among them."""
        return dict(self._rows("SELECT outlet, count(*) FROM articles WHERE outlet IS NOT NULL GROUP BY outlet"))

    def outlet_articles(self, outlet: str) -> list[str]:
        """The ids of the articles of an outlet, in order; those set aside are among them."""
        return [row[0] for row in self._rows("SELECT article FROM articles WHERE outlet = ? ORDER BY article", outlet)]

    # --- results -------------------------------------------------------------------------------------------

    def result(self, stage: str, digest: str) -> bytes | None:
        """What `stage` put out for what has this digest, still packed, or None."""
        rows = self._rows("SELECT payload FROM results WHERE stage = ? AND digest = ?", stage, bytes.fromhex(digest))
        return rows[0][0] if rows else None

    def result_digests(self, stage: str) -> set[str]:
        """The digests under which results of `stage` are kept."""
        return {row[0].hex() for row in self._rows("SELECT digest FROM results WHERE stage = ?", stage)}

    def has_result(self, stage: str, digest: str) -> bool:
        """Whether a result of `stage` is kept under that digest."""
        sql = "SELECT 1 FROM results WHERE stage = ? AND digest = ?"
        return bool(self._rows(sql, stage, bytes.fromhex(digest)))

    def keep_results(self, stage: str, results: Sequence[tuple[str, int | None, bytes]]) -> None:
        """Keep packed results of `stage`; an older one under the same digest is replaced.

        Args:
            stage: Its name.
            results: Digest of all that the stage was given, number of the document it was read from (None where it is
                of several), payload.
        """
        with translate_errors(self.path), transaction(self._connection):
            self._connection.executemany(
                "INSERT OR REPLACE INTO results (stage, digest, document, payload) VALUES (?, ?, ?, ?)",
                [(stage, bytes.fromhex(digest), document, payload) for digest, document, payload in results],
            )

    def document_count(self) -> int:
        """How many documents there are."""
        count: int = self._rows("SELECT count(*) FROM documents")[0][0]
        return count

    def arrived_count(self) -> int:
        """How many documents no finished run has settled."""
        count: int = self._rows("SELECT count(*) FROM documents WHERE article IS NULL")[0][0]
        return count

    def annotated_count(self) -> int:
        """How many articles the language stage has read."""
        count: int = self._rows("SELECT count(*) FROM articles WHERE annotation IS NOT NULL")[0][0]
        return count

    # --- what was derived from articles together -----------------------------------------------------------

    @property
    def shelves(self) -> Shelves:
        """The derived records as the last run left them."""
        return self._shelves

    def index(self, name: str) -> list[IndexPart]:
        """The parts of an index over the articles, in order; empty where there is none."""
        rows = self._rows("SELECT part, size, body FROM indexes WHERE name = ? ORDER BY part", name)
        return [IndexPart(part=part, size=size, body=body) for part, size, body in rows]

    def judged_over(self, subject: str) -> int:
        """How many articles there were when `subject` was last judged from all of them; 0 where it never was."""
        rows = self._rows("SELECT articles FROM judgements WHERE subject = ?", subject)
        return rows[0][0] if rows else 0

    def last_run(self) -> Run | None:
        """The last run that was ended, or None."""
        rows = self._rows("SELECT body FROM runs WHERE ended = 1 ORDER BY run DESC LIMIT 1")
        return decode_record(rows[0][0], Run) if rows else None

    def corrections(self) -> list[Correction]:
        """What users decided and did not take back, in the order in which it was decided."""
        with translate_errors(self.path):
            return list(read_corrections(self._connection))

    def next_correction(self) -> str:
        """The id of the correction that is made next; none is given twice."""
        with translate_errors(self.path):
            return next_correction(self._connection)

    # --- watched folders -----------------------------------------------------------------------------------

    def note_watched(self, states: Mapping[bytes, bytes]) -> None:
        """Keep in which states files were read: digests of the state by digest of the path."""
        with translate_errors(self.path), transaction(self._connection):
            self._connection.executemany(
                "INSERT OR REPLACE INTO watched (file, state) VALUES (?, ?)", sorted(states.items())
            )

    # --- changes -------------------------------------------------------------------------------------------

    def put_changes(self, changes: Changes, number: int, run: Run, removed: str | None = None) -> None:
        """Put everything that a run derived in place of what was there, and end the run, in one transaction.

        Args:
            changes: What the run derived.
            number: Of the run.
            run: As it is to be noted.
            removed: ISO 8601 time where `changes.gone` are to be removed for good: their texts and originals go with
                them, and tombstones stay.
        """
        with translate_errors(self.path), transaction(self._connection):
            Putting(self._connection).put(changes, run.ended or run.started, removed)
            self._end_run(number, run)
        self._shelves.forget_dictionaries()
        self._give_back_space()

    def _give_back_space(self) -> None:
        """Take the pages out of the file that hold nothing any more: results that served one run only."""
        with translate_errors(self.path):
            if self.document_count() <= _OPTIMISED_DOCUMENTS:
                self._connection.execute("INSERT INTO full_text (full_text) VALUES ('optimize')")
            # One step frees one page, and `execute` takes one step only where there are no columns.
            self._connection.executescript("PRAGMA incremental_vacuum")

    def compact(self) -> None:
        """Give back the space of what was removed, and with it the last trace in the file."""
        with translate_errors(self.path):
            with transaction(self._connection):
                # A row taken out of the index leaves its words there until a merge: build the index anew.
                self._connection.execute("INSERT INTO full_text (full_text) VALUES ('delete-all')")
                for document, headline, text in self._connection.execute(
                    "SELECT d.document, d.headline, d.text FROM articles a JOIN documents d USING (document)"
                ).fetchall():
                    Putting(self._connection).index_text(document, headline, text)
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
