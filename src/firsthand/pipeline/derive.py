"""The order of work: from stored documents to one generation of derived records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar

from firsthand import accounts, language, lineage, reading, stories
from firsthand.archive import (
    ArchiveWriter,
    Generation,
    Placement,
    StoredDocument,
    pack_reading,
    pack_result,
    unpack_reading,
    unpack_result,
)
from firsthand.engines import Engine, InProcessEngine, Progress
from firsthand.model import (
    Annotation,
    Article,
    EntityLinks,
    Happening,
    Lineage,
    Origin,
    Passage,
    RawDocument,
    Reading,
    Rejection,
    Story,
    Storyline,
    Version,
    Wording,
    content_digest,
)
from firsthand.pipeline.keys import ResultKeys, digest_article
from firsthand.pipeline.settings import Settings
from firsthand.pipeline.settle import order_states, settle_articles

__all__ = ["Derivation", "Workshop", "derive"]

T = TypeVar("T")
R = TypeVar("R")

_KEEP_EVERY = 200  # results a transaction
_PASSAGES_BY_PARTNER = dict[str, tuple[Passage, ...]]


@dataclass(slots=True)
class Workshop:
    """What a derivation works with, and what it leaves behind as it goes."""

    writer: ArchiveWriter
    settings: Settings
    keys: ResultKeys
    engine: Engine
    progress: Progress
    live: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # results still of use, by stage
    rejections: list[Rejection] = field(default_factory=list)  # what a stage failed on


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


# What each stage is called while it works.
_TITLES = {
    "reading": "Reading articles",
    "lineage": "Looking for shared text",
    "passages": "Comparing articles",
    "stories": "Describing articles",
    "language": "Reading names, times and quotations",
}
_BATCH_SIZE = {"language": 8}  # spaCy gains from a batch, and a killed worker loses one


def compute_kept(
    shop: Workshop,
    stage: str,
    wanted: Mapping[str, T],
    function: Callable[[Sequence[T]], Sequence[R]],
    pack: Callable[[T, R], bytes],
) -> dict[str, str]:
    """See that a result of `stage` is kept for each digest in `wanted`; compute what is missing.

    Returns:
        Why there is no result, by digest, where the stage refused the item.
    """
    present = shop.writer.result_digests(stage)
    shop.live[stage].update(wanted)
    missing = {digest: item for digest, item in wanted.items() if digest not in present}
    failures: dict[str, str] = {}
    if not missing:
        return failures
    shop.progress.start(_TITLES[stage], len(missing))
    held: list[tuple[str, bytes]] = []
    for (digest, item), outcome in zip(
        missing.items(),
        shop.engine.map_articles(function, list(missing.values()), _BATCH_SIZE.get(stage, 16)),
        strict=True,
    ):
        if outcome.value is None:
            failures[digest] = outcome.failure or "no result"
        else:
            held.append((digest, pack(item, outcome.value)))
        if len(held) >= _KEEP_EVERY:
            shop.writer.keep_results(stage, held)
            held = []
        shop.progress.advance()
    shop.writer.keep_results(stage, held)
    shop.progress.done()
    return failures


def _kept(shop: Workshop, stage: str, digest: str, kind: Any, text: str = "") -> Any:
    payload = shop.writer.result(stage, digest)
    return None if payload is None else unpack_result(payload, kind, text)


def _pack_for_article(article: Article, result: object) -> bytes:
    return pack_result(result, text=article.text)


# --- the stages as functions over batches: at module level, so that a pool of processes can take them -------------


def read_batch(batch: Sequence[RawDocument], settings: reading.ReadingSettings) -> list[Reading]:
    """Readings of a batch of documents."""
    return [reading.read_article(document, settings) for document in batch]


def judge_batch(
    batch: Sequence[tuple[Article, Article, tuple[Passage, ...]]], settings: lineage.LineageSettings
) -> list[Lineage | None]:
    """Lineage of a batch of pairs; None where a pair has none."""
    return [lineage.judge_lineage(a, b, found, settings) for a, b, found in batch]


def fingerprint_batch(batch: Sequence[Article], settings: lineage.LineageSettings) -> list[lineage.Fingerprint]:
    """Lineage fingerprints of a batch of articles."""
    return [lineage.fingerprint(article, settings) for article in batch]


def describe_batch(batch: Sequence[Article], settings: stories.StorySettings) -> list[stories.StoryFeatures]:
    """Story features of a batch of articles."""
    return [stories.describe_article(article, settings) for article in batch]


def align_batch(
    batch: Sequence[tuple[Article, Article]], stock: lineage.StockText, settings: lineage.LineageSettings
) -> list[tuple[Passage, ...]]:
    """Passages of a batch of pairs."""
    return [lineage.align_pair(a, b, stock, settings) for a, b in batch]


def annotate_batch(batch: Sequence[Article], settings: language.LanguageSettings) -> list[Annotation]:
    """Annotations of a batch of articles; the model is loaded once a process."""
    return language.annotate_articles(batch, language.load_model(settings.model), settings)


# --- reading ------------------------------------------------------------------------------------------------


def _read_documents(shop: Workshop) -> dict[str, list[tuple[StoredDocument, Reading]]]:
    """The states of every article, oldest first, by article id in order."""
    stored = list(shop.writer.documents())
    article_of = settle_articles(stored)
    shop.writer.settle_articles(article_of)
    keys = {each.number: shop.keys.reading(each, article_of[each.number]) for each in stored}
    wanted = {keys[each.number]: replace(each.document, article=article_of[each.number]) for each in stored}
    failures = compute_kept(
        shop,
        "reading",
        wanted,
        partial(read_batch, settings=shop.settings.reading),
        pack=lambda document, read: pack_reading(read, document.text),
    )
    states: dict[str, list[tuple[StoredDocument, Reading]]] = defaultdict(list)
    for each in stored:
        key = keys[each.number]
        if key in failures:
            shop.rejections.append(Rejection(input=article_of[each.number], stage="reading", reason=failures[key]))
            continue
        payload = shop.writer.result("reading", key)
        assert payload is not None  # noqa: S101 - kept a moment ago
        read = unpack_reading(payload, each.document.text)
        states[article_of[each.number]].append((each, read))
    return {article: order_states(states[article]) for article in sorted(states)}


# --- lineage, stories, origins ------------------------------------------------------------------------------


def _load_each(
    shop: Workshop, stage: str, kind: Any, articles: Mapping[str, Article], kept: tuple[dict[str, str], dict[str, str]]
) -> list[Any]:
    """The kept results of `stage` for articles in order; a refused article is noted and left out.

    `kept` are the keys by article, and why there is no result by key.
    """
    keys, failures = kept
    found = []
    for article, key in keys.items():
        if key in failures:
            shop.rejections.append(Rejection(input=article, stage=stage, reason=failures[key]))
        else:
            found.append(_kept(shop, stage, key, kind, articles[article].text))
    return found


def _find_passages(
    shop: Workshop, articles: Mapping[str, Article], digests: Mapping[str, str]
) -> dict[tuple[str, str], tuple[Passage, ...]]:
    settings = shop.settings.lineage
    keys = {article: shop.keys.fingerprint(digests[article]) for article in articles}
    failures = compute_kept(
        shop,
        "lineage",
        {keys[article]: articles[article] for article in articles},
        partial(fingerprint_batch, settings=settings),
        _pack_for_article,
    )
    fingerprints = _load_each(shop, "lineage", lineage.Fingerprint, articles, (keys, failures))
    stock = lineage.judge_stock_text(fingerprints, settings)
    pairs = lineage.find_candidates(fingerprints, stock, settings)
    return _align_pairs(shop, pairs, (articles, digests), stock)


def _align_pairs(
    shop: Workshop,
    pairs: Sequence[tuple[str, str]],
    texts: tuple[Mapping[str, Article], Mapping[str, str]],
    stock: lineage.StockText,
) -> dict[tuple[str, str], tuple[Passage, ...]]:
    """The passages of each pair that has any.

    Kept article by article, with a mark for each partner that was compared: most pairs share nothing, and a row for
    each would weigh more than their articles.
    """
    articles, digests = texts
    stock_digest = content_digest(pack_result(stock))
    keys = {a: shop.keys.passages(digests[a], stock_digest) for a, _ in pairs}
    shop.live["passages"].update(keys.values())
    kept: dict[str, dict[str, tuple[Passage, ...]]] = {
        a: _kept(shop, "passages", key, _PASSAGES_BY_PARTNER) or {} for a, key in keys.items()
    }
    missing = [(a, b) for a, b in sorted(pairs) if _partner(digests[b]) not in kept[a]]
    function = partial(align_batch, stock=stock, settings=shop.settings.lineage)
    shop.progress.start(_TITLES["passages"], len(missing))
    changed: set[str] = set()
    outcomes = shop.engine.map_articles(function, [(articles[a], articles[b]) for a, b in missing], 16)
    for done, ((a, b), outcome) in enumerate(zip(missing, outcomes, strict=True), 1):
        if outcome.value is None:
            shop.rejections.append(Rejection(input=f"{a} {b}", stage="passages", reason=outcome.failure or ""))
        else:
            kept[a][_partner(digests[b])] = outcome.value
            changed.add(a)
        if done % _KEEP_EVERY == 0 or done == len(missing):
            rows = [(keys[each], pack_result(kept[each], _PASSAGES_BY_PARTNER)) for each in sorted(changed)]
            shop.writer.keep_results("passages", rows)
            changed.clear()
        shop.progress.advance()
    shop.progress.done()
    found = {(a, b): kept[a].get(_partner(digests[b]), ()) for a, b in sorted(pairs)}
    return {pair: passages for pair, passages in found.items() if passages}


def _partner(digest: str) -> str:
    """By what the other article of a compared pair is remembered: 48 bits, told apart within one article's few."""
    return digest[:12]


