"""A run's changes put in place: within one transaction of the caller."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from firsthand.archive.changes import Changes, Placement, Whereabouts
from firsthand.archive.codec import encode_record, pack_text, unpack_text
from firsthand.archive.corrections import put_corrections
from firsthand.archive.originals import restore_claims
from firsthand.archive.shelves import TOLD, put_shelves, renew_dictionaries
from firsthand.model import KINDS, ToldStory, content_digest

__all__ = ["Putting", "tombstone"]


class Putting:
    """How changes are written over one connection that is open for writing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Nothing is written yet."""
        self._connection = connection

    def put(self, changes: Changes, ended: str, removed: str | None) -> None:
        """Put everything that a run derived in place of what was there.

        Args:
            changes: What the run derived.
            ended: ISO 8601 time of its end.
            removed: ISO 8601 time where `changes.gone` are to be removed for good.
        """
        connection = self._connection
        touched = self._touched_documents(changes)
        for article in sorted(changes.gone):
            self._take_away(article, removed)
        connection.executemany(
            "UPDATE documents SET article = ? WHERE document = ? AND article IS NOT ?",
            [(article, document, article) for document, article in sorted(changes.settled.items())],
        )
        self._put_identities(changes)
        for placement in changes.placements:
            self._place(placement)
        connection.executemany(
            "UPDATE articles SET annotation = ? WHERE article = ?",
            [(bytes.fromhex(key), article) for article, key in sorted(changes.annotations.items())],
        )
        self._put_whereabouts(changes.whereabouts)
        put_shelves(connection, changes.shelves, sorted(changes.emptied))
        if removed is not None:
            renew_dictionaries(connection, {**KINDS, TOLD: ToldStory})
        self._put_indexes(changes)
        self._put_rejections(changes)
        put_corrections(connection, changes, ended)
        self._drop_results(changes, touched)

    def _touched_documents(self, changes: Changes) -> list[int]:
        articles = {placement.article for placement in changes.placements} | set(changes.gone)
        sql = "SELECT document FROM documents WHERE article = ?"
        rows = (self._connection.execute(sql, (article,)).fetchall() for article in articles)
        return sorted({row[0] for found in rows for row in found} | set(changes.settled))

    def _put_identities(self, changes: Changes) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO identities (identity, document) VALUES (?, ?)",
            [(identity, document) for document, found in sorted(changes.identities.items()) for identity in found],
        )

    def _place(self, placement: Placement) -> None:
        """Write an article's row and bring the full-text index up to date where its current text changed."""
        execute = self._connection.execute
        rows = execute(
            "SELECT d.document, d.headline, d.text FROM articles a JOIN documents d USING (document) "
            "WHERE a.article = ?",
            (placement.article,),
        ).fetchall()
        wanted = (placement.document, placement.headline, pack_text(placement.text))
        if not rows or rows[0] != wanted:
            if rows:
                self._unindex(*rows[0])
            execute("UPDATE documents SET headline = ?, text = ? WHERE document = ?", (*wanted[1:], wanted[0]))
            self.index_text(*wanted)
        execute(
            "INSERT INTO articles "
            "(article, document, outlet, is_set_aside, digest, reading, features, annotation, urls) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (article) DO UPDATE SET document = excluded.document, "
            "outlet = excluded.outlet, is_set_aside = excluded.is_set_aside, digest = excluded.digest, "
            "reading = excluded.reading, features = excluded.features, annotation = excluded.annotation, "
            "urls = excluded.urls",
            (
                placement.article,
                placement.document,
                placement.outlet,
                int(placement.is_set_aside),
                bytes.fromhex(placement.digest),
                bytes.fromhex(placement.reading),
                bytes.fromhex(placement.features) if placement.features else None,
                bytes.fromhex(placement.annotation) if placement.annotation else None,
                encode_record(placement.urls) if placement.urls else None,
            ),
        )

    def _put_whereabouts(self, whereabouts: Mapping[str, Whereabouts]) -> None:
        self._connection.executemany(
            "UPDATE articles SET story = ?, stories = ?, origin = ? WHERE article = ?",
            [
                (
                    each.story,
                    encode_record(each.stories) if each.stories not in {(), (each.story,)} else None,
                    each.origin,
                    article,
                )
                for article, each in sorted(whereabouts.items())
            ],
        )

    def _put_indexes(self, changes: Changes) -> None:
        execute = self._connection.execute
        for name, parts in changes.indexes.items():
            kept = set(changes.kept_parts.get(name, ()))
            for (part,) in execute("SELECT part FROM indexes WHERE name = ?", (name,)).fetchall():
                if part not in kept:
                    execute("DELETE FROM indexes WHERE name = ? AND part = ?", (name, part))
            self._connection.executemany(
                "INSERT INTO indexes (name, part, size, body) VALUES (?, ?, ?, ?)",
                [(name, each.part, each.size, each.body) for each in parts],
            )
        self._connection.executemany(
            "INSERT OR REPLACE INTO judgements (subject, articles) VALUES (?, ?)", sorted(changes.judgements.items())
        )

    def _put_rejections(self, changes: Changes) -> None:
        """Note what was refused; what was noted against articles that were read anew is out of date."""
        execute = self._connection.execute
        if changes.is_whole:
            execute("DELETE FROM rejections WHERE stage <> 'sources'")
        else:
            anew = {placement.article for placement in changes.placements} | set(changes.gone)
            for name, stage in execute("SELECT input, stage FROM rejections WHERE stage <> 'sources'").fetchall():
                if not anew.isdisjoint((name, *name.split(" "))):
                    execute("DELETE FROM rejections WHERE input = ? AND stage = ?", (name, stage))
        self._connection.executemany(
            "INSERT OR REPLACE INTO rejections (input, stage, reason) VALUES (?, ?, ?)",
            [(rejection.input, rejection.stage, rejection.reason) for rejection in changes.rejections],
        )

    def _drop_results(self, changes: Changes, touched: Sequence[int]) -> None:
        """Drop the results that nothing leads to any more."""
        live = {(stage, bytes.fromhex(digest)) for stage, digests in changes.live_results.items() for digest in digests}
        execute = self._connection.execute
        if changes.is_whole:
            rows = execute("SELECT stage, digest FROM results").fetchall()
        else:
            rows = [
                row
                for document in touched
                for row in execute("SELECT stage, digest FROM results WHERE document = ?", (document,))
            ]
            rows += execute("SELECT stage, digest FROM results WHERE document IS NULL").fetchall()
        self._connection.executemany(
            "DELETE FROM results WHERE stage = ? AND digest = ?", sorted(set(map(tuple, rows)) - live)
        )

    def index_text(self, document: int, headline: str | None, text: bytes | None) -> None:
        """Take a document with its text, still packed, into the full-text index."""
        self._connection.execute(
            "INSERT INTO full_text (rowid, headline, text) VALUES (?, ?, ?)", (document, headline, unpack_text(text))
        )

    def _unindex(self, document: int, headline: str | None, text: bytes | None) -> None:
        self._connection.execute(
            "INSERT INTO full_text (full_text, rowid, headline, text) VALUES ('delete', ?, ?, ?)",
            (document, headline, unpack_text(text)),
        )

    def _take_away(self, article: str, removed: str | None) -> None:
        """Take an article's row out; where it is removed for good, its documents too, and leave tombstones."""
        execute = self._connection.execute
        rows = execute(
            "SELECT d.document, d.headline, d.text FROM articles a JOIN documents d USING (document) "
            "WHERE a.article = ?",
            (article,),
        ).fetchall()
        for row in rows:
            self._unindex(*row)
        execute("DELETE FROM articles WHERE article = ?", (article,))
        if removed is None:
            return
        documents = execute(
            "SELECT document, text, url, claims, markup_from FROM documents WHERE article = ?", (article,)
        ).fetchall()
        for document, text, url, claims, markup_from in documents:
            own_text = unpack_text(text)
            source = restore_claims(claims, markup_from, own_text).source
            marks = [tombstone("original", source.sha256), tombstone("text", own_text or "")]
            marks += [tombstone("url", url)] if url else []
            execute("DELETE FROM identities WHERE document = ?", (document,))
            execute("DELETE FROM documents WHERE document = ?", (document,))
            self._connection.executemany(
                "INSERT OR IGNORE INTO tombstones (digest, removed) VALUES (?, ?)", [(mark, removed) for mark in marks]
            )


def tombstone(kind: str, value: str) -> str:
    """The mark that a removed text, original or address leaves: a digest, from which it cannot be read back."""
    return content_digest("tombstone", kind, value.strip() if kind == "text" else value)
