"""`firsthand search`: full text."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.messages import say
from firsthand.cli.results import Column, chosen_format, write_results
from firsthand.cli.session import ARCHIVE, opened

__all__ = ["search"]

_COLUMNS = [
    Column(title="article", cell=lambda hit: hit.article),
    Column(title="outlet", cell=lambda hit: hit.outlet),
    Column(title="published", cell=lambda hit: (hit.published or "")[:10], whole=True),
    Column(title="headline", cell=lambda hit: hit.headline),
    Column(title="text", cell=lambda hit: hit.snippet),
]
_FIELDS = ["article", "outlet", "headline", "published", "story", "snippet", "snippet_span", "marks"]


@click.command(epilog="Example: firsthand search news.firsthand 'ferry \"search and rescue\"'")
@click.argument("archive", type=ARCHIVE)
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@click.option(
    "--limit", metavar="N", type=click.IntRange(1, 10_000), default=20, show_default=True, help="At most N hits."
)
@common_flags()
def search(flags: Flags, archive: Path, query: tuple[str, ...], limit: int) -> None:
    """Find articles that hold every word of QUERY, and every phrase in quotation marks; best first."""
    with opened(archive, flags) as archive_in_hand:
        hits = archive_in_hand.search(" ".join(query), limit=limit)
    if not hits:
        say("Nothing found. Every word of a query must stand in an article: try fewer.", flags)
        if chosen_format(flags) == "table":
            return
    write_results(flags, hits, _COLUMNS, _FIELDS)
