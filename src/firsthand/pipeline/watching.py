"""A folder whose new and changed files are added as they come."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from firsthand import sources
from firsthand.archive import ArchiveReader
from firsthand.engines import Progress, SilentProgress
from firsthand.errors import ArchiveLockedError, ConfigError, InputError
from firsthand.model import Rejection
from firsthand.pipeline.news import StoryNews
from firsthand.pipeline.runs import FolderFiles, watch_marks
from firsthand.pipeline.settings import Settings
from firsthand.pipeline.verbs import add_files

__all__ = ["WatchReport", "watch"]

_States = dict[str, sources.FileState]


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchReport:
    """What the files brought that one look found complete."""

    files: tuple[str, ...]
    news: tuple[StoryNews, ...]
    rejections: tuple[Rejection, ...]
    set_aside: tuple[Rejection, ...]


def watch(
    path: Path,
    folder: str,
    settings: Settings,
    *,
    annotate: str = "auto",
    once: bool = False,
    progress: Progress | None = None,
) -> Iterator[WatchReport]:
    """Add the files of `folder` as they come; an archive is made where there is none.

    The folder is looked at every `run.watch_every_s` seconds. A file is complete when two looks find it of one size and
    time. What was read stays known to the archive, so that a file is read again only when it changes, here or by the
    next `watch`.

    Args:
        path: The archive.
        folder: Where files come, at any depth.
        settings: What holds for every run.
        annotate: "now", "later" or "auto", as for `add`.
        once: Look twice, add what is complete, and end; else go on until the caller stops asking.
        progress: Told of the work as it goes.

    Yields:
        A report for each time that files were added. What cannot be read is named there and the watch goes on.

    Raises:
        ArchiveError: The archive cannot be made, opened or written. Where another process keeps it locked it is tried
            again at the next look.
        ConfigError: There is no such folder, or `annotate` is none of the three.
        InputError: With `once`: the folder cannot be looked into.
    """
    progress = progress or SilentProgress()
    if not Path(folder).is_dir():
        raise ConfigError(f"{folder}: no such folder.", "Name the folder in which files come.")
    known: _States = {}
    last: _States | None = None
    is_told = False
    while True:
        states, fault = _look(folder, settings)
        if fault is not None and once:
            raise fault
        if fault is not None and not is_told:
            progress.say(f"{fault} Looking again every {settings.run.watch_every_s:g} seconds.")
        is_told = fault is not None
        complete = {file: state for file, state in states.items() if last is not None and last.get(file) == state}
        fresh = _unread(path, {file: state for file, state in complete.items() if known.get(file) != state})
        known |= complete
        try:
            if fresh:
                yield _add(path, FolderFiles(folder=folder, states=fresh), settings, annotate, progress)
        except ArchiveLockedError as error:
            if once:
                raise
            progress.say(str(error))
            known = {file: state for file, state in known.items() if file not in fresh}
        if once and last is not None:
            return
        last = states
        time.sleep(settings.run.watch_every_s)


def _look(folder: str, settings: Settings) -> tuple[_States, InputError | None]:
    try:
        return sources.look_into(folder, settings.sources), None
    except InputError as error:
        return {}, error


def _unread(path: Path, states: Mapping[str, sources.FileState]) -> _States:
    """Those of the files that were not read in this state before, by this watch or an earlier one."""
    if not states or not path.exists() or not path.stat().st_size:
        return dict(states)
    reader = ArchiveReader(path)
    try:
        marks = watch_marks(states)
        return {file: state for file, state in states.items() if reader.watched(marks[file][0]) != marks[file][1]}
    finally:
        reader.close()


def _add(path: Path, files: FolderFiles, settings: Settings, annotate: str, progress: Progress) -> WatchReport:
    report, news = add_files(path, files, settings, annotate=annotate, progress=progress)
    return WatchReport(
        files=tuple(sorted(files.states)), news=news, rejections=report.rejections, set_aside=report.set_aside
    )
