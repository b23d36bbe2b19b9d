"""What the pages show of the accounts of a story side by side: its numbers, who said what, statement by outlet."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.report.marking import Piece
from firsthand.report.views import ArticleRef, OriginMark, QuotationView, SourceView

__all__ = [
    "CallView",
    "CalledView",
    "CellView",
    "ColumnView",
    "CoverageView",
    "FigureView",
    "SpeakerView",
    "StatementView",
    "TellingView",
    "UtteranceView",
    "VariantView",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingView:
    """One value of a number, with those who give it."""

    value: str  # as the first of them writes it, with its qualifier
    named: str  # who gives it, in a few words
    when: str | None  # against the first telling shown: "an hour earlier"
    credited: str | None  # to whom they credit it
    as_of: str | None
    told_by: str
    origins: tuple[OriginMark, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """One number as told by several articles."""

    what: str
    relation: str  # agree precision update contradiction other
    relation_words: str
    difference: str  # the whole of it in one sentence
    reason: str
    tellings: tuple[TellingView, ...]
    tellings_left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantView:
    """Another wording of the same saying."""

    pieces: tuple[Piece, ...]  # what is changed is marked
    how: str | None  # what is different, in words; None where nothing is
    in_marks: bool  # whether it stands as direct speech
    language: str | None
    told_by: str
    origins: tuple[OriginMark, ...]
    named: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceView:
    """One saying in all its wordings; the first is the fullest that stands as it was said."""

    variants: tuple[VariantView, ...]
    variants_left_out: int
    told_by: str
    origins: tuple[OriginMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """One speaker, or those who are not known."""

    name: str
    known: bool
    href: str | None  # the page of that person or body
    utterances: tuple[UtteranceView, ...]
    quotations: tuple[QuotationView, ...]  # what was not joined with any other


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """One word by which one outlet calls somebody."""

    outlet: str
    words: str
    times: str  # how often in its own words, and in words that it quotes
    origins: tuple[OriginMark, ...]
    sources: tuple[SourceView, ...]
    sources_left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledView:
    """One person or group, and what each outlet calls them."""

    name: str
    line: str  # all of it in one line
    calls: tuple[CallView, ...]
    calls_left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnView:
    """One outlet of the table."""

    outlet: str
    origin: OriginMark | None
    begins: int  # how many columns its origin has, where it is the first of them; else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """What one outlet did with one statement."""

    status: str  # reported cut absent before unknown
    words: str
    href: str | None  # the exact characters
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """One statement: a row of the table, and its sentences."""

    number: int  # 1-based place on the page
    sentence: tuple[Piece, ...]
    language: str | None
    lead: ArticleRef  # whose sentence that is
    differs: bool  # the sentences dispute one another
    told_by: str
    origins: tuple[OriginMark, ...]
    credited: str | None  # the one person or body that it rests on
    differences: tuple[str, ...]  # what stands in the place of what
    cells: tuple[CellView, ...]
    sources: tuple[SourceView, ...]
    sources_left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """Statement by outlet."""

    columns: tuple[ColumnView, ...]
    columns_left_out: int
    statements: tuple[StatementView, ...]  # what several origins tell
    statements_left_out: int
    alone: tuple[StatementView, ...] = ()  # what one origin alone tells; without cells
    alone_left_out: int = 0
