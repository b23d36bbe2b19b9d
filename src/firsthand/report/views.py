"""What the templates show: everything already in the reader's words, nothing escaped yet."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.report.marking import Piece
from firsthand.report.times import TimeView

__all__ = [
    "ArrowView",
    "ArticleRef",
    "ArticleView",
    "BandView",
    "ChangeView",
    "DateView",
    "HappeningView",
    "LineageRow",
    "NodeView",
    "OriginMark",
    "OriginView",
    "PairView",
    "PassageView",
    "PictureView",
    "QuotationView",
    "RelatedView",
    "SourceView",
    "StripView",
    "VersionView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginMark:
    """The sign of an origin: a letter, and a colour and shape that repeat after six."""

    letter: str
    shape: int  # 1 to 6
    name: str
    mixed: bool = False
    href: str | None = None  # its evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRef:
    """An article named in one line."""

    article: str
    outlet: str  # or the words for "not known"
    outlet_known: bool
    headline: str
    language: str | None
    published: TimeView | None
    origin: OriginMark | None
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """Characters of an article, marked, with some of what stands round them."""

    ref: ArticleRef
    pieces: tuple[Piece, ...]
    before: bool  # whether text stands before what is shown
    after: bool
    href: str | None  # the article at these characters
    address: str | None = None  # at the outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningView:
    """One dated line."""

    time: TimeView
    between: str | None
    status: str
    status_words: str
    sentence: tuple[Piece, ...]
    language: str | None
    told_by: str
    origins: tuple[OriginMark, ...]
    source: SourceView
    supports: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationView:
    """The same words of one speaker, wherever they stand."""

    pieces: tuple[Piece, ...]
    partly: bool  # whether some of it is the article's own words
    language: str | None
    notes: tuple[str, ...]
    told_by: str
    origins: tuple[OriginMark, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """Text that stands in two articles."""

    kind: str
    same: bool  # word for word: shown once
    left: SourceView
    right: SourceView
    changes: tuple[str, ...]
    small: bool  # edited, but in small things only


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two articles that share text; `left` had it first where that is known."""

    left: ArticleRef
    right: ArticleRef
    left_name: str
    right_name: str
    directed: bool  # whether it is known who had the text first
    summary: str
    shares: str
    evidence: tuple[str, ...]
    passages: tuple[PassageView, ...]
    not_shown: int
    anchor: str
    texts: tuple[tuple[Piece, ...], ...]  # both whole, left and right; empty where excerpts are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageRow:
    """One row of the table twin of the picture."""

    left: ArticleRef
    right: ArticleRef
    summary: str
    share_left: str
    share_right: str
    evidence: tuple[str, ...]
    href: str | None  # the two texts side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeView:
    """An article, or a source outside the archive, in the picture."""

    x: float
    y: float
    label: str
    under: str
    full: str
    share: str  # of its text that stands in one other; empty for none
    mark: OriginMark | None
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrowView:
    """Copied text in the picture."""

    path: str
    head: str | None  # points of the arrow's head; None where no direction is known
    width: float
    broken: bool
    shape: int  # colour of the origin it comes from; 0 where it comes from outside
    title: str
    href: str | None  # the two texts side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class BandView:
    """The stretch of the picture that belongs to one origin."""

    y: float
    height: float
    shape: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """The lineage, laid out."""

    number: int
    width: float
    height: float
    roomy: bool  # whether a row has two lines of words
    labels_x: float  # left edge of the names
    labels_width: float
    shares_x: float  # right edge of the shares
    description: str
    ticks: tuple[tuple[float, str], ...]  # x and words; no words where there is no room
    unknown_x: float | None
    in_utc: bool  # whether the ticks are in UTC, as the articles' time zones differ
    bands: tuple[BandView, ...]
    nodes: tuple[NodeView, ...]
    arrows: tuple[ArrowView, ...]
    not_drawn: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginView:
    """One account."""

    mark: OriginMark
    members: tuple[ArticleRef, ...]
    mixed_words: str | None
    inferred: bool
    evidence: tuple[str, ...]
    anchor: str
    counted: str  # how many articles
    pairs: tuple[tuple[str, str], ...]  # words and address: its texts side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class DateView:
    """One date that was found for "published"."""

    raw: str
    where: str
    value: str
    chosen: bool
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """One paragraph, or the headline, in two states of an article."""

    kind: str  # headline added removed rewritten moved
    label: str
    before: tuple[Piece, ...]  # empty where it was added
    now: tuple[Piece, ...]  # empty where it was removed


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """One state of an article, and what changed against the one before."""

    number: int
    published: TimeView | None
    captured: str | None
    summary: str
    changes: tuple[ChangeView, ...]
    changes_left_out: int
    small: tuple[str, ...]  # what was set aside
    small_left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """One article with what it says of itself."""

    ref: ArticleRef
    anchor: str
    facts: tuple[tuple[str, str], ...]  # name and value
    address: str | None
    dates: tuple[DateView, ...]
    versions: tuple[VersionView, ...]  # empty where one state is known
    text: tuple[Piece, ...]  # empty where full texts are not shown
    shown_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedView:
    """Another story of the storyline."""

    title: str
    day: TimeView | None
    href: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StripView:
    """One cell an article, grouped by origin: the headline number as a picture."""

    width: float
    cells: tuple[tuple[float, int, bool], ...]  # x, shape of the origin, whether it is mixed
    description: str
