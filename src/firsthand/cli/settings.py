"""`firsthand settings`: every setting, its value, and where that comes from."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.results import Column, write_results
from firsthand.cli.session import ARCHIVE, opened

__all__ = ["settings"]

_COLUMNS = [
    Column(title="key", cell=lambda row: row.key, whole=True),
    Column(title="value", cell=lambda row: row.value),
    Column(title="from", cell=lambda row: row.source),
    Column(title="meaning", cell=lambda row: row.description),
]


@click.command(epilog="Example: firsthand settings news.firsthand --set lineage.copied_share=0.6")
@click.argument("archive", type=ARCHIVE, required=False)
@common_flags()
def settings(flags: Flags, archive: Path | None) -> None:
    """List every setting with its value and where it comes from; without ARCHIVE the defaults."""
    from firsthand import api

    if archive is None:
        rows = api.settings(settings=flags.settings)
    else:
        with opened(archive, flags) as archive_in_hand:
            rows = archive_in_hand.settings()
    write_results(flags, rows, _COLUMNS, ["key", "value", "source", "description"])
