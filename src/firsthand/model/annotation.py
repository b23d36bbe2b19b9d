"""What the language stage reads from one article's text."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.model.span import Span

__all__ = [
    "Annotation",
    "ArticleNames",
    "Entity",
    "EntityLinks",
    "Mention",
    "NameUse",
    "Quantity",
    "Quotation",
    "TimeExpression",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A stretch of text that names a time, with its TIMEX3 type and value.

    Source: TimeML 1.2.1; ISO 8601.
    """

    article: str
    span: Span
    type: str  # DATE TIME DURATION SET
    value: str  # TIMEX3 value: "2017-11-01", "2017-W44", "P3D", "PRESENT_REF"
    earliest: str | None = None  # ISO day, inclusive; None for durations, sets and vague references
    latest: str | None = None  # ISO day, inclusive


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in an article."""

    article: str
    span: Span
    label: str  # PERSON ORG GPE LOC NORP FAC EVENT ...
    form: str | None = None  # the fullest form of the name in its article
    entity: str | None = None  # set by entity linking
    name: str | None = None  # the entity's name; `form` where it has none


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Who or what several mentions stand for, across articles."""

    entity: str
    name: str
    label: str
    aliases: tuple[str, ...] = ()
    articles: int  # in how many articles it is named
    code: str | None = None  # ISO 3166 or GeoNames id
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """How often one article uses a name under one label."""

    name: str  # the fullest form that the article has for it
    label: str
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleNames:
    """All of an article's annotation that telling who is who needs.

    Attributes:
        article: Its id.
        uses: By name and label.
        speakers: Names of speakers that no mention has, in order.
    """

    article: str
    uses: tuple[NameUse, ...] = ()
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityLinks:
    """Entities of an archive, and which name in which article stands for which.

    `entity_of` maps an article and the fullest form that it has for a name to an entity id; `name_of` an entity id to
    the entity's name.
    """

    entities: tuple[Entity, ...] = ()
    entity_of: dict[str, dict[str, str]] = field(default_factory=dict)
    name_of: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Reported speech, thought, plan or act.

    Source: PARC 3.0 attribution relations (content, cue, source).
    """

    quotation: str
    article: str
    span: Span  # extent of the content, without the quote marks
    spans: tuple[Span, ...]  # its parts, without marks, cue and source
    kind: str  # direct indirect mixed
    act: str = "said"  # said thought planned did
    cue_span: Span | None = None
    source_span: Span | None = None
    speaker_form: str | None = None  # the fullest form of the speaker's name in the article
    speaker: str | None = None  # entity id
    speaker_name: str | None = None  # the entity's name; `speaker_form` where it has none
    chain: tuple[Span, ...] = ()  # from the source as written to the name it stands for
    why_null: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with what it counts.

    A range is "low-high" in plain decimals, a score or odds the two numbers as written ("3-1"), a share ("two-thirds",
    "one in five") a number between 0 and 1; a vague number keeps its words ("dozens"). Money is in whole units of its
    currency, whatever scale the text writes it in.
    """

    article: str
    span: Span  # from the qualifier to what is counted
    value: float | str
    qualifier: str | None = None  # as written, in lower case: "at least", "up to"; see `lexicon.number_words`
    unit: str | None = None  # see `lexicon.units`: "km", "years", ISO 4217 for money
    of: str | None = None  # noun with modifiers, and what happened to people: "crew members killed"
    # count money age distance percent weight area volume temperature speed duration ordinal ratio score other
    kind: str
    attributed_to: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What the language stage puts out for one article."""

    article: str
    sentences: tuple[Span, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    skipped: str | None = None  # why the article was not annotated: "no model for Russian (ru)"
