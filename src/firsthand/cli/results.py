"""What goes to standard output: rows as a table, as JSON lines or as comma-separated values."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from firsthand.cli.terminal import escape_json_line, one_line, sanitise

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from firsthand.api import OpenArchive
    from firsthand.cli.flags import Flags

__all__ = [
    "Column",
    "chosen_format",
    "console",
    "print_table",
    "write_json_lines",
    "write_kind",
    "write_results",
    "write_text",
]

# Where the width of the reader's screen is not known.
_WIDTH_ELSEWHERE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table for people."""

    title: str
    cell: Callable[[Any], object]  # of a record: text, a number, or None for an empty cell
    right: bool = False  # numbers stand at the right
    whole: bool = False  # never broken over lines, such as an id that is copied


def chosen_format(flags: Flags) -> str:
    """The format asked for, else a table on a terminal and JSONL in a pipe."""
    return flags.format or ("table" if sys.stdout.isatty() else "jsonl")


def console() -> Console:
    """Where tables are drawn: standard output, at the width of the screen or 120 columns."""
    from rich.console import Console

    return Console(
        file=sys.stdout,
        markup=False,
        highlight=False,
        emoji=False,
        width=None if sys.stdout.isatty() else _WIDTH_ELSEWHERE,
    )


def write_text(text: str) -> None:
    """Write `text`, made safe, as one or more lines of the result."""
    sys.stdout.write(sanitise(text) + "\n")


def print_table(columns: Sequence[Column], records: Iterable[object]) -> None:
    """Draw `records` as a table; where there are none, only its head."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(
            column.title, justify="right" if column.right else "left", no_wrap=column.whole, overflow="fold"
        )
    for record in records:
        cells: list[RenderableType] = []
        for column in columns:
            value = column.cell(record)
            cells.append(Text("" if value is None else one_line(str(value))))
        table.add_row(*cells)
    console().print(table)


def write_json_lines(records: Iterable[object]) -> None:
    """Write `records` (records of the model, or mappings) as JSON lines; on a terminal nothing in them can act."""
    from firsthand.export import encode_row

    on_terminal = sys.stdout.isatty()
    sys.stdout.flush()
    for record in records:
        line = encode_row(record)
        sys.stdout.buffer.write((escape_json_line(line) if on_terminal else line) + b"\n")
    sys.stdout.buffer.flush()


class _SafeStream(io.BufferedIOBase):
    """Standard output that passes nothing on that a terminal could act on."""

    def writable(self) -> bool:
        return True

    def write(self, encoded: Any, /) -> int:
        sys.stdout.buffer.write(sanitise(bytes(encoded).decode("utf-8")).encode("utf-8"))
        return len(encoded)


def _write_csv(records: Iterable[object], names: list[str]) -> None:
    from firsthand.export import export_rows, write_csv_rows

    sys.stdout.flush()
    stream: Any = _SafeStream() if sys.stdout.isatty() else sys.stdout.buffer
    write_csv_rows(export_rows(records), names, stream)
    sys.stdout.buffer.flush()


def write_results(flags: Flags, records: Iterable[object], columns: Sequence[Column], names: type | list[str]) -> None:
    """Write `records` to standard output in the format asked for.

    Args:
        flags: The common flags.
        records: Records of one class, or mappings; read once.
        columns: What a table for people shows of them.
        names: The columns of CSV: field names, or the class whose fields they are.
    """
    chosen = chosen_format(flags)
    if chosen == "table":
        print_table(columns, records)
    elif chosen == "jsonl":
        write_json_lines(records)
    else:
        of_class = isinstance(names, type) and is_dataclass(names)
        _write_csv(records, [field.name for field in fields(names)] if of_class else list(names))  # type: ignore[arg-type]


def write_kind(archive_in_hand: OpenArchive, kind: str, format: str) -> None:  # noqa: A002 - the contract's word
    """Write the records of one export kind to standard output: the bytes that a file would hold.

    On a terminal the values are the same, but nothing in them can act on it.
    """
    from firsthand.export import field_names

    if not sys.stdout.isatty():
        archive_in_hand.export(kind, None, format)
    elif format == "jsonl":
        write_json_lines(archive_in_hand.records(kind))
    else:
        _write_csv(archive_in_hand.records(kind), field_names(kind))
