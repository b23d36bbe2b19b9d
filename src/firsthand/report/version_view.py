"""The states of an article that changed after publication, and what changed from each to the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from firsthand.model import ParagraphChange, ParagraphChangeKind, Span, Version
from firsthand.report.context import StoryContext
from firsthand.report.marking import Mark, Piece, cut_pieces, shorten_pieces
from firsthand.report.times import view_time
from firsthand.report.views import ChangeView, VersionView
from firsthand.report.visible import shorten
from firsthand.report.words import ENGLISH, Words

__all__ = ["summarise_changes", "view_versions"]

MOST_VERSIONS = 40  # of one article, the latest; the archive has all
_MOST_CHANGES = 60  # of one state
_MOST_SMALL = 30
_LONGEST_WORDS = 700  # characters of one stretch of a paragraph that are shown
_LONGEST_SMALL = 90
_MOVED_WORDS = 160  # of a paragraph that only moved


def _pieces(words: str | None, span: Span | None, marked: Sequence[Span], kind: str) -> tuple[Piece, ...]:
    """A paragraph with what is new or gone marked; spans are those of the whole text."""
    if words is None:
        return ()
    start = span.start if span else 0
    marks = [Mark(Span(each.start - start, each.end - start), kind) for each in marked]
    return shorten_pieces(cut_pieces(words, Span(0, len(words)), marks), _LONGEST_WORDS)


def _whole(words: str | None, kind: str) -> tuple[Piece, ...]:
    return shorten_pieces((Piece(text=words, kinds=(kind,)),), _LONGEST_WORDS) if words else ()


def _view_change(change: ParagraphChange, context: StoryContext) -> ChangeView:
    kinds = ParagraphChangeKind
    before = _pieces(change.words_before, change.span_before, change.deleted, "deleted")
    now = _pieces(change.words, change.span, change.inserted, "inserted")
    if change.kind == kinds.ADDED:
        now = _whole(change.words, "inserted")
    elif change.kind == kinds.REMOVED:
        before = _whole(change.words_before, "deleted")
    elif change.kind == kinds.MOVED:
        before, now = (), (Piece(text=shorten(change.words or "", _MOVED_WORDS)),)
    kind = kinds(change.kind).value
    return ChangeView(kind=kind, label=context.words.say(f"versions.kind.{kind}"), before=before, now=now)


def summarise_changes(version: Version, words: Words = ENGLISH) -> str:
    """What changed in this state, in one line: "headline changed, 2 paragraphs added; 3 small changes set aside"."""
    if version.version == 1:
        return words.say("versions.first")
    order = list(ParagraphChangeKind)
    kinds = sorted((ParagraphChangeKind(change.kind) for change in version.changes), key=order.index)
    parts = [words.count(f"versions.count.{kind.value}", len(list(same))) for kind, same in groupby(kinds)]
    said = ", ".join(parts) or words.say("versions.nothing")
    if version.small_changes:
        said = f"{said}; {words.count('versions.count.small', len(version.small_changes))}"
    return said


def _view_version(version: Version, context: StoryContext) -> VersionView:
    words = context.words
    small = [
        words.say("versions.small_change", before=shorten(before, _LONGEST_SMALL), now=shorten(now, _LONGEST_SMALL))
        for before, now in version.small_changes[:_MOST_SMALL]
    ]
    captured = view_time(version.captured, words).words if version.captured else None
    return VersionView(
        number=version.version,
        published=view_time(version.published, words) if version.published else None,
        captured=words.say("versions.captured", time=captured) if captured else None,
        summary=summarise_changes(version, words),
        changes=tuple(_view_change(change, context) for change in version.changes[:_MOST_CHANGES]),
        changes_left_out=max(0, len(version.changes) - _MOST_CHANGES),
        small=tuple(small),
        small_left_out=max(0, len(version.small_changes) - _MOST_SMALL),
    )


def view_versions(article: str, context: StoryContext) -> tuple[VersionView, ...]:
    """The states of `article`, the first known one first; none where it has only one."""
    versions = sorted(context.dossier.versions.get(article, ()), key=lambda version: version.version)
    return tuple(_view_version(version, context) for version in versions[-MOST_VERSIONS:])
