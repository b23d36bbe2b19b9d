"""Articles into stories and storylines, with the ids that they had."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from firsthand import stories
from firsthand.archive import IndexPart, Shelf, pack_index, unpack_index
from firsthand.model import Article, Rejection, Story, Storyline
from firsthand.pipeline.correcting import correct_told
from firsthand.pipeline.holdings import Holdings
from firsthand.pipeline.library import Library
from firsthand.pipeline.linking import IndexChanges
from firsthand.pipeline.pair_book import PairBook
from firsthand.pipeline.workshop import Workshop, compute_kept, pack_for_article

__all__ = ["StoryChanges", "describe_articles", "group_articles"]

TERMS, TABLE = "story terms", "story table"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChanges:
    """What this run made of the stories.

    Attributes:
        stories: Those that were told anew, by id; their counts are not known yet.
        before: As the last run left them: stories that were told anew, and stories that are no more, by id.
        gone: Ids of stories that are no more.
        storyline_of: The storyline of each story that was looked at for one, or None; others keep theirs.
        storylines: Those that were told anew.
        gone_storylines: Ids of storylines that are no more.
        told: Stories as the program told them, where users corrected them: what is to be kept beside the others.
    """

    stories: Mapping[str, Story]
    before: Mapping[str, Story]
    gone: frozenset[str]
    storyline_of: Mapping[str, str | None]
    storylines: Sequence[Storyline]
    gone_storylines: frozenset[str]
    told: Sequence[Shelf] = ()


def describe_batch(batch: Sequence[Article], settings: stories.StorySettings) -> list[stories.StoryFeatures]:
    """Story features of a batch of articles."""
    return [stories.describe_article(article, settings) for article in batch]


def describe_articles(shop: Workshop, library: Library, documents: Mapping[str, int]) -> dict[str, str]:
    """See that the features of every article that arrived are kept; the keys by article.

    Args:
        shop: The archive, and what the work runs on.
        library: The articles.
        documents: The number of the document that each was read from.
    """
    keys = {article: shop.keys.features(library.digest(article)) for article in sorted(library.arrived)}
    failures = compute_kept(
        shop,
        "stories",
        {key: (documents[article], library[article]) for article, key in keys.items()},
        partial(describe_batch, settings=shop.settings.stories),
        pack_for_article,
    )
    for article, key in keys.items():
        if key in failures:
            shop.rejections.append(Rejection(input=article, stage="stories", reason=failures[key]))
    return {article: key for article, key in keys.items() if key not in failures}


def group_articles(
    shop: Workshop, library: Library, book: PairBook, keys: Mapping[str, str], indexes: IndexChanges
) -> StoryChanges:
    """The stories that change by what arrived, and the storylines that link them.

    A small archive is grouped as a whole. In a larger one what arrived is looked up in an index over terms, and only
    what is near to it is grouped again; so it is built, portion by portion, when an archive becomes large, or when the
    stage or its settings are others than in the last run.

    Args:
        shop: The archive, and what the work runs on.
        library: The articles.
        book: What they share.
        keys: Of the features of the articles that arrived.
        indexes: Where what becomes of the index over terms is noted.
    """
    holdings = Holdings(shop, library, book, keys)
    shop.progress.start("Grouping stories", None)
    near: _Nearness | None = None
    if shop.writer.document_count() <= _LIMITS.small_archive:
        _group_all(shop, library, holdings)
        indexes.indexes |= {TERMS: [], TABLE: []}
    else:
        near = _group_arrived(shop, library, holdings, indexes)
    is_whole = near is None
    corrected = Holdings(shop, library, book, keys, is_corrected=True)
    shown, told = correct_told(shop, holdings, corrected, is_whole=is_whole)
    anew = shown.told.keys() if is_whole else _find_regrouped(shown, holdings.told)
    changes = replace(_link(shop, shown, anew, near), told=told)
    shop.progress.done()
    return changes


_LIMITS = stories.ArrivalLimits()


def _group_all(shop: Workshop, library: Library, holdings: Holdings) -> None:
    features = holdings.features(list(library))
    before = holdings.all_before()
    lineages = holdings.lineages([each.article for each in features])
    grouped = stories.group_stories(features, lineages, before, shop.settings.stories)
    names = [stories.Naming(story.story, story.aliases) for story in grouped]
    changes = stories.explain_changes([story.articles for story in grouped], names, before)
    grouped = stories.keep_history(grouped, before, changes)
    holdings.put(grouped, {story.story for story in before} - {story.story for story in grouped})


# --- an archive that is too large to be grouped as a whole at each run ----------------------------------------


@dataclass(frozen=True, slots=True)
class _Nearness:
    """Where only what is near to what arrived was grouped again.

    Attributes:
        kin: Articles of stories that those of the new articles may continue.
        usage: How many voices of the archive use each term.
    """

    kin: frozenset[str]
    usage: stories.OpenedIndex


def _group_arrived(shop: Workshop, library: Library, holdings: Holdings, indexes: IndexChanges) -> _Nearness | None:
    """Group what is near to what arrived; None where in the end everything was grouped again."""
    subject = f"stories {shop.keys.stories_base}"
    held = _read_index(shop) if shop.writer.judged_over(subject) else {}
    index = stories.open_index(_join_index(shop, held))
    arrived = (library.changed | _judged(shop, library)) if held else set(library)
    found = {each.article: each for each in holdings.features(sorted(arrived))}
    portions = stories.split_arrivals({each.article: _day(each) for each in found.values()})
    is_whole, kin = False, set[str]()
    gone = library.gone | (library.changed - found.keys())
    for portion in portions or ([[]] if gone else []):
        features = [found[article] for article in portion]
        arrival = stories.arrive(features, index, holdings, shop.settings.stories, gone)
        names = [name for story in arrival.stories for name in (story.story, *story.aliases)]
        before = holdings.stories(names)
        holdings.put(stories.keep_history(arrival.stories, before, arrival.changes), arrival.ended)
        index, gone, is_whole = arrival.index, frozenset(), arrival.is_whole
        kin.update(arrival.kin)
    _keep_index(index.record, held, indexes)
    indexes.judged[subject] = len(index.articles)
    return None if is_whole else _Nearness(frozenset(kin), index)


def _judged(shop: Workshop, library: Library) -> frozenset[str]:
    """Articles of which a correction says anew whether they share text: they are grouped again as if they came."""
    return frozenset(article for article in shop.corrections.judged_articles if article in library)


def _day(features: stories.StoryFeatures) -> str | None:
    return features.published or features.event_date


def _read_index(shop: Workshop) -> dict[int, stories.TermBlock]:
    """The blocks of the index over terms by the numbers of their parts."""
    return {part.part: unpack_index(part.body, stories.TermBlock) for part in shop.writer.index(TERMS)}


def _join_index(shop: Workshop, held: Mapping[int, stories.TermBlock]) -> stories.StoryIndex:
    if not held:
        return stories.StoryIndex()
    (table,) = shop.writer.index(TABLE)
    return replace(unpack_index(table.body, stories.StoryIndex), blocks=tuple(held.values()))


def _keep_index(record: stories.StoryIndex, held: Mapping[int, stories.TermBlock], indexes: IndexChanges) -> None:
    """Note which blocks of the index stay, and which are new; they follow one another by their parts."""
    kept = [part for part, old in held.items() if any(old is block for block in record.blocks)]
    start = 1 + max(held, default=-1)
    new = [block for block in record.blocks if not any(held[part] is block for part in kept)]
    indexes.kept[TERMS] = kept
    indexes.indexes[TERMS] = [
        IndexPart(part=start + number, size=len(block.articles), body=pack_index(block))
        for number, block in enumerate(new)
    ]
    table = replace(record, blocks=())
    indexes.indexes[TABLE] = [IndexPart(part=0, size=len(record.blocks), body=pack_index(table))]


# --- storylines ---------------------------------------------------------------------------------------------


def _find_regrouped(shown: Holdings, told: Collection[str]) -> set[str]:
    """Stories that the program told anew, or that hold other articles than before: others keep their storylines."""
    return {
        name
        for name, story in shown.told.items()
        if name in told or name not in shown.before or shown.before[name].articles != story.articles
    }


def _link(shop: Workshop, holdings: Holdings, anew: Collection[str], nearness: _Nearness | None) -> StoryChanges:
    """The storylines of the stories of `anew`, and of those that they may continue.

    Where not all stories were told anew, those are looked at that hold kin of the new articles, that are next best to
    an article of `anew`, or that stand in a storyline with any of these.
    """
    shelves = shop.writer.shelves
    told = {name: holdings.told[name] for name in sorted(anew)}
    names = set(told) | holdings.ended
    before: dict[str, Storyline] = {}
    if nearness is None:
        before = {line.storyline: line for line in shelves.each("storylines", Storyline)}
    else:
        near = {each.next_best for story in told.values() for each in story.members if each.next_best} - names
        beside = [*holdings.stories(sorted(near)), *holdings.stories_of(sorted(nearness.kin))]
        known = {story.story: story for story in beside if story.story not in names}
        were = [story for name, story in holdings.before.items() if name in anew or name not in holdings.told]
        for story in [*were, *known.values()]:
            for line in shelves.owned("storylines", Storyline, story.storyline) if story.storyline else []:
                before[line.storyline] = line
        others = {other for line in before.values() for other in line.stories} - names
        known |= {story.story: story for story in holdings.stories(sorted(others))}
        told = {**known, **told}
    features = holdings.features(sorted({article for story in told.values() for article in story.articles}))
    usage = None if nearness is None else nearness.usage
    storylines = stories.link_storylines(list(told.values()), features, shop.settings.stories, usage)
    line_of = {story: line.storyline for line in storylines for story in line.stories}
    moved = {name: story for name, story in told.items() if story.storyline != line_of.get(name)}
    return StoryChanges(
        stories={**holdings.told, **moved},
        before={**holdings.before},
        gone=holdings.ended,
        storyline_of={name: line_of.get(name) for name in told},
        storylines=[line for line in storylines if before.get(line.storyline) != line],
        gone_storylines=frozenset(before) - {line.storyline for line in storylines},
    )
