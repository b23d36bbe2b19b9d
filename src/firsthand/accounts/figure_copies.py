"""Copies: values that stand in the same words in several articles, whatever the number is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from firsthand.accounts.figure_amounts import AGE
from firsthand.accounts.figure_context import content_stem
from firsthand.accounts.figure_entries import Entry
from firsthand.accounts.settings import AccountsSettings

__all__ = ["is_copy", "link_copies"]

_KEY_WORDS = 3  # in a row, beside the value, by which copies find each other
_FEWEST_CONTENT = 2
_MOST_LEADERS = 12  # texts of one key that a value is compared with


def link_copies(entries: Sequence[Entry], settings: AccountsSettings) -> list[list[int]]:
    """The places of `entries` that are one text, together, in order; one that is no copy stands alone.

    Candidates share three words in a row beside the value; cost grows with the number of values, not with the pairs.
    Copies of one dimension may differ in value: an agency's text with the number of another hour.
    """
    leaders: dict[tuple[str, str, tuple[str, ...]], list[int]] = defaultdict(list)
    texts: list[list[int]] = []
    for place, entry in enumerate(entries):
        keys = _keys_of(entry)
        candidates = sorted({number for key in keys for number in leaders.get(key, ())})
        found = next(
            (number for number in candidates if is_copy(entries[texts[number][0]], entry, settings.copied_window)), None
        )
        if found is None:
            found = len(texts)
            texts.append([])
        texts[found].append(place)
        for key in keys:
            if found not in leaders[key] and len(leaders[key]) < _MOST_LEADERS:
                leaders[key].append(found)
    return texts


def is_copy(one: Entry, other: Entry, share: float) -> bool:
    """Whether the words on both sides of the two values are those of one text."""
    if one.amount.dimension != other.amount.dimension:
        return False
    names = one.context.names, other.context.names
    if one.amount.dimension == AGE and all(names) and not names[0] & names[1]:
        return False  # Ann Salk, 34, and Bo Tern, 34
    first, second = Counter(one.context.left + one.context.right), Counter(other.context.left + other.context.right)
    total = first.total() + second.total()
    shared = first & second
    if sum(1 for word in shared if content_stem(word)) < _FEWEST_CONTENT:
        return False
    return 2 * shared.total() >= share * total


def _keys_of(entry: Entry) -> list[tuple[str, str, tuple[str, ...]]]:
    dimension, left, right = entry.amount.dimension, entry.context.left, entry.context.right
    found = [
        (dimension, "left", left[:_KEY_WORDS]),
        (dimension, "right", right[:_KEY_WORDS]),
        (dimension, "both", (*left[:2], "#", *right[:2])),
    ]
    return [key for key in found if any(content_stem(word) for word in key[2] if word != "#")]
