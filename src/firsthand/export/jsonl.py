"""JSON Lines: one object a line, UTF-8."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from firsthand.export.rows import encode_row

__all__ = ["write_jsonl"]


def write_jsonl(records: Iterable[object], kind: str, file: BinaryIO) -> int:  # noqa: ARG001 - one shape for all formats
    """Write `records` to `file` and return how many there were. No record gives an empty file."""
    count = 0
    for record in records:
        file.write(encode_row(record) + b"\n")
        count += 1
    return count
