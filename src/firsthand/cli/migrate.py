"""`firsthand migrate`: bring an archive to this release's schema."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.messages import say
from firsthand.cli.results import Column, write_results
from firsthand.cli.session import ARCHIVE, opened

__all__ = ["migrate"]


@click.command(epilog="Example: firsthand migrate news.firsthand")
@click.argument("archive", type=ARCHIVE)
@common_flags()
def migrate(flags: Flags, archive: Path) -> None:
    """Bring ARCHIVE to the schema of this release. The archive as it was is copied first."""
    with opened(archive, flags, must_exist=False) as archive_in_hand:
        copy = archive_in_hand.migrate()
    if copy is None:
        say(f"{archive} is up to date; nothing was changed.", flags)
    else:
        say(f"{archive} is migrated. The archive as it was is kept: {copy}", flags)
    row = {"archive": str(archive), "copy": None if copy is None else str(copy)}
    columns = [Column(title=name, cell=lambda found, name=name: found[name]) for name in row]  # type: ignore[misc]
    write_results(flags, [row], columns, list(row))
