"""Comma-separated values for spreadsheets: a header line, nested fields as JSON.

A cell that a spreadsheet would take for a formula gets a leading apostrophe. So does a cell that already has one
before such a character: whoever takes one apostrophe off each cell that matches `'+[=+-@...]` has the text back.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import msgspec

from firsthand.export.rows import export_rows, field_names

__all__ = ["csv_cell", "write_csv", "write_csv_rows"]

# What spreadsheets read as the beginning of a formula, with the full-width forms that some of them fold, and the
# line feed, which some skip. Source: OWASP, CSV injection.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
# A number as text stays as it is: a sign before digits is no formula.
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?%?", re.ASCII)


def csv_cell(value: Any) -> str:
    """`value` as the text of one cell.

    None is an empty cell, a truth value `true` or `false`, a number its shortest form, a list or mapping JSON. Text
    that would run as a formula gets a leading apostrophe.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) and not _NUMBER.fullmatch(value) else value
    return msgspec.json.encode(value, order="deterministic").decode()


def write_csv_rows(rows: Iterable[Mapping[str, Any]], names: list[str], file: BinaryIO) -> int:
    """Write `rows` with the columns `names` to `file`; the header stands there also without rows.

    Returns:
        The number of rows.
    """
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    try:
        writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180; makes a lone CR quoted
        writer.writerow(names)
        count = 0
        for row in rows:
            writer.writerow([csv_cell(row.get(name)) for name in names])
            count += 1
        return count
    finally:
        text.detach()  # the file is the caller's to close


def write_csv(records: Iterable[object], kind: str, file: BinaryIO) -> int:
    """Write `records` of `kind` to `file` and return how many there were."""
    return write_csv_rows(export_rows(records), field_names(kind), file)
