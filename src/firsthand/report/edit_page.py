"""The page on which an archive is corrected and files are added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.model import Correction
from firsthand.report.frame import PageFrame
from firsthand.report.pages import render_served
from firsthand.report.times import view_time

__all__ = ["render_edit_page"]


def render_edit_page(
    corrections: Sequence[Correction], work: Mapping[str, object], frame: PageFrame, *, busy: bool, problem: str | None
) -> str:
    """What was decided and holds, how far the work is, and where files can be dropped.

    Args:
        corrections: In force, in the order in which they were made.
        work: What is being done or was done last: what, is_running, stage, done, total, messages, result, error.
        frame: What stands round the page; with its token.
        busy: Whether something was refused because other work goes on.
        problem: Why the corrections cannot be listed.
    """
    words = frame.words
    rows = [
        (
            each.correction,
            words.say(f"edit.kind.{each.kind}") if words.has(f"edit.kind.{each.kind}") else each.kind,
            each.of,
            each.by,
            view_time(each.made, words),
        )
        for each in reversed(corrections)
    ]
    return render_served(
        "edit.html", frame, title=words.say("edit.title"), rows=rows, work=work, busy=busy, problem=problem
    )
