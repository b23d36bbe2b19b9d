"""The parts of a mail or a saved page, found in time that grows with its length and within bounds.

Python's parser is not used for the bodies: it goes through as many generators a line as parts are nested, and reads
every picture.
"""

from __future__ import annotations

import binascii
import quopri
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import HeaderParser
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from firsthand.errors import InputError
from firsthand.sources.decoding import decode_bytes
from firsthand.sources.media_types import media_name, read_parameter

__all__ = ["FoundParts", "MimePart", "find_parts", "header", "read_head", "read_iso_date", "read_words"]

_HEAD_BYTES = 131_072  # of the headers of a mail; long ways through many servers make 20,000
_MAX_VALUE = 2_000  # characters of a header
_MAX_DEPTH = 30  # parts within parts; mails that were forwarded ten times have 20
_MAX_BOUNDARY = 200  # bytes; the standard allows 70
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_LINE_REST = re.compile(rb"(--)?[ \t]{0,80}(?:\r?\n|\Z|(?=\r?\Z))")
_BASE64_REST = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))


@dataclass(frozen=True, slots=True)
class MimePart:
    """A part that holds no others: a text, a picture, a mail within the mail."""

    raw: bytes  # the whole mail
    begin: int  # of the part's body in it
    end: int
    head: Message
    number: int  # 1-based, of all parts in order

    @property
    def media_type(self) -> str:
        """The declared type with its parameters; "text/plain" where there is none."""
        return header(self.head, "Content-Type") or "text/plain"

    @property
    def type(self) -> str:
        """The declared type in lower case, without parameters."""
        return media_name(self.media_type) or "text/plain"

    @property
    def file_name(self) -> str:
        """The name that the part has as a file, or nothing."""
        given = read_parameter(header(self.head, "Content-Disposition"), "filename")
        return read_words(given or read_parameter(self.media_type, "name"))

    @property
    def is_attached(self) -> bool:
        """Whether the part is a file beside the mail's own text."""
        return header(self.head, "Content-Disposition").lower().startswith("attachment") or bool(self.file_name)

    def payload(self) -> bytes:
        """The part's bytes, unpacked; what is wrong in them is passed over."""
        body = self.raw[self.begin : self.end]
        coding = header(self.head, "Content-Transfer-Encoding").lower()
        if coding == "base64":
            bare = body.partition(b"=")[0].translate(None, _BASE64_REST)
            bare = bare[: len(bare) - (len(bare) % 4 == 1)]
            return binascii.a2b_base64(bare + b"=" * (-len(bare) % 4))
        return quopri.decodestring(body) if coding == "quoted-printable" else body


class FoundParts(NamedTuple):
    """The parts of a mail."""

    parts: list[MimePart]
    looked_at: int  # parts, those that hold others included
    is_more: bool  # than were looked at


def header(head: Message, name: str) -> str:
    """A header's value on one line, its first characters where it is long; empty where there is none."""
    return " ".join(str(head.get(name) or "")[: 2 * _MAX_VALUE].split())[:_MAX_VALUE]


def read_words(value: str) -> str:
    """A header's value with its encoded words read (RFC 2047), on one line."""
    with suppress(MessageError, LookupError, ValueError):  # it stays as it stands: the fault is to be seen
        value = str(make_header(decode_header(value[:_MAX_VALUE])))
    return " ".join(value.replace("\x00", " ").encode("utf-8", "replace").decode().split())


def read_iso_date(head: Message) -> str | None:
    """The mail's date in ISO 8601 with its own offset; None where there is none that can be read."""
    value = header(head, "Date")
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    if date.tzinfo is None:  # "-0000": the time of the world's clock, the writer's own zone untold
        date = date.replace(tzinfo=UTC)
    return date.isoformat()


def read_head(raw: bytes, begin: int, end: int) -> tuple[Message, int]:
    """The headers that begin at `begin`, and where the body begins.

    Raises:
        InputError: They do not end within `_HEAD_BYTES`.
    """
    if raw.startswith((b"\n", b"\r\n"), begin, end):
        return Message(), begin + 1 + raw.startswith(b"\r\n", begin)
    limit = min(end, begin + _HEAD_BYTES)
    found = _HEAD_END.search(raw, begin, limit)
    if found is None and limit < end:
        raise InputError(f"its headers are longer than {_HEAD_BYTES:,} bytes.", "Save its text by itself.")
    text = decode_bytes(raw[begin : found.start() if found else limit])
    return HeaderParser().parsestr(text), found.end() if found else limit


def find_parts(head: Message, raw: bytes, span: tuple[int, int], most: int) -> FoundParts:
    """The parts without parts of their own, in order.

    Args:
        head: The headers of the mail, or of the mail within a mail.
        raw: The bytes that it stands in.
        span: Where its body begins and ends.
        most: How many parts are looked at, those that hold others included.
    """
    waiting = [(head, *span, 0)]
    parts: list[MimePart] = []
    looked_at = 0
    while waiting and looked_at < most:
        part, begin, end, depth = waiting.pop()
        looked_at += 1
        boundary = _boundary(part)
        inner = _split(raw, (begin, end), boundary, most) if boundary and depth < _MAX_DEPTH else []
        if not inner and depth < _MAX_DEPTH:
            parts.append(MimePart(raw, begin, end, part, len(parts) + 1))
        for inner_begin, inner_end in reversed(inner):
            try:
                inner_head, body = read_head(raw, inner_begin, inner_end)
            except InputError:
                continue
            waiting.append((inner_head, body, inner_end, depth + 1))
    return FoundParts(parts, looked_at, bool(waiting))


def _boundary(head: Message) -> bytes | None:
    value = header(head, "Content-Type")
    if not media_name(value).startswith("multipart/"):
        return None
    found = read_parameter(value, "boundary").encode("utf-8", "replace")
    return found if 0 < len(found) <= _MAX_BOUNDARY else None


def _split(raw: bytes, span: tuple[int, int], boundary: bytes, most: int) -> list[tuple[int, int]]:
    """Where the parts between the boundary's lines begin and end, one more than `most` at most."""
    line = b"\n--" + boundary
    spans: list[tuple[int, int]] = []
    begin = None
    # The first boundary may be the first line: the end of the line before belongs to it.
    place = raw.find(line, max(0, span[0] - 1), span[1])
    while place >= 0 and len(spans) <= most:
        rest = _LINE_REST.match(raw, place + len(line), span[1])
        if rest is not None:  # else a longer boundary begins like this one
            if begin is not None:
                spans.append((begin, max(begin, place - (raw[place - 1 : place] == b"\r"))))
            begin = None if rest[1] else rest.end()
            if rest[1]:
                break
        place = raw.find(line, place + len(line), span[1])
    if begin is not None and place < 0:  # the last line is missing: the mail is cut off
        spans.append((begin, span[1]))
    return spans
