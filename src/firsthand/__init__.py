"""Firsthand puts many outlets' accounts of the same happenings side by side: origins, not outlets.

Example:
    import firsthand

    with firsthand.open("my.firsthand") as archive:
        for story in archive.stories():
            print(story.title, story.origins)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.api import open  # noqa: A004 - `firsthand.open`, as one opens a file

__all__ = ["open"]


def __getattr__(name: str) -> object:
    """`open` on first use: `firsthand --help` need not load the whole house."""
    if name == "open":
        from firsthand import api

        return api.open
    raise AttributeError(f"module 'firsthand' has no attribute {name!r}")
