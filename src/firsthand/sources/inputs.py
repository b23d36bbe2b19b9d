"""Paths into documents: the one way in."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from firsthand.errors import InputError
from firsthand.model import RawDocument, Rejection, Source
from firsthand.sources.decoding import decode_bytes, decode_page
from firsthand.sources.files import (
    STANDARD_INPUT,
    FoundFile,
    find_files,
    open_input,
    plain_name,
    read_lines,
    read_whole,
)
from firsthand.sources.limits import SourceLimits
from firsthand.sources.rows import check_lines, parse_json, read_row
from firsthand.sources.sniffing import LATER_KINDS, SNIFF_BYTES, InputKind, sniff_kind

__all__ = ["read_inputs"]

_STAGE = "sources"
# Keys under which interfaces' answers hold their list of articles.
_LIST_KEYS = ("articles", "results", "stories", "items", "documents", "@graph", "data")


def read_inputs(paths: Sequence[str], limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
    """The documents at `paths`, and what could not be read, in order of the paths and of names within folders.

    Kinds are told by content: plain text, HTML, JSON, JSONL, each also gzipped; folders are read recursively; `-` is
    JSONL on standard input. One bad input never stops the rest. Memory is bounded by `limits`, not by the input;
    nothing is read before it is asked for.

    Args:
        paths: Files, folders, or `-`.
        limits: Sizes beyond which an input is refused.

    Yields:
        A document with its original bytes, or a rejection that names the input (path, or path:line), says what is
        wrong and what to do.
    """
    for path in paths:
        for found in find_files(path, limits):
            if found.fault is not None:
                yield _rejection(plain_name(found.path), found.fault)
                continue
            try:
                with open_input(found.path, limits) as stream:
                    yield from _read_stream(stream, found, limits)
            except InputError as error:
                yield _rejection(plain_name(found.path), error)


def _rejection(name: str, error: InputError) -> Rejection:
    return Rejection(input=name, stage=_STAGE, reason=f"{error.what} {error.mend}".strip())


def _read_stream(
    stream: io.BufferedReader, found: FoundFile, limits: SourceLimits
) -> Iterator[RawDocument | Rejection]:
    if found.path == STANDARD_INPUT:
        yield from _read_jsonl(stream, found, limits)
        return
    kind = sniff_kind(stream.peek(SNIFF_BYTES)[:SNIFF_BYTES], found.path)
    if kind is InputKind.JSONL:
        yield from _read_jsonl(stream, found, limits)
    elif kind is InputKind.JSON:
        yield from _read_json(stream, found, limits)
    elif kind in {InputKind.TEXT, InputKind.HTML}:
        yield _read_article(read_whole(stream, limits.max_text_bytes, "max_text_bytes"), kind, found, limits)
    else:
        raise _refusal(kind)


def _refusal(kind: InputKind) -> InputError:
    if kind is InputKind.EMPTY:
        return InputError("the file is empty.", "Nothing to do, unless it should hold an article.")
    if kind is InputKind.ARCHIVE:
        return InputError(
            "this is a database, not an article.", "An archive is named first: firsthand add ARCHIVE PATH."
        )
    if kind is InputKind.GZIP:
        return InputError("the file is gzipped twice.", "Unpack it once with `gzip -d`.")
    if kind in LATER_KINDS:
        return InputError(
            f"{kind.value} is not read yet.", "Convert it to JSONL, one article a line, or to HTML or plain text."
        )
    if kind is InputKind.XML:
        return InputError("this XML is of a kind that is not read.", "Convert it to JSONL, one article a line.")
    return InputError("this is a binary file, not text.", "Add the text or the page itself, or JSONL.")


def _read_article(raw: bytes, kind: InputKind, found: FoundFile, limits: SourceLimits) -> RawDocument:
    """A file that is one article: its id is the stem, and its path where that is taken."""
    name = plain_name(found.below).replace("\\", "/").rpartition("/")[2].removesuffix(".gz")
    stem = name.rpartition(".")[0] or name
    is_page = kind is InputKind.HTML
    text = decode_page(raw) if is_page else decode_bytes(raw)
    if not is_page:
        check_lines(text, limits)
    return RawDocument(
        article=stem,
        fallback_id=plain_name(found.below),
        text=None if is_page else text,
        html=text if is_page else None,
        source=Source(path=plain_name(found.path), sha256=hashlib.sha256(raw).hexdigest(), bytes_kept=len(raw)),
        original=raw,
    )


def _read_jsonl(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
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
            yield _rejection(path, error)
            return
    if is_empty:
        yield _rejection(path, InputError("there is no line in it.", "Give one JSON object a line."))


def _read_line(line: bytes | None, path: str, number: int, limits: SourceLimits) -> RawDocument | Rejection:
    if line is not None:
        return _read_record(line.removeprefix(b"\xef\xbb\xbf"), path, number, limits)
    error = InputError(
        f"the line is longer than {limits.max_line_bytes:,} bytes.", "Split it into articles, one a line."
    )
    return _rejection(f"{path}:{number}", error)


def _read_record(raw: bytes, path: str, number: int, limits: SourceLimits) -> RawDocument | Rejection:
    try:
        # The digest is taken of the record's own bytes in `read_row`.
        source = Source(path=path, sha256="", bytes_kept=0)
        return replace(read_row(parse_json(raw), source, raw, limits), line=number)
    except InputError as error:
        mended = InputError(error.what, error.mend or "Mend or delete this line; the others are read.")
        return _rejection(f"{path}:{number}", mended)


def _read_json(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
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
        raise InputError("the JSON is nested too deeply.") from error
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    # Lenient reading loses the records' own bytes: they are written anew.
    value = parse_json(raw)
    items = value if isinstance(value, list) else [value]
    return [json.dumps(item, ensure_ascii=True).encode() for item in items]
