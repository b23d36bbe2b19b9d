"""Versions: two or more states of one article, and what changed from each to the next, by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from firsthand.lexicon.spelling_variants import spelling_key
from firsthand.lineage.paragraphs import Match, Paragraph, match_paragraphs, split_paragraphs
from firsthand.model import Article, ParagraphChange, ParagraphChangeKind, Span, Version
from firsthand.text.tokens import Token, tokenise

__all__ = ["compare_versions"]

# A corrected typo: one letter put in, left out, replaced, or two exchanged, after the first letter of a word of so
# many letters at least. In a shorter word one letter makes another word ("not", "now"), as the first letter does
# in longer ones ("fight", "right").
_TYPO_LETTERS = 5
# Words between two changes that are marked with them: single words left standing make a marked sentence unreadable.
_BRIDGED_WORDS = 1
# Bounds time and memory: words of one side times words of the other. Above, a paragraph counts as changed as a whole.
_MOST_CELLS = 25_000_000


@dataclass(slots=True)
class _Differences:
    """Where two stretches of words differ, what changes nothing of what is said being set aside."""

    inserted: list[tuple[int, int]] = field(default_factory=list)  # places of words, the last exclusive
    deleted: list[tuple[int, int]] = field(default_factory=list)
    small: list[tuple[str, str]] = field(default_factory=list)


class _Run(NamedTuple):
    """Words `first` to `last` (exclusive) stand where now `new_first` to `new_last` stand."""

    first: int
    last: int
    new_first: int
    new_last: int


def _changed_runs(before: Sequence[str], now: Sequence[str]) -> list[_Run]:
    """What is unequal in an alignment of least edits, in order, none touching another."""
    runs: list[_Run] = []
    for code in Levenshtein.opcodes(before, now):
        if code.tag == "equal":
            continue
        run = _Run(code.src_start, code.src_end, code.dest_start, code.dest_end)
        if runs and (runs[-1].last, runs[-1].new_last) == (run.first, run.new_first):
            run = _Run(runs[-1].first, run.last, runs[-1].new_first, run.new_last)
            runs.pop()
        runs.append(run)
    return runs


def _is_typo(word: str, other: str) -> bool:
    return (
        min(len(word), len(other)) >= _TYPO_LETTERS
        and word[0] == other[0]
        and not any(character.isdigit() for character in word + other)
        and OSA.distance(word, other, score_cutoff=1) <= 1
    )


def _is_small(before: Sequence[str], now: Sequence[str]) -> bool:
    """Whether two runs of spelling keys are the same words, corrected, or parted or hyphenated otherwise."""
    if len(before) == len(now):
        return all(one == other or _is_typo(one, other) for one, other in zip(before, now, strict=True))
    return "".join(before).replace("-", "") == "".join(now).replace("-", "")


def _compare_words(before: Sequence[Token], now: Sequence[Token], old: Article, new: Article) -> _Differences:
    one, other = ([spelling_key(token.norm) for token in words] for words in (before, now))
    found = _Differences()
    if len(one) * len(other) > _MOST_CELLS:
        found.inserted.append((0, len(other)))
        found.deleted.append((0, len(one)))
        return found
    for change in _changed_runs(one, other):
        gone, new_words = before[change.first : change.last], now[change.new_first : change.new_last]
        # By spelling and as folded: the key of a mistyped word can lie further off than the word.
        is_small = _is_small([token.norm for token in gone], [token.norm for token in new_words])
        if is_small or _is_small(one[change.first : change.last], other[change.new_first : change.new_last]):
            found.small.append((_written(gone, old.text), _written(new_words, new.text)))
            continue
        if gone:
            found.deleted.append((change.first, change.last))
        if new_words:
            found.inserted.append((change.new_first, change.new_last))
    return found


def _written(words: Sequence[Token], text: str) -> str:
    return text[words[0].start : words[-1].end] if words else ""


def _spans(places: Sequence[tuple[int, int]], words: Sequence[Token]) -> tuple[Span, ...]:
    """The runs of words as spans; runs with hardly a word between them are one."""
    joined: list[tuple[int, int]] = []
    for first, last in places:
        if joined and first - joined[-1][1] <= _BRIDGED_WORDS:
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return tuple(Span(words[first].start, words[last - 1].end) for first, last in joined)


def _marks_changed(before: str, now: str) -> Iterator[tuple[str, str]]:
    """Where two stretches of the same words differ as written: marks, capitals, accents, not white space."""
    one, other = before.split(), now.split()
    if one == other:
        return
    if len(one) * len(other) > _MOST_CELLS:
        yield before, now
        return
    for change in _changed_runs(one, other):
        yield " ".join(one[change.first : change.last]), " ".join(other[change.new_first : change.new_last])


class _Comparison:
    """One state of an article against the state before."""

    def __init__(self, old: Article, new: Article) -> None:
        self.old, self.new = old, new
        self.before, self.now = split_paragraphs(old), split_paragraphs(new)
        self.match: Match = match_paragraphs(self.before, self.now)
        self.small: list[tuple[str, str]] = []
        self.after = self._find_after()

    def _find_after(self) -> list[int]:
        """For each paragraph of the old state: where the last one before it that has an answer begins now."""
        now_at = {old: self.now[new].span.start for new, old in self.match.answers().items()}
        after, last = [], -1
        for place in range(len(self.before)):
            after.append(last)
            last = now_at.get(place, last)
        return after

    def changes(self) -> list[ParagraphChange]:
        """The headline first, then what changed in the order of the text; what was removed stands where it stood."""
        headline = self._compare_headlines()
        found = sorted(self._paragraphs(), key=lambda item: item[0])
        self._note_small()
        return ([headline] if headline else []) + [change for _, change in found]

    def _paragraphs(self) -> Iterator[tuple[tuple[int, int], ParagraphChange]]:
        """Each change with its place: what was removed stands past the paragraph that it stood after."""
        match, kind = self.match, ParagraphChangeKind
        answers = match.answers()
        for to, now in enumerate(self.now):
            change = None
            if to in match.rewritten:
                change = self._rewrite(to, match.rewritten[to])
            elif to in match.moved:
                change = self._change(kind.MOVED, now, self.before[match.moved[to]])
            elif to not in answers:
                change = self._change(kind.ADDED, now, None)
            if change is not None:
                yield (now.span.start, -1), change
        used = {*match.kept.values(), *match.moved.values(), *match.rewritten.values()}
        used.update(place for _, old in match.broken for place in old)
        for at, before in enumerate(self.before):
            if at not in used:
                yield (self.after[at], at), self._change(kind.REMOVED, None, before)

    def _change(self, kind: ParagraphChangeKind, now: Paragraph | None, before: Paragraph | None) -> ParagraphChange:
        return ParagraphChange(
            kind=kind,
            words=self._text(self.new, now),
            words_before=self._text(self.old, before),
            span=now.span if now else None,
            span_before=before.span if before else None,
        )

    @staticmethod
    def _text(article: Article, paragraph: Paragraph | None) -> str | None:
        return None if paragraph is None else article.text[paragraph.span.start : paragraph.span.end]

    def _rewrite(self, to: int, at: int) -> ParagraphChange | None:
        now, before = self.now[to], self.before[at]
        found = _compare_words(before.words, now.words, self.old, self.new)
        if not found.inserted and not found.deleted:
            self.small += _marks_changed(self._text(self.old, before) or "", self._text(self.new, now) or "")
            return None
        self.small += found.small
        return ParagraphChange(
            kind=ParagraphChangeKind.REWRITTEN,
            words=self._text(self.new, now),
            words_before=self._text(self.old, before),
            span=now.span,
            span_before=before.span,
            inserted=_spans(found.inserted, now.words),
            deleted=_spans(found.deleted, before.words),
        )

    def _compare_headlines(self) -> ParagraphChange | None:
        before, now = self.old.headline, self.new.headline
        if before == now or before is None or now is None:
            return None  # one that could not be read is not known to have changed
        keys = [[spelling_key(token.norm) for token in tokenise(headline)] for headline in (before, now)]
        if _is_small(*keys):
            self.small.extend(_marks_changed(before, now))
            return None
        return ParagraphChange(
            kind=ParagraphChangeKind.HEADLINE,
            words=now,
            words_before=before,
            span=self.new.headline_span,
            span_before=self.old.headline_span,
        )

    def _note_small(self) -> None:
        """Add what differs in marks and capitals alone, and line breaks."""
        for to, at in sorted({**self.match.kept, **self.match.moved}.items()):
            now, before = self._text(self.new, self.now[to]), self._text(self.old, self.before[at])
            self.small.extend(_marks_changed(before or "", now or ""))
        for new, old in self.match.broken:
            before = "\n".join(self._text(self.old, self.before[place]) or "" for place in old)
            self.small.append(
                _round_break(before, "\n".join(self._text(self.new, self.now[place]) or "" for place in new))
            )


def _round_break(before: str, now: str) -> tuple[str, str]:
    """The words round the first line break that only one of the two has."""
    joined = now if "\n" in now else before
    first, _, rest = joined.partition("\n")
    left, right = (first.split() or [""])[-1], (rest.split() or [""])[0]
    broken, whole = f"{left}\n{right}", f"{left} {right}"
    return (whole, broken) if "\n" in now else (broken, whole)


def compare_versions(states: Sequence[Article]) -> list[Version]:
    """The versions of one article, with what became of each paragraph against the version before.

    Set aside and counted are changes of the size of a typo: one letter of a longer word, another spelling, marks and
    capitals, line breaks; another number never is. Paragraphs that moved are told, but are no `changed` text.

    Args:
        states: Two or more states of one article, oldest first. A single one gives version 1 alone.

    Returns:
        One version for each state, numbered from 1; the first has no changes.
    """
    versions = [_version(state, number) for number, state in enumerate(states[:1], start=1)]
    for number, (old, new) in enumerate(pairwise(states), start=2):
        comparison = _Comparison(old, new)
        changes = comparison.changes()
        versions.append(_version(new, number, tuple(changes), tuple(comparison.small)))
    return versions


def _version(
    state: Article, number: int, changes: tuple[ParagraphChange, ...] = (), small: tuple[tuple[str, str], ...] = ()
) -> Version:
    told = {ParagraphChangeKind.ADDED, ParagraphChangeKind.REWRITTEN}
    return Version(
        article=state.article,
        version=number,
        published=state.updated or state.published,
        captured=state.source.captured,
        changed=tuple(change.span for change in changes if change.kind in told and change.span is not None),
        changes=changes,
        small_changes=small,
    )
