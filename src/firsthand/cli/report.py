"""`firsthand report`: one HTML file to read, keep and send."""

from __future__ import annotations

from pathlib import Path
from typing import Any

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
@click.option(
    "--as",
    "form",
    type=click.Choice(["html", "timelinejs", "jsonld"]),
    default="html",
    show_default=True,
    help="A page; or one story for TimelineJS 3, or as schema.org linked data.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "de"]),
    default="en",
    show_default=True,
    help="Of the page's own words; the articles stay as they are.",
)
@common_flags()
def report(flags: Flags, archive: Path, target: Path, story: str | None, **chosen: Any) -> None:
    """Write a self-contained HTML report on ARCHIVE or one story: readable offline and without scripts.

    It shows excerpts, unless --full-text is given.
    """
    form = chosen["form"]
    if form != "html" and story is None:
        raise click.UsageError(f"--as {form} takes one story: name it with --story ID.")
    with opened(archive, flags) as archive_in_hand:
        if form == "html" or story is None:
            excerpts, whole = chosen["excerpts"], chosen["full_text"]
            language = chosen["language"]
            archive_in_hand.report(target, story=story, excerpt_characters=excerpts, full_text=whole, language=language)
        else:
            from firsthand.export import open_target

            with open_target(target) as stream:
                stream.write(archive_in_hand.story_as(story, form).encode())
    say(f"Open {target} in a browser." if form == "html" else f"Written: {target}", flags)
    if chosen_format(flags) == "table":
        return  # that line says it all
    write_results(
        flags, [{"report": str(target)}], [Column(title="report", cell=lambda row: row["report"])], ["report"]
    )
