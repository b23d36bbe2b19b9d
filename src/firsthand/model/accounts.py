"""The accounts of one story side by side."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model.span import Span

__all__ = [
    "Coverage",
    "Event",
    "Figure",
    "FigureValue",
    "Happening",
    "Statement",
    "StatementSentence",
    "Utterance",
    "UtteranceInstance",
    "Wording",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One dated line of a timeline: the export kind `timeline`."""

    story: str
    storyline: str | None = None
    date: str  # ISO day or month; the resolved value of the time expression
    earliest: str
    latest: str
    article: str  # the article whose sentence leads
    span: Span  # that sentence
    time_span: Span | None = None  # the time expression in it
    status: str  # happened planned denied
    origins: tuple[str, ...] = ()
    supports: tuple[tuple[str, Span], ...] = ()  # the sentences of other articles that tell the same


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceInstance:
    """One quotation of an utterance."""

    quotation: str
    article: str
    origin: str | None
    span: Span
    kind: str
    alteration: str  # verbatim truncated spliced reworded translated made_indirect hedge_removed other_speaker
    changed: tuple[Span, ...] = ()
    speaker_as_written: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """The quotations, or sentences of them, that report one and the same saying."""

    utterance: str
    stories: tuple[str, ...]
    speaker: str | None
    speaker_name: str | None
    origins: tuple[str, ...]
    instances: tuple[UtteranceInstance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureValue:
    """One value of a figure, as one article tells it."""

    article: str
    origin: str | None
    span: Span
    value: float | str
    qualifier: str | None = None
    unit: str | None = None
    attributed_to: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One quantity or date as told by several articles."""

    figure: str
    stories: tuple[str, ...]
    what: str
    kind: str  # count money date age distance percent other
    relation: str  # agree precision update contradiction
    reason: str
    origins: tuple[str, ...]
    values: tuple[FigureValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSentence:
    """One sentence of a statement."""

    article: str
    origin: str | None
    span: Span
    credited_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Aligned sentences of several articles that say, or dispute, the same thing."""

    statement: str
    stories: tuple[str, ...]
    relation: str  # same differs
    sentences: tuple[StatementSentence, ...]
    origins: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What one outlet did with one statement."""

    story: str
    statement: str
    outlet: str
    status: str  # reported, cut, not mentioned, published before, unknown
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How an edited passage stands in two articles. Typo-sized changes are set aside."""

    story: str | None
    a: str
    b: str
    a_span: Span
    b_span: Span
    direction: str
    only_a: tuple[str, ...] = ()  # words that stand in a alone
    only_b: tuple[str, ...] = ()
    differs: tuple[tuple[str, str], ...] = ()  # words of a, and what stands in b in their place
    only_a_spans: tuple[Span, ...] = ()
    only_b_spans: tuple[Span, ...] = ()
    differs_spans: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom, when, where."""

    event: str
    story: str
    article: str
    span: Span
    type: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    time: str | None = None
    place: str | None = None
    status: str  # happened planned denied hypothetical
