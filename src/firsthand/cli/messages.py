"""What goes to standard error: messages, log lines, and how far the work is."""

from __future__ import annotations

import contextlib
import logging
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from firsthand.cli.terminal import one_line, sanitise
from firsthand.errors import FirsthandError

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from firsthand.cli.flags import Flags

__all__ = ["BarProgress", "LineProgress", "logged", "say", "shown_progress"]

_LOGGER = logging.getLogger("firsthand")
# What the reader is told: it is on the screen already, so only the log file takes it.
_TOLD = logging.getLogger("firsthand.cli.told")
_TOLD.propagate = False
_TOLD.addHandler(logging.NullHandler())  # else an error would be printed twice where there is no log file
_LINE_EVERY_S = 3.0


def say(message: str, flags: Flags | None = None) -> None:
    """Write `message` to standard error, unless the flags ask for quiet."""
    if flags is None or not flags.quiet:
        with contextlib.suppress(OSError):  # nobody reads it, or the disk it goes to is full: the work goes on
            click.echo(sanitise(message), err=True)
    _TOLD.info(message)


class _SafeFormatter(logging.Formatter):
    """Log lines without anything that a terminal could act on."""

    def format(self, record: logging.LogRecord) -> str:
        return sanitise(super().format(record))


@contextlib.contextmanager
def logged(flags: Flags) -> Iterator[None]:
    """Log lines go to standard error (with -v all of them, else warnings; with -q none) and to the log file.

    Yields:
        Nothing.

    Raises:
        click.BadParameter: The log file cannot be written.
    """
    screen = logging.StreamHandler(sys.stderr)
    screen.setLevel(logging.CRITICAL if flags.quiet else logging.DEBUG if flags.verbose else logging.WARNING)
    handlers: list[logging.Handler] = [screen]
    if flags.log is not None:
        try:
            handlers.append(logging.FileHandler(flags.log, encoding="utf-8", errors="backslashreplace"))
        except OSError as error:
            raise click.BadParameter(f"Cannot write {flags.log}: {error.strerror}.", param_hint="--log") from error
    before = _LOGGER.level
    _LOGGER.setLevel(logging.DEBUG if flags.verbose or flags.log else logging.WARNING)
    _TOLD.setLevel(logging.INFO)
    for handler in handlers:
        handler.setFormatter(_SafeFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        _LOGGER.addHandler(handler)
    for handler in handlers[1:]:
        _TOLD.addHandler(handler)
    try:
        yield
    except (FirsthandError, KeyboardInterrupt) as error:
        _TOLD.error("%s", error or "interrupted")
        raise
    finally:
        for handler in handlers:
            _LOGGER.removeHandler(handler)
            _TOLD.removeHandler(handler)
            handler.close()
        _LOGGER.setLevel(before)


class LineProgress:
    """Progress as plain lines, for a standard error that is no terminal.

    A stage that is soon over says nothing; a longer one says every few seconds how far it is.
    """

    def __init__(self) -> None:
        self._stage = ""
        self._total: int | None = None
        self._count = 0
        self._told_at = 0.0
        self._has_told = False

    def start(self, stage: str, total: int | None) -> None:
        """Note that a stage begins."""
        self._stage, self._total, self._count = one_line(stage), total, 0
        self._told_at, self._has_told = time.monotonic(), False

    def advance(self, count: int = 1) -> None:
        """Count on, and say so now and then."""
        self._count += count
        now = time.monotonic()
        if now - self._told_at >= _LINE_EVERY_S:
            self._told_at, self._has_told = now, True
            say(f"{self._stage}: {self._count:,}" + (f" of {self._total:,}" if self._total is not None else ""))

    def done(self) -> None:
        """Say that the stage has ended, where anything was said of it."""
        if self._has_told:
            say(f"{self._stage}: done ({self._count:,})")

    def say(self, message: str) -> None:
        """Write one line."""
        say(message)


class BarProgress:
    """Progress as bars, one a stage, on a terminal."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._task: TaskID | None = None

    def start(self, stage: str, total: int | None) -> None:
        """Draw the bar of a stage."""
        self._task = self._bars.add_task(one_line(stage), total=total)

    def advance(self, count: int = 1) -> None:
        """Move the bar."""
        if self._task is not None:
            self._bars.advance(self._task, count)

    def done(self) -> None:
        """Fill the bar."""
        if self._task is not None:
            completed = self._bars.tasks[self._task].completed
            total = self._bars.tasks[self._task].total
            self._bars.update(self._task, total=completed if total is None else total, completed=total or completed)
            self._task = None

    def say(self, message: str) -> None:
        """Write one line above the bars."""
        self._bars.console.print(sanitise(message), markup=False, highlight=False)


@contextlib.contextmanager
def shown_progress(flags: Flags) -> Iterator[BarProgress | LineProgress | None]:
    """Progress for one piece of work: bars on a terminal, lines elsewhere, none where the flags ask for quiet.

    Yields:
        What the work reports to; None for quiet.
    """
    if flags.quiet:
        yield None
    elif not sys.stderr.isatty():
        yield LineProgress()
    else:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=Console(stderr=True)) as bars:
            yield BarProgress(bars)
