"""`firsthand demo`: the bundled sample from end to end."""

from __future__ import annotations

import importlib.resources
from pathlib import Path

import click

from firsthand.cli.add import tell_rejections
from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.messages import say, shown_progress
from firsthand.cli.results import chosen_format, print_table, write_results, write_text
from firsthand.cli.session import opened
from firsthand.cli.stories import STORY_COLUMNS
from firsthand.cli.story_view import origin_columns
from firsthand.cli.terminal import one_line
from firsthand.model import Dossier, Story

__all__ = ["demo"]


def _print_dossiers(dossiers: list[Dossier]) -> None:
    from firsthand.report import headline_number

    for dossier in dossiers:
        write_text(f"{dossier.story.date or 'date unknown'}  {one_line(dossier.story.title)}")
        write_text(f"{headline_number(dossier.story, dossier.origins)}.")
        print_table(origin_columns(dossier.origins), dossier.origins)


@click.command(epilog="Example: firsthand demo --out demo")
@click.option(
    "--out",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo"),
    show_default=True,
    help="Folder for the archive and the report; made if missing.",
)
@common_flags()
def demo(flags: Flags, folder: Path) -> None:
    """Build the bundled sample, print its stories with their origins, and write the report.

    The sample's places, outlets and people are invented. Running it twice does no harm.
    """
    from firsthand.report import order_stories

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.BadParameter(f"Cannot make {folder}: {error.strerror}.", param_hint="--out") from error
    archive, page = folder / "demo.firsthand", folder / "report.html"
    sample = importlib.resources.files("firsthand.sample") / "articles.jsonl"
    with opened(archive, flags, must_exist=False) as archive_in_hand, importlib.resources.as_file(sample) as path:
        with shown_progress(flags) as progress:
            added = archive_in_hand.add([str(path)], workers=flags.workers, progress=progress)
        tell_rejections(added, archive, flags)
        archive_in_hand.report(page)
        stories = order_stories(archive_in_hand.stories())
        if chosen_format(flags) == "table":
            _print_dossiers([archive_in_hand.story(story.story) for story in stories])
        else:
            write_results(flags, stories, STORY_COLUMNS, Story)
    say(f"The report is {page}: open {page.resolve().as_uri()} in a browser,", flags)
    say(f"or look round the archive: firsthand serve {archive}", flags)
