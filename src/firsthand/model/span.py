"""Spans: where in an article's text something stands."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Span", "is_inside", "overlap_length", "union_spans"]


class Span(NamedTuple):
    """Half-open range of characters in one article's text.

    Offsets count Unicode code points of `Article.text` as given, not bytes and not places in the HTML. A named
    tuple, not a dataclass as the other records are: it is written as `[start, end]`, in every export and in the
    archive, and there are many of them.

    Source: W3C Web Annotation, text position selector.
    """

    start: int  # inclusive, >= 0
    end: int  # exclusive, > start


def overlap_length(one: Span, other: Span) -> int:
    """Number of characters that stand in both spans; 0 where they only touch."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def is_inside(inner: Span, outer: Span) -> bool:
    """Whether every character of `inner` stands in `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def union_spans(spans: list[Span]) -> list[Span]:
    """The characters of `spans` as the fewest spans, in order, none touching another."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
