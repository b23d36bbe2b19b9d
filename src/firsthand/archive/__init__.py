"""The archive: one SQLite file that holds the articles, their originals, and all that was derived from them."""

from firsthand.archive.codec import (
    decode_record,
    encode_record,
    pack_reading,
    pack_result,
    unpack_reading,
    unpack_result,
)
from firsthand.archive.connection import create, stored_version
from firsthand.archive.lock import hold_writer_lock
from firsthand.archive.migrations import migrate
from firsthand.archive.reader import ArchiveReader
from firsthand.archive.schema import SCHEMA_VERSION
from firsthand.archive.writer import ArchiveWriter, Generation, Placement, StoredDocument, tombstone

__all__ = [
    "SCHEMA_VERSION",
    "ArchiveReader",
    "ArchiveWriter",
    "Generation",
    "Placement",
    "StoredDocument",
    "create",
    "decode_record",
    "encode_record",
    "hold_writer_lock",
    "migrate",
    "pack_reading",
    "pack_result",
    "stored_version",
    "tombstone",
    "unpack_reading",
    "unpack_result",
]
