"""`firsthand correct`: tell the archive what it got wrong, list what was told, take it back."""

from __future__ import annotations

from pathlib import Path

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.messages import say, shown_progress
from firsthand.cli.results import Column, write_results
from firsthand.cli.session import ARCHIVE, opened
from firsthand.model import Correction

__all__ = ["correct"]

_KINDS = ("merge", "split", "move", "name", "same", "different", "not-a-copy")
_COLUMNS = [
    Column(title="correction", cell=lambda each: each.correction, whole=True),
    Column(title="kind", cell=lambda each: each.kind, whole=True),
    Column(title="of", cell=lambda each: ", ".join(each.of)),
    Column(title="by", cell=lambda each: each.by),
    Column(title="made", cell=lambda each: each.made[:19].replace("T", " "), whole=True),
]


_HELP = """Tell ARCHIVE what it got wrong. What that touches is redone at once, and every later run obeys it.

\b
merge STORY STORY...      these stories are one; its id is that of the first
split STORY ARTICLE...    these articles of a story are a story of their own
move ARTICLE STORY        the article belongs to that story
name STORY "WORDS"        the title of a story
same NAME NAME...         names, or ids of entities, that stand for one
different NAME NAME       two names, or ids of entities, that do not
not-a-copy ARTICLE ARTICLE  neither has text from the other
list                      what was told and holds
undo CORRECTION           take one back
"""


@click.command(help=_HELP, epilog="Example: firsthand correct news.firsthand merge STORY STORY")
@click.argument("archive", type=ARCHIVE)
@click.argument("kind", type=click.Choice([*_KINDS, "list", "undo"]), metavar="KIND")
@click.argument("of", nargs=-1, metavar="[OF]...")
@click.option("--by", metavar="NAME", help="Who says so; your login name if left out.")
@common_flags()
def correct(flags: Flags, archive: Path, kind: str, of: tuple[str, ...], by: str | None) -> None:
    """Note one correction, list those in force, or take one back."""
    words = (of[0], " ".join(of[1:])) if kind == "name" and len(of) > 1 else of
    if (kind == "list" and of) or (kind == "undo" and len(of) != 1):
        raise click.UsageError("`list` takes nothing more." if kind == "list" else "`undo` takes one correction.")
    with opened(archive, flags) as archive_in_hand:
        if kind == "list":
            write_results(flags, archive_in_hand.corrections(), _COLUMNS, Correction)
            return
        with shown_progress(flags) as progress:
            if kind == "undo":
                done = archive_in_hand.undo(of[0], by=by, progress=progress)
            else:
                done = archive_in_hand.correct(kind, *words, by=by, progress=progress)
    write_results(flags, [done], _COLUMNS, Correction)
    if kind == "undo":
        say(f"{done.correction} is taken back.", flags)
    else:
        say(f"Done. To take it back: firsthand correct {archive} undo {done.correction}", flags)
