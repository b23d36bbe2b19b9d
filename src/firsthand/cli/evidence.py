"""`firsthand evidence`: pack what a story rests on, and check such a pack."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.messages import say
from firsthand.cli.results import Column, chosen_format, write_results
from firsthand.cli.session import ARCHIVE, OUT, opened
from firsthand.errors import InputError

__all__ = ["evidence"]

_WRONG = 1


@click.command(epilog="Example: firsthand evidence news.firsthand --story ID -o proof.zip")
@click.argument("archive", type=ARCHIVE, metavar="ARCHIVE")
@click.option("--story", metavar="ID", help="The story to pack.")
@click.option("-o", "--out", "target", metavar="ZIP", type=OUT, help="File to write.")
@click.option("--check", is_flag=True, help="Check a pack instead: give it, or the folder it was unpacked to.")
@common_flags()
def evidence(flags: Flags, archive: Path, story: str | None, target: Path | None, check: bool) -> None:
    """Pack originals, hashes, spans, times of capture and the run record of a story, with a command that checks them.

    The pack holds whole texts: mind the outlets' rights before you pass it on.
    """
    if check:
        if story or target:
            raise click.UsageError("--check takes a pack and nothing more.")
        _check(archive, flags)
        return
    if not story or target is None:
        raise click.UsageError("Name a story with --story ID and a file with -o ZIP; or check a pack with --check.")
    with opened(archive, flags) as archive_in_hand:
        number = archive_in_hand.evidence(story, target)
    say(f"Packed {number} articles. To check it: firsthand evidence {target} --check", flags)
    if chosen_format(flags) != "table":
        row = {"evidence": str(target), "articles": number}
        write_results(flags, [row], [Column(title="evidence", cell=lambda each: each["evidence"])], list(row))


def _check(pack: Path, flags: Flags) -> None:
    from firsthand.export import check_pack

    try:
        wrong, said = check_pack(pack)
    except (OSError, ValueError) as error:
        raise InputError(
            f"{pack}: cannot be checked ({error}).", "Name a pack that `firsthand evidence` wrote."
        ) from error
    rows = [{"wrong": line} for line in wrong]
    write_results(flags, rows, [Column(title="wrong", cell=lambda each: each["wrong"])], ["wrong"])
    say(f"{said} {'Something is not as it was packed.' if wrong else 'All is as it was packed.'}", flags)
    if wrong:
        raise click.exceptions.Exit(_WRONG)
