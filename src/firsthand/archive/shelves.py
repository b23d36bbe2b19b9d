"""The records that were derived from articles together: in one row those of one kind that hang on one owner.

A row each for an article, a story or an outlet, so that what an article changes is put in place without a look at the
rest. The records of a kind are compressed against some of the first that were put.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from firsthand.archive.changes import Shelf
from firsthand.archive.codec import compress, decode_record, decompress, encode_record
from firsthand.model import content_digest

__all__ = ["TOLD", "Shelves", "put_shelves", "renew_dictionaries"]

TOLD = "told"  # beside the kinds of the contract: stories as the program told them, where corrections changed them

_DICTIONARY_RECORDS = 8  # more gain little: what repeats is the names of fields and the phrases of evidence


class Shelves:
    """The shelves as one connection sees them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Over an open archive; nothing is read yet."""
        self._connection = connection
        self._dictionaries: dict[str, bytes] = {}

    def forget_dictionaries(self) -> None:
        """To be called where they may have changed in the file."""
        self._dictionaries.clear()

    def dictionary(self, kind: str) -> bytes:
        """Against what the records of `kind` are compressed; b"" where there are none yet."""
        if kind not in self._dictionaries:
            rows = self._connection.execute("SELECT bytes FROM dictionaries WHERE kind = ?", (kind,)).fetchall()
            if not rows:
                return b""
            self._dictionaries[kind] = decompress(rows[0][0])
        return self._dictionaries[kind]

    def unpack(self, body: bytes, kind: str, record: type[Any]) -> list[Any]:
        """The records of one shelf."""
        return [decode_record(line, record) for line in decompress(body, self.dictionary(kind)).splitlines()]

    def each(self, kind: str, record: type[Any]) -> Iterator[Any]:
        """All records of `kind`, in export order."""
        numbers = self._connection.execute(
            "SELECT shelf FROM shelves WHERE kind = ? ORDER BY rank, owner", (kind,)
        ).fetchall()
        for (number,) in numbers:
            row = self._connection.execute("SELECT body FROM shelves WHERE shelf = ?", (number,)).fetchone()
            yield from self.unpack(row[0], kind, record)

    def owned(self, kind: str, record: type[Any], owner: str) -> list[Any]:
        """The records of `kind` that hang on `owner`."""
        rows = self._connection.execute(
            "SELECT body FROM shelves WHERE kind = ? AND owner = ?", (kind, owner)
        ).fetchall()
        return self.unpack(rows[0][0], kind, record) if rows else []

    def placed(self, kind: str, record: type[Any], place: str) -> list[Any]:
        """The records of `kind` on all shelves that are looked up under `place`, in export order."""
        rows = self._connection.execute(
            "SELECT s.body FROM shelf_places p JOIN shelves s USING (shelf) "
            "WHERE p.place = ? AND s.kind = ? ORDER BY s.rank, s.owner",
            (_number_of(place), kind),
        ).fetchall()
        return [each for (body,) in rows for each in self.unpack(body, kind, record)]

    def owners(self, kind: str, place: str | None = None) -> list[str]:
        """The owners of shelves of `kind`, in export order: of all, or of those looked up under `place`."""
        if place is None:
            sql = "SELECT owner FROM shelves WHERE kind = ? ORDER BY rank, owner"
            return [row[0] for row in self._connection.execute(sql, (kind,))]
        sql = (
            "SELECT s.owner FROM shelf_places p JOIN shelves s USING (shelf) "
            "WHERE s.kind = ? AND p.place = ? ORDER BY s.rank, s.owner"
        )
        return [row[0] for row in self._connection.execute(sql, (kind, _number_of(place)))]

    def count(self, kind: str) -> int:
        """How many shelves of `kind` there are."""
        count: int = self._connection.execute("SELECT count(*) FROM shelves WHERE kind = ?", (kind,)).fetchone()[0]
        return count


def _number_of(place: str) -> int:
    """A place as it is kept: 63 bits of its digest take half the room of most ids."""
    return int(content_digest("place", place)[:16], 16) >> 1


def _pack(records: Sequence[object], dictionary: bytes) -> bytes:
    return compress("\n".join(map(encode_record, records)).encode(), dictionary)


def put_shelves(
    connection: sqlite3.Connection, shelves: Mapping[str, Sequence[Shelf]], emptied: Sequence[str] = ()
) -> None:
    """Put shelves in place of those of the same owners; within a transaction of the caller.

    Args:
        connection: Open for writing.
        shelves: By kind.
        emptied: Kinds of which no other shelf stays; their records get a dictionary of their own time.
    """
    execute = connection.execute
    for kind in emptied:
        _drop(connection, [row[0] for row in execute("SELECT shelf FROM shelves WHERE kind = ?", (kind,))])
        execute("DELETE FROM dictionaries WHERE kind = ?", (kind,))
    for kind, entries in shelves.items():
        old = {owner: _find(connection, kind, owner) for owner in dict.fromkeys(each.owner for each in entries)}
        _drop(connection, [number for number in old.values() if number is not None])
        dictionary = _dictionary_of(connection, kind, entries)
        for shelf in entries:
            if not shelf.records:
                continue
            cursor = execute(
                "INSERT INTO shelves (kind, owner, rank, body) VALUES (?, ?, ?, ?)",
                (kind, shelf.owner, shelf.rank, _pack(shelf.records, dictionary)),
            )
            connection.executemany(
                "INSERT OR IGNORE INTO shelf_places (place, shelf) VALUES (?, ?)",
                [(_number_of(place), cursor.lastrowid) for place in shelf.places],
            )


def _find(connection: sqlite3.Connection, kind: str, owner: str) -> int | None:
    row = connection.execute("SELECT shelf FROM shelves WHERE kind = ? AND owner = ?", (kind, owner)).fetchone()
    return row[0] if row else None


def _drop(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    rows = [(number,) for number in numbers]
    connection.executemany("DELETE FROM shelf_places WHERE shelf = ?", rows)
    connection.executemany("DELETE FROM shelves WHERE shelf = ?", rows)


def _dictionary_of(connection: sqlite3.Connection, kind: str, entries: Sequence[Shelf]) -> bytes:
    row = connection.execute("SELECT bytes FROM dictionaries WHERE kind = ?", (kind,)).fetchone()
    if row is not None:
        return decompress(row[0])
    first = [record for shelf in entries for record in shelf.records][:_DICTIONARY_RECORDS]
    dictionary = "\n".join(map(encode_record, first)).encode()
    if first:
        connection.execute("INSERT INTO dictionaries (kind, bytes) VALUES (?, ?)", (kind, compress(dictionary)))
    return dictionary


def renew_dictionaries(connection: sqlite3.Connection, records: Mapping[str, type[Any]]) -> None:
    """Pack every shelf against records that stand in the archive now: the old ones may be of articles that went.

    Args:
        connection: Open for writing; within a transaction of the caller.
        records: The type of the records of each kind.
    """
    shelves = Shelves(connection)
    for (kind,) in connection.execute("SELECT kind FROM dictionaries").fetchall():
        bodies = {
            number: shelves.unpack(body, kind, records[kind])
            for number, body in connection.execute("SELECT shelf, body FROM shelves WHERE kind = ?", (kind,))
        }
        first = [record for found in bodies.values() for record in found][:_DICTIONARY_RECORDS]
        dictionary = "\n".join(map(encode_record, first)).encode()
        connection.execute("DELETE FROM dictionaries WHERE kind = ?", (kind,))
        if first:
            connection.execute("INSERT INTO dictionaries (kind, bytes) VALUES (?, ?)", (kind, compress(dictionary)))
        connection.executemany(
            "UPDATE shelves SET body = ? WHERE shelf = ?",
            [(_pack(found, dictionary), number) for number, found in bodies.items()],
        )
