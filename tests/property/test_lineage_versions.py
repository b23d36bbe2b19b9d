"""Versions: whatever two states hold, their changes lead from the one to the other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.lineage import compare_versions
from firsthand.model import Article, ParagraphChangeKind, Source, Span

WORDS = st.sampled_from(
    "the ferry ran aground on Tuesday two three hurt Harrowmere Merganser said 9 10 colour 渡轮".split()
)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=9).map(" ".join), max_size=8)


def state(lines: list[str]) -> Article:
    text = "\n".join(lines)
    body = (Span(0, len(text)),) if text else ()
    return Article(article="a", text=text, body=body, source=Source(sha256="", bytes_kept=0))


@settings(max_examples=60, deadline=None)
@given(LINES, LINES)
def test_every_paragraph_is_accounted_for(before, now):
    old, new = state(before), state(now)
    version = compare_versions([old, new])[1]
    for change in version.changes:
        for span, words, text in (
            (change.span, change.words, new.text),
            (change.span_before, change.words_before, old.text),
        ):
            assert (span is None) == (words is None)
            assert span is None or text[slice(*span)] == words
        assert all(
            change.span and change.span.start <= each.start < each.end <= change.span.end for each in change.inserted
        )
    kinds = [change.kind for change in version.changes]
    gained = kinds.count(ParagraphChangeKind.ADDED) - kinds.count(ParagraphChangeKind.REMOVED)
    broken = sum("\n" in pair[0] or "\n" in pair[1] for pair in version.small_changes)
    assert broken or gained == len(now) - len(before)
    assert [change.span.start for change in version.changes if change.span] == sorted(
        change.span.start for change in version.changes if change.span
    )


@settings(max_examples=30, deadline=None)
@given(LINES)
def test_the_same_state_has_no_change(lines):
    version = compare_versions([state(lines), state(lines)])[1]
    assert (version.changes, version.small_changes, version.changed) == ((), (), ())
