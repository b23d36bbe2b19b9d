"""`firsthand add`: read articles into an archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from firsthand.cli.flags import Flags, annotate_flag, common_flags
from firsthand.cli.messages import say, shown_progress
from firsthand.cli.results import Column, write_results
from firsthand.cli.session import ARCHIVE, opened
from firsthand.cli.terminal import one_line

if TYPE_CHECKING:
    from firsthand.api import AddReport

__all__ = ["add", "tell_rejections"]

# Of a long list this many are named; the rest is in the archive.
_NAMED = 50


def tell_rejections(report: AddReport, archive: Path, flags: Flags) -> None:
    """Name on standard error each input that could not be read, and unless quiet each that holds no article."""
    for rejection in report.rejections[:_NAMED]:
        say(one_line(f"not read: {rejection.input}: {rejection.reason}"))
    for rejection in report.set_aside[:_NAMED]:
        say(one_line(f"set aside: {rejection.input}: {rejection.reason}"), flags)
    more = max(0, len(report.rejections) - _NAMED) + max(0, len(report.set_aside) - _NAMED)
    if more:
        say(f"... and {more} more: firsthand export {archive} rejections", flags)


def _columns() -> list[Column]:
    return [
        Column(title="new", cell=lambda report: report.articles_new, right=True),
        Column(title="known", cell=lambda report: report.articles_known, right=True),
        Column(title="versions", cell=lambda report: report.versions, right=True),
        Column(title="not read", cell=lambda report: len(report.rejections), right=True),
        Column(title="set aside", cell=lambda report: len(report.set_aside), right=True),
        Column(title="stories", cell=lambda report: report.stories, right=True),
        Column(title="origins (at most)", cell=lambda report: report.origins, right=True),
    ]


def _dry_columns() -> list[Column]:
    """A dry run reads the inputs and looks at no archive: it knows of no stories, and not what is there already."""
    return [
        Column(title="could be read", cell=lambda report: report.articles_new, right=True),
        Column(title="not read", cell=lambda report: len(report.rejections), right=True),
    ]


@click.command(epilog="Example: firsthand add news.firsthand articles.jsonl pages/")
@click.argument("archive", type=ARCHIVE)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@annotate_flag
@click.option("--dry-run", is_flag=True, help="Only count what can be read, and estimate the time; write nothing.")
@common_flags()
def add(
    flags: Flags, archive: Path, paths: tuple[str, ...], when: Literal["auto", "now", "later"], dry_run: bool
) -> None:
    """Read articles into ARCHIVE, which is made if it is missing. Running it again goes on where it stopped.

    PATH is a file, a folder, or - for JSON lines on standard input.
    """
    with opened(archive, flags, must_exist=False) as archive_in_hand:
        with shown_progress(flags) as progress:
            report = archive_in_hand.add(
                list(paths), annotate=when, dry_run=dry_run, workers=flags.workers, progress=progress
            )
        tell_rejections(report, archive, flags)
        if dry_run and report.estimate:
            say(report.estimate, flags)
        write_results(flags, [report], _dry_columns() if dry_run else _columns(), type(report))
    if report.rejections:
        click.get_current_context().exit(1)
