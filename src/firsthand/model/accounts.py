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
    "Label",
    "Statement",
    "StatementDifference",
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

    quotation: str | None  # None where the words stand there and no quotation was found round them
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
class StatementDifference:
    """Words of two sentences of one statement of which one stands in the place of the other."""

    kind: str  # who where when order cause negation attribution act degree
    a: str
    a_span: Span
    b: str
    b_span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Aligned sentences of several articles that say, or dispute, the same thing; or what one origin alone tells."""

    statement: str
    stories: tuple[str, ...]
    relation: str  # same differs
    sentences: tuple[StatementSentence, ...]  # the fullest of the most printed first, then by article and place
    origins: tuple[str, ...]
    outlets: tuple[str, ...]
    told_by: str = "several"  # all, several, one: of the origins whose articles were read
    rests_on: str | None = None  # the one named source that every origin credits for it, where they do
    differs_in: tuple[str, ...] = ()  # kinds of its differences, each once
    differences: tuple[StatementDifference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What one outlet did with one statement."""

    story: str
    statement: str
    outlet: str
    status: str  # reported, cut, not mentioned, published before, unknown
    evidence: tuple[str, ...] = ()  # in words
    articles: tuple[str, ...] = ()  # the outlet's articles of the story: those that were looked through
    places: tuple[tuple[str, Span], ...] = ()  # what the cell opens: the sentences that tell it, or that were cut


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
class Label:
    """By which word one outlet calls a person or a group, where not all choose the same."""

    stories: tuple[str, ...]
    kind: str  # person group
    subject: str  # the person's name; of a group what it is, in the program's words
    words: str  # in lower case, of a group in the singular
    outlet: str  # the article's id where the outlet is not known
    own_words: int  # times in the outlet's own words
    quoted: int  # times in words that it quotes
    places: tuple[tuple[str, Span], ...]


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
