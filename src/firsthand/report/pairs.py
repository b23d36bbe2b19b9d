"""Copied and reworded passages side by side, and the table of who has whose text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from firsthand.model import Direction, Lineage, Passage, Relation, Span, Wording, overlap_length
from firsthand.report.article_view import OWN_LABELS
from firsthand.report.context import StoryContext, order_of_publication, percent
from firsthand.report.lineage_choice import MOST_PAIRS, Pair, choose_pairs, rank_lineages
from firsthand.report.links import pair_anchor
from firsthand.report.marking import Mark, Piece, cut_pieces
from firsthand.report.views import LineageRow, PairView, PassageView
from firsthand.report.visible import shorten

__all__ = ["MOST_ROWS", "view_lineage_rows", "view_pairs"]

MOST_ROWS = 150
_MOST_PASSAGES, _FEW_PASSAGES = 12, 4  # of one pair, and of one that only the picture needs
_MOST_WHOLE = 12  # pairs whose texts are shown whole, in a report with full texts
_MOST_CHANGES = 12  # of one passage, in words; all are marked
_LONGEST_CHANGE = 90
_SMALL_THINGS = 0.98  # similarity above which an edited passage without a word changed differs in marks and typing only

R = TypeVar("R", Passage, Wording)


@dataclass(frozen=True, slots=True)
class _Sides:
    """Two articles in the order in which they are shown: the one that had the text first stands left, where known."""

    left: str
    right: str
    swapped: bool  # whether left is b of the record
    known: bool  # whether the direction is known

    @classmethod
    def of(cls, a: str, b: str, direction: str, context: StoryContext) -> _Sides:
        if direction in {Direction.A_TO_B, Direction.B_TO_A}:
            swapped = direction == Direction.B_TO_A
        else:
            rows = [context.articles[article] for article in (a, b)]
            swapped = order_of_publication(rows[1]) < order_of_publication(rows[0])
        left, right = (b, a) if swapped else (a, b)
        return cls(left, right, swapped, direction in {Direction.A_TO_B, Direction.B_TO_A})


def _summary(link: Lineage, sides: _Sides, context: StoryContext) -> str:
    words = context.words
    if sides.known:
        relation = words.say(f"lineage.relation.{Relation(link.relation).value}")
        said = words.say("lineage.direction.from_first", relation=relation)
        is_told = link.via is None or link.via == context.reference(sides.left).outlet
        return said if is_told else words.say("lineage.via", said=said, via=link.via)
    if link.direction == Direction.COMMON_SOURCE:
        if link.via:
            return words.say("lineage.direction.common_via", via=link.via)
        return words.say("lineage.direction.common")
    if not link.containment_a and not link.containment_b:
        return words.say("lineage.direction.captions")
    return words.say("lineage.direction.unknown")


def _row(link: Lineage, context: StoryContext, hrefs: Mapping[Pair, str]) -> LineageRow:
    sides = _Sides.of(link.a, link.b, link.direction, context)
    shares = (link.containment_b, link.containment_a) if sides.swapped else (link.containment_a, link.containment_b)
    return LineageRow(
        left=context.reference(sides.left),
        right=context.reference(sides.right),
        summary=_summary(link, sides, context),
        share_left=percent(shares[0]),
        share_right=percent(shares[1]),
        evidence=context.in_names(link.evidence),
        href=hrefs.get((link.a, link.b)),
    )


def view_lineage_rows(context: StoryContext, hrefs: Mapping[Pair, str]) -> tuple[tuple[LineageRow, ...], int]:
    """The table twin of the picture, the largest shares first, and how many rows are left out.

    Args:
        context: The story.
        hrefs: Where pairs stand side by side.
    """
    links = rank_lineages(context)
    return tuple(_row(link, context, hrefs) for link in links[:MOST_ROWS]), max(0, len(links) - MOST_ROWS)


# --- passages ------------------------------------------------------------------------------------------------


def _mark_changes(wording: Wording, sides: _Sides) -> tuple[list[Mark], list[Mark]]:
    only_a = [*wording.only_a_spans, *(a for a, _ in wording.differs_spans)]
    only_b = [*wording.only_b_spans, *(b for _, b in wording.differs_spans)]
    left, right = (only_b, only_a) if sides.swapped else (only_a, only_b)
    return [Mark(span, "changed") for span in left], [Mark(span, "changed") for span in right]


def _changes(wording: Wording, sides: _Sides, context: StoryContext) -> tuple[str, ...]:
    """The changes in words. Called added or left out only where it is known who had the text first."""
    words = context.words
    only_left, only_right = (wording.only_b, wording.only_a) if sides.swapped else (wording.only_a, wording.only_b)
    left, right = context.name(sides.left), context.name(sides.right)
    known = wording.direction in {Direction.A_TO_B, Direction.B_TO_A}
    gone = words.say("passages.removed_by", outlet=right) if known else words.say("passages.only_in", outlet=left)
    new = words.say("passages.added_by", outlet=right) if known else words.say("passages.only_in", outlet=right)
    lines = [f"{gone}: “{shorten(phrase, _LONGEST_CHANGE)}”" for phrase in only_left]
    lines += [f"{new}: “{shorten(phrase, _LONGEST_CHANGE)}”" for phrase in only_right]
    for in_a, in_b in wording.differs:
        one, other = (in_b, in_a) if sides.swapped else (in_a, in_b)
        lines.append(
            words.say("passages.differs", left=shorten(one, _LONGEST_CHANGE), right=shorten(other, _LONGEST_CHANGE))
        )
    return tuple(lines[:_MOST_CHANGES])


def _view_passage(
    passage: Passage, wordings: Sequence[Wording], sides: _Sides, context: StoryContext
) -> PassageView | None:
    left_marks: list[Mark] = []
    right_marks: list[Mark] = []
    changes: list[str] = []
    for wording in wordings:
        marks = _mark_changes(wording, sides)
        left_marks += marks[0]
        right_marks += marks[1]
        changes += _changes(wording, sides, context)
    spans: tuple[Span, Span] = (passage.b_span, passage.a_span) if sides.swapped else (passage.a_span, passage.b_span)
    left = context.source(sides.left, spans[0], left_marks)
    right = context.source(sides.right, spans[1], right_marks)
    if left is None or right is None:
        return None
    kind = str(passage.kind)
    return PassageView(
        kind=context.words.say(f"passages.kind.{kind}"),
        same=kind == "verbatim" and not changes,
        left=left,
        right=right,
        changes=tuple(changes[:_MOST_CHANGES]),
        small=kind != "verbatim" and not changes and passage.similarity >= _SMALL_THINGS,
    )


def _length(passage: Passage) -> int:
    return passage.a_span.end - passage.a_span.start


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two articles share."""

    link: Lineage | None
    passages: Sequence[Passage]
    wordings: Sequence[Wording]


