"""A table of measures, and the clock that fills it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

__all__ = ["Table", "time_each"]

T = TypeVar("T")
_PASSES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What one benchmark measured."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def __str__(self) -> str:
        """The table as text, the first column to the left and figures to the right."""
        lines = [self.columns, *self.rows]
        widths = [max(len(line[place]) for line in lines) for place in range(len(self.columns))]
        told = [
            "  ".join(
                cell.ljust(width) if place == 0 else cell.rjust(width)
                for place, (cell, width) in enumerate(zip(line, widths, strict=True))
            )
            for line in lines
        ]
        return "\n".join([self.title, told[0], "-" * len(told[0]), *told[1:], *([self.note] if self.note else [])])


def time_each(function: Callable[[T], object], items: Sequence[T]) -> float:
    """Seconds of processor time for one item: the best of three passes over all, in this process alone."""
    best = float("inf")
    for _ in range(_PASSES):
        start = time.process_time()
        for item in items:
            function(item)
        best = min(best, time.process_time() - start)
    return best / len(items)
