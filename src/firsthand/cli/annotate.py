"""`firsthand annotate`: the language stage, where it was left for later."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.messages import shown_progress
from firsthand.cli.results import Column, write_results
from firsthand.cli.session import ARCHIVE, opened

__all__ = ["annotate"]


@click.command(epilog="Example: firsthand annotate news.firsthand --story ID")
@click.argument("archive", type=ARCHIVE)
@click.option("--story", metavar="ID", help="Only the articles of this story.")
@common_flags()
def annotate(flags: Flags, archive: Path, story: str | None) -> None:
    """Find names, quotations and times where `add` left them for later, and what rests on them."""
    with opened(archive, flags) as archive_in_hand, shown_progress(flags) as progress:
        count = archive_in_hand.annotate(story, workers=flags.workers, progress=progress)
    column = Column(title="articles annotated", cell=lambda row: row["articles"], right=True)
    write_results(flags, [{"articles": count}], [column], ["articles"])
