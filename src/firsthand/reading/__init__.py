"""Reading: a raw document into an article: segments, headline, outlet, byline, dateline, days, credits, language."""

from firsthand.reading.article import VERSION, ReadingSettings, read_article
from firsthand.reading.outlet_repeats import (
    FEWEST_ARTICLES,
    LineMark,
    LineMarks,
    judge_repeats,
    mark_lines,
    repeats_by_article,
)

__all__ = [
    "FEWEST_ARTICLES",
    "VERSION",
    "LineMark",
    "LineMarks",
    "ReadingSettings",
    "judge_repeats",
    "mark_lines",
    "read_article",
    "repeats_by_article",
]