def _judge(
    shop: Workshop, articles: Mapping[str, Article], passages: Mapping[tuple[str, str], tuple[Passage, ...]]
) -> tuple[list[Lineage], list[Passage]]:
    """Lineage of each pair, and its passages with the direction that was found."""
    lineages: list[Lineage] = []
    directed: list[Passage] = []
    function = partial(judge_batch, settings=shop.settings.lineage)
    outcomes = InProcessEngine().map_articles(
        function, [(articles[a], articles[b], found) for (a, b), found in passages.items()], 16
    )
    for ((a, b), found), outcome in zip(passages.items(), outcomes, strict=True):
        if outcome.failure is not None:
            shop.rejections.append(Rejection(input=f"{a} {b}", stage="lineage", reason=outcome.failure))
        judged = outcome.value
        if judged is not None:
            lineages.append(judged)
            directed.extend(replace(passage, direction=judged.direction, via=judged.via) for passage in found)
    return lineages, sorted(directed, key=lambda passage: (passage.a, passage.b, passage.a_span, passage.b_span))


def _group_stories(
    shop: Workshop, articles: Mapping[str, Article], digests: Mapping[str, str], lineages: Sequence[Lineage]
) -> tuple[list[Story], list[Storyline]]:
    settings = shop.settings.stories
    keys = {article: shop.keys.features(digests[article]) for article in articles}
    failures = compute_kept(
        shop,
        "stories",
        {keys[article]: articles[article] for article in articles},
        partial(describe_batch, settings=settings),
        _pack_for_article,
    )
    features = _load_each(shop, "stories", stories.StoryFeatures, articles, (keys, failures))
    shop.progress.start("Grouping stories", None)
    grouped = stories.group_stories(features, lineages, shop.writer.stories(), settings)
    storylines = stories.link_storylines(grouped, features, settings)
    shop.progress.done()
    return grouped, storylines


