"""Stable ids: a story keeps the id under which it was first stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from firsthand.model import Story, record_id

__all__ = ["IdChange", "Naming", "assign_ids", "explain_changes"]


class Naming(NamedTuple):
    """Id of a story, and the ids that now lead to it, sorted."""

    story: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdChange:
    """That articles of one story are in another now.

    Attributes:
        old: The story as it was.
        new: The story that holds them now.
        is_merge: True where `old` went up in `new` and leads there; False where `new` holds a part of `old`, which
            goes on.
        reason: In words.
    """

    old: str
    new: str
    is_merge: bool
    reason: str


def _never(_name: str) -> bool:
    return False


def assign_ids(
    groups: Sequence[Sequence[str]], previous: Sequence[Story], is_taken: Callable[[str], bool] = _never
) -> list[Naming]:
    """Id and aliases of each group of article ids.

    A group takes the id of the earlier story of which it holds most, where no other group holds more of that story;
    further earlier stories that went up in the group become aliases. A group without a predecessor is named after
    its first article. Independent of the order of `groups` and of `previous`.

    Args:
        groups: Ids of the articles of each group; no article in two groups.
        previous: The stories as they were stored, all of them or those of which a group holds an article.
        is_taken: Whether an id was given to another story before, where `previous` are not all.

    Returns:
        In the order of `groups`.
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
    result = [Naming("", ())] * len(groups)
    for number in sorted(range(len(groups)), key=lambda number: first[number]):
        claims = sorted(heirs.get(number, ()), key=lambda claim: claim[:2])
        if claims:
            name = claims[0][1]
            merged = {story.story for _, _, story in claims} | {
                alias for _, _, story in claims for alias in story.aliases
            }
            result[number] = Naming(name, tuple(sorted(merged - {name})))
        else:
            name = _new_id(first[number], taken, is_taken)
            taken.add(name)
            result[number] = Naming(name, ())
    return result


def _new_id(article: str, taken: set[str], is_taken: Callable[[str], bool]) -> str:
    """Named after the first article; counted up where that article founded another story before."""
    name, count = record_id("story", article), 1
    while name in taken or is_taken(name):
        count += 1
        name = record_id("story", article, str(count))
    return name


def explain_changes(
    groups: Sequence[Sequence[str]], names: Sequence[Naming], previous: Sequence[Story]
) -> list[IdChange]:
    """Where articles of earlier stories went that are no longer in the story of that id, by old and new id.

    Args:
        groups: Ids of the articles of each group.
        names: What `assign_ids` called them.
        previous: The stories as they were stored.
    """
    group_of = {article: number for number, group in enumerate(groups) for article in group}
    changes = []
    for story in previous:
        held: dict[int, int] = {}
        for article in story.articles:
            if article in group_of:
                held[group_of[article]] = held.get(group_of[article], 0) + 1
        total = sum(held.values())
        for number, count in held.items():
            new = names[number]
            if new.story == story.story:
                continue
            is_merge = story.story in new.aliases
            what = "went up in" if is_merge else "gave articles to"
            reason = f"{what} {new.story}, which holds {count} of its {total} articles"
            changes.append(IdChange(old=story.story, new=new.story, is_merge=is_merge, reason=reason))
    return sorted(changes, key=lambda change: (change.old, change.new))
