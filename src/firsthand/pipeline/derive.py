"""The order of work: from the documents that arrived to all that changes by them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from firsthand import lineage
from firsthand.archive import TOLD, Changes, Placement, Shelf, Whereabouts
from firsthand.model import Entity, Origin, Rejection, Story
from firsthand.pipeline.annotating import Annotated, annotate_articles
from firsthand.pipeline.crediting import OriginChanges, StoryBook, group_origins
from firsthand.pipeline.grouping import StoryChanges, describe_articles, group_articles
from firsthand.pipeline.library import Library
from firsthand.pipeline.linking import link_texts
from firsthand.pipeline.news import StoryNews
from firsthand.pipeline.pair_book import PairBook
from firsthand.pipeline.readings import Arrivals, read_arrivals
from firsthand.pipeline.siding import ToldStories, tell_affairs
from firsthand.pipeline.telling import tell_timelines, tell_wordings
from firsthand.pipeline.workshop import Workshop
from firsthand.stories import choose_summary

__all__ = ["Derivation", "derive"]


_ENTITIES_A_SHELF = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """All that a run derived, before it is put in place.

    Attributes:
        changes: For the archive.
        set_aside: Texts that arrived and hold no article.
        failures: Articles that arrived, or pairs of them, that a stage failed on.
        news: New stories, and stories of which the origins changed, where the run was asked to tell them.
    """

    changes: Changes
    set_aside: tuple[Rejection, ...]
    failures: tuple[Rejection, ...]
    news: tuple[StoryNews, ...] = ()


def derive(
    shop: Workshop, annotate: bool | Collection[str], *, is_whole: bool, removed: Collection[str] = ()
) -> Derivation:
    """Everything that follows from the documents that arrived, and from what was taken away.

    Each stage looks at what arrived, and at what its results can touch; the rest stays as the last run left it.

    Args:
        shop: The archive, the settings and what the work runs on.
        annotate: Which articles the language stage is to read now: all, none, or those of these ids. What it read
            before is used in any case.
        is_whole: Whether everything is derived anew: a stage or a setting is another than in the last run.
        removed: Ids of articles that are to go for good.
    """
    arrivals = read_arrivals(shop, is_whole=is_whole, removed=removed)
    library = Library(shop.writer, arrivals)
    documents = {article: states[-1].stored.number for article, states in arrivals.states.items()}
    book, indexes = link_texts(shop, library)
    features = describe_articles(shop, library, documents)
    grouped = group_articles(shop, library, book, features, indexes)
    told = StoryBook(shop, grouped.stories, grouped.gone)
    moved = _find_moved(grouped)
    start = set(library) if is_whole else library.changed | book.touched | moved
    credited = group_origins(shop, library, book, told, start)
    annotated = annotate_articles(shop, library, documents, annotate)
    origin_of = {article: origin.origin for origin in credited.origins for article in origin.articles}
    stories = _complete_stories(library, grouped, credited)
    touched = _find_touched(annotated, told, credited)
    firsts = book.firsts() if is_whole else book.changed_firsts | _leading(book, moved)
    set_aside = tuple(
        Rejection(input=article, stage="reading", reason=states[-1].read.set_aside)
        for article, states in arrivals.states.items()
        if states[-1].read.set_aside is not None
    )
    shelves = {
        **book.shelves(),
        "versions": _shelve_versions(arrivals),
        "origins": [*_shelve_origins(credited.origins), *(Shelf(owner=each) for each in sorted(credited.gone))],
        "stories": [*_shelve_stories(stories), *(Shelf(owner=each) for each in sorted(grouped.gone))],
        TOLD: grouped.told,
        "storylines": [
            *(Shelf(owner=line.storyline, records=(line,)) for line in grouped.storylines),
            *(Shelf(owner=each) for each in sorted(grouped.gone_storylines)),
        ],
        "timeline": [
            *tell_timelines(shop, library, annotated, _list_dated(touched, grouped, stories), origin_of),
            *(Shelf(owner=each) for each in sorted(grouped.gone)),
        ],
        **tell_affairs(shop, library, book, annotated, _list_told(touched, grouped, stories), origin_of),
        "wording": tell_wordings(shop, library, book, told, firsts),
        "entities": _shelve_entities(annotated.entities or ()),
        "repeats": [Shelf(owner=outlet, records=found) for outlet, found in sorted(arrivals.repeats.items())],
    }
    emptied = {"lineage", "passages", "wording"} if book.is_fresh else set()
    emptied |= {"entities"} if annotated.entities is not None else set()
    changes = Changes(
        placements=_place(arrivals, library, features, annotated),
        annotations={article: annotated.keys[article] for article in annotated.changed - arrivals.states.keys()},
        whereabouts=_locate(arrivals, credited, told, origin_of),
        gone=arrivals.gone,
        settled=arrivals.settled,
        identities=arrivals.identities,
        shelves=shelves,
        emptied=emptied,
        indexes=indexes.indexes,
        kept_parts=indexes.kept,
        judgements={**arrivals.judged, **indexes.judged},
        rejections=[*set_aside, *shop.rejections],
        live_results=shop.live,
        is_whole=is_whole,
    )
    return Derivation(changes=changes, set_aside=set_aside, failures=tuple(shop.rejections))


def _find_moved(grouped: StoryChanges) -> set[str]:
    """The articles of stories that have other articles than before."""
    moved: set[str] = set()
    for story in grouped.stories.keys() | grouped.gone:
        now, before = grouped.stories.get(story), grouped.before.get(story)
        if now is None or before is None or now.articles != before.articles:
            moved.update(now.articles if now else (), before.articles if before else ())
    return moved


def _leading(book: PairBook, articles: Iterable[str]) -> set[str]:
    """The smaller ids of all pairs that one of `articles` is in."""
    return {first for first, _ in book.of(articles)}


def _find_touched(annotated: Annotated, told: StoryBook, credited: OriginChanges) -> dict[str, Story]:
    """The stories of which an origin was looked at or an annotation changed, by id."""
    touched = dict(credited.stories)
    for article in sorted(annotated.changed):
        touched |= {story: told.story(story) for story in told.stories_of(article) - touched.keys()}
    return touched


def _list_told(touched: Mapping[str, Story], grouped: StoryChanges, changed: Iterable[Story]) -> ToldStories:
    return ToldStories(
        touched=touched.keys(),
        changed={story.story: story for story in changed},
        storylines=grouped.storylines,
        gone=grouped.gone | grouped.gone_storylines,
    )


def _list_dated(touched: Mapping[str, Story], grouped: StoryChanges, changed: Iterable[Story]) -> list[Story]:
    """The stories whose timelines are told anew, with their storylines: those touched, and those that changed."""
    as_left = {name: grouped.before.get(name) or story for name, story in touched.items()}
    return [story for _, story in sorted((as_left | {story.story: story for story in changed}).items())]


def _complete_stories(library: Library, grouped: StoryChanges, credited: OriginChanges) -> list[Story]:
    """The stories that are not as the last run left them, with their counts and the storyline that each stands in."""
    found = []
    for story in sorted(credited.stories.keys() | grouped.stories.keys()):
        now = grouped.stories.get(story) or credited.stories[story]
        before = grouped.before.get(story)
        if story in credited.stories:
            outlets = {library[article].outlet for article in now.articles} - {None}
            origin_of = credited.origins_of(now)
            summary = choose_summary([library[article] for article in now.articles], origin_of)
            now = replace(now, outlets=len(outlets), origins=len(set(origin_of.values())))
            if summary is not None:
                text, article, span = summary
                now = replace(now, summary=text, summary_article=article, summary_span=span)
        elif before is not None:
            now = replace(
                now,
                outlets=before.outlets,
                origins=before.origins,
                summary=before.summary,
                summary_article=before.summary_article,
                summary_span=before.summary_span,
            )
        was = before.storyline if before is not None else now.storyline
        now = replace(now, storyline=grouped.storyline_of.get(story, was))
        if now != before:
            found.append(now)
    return found


# --- what is put in the archive -----------------------------------------------------------------------------


def _shelve_versions(arrivals: Arrivals) -> list[Shelf]:
    return [
        Shelf(
            owner=article,
            records=tuple(
                version
                for version in lineage.compare_versions([state.read.article for state in states])
                if version.article == article
            )
            if len(states) > 1
            else (),
        )
        for article, states in arrivals.states.items()
    ]


def _shelve_origins(origins: Iterable[Origin]) -> list[Shelf]:
    return [
        Shelf(owner=each.origin, rank=each.articles[0], records=(each,), places=(*each.stories, *each.articles))
        for each in origins
    ]


def _shelve_entities(entities: Sequence[Entity]) -> list[Shelf]:
    """Many on one shelf: they are told anew together, and nobody asks for one of them."""
    return [
        Shelf(owner=f"{start:09d}", rank=f"{start:09d}", records=tuple(entities[start : start + _ENTITIES_A_SHELF]))
        for start in range(0, len(entities), _ENTITIES_A_SHELF)
    ]


def _shelve_stories(stories: Iterable[Story]) -> list[Shelf]:
    return [Shelf(owner=each.story, rank=min(each.articles), records=(each,), places=each.aliases) for each in stories]


def _place(arrivals: Arrivals, library: Library, features: Mapping[str, str], annotated: Annotated) -> list[Placement]:
    """Where the current state of each article stands that was read."""
    placements = []
    for article, states in arrivals.states.items():
        current = states[-1]
        read = current.read.article
        is_set_aside = article not in library.arrived
        placements.append(
            Placement(
                article=article,
                document=current.stored.number,
                outlet=read.outlet,
                headline=read.headline,
                text=read.text,
                is_set_aside=is_set_aside,
                digest=current.key if is_set_aside else library.digest(article),
                reading=current.key,
                features=features.get(article),
                annotation=annotated.keys.get(article),
                urls=arrivals.urls[article],
            )
        )
    return placements


def _locate(
    arrivals: Arrivals, credited: OriginChanges, told: StoryBook, origin_of: Mapping[str, str]
) -> dict[str, Whereabouts]:
    """To what each article belongs that was looked at."""
    found = {article: Whereabouts() for article in arrivals.states.keys() - credited.articles}
    for article in credited.articles:
        stories = tuple(sorted(told.stories_of(article)))
        found[article] = Whereabouts(
            story=stories[0] if stories else None, stories=stories, origin=origin_of.get(article)
        )
    return found
