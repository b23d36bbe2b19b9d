"""`firsthand stories`: the list, or one story."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.messages import say
from firsthand.cli.results import Column, chosen_format, write_json_lines, write_results
from firsthand.cli.session import ARCHIVE, opened
from firsthand.cli.story_view import print_story, story_row
from firsthand.cli.storyline_view import print_storyline
from firsthand.model import Story

__all__ = ["STORY_COLUMNS", "stories"]

STORY_COLUMNS = [
    Column(title="story", cell=lambda story: story.story, whole=True),
    Column(title="date", cell=lambda story: story.date, whole=True),
    Column(title="title", cell=lambda story: story.title),
    Column(title="articles", cell=lambda story: len(story.articles), right=True),
    Column(title="known outlets", cell=lambda story: story.outlets, right=True),
    Column(title="origins (at most)", cell=lambda story: story.origins, right=True),
]


@click.command(epilog="Example: firsthand stories news.firsthand")
@click.argument("archive", type=ARCHIVE)
@click.argument("story", required=False, metavar="[ID]")
@common_flags()
def stories(flags: Flags, archive: Path, story: str | None) -> None:
    """List the stories of ARCHIVE, or show the one story of that ID: its accounts, timeline, quotations and copies.

    The ID of a storyline shows the happenings of its stories as one timeline.
    """
    from firsthand.report import order_stories

    with opened(archive, flags) as archive_in_hand:
        if story is None:
            write_results(flags, order_stories(archive_in_hand.stories()), STORY_COLUMNS, Story)
            return
        if story.startswith("storyline-") and any(line.storyline == story for line in archive_in_hand.storylines()):
            print_storyline(archive_in_hand, story, flags)
            return
        dossier = archive_in_hand.story(story)
        if dossier.story.story != story:
            say(f"{story} is now part of {dossier.story.story}.", flags)
        chosen = chosen_format(flags)
        if chosen == "table":
            print_story(dossier, archive)
        elif chosen == "jsonl":
            write_json_lines([story_row(dossier)])
        else:
            row = story_row(dossier)
            write_results(flags, [row], [], list(row))
