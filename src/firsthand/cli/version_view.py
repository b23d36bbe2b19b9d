"""The states of an article that changed after publication, for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from firsthand.cli.results import console, write_text
from firsthand.cli.terminal import one_line, sanitise, shorten
from firsthand.model import ParagraphChange, ParagraphChangeKind, Span, Version

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["print_versions"]

_LONGEST_WORDS = 400  # characters of a paragraph that was added, removed or moved
_MOST_CHANGES = 40  # of one state
_CHANGED = "bold yellow"


def _marked(words: str | None, span: Span | None, marked: Sequence[Span]) -> Text:
    """A paragraph, with what differs between square brackets; without a mark, its beginning."""
    from rich.text import Text

    if words is None:
        return Text("")
    if not marked or span is None:
        return Text(shorten(words, _LONGEST_WORDS))
    made = Text()
    place = span.start
    for start, end in marked:
        made.append(sanitise(words[place - span.start : start - span.start]))
        made.append(f"[{sanitise(words[start - span.start : end - span.start])}]", style=_CHANGED)
        place = end
    made.append(sanitise(words[place - span.start :]))
    return made


def _print_changes(changes: Sequence[ParagraphChange]) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE, pad_edge=False, show_lines=True)
    table.add_column("", no_wrap=True)
    table.add_column("before", overflow="fold", ratio=1)
    table.add_column("now", overflow="fold", ratio=1)
    for change in changes:
        before = None if change.kind is ParagraphChangeKind.MOVED else change.words_before
        table.add_row(
            str(change.kind),
            _marked(before, change.span_before, change.deleted),
            _marked(change.words, change.span, change.inserted),
        )
    console().print(table)


def print_versions(versions: Sequence[Version]) -> None:
    """Write the states of one article to standard output: when each came, and what became of its paragraphs."""
    from firsthand.report import summarise_changes

    write_text("\nStates of this article")
    for version in versions:
        times = [version.published or "time unknown"]
        times += [f"fetched {version.captured}"] if version.captured else []
        write_text(f"\n{version.version}  {one_line(', '.join(times))}: {summarise_changes(version)}")
        if version.changes:
            _print_changes(version.changes[:_MOST_CHANGES])
        left = len(version.changes) - _MOST_CHANGES
        if left > 0:
            write_text(f"{left} more changes; `firsthand export ARCHIVE versions` has all.")
        for before, now in version.small_changes:
            write_text(f"   set aside: {shorten(before, 60)} -> {shorten(now, 60)}")
