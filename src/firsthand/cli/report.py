"""`firsthand report`: one HTML file to read, keep and send."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.messages import say
from firsthand.cli.results import Column, chosen_format, write_results
from firsthand.cli.session import ARCHIVE, OUT, opened

__all__ = ["report"]


@click.command(epilog="Example: firsthand report news.firsthand -o report.html")
@click.argument("archive", type=ARCHIVE)
@click.option("--story", metavar="ID", help="Only this story.")
@click.option("-o", "--out", "target", metavar="OUT", required=True, type=OUT, help="File to write.")
@click.option(
    "--excerpts",
    metavar="N",
    type=click.IntRange(min=0),
    default=300,
    show_default=True,
    help="Characters shown round each span.",
)
@click.option("--full-text", is_flag=True, help="Put the articles' full texts in.")
@common_flags()
def report(flags: Flags, archive: Path, story: str | None, target: Path, excerpts: int, full_text: bool) -> None:
    """Write a self-contained HTML report on ARCHIVE or one story: readable offline and without scripts.

    It shows excerpts, unless --full-text is given.
    """
    with opened(archive, flags) as archive_in_hand:
        archive_in_hand.report(target, story=story, excerpt_characters=excerpts, full_text=full_text)
    say(f"Open {target} in a browser.", flags)
    if chosen_format(flags) == "table":
        return  # that line says it all
    write_results(
        flags, [{"report": str(target)}], [Column(title="report", cell=lambda row: row["report"])], ["report"]
    )
