"""`firsthand compare`: two articles side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.messages import say
from firsthand.cli.pair_view import comparison_row, print_comparison
from firsthand.cli.results import chosen_format, write_json_lines, write_results
from firsthand.cli.session import OUT, is_archive, opened
from firsthand.errors import InputError

if TYPE_CHECKING:
    from firsthand.api import Comparison

__all__ = ["compare"]


def _compare(flags: Flags, names: tuple[str, ...]) -> Comparison:
    if len(names) == 2:
        archive = next((name for name in names if is_archive(Path(name))), None)
        if archive is not None:
            raise click.UsageError(f"{archive} is an archive: give two article ids, firsthand compare {archive} A B.")
        from firsthand import api

        return api.compare_files(names[0], names[1], settings=flags.settings)
    archive, a, b = names
    with opened(Path(archive), flags) as archive_in_hand:
        return archive_in_hand.compare(a, b)


def _write_page(comparison: Comparison, target: Path) -> None:
    from firsthand.report import render_comparison

    try:
        target.write_text(render_comparison(comparison), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{target}: cannot be written ({error.strerror}).", "Name another file.") from error


@click.command(epilog="Example: firsthand compare one.txt other.txt")
@click.argument("names", nargs=-1, required=True, metavar="[ARCHIVE] A B")
@click.option(
    "-o", "--out", "target", metavar="OUT", type=OUT, help="Also write an HTML page with both texts side by side."
)
@common_flags()
def compare(flags: Flags, names: tuple[str, ...], target: Path | None) -> None:
    """Show what two articles share, side by side. A and B are two files, or after ARCHIVE the ids of two articles."""
    if len(names) not in {2, 3}:
        raise click.UsageError("Give two files, or an archive and two article ids.")
    comparison = _compare(flags, names)
    if target is not None:
        _write_page(comparison, target)
        say(f"Open {target} in a browser.", flags)
    chosen = chosen_format(flags)
    if chosen == "table":
        print_comparison(comparison)
        return
    row = comparison_row(comparison)
    if chosen == "jsonl":
        write_json_lines([row])
    else:
        write_results(flags, [row], [], list(row))
