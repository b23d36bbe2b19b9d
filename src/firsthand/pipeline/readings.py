"""Stored documents into readings: which are states of one article, and what of them belongs to their outlet.

Only what arrived is read, and what hangs together with it: the other states of the same article, and where an outlet's
lines are judged anew, the articles that hold them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from firsthand import reading
from firsthand.archive import StoredDocument, pack_reading, unpack_reading
from firsthand.model import OutletRepeat, RawDocument, Reading, Rejection
from firsthand.pipeline.settle import identity_digests, order_states, settle_articles
from firsthand.pipeline.workshop import Workshop, compute_kept, is_due

__all__ = ["Arrivals", "ArticleState", "read_arrivals"]

_Repeats = frozenset[str]

_GROWTH = 2.0  # an outlet's lines are judged anew when its articles have doubled: all of them are looked at for it


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleState:
    """One state of an article: the document that it was read from, and the reading with the key it is kept by."""

    stored: StoredDocument
    read: Reading
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """The articles that were read in this run: new ones, those with a new state, those whose lines were judged anew.

    Attributes:
        states: By article id in order; oldest first, the last is current.
        urls: Every address at which any state of an article was found, sorted.
        settled: By which id each of their documents goes, by its number.
        identities: What shows each of these documents to be a state of an article.
        gone: Articles of the last run that are no more: removed, or taken up by another.
        repeats: The lines of each outlet that was judged anew.
        judged: How many articles of each such outlet there were.
    """

    states: Mapping[str, Sequence[ArticleState]]
    urls: Mapping[str, tuple[str, ...]]
    settled: Mapping[int, str]
    identities: Mapping[int, frozenset[bytes]]
    gone: frozenset[str]
    repeats: Mapping[str, tuple[OutletRepeat, ...]]
    judged: Mapping[str, int]


def read_batch(batch: Sequence[tuple[RawDocument, _Repeats]], settings: reading.ReadingSettings) -> list[Reading]:
    """Readings of a batch of documents, each with the digests of the lines in it that its outlet repeats."""
    return [reading.read_article(document, settings, repeats) for document, repeats in batch]


def read_arrivals(shop: Workshop, *, is_whole: bool, removed: Collection[str] = ()) -> Arrivals:
    """The articles that arrived, read; what was read before is taken from where it is kept.

    A document is read up to three times: under the id that its source suggests; under another where its text shows it
    to be an article that is here already; and again without the lines that its outlet's other articles show to be no
    part of it.

    Args:
        shop: The archive, and what the work runs on.
        is_whole: Whether every document of the archive is read.
        removed: Ids of articles whose documents are passed over: they are to go.
    """
    heads = shop.writer.document_heads() if is_whole else shop.writer.arrived_heads()
    pool = {head.number: head for head in heads if head.article is None or head.article not in removed}
    _take_in_kin(shop, pool, {number: identity_digests(head) for number, head in pool.items()}, removed)
    suggested = settle_articles(_in_order(pool), is_taken=shop.writer.has_article)
    read = _read(shop, _in_order(pool), suggested, {})
    marks = {number: identity_digests(state.stored, state.read) for number, state in read.items()}
    if _take_in_kin(shop, pool, marks, removed):
        newcomers = [head for head in _in_order(pool) if head.number not in suggested]
        read |= _read(shop, newcomers, {head.number: str(head.article) for head in newcomers}, {})
    settled = settle_articles(
        _in_order(pool), {number: state.read for number, state in read.items()}, shop.writer.has_article
    )
    read |= _read_moved(shop, pool, read, suggested, settled)
    states = _states_of(read, settled)
    gone = {head.article for head in pool.values() if head.article is not None} - set(settled.values())
    arrivals = Arrivals(
        states=states,
        urls=_urls_of(read, settled),
        settled=settled,
        identities={number: identity_digests(state.stored, state.read) for number, state in read.items()},
        gone=frozenset(gone.union(removed)),
        repeats={},
        judged={},
    )
    return _settle_repeats(shop, arrivals, pool, is_whole=is_whole)


def _in_order(pool: Mapping[int, StoredDocument]) -> list[StoredDocument]:
    """By digest: the order of arrival decides nothing."""
    return sorted(pool.values(), key=lambda head: head.digest)


def _take_in_kin(
    shop: Workshop,
    pool: dict[int, StoredDocument],
    identities: Mapping[int, frozenset[bytes]],
    removed: Collection[str],
) -> bool:
    """Bring the other states of the same articles into `pool`; whether there were any."""
    bearing = {identity for found in identities.values() for identity in found}
    kin = shop.writer.articles_of(sorted(bearing)) | {head.article for head in pool.values() if head.article}
    before = len(pool)
    for article in sorted(kin.difference(removed)):
        pool.update((head.number, head) for head in shop.writer.article_heads(article) if head.number not in pool)
    return len(pool) > before


def _read_moved(
    shop: Workshop,
    pool: Mapping[int, StoredDocument],
    read: dict[int, ArticleState],
    suggested: Mapping[int, str],
    settled: Mapping[int, str],
) -> dict[int, ArticleState]:
    """Readings of the documents that go by another id than was thought; the others under that id are dropped."""
    moved = [
        head for head in _in_order(pool) if settled[head.number] != suggested.get(head.number, settled[head.number])
    ]
    shop.live["reading"] -= {read.pop(head.number).key for head in moved if head.number in read}
    return _read(shop, moved, settled, {})


# --- an outlet's repeats ------------------------------------------------------------------------------------


def _settle_repeats(shop: Workshop, arrivals: Arrivals, pool: dict[int, StoredDocument], *, is_whole: bool) -> Arrivals:
    """`arrivals`, read without the lines that their outlets repeat, with the articles that this concerns."""
    repeats: dict[str, tuple[OutletRepeat, ...]] = {}
    judged: dict[str, int] = {}
    lines_of: dict[str, _Repeats] = {}
    left = _count_left(shop, arrivals)
    for outlet in sorted(left):
        here = {article: states[-1].read for article, states in arrivals.states.items() if _outlet(states) == outlet}
        count = len(here) + (0 if is_whole else left[outlet])
        if not is_due(shop, _subject(outlet), count, _GROWTH, is_whole=is_whole):
            marks = [reading.mark_lines(read) for read in here.values()]
            lines_of |= reading.repeats_by_article(marks, shop.writer.shelves.owned("repeats", OutletRepeat, outlet))
            continue
        judged[_subject(outlet)] = count
        others = set() if is_whole else set(shop.writer.outlet_articles(outlet)) - set(arrivals.states) - arrivals.gone
        # An outlet with few articles repeats nothing; those read without a line before are given it back.
        looked_at = (*here.values(), *_bare_readings(shop, others)) if count >= reading.FEWEST_ARTICLES else ()
        marks = [reading.mark_lines(read) for read in looked_at]
        repeats[outlet] = reading.judge_repeats(marks)
        lines_of |= reading.repeats_by_article(marks, repeats[outlet])
        _take_in_changed(shop, pool, sorted(others), lines_of)
    return _read_without(shop, replace(arrivals, repeats=repeats, judged=judged), pool, lines_of)


def _subject(outlet: str) -> str:
    return f"repeats of {outlet}"


def _outlet(states: Sequence[ArticleState]) -> str | None:
    return states[-1].read.article.outlet


def _count_left(shop: Workshop, arrivals: Arrivals) -> dict[str, int]:
    """The outlets of which an article came, changed or went, with how many others each has in the archive."""
    rows = [shop.writer.article_row(article) for article in {*arrivals.states, *arrivals.gone}]
    before = Counter(row.outlet for row in rows if row is not None)
    counts = shop.writer.outlet_counts()
    outlets = {*before, *(_outlet(states) for states in arrivals.states.values())}
    return {outlet: counts.get(outlet, 0) - before[outlet] for outlet in outlets if outlet is not None}


def _bare_readings(shop: Workshop, articles: Collection[str]) -> Iterable[Reading]:
    """The readings of articles as they were made without any repeats."""
    for article in sorted(articles):
        row = shop.writer.article_row(article)
        assert row is not None  # noqa: S101 - named by the archive a moment ago
        head = shop.writer.document_head(row.document)
        payload = shop.writer.result("reading", shop.keys.reading(head, article))
        if payload is not None:
            yield unpack_reading(payload, shop.writer.document_text(row.document))


def _take_in_changed(
    shop: Workshop, pool: dict[int, StoredDocument], articles: Sequence[str], lines_of: Mapping[str, _Repeats]
) -> None:
    """Bring into `pool` the articles that are to be read without other lines than before."""
    for article in articles:
        row = shop.writer.article_row(article)
        if row is None:
            continue
        head = shop.writer.document_head(row.document)
        if shop.keys.reading(head, article, lines_of.get(article, frozenset())) != row.reading:
            pool.update((each.number, each) for each in shop.writer.article_heads(article))


def _read_without(
    shop: Workshop, arrivals: Arrivals, pool: Mapping[int, StoredDocument], lines_of: Mapping[str, _Repeats]
) -> Arrivals:
    """`arrivals` with every article of `pool` read without the lines that its outlet repeats."""
    settled = {number: arrivals.settled.get(number, str(head.article)) for number, head in pool.items()}
    touched = {number: lines_of[article] for number, article in settled.items() if article in lines_of}
    # What was not among the arrivals has come in because its lines changed; it may have none of them any more.
    anew = [head for head in _in_order(pool) if head.number in touched or head.number not in arrivals.settled]
    if not anew:
        return arrivals
    # The bare readings stay: from them the lines are judged next time.
    _read(shop, [head for head in anew if head.number not in arrivals.settled], settled, {})
    kept = {state.stored.number: state for states in arrivals.states.values() for state in states}
    again = _read(shop, anew, settled, touched)
    read = {number: again.get(number) or kept[number] for number in settled if number in again or number in kept}
    return replace(
        arrivals,
        states=_states_of(read, settled),
        urls=dict(arrivals.urls) | _urls_of(read, settled),
        settled=settled,
    )


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

    numbers = {key: (number, number) for number, key in keys.items()}
    failures = compute_kept(
        shop,
        "reading",
        numbers,
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
