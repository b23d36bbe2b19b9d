"""Accounts side by side over the stories of a storyline: those that changed since the last run."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from firsthand import accounts
from firsthand.archive import Shelf
from firsthand.model import Story, Storyline
from firsthand.pipeline.annotating import Annotated
from firsthand.pipeline.crediting import find_origins
from firsthand.pipeline.library import Library
from firsthand.pipeline.pair_book import PairBook
from firsthand.pipeline.workshop import Workshop

__all__ = ["ToldStories", "tell_affairs"]

# The kinds that are told of an affair, each on one shelf under its id: that of the storyline, or of the story.
_KINDS = ("utterances", "figures", "statements", "coverage", "labels")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStories:
    """The stories that a run looked at.

    Attributes:
        touched: Ids of stories of which an article, an origin or an annotation changed.
        changed: Every story that is not as the last run left it, by id.
        storylines: Those that were told anew.
        gone: Ids of stories and storylines that are no more.
    """

    touched: Collection[str]
    changed: Mapping[str, Story] = field(default_factory=dict)
    storylines: Collection[Storyline] = ()
    gone: Collection[str] = ()


def tell_affairs(
    shop: Workshop,
    library: Library,
    book: PairBook,
    annotated: Annotated,
    told: ToldStories,
    origin_of: Mapping[str, str],
) -> dict[str, list[Shelf]]:
    """Utterances, figures, statements, coverage and labels of the affairs that changed, by kind.

    Args:
        shop: The archive and the settings.
        library: The articles.
        book: Which pairs share text, and what.
        annotated: What was read in the articles.
        told: The stories.
        origin_of: The origin of each article that this run looked at.
    """
    affairs = _gather(shop, told)
    # A story that came into a storyline leaves the shelf that it had alone, and the other way round.
    former = {story for stories in affairs.values() for story in _names(stories)} | set(told.gone) | set(told.touched)
    shelves = {kind: [Shelf(owner=name) for name in sorted(former - affairs.keys())] for kind in _KINDS}
    for owner, stories in affairs.items():
        members = {article for story in stories for article in story.articles}
        for kind, records in _put_side_by_side(shop, library, book, annotated, stories, origin_of).items():
            places = tuple(story.story for story in stories)
            shelves[kind].append(Shelf(owner=owner, rank=min(members), records=records, places=places))
    return shelves


def _names(stories: Collection[Story]) -> set[str]:
    return {name for story in stories for name in (story.story, story.storyline) if name}


def _gather(shop: Workshop, told: ToldStories) -> dict[str, tuple[Story, ...]]:
    """The stories of each affair that is to be told anew, by date; by the affair's id, in order."""
    shelves = shop.writer.shelves
    lines = {line.storyline: line for line in told.storylines}
    gone = set(told.gone)

    def find(names: Collection[str]) -> list[Story]:
        found = [told.changed.get(name) or next(iter(shelves.owned("stories", Story, name)), None) for name in names]
        return [story for story in found if story is not None]

    touched = find(sorted({*told.touched, *told.changed} - gone))
    alone = [story for story in touched if story.storyline is None]
    affairs = {}
    for name in sorted(({story.storyline for story in touched if story.storyline} | lines.keys()) - gone):
        line = lines.get(name) or next(iter(shelves.owned("storylines", Storyline, name)), None)
        stories = find(line.stories if line is not None else ())
        if sum(len(story.articles) for story in stories) > shop.settings.accounts.articles_at_once:
            alone += stories
        else:
            affairs[name] = tuple(sorted(stories, key=lambda story: (story.date or "", story.story)))
    affairs |= {story.story: (story,) for story in alone}
    return dict(sorted(affairs.items()))


def _put_side_by_side(
    shop: Workshop,
    library: Library,
    book: PairBook,
    annotated: Annotated,
    stories: tuple[Story, ...],
    origin_of: Mapping[str, str],
) -> dict[str, tuple[object, ...]]:
    """What is told of one affair, by kind; nothing where none of its articles was annotated."""
    members = {article for story in stories for article in story.articles}
    annotations = annotated.load(shop, library, members)
    if not annotations:
        return dict.fromkeys(_KINDS, ())
    shared = book.between(members)
    affair = accounts.Affair(
        stories=stories,
        articles=library.select(members),
        annotations=annotations,
        origin_of=find_origins(shop, members, origin_of),
        passages=[passage for _, passages in shared.values() for passage in passages],
        lineages=[link for link, _ in shared.values()],
    )
    settings = shop.settings.accounts
    statements = accounts.align_statements(affair, settings)
    return {
        "utterances": tuple(accounts.link_utterances(affair, settings)),
        "figures": tuple(accounts.build_ledger(affair, settings)),
        "statements": tuple(statements),
        "coverage": tuple(accounts.judge_coverage(affair, statements, settings)),
        "labels": tuple(accounts.find_labels(affair, settings)),
    }
