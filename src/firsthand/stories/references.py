"""Where one story refers to another in so many words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from firsthand.stories.features import StoryFeatures
from firsthand.stories.reasons import day_in_words

__all__ = ["explain_references"]

_ORDINAL_WORDS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()


def explain_references(
    before: Sequence[StoryFeatures], after: Sequence[StoryFeatures], earlier_day: str | None, later_day: str | None
) -> list[str]:
    """Explicit references between two stories, in words; empty where there are none.

    A reference to the year of the earlier story ("the first visit since 1999"), to its day, or to the same or the
    next of a numbered row of happenings ("the fifth round").

    Args:
        before: Articles of the earlier story.
        after: Articles of the later story.
        earlier_day: ISO day of the earlier story.
        later_day: ISO day of the later story.
    """
    reasons: list[str] = []
    if earlier_day:
        reasons += sorted(
            {
                f"refers back: the first {noun} since {year}"
                for one in after
                for noun, year in one.since.items()
                if earlier_day.startswith(f"{year:04d}-")
            }
        )
        if earlier_day != later_day and any(earlier_day in one.days for one in after):
            reasons.append(f"refers back to {day_in_words(earlier_day)}")
    if later_day and earlier_day != later_day and any(later_day in one.days for one in before):
        reasons.append(f"announced for {day_in_words(later_day)}")
    first, second = _rows(before), _rows(after)
    for noun in sorted(first.keys() & second.keys()):
        same = first[noun] & second[noun]
        if same:
            reasons.append(f"both tell of the {_ordinal_word(min(same))} {noun}")
        else:
            reasons.append(f"the {_ordinal_word(max(first[noun]))} {noun} and the {_ordinal_word(max(second[noun]))}")
    return reasons


def _rows(features: Iterable[StoryFeatures]) -> dict[str, set[int]]:
    rows: dict[str, set[int]] = {}
    for one in features:
        for noun, value in one.rows.items():
            rows.setdefault(noun, set()).add(value)
    return rows


def _ordinal_word(value: int) -> str:
    if value < len(_ORDINAL_WORDS):
        return _ORDINAL_WORDS[value]
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"