def _whole_texts(shared: _Shared, sides: _Sides, context: StoryContext) -> tuple[tuple[Piece, ...], ...]:
    """Both texts whole: what both have and what differs in it marked, what is not the report itself pale."""
    marks: tuple[list[Mark], list[Mark]] = ([], [])
    for wording in shared.wordings:
        for side, found in zip(marks, _mark_changes(wording, sides), strict=True):
            side.extend(found)
    for passage in shared.passages:
        spans = (passage.b_span, passage.a_span) if sides.swapped else (passage.a_span, passage.b_span)
        for side, span in zip(marks, spans, strict=True):
            side.append(Mark(span, "cited"))
    texts = []
    for article, side in zip((sides.left, sides.right), marks, strict=True):
        row = context.articles[article]
        segments = context.dossier.segments.get(article, ())
        side.extend(Mark(segment.span, "aside") for segment in segments if segment.label not in OWN_LABELS)
        texts.append(cut_pieces(row.text, Span(0, len(row.text)), side))
    return tuple(texts)


def _view_pair(shared: _Shared, place: int, context: StoryContext) -> PairView | None:
    link, passages = shared.link, shared.passages
    a, b = passages[0].a, passages[0].b
    sides = _Sides.of(a, b, link.direction if link else Direction.UNKNOWN, context)
    row = _row(link, context, {}) if link else None
    # The reworded ones say most, then the longest; shown in the order in which they stand in the left text.
    ranked = sorted(passages, key=lambda passage: (passage.kind != "edited", -_length(passage), passage.a_span))
    most = _MOST_PASSAGES if place <= MOST_PAIRS else _FEW_PASSAGES
    chosen = sorted(ranked[:most], key=lambda passage: passage.b_span if sides.swapped else passage.a_span)
    # Captions come after what counts.
    chosen.sort(key=lambda passage: passage.kind == "caption")
    views = []
    for passage in chosen:
        inside = [wording for wording in shared.wordings if overlap_length(wording.a_span, passage.a_span)]
        views.append(_view_passage(passage, inside, sides, context))
    shown = tuple(view for view in views if view is not None)
    if not shown:
        return None
    return PairView(
        left=context.reference(sides.left),
        right=context.reference(sides.right),
        left_name=context.name(sides.left),
        right_name=context.name(sides.right),
        directed=sides.known,
        summary=row.summary if row else context.words.say("lineage.direction.little"),
        shares=context.words.say("passages.shares", left=row.share_left, right=row.share_right) if row else "",
        evidence=row.evidence if row else (),
        passages=shown,
        not_shown=max(0, len(passages) - most),
        anchor=pair_anchor(context.number, place),
        texts=_whole_texts(shared, sides, context) if context.options.full_text and place <= _MOST_WHOLE else (),
    )


def _by_pair(records: Iterable[R], context: StoryContext) -> dict[Pair, list[R]]:
    pairs: dict[Pair, list[R]] = {}
    for record in records:
        if record.a in context.articles and record.b in context.articles:
            pairs.setdefault((record.a, record.b), []).append(record)
    return pairs


def view_pairs(
    context: StoryContext, chosen: tuple[Sequence[Pair], int] | None = None
) -> tuple[tuple[PairView, ...], int]:
    """Pairs of articles with their passages side by side, the largest shares first, and how many are left out.

    Args:
        context: The story.
        chosen: What `choose_pairs` chose; None to choose here.
    """
    pairs, left_out = chosen or choose_pairs(context)
    passages = _by_pair(context.dossier.passages, context)
    wordings = _by_pair(context.dossier.wordings, context)
    links = {(link.a, link.b): link for link in rank_lineages(context)}
    views = (
        _view_pair(_Shared(links.get(pair), passages[pair], wordings.get(pair, [])), place, context)
        for place, pair in enumerate(pairs, start=1)
    )
    return tuple(view for view in views if view is not None), left_out
