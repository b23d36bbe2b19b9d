"""`firsthand watch`: add the files of a folder as they come, and print what becomes of the stories."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Literal

import click

from firsthand.cli.flags import Flags, annotate_flag, common_flags
from firsthand.cli.messages import LineProgress, say
from firsthand.cli.results import chosen_format, write_json_lines, write_text
from firsthand.cli.session import ARCHIVE, opened
from firsthand.cli.terminal import one_line

if TYPE_CHECKING:
    from firsthand.api import StoryNews, WatchReport

__all__ = ["watch"]

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _end(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextlib.contextmanager
def _ended_by_signal() -> Iterator[None]:
    """SIGTERM ends the verb as Ctrl-C does: what is finished is kept, and the exit code says that it was interrupted.

    Yields:
        Nothing.
    """
    if threading.current_thread() is not threading.main_thread():  # only there may a handler be set
        yield
        return
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _row(news: StoryNews) -> dict[str, Any]:
    story = news.story
    return {
        "event": "new story" if news.origins_before is None else "origins changed",
        "story": story.story,
        "title": story.title,
        "date": story.date,
        "articles": len(story.articles),
        "origins": story.origins,
        "origins_before": news.origins_before,
    }


def _line(row: dict[str, Any]) -> str:
    articles = f"{row['articles']} {'article' if row['articles'] == 1 else 'articles'}"
    if row["event"] == "new story":
        counts = f"{articles}, {row['origins']} {'origin' if row['origins'] == 1 else 'origins'} at most"
    elif row["origins"] == row["origins_before"]:
        counts = f"{articles}, still {row['origins']} at most, divided otherwise"
    else:
        counts = f"{articles}, from {row['origins_before']} to {row['origins']} at most"
    return one_line(f"{row['event']}: {row['title']} ({row['story']}): {counts}")


def _tell(report: WatchReport, flags: Flags) -> None:
    for rejection in report.rejections:
        say(one_line(f"not read: {rejection.input}: {rejection.reason}"))
    for rejection in report.set_aside:
        say(one_line(f"set aside: {rejection.input}: {rejection.reason}"), flags)
    rows = [_row(news) for news in report.news]
    chosen = chosen_format(flags)
    if chosen == "table":
        for row in rows:
            write_text(_line(row))
    else:
        write_json_lines(rows)
    sys.stdout.flush()


@click.command(epilog="Example: firsthand watch news.firsthand incoming/")
@click.argument("archive", type=ARCHIVE)
@click.argument("folder", type=_FOLDER, metavar="DIR")
@annotate_flag
@click.option("--once", is_flag=True, help="Look twice, add what is complete, and end: for a timer.")
@common_flags(("table", "jsonl"))
def watch(flags: Flags, archive: Path, folder: Path, when: Literal["auto", "now", "later"], once: bool) -> None:
    """Add new and changed files of DIR to ARCHIVE as they come; print new stories, and those whose origins changed.

    A file is added when two looks find it unchanged; `run.watch_every_s` is the time between looks. Ctrl-C ends it.
    """
    has_failed = False
    with opened(archive, flags, must_exist=False) as archive_in_hand, _ended_by_signal():
        if not once:
            say(f"Watching {folder}; Ctrl-C ends it.", flags)
        # Lines on a terminal too: bars that stand for days would take over what is printed between them.
        progress = None if flags.quiet else LineProgress()
        for report in archive_in_hand.watch(folder, annotate=when, once=once, workers=flags.workers, progress=progress):
            _tell(report, flags)
            has_failed = has_failed or bool(report.rejections)
    if has_failed:
        click.get_current_context().exit(1)
