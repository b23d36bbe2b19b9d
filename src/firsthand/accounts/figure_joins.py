"""Joins: groups of different values that are told of one thing, and so differ, or differ in precision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from firsthand.accounts.figure_entries import Entry
from firsthand.accounts.figure_pairs import PairJudge
from firsthand.accounts.figure_profiles import Profile
from firsthand.accounts.settings import AccountsSettings

__all__ = ["join_values"]

_KEY_WORDS = 20  # of a group, by which it finds others
_MOST_PAIRS = 400_000  # bounds time on hostile input
_MOST_OF_KEY = 200  # groups that share a key; a key of more tells nothing
# So much less alike than they must be two groups of a figure may be, if the others hold them together.
_SLACK = 0.1
_SLACK_DIFFERING = 0.05


def join_values(groups: Sequence[Profile], entries: Sequence[Entry], settings: AccountsSettings) -> list[Profile]:
    """Groups of one thing together, whatever their values; the surest joins first.

    Two groups are joined where what stands about them is much alike, and no article tells both values as two. A join
    that would bring two such groups together later is not made either. The groups given are used up.
    """
    judge = PairJudge(groups, entries, settings)
    joined: dict[int, list[int]] = {number: [number] for number in range(len(groups))}
    home = list(range(len(groups)))
    # Open numbers ("hundreds") last: they go with whatever is left.
    found = sorted(_candidates(groups, judge), key=lambda each: (judge.is_vague(*each[1:]), -each[0], each[1], each[2]))
    for _, one, other in found:
        first, second = home[one], home[other]
        if first == second or not _hang_together(joined[first], joined[second], judge):
            continue
        for number in joined[second]:
            home[number] = first
        joined[first].extend(joined.pop(second))
    return [_take_together([groups[member] for member in joined[number]]) for number in sorted(joined)]


def _take_together(members: Sequence[Profile]) -> Profile:
    first, *others = members
    for other in others:
        first.take_in(other)
    return first


def _hang_together(one: Sequence[int], other: Sequence[int], judge: PairJudge) -> bool:
    """Whether the groups of the two sides are alike by and large, not only the two that are most alike."""
    margins = []
    for left in one:
        for right in other:
            margin = judge.margin(left, right)
            # What cannot both hold must be alike itself; nothing between them makes it so.
            if margin is None or (margin < -_SLACK_DIFFERING and judge.differ(left, right)):
                return False
            margins.append(margin)
    return sum(margins) / len(margins) >= -_SLACK


def _candidates(groups: Sequence[Profile], judge: PairJudge) -> Iterator[tuple[float, int, int]]:
    """Pairs of groups that may be told of one thing: by a word that weighs much in both, or a noun that both count."""
    postings: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        dimension = judge.amounts[number].dimension
        top = sorted(group.words, key=lambda word: (-group.words[word], word))[:_KEY_WORDS]
        # Measures are few, and are compared whatever is said about them.
        for key in sorted({*top, *group.heads, *judge.keys_of(number)}):
            postings[dimension, key].append(number)
    seen: set[tuple[int, int]] = set()
    for found_by in sorted(postings):
        numbers = postings[found_by]
        if len(numbers) > _MOST_OF_KEY:
            continue
        for place, one in enumerate(numbers):
            for other in numbers[place + 1 :]:
                if (one, other) not in seen and len(seen) < _MOST_PAIRS:
                    seen.add((one, other))
                    margin = judge.margin(one, other)
                    if margin is not None and margin >= 0:
                        yield margin, one, other
