"""An index that is kept in blocks: new entries become a block of their own, and blocks are merged now and then."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["blocks_to_merge"]


def blocks_to_merge(sizes: Sequence[int]) -> int:
    """How many of the last blocks to merge into one, so that few blocks are kept and few bytes written again.

    Args:
        sizes: Entries of each block, oldest first.

    Returns:
        0, or at least 2. A block is taken in where it is at most as large as all that are merged into it, so that an
        entry is written again at most once for each doubling of the index.
    """
    merged, count = 0, 0
    for number, size in enumerate(reversed(sizes), 1):
        if number > 1 and size <= merged:
            count = number
        elif number > 1:
            break
        merged += size
    return count
