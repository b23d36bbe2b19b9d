"""Who has whose text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.span import Span

__all__ = [
    "Direction",
    "Lineage",
    "Origin",
    "ParagraphChange",
    "ParagraphChangeKind",
    "Passage",
    "PassageKind",
    "Relation",
    "Version",
]


class PassageKind(StrEnum):
    """How the two sides of a passage compare."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    CAPTION = "caption"


class Direction(StrEnum):
    """Who has the text from whom."""

    A_TO_B = "a->b"  # b has it from a
    B_TO_A = "b->a"
    COMMON_SOURCE = "common source"  # both have it from a third
    UNKNOWN = "unknown"


class Relation(StrEnum):
    """What the receiving article is to the other."""

    REPRINT = "reprint"
    CUT = "cut"
    REWRITE = "rewrite"
    EXCERPT = "excerpt"
    VERSION = "version"
    COMMON = "common"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Aligned text shared by two articles; `a` sorts before `b`."""

    a: str
    b: str
    a_span: Span
    b_span: Span
    kind: PassageKind
    similarity: float  # 1 - edit distance / longer length, in characters; in [0, 1]
    direction: Direction = Direction.UNKNOWN
    via: str | None = None  # the agency or outlet that both have it from, where credited


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """That article b has text from a, or a from b, or both from a third.

    Source: W3C PROV, wasDerivedFrom.
    """

    a: str
    b: str
    relation: Relation
    direction: Direction
    via: str | None = None
    containment_a: float  # share of a's body, in characters, that stands in passages shared with b
    containment_b: float
    evidence: tuple[str, ...] = ()  # in words, strongest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The articles of one story that are one account (the rule of origins, docs/origins.md)."""

    origin: str
    name: str
    stories: tuple[str, ...]
    articles: tuple[str, ...]
    mixed: bool = False  # an account of its own that also borrows
    inferred: bool = False  # its source is not in the archive
    borrows_from: tuple[str, ...] = ()  # origin ids, or the name of an agency that is not in the archive
    evidence: tuple[str, ...] = ()
    source: str | None = None  # the agency or outlet that the whole text is credited to


class ParagraphChangeKind(StrEnum):
    """What became of a paragraph, or of the headline, from one state of an article to the next."""

    HEADLINE = "headline"  # other words
    ADDED = "added"
    REMOVED = "removed"
    REWRITTEN = "rewritten"
    MOVED = "moved"  # the same words in another place


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphChange:
    """One paragraph, or the headline, in a state of an article and in the state before.

    The words stand here too, as an archive exports the text of the last state only.
    """

    kind: ParagraphChangeKind
    words: str | None = None  # as given in this version; None where removed
    words_before: str | None = None  # as given in the version before; None where added
    span: Span | None = None  # of `words` in this version's text; None where a headline is a field of its source
    span_before: Span | None = None  # of `words_before` in the text of the version before
    inserted: tuple[Span, ...] = ()  # within `span`: what is new
    deleted: tuple[Span, ...] = ()  # within `span_before`: what is gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One state of an article that changed after publication.

    Source: IPTC ninjs, versioncreated.
    """

    article: str
    version: int  # 1 for the first state known
    published: str | None = None  # when this state came out, as it claims: its time of change, else of publication
    captured: str | None = None  # when it was fetched, where its source says so
    changed: tuple[Span, ...] = ()  # in this version's text, against the version before
    changes: tuple[ParagraphChange, ...] = ()  # all of them: the headline first, then in the order of the text
    # Set aside, as they stood before and stand now: corrected typos, other spellings, marks, capitals, line breaks.
    small_changes: tuple[tuple[str, str], ...] = ()
