"""Bringing an archive of an older schema version up to date, on a copy first."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from firsthand.archive.connection import stored_version, transaction, translate_errors
from firsthand.archive.schema import SCHEMA_VERSION
from firsthand.errors import ArchiveError, ArchiveVersionError

__all__ = ["MIGRATIONS", "migrate"]

# What turns version N into N + 1, by N. Version 1 is the first that was ever written.
MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {}


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
