"""`firsthand inspect`: one article as read."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.article_view import print_reading
from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.results import chosen_format, write_json_lines, write_results
from firsthand.cli.session import is_archive, opened
from firsthand.cli.version_view import print_versions
from firsthand.model import Reading, Version

__all__ = ["inspect"]


def _read(flags: Flags, target: Path, article: str | None) -> tuple[Reading, tuple[Version, ...]]:
    """What was read, and the states of it where several are known."""
    if article is None:
        if is_archive(target):
            raise click.UsageError(f"{target} is an archive: name the article too, firsthand inspect {target} ID.")
        from firsthand import api

        return api.read_file(target, settings=flags.settings), ()
    with opened(target, flags) as archive_in_hand:
        return archive_in_hand.reading(article), tuple(archive_in_hand.versions(article))


@click.command(epilog="Example: firsthand inspect page.html")
@click.argument("target", type=click.Path(path_type=Path), metavar="PATH|ARCHIVE")
@click.argument("article", required=False, metavar="[ID]")
@common_flags()
def inspect(flags: Flags, target: Path, article: str | None) -> None:
    """Show one article as it was read: its labels in colour, every candidate date, every credit, what changed in it.

    PATH is a file that holds one article; it is read and not added. ARCHIVE ID is an article of an archive.
    """
    reading, versions = _read(flags, target, article)
    chosen = chosen_format(flags)
    if chosen == "table":
        print_reading(reading)
        if versions:
            print_versions(versions)
    elif chosen == "jsonl":
        write_json_lines([reading])
    else:
        write_results(flags, [reading], [], Reading)
