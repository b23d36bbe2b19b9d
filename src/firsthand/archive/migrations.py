"""Bringing an archive of an older schema version up to date, on a copy first."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from firsthand.archive.changes import Shelf
from firsthand.archive.codec import decode_record, decompress
from firsthand.archive.connection import stored_version, transaction, translate_errors
from firsthand.archive.schema import SCHEMA, SCHEMA_VERSION
from firsthand.archive.shelves import put_shelves
from firsthand.errors import ArchiveError, ArchiveVersionError
from firsthand.model import Story

__all__ = ["MIGRATIONS", "migrate"]


def _shelve_records(connection: sqlite3.Connection) -> None:
    """Version 2 keeps what was derived by owner. It is derived again from the documents, from results that are kept.

    Only the stories are carried over, so that they keep their ids.
    """
    stories = _read_old_stories(connection)
    connection.execute("INSERT INTO full_text (full_text) VALUES ('delete-all')")
    for table in ("records", "record_places", "dictionaries", "articles"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("ALTER TABLE results RENAME TO old_results")
    present = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    for statement in SCHEMA.split(";"):
        words = statement.split()
        if words and words[0] == "CREATE" and words[2] not in present and words[2] != "TABLE":
            connection.execute(statement)
    connection.execute(
        "INSERT INTO results (stage, digest, payload) SELECT stage, digest, payload FROM old_results "
        "WHERE stage NOT IN ('lineage', 'passages')"
    )
    connection.execute("DROP TABLE old_results")
    put_shelves(connection, {"stories": [Shelf(owner=story.story, records=(story,)) for story in stories]})


def _read_old_stories(connection: sqlite3.Connection) -> list[Story]:
    rows = connection.execute(
        "SELECT r.body, d.bytes FROM records r JOIN dictionaries d USING (kind) WHERE kind = 'stories'"
    )
    return [decode_record(decompress(body, decompress(dictionary)), Story) for body, dictionary in rows]


# What turns version N into N + 1, by N. Version 1 is the first that was ever written.
MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _shelve_records}


def migrate(
    path: Path,
    target: int = SCHEMA_VERSION,
    steps: Mapping[int, Callable[[sqlite3.Connection], None]] = MIGRATIONS,
) -> Path | None:
    """Bring the archive at `path` to schema version `target`.

    Args:
        path: The archive. The caller holds the writer's lock.
        target: The version wanted.
        steps: What turns version N into N + 1, by N.

    Returns:
        The copy that was made first, beside the archive; None where it was up to date already.

    Raises:
        ArchiveError: No archive, no room for the copy, or a step is missing or failed: the archive is unchanged.
        ArchiveVersionError: It is newer than `target`.
    """
    version = stored_version(path)
    if version > target:
        raise ArchiveVersionError(
            f"{path}: written by a newer Firsthand (schema {version}; this one reads {target}).",
            "Install the newer release; the file was not changed.",
        )
    if version == target:
        return None
    missing = [number for number in range(version, target) if number not in steps]
    if missing:
        raise ArchiveError(
            f"{path}: no way is known from schema {missing[0]} to {missing[0] + 1}.",
            "Build the archive again from its articles with `firsthand add`.",
        )
    copy = path.with_name(f"{path.name}.v{version}")
    if copy.exists():
        raise ArchiveError(f"{copy}: already there, and would be overwritten by the copy.", "Move it away first.")
    with translate_errors(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            kept = sqlite3.connect(copy)
            try:
                connection.backup(kept)
            finally:
                kept.close()
            with transaction(connection):
                for number in range(version, target):
                    steps[number](connection)
                connection.execute(f"PRAGMA user_version = {target:d}")
        finally:
            connection.close()
    return copy
