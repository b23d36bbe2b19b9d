"""What a run changes in an archive: put in place as one, so that a reader never sees half of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.model import Correction, Rejection

__all__ = ["Changes", "IndexPart", "Placement", "Shelf", "Whereabouts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where the current state of one article stands, and what was read from it."""

    article: str
    document: int
    outlet: str | None
    headline: str | None
    text: str
    is_set_aside: bool  # it holds no article: nothing else is derived from it
    digest: str  # of all that was read from it
    reading: str  # digest of its result
    features: str | None = None  # of its story features
    annotation: str | None = None
    urls: tuple[str, ...] = ()  # every address that it was found at


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """To what one article belongs."""

    story: str | None = None
    stories: tuple[str, ...] = ()
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The records of one kind that hang on one owner.

    Attributes:
        owner: Id of the article or story, or name of the outlet, that they hang on.
        records: In export order; with none the shelf is taken away.
        rank: Place of the shelf in export order, before the owner's name decides.
        places: By what else they are looked up: ids of articles and stories, former ids.
    """

    owner: str
    records: tuple[object, ...] = ()
    rank: str | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPart:
    """Part of an index over all articles, as its stage packed it."""

    part: int
    size: int  # in the unit of the stage: what decides which parts are merged
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that a run derived anew. What is not named stays as it was.

    Attributes:
        placements: Articles that are new, or read anew.
        annotations: Articles that were annotated and not read anew: under which digest that is kept, by id.
        whereabouts: Articles whose stories or origin changed, by id.
        gone: Ids of articles that are no more.
        settled: By which id each document goes from now on, by its number.
        identities: Digests that show a document to be a state of an article, by its number.
        shelves: By kind; each put in place of that of the same owner.
        emptied: Kinds of which no shelf stays but those in `shelves`.
        indexes: The parts that stand for an index from now on, by its name; parts not named go.
        kept_parts: Numbers of parts that stay as they are, by name of the index.
        judgements: How many articles there were when something was judged from all of them, by subject.
        rejections: What stages refused.
        corrections: What a user decided, which these changes obey.
        undone: Ids of corrections that are taken back.
        undone_by: By whom.
        live_results: By stage: digests of the results that the changed articles need; others of theirs are dropped.
        is_whole: Every article was derived anew: results that none of them needs are dropped too.
    """

    placements: Sequence[Placement] = ()
    annotations: Mapping[str, str] = field(default_factory=dict)
    whereabouts: Mapping[str, Whereabouts] = field(default_factory=dict)
    gone: Collection[str] = ()
    settled: Mapping[int, str] = field(default_factory=dict)
    identities: Mapping[int, Collection[bytes]] = field(default_factory=dict)
    shelves: Mapping[str, Sequence[Shelf]] = field(default_factory=dict)
    emptied: Collection[str] = ()
    indexes: Mapping[str, Sequence[IndexPart]] = field(default_factory=dict)
    kept_parts: Mapping[str, Collection[int]] = field(default_factory=dict)
    judgements: Mapping[str, int] = field(default_factory=dict)
    rejections: Sequence[Rejection] = ()
    corrections: Sequence[Correction] = ()
    undone: Collection[str] = ()
    undone_by: str = ""
    live_results: Mapping[str, set[str]] = field(default_factory=dict)
    is_whole: bool = False
