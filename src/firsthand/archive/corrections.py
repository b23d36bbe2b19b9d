"""What users decided: kept in a table of its own, since nothing else of an archive leads to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from firsthand.archive.changes import Changes
from firsthand.archive.codec import decode_record, encode_record
from firsthand.errors import ArchiveError
from firsthand.model import Correction

__all__ = ["next_correction", "put_corrections", "read_corrections"]

_PREFIX = "correction-"


def read_corrections(connection: sqlite3.Connection) -> Iterator[Correction]:
    """The corrections in force, in the order in which they were made.

    Raises:
        ArchiveError: One is not as it was written.
    """
    rows = connection.execute("SELECT body FROM corrections WHERE undone IS NULL ORDER BY number").fetchall()
    for (body,) in rows:
        correction = decode_record(body, Correction)
        if not _is_sound(correction):  # a stranger's archive may say anything
            raise ArchiveError(
                "The archive holds a damaged correction.",
                "Restore it from a copy, or build it again with `firsthand add`.",
            )
        yield correction


def _is_sound(correction: Correction) -> bool:
    """Whether a correction is of the shape that it was made in: what it names, and for each by what it is found."""
    if len(correction.of) < 2 or len(correction.anchors) != len(correction.of):
        return False
    if correction.kind == "move":
        return len(correction.anchors[0]) > 0 and len(correction.of) == 2
    return correction.kind not in {"name", "different", "not-a-copy"} or len(correction.of) == 2


def next_correction(connection: sqlite3.Connection) -> str:
    """The id of the next correction: counted on from all that were ever made, those taken back too."""
    (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM corrections").fetchone()
    return f"{_PREFIX}{last + 1}"


def put_corrections(connection: sqlite3.Connection, changes: Changes, moment: str) -> None:
    """Keep what was decided, and mark what was taken back; within a transaction of the caller.

    Args:
        connection: Open for writing.
        changes: The corrections, and what the archive holds because of them.
        moment: ISO 8601 time of the marks.
    """
    connection.executemany(
        "INSERT INTO corrections (number, body) VALUES (?, ?)",
        [(_number_of(each.correction), encode_record(each)) for each in changes.corrections],
    )
    connection.executemany(
        "UPDATE corrections SET undone = ?, undone_by = ? WHERE number = ?",
        [(moment, changes.undone_by, _number_of(each)) for each in sorted(changes.undone)],
    )


def _number_of(correction: str) -> int:
    return int(correction.removeprefix(_PREFIX))
