"""Which lines of an article are compared with other articles, and their words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from firsthand.lexicon.boilerplate import label_line
from firsthand.lineage.set_aside import find_set_aside
from firsthand.lineage.settings import LineageSettings
from firsthand.lineage.word_table import UNSPACED_FROM, read_stretches
from firsthand.model import Article, Span, overlap_length
from firsthand.text.lines import split_lines
from firsthand.text.shingles import HashArray

__all__ = ["find_zones", "join_lines", "mark_words", "read_words"]

# A longer line outside the body is not judged by its words: no menu or prompt is so long.
_LONGEST_CAPTION = 2000


def find_zones(article: Article, caption_words: float) -> list[tuple[Span, bool]]:
    """The lines of an article that are compared, each with whether it belongs to the body, in order.

    Outside the body only long lines count, as captions; the headline never does. An article without body has none.
    """
    text = article.text
    zones = [(line, True) for span in article.body for line in split_lines(text, span.start, span.end)]
    if not article.body:
        return []
    taken = sorted([*article.body, *([article.headline_span] if article.headline_span else [])])
    for line in split_lines(text) if _has_more(text, taken) else []:
        near = bisect_left(taken, line)
        if any(overlap_length(line, span) for span in taken[max(0, near - 1) : near + 1]):
            continue
        if text.count(" ", line.start, line.end) + 1 < caption_words and not _is_unspaced(text, line):
            continue
        if line.end - line.start > _LONGEST_CAPTION or label_line(text[line.start : line.end]) is None:
            zones.append((line, False))
    return sorted(zones)


def _has_more(text: str, taken: Sequence[Span]) -> bool:
    """Whether anything but white space stands outside the spans."""
    reached = 0
    for span in taken:
        if reached < span.start and not text[reached : span.start].isspace():
            return True
        reached = max(reached, span.end)
    return reached < len(text) and not text[reached:].isspace()


def _is_unspaced(text: str, line: Span) -> bool:
    return line.end - line.start >= 24 and text[line.start] >= UNSPACED_FROM and " " not in text[line.start : line.end]


def mark_words(starts: NDArray[np.int32], spans: Sequence[Span]) -> NDArray[np.bool_]:
    """For each word, whether it begins inside one of `spans`."""
    marks = np.zeros(len(starts), dtype=bool)
    if spans:
        for first, last in np.searchsorted(starts, np.array(spans, dtype=np.int32)).tolist():
            marks[first:last] = True
    return marks


def join_lines(text: str, lines: Sequence[Span]) -> list[Span]:
    """Lines between which nothing but white space stands made one stretch: words never go across a break."""
    stretches: list[Span] = []
    for line in lines:
        if stretches and text[stretches[-1].end : line.start].isspace():
            stretches[-1] = Span(stretches[-1].start, line.end)
        else:
            stretches.append(line)
    return stretches


def read_words(article: Article, settings: LineageSettings) -> tuple[HashArray, NDArray[np.bool_]]:
    """The hashes of the words that are compared, and which of them are set aside, without all else: quicker.

    Those that are set aside are not disguised here, and stock text is not left out.
    """
    text = article.text
    lines = [line for line, _ in find_zones(article, settings.caption_words)]
    words = read_stretches(text, join_lines(text, lines))
    hashes, is_aside = words.hashes, mark_words(words.starts, find_set_aside(article))
    if len(hashes) > settings.longest_words:
        counts = np.searchsorted(words.starts, [line.end for line in lines])
        count = int(max(counts[counts <= settings.longest_words], default=0))
        hashes, is_aside = hashes[:count], is_aside[:count]
    return hashes, is_aside
