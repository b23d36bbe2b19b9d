"""Tables, one article a row: CSV, TSV and their kin, and Parquet.

A table's columns are taken as the fields of a JSON record, under the same names (`firsthand.sources.fields`), whatever
their case; columns of other names are not looked at. What is kept of a row is the row as JSON.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, BinaryIO

from firsthand.errors import InputError
from firsthand.model import RawDocument, Rejection, Source
from firsthand.sources.decoding import decode_bytes
from firsthand.sources.fields import FIELDS, Field
from firsthand.sources.files import FoundFile, plain_name, seekable_copy
from firsthand.sources.limits import SourceLimits
from firsthand.sources.refusals import make_rejection
from firsthand.sources.rows import read_row
from firsthand.sources.table_lines import TableLines

if TYPE_CHECKING:
    import pyarrow
    from pyarrow.parquet import ParquetFile

__all__ = ["read_csv", "read_parquet"]

_SEPARATORS = ",;\t|"
_MAX_COLUMNS = 2_000
_MAX_REREAD = 100  # times that the lines after an open quotation mark are read again
_BATCH_ROWS = 4  # of Parquet, at once: few, since all may share one huge value that is small in the file
_BUFFER_BYTES = 1_000_000
_MAX_DEPTH = 8  # lists and structs within a cell
_RATIO_FROM_BYTES = 10_000_000  # as for gzipped files: a short table of one word harms nobody
_MAX_THRIFT_BYTES = 64_000_000  # of a Parquet file's footer
_SHOWN_COLUMNS, _SHOWN_COLUMN = 8, 40
_PASSED_OVER = "Mend or delete this row; the others are read."
# Names of columns, folded, with the name under which `read_row` looks for them.
_KNOWN = {name.casefold(): name for names in FIELDS.values() for name in names}
_TITLE_NAMES = frozenset(name.casefold() for name in FIELDS[Field.TITLE])
_TEXT_NAMES = frozenset(name.casefold() for field in (Field.TEXT, Field.HTML) for name in FIELDS[field]) | _TITLE_NAMES


def _known_columns(header: Iterable[str]) -> dict[int, str]:
    """The names of the columns that are looked at, by their place; the first of a name counts.

    Raises:
        InputError: None of them can hold an article.
    """
    names = [name.strip().casefold() for name in header]
    columns: dict[int, str] = {}
    for place, name in enumerate(names):
        if name in _KNOWN and _KNOWN[name] not in columns.values():
            columns[place] = _KNOWN[name]
    if not _TEXT_NAMES.intersection(names):
        shown = ", ".join(f"`{name[:_SHOWN_COLUMN]}`" for name in names[:_SHOWN_COLUMNS])
        more = ", ..." if len(names) > _SHOWN_COLUMNS else ""
        raise InputError(
            f"no column of the table holds text; its columns are {shown}{more}.",
            "Name the column that holds the article `text` or `html`, and the one with its headline `title`.",
        )
    return columns


def _read_record(
    row: Mapping[str, Any], kept: object, path: str, places: tuple[int, int], limits: SourceLimits
) -> RawDocument | Rejection:
    """The document of one row; `row` is what is looked at, `kept` the whole of it.

    `places` are the number that it is called by, and which row it is, from 1.
    """
    number, place = places
    try:
        original = json.dumps(kept, ensure_ascii=False).encode("utf-8", "replace")
        document = read_row(dict(row), Source(path=path, sha256="", bytes_kept=0), original, limits)
    except InputError as error:
        return make_rejection(f"{path}:{number}", InputError(error.what, error.mend or _PASSED_OVER))
    if document.article in {str(place - 1), str(place)}:  # the row's own number is no name of the article
        document = replace(document, id_is_given=False, fallback_id=f"{path}:{document.article}")
    return replace(document, line=number, media="table")


# --- CSV -------------------------------------------------------------------------------------------------------


def read_csv(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
    """The document of each row below the header, or why a row is none; the whole file is never held.

    Separators are commas, semicolons, tabs or bars, whichever gives the header more names that are known. The number
    of a row is that of its first line in the file.

    Raises:
        InputError: The header names no column that can hold an article.
    """
    # Of the whole process, and 131,072 characters otherwise: raised, never lowered.
    csv.field_size_limit(max(csv.field_size_limit(), limits.max_line_bytes))
    lines = TableLines(stream, limits.max_line_bytes)
    try:
        yield from _read_table(lines, plain_name(found.path), limits)
    finally:
        lines.let_go()


def _read_table(lines: TableLines, path: str, limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
    separator, header = _read_header(lines)
    columns = _known_columns(header)
    is_empty, broken = True, 0
    for place, (number, cells) in enumerate(_read_rows(lines, separator, header), 1):
        is_empty = False
        item: RawDocument | Rejection
        if isinstance(cells, InputError):
            item = make_rejection(f"{path}:{number}", cells)
        else:
            row = {column: cells[place] for place, column in columns.items() if place < len(cells)}
            item = _read_record(row, dict(zip(header, cells, strict=False)), path, (number, place), limits)
        yield item
        broken = broken + 1 if isinstance(item, Rejection) else 0
        if broken >= limits.max_broken_lines:
            error = InputError(
                f"{broken:,} rows in a row cannot be read; what follows line {number:,} was not looked at.",
                "See that the separator and the header fit the rows.",
            )
            yield make_rejection(path, error)
            return
    if is_empty:
        yield make_rejection(path, InputError("the table has a header and no row.", "Give one article a row."))


def _fault_of_width(cells: list[str], header: list[str]) -> InputError | None:
    """Why a row does not fit the header: it has more in it, or ends before the column of its text."""
    names = [name.casefold() for name in header]
    holders = [place for place, name in enumerate(names) if name in _TEXT_NAMES]
    needed = min((place for place in holders if names[place] not in _TITLE_NAMES), default=holders[0])
    if needed < len(cells) and not any(cell.strip() for cell in cells[len(header) :]):
        return None
    return InputError(
        f"fields in the row: {len(cells):,}; in the header: {len(header):,}.",
        "Put fields that hold the separator or a line's end between quotation marks; the other rows are read.",
    )


def _read_header(lines: TableLines) -> tuple[str, list[str]]:
    """The separator and the names of the columns: the first line that holds anything but a note for spreadsheets."""
    line = next((line for line in lines if line.strip() and not line.lower().startswith("sep=")), "")
    if lines.is_too_long:
        raise InputError("the header is too long to be one.", "Give the names of the columns in the first line.")
    headers = {mark: next(csv.reader([line], delimiter=mark, skipinitialspace=True), []) for mark in _SEPARATORS}

    def fitness(mark: str) -> tuple[int, int]:
        return sum(name.strip().casefold() in _KNOWN for name in headers[mark]), len(headers[mark])

    separator = max(_SEPARATORS, key=fitness)
    header = [name.strip() for name in headers[separator]]
    if len(header) > _MAX_COLUMNS:
        raise InputError(f"the table has {len(header):,} columns.", "Leave out those that say nothing of an article.")
    return separator, header


def _read_rows(lines: TableLines, separator: str, header: list[str]) -> Iterator[tuple[int, list[str] | InputError]]:
    """The cells of each row with the number of its first line, or why it cannot be read."""
    rereads = 0
    while True:
        number = lines.begin()
        # A new reader for each row: after a fault the old one would go on within the broken field.
        reader = csv.reader(lines, delimiter=separator, skipinitialspace=True, strict=True)
        cells: list[str] | InputError | None
        try:
            cells = next(reader, None)
        except csv.Error as error:
            cells = None if lines.is_too_long or lines.is_at_end else _fault_of_row(error)
        if lines.is_too_long:
            lines.skip_line()
            yield number, InputError("the row is too long to hold one article.", "Split it; the other rows are read.")
        elif cells is not None:
            if isinstance(cells, InputError):
                yield number, cells
            elif cells:
                yield number, _fault_of_width(cells, header) or cells
        elif lines.held:
            yield number, InputError("a quotation mark that opens in this row is never closed.", _PASSED_OVER)
            rereads += 1
            if rereads > _MAX_REREAD:
                return
            lines.read_again()
        else:
            return


def _fault_of_row(error: csv.Error) -> InputError:
    return InputError(
        f"a field is not quoted as it should be: {error}.", "Double the quotation marks in it; the other rows are read."
    )


# --- Parquet ---------------------------------------------------------------------------------------------------


def read_parquet(
    stream: io.BufferedReader, found: FoundFile, limits: SourceLimits
) -> Iterator[RawDocument | Rejection]:
    """The document of each row, or why it is none; one batch of rows is held at a time, and only known columns.

    Raises:
        InputError: It is no Parquet, or names no column that can hold an article.
    """
    with seekable_copy(stream, limits.max_copied_bytes, "max_copied_bytes") as file:
        allowed = max(_RATIO_FROM_BYTES, file.seek(0, os.SEEK_END) * limits.max_gzip_ratio)
        for item in _read_groups(_open_parquet(file), plain_name(found.path), limits):
            yield item
            # A million rows may share one long text, and be a small file.
            allowed -= len(item.original) if isinstance(item, RawDocument) else 0
            if allowed < 0:
                raise InputError("its rows are far larger than the file, which is taken for a bomb.", "")


def _parquet_faults() -> tuple[type[Exception], ...]:
    from pyarrow import ArrowException

    # What the library raises for a broken file: its own errors, those of the file, of values that Python cannot hold,
    # and of time zones that are unknown.
    return ArrowException, OSError, ValueError, OverflowError, MemoryError, KeyError


def _open_parquet(file: BinaryIO) -> ParquetFile:
    from pyarrow.parquet import ParquetFile

    try:
        return ParquetFile(
            file,
            # Pages are read one by one, not a row group at once.
            pre_buffer=False,
            buffer_size=_BUFFER_BYTES,
            thrift_string_size_limit=_MAX_THRIFT_BYTES,
            thrift_container_size_limit=1_000_000,
        )
    except _parquet_faults() as error:
        raise _broken_parquet(error) from error


def _broken_parquet(error: Exception) -> InputError:
    return InputError(f"the Parquet file is broken: {_one_line(error)}.", "Write it again, or as JSONL.")


def _read_groups(table: ParquetFile, path: str, limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
    try:
        columns = _known_columns(table.schema_arrow.names)
        # The sizes of single columns are not asked for: of some broken files that question ends the whole process.
        groups = [table.metadata.row_group(place) for place in range(table.metadata.num_row_groups)]
        sizes = [(group.total_byte_size, group.num_rows) for group in groups]
    except _parquet_faults() as error:
        raise _broken_parquet(error) from error
    number = 0
    for place, (size, rows) in enumerate(sizes):
        if size > limits.max_row_group_bytes:
            too_large = InputError(
                f"a row group of {size:,} bytes begins at this row, more than {limits.max_row_group_bytes:,}.",
                "Write the file with smaller row groups; the others are read.",
            )
            yield make_rejection(f"{path}:{number + 1}", too_large)
        else:
            yield from _read_group(table, place, columns, (path, number), limits)
        number += rows


def _read_group(
    table: ParquetFile, place: int, columns: Mapping[int, str], above: tuple[str, int], limits: SourceLimits
) -> Iterator[RawDocument | Rejection]:
    """The rows of one group; `above` is the path and the number of rows before."""
    names: list[str] = table.schema_arrow.names
    path, number = above
    try:
        for batch in table.iter_batches(
            batch_size=_BATCH_ROWS,
            row_groups=[place],
            columns=[names[column] for column in columns],
            use_threads=False,
        ):
            for row in range(batch.num_rows):
                number += 1
                # One cell at a time: rows of a batch may share one huge value.
                held = {name: _plain_cell(batch, names[column], row) for column, name in columns.items()}
                yield _read_record(held, held, path, (number, number), limits)
    except _parquet_faults() as error:
        broken = InputError(
            f"the row group cannot be read from here on: {_one_line(error)}.", "Write the file again, or as JSONL."
        )
        yield make_rejection(f"{path}:{number + 1}", broken)


def _plain_cell(batch: pyarrow.RecordBatch, name: str, row: int) -> object:
    import pyarrow

    places = batch.schema.get_all_field_indices(name)
    if not places:
        return None
    cell = batch.column(places[0])[row]
    if pyarrow.types.is_timestamp(cell.type) and cell.type.unit == "ns":  # Python's times have no nanoseconds
        cell = cell.cast(pyarrow.timestamp("us", tz=cell.type.tz), safe=False)
    return _plain_value(cell.as_py(), 0)


def _plain_value(value: object, depth: int) -> object:
    """`value` as JSON would hold it: times in ISO 8601 with the offset they have, bytes as text."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return decode_bytes(value)
    if depth > _MAX_DEPTH:
        return None
    if isinstance(value, dict):
        return {str(name): _plain_value(item, depth + 1) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain_value(item, depth + 1) for item in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__
