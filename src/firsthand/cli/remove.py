"""`firsthand remove`: take articles out of an archive for good."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.messages import say
from firsthand.cli.results import Column, write_results
from firsthand.cli.session import ARCHIVE, opened

__all__ = ["remove"]


@click.command(epilog="Example: firsthand remove news.firsthand --outlet 'Example Gazette' --dry-run")
@click.argument("archive", type=ARCHIVE)
@click.argument("article", required=False, metavar="[ID]")
@click.option("--outlet", metavar="NAME", help="Every article of this outlet.")
@click.option("--url", metavar="URL", help="The article at this address.")
@click.option("--dry-run", is_flag=True, help="Only list what would be removed.")
@common_flags()
def remove(
    flags: Flags, archive: Path, article: str | None, outlet: str | None, url: str | None, dry_run: bool
) -> None:
    """Take articles out of ARCHIVE: text, index and all that was derived leave the file.

    A tombstone keeps the text from coming back. Give an article's ID, or --outlet, or --url.
    """
    if sum(choice is not None for choice in (article, outlet, url)) != 1:
        raise click.UsageError("Give exactly one of: an article's ID, --outlet NAME, --url URL.")
    with opened(archive, flags) as archive_in_hand:
        removed = archive_in_hand.remove(article=article, outlet=outlet, url=url, dry_run=dry_run)
    rows = [{"article": identity} for identity in removed]
    write_results(flags, rows, [Column(title="article", cell=lambda row: row["article"])], ["article"])
    verb = "would be removed; nothing was changed" if dry_run else "removed"
    say(f"{len(removed)} {'article' if len(removed) == 1 else 'articles'} {verb}.", flags)
