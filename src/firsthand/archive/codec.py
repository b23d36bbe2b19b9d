"""Records to and from what the archive keeps of them."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import Any, TypeVar

import msgspec

from firsthand.errors import ArchiveError
from firsthand.model import Reading

__all__ = ["decode_record", "encode_record", "pack", "pack_reading", "pack_result", "unpack", "unpack_reading"]

T = TypeVar("T")
_MAX_UNPACKED_BYTES = 1 << 30
_encoder = msgspec.json.Encoder()


def encode_record(record: object) -> str:
    """`record` as one line of JSON."""
    return _encoder.encode(record).decode()


def decode_record(body: str | bytes, kind: type[T]) -> T:
    """The record that `encode_record` wrote.

    Raises:
        ArchiveError: The archive holds something else there.
    """
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.MsgspecError as error:
        raise ArchiveError(
            f"The archive holds a damaged record of kind {kind.__name__} ({error}).",
            "Run `firsthand add` on it again to rebuild what is derived.",
        ) from error


def pack(payload: bytes) -> bytes:
    """`payload`, compressed."""
    return zlib.compress(payload, 6)


def unpack(blob: bytes) -> bytes:
    """The bytes that `pack` was given; refuses what would grow beyond 1 GiB.

    Raises:
        ArchiveError: The bytes are damaged, or a compression bomb.
    """
    decompressor = zlib.decompressobj()
    try:
        payload = decompressor.decompress(blob, _MAX_UNPACKED_BYTES)
    except zlib.error as error:
        raise ArchiveError(f"The archive holds damaged bytes ({error}).", "Restore it from a copy.") from error
    if decompressor.unconsumed_tail or not decompressor.eof:
        raise ArchiveError(
            "The archive holds a stretch of bytes that is cut off or too large.", "Restore it from a copy."
        )
    return payload


def pack_result(result: Any) -> bytes:
    """What a stage put out, as the table `results` keeps it."""
    return pack(_encoder.encode(result))


def pack_reading(reading: Reading, *, text_is_kept: bool) -> bytes:
    """A reading as the table `results` keeps it.

    Args:
        reading: What was read.
        text_is_kept: The text is the document's own, which the table `documents` keeps: it is left out here.
    """
    if text_is_kept:
        reading = replace(reading, article=replace(reading.article, text=""))
    return pack(_encoder.encode(reading))


def unpack_reading(blob: bytes, text: str) -> Reading:
    """The reading that `pack_reading` was given; `text` is put back where it was left out."""
    reading = decode_record(unpack(blob), Reading)
    if reading.article.text:
        return reading
    return replace(reading, article=replace(reading.article, text=text))
