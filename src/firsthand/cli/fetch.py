"""`firsthand fetch`: save pages, then add them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from firsthand.cli.add import tell_rejections
from firsthand.cli.flags import Flags, annotate_flag, common_flags
from firsthand.cli.messages import say, shown_progress
from firsthand.cli.results import Column, write_results
from firsthand.cli.session import ARCHIVE, opened
from firsthand.cli.terminal import one_line

if TYPE_CHECKING:
    from firsthand.api import FetchPlan

__all__ = ["fetch"]


def _columns() -> list[Column]:
    return [
        Column(title="saved", cell=lambda report: report.pages_saved, right=True),
        Column(title="saved before", cell=lambda report: report.pages_kept, right=True),
        Column(title="not read", cell=lambda report: len(report.rejections), right=True),
        Column(title="new", cell=lambda report: report.articles_new, right=True),
        Column(title="known", cell=lambda report: report.articles_known, right=True),
        Column(title="set aside", cell=lambda report: len(report.set_aside), right=True),
        Column(title="stories", cell=lambda report: report.stories, right=True),
        Column(title="origins (at most)", cell=lambda report: report.origins, right=True),
    ]


def _show_plan(plan: FetchPlan, flags: Flags) -> None:
    """The addresses that would be asked for, one a row, in the order of the list."""
    for rejection in plan.rejections:
        say(one_line(f"not read: {rejection.input}: {rejection.reason}"))
    for link in plan.kept:
        say(one_line(f"saved a short while ago: {link.address.url}"), flags)
    rows = [{"url": link.address.url, "named": link.name} for link in plan.links]
    columns = [Column(title=name, cell=lambda row, name=name: row[name]) for name in ("url", "named")]  # type: ignore[misc]
    write_results(flags, rows, columns, ["url", "named"])


@click.command(epilog="Example: firsthand fetch news.firsthand https://paper.example/story")
@click.argument("archive", type=ARCHIVE)
@click.argument("links", nargs=-1, required=True, metavar="URL|LINKS.txt...")
@annotate_flag
@click.option("--again", is_flag=True, help="Ask also for pages that were saved less than an hour ago.")
@click.option("--dry-run", is_flag=True, help="Only list the addresses; ask nothing of anybody, write nothing.")
@common_flags()
def fetch(
    flags: Flags,
    archive: Path,
    links: tuple[str, ...],
    *,
    when: Literal["auto", "now", "later"],
    again: bool,
    dry_run: bool,
) -> None:
    """Save pages as WARC records beside ARCHIVE, then add them. Running it again goes on where it stopped.

    URL is the address of a page; LINKS.txt a file with one address a line; - such lines on standard input. Only hosts
    that are named are asked, at the pace and within the rules that their robots.txt sets.
    """
    with opened(archive, flags, must_exist=False) as archive_in_hand:
        if dry_run:
            plan = archive_in_hand.plan_fetch(list(links), again=again)
            _show_plan(plan, flags)
            rejections = plan.rejections
        else:
            with shown_progress(flags) as progress:
                report = archive_in_hand.fetch(
                    list(links), again=again, annotate=when, workers=flags.workers, progress=progress
                )
            tell_rejections(report, archive, flags)
            write_results(flags, [report], _columns(), type(report))
            rejections = report.rejections
    if rejections:
        click.get_current_context().exit(1)
