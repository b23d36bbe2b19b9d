"""What articles have in common: passages, lineage, stories, storylines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from firsthand import lineage, stories
from firsthand.archive import pack_result
from firsthand.engines import InProcessEngine
from firsthand.model import Article, Lineage, Origin, Passage, Rejection, Story, Storyline, content_digest
from firsthand.pipeline.workshop import (
    KEEP_EVERY,
    STAGE_TITLES,
    Workshop,
    compute_kept,
    load_each,
    load_result,
    pack_for_article,
)

__all__ = ["complete_stories", "find_passages", "group_stories", "judge_pairs"]

_PAIRS_A_BATCH = 64
_PASSAGES_BY_PARTNER = dict[str, tuple[Passage, ...]]


# --- the stages as functions over batches: at module level, so that a pool of processes can take them -------------


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


# --- over the archive ---------------------------------------------------------------------------------------


def find_passages(
    shop: Workshop, articles: Mapping[str, Article], digests: Mapping[str, str]
) -> dict[tuple[str, str], tuple[Passage, ...]]:
    """The passages of each pair of articles that has any, by its ids in order."""
    settings = shop.settings.lineage
    keys = {article: shop.keys.fingerprint(digests[article]) for article in articles}
    failures = compute_kept(
        shop,
        "lineage",
        {keys[article]: articles[article] for article in articles},
        partial(fingerprint_batch, settings=settings),
        pack_for_article,
    )
    fingerprints = load_each(shop, "lineage", lineage.Fingerprint, articles, (keys, failures))
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
        a: load_result(shop, "passages", key, _PASSAGES_BY_PARTNER) or {} for a, key in keys.items()
    }
    # Neighbours share an article, so that a worker makes each ready for comparing about once.
    missing = [(a, b) for a, b in lineage.order_pairs(pairs) if _partner(digests[b]) not in kept[a]]
    function = partial(align_batch, stock=stock, settings=shop.settings.lineage)
    shop.progress.start(STAGE_TITLES["passages"], len(missing))
    changed: set[str] = set()
    outcomes = shop.engine.map_articles(function, ((articles[a], articles[b]) for a, b in missing), _PAIRS_A_BATCH)
    for done, ((a, b), outcome) in enumerate(zip(missing, outcomes, strict=True), 1):
        if outcome.value is None:
            shop.rejections.append(Rejection(input=f"{a} {b}", stage="passages", reason=outcome.failure or ""))
        else:
            kept[a][_partner(digests[b])] = outcome.value
            changed.add(a)
        if done % KEEP_EVERY == 0 or done == len(missing):
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


def judge_pairs(
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


def group_stories(
    shop: Workshop, articles: Mapping[str, Article], digests: Mapping[str, str], lineages: Sequence[Lineage]
) -> tuple[list[Story], list[Storyline]]:
    """The stories, with the ids that they had before, and the storylines that link them."""
    settings = shop.settings.stories
    keys = {article: shop.keys.features(digests[article]) for article in articles}
    failures = compute_kept(
        shop,
        "stories",
        {keys[article]: articles[article] for article in articles},
        partial(describe_batch, settings=settings),
        pack_for_article,
    )
    features = load_each(shop, "stories", stories.StoryFeatures, articles, (keys, failures))
    shop.progress.start("Grouping stories", None)
    grouped = stories.group_stories(features, lineages, shop.writer.stories(), settings)
    storylines = stories.link_storylines(grouped, features, settings)
    shop.progress.done()
    return grouped, storylines


def complete_stories(
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
