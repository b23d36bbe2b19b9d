"""Articles of several stories on one page: a context for what belongs to no one story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from firsthand.model import Annotation, ArticleRow, Dossier, Happening, Lineage, Passage, Story, Utterance, Wording
from firsthand.report.context import StoryContext
from firsthand.report.frame import PageFrame

__all__ = ["gather"]


def gather(
    rows: Sequence[ArticleRow],
    frame: PageFrame,
    *,
    annotations: Mapping[str, Annotation] | None = None,
    utterances: Sequence[Utterance] = (),
    timeline: Sequence[Happening] = (),
    shared: tuple[Iterable[Passage], Iterable[Lineage], Iterable[Wording]] = ((), (), ()),
) -> StoryContext:
    """The context of articles that are in no one story together: no origins, no title.

    Args:
        rows: The articles; none twice.
        frame: How pages are addressed, and in which words they speak.
        annotations: What was read in them, by id.
        utterances: Sayings that they report.
        timeline: What they tell of, in order of date.
        shared: Passages, lineages and wordings between them.
    """
    names = tuple(row.article for row in rows)
    story = Story(story="", title="", title_article=names[0] if names else "", articles=names, members=())
    passages, lineages, wordings = shared
    dossier = Dossier(
        story=story,
        articles=tuple(rows),
        annotations=dict(annotations or {}),
        utterances=tuple(utterances),
        timeline=tuple(timeline),
        passages=tuple(passages),
        lineages=tuple(lineages),
        wordings=tuple(wordings),
    )
    return StoryContext.of(dossier, frame.options, frame.words, frame.links, 1)
