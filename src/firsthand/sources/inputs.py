"""Paths into documents: the one way in."""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable, Collection, Iterator, Sequence

from firsthand.errors import InputError
from firsthand.model import RawDocument, Rejection
from firsthand.sources.files import STANDARD_INPUT, FoundFile, find_files, open_input, plain_name
from firsthand.sources.limits import SourceLimits
from firsthand.sources.refusals import make_rejection, refusal
from firsthand.sources.sniffing import SNIFF_BYTES, InputKind, sniff_kind

__all__ = ["READERS", "read_inputs", "read_stream"]

# A reader takes the unpacked bytes of one file and gives its documents, and what of it cannot be read. It raises
# InputError where the rest of the file cannot be read.
Reader = Callable[[io.BufferedReader, FoundFile, SourceLimits], Iterator[RawDocument | Rejection]]

# Where the reader of each kind lives: `module.function` below this room, loaded when a file of the kind comes.
READERS: dict[InputKind, str] = {
    InputKind.TEXT: "articles.read_text",
    InputKind.HTML: "articles.read_page",
    InputKind.JSONL: "records.read_jsonl",
    InputKind.JSON: "records.read_json",
    InputKind.WARC: "warc.read_warc",
    InputKind.MHTML: "mhtml.read_mhtml",
    InputKind.EMAIL: "mail.read_mail",
    InputKind.FEED: "feeds.read_feed",
    InputKind.PDF: "pdf.read_pdf",
    InputKind.CSV: "tables.read_csv",
    InputKind.PARQUET: "tables.read_parquet",
}


def read_inputs(
    paths: Sequence[str], limits: SourceLimits, only: Collection[str] | None = None
) -> Iterator[RawDocument | Rejection]:
    """The documents at `paths`, and what could not be read, in order of the paths and of names within folders.

    Kinds are told by content (the members of `InputKind`), each also gzipped; folders are read recursively, and so are
    zip files; `-` is JSONL on standard input. One bad input never stops the rest. Memory is bounded by `limits`, not by
    the input; nothing is read before it is asked for.

    Args:
        paths: Files, folders, or `-`.
        limits: Sizes beyond which an input is refused.
        only: The paths of the files that are read, of all that are found; None for all.

    Yields:
        A document with its original bytes, or a rejection that names the input (path, or path:line), says what is
        wrong and what to do.
    """
    for path in paths:
        for found in find_files(path, limits):
            if only is not None and found.path not in only:
                continue
            if found.fault is not None:
                yield make_rejection(plain_name(found.path), found.fault)
                continue
            try:
                with open_input(found.path, limits) as stream:
                    yield from read_stream(stream, found, limits)
            except InputError as error:
                yield make_rejection(plain_name(found.path), error)


def read_stream(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
    """The documents of one file, unpacked, of whatever kind its bytes show it to be.

    Raises:
        InputError: It is of no kind that is read, or the rest of it cannot be read.
    """
    if found.path == STANDARD_INPUT:
        kind = InputKind.JSONL
    else:
        kind = sniff_kind(stream.peek(SNIFF_BYTES)[:SNIFF_BYTES], found.path)
    if kind is InputKind.ZIP:
        from firsthand.sources.zips import read_zip

        yield from read_zip(stream, found, limits, read_stream)
        return
    if kind not in READERS:
        raise refusal(kind)
    yield from _reader(kind)(stream, found, limits)


def _reader(kind: InputKind) -> Reader:
    module, _, function = READERS[kind].partition(".")
    reader: Reader = getattr(importlib.import_module(f"firsthand.sources.{module}"), function)
    return reader
