"""`firsthand compare`: two articles side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.pair_view import comparison_row, print_comparison
from firsthand.cli.results import chosen_format, write_json_lines, write_results
from firsthand.cli.session import opened

if TYPE_CHECKING:
    from firsthand.api import Comparison

__all__ = ["compare"]


def _compare(flags: Flags, names: tuple[str, ...]) -> Comparison:
    if len(names) == 2:
        from firsthand import api

        return api.compare_files(names[0], names[1], settings=flags.settings)
    archive, a, b = names
    with opened(Path(archive), flags) as archive_in_hand:
        return archive_in_hand.compare(a, b)


@click.command(epilog="Example: firsthand compare one.txt other.txt")
@click.argument("names", nargs=-1, required=True, metavar="[ARCHIVE] A B")
@common_flags()
def compare(flags: Flags, names: tuple[str, ...]) -> None:
    """Show what two articles share, side by side. A and B are two files, or after ARCHIVE the ids of two articles."""
    if len(names) not in {2, 3}:
        raise click.UsageError("Give two files, or an archive and two article ids.")
    comparison = _compare(flags, names)
    chosen = chosen_format(flags)
    if chosen == "table":
        print_comparison(comparison)
        return
    row = comparison_row(comparison)
    if chosen == "jsonl":
        write_json_lines([row])
    else:
        write_results(flags, [row], [], list(row))
