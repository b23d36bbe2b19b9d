"""What became of stories as articles came: which went up in another, and which parted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.model import Story
from firsthand.stories.identity import IdChange

__all__ = ["keep_history"]


def keep_history(told: Sequence[Story], previous: Sequence[Story], changes: Sequence[IdChange]) -> list[Story]:
    """`told` with the history of each: that of the stories that it goes on from, and what changed now.

    Args:
        told: Stories as they are now, in any order; that order is kept.
        previous: Those that they were before, as they were stored.
        changes: From `explain_changes` or `arrive`.
    """
    before = {story.story: story.history for story in previous}
    kept = []
    for story in told:
        lines = dict.fromkeys(line for name in (story.story, *story.aliases) for line in before.get(name, ()))
        lines |= dict.fromkeys(f"{change.old} {change.reason}" for change in changes if change.new == story.story)
        kept.append(replace(story, history=tuple(lines)))
    return kept
