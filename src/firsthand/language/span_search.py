"""Whether a place or a span meets one of many spans, in time that grows with the logarithm of their number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from firsthand.model import Span

__all__ = ["is_within", "merge_spans", "overlaps_any"]


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """The spans in order and apart, those that overlap or touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def is_within(place: int, spans: Sequence[Span]) -> bool:
    """Whether a place lies in one of `spans`; these in order, apart."""
    index = bisect_right(spans, place, key=lambda span: span.start) - 1
    return index >= 0 and place < spans[index].end


def overlaps_any(span: Span, spans: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of `spans`; these in order, apart."""
    index = bisect_right(spans, span.start, key=lambda each: each.end)
    return index < bisect_left(spans, span.end, key=lambda each: each.start)
