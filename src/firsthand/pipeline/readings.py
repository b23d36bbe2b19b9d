"""Stored documents into readings: which are states of one article, and what of them belongs to their outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from firsthand import reading
from firsthand.archive import StoredDocument, pack_reading, unpack_reading
from firsthand.model import OutletRepeat, RawDocument, Reading, Rejection
from firsthand.pipeline.settle import order_states, settle_articles
from firsthand.pipeline.workshop import Workshop, compute_kept

__all__ = ["ArticleState", "ReadArticles", "read_documents"]

_Repeats = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleState:
    """One state of an article: the document that it was read from, and the reading with the key it is kept by."""

    stored: StoredDocument
    read: Reading
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticles:
    """Every article of the archive as read."""

    states: Mapping[str, Sequence[ArticleState]]  # by article id in order; oldest first, the last is current
    urls: Mapping[str, tuple[str, ...]]  # every address at which any state of an article was found, sorted
    repeats: tuple[OutletRepeat, ...]


def read_batch(batch: Sequence[tuple[RawDocument, _Repeats]], settings: reading.ReadingSettings) -> list[Reading]:
    """Readings of a batch of documents, each with the digests of the lines in it that its outlet repeats."""
    return [reading.read_article(document, settings, repeats) for document, repeats in batch]


def read_documents(shop: Workshop) -> ReadArticles:
    """Every article of the archive, read; what was read before is taken from where it is kept.

    A document is read up to three times: under the id that its source suggests; under another where its text shows it
    to be an article that is here already; and again without the lines that its outlet's other articles show to be no
    part of it.
    """
    heads = list(shop.writer.document_heads())
    suggested = settle_articles(heads)
    first = _read(shop, heads, suggested, {})
    settled = settle_articles(heads, {number: state.read for number, state in first.items()})
    moved = [head for head in heads if settled[head.number] != suggested[head.number]]
    shop.live["reading"] -= {first.pop(head.number).key for head in moved if head.number in first}
    read = first | _read(shop, moved, settled, {})
    shop.writer.settle_articles(settled)
    states = _states_of(read, settled)
    repeats, lines_of = _judge_repeats(states)
    touched = {number: lines_of[settled[number]] for number in read if settled[number] in lines_of}
    if touched:
        again = [head for head in heads if head.number in touched]
        states = _states_of(read | _read(shop, again, settled, touched), settled)
    return ReadArticles(states=states, urls=_urls_of(read, settled), repeats=repeats)


def _judge_repeats(
    states: Mapping[str, Sequence[ArticleState]],
) -> tuple[tuple[OutletRepeat, ...], dict[str, _Repeats]]:
    """The lines that outlets repeat, and which of them each article holds, by its id; judged by current states."""
    by_outlet: dict[str, list[Reading]] = defaultdict(list)
    for found in states.values():
        if found[-1].read.article.outlet:
            by_outlet[found[-1].read.article.outlet].append(found[-1].read)
    marks = [
        reading.mark_lines(read)
        for readings in by_outlet.values()
        if len(readings) >= reading.FEWEST_ARTICLES
        for read in readings
    ]
    repeats = reading.judge_repeats(marks)
    return repeats, reading.repeats_by_article(marks, repeats)


def _read(
    shop: Workshop, heads: Sequence[StoredDocument], article_of: Mapping[int, str], repeats: Mapping[int, _Repeats]
) -> dict[int, ArticleState]:
    """Readings of documents under their articles' ids, by number; one that was refused is noted and left out."""
    keys = {
        head.number: shop.keys.reading(head, article_of[head.number], repeats.get(head.number, frozenset()))
        for head in heads
    }

    def load(number: int) -> tuple[RawDocument, _Repeats]:
        document = shop.writer.document(number).document
        return replace(document, article=article_of[number]), repeats.get(number, frozenset())

    failures = compute_kept(
        shop,
        "reading",
        {key: number for number, key in keys.items()},
        partial(read_batch, settings=shop.settings.reading),
        lambda given, read: pack_reading(read, given[0].text),
        load,
    )
    found = {}
    for head in heads:
        key = keys[head.number]
        if key in failures:
            shop.rejections.append(Rejection(input=article_of[head.number], stage="reading", reason=failures[key]))
            continue
        payload = shop.writer.result("reading", key)
        assert payload is not None  # noqa: S101 - kept a moment ago
        read = unpack_reading(payload, shop.writer.document_text(head.number))
        found[head.number] = ArticleState(stored=head, read=read, key=key)
    return found


def _states_of(read: Mapping[int, ArticleState], article_of: Mapping[int, str]) -> dict[str, list[ArticleState]]:
    states: dict[str, list[ArticleState]] = defaultdict(list)
    for number, state in read.items():
        states[article_of[number]].append(state)
    by_reading = {id(state.read): state for state in read.values()}
    return {
        article: [
            by_reading[id(one)] for _, one in order_states([(each.stored, each.read) for each in states[article]])
        ]
        for article in sorted(states)
    }


def _urls_of(read: Mapping[int, ArticleState], article_of: Mapping[int, str]) -> dict[str, tuple[str, ...]]:
    urls: dict[str, set[str]] = defaultdict(set)
    for number, state in read.items():
        claimed = state.stored.document.url
        urls[article_of[number]].update((*state.read.article.urls, *((claimed,) if claimed else ())))
    return {article: tuple(sorted(found)) for article, found in urls.items()}
