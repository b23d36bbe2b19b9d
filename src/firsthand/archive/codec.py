"""Records to and from what the archive keeps of them."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from firsthand.archive.mirror import mirror_type
from firsthand.errors import ArchiveError
from firsthand.model import Reading

__all__ = [
    "compress",
    "decode_record",
    "decompress",
    "encode_record",
    "pack_index",
    "pack_reading",
    "pack_result",
    "pack_text",
    "text_bytes",
    "unpack_index",
    "unpack_reading",
    "unpack_result",
    "unpack_text",
]

T = TypeVar("T")
_MAX_UNPACKED_BYTES = 1 << 30
_WINDOW_BYTES = 1 << 15  # zlib looks no further back, so a longer dictionary gains nothing


def encode_record(record: Any) -> str:
    """`record` as one line of JSON, without the fields that have their default value."""
    mirrored = msgspec.convert(record, mirror_type(type(record), packed=False), from_attributes=True)
    return msgspec.json.encode(mirrored).decode()


def decode_record(body: str | bytes, kind: type[T]) -> T:
    """The record that `encode_record` wrote.

    Raises:
        ArchiveError: The archive holds something else there.
    """
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _damaged(kind, error) from error


def compress(payload: bytes, dictionary: bytes = b"") -> bytes:
    """`payload` compressed, against bytes that are at hand again when it is read."""
    compressor = zlib.compressobj(9, zdict=dictionary[-_WINDOW_BYTES:])
    return compressor.compress(payload) + compressor.flush()


def decompress(blob: bytes, dictionary: bytes = b"") -> bytes:
    """The bytes that `compress` was given; refuses what would grow beyond 1 GiB.

    Raises:
        ArchiveError: The bytes are damaged, or a compression bomb.
    """
    decompressor = zlib.decompressobj(zdict=dictionary[-_WINDOW_BYTES:])
    try:
        payload = decompressor.decompress(blob, _MAX_UNPACKED_BYTES)
    except zlib.error as error:
        raise ArchiveError(f"The archive holds damaged bytes ({error}).", "Restore it from a copy.") from error
    if decompressor.unconsumed_tail or not decompressor.eof:
        raise ArchiveError(
            "The archive holds a stretch of bytes that is cut off or too large.", "Restore it from a copy."
        )
    return payload


def text_bytes(text: str) -> bytes:
    """A text as UTF-8; lone surrogates pass."""
    return text.encode("utf-8", "surrogatepass")


def pack_text(text: str | None) -> bytes | None:
    """A text as the table `documents` keeps it; None stays None. Lone surrogates pass."""
    return None if text is None else compress(text_bytes(text))


def unpack_text(blob: bytes | None) -> str | None:
    """The text that `pack_text` was given.

    Raises:
        ArchiveError: The bytes are damaged.
    """
    try:
        return None if blob is None else decompress(blob).decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise _damaged(str, error) from error


def pack_result(result: Any, kind: Any = None, text: str = "") -> bytes:
    """What a stage put out, as the table `results` keeps it.

    Args:
        result: A record, or a tuple of records.
        kind: Its type where it is no record class, such as `tuple[Passage, ...]`.
        text: The text that it was read from, which is at hand again when it is unpacked: what is said there already
            takes little room here.
    """
    mirrored = msgspec.convert(
        result, mirror_type(kind if kind is not None else type(result), packed=True), from_attributes=True
    )
    return compress(msgspec.msgpack.encode(mirrored), text_bytes(text))


def unpack_result(blob: bytes, kind: Any, text: str = "") -> Any:
    """The result that `pack_result` was given with that type and text.

    Raises:
        ArchiveError: The archive holds something else there.
    """
    try:
        mirrored = msgspec.msgpack.decode(decompress(blob, text_bytes(text)), type=mirror_type(kind, packed=True))
        return msgspec.convert(mirrored, kind, from_attributes=True)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _damaged(kind, error) from error


def _damaged(kind: Any, error: Exception) -> ArchiveError:
    return ArchiveError(
        f"The archive holds a damaged record of kind {getattr(kind, '__name__', kind)} ({error}).",
        "Restore it from a copy, or build it again with `firsthand add`.",
    )


def pack_reading(reading: Reading, own_text: str | None) -> bytes:
    """A reading as the table `results` keeps it.

    Args:
        reading: What was read.
        own_text: The document's own text, which the table `documents` keeps; None for a page. A reading of that
            very text is kept without it.
    """
    if reading.article.text == own_text:
        reading = replace(reading, article=replace(reading.article, text=""))
    return pack_result(reading, text=own_text or "")


def unpack_reading(blob: bytes, own_text: str | None) -> Reading:
    """The reading that `pack_reading` was given with that text."""
    reading: Reading = unpack_result(blob, Reading, own_text or "")
    if reading.article.text or not own_text:
        return reading
    return replace(reading, article=replace(reading.article, text=own_text))


def pack_index(part: Any) -> bytes:
    """Part of an index, a record, as the table `indexes` keeps it: numbers that hardly compress, written often."""
    return zlib.compress(msgspec.msgpack.encode(part), 1)


def unpack_index(blob: bytes, kind: type[T]) -> T:
    """The part that `pack_index` was given.

    Raises:
        ArchiveError: The archive holds something else there.
    """
    try:
        return msgspec.msgpack.decode(decompress(blob), type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _damaged(kind, error) from error
