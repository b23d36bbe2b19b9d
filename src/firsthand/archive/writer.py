"""Writing an archive: documents in, results kept, one generation of derived records put in place of the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from firsthand.archive.codec import (
    compress,
    decode_record,
    decompress,
    encode_record,
    pack_record,
    pack_text,
    unpack_record,
    unpack_text,
)
from firsthand.archive.connection import connect, transaction, translate_errors
from firsthand.archive.originals import keep_claims, keep_original, restore_claims, restore_markup
from firsthand.archive.schema import record_range
from firsthand.model import RawDocument, Rejection, Run, Story, content_digest

_DICTIONARY_RECORDS = 8  # more gain little: what repeats is the names of fields and the phrases of evidence

__all__ = ["ArchiveWriter", "Generation", "Placement", "StoredDocument", "tombstone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """One distinct state of a text or page as the archive keeps it."""

    number: int
    digest: str
    article: str | None  # the id that it goes by; None until it is settled
    run: int  # the run that took it in
    document: RawDocument  # `original` is left out (b"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where the current state of one article stands, and what was read from it."""

    article: str
    document: int
    headline: str | None
    text: str
    reading: str  # digest of its result
    annotation: str | None
    story: str | None
    stories: tuple[str, ...]
    origin: str | None
    urls: tuple[str, ...]  # every address that it was found at


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """All that a run derived: put in place as one, so that a reader never sees half of it."""

    placements: Sequence[Placement]
    records: Mapping[str, Sequence[tuple[str | None, tuple[str, ...], object]]]  # kind: (id, places, record)
    rejections: Sequence[Rejection]
    live_results: Mapping[str, set[str]] = field(default_factory=dict)  # stage: digests still of use


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
        with translate_errors(self.path):
            for row in self._connection.execute(f"SELECT {_HEAD} FROM documents ORDER BY digest"):  # noqa: S608
                stored = _restore_head(row)
                yield replace(stored, document=replace(stored.document, text=None))

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

    def settle_articles(self, article_of: Mapping[int, str]) -> None:
        """Note by which id each document goes: `article_of` maps its number to that id."""
        with translate_errors(self.path), transaction(self._connection):
            self._connection.executemany(
                "UPDATE documents SET article = ? WHERE document = ? AND article IS NOT ?",
                [(article, number, article) for number, article in sorted(article_of.items())],
            )

    # --- results -------------------------------------------------------------------------------------------

    def result(self, stage: str, digest: str) -> bytes | None:
        """What `stage` put out for what has this digest, still packed, or None."""
        rows = self._rows("SELECT payload FROM results WHERE stage = ? AND digest = ?", stage, bytes.fromhex(digest))
        return rows[0][0] if rows else None

    def result_digests(self, stage: str) -> set[str]:
        """The digests under which results of `stage` are kept."""
        return {row[0].hex() for row in self._rows("SELECT digest FROM results WHERE stage = ?", stage)}

    def keep_results(self, stage: str, results: Sequence[tuple[str, bytes]]) -> None:
        """Keep packed results of `stage`, each under its digest; an older one under the same digest is replaced."""
        with translate_errors(self.path), transaction(self._connection):
            self._connection.executemany(
                "INSERT OR REPLACE INTO results (stage, digest, payload) VALUES (?, ?, ?)",
                [(stage, bytes.fromhex(digest), payload) for digest, payload in results],
            )

    def document_count(self) -> int:
        """How many documents there are."""
        count: int = self._rows("SELECT count(*) FROM documents")[0][0]
        return count

    def result_count(self, stage: str) -> int:
        """How many results of `stage` are kept."""
        count: int = self._rows("SELECT count(*) FROM results WHERE stage = ?", stage)[0][0]
        return count

    def annotated_ids(self) -> set[str]:
        """The ids of articles that the language stage has read."""
        return {row[0] for row in self._rows("SELECT article FROM articles WHERE annotation IS NOT NULL")}

    def annotated_count(self) -> int:
        """How many articles the language stage has read."""
        return len(self.annotated_ids())

    def stories(self) -> list[Story]:
        """The stories of the last generation: their ids are kept by the next."""
        rows = self._rows(
            "SELECT body, bytes FROM records JOIN dictionaries USING (kind) WHERE record >= ? AND record < ? "
            "ORDER BY record",
            *record_range("stories"),
        )
        return [unpack_record(body, Story, decompress(dictionary)) for body, dictionary in rows]

    # --- generations ---------------------------------------------------------------------------------------

    def put_generation(self, generation: Generation, number: int, run: Run) -> None:
        """Put everything that a run derived in place of what was there, and end the run, in one transaction."""
        with translate_errors(self.path), transaction(self._connection):
            self._place_articles(generation.placements)
            execute = self._connection.execute
            self._put_records(generation.records)
            execute("DELETE FROM rejections WHERE stage <> 'sources'")
            self._connection.executemany(
                "INSERT OR REPLACE INTO rejections (input, stage, reason) VALUES (?, ?, ?)",
                [(rejection.input, rejection.stage, rejection.reason) for rejection in generation.rejections],
            )
            for stage, live in generation.live_results.items():
                dead = self.result_digests(stage) - live
                self._connection.executemany(
                    "DELETE FROM results WHERE stage = ? AND digest = ?",
                    [(stage, bytes.fromhex(digest)) for digest in sorted(dead)],
                )
            self._end_run(number, run)

    def _put_records(self, records: Mapping[str, Sequence[tuple[str | None, tuple[str, ...], object]]]) -> None:
        """Put records in place of all that were there."""
        for table in ("record_places", "records", "dictionaries"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        for kind, entries in records.items():
            first, _ = record_range(kind)
            dictionary = "\n".join(encode_record(record) for *_, record in entries[:_DICTIONARY_RECORDS]).encode()
            self._connection.execute(
                "INSERT INTO dictionaries (kind, bytes) VALUES (?, ?)", (kind, compress(dictionary))
            )
            self._connection.executemany(
                "INSERT INTO records (record, kind, id, body) VALUES (?, ?, ?, ?)",
                [
                    (number, kind, identity, pack_record(record, dictionary))
                    for number, (identity, _, record) in enumerate(entries, first)
                ],
            )
            self._connection.executemany(
                "INSERT OR IGNORE INTO record_places (place, record) VALUES (?, ?)",
                [(place, number) for number, (_, places, _) in enumerate(entries, first) for place in places],
            )

    def _place_articles(self, placements: Sequence[Placement]) -> None:
        """Write the articles' rows and bring the full-text index up to date where a current text changed."""
        execute = self._connection.execute
        indexed = {
            document: (headline, text)
            for document, headline, text in execute(
                "SELECT d.document, d.headline, d.text FROM articles a JOIN documents d USING (document)"
            )
        }
        wanted = {placement.document: (placement.headline, pack_text(placement.text)) for placement in placements}
        for document in sorted(indexed):
            if indexed[document] != wanted.get(document):
                self._unindex(document, *indexed[document])
        for document in sorted(wanted):
            if indexed.get(document) != wanted[document]:
                execute("UPDATE documents SET headline = ?, text = ? WHERE document = ?", (*wanted[document], document))
                self._index(document, *wanted[document])
        execute("DELETE FROM articles")
        self._connection.executemany(
            "INSERT INTO articles (article, document, reading, annotation, story, origin, stories, urls) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    placement.article,
                    placement.document,
                    bytes.fromhex(placement.reading),
                    None if placement.annotation is None else bytes.fromhex(placement.annotation),
                    placement.story,
                    placement.origin,
                    encode_record(placement.stories),
                    encode_record(placement.urls),
                )
                for placement in placements
            ],
        )

    def _index(self, document: int, headline: str | None, text: bytes | None) -> None:
        self._connection.execute(
            "INSERT INTO full_text (rowid, headline, text) VALUES (?, ?, ?)", (document, headline, unpack_text(text))
        )

    def _unindex(self, document: int, headline: str | None, text: bytes | None) -> None:
        self._connection.execute(
            "INSERT INTO full_text (full_text, rowid, headline, text) VALUES ('delete', ?, ?, ?)",
            (document, headline, unpack_text(text)),
        )

    # --- removal -------------------------------------------------------------------------------------------

    def remove_articles(self, articles: Sequence[str], removed: str) -> None:
        """Take articles out with their texts, originals, index and derived records, and leave tombstones.

        Records that rest on them stand until the next generation is put, except those that name them.

        Args:
            articles: Ids of articles in the archive.
            removed: ISO 8601 time, kept with the tombstones.
        """
        with translate_errors(self.path), transaction(self._connection):
            execute = self._connection.execute
            for article in articles:
                rows = execute(
                    "SELECT d.document, d.headline, d.text, d.url, a.document IS NOT NULL, d.claims, "
                    "d.markup_from FROM documents d "
                    "LEFT JOIN articles a USING (document) WHERE d.article = ?",
                    (article,),
                ).fetchall()
                execute("DELETE FROM articles WHERE article = ?", (article,))
                for document, headline, text, url, is_current, claims, markup_from in rows:
                    if is_current:
                        self._unindex(document, headline, text)
                    own_text = unpack_text(text)
                    source = restore_claims(claims, markup_from, own_text).source
                    marks = [tombstone("original", source.sha256), tombstone("text", own_text or "")]
                    marks += [tombstone("url", url)] if url else []
                    execute("DELETE FROM documents WHERE document = ?", (document,))
                    self._connection.executemany(
                        "INSERT OR IGNORE INTO tombstones (digest, removed) VALUES (?, ?)",
                        [(mark, removed) for mark in marks],
                    )
            # Everything derived is made again by the run that called for this; nothing of it may outlive the text.
            kept = self._bare_stories(set(articles))
            self._put_records({"stories": [(story.story, (), story) for story in kept]})
            execute("DELETE FROM rejections WHERE stage <> 'sources'")

    def _bare_stories(self, removed: set[str]) -> list[Story]:
        """The stories without the removed articles and without any words, so that their ids can be kept."""
        bare = []
        for story in self.stories():
            stay = tuple(article for article in story.articles if article not in removed)
            if stay:
                bare.append(
                    Story(
                        story=story.story,
                        title="",
                        title_article=stay[0],
                        articles=stay,
                        members=(),
                        aliases=story.aliases,
                    )
                )
        return bare

    def compact(self) -> None:
        """Give back the space of what was removed, and with it the last trace in the file."""
        with translate_errors(self.path):
            with transaction(self._connection):
                # A row taken out of the index leaves its words there until a merge: build the index anew.
                self._connection.execute("INSERT INTO full_text (full_text) VALUES ('delete-all')")
                for document, headline, text in self._connection.execute(
                    "SELECT d.document, d.headline, d.text FROM articles a JOIN documents d USING (document)"
                ).fetchall():
                    self._index(document, headline, text)
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def tombstone(kind: str, value: str) -> str:
    """The mark that a removed text, original or address leaves: a digest, from which it cannot be read back."""
    return content_digest("tombstone", kind, value.strip() if kind == "text" else value)
