"""The archive: one SQLite file that holds the articles, their originals, and all that was derived from them."""

from firsthand.archive.changes import Changes, IndexPart, Placement, Shelf, Whereabouts
from firsthand.archive.codec import (
    compress,
    decode_record,
    decompress,
    encode_record,
    pack_index,
    pack_reading,
    pack_result,
    unpack_index,
    unpack_reading,
    unpack_result,
)
from firsthand.archive.connection import create, stored_version
from firsthand.archive.directory import ArticlePlace, Directory, FoundText
from firsthand.archive.lock import hold_writer_lock
from firsthand.archive.migrations import migrate
from firsthand.archive.putting import tombstone
from firsthand.archive.reader import ArchiveReader, find_hits
from firsthand.archive.schema import SCHEMA_VERSION
from firsthand.archive.shelves import TOLD
from firsthand.archive.writer import ArchiveWriter, ArticleKeys, StoredDocument

__all__ = [
    "SCHEMA_VERSION",
    "TOLD",
    "ArchiveReader",
    "ArchiveWriter",
    "ArticleKeys",
    "ArticlePlace",
    "Changes",
    "Directory",
    "FoundText",
    "IndexPart",
    "Placement",
    "Shelf",
    "StoredDocument",
    "Whereabouts",
    "compress",
    "create",
    "decode_record",
    "decompress",
    "encode_record",
    "find_hits",
    "hold_writer_lock",
    "migrate",
    "pack_index",
    "pack_reading",
    "pack_result",
    "stored_version",
    "tombstone",
    "unpack_index",
    "unpack_reading",
    "unpack_result",
]
