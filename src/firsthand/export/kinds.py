"""One kind of record, written in one format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import BinaryIO

from firsthand.errors import ConfigError
from firsthand.export.csv import write_csv
from firsthand.export.jsonl import write_jsonl
from firsthand.export.parquet import write_parquet
from firsthand.export.rows import row_type
from firsthand.export.target import Target, open_target

__all__ = ["FORMATS", "export_kind"]

_Writer = Callable[[Iterable[object], str, BinaryIO], int]

# By the name that is also the suffix of the file.
FORMATS: dict[str, _Writer] = {"jsonl": write_jsonl, "csv": write_csv, "parquet": write_parquet}


def export_kind(records: Iterable[object], kind: str, format: str, target: Target) -> int:  # noqa: A002 - the contract's word
    """Write `records`, all of `kind`, in `format` to `target`, in their order.

    Args:
        records: Records of the class that the kind is made of; read once, a few thousand held at a time.
        kind: One of the kinds of docs/records.md.
        format: "jsonl", "csv" or "parquet".
        target: A path, which is then there whole or not at all; or a binary stream, which is left open; or None for
            standard output.

    Returns:
        The number of records written.

    Raises:
        ConfigError: The kind or the format is unknown.
        InputError: The file cannot be written.
    """
    row_type(kind)
    if format not in FORMATS:
        raise ConfigError(f"There is no export format {format!r}.", f"Known: {', '.join(FORMATS)}.")
    with open_target(target) as file:
        return FORMATS[format](records, kind, file)
