"""`firsthand lineage`: who has text from whom."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from firsthand.cli.flags import TABLE_FORMATS, Flags, common_flags
from firsthand.cli.graph import lineage_dot, lineage_graphml
from firsthand.cli.lineage_view import choose_rows, print_lineage
from firsthand.cli.messages import say
from firsthand.cli.results import chosen_format, write_results, write_text
from firsthand.cli.session import ARCHIVE, opened
from firsthand.model import ArticleRow, Lineage

if TYPE_CHECKING:
    from firsthand.api import OpenArchive

__all__ = ["lineage"]


def _pairs(archive_in_hand: OpenArchive, story: str | None, flags: Flags) -> tuple[str, list[Lineage]]:
    """The headline number, and the pairs."""
    from firsthand.report import ENGLISH, headline_number

    if story is None:
        counts = archive_in_hand.counts()
        parts = [
            ENGLISH.count("count.articles", counts["articles"]),
            ENGLISH.count("count.known_outlets", counts["outlets"]),
            ENGLISH.count("count.stories", counts["stories"]),
            ENGLISH.say("headline.at_most", origins=ENGLISH.count("count.independent_origins", counts["origins"])),
        ]
        return ", ".join(parts), list(archive_in_hand.lineage())
    dossier = archive_in_hand.story(story)
    if dossier.story.story != story:
        say(f"{story} is now part of {dossier.story.story}.", flags)
    return headline_number(dossier.story, dossier.origins), list(dossier.lineages)


def _articles(archive_in_hand: OpenArchive, pairs: Iterable[Lineage]) -> dict[str, ArticleRow]:
    names = sorted({end for pair in pairs for end in (pair.a, pair.b)})
    return {name: archive_in_hand.article(name) for name in names}


@click.command(epilog="Example: firsthand lineage news.firsthand --format dot | dot -Tsvg > lineage.svg")
@click.argument("archive", type=ARCHIVE)
@click.option("--story", metavar="ID", help="Only pairs within this story.")
@common_flags((*TABLE_FORMATS, "dot", "graphml"))
def lineage(flags: Flags, archive: Path, story: str | None) -> None:
    """List the pairs of articles of which one has text from the other, or both from a third."""
    chosen = chosen_format(flags)
    with opened(archive, flags) as archive_in_hand:
        headline, pairs = _pairs(archive_in_hand, story, flags)
        if chosen not in {"table", "dot", "graphml"}:
            write_results(flags, pairs, [], Lineage)
            return
        articles = _articles(archive_in_hand, choose_rows(pairs) if chosen == "table" else pairs)
    if chosen == "table":
        print_lineage(headline, pairs, articles)
    else:
        write_text(lineage_dot(pairs, articles) if chosen == "dot" else lineage_graphml(pairs, articles))
