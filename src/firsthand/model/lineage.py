"""Who has whose text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from firsthand.model.span import Span

__all__ = ["Direction", "Lineage", "Origin", "Passage", "PassageKind", "Relation", "Version"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One state of an article that changed after publication.

    Source: IPTC ninjs, versioncreated.
    """

    article: str
    version: int  # 1 for the first state known
    published: str | None = None
    changed: tuple[Span, ...] = ()  # in this version's text, against the version before
