"""What the served lists, searches and profiles show."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.report.account_views import UtteranceView
from firsthand.report.marking import Piece
from firsthand.report.page_views import FrontStoryView
from firsthand.report.times import TimeView
from firsthand.report.views import ArticleRef, PairView, QuotationView

__all__ = [
    "FilterView",
    "HitView",
    "ListedFigureView",
    "NamedView",
    "OutletView",
    "PagerView",
    "PersonView",
    "SaidView",
    "SearchView",
    "ShareView",
    "StorylineView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PagerView:
    """Where a page stands in a list."""

    position: str
    previous: str | None  # addresses
    next: str | None

    @property
    def is_needed(self) -> bool:
        """Whether there is another page."""
        return bool(self.previous or self.next)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterView:
    """The form that narrows the list of stories, as it was filled in."""

    first: str
    last: str
    outlet: str
    entity: str
    language: str
    order: str
    outlets: tuple[str, ...]  # to choose from
    languages: tuple[tuple[str, str], ...]  # code and name
    is_on: bool
    found: str  # how many fit, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedView:
    """A name with its page."""

    name: str
    href: str | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HitView:
    """One article that a search found."""

    ref: ArticleRef
    pieces: tuple[Piece, ...]
    before: bool
    after: bool
    href: str | None  # at the first hit of the snippet
    story_title: str | None
    story_href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFigureView:
    """One number that a search found."""

    what: str
    relation: str
    relation_words: str
    values: str
    href: str | None
    story_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """What a search found."""

    query: str
    problem: str | None  # why nothing was looked for
    hits: tuple[HitView, ...]
    matches: str
    is_all: bool
    ranked: str
    names: tuple[NamedView, ...]
    names_left_out: int
    outlets: tuple[NamedView, ...]
    figures: tuple[ListedFigureView, ...]
    is_annotated: bool
    pager: PagerView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StorylineView:
    """One storyline."""

    title: str
    href: str | None
    when: str
    counted: str
    stories: tuple[NamedView, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareView:
    """Of whom the text of an outlet is, in one month or in all."""

    label: str
    articles: int
    own: str  # shares in words
    agency: str
    copied: str
    own_without: str  # of the text that is from no agency
    bars: tuple[tuple[str, float, float], ...]  # name, x and width in the picture


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """One outlet."""

    outlet: str
    looked_at: str
    total: ShareView
    months: tuple[ShareView, ...]
    description: str
    lenders: tuple[NamedView, ...]
    quoted: tuple[NamedView, ...]
    is_annotated: bool
    habits: tuple[NamedView, ...]
    pairs: tuple[PairView, ...]
    articles: tuple[ArticleRef, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidView:
    """One saying at its time."""

    day: TimeView | None
    utterance: UtteranceView | None
    quotation: QuotationView | None
    stories: tuple[NamedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """One person, place or body."""

    entity: str
    href: str | None
    name: str
    label: str
    also: str
    counted: str
    sayings: tuple[SaidView, ...]
    looked_at: int | None  # how many articles were looked through, where not all were
    stories: tuple[FrontStoryView, ...]
    stories_left_out: int
