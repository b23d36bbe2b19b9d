"""Stable ids: a story keeps the id under which it was first stored."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Story, record_id

__all__ = ["assign_ids"]


def assign_ids(groups: Sequence[Sequence[str]], previous: Sequence[Story]) -> list[tuple[str, tuple[str, ...]]]:
    """Id and aliases of each group of article ids.

    A group takes the id of the earlier story of which it holds most, where no other group holds more of that story;
    further earlier stories that went up in the group become aliases. A group without a predecessor is named after
    its first article. Independent of the order of `groups` and of `previous`.

    Args:
        groups: Ids of the articles of each group; no article in two groups.
        previous: The stories as they were stored.

    Returns:
        In the order of `groups`: id, and the ids that now lead to it, sorted.
    """
    group_of = {article: number for number, group in enumerate(groups) for article in group}
    first = [min(group) for group in groups]
    heirs: dict[int, list[tuple[int, str, Story]]] = {}
    for story in previous:
        held: dict[int, int] = {}
        for article in story.articles:
            if article in group_of:
                held[group_of[article]] = held.get(group_of[article], 0) + 1
        if held:
            heir = min(held, key=lambda number: (-held[number], first[number]))
            heirs.setdefault(heir, []).append((-held[heir], story.story, story))
    taken = {story.story for story in previous} | {alias for story in previous for alias in story.aliases}
    result: list[tuple[str, tuple[str, ...]]] = [("", ())] * len(groups)
    for number in sorted(range(len(groups)), key=lambda number: first[number]):
        claims = sorted(heirs.get(number, ()), key=lambda claim: claim[:2])
        if claims:
            name = claims[0][1]
            merged = {story.story for _, _, story in claims} | {
                alias for _, _, story in claims for alias in story.aliases
            }
            result[number] = (name, tuple(sorted(merged - {name})))
        else:
            name = _new_id(first[number], taken)
            taken.add(name)
            result[number] = (name, ())
    return result


def _new_id(article: str, taken: set[str]) -> str:
    """Named after the first article; counted up where that article founded another story before."""
    name, count = record_id("story", article), 1
    while name in taken:
        count += 1
        name = record_id("story", article, str(count))
    return name
