"""The timeline of a storyline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.cli.results import write_results
from firsthand.cli.story_view import timeline_columns
from firsthand.model import Happening

if TYPE_CHECKING:
    from firsthand.api import OpenArchive
    from firsthand.cli.flags import Flags

__all__ = ["print_storyline"]


def print_storyline(archive: OpenArchive, storyline: str, flags: Flags) -> None:
    """Write the happenings of the stories of a storyline to standard output, none twice."""
    lines = archive.storyline_timeline(storyline)
    texts = {line.article: archive.article(line.article).text for line in lines}
    write_results(flags, lines, timeline_columns(texts), Happening)
