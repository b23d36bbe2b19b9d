"""Run the benchmarks that are named, or all: `python -m benchmarks reading`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

from benchmarks import accounts, desk, language, lineage, reading, stories
from benchmarks.table import Table

BENCHMARKS: Mapping[str, Callable[[], list[Table]]] = {
    "reading": reading.measure,
    "lineage": lineage.measure,
    "stories": stories.measure,
    "language": language.measure,
    "accounts": accounts.measure,
    "desk": desk.measure,
}


def main(names: Sequence[str]) -> int:
    """Print the tables of `names`; 2 where one is unknown."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        sys.stderr.write(f"There is no benchmark {', '.join(unknown)}. There are: {', '.join(BENCHMARKS)}.\n")
        return 2
    for name in names or BENCHMARKS:
        for table in BENCHMARKS[name]():
            sys.stdout.write(f"{table}\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
