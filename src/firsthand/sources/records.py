"""JSON records into documents: one a line, a list of them, or one alone."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace

import msgspec

from firsthand.errors import InputError
from firsthand.model import RawDocument, Rejection, Source
from firsthand.sources.files import FoundFile, plain_name, read_lines, read_whole
from firsthand.sources.limits import SourceLimits
from firsthand.sources.refusals import make_rejection
from firsthand.sources.rows import parse_json, read_row

__all__ = ["read_json", "read_jsonl"]

# Keys under which interfaces' answers hold their list of articles.
_LIST_KEYS = ("articles", "results", "stories", "items", "documents", "@graph", "data")


def read_jsonl(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
    """The document of each line, or why a line is none; the whole file is never held."""
    path, is_empty, broken = plain_name(found.path), True, 0
    for number, line in read_lines(stream, limits):
        is_empty = False
        item = _read_line(line, path, number, limits)
        yield item
        broken = broken + 1 if isinstance(item, Rejection) else 0
        if broken >= limits.max_broken_lines:
            error = InputError(
                f"{broken:,} lines in a row cannot be read; what follows line {number:,} was not looked at.",
                "Give one JSON object a line.",
            )
            yield make_rejection(path, error)
            return
    if is_empty:
        yield make_rejection(path, InputError("there is no line in it.", "Give one JSON object a line."))


def _read_line(line: bytes | None, path: str, number: int, limits: SourceLimits) -> RawDocument | Rejection:
    if line is not None:
        return _read_record(line.removeprefix(b"\xef\xbb\xbf"), path, number, limits)
    error = InputError(
        f"the line is longer than {limits.max_line_bytes:,} bytes.", "Split it into articles, one a line."
    )
    return make_rejection(f"{path}:{number}", error)


def _read_record(raw: bytes, path: str, number: int, limits: SourceLimits) -> RawDocument | Rejection:
    try:
        # The digest is taken of the record's own bytes in `read_row`.
        source = Source(path=path, sha256="", bytes_kept=0)
        return replace(read_row(parse_json(raw), source, raw, limits), line=number)
    except InputError as error:
        mended = InputError(error.what, error.mend or "Mend or delete this line; the others are read.")
        return make_rejection(f"{path}:{number}", mended)


def read_json(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
    """The documents of a file that is one list, one object that holds a list, or one object.

    Raises:
        InputError: It is no JSON, too large, or an empty list.
    """
    raw = read_whole(stream, limits.max_json_bytes, "max_json_bytes").removeprefix(b"\xef\xbb\xbf")
    path = plain_name(found.path)
    records = _split_records(raw)
    if not records:
        raise InputError("the list is empty.", "Nothing to do, unless it should hold articles.")
    if len(records) == 1:
        yield _read_record(records[0], path, 1, limits)
        return
    for number, record in enumerate(records, start=1):
        yield _read_record(record, path, number, limits)


def _split_records(raw: bytes) -> list[bytes]:
    """The bytes of each record of a JSON file: of a list, of an object that holds a list, or of one object."""
    try:
        if raw.lstrip().startswith(b"["):
            return [bytes(item) for item in msgspec.json.decode(raw, type=list[msgspec.Raw])]
        held = msgspec.json.decode(raw, type=dict[str, msgspec.Raw])
        for key in _LIST_KEYS:
            if key in held and bytes(held[key]).lstrip().startswith(b"["):
                items = msgspec.json.decode(held[key], type=list[msgspec.Raw])
                if items and all(bytes(item).lstrip().startswith(b"{") for item in items):
                    return [bytes(item) for item in items]
        return [raw]  # noqa: TRY300
    except RecursionError as error:
        raise InputError("the JSON is nested too deeply.", "Write it as JSONL, one article a line.") from error
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    # Lenient reading loses the records' own bytes: they are written anew.
    value = parse_json(raw)
    items = value if isinstance(value, list) else [value]
    return [json.dumps(item, ensure_ascii=True).encode() for item in items]
