"""Paragraphs of two states of one text matched: kept, moved, rewritten, broken in two, added, removed."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from rapidfuzz.distance import Indel, LCSseq
from rapidfuzz.process import cdist

from firsthand.model import Article, Span
from firsthand.text.lines import split_lines
from firsthand.text.tokens import Token, tokenise

__all__ = ["Match", "Paragraph", "match_paragraphs", "split_paragraphs"]

# One paragraph was rewritten into the other where this share of their words stands in both in one order, or this much
# of the shorter one, if it has so many words: below, what they share is grammar.
_REWRITTEN_SHARE = 0.5
_GROWN_SHARE = 0.8
_GROWN_WORDS = 8
# Bounds on time and memory: paragraphs without a counterpart, old ones times new ones; and lines of the whole texts.
_MOST_PAIRS = 40_000
_MOST_CELLS = 100_000_000
_LONGEST_MATCHED = 600  # words of a paragraph that are looked at to find its counterpart


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of an article's body."""

    span: Span
    words: tuple[Token, ...]
    norms: tuple[str, ...]


@dataclass(slots=True)
class Match:
    """Which paragraphs of the new state answer to which of the old one, by their places; a place is used once."""

    kept: dict[int, int] = field(default_factory=dict)  # new: old, in one order
    moved: dict[int, int] = field(default_factory=dict)
    rewritten: dict[int, int] = field(default_factory=dict)
    broken: list[tuple[range, range]] = field(default_factory=list)  # new and old: the same words, other line breaks

    def answers(self) -> dict[int, int]:
        """Every matched place of the new state with the one of the old state that it answers to."""
        found = {**self.kept, **self.moved, **self.rewritten}
        for new, old in self.broken:
            found |= {place: min(old.start + number, old.stop - 1) for number, place in enumerate(new)}
        return found


def split_paragraphs(article: Article) -> list[Paragraph]:
    """The lines of the body that hold words; of a text without a body all its lines."""
    spans = article.body or (Span(0, len(article.text)),)
    paragraphs = []
    for span in spans:
        for line in split_lines(article.text, span.start, span.end) if span.end > span.start else ():
            words = tuple(tokenise(article.text, line.start, line.end))
            if words:
                paragraphs.append(Paragraph(line, words, tuple(word.norm for word in words)))
    return paragraphs


def match_paragraphs(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> Match:
    """Which paragraph answers to which: first the same words in order, then anywhere, then mostly the same words.

    What is left in `new` was added, and what is left in `old` was removed.
    """
    match = Match(kept=_keep_in_order(old, new))
    left_old = _unmatched(len(old), set(match.kept.values()))
    left_new = _unmatched(len(new), set(match.kept))
    _find_moved(match, old, new, left_old, left_new)
    if len(left_old) * len(left_new) <= _MOST_PAIRS:
        _find_broken(match, old, new, left_old, left_new)
        _find_rewritten(match, old, new, left_old, left_new)
    return match


def _unmatched(length: int, matched: set[int]) -> list[int]:
    return [place for place in range(length) if place not in matched]


def _keep_in_order(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> dict[int, int]:
    old_norms, new_norms = [each.norms for each in old], [each.norms for each in new]
    first = 0
    while first < min(len(old), len(new)) and old_norms[first] == new_norms[first]:
        first += 1
    kept = {place: place for place in range(first)}
    if (len(old) - first) * (len(new) - first) > _MOST_CELLS:
        return kept
    for code in Indel.opcodes(old_norms[first:], new_norms[first:]):
        if code.tag == "equal":
            for step in range(code.dest_end - code.dest_start):
                kept[first + code.dest_start + step] = first + code.src_start + step
    return kept


def _find_moved(
    match: Match, old: Sequence[Paragraph], new: Sequence[Paragraph], left_old: list[int], left_new: list[int]
) -> None:
    places: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for place in left_old:
        places[old[place].norms].append(place)
    for place in left_new:
        if found := places.get(new[place].norms):
            match.moved[place] = found.popleft()
    moved = set(match.moved.values())
    left_old[:] = [place for place in left_old if place not in moved]
    left_new[:] = [place for place in left_new if place not in match.moved]


# --- the same words with other line breaks -----------------------------------------------------------------------


def _runs(places: Sequence[int]) -> list[list[int]]:
    """`places` parted where they do not follow on one another."""
    parted = groupby(enumerate(places), key=lambda item: item[1] - item[0])
    return [[place for _, place in run] for _, run in parted]


def _find_broken(
    match: Match, old: Sequence[Paragraph], new: Sequence[Paragraph], left_old: list[int], left_new: list[int]
) -> None:
    for one, old_places in _joined(old, left_old, {new[place].norms for place in left_new}).items():
        place = next((place for place in left_new if new[place].norms == one), None)
        if place is not None:
            _break(match, old_places, range(place, place + 1), left_old, left_new)
    for one, new_places in _joined(new, left_new, {old[place].norms for place in left_old}).items():
        place = next((place for place in left_old if old[place].norms == one), None)
        if place is not None:
            _break(match, range(place, place + 1), new_places, left_old, left_new)


def _break(match: Match, old: range, new: range, left_old: list[int], left_new: list[int]) -> None:
    if not set(old) <= set(left_old) or not set(new) <= set(left_new):
        return
    match.broken.append((new, old))
    left_old[:] = [place for place in left_old if place not in old]
    left_new[:] = [place for place in left_new if place not in new]


def _joined(
    paragraphs: Sequence[Paragraph], places: Sequence[int], wanted: set[tuple[str, ...]]
) -> dict[tuple[str, ...], range]:
    """Neighbouring paragraphs that together hold the words of one that is wanted, first found first."""
    longest = max(map(len, wanted), default=0)
    found: dict[tuple[str, ...], range] = {}
    for run in _runs(places):
        for at, first in enumerate(run):
            words: tuple[str, ...] = ()
            for place in run[at:]:
                words += paragraphs[place].norms
                if len(words) > longest:
                    break
                if place > first and words in wanted:
                    found.setdefault(words, range(first, place + 1))
    return found


# --- rewritten ---------------------------------------------------------------------------------------------------


def _find_rewritten(
    match: Match, old: Sequence[Paragraph], new: Sequence[Paragraph], left_old: list[int], left_new: list[int]
) -> None:
    if not left_old or not left_new:
        return
    before = [old[place].norms[:_LONGEST_MATCHED] for place in left_old]
    after = [new[place].norms[:_LONGEST_MATCHED] for place in left_new]
    common = cdist(before, after, scorer=LCSseq.similarity)
    pairs = []
    for at, one in enumerate(before):
        for to, other in enumerate(after):
            words = int(common[at][to])
            share = 2 * words / (len(one) + len(other))
            shorter = min(len(one), len(other))
            if share >= _REWRITTEN_SHARE or (shorter >= _GROWN_WORDS and words >= _GROWN_SHARE * shorter):
                pairs.append((-share, abs(left_old[at] - left_new[to]), left_new[to], left_old[at]))
    for _, _, to, at in sorted(pairs):
        if to not in match.rewritten and at in left_old:
            match.rewritten[to] = at
            left_old.remove(at)
            left_new.remove(to)
