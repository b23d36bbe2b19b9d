"""Opening an archive file: ours, of this version, and safe to read even when it comes from a stranger."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from firsthand.archive.schema import APPLICATION_ID, PAGE_BYTES, SCHEMA, SCHEMA_VERSION
from firsthand.errors import ArchiveError, ArchiveLockedError, ArchiveVersionError

__all__ = ["connect", "create", "stored_version", "transaction", "translate_errors"]

_BUSY_TIMEOUT_S = 30.0


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside the block into an `ArchiveError` that names the file and the mend.

    Raises:
        ArchiveError: The file is damaged, full, read-only, or no database.
        ArchiveLockedError: Another connection kept the file locked.
    """
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:  # what SQLite quotes from a damaged file may be no text
        message = str(error)
        if "disk is full" in message or "disk I/O error" in message:
            raise ArchiveError(
                f"{path}: the disk is full or failing ({message}).",
                "What was committed is safe: free some space, then run the same command again.",
            ) from error
        if "locked" in message or "busy" in message:
            raise ArchiveLockedError(
                f"{path}: another program keeps it locked.", "Close it there, then run the same command again."
            ) from error
        if "readonly" in message or "unable to open" in message:
            raise ArchiveError(
                f"{path}: cannot be opened or written ({message}).",
                "Check that its folder exists and that you may write there.",
            ) from error
        raise ArchiveError(
            f"{path}: not a sound archive ({message}).",
            "Restore it from a copy, or build it again with `firsthand add`.",
        ) from error


def _open_file(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection that reads only, or reads and writes.

    A reader opens the file for writing where it may, and forbids itself to write: a read-only connection cannot
    clear WAL's side files away when it is the last to close. Else it opens it read-only; else, in a folder where
    the side files cannot be made, as a file that does not change.
    """
    modes = ("mode=rw", "mode=ro", "mode=ro&immutable=1") if read_only else ("mode=rw",)
    for mode in modes:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?{mode}",
            uri=True,
            isolation_level=None,
            timeout=_BUSY_TIMEOUT_S,
            check_same_thread=False,
        )
        try:
            connection.execute(f"PRAGMA query_only = {int(read_only)}")
            connection.execute("PRAGMA schema_version").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            is_barred = "unable to open" in str(error) or "readonly" in str(error)
            if mode == modes[-1] or not is_barred:
                raise
        except sqlite3.Error:
            connection.close()
            raise
        else:
            return connection
    raise sqlite3.OperationalError("unable to open database file")


def _configure(connection: sqlite3.Connection) -> None:
    # A stranger's file may hold views, triggers and expressions: nothing in its schema may call out.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA cache_size = -65536")
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # VACUUM attaches a file of its own; nothing else may


def _normalise_sql(sql: str) -> str:
    return re.sub(r"\s+", " ", sql).strip().rstrip(";").strip()


def _expected_objects() -> dict[str, str]:
    """Name and definition of every object that a new archive has."""
    memory = sqlite3.connect(":memory:")
    try:
        memory.executescript(SCHEMA)
        rows = memory.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    finally:
        memory.close()
    return {name: _normalise_sql(sql) for name, sql in rows}


def _check_objects(connection: sqlite3.Connection, path: Path) -> None:
    found = {
        name: _normalise_sql(sql)
        for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        if not name.startswith("sqlite_stat")
    }
    expected = _expected_objects()
    strange = sorted(name for name, sql in found.items() if expected.get(name) != sql)
    missing = sorted(set(expected) - set(found))
    if strange or missing:
        named = ", ".join((strange + missing)[:3])
        raise ArchiveError(
            f"{path}: its tables are not those of an archive ({named}).",
            "Do not trust this file; build an archive of your own from the articles.",
        )


def stored_version(path: Path) -> int:
    """Schema version of the archive at `path`.

    Raises:
        ArchiveError: The file is missing, unreadable, or no archive.
    """
    try:
        path.stat()
    except FileNotFoundError:
        pass
    except OSError as error:
        raise _unreachable(path, error) from error
    if path.exists() and not path.is_file():
        raise ArchiveError(f"{path}: not a file, so no archive.", "Name the archive's file.")
    if not path.is_file():
        raise ArchiveError(f"{path}: no such archive.", "Make one with `firsthand add ARCHIVE PATH`.")
    with translate_errors(path):
        connection = _open_file(path, read_only=True)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            application_id = connection.execute("PRAGMA application_id").fetchone()[0]
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    if application_id != APPLICATION_ID:
        raise ArchiveError(
            f"{path}: a database, but not a Firsthand archive.", "Name another file; this one was not changed."
        )
    return version


def create(path: Path) -> None:
    """Make an empty archive at `path`.

    Raises:
        ArchiveError: The folder does not exist, or may not be written.
    """
    # Made beside its place and moved there when it is whole: what a full disk or a kill leaves half made is never taken
    # for an archive, and is made anew.
    place = path.resolve()
    making = place.with_name(f"{place.name}.making")
    try:
        _remove_with_side_files(making)
        with translate_errors(path):
            _write_empty(making)
        making.replace(place)
    except OSError as error:
        raise _unreachable(path, error) from error
    finally:
        with suppress(OSError):
            _remove_with_side_files(making)


def _remove_with_side_files(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _write_empty(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_TIMEOUT_S)
    try:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(
            f"BEGIN IMMEDIATE; {SCHEMA} PRAGMA application_id = {APPLICATION_ID}; "
            f"PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;"
        )
        # Into the file itself, here where a full disk is told: closing would keep silent about it.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def _unreachable(path: Path, error: OSError) -> ArchiveError:
    return ArchiveError(
        f"{path}: cannot be opened or written ({error.strerror}).",
        "Check that its folder exists and that you may write there.",
    )


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection to the archive at `path`, in autocommit mode: transactions are begun by name.

    Raises:
        ArchiveError: The file is missing, damaged, or its tables are not those of an archive.
        ArchiveVersionError: It was written with another schema version.
    """
    version = stored_version(path)
    if version > SCHEMA_VERSION:
        raise ArchiveVersionError(
            f"{path}: written by a newer Firsthand (schema {version}; this one reads {SCHEMA_VERSION}).",
            "Install the newer release; the file was not changed.",
        )
    if version < SCHEMA_VERSION:
        raise ArchiveVersionError(
            f"{path}: written by an older Firsthand (schema {version}; this one reads {SCHEMA_VERSION}).",
            f"Run `firsthand migrate {path}`; it makes a copy first.",
        )
    with translate_errors(path):
        connection = _open_file(path, read_only=read_only)
        try:
            _configure(connection)
            _check_objects(connection, path)
            if not read_only:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block as one write transaction: all of it, or nothing.

    Begun IMMEDIATE: a transaction that reads first and asks for the write lock later fails under a second writer
    whatever the busy timeout.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # a full disk ends the transaction by itself
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
