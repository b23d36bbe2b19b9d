"""The order of work: from stored documents to one generation of derived records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from firsthand import accounts, language, lineage
from firsthand.archive import Generation, Placement
from firsthand.model import (
    Annotation,
    Article,
    EntityLinks,
    Happening,
    Origin,
    Passage,
    Reading,
    Rejection,
    Story,
    Version,
    Wording,
)
from firsthand.pipeline.comparing import complete_stories, find_passages, group_stories, judge_pairs
from firsthand.pipeline.keys import digest_article
from firsthand.pipeline.readings import ReadArticles, read_documents
from firsthand.pipeline.workshop import Workshop, compute_kept, load_result, pack_for_article

__all__ = ["Derivation", "derive"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """Everything derived, before it is put in place."""

    generation: Generation
    readings: Mapping[str, Reading]  # the current state of each article
    stories: Sequence[Story]
    origins: Sequence[Origin]
    versions: Sequence[Version]
    set_aside: tuple[Rejection, ...]  # texts that hold no article
    failures: tuple[Rejection, ...]  # articles, or pairs of them, that a stage failed on


# --- language and accounts ----------------------------------------------------------------------------------


def annotate_batch(batch: Sequence[Article], settings: language.LanguageSettings) -> list[Annotation]:
    """Annotations of a batch of articles; the model is loaded once a process."""
    return language.annotate_articles(batch, language.load_model(settings.model), settings)


def _annotate(
    shop: Workshop, articles: Mapping[str, Article], digests: Mapping[str, str], wanted: bool | Collection[str]
) -> tuple[dict[str, Annotation], dict[str, str]]:
    """Annotations of the articles wanted, and of those that have one already, with the keys they are kept by."""
    keys = {article: shop.keys.annotation(digests[article]) for article in articles}
    present = shop.writer.result_digests("language")
    chosen = wanted if not isinstance(wanted, bool) else articles if wanted else ()
    keys = {article: key for article, key in keys.items() if article in chosen or key in present}
    failures = compute_kept(
        shop,
        "language",
        {key: articles[article] for article, key in keys.items()},
        partial(annotate_batch, settings=shop.settings.language),
        pack_for_article,
    )
    annotations: dict[str, Annotation] = {}
    for article, key in keys.items():
        if key in failures:
            shop.rejections.append(Rejection(input=article, stage="language", reason=failures[key]))
        else:
            annotations[article] = load_result(shop, "language", key, Annotation, articles[article].text)
    return annotations, {article: key for article, key in keys.items() if key not in failures}


def _link_names(
    shop: Workshop, articles: Mapping[str, Article], annotations: Mapping[str, Annotation], keys: Mapping[str, str]
) -> tuple[dict[str, Annotation], EntityLinks]:
    """The annotations with who is who across the archive; what changed is kept in place of what was."""
    links = language.link_entities(list(annotations.values()))
    linked = {article: language.apply_links(annotation, links) for article, annotation in annotations.items()}
    changed = [
        (keys[article], pack_for_article(articles[article], now))
        for article, now in linked.items()
        if now != annotations[article]
    ]
    shop.writer.keep_results("language", changed)
    return linked, links


def _tell_accounts(
    shop: Workshop,
    told: Sequence[Story],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    passages: Sequence[Passage],
    origin_of: Mapping[str, str],
) -> tuple[list[Happening], list[Wording]]:
    settings = shop.settings.accounts
    by_pair: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_pair[passage.a].append(passage)
    timeline: list[Happening] = []
    wording: list[Wording] = []
    placed: set[Passage] = set()
    for story in told:
        members = set(story.articles)
        within = [p for article in story.articles for p in by_pair[article] if p.b in members and p not in placed]
        placed.update(within)
        wording.extend(accounts.compare_wording(story, within, articles, settings))
        timeline.extend(accounts.build_timeline(story, articles, annotations, origin_of, settings))
    across = [passage for passage in passages if passage not in placed]
    wording.extend(accounts.compare_wording(None, across, articles, settings))
    return timeline, sorted(wording, key=lambda each: (each.a, each.b, each.a_span, each.b_span))


# --- the whole ----------------------------------------------------------------------------------------------


def derive(shop: Workshop, annotate: bool | Collection[str]) -> Derivation:
    """Everything that follows from the stored documents, each stage done again only where its input changed.

    Args:
        shop: The archive, the settings and what the work runs on.
        annotate: Which articles the language stage is to read now: all, none, or those of these ids. What it read
            before is used in any case.

    Returns:
        One generation, ready to be put in place.
    """
    taken = read_documents(shop)
    readings = {article: found[-1].read for article, found in taken.states.items()}
    set_aside = tuple(
        Rejection(input=article, stage="reading", reason=read.set_aside)
        for article, read in readings.items()
        if read.set_aside is not None
    )
    articles = {article: read.article for article, read in readings.items() if read.set_aside is None}
    digests = {article: digest_article(each) for article, each in articles.items()}
    versions = [
        version
        for article, found in taken.states.items()
        if len(found) > 1
        for version in lineage.compare_versions([state.read.article for state in found])
        if version.article == article
    ]
    lineages, passages = judge_pairs(shop, articles, find_passages(shop, articles, digests))
    grouped, storylines = group_stories(shop, articles, digests, lineages)
    origins = lineage.group_origins(grouped, articles, lineages, passages, shop.settings.lineage)
    told = complete_stories(grouped, storylines, origins, articles)
    annotations, annotation_keys = _annotate(shop, articles, digests, annotate)
    annotations, links = _link_names(shop, articles, annotations, annotation_keys)
    origin_of = {article: origin.origin for origin in origins for article in origin.articles}
    timeline, wording = _tell_accounts(shop, told, articles, annotations, passages, origin_of)
    stories_of: dict[str, list[str]] = defaultdict(list)
    for story in told:
        for article in story.articles:
            stories_of[article].append(story.story)
    generation = Generation(
        placements=_place(taken, annotation_keys, stories_of, origin_of),
        records={
            "passages": _shelve(passages, lambda each: (each.a,)),
            "lineage": _shelve(lineages, lambda each: (each.a,)),
            "versions": _shelve(versions, lambda each: (each.article,)),
            "origins": _shelve(origins, lambda each: (*each.stories, *each.articles), "origin"),
            "stories": _shelve(told, lambda each: each.aliases, "story"),
            "storylines": _shelve(storylines, lambda _: (), "storyline"),
            "timeline": _shelve(timeline, lambda each: (each.story,)),
            "wording": _shelve(wording, lambda each: (each.a,)),
            "entities": _shelve(links.entities, lambda _: ()),
            "repeats": _shelve(taken.repeats, lambda each: (each.article,)),
        },
        rejections=[*set_aside, *shop.rejections],
        live_results=shop.live,
    )
    return Derivation(
        generation=generation,
        readings=readings,
        stories=told,
        origins=origins,
        versions=versions,
        set_aside=set_aside,
        failures=tuple(shop.rejections),
    )


def _place(
    taken: ReadArticles,
    annotation_keys: Mapping[str, str],
    stories_of: Mapping[str, Sequence[str]],
    origin_of: Mapping[str, str],
) -> list[Placement]:
    """Where the current state of each article stands."""
    placements = []
    for article, found in taken.states.items():
        current, told = found[-1], tuple(stories_of.get(article, ()))
        placements.append(
            Placement(
                article=article,
                document=current.stored.number,
                headline=current.read.article.headline,
                text=current.read.article.text,
                reading=current.key,
                annotation=annotation_keys.get(article),
                story=told[0] if told else None,
                stories=told,
                origin=origin_of.get(article),
                urls=taken.urls[article],
            )
        )
    return placements


def _shelve(
    records: Sequence[T], places: Callable[[T], tuple[str, ...]], identity: str | None = None
) -> list[tuple[str | None, tuple[str, ...], object]]:
    """Each record with its id, and with the ids of the stories and articles under which it is looked up."""
    return [(getattr(each, identity) if identity else None, places(each), each) for each in records]
