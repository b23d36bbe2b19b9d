"""What whole pages show."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.report.account_views import CalledView, CoverageView, FigureView, SpeakerView
from firsthand.report.marking import Piece
from firsthand.report.times import TimeView
from firsthand.report.views import (
    ArticleRef,
    ArticleView,
    HappeningView,
    LineageRow,
    OriginView,
    PairView,
    PictureView,
    RelatedView,
    SourceView,
    StripView,
)

__all__ = ["FrontStoryView", "StoryView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story."""

    story: str
    href: str | None
    number: int
    title: str
    title_language: str | None
    day: TimeView | None
    headline_number: str
    summary: SourceView | None  # the sentence that most origins support, in the text that stands round it
    summary_sentence: tuple[Piece, ...]
    strip: StripView | None
    notes: tuple[tuple[str, dict[str, str]], ...]  # keys of the catalogue with their values
    timeline: tuple[HappeningView, ...]
    timeline_left_out: int
    coverage: CoverageView
    figures: tuple[FigureView, ...]
    figures_left_out: int
    speakers: tuple[SpeakerView, ...]
    quotations_left_out: int
    called: tuple[CalledView, ...]
    called_left_out: int
    pairs: tuple[PairView, ...]
    pairs_left_out: int
    picture: PictureView | None
    lineage: tuple[LineageRow, ...]
    lineage_left_out: int
    changed: tuple[ArticleRef, ...]  # articles of which several states are known
    origins: tuple[OriginView, ...]
    related: tuple[RelatedView, ...]
    storyline_href: str | None  # the page of its storyline
    articles: tuple[ArticleView, ...]
    articles_left_out: int
    annotated: bool  # whether any article was read for names, times and quotations


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontStoryView:
    """One story in the list."""

    title: str
    language: str | None
    day: TimeView | None
    headline_number: str
    strip: StripView | None
    href: str | None
    storyline_stories: int  # how many stories its storyline has; 0 where it has none
