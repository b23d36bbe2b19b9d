"""Everything that the archive holds on one story, in one piece: what a page or a report is made from."""

from __future__ import annotations

from dataclasses import dataclass, field

from firsthand.model.accounts import Coverage, Figure, Happening, Label, Statement, Utterance, Wording
from firsthand.model.annotation import Annotation
from firsthand.model.article import ArticleRow, DateCandidate, Segment
from firsthand.model.lineage import Lineage, Origin, Passage, Version
from firsthand.model.story import Story, Storyline

__all__ = ["Dossier"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One story with its articles and all that was derived from them, each tuple in its export order.

    `passages` and `lineages` are those with both articles in the story.
    """

    story: Story
    storyline: Storyline | None = None
    related: tuple[Story, ...] = ()  # the other stories of the storyline
    articles: tuple[ArticleRow, ...]
    segments: dict[str, tuple[Segment, ...]] = field(default_factory=dict)  # by article
    dates: dict[str, tuple[DateCandidate, ...]] = field(default_factory=dict)  # by article
    annotations: dict[str, Annotation] = field(default_factory=dict)  # by article; missing where left for later
    passages: tuple[Passage, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    origins: tuple[Origin, ...] = ()
    timeline: tuple[Happening, ...] = ()
    utterances: tuple[Utterance, ...] = ()  # these may have instances in other stories of the storyline too
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    labels: tuple[Label, ...] = ()
    wordings: tuple[Wording, ...] = ()
    versions: dict[str, tuple[Version, ...]] = field(default_factory=dict)  # by article; missing where it has one state
