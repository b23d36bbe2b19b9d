"""`firsthand lineage`: who has text from whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.flags import TABLE_FORMATS, Flags, common_flags
from firsthand.cli.graph import lineage_dot, lineage_graphml
from firsthand.cli.results import Column, write_results, write_text
from firsthand.cli.session import ARCHIVE, opened
from firsthand.cli.story_view import direction_words
from firsthand.model import Lineage

if TYPE_CHECKING:
    from firsthand.api import OpenArchive

__all__ = ["lineage"]

_COLUMNS = [
    Column(title="a", cell=lambda pair: pair.a),
    Column(title="b", cell=lambda pair: pair.b),
    Column(title="relation", cell=lambda pair: pair.relation, whole=True),
    Column(title="who has it from whom", cell=direction_words),
    Column(title="of a", cell=lambda pair: f"{pair.containment_a:.0%}", right=True),
    Column(title="of b", cell=lambda pair: f"{pair.containment_b:.0%}", right=True),
    Column(title="evidence", cell=lambda pair: "; ".join(pair.evidence)),
]


def _pairs(archive_in_hand: OpenArchive, story: str | None) -> list[Lineage]:
    if story is None:
        return list(archive_in_hand.lineage())
    return list(archive_in_hand.story(story).lineages)


@click.command(epilog="Example: firsthand lineage news.firsthand --format dot | dot -Tsvg > lineage.svg")
@click.argument("archive", type=ARCHIVE)
@click.option("--story", metavar="ID", help="Only pairs within this story.")
@common_flags((*TABLE_FORMATS, "dot", "graphml"))
def lineage(flags: Flags, archive: Path, story: str | None) -> None:
    """List the pairs of articles of which one has text from the other, or both from a third."""
    with opened(archive, flags) as archive_in_hand:
        pairs = _pairs(archive_in_hand, story)
        if flags.format not in {"dot", "graphml"}:
            write_results(flags, pairs, _COLUMNS, Lineage)
            return
        names = sorted({end for pair in pairs for end in (pair.a, pair.b)})
        articles = {name: archive_in_hand.article(name) for name in names}
    write_text(lineage_dot(pairs, articles) if flags.format == "dot" else lineage_graphml(pairs, articles))