def _complete_stories(
    grouped: Iterable[Story],
    storylines: Iterable[Storyline],
    origins: Iterable[Origin],
    articles: Mapping[str, Article],
) -> list[Story]:
    """The stories with their counts of outlets and origins, and the storyline that each stands in."""
    storyline_of = {story: storyline.storyline for storyline in storylines for story in storyline.stories}
    origin_count: dict[str, int] = defaultdict(int)
    for origin in origins:
        for story in origin.stories:
            origin_count[story] += 1
    return [
        replace(
            story,
            outlets=len({articles[article].outlet for article in story.articles} - {None}),
            origins=origin_count[story.story],
            storyline=storyline_of.get(story.story),
        )
        for story in grouped
    ]


# --- language and accounts ----------------------------------------------------------------------------------


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
        _pack_for_article,
    )
    annotations: dict[str, Annotation] = {}
    for article, key in keys.items():
        if key in failures:
            shop.rejections.append(Rejection(input=article, stage="language", reason=failures[key]))
        else:
            annotations[article] = _kept(shop, "language", key, Annotation, articles[article].text)
    return annotations, {article: key for article, key in keys.items() if key not in failures}


def _link_names(
    shop: Workshop, articles: Mapping[str, Article], annotations: Mapping[str, Annotation], keys: Mapping[str, str]
) -> tuple[dict[str, Annotation], EntityLinks]:
    """The annotations with who is who across the archive; what changed is kept in place of what was."""
    links = language.link_entities(list(annotations.values()))
    linked = {article: language.apply_links(annotation, links) for article, annotation in annotations.items()}
    changed = [
        (keys[article], _pack_for_article(articles[article], now))
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
    states = _read_documents(shop)
    documents = {article: found[-1][0] for article, found in states.items()}
    readings = {article: found[-1][1] for article, found in states.items()}
    set_aside = tuple(
        Rejection(input=article, stage="reading", reason=read.set_aside)
        for article, read in readings.items()
        if read.set_aside is not None
    )
    articles = {article: read.article for article, read in readings.items() if read.set_aside is None}
    digests = {article: digest_article(each) for article, each in articles.items()}
    versions = [
        version
        for article, found in states.items()
        if len(found) > 1
        for version in lineage.compare_versions([read.article for _, read in found])
        if version.article == article
    ]
    lineages, passages = _judge(shop, articles, _find_passages(shop, articles, digests))
    grouped, storylines = _group_stories(shop, articles, digests, lineages)
    origins = lineage.group_origins(grouped, articles, lineages, passages, shop.settings.lineage)
    told = _complete_stories(grouped, storylines, origins, articles)
    annotations, annotation_keys = _annotate(shop, articles, digests, annotate)
    annotations, links = _link_names(shop, articles, annotations, annotation_keys)
    origin_of = {article: origin.origin for origin in origins for article in origin.articles}
    timeline, wording = _tell_accounts(shop, told, articles, annotations, passages, origin_of)
    stories_of: dict[str, list[str]] = defaultdict(list)
    for story in told:
        for article in story.articles:
            stories_of[article].append(story.story)
    urls = {
        article: tuple(sorted({each.document.url for each, _ in found if each.document.url}))
        for article, found in states.items()
    }
    generation = Generation(
        placements=[
            Placement(
                article=article,
                document=documents[article].number,
                headline=read.article.headline,
                text=read.article.text,
                reading=shop.keys.reading(documents[article], article),
                annotation=annotation_keys.get(article),
                story=stories_of[article][0] if stories_of[article] else None,
                stories=tuple(stories_of[article]),
                origin=origin_of.get(article),
                urls=tuple(sorted({*urls[article], *read.article.urls})),
            )
            for article, read in readings.items()
        ],
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


def _shelve(
    records: Sequence[T], places: Callable[[T], tuple[str, ...]], identity: str | None = None
) -> list[tuple[str | None, tuple[str, ...], object]]:
    """Each record with its id, and with the ids of the stories and articles under which it is looked up."""
    return [(getattr(each, identity) if identity else None, places(each), each) for each in records]
