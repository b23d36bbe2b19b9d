"""What an HTTP server answered, as a WARC record holds it: head and payload, unpacked within bounds."""

from __future__ import annotations

import io
import re
import zlib
from typing import NamedTuple

from firsthand.errors import InputError
from firsthand.sources.limits import SourceLimits

__all__ = ["HEAD_BYTES", "HttpHead", "decode_payload", "split_head"]

HEAD_BYTES = 65_536  # of an answer's head; longer ones are not read further
_MAX_FIELDS = 500  # header fields that are looked at
_MAX_VALUE = 2_000  # characters of a header value
_MAX_CODINGS = 3  # one packed into another; servers use one, a proxy may add a second
_MAX_MEMBERS = 50  # of gzip, one behind the other
_RATIO_FROM_BYTES = 10_000_000  # as for gzipped files: a short page of one letter harms nobody
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]{1,8}(\d{3})[^\r\n]{0,2000}\r?\n", re.IGNORECASE)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"[ \t]{0,4}([0-9A-Fa-f]{1,12})[ \t]{0,4}(?:;[^\r\n]{0,1000})?\r?\n")


class HttpHead(NamedTuple):
    """The head of an answer."""

    status: int | None  # None: there was no head, and the block is the payload
    fields: dict[str, str]  # by lower-case name; the first of several
    begin: int  # where the payload begins in the block


def split_head(block: bytes) -> HttpHead:
    """The head of the answer that begins with `block`, its first `HEAD_BYTES` bytes or more.

    Lines may end in LF alone. A block that is no HTTP answer has no head: some programs write the page alone.

    Raises:
        InputError: The head does not end within `HEAD_BYTES`.
    """
    status = _STATUS.match(block)
    if status is None:
        return HttpHead(None, {}, 0)
    end = _HEAD_END.search(block, status.end() - 2, HEAD_BYTES)
    if end is None and len(block) >= HEAD_BYTES:
        raise InputError(f"the head of the answer is longer than {HEAD_BYTES:,} bytes.", "")
    begin = end.end() if end else len(block)
    raw = block[status.end() : max(end.start(), status.end())] if end else block[status.end() :]
    fields: dict[str, str] = {}
    for line in raw.splitlines()[:_MAX_FIELDS]:
        name, colon, value = line.partition(b":")
        if colon and name:
            fields.setdefault(_plain(name).lower(), _plain(value))
    return HttpHead(int(status[1]), fields, begin)


def _plain(raw: bytes) -> str:
    return " ".join(raw[:_MAX_VALUE].decode("latin-1").replace("\x00", " ").split())


def decode_payload(body: bytes, head: HttpHead, limits: SourceLimits) -> bytes:
    """The page in `body`: chunks joined, then unpacked.

    A server's word is checked against the bytes: programs that save pages often unpack them and leave the field.

    Raises:
        InputError: It is packed in a way that is not read, broken, or unpacks to too much.
    """
    if "chunked" in head.fields.get("transfer-encoding", "").lower():
        body = _join_chunks(body)
    codings = [one.strip().lower() for one in head.fields.get("content-encoding", "").split(",")]
    codings = [one for one in codings if one and one != "identity"]
    if len(codings) > _MAX_CODINGS:
        raise InputError(f"the page is packed {len(codings)} times over.", "")
    for coding in reversed(codings):
        body = _unpack(body, coding, limits)
    return body


def _join_chunks(body: bytes) -> bytes:
    """The payload of a chunked body, as far as it goes; the body itself where it is not chunked any more."""
    joined, place = bytearray(), 0
    while (size := _CHUNK.match(body, place)) is not None:
        length = int(size[1], 16)
        if not length:
            break
        joined += body[size.end() : size.end() + length]
        place = size.end() + length
        if body[place : place + 2] == b"\r\n":
            place += 2
        elif body[place : place + 1] == b"\n":
            place += 1
        elif place < len(body):
            return body  # no line ends the chunk: the number was the page's own
    return bytes(joined) if joined or size is not None else body


def _unpack(body: bytes, coding: str, limits: SourceLimits) -> bytes:
    if coding in {"gzip", "x-gzip"}:
        return _inflate(body, zlib.MAX_WBITS | 16, limits) if body.startswith(b"\x1f\x8b") else body
    if coding == "deflate":
        return _inflate_bare(body, limits)
    if coding in {"br", "zstd"}:
        return _unpack_stream(body, coding, limits)
    raise InputError(f"the page is packed as {coding[:40]!r}, which is not read.", "Save it without.")


def _inflate(body: bytes, window_bits: int, limits: SourceLimits) -> bytes:
    """What zlib makes of `body`; members that follow the first are read too, rubbish behind them is not."""
    parts: list[bytes] = []
    length, rest = 0, body
    while rest and (not parts or rest.startswith(b"\x1f\x8b")) and len(parts) < _MAX_MEMBERS:
        unpacker = zlib.decompressobj(window_bits)
        try:
            part = unpacker.decompress(rest, limits.max_text_bytes + 1 - length)
        except zlib.error as error:
            raise InputError(f"the page is packed, and what it is packed in is broken: {error}.", "") from error
        parts.append(part)
        length += len(part)
        _check_size(length, len(body), limits)
        rest = unpacker.unused_data
    return b"".join(parts)


def _inflate_bare(body: bytes, limits: SourceLimits) -> bytes:
    """Deflated data with its zlib head, as the standard wants it, or without, as some servers send it."""
    if body[:1] == b"<":
        return body
    try:
        return _inflate(body, zlib.MAX_WBITS, limits)
    except InputError as error:
        if not isinstance(error.__cause__, zlib.error):
            raise
        return _inflate(body, -zlib.MAX_WBITS, limits)


def _unpack_stream(body: bytes, coding: str, limits: SourceLimits) -> bytes:
    from fastwarc import stream_io

    reader = stream_io.BrotliReader if coding == "br" else stream_io.ZstdReader
    try:
        raw = reader(io.BytesIO(body)).read(limits.max_text_bytes + 1)
    except OSError as error:
        if body.lstrip()[:1] == b"<":
            return body
        raise InputError(f"the page is packed as {coding}, and that is broken: {error}.", "") from error
    _check_size(len(raw), len(body), limits)
    return raw


def _check_size(unpacked: int, packed: int, limits: SourceLimits) -> None:
    if unpacked > limits.max_text_bytes or unpacked > max(_RATIO_FROM_BYTES, packed * limits.max_gzip_ratio):
        raise InputError(
            f"the page unpacks to {unpacked:,} bytes or more from {packed:,}, which is no article.",
            "If it is one, raise `sources.max_text_bytes`.",
        )
