"""What is looked up in an archive: lists, hits and profiles, made of records and never exported as they are."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model.accounts import Utterance, Wording
from firsthand.model.annotation import Annotation, Entity
from firsthand.model.article import ArticleRow
from firsthand.model.lineage import Lineage, Passage
from firsthand.model.span import Span

__all__ = [
    "ListedFigure",
    "ListedStory",
    "ListedStoryline",
    "MonthShares",
    "Neighbours",
    "OutletHabit",
    "OutletProfile",
    "PersonProfile",
    "SearchHit",
    "SearchPage",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedStory:
    """One story as lists need it."""

    story: str
    title: str
    date: str | None
    articles: int
    origins: int
    storyline: str | None
    outlets: tuple[str, ...]  # sorted
    languages: tuple[str, ...] = ()  # sorted; none where they were not read
    first_run: int = 0  # the run that took in its first article
    last_run: int = 0  # the run that took in its last article, or a new state of one
    origins_before: int | None = None  # without what the last run brought; None where that changed nothing
    figures_changed: tuple[str, ...] = ()  # numbers to which the last run brought another value


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedStoryline:
    """One storyline as lists need it."""

    storyline: str
    stories: tuple[str, ...]  # by date, those without a day last
    title: str  # of its story with the most origins
    first: str | None  # days
    last: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFigure:
    """One number as lists need it."""

    figure: str
    what: str
    relation: str
    stories: tuple[str, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One article that matches a query."""

    article: str
    outlet: str | None
    headline: str | None
    published: str | None
    story: str | None
    snippet: str  # the characters of `snippet_span`, as they stand in the text
    snippet_span: Span | None  # None where the text is empty
    marks: tuple[Span, ...] = ()  # every hit in the text, in order; none where only the headline matches


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """Part of what a query finds."""

    hits: tuple[SearchHit, ...]
    matches: int  # how many were ranked
    is_all: bool  # whether no other article matches


@dataclass(slots=True, kw_only=True)
class MonthShares:
    """Of whom the characters of an outlet's articles are, in one month.

    Attributes:
        month: ISO month; None for articles whose day of publication is not known.
        articles: How many.
        own: Characters of body text that stand in no other text of the archive and are credited to nobody.
        agency: Characters credited to an agency, or copied from its articles.
        copied: Characters copied from other outlets.
    """

    month: str | None
    articles: int = 0
    own: int = 0
    agency: int = 0
    copied: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletHabit:
    """One change that an outlet makes again and again in texts that it takes over."""

    words: str | None  # as the texts had it; None where the outlet adds
    instead: str | None  # what the outlet prints; None where it leaves out
    articles: int  # in which it did
    example: tuple[str, str]  # one of them, and the article that it has the text from


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletProfile:
    """One outlet.

    Attributes:
        outlet: Its name.
        articles: How many the archive has of it.
        rows: Those that were looked at, by day, the latest first.
        months: Shares by month, in order; those without a day last.
        lenders: From whom it has text: name and in how many articles.
        held: Those of them of which the archive has articles.
        quoted: Whom it quotes: entity id or None, name, and in how many articles.
        pairs: Articles of others that these have text from.
        passages: What they share.
        lineages: Who has it from whom.
        wordings: How it stands there and here.
        habits: What it changes again and again, in most articles first.
    """

    outlet: str
    articles: int
    rows: tuple[ArticleRow, ...]
    months: tuple[MonthShares, ...]
    lenders: tuple[tuple[str, int], ...] = ()
    held: frozenset[str] = frozenset()
    quoted: tuple[tuple[str | None, str, int], ...] = ()
    annotated: int = 0  # how many of `rows` were read for quotations
    pairs: tuple[ArticleRow, ...] = ()
    passages: tuple[Passage, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    wordings: tuple[Wording, ...] = ()
    habits: tuple[OutletHabit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonProfile:
    """One person or body.

    Attributes:
        entity: Who.
        rows: Articles that quote them, as far as they were looked at.
        annotations: Of these, with the quotations of this speaker alone.
        utterances: Their sayings that several articles report.
        stories: Ids of the stories that name them.
        is_all: Whether every article that names them was looked at.
    """

    entity: Entity
    rows: tuple[ArticleRow, ...]
    annotations: dict[str, Annotation]
    utterances: tuple[Utterance, ...]
    stories: frozenset[str]
    is_all: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The articles that share text with one, of whatever story, and what they share."""

    rows: tuple[ArticleRow, ...]
    passages: tuple[Passage, ...]
    lineages: tuple[Lineage, ...]
    wordings: tuple[Wording, ...]
