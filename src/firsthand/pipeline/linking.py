"""Which articles share text: fingerprints into the index, near pairs aligned, and what was found judged.

The index over runs of words is kept in parts. What arrives becomes a part of its own and is looked up in the others.
Stock text, and which pairs of old articles are near, is judged from the whole index when the archive has grown by a
tenth since it was last; in a small archive at each run.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from firsthand import lineage
from firsthand.archive import IndexPart, compress, decompress, pack_result
from firsthand.engines import InProcessEngine
from firsthand.model import Article, Lineage, Passage, Rejection, content_digest
from firsthand.pipeline.library import Library
from firsthand.pipeline.pair_book import PairBook
from firsthand.pipeline.settling import settle_directions
from firsthand.pipeline.workshop import KEEP_EVERY, SMALL_ARCHIVE, STAGE_TITLES, Workshop, is_due, load_result
from firsthand.text.index_blocks import blocks_to_merge

__all__ = ["IndexChanges", "link_texts"]

_GROWTH = 1.1  # of the archive, after which stock text is judged anew
_PAIRS_A_BATCH = 64
_ARTICLES_A_BATCH = 64
_PASSAGES = tuple[Passage, ...]
_Pairs = set[tuple[str, str]]

RUNS, STOCK, PAIRS = "runs", "stock", "pairs"


@dataclass(slots=True)
class IndexChanges:
    """What becomes of the indexes of the archive.

    Attributes:
        indexes: New parts, by name of the index.
        kept: Numbers of the parts that stay, by name.
        judged: Over how many articles something was judged anew, by subject.
    """

    indexes: dict[str, list[IndexPart]] = field(default_factory=dict)
    kept: dict[str, list[int]] = field(default_factory=dict)
    judged: dict[str, int] = field(default_factory=dict)


# --- the stage as functions over batches: at module level, so that a pool of processes can take them --------------


def judge_batch(
    batch: Sequence[tuple[Article, Article, _PASSAGES]], settings: lineage.LineageSettings
) -> list[Lineage | None]:
    """Lineage of a batch of pairs; None where a pair has none."""
    return [lineage.judge_lineage(a, b, found, settings) for a, b, found in batch]


def fingerprint_batch(batch: Sequence[Article], settings: lineage.LineageSettings) -> list[lineage.Fingerprint]:
    """Lineage fingerprints of a batch of articles."""
    return [lineage.fingerprint(article, settings) for article in batch]


def align_batch(
    batch: Sequence[tuple[Article, Article]], stock: lineage.StockText, settings: lineage.LineageSettings
) -> list[_PASSAGES]:
    """Passages of a batch of pairs."""
    return [lineage.align_pair(a, b, stock, settings) for a, b in batch]


# --- over the archive ---------------------------------------------------------------------------------------


def link_texts(shop: Workshop, library: Library) -> tuple[PairBook, IndexChanges]:
    """What the articles share, brought up to date with what changed.

    Nothing is taken over from a run of another version of the stage, or with other settings of it.

    Args:
        shop: The archive, and what the work runs on.
        library: The articles, and which of them changed or went.
    """
    subject = f"{STOCK} {shop.keys.lineage_base}"
    is_fresh = shop.writer.judged_over(subject) == 0
    not_copies, freed = shop.corrections.not_copies, shop.corrections.freed_pairs
    book, changes = PairBook(shop.writer, is_fresh=is_fresh, not_copies=not_copies), IndexChanges()
    book.forget(library.changed | library.gone)
    for first, second in sorted(not_copies):
        book.drop(first, second)
    arrived = lineage.make_block(_fingerprint(shop, library, list(library) if is_fresh else library.changed))
    blocks = {} if is_fresh else _read_blocks(shop, library.changed | library.gone)
    count = len(arrived.articles) + sum(len(block.articles) for block in blocks.values())
    if is_due(shop, subject, count, _GROWTH, is_whole=is_fresh):
        wanted, stock, stale = _judge_anew(shop, library, (arrived, blocks), changes, is_fresh=is_fresh)
        changes.judged[subject] = count
        known = set() if is_fresh else _read_pairs(shop)
        _note_pairs(changes, [], 0, wanted, set())
        missing = {pair for pair in wanted if pair not in known or not stale.isdisjoint(pair)} | (wanted & freed)
        for first, second in known - wanted:
            book.drop(first, second)
    else:
        stock = _read_stock(shop)
        old = list(blocks.values())
        missing = set(lineage.find_arrived_candidates(old, arrived, stock, shop.settings.lineage))
        _keep_blocks(blocks, arrived, changes)
        parts = shop.writer.index(PAIRS)
        _note_pairs(changes, [part.part for part in parts], len(parts), missing, library.changed | library.gone)
        if freed:
            missing |= {pair for pair in freed & _read_pairs(shop) if pair[0] in library and pair[1] in library}
    _align(shop, library, book, missing - not_copies, stock)
    settle_directions(shop, library, book)
    return book, changes


def _fingerprint(shop: Workshop, library: Library, articles: Collection[str]) -> list[lineage.Fingerprint]:
    """Fingerprints of `articles`; one that the stage failed on is noted and left out."""
    ordered = sorted(articles)
    function = partial(fingerprint_batch, settings=shop.settings.lineage)
    shop.progress.start(STAGE_TITLES["lineage"], len(ordered))
    found = []
    outcomes = shop.engine.map_articles(function, (library[article] for article in ordered), _ARTICLES_A_BATCH)
    for article, outcome in zip(ordered, outcomes, strict=True):
        if outcome.value is None:
            shop.rejections.append(Rejection(input=article, stage="lineage", reason=outcome.failure or ""))
        else:
            found.append(outcome.value)
        shop.progress.advance()
    shop.progress.done()
    return found


# --- the index over runs ------------------------------------------------------------------------------------


def _read_blocks(shop: Workshop, stale: Collection[str]) -> dict[int | None, lineage.RunBlock]:
    """The blocks of the index by the number of their part; one that held a stale article is without it, and unnamed."""
    blocks: dict[int | None, lineage.RunBlock] = {}
    changed = []
    for part in shop.writer.index(RUNS):
        block = lineage.unpack_block(part.body)
        if not stale or set(block.articles).isdisjoint(stale):
            blocks[part.part] = block
        else:
            changed.append(lineage.merge_blocks([block], without=stale))
    if changed:
        blocks[None] = lineage.merge_blocks(changed)
    return blocks


def _judge_anew(
    shop: Workshop,
    library: Library,
    held: tuple[lineage.RunBlock, Mapping[int | None, lineage.RunBlock]],
    changes: IndexChanges,
    *,
    is_fresh: bool,
) -> tuple[_Pairs, lineage.StockText, frozenset[str]]:
    """All near pairs, the stock text, and the articles that hold text which is stock now and was not, or no more."""
    settings = shop.settings.lineage
    arrived, blocks = held
    index = lineage.merge_blocks([*blocks.values(), arrived])
    stock = lineage.judge_indexed_stock_text(index, settings)
    before = lineage.StockText() if is_fresh else _read_stock(shop)
    stale = library.changed | lineage.find_stock_changes(index, before, stock)
    if before != stock and len(index.articles) <= SMALL_ARCHIVE:
        # A run of stock text may stand in an article that keeps its neighbours in its fingerprint instead.
        stale = frozenset(index.articles)
    changes.indexes |= {
        RUNS: [IndexPart(part=0, size=len(index.entries), body=lineage.pack_block(index))],
        STOCK: [IndexPart(part=0, size=len(stock.runs), body=stock.runs)],
    }
    return set(lineage.find_indexed_candidates(index, stock, settings)), stock, stale


def _read_stock(shop: Workshop) -> lineage.StockText:
    return lineage.StockText(runs=b"".join(part.body for part in shop.writer.index(STOCK)))


def _keep_blocks(
    blocks: Mapping[int | None, lineage.RunBlock],
    arrived: lineage.RunBlock,
    changes: IndexChanges,
) -> None:
    """Put the arrived block behind the others, and merge the last ones where that keeps them few."""
    held = [(part, block) for part, block in blocks.items() if block.articles]
    held += [(None, arrived)] if arrived.articles else []
    last = blocks_to_merge([len(block.entries) for _, block in held])
    if last:
        held = [*held[:-last], (None, lineage.merge_blocks([block for _, block in held[-last:]]))]
    next_part = 1 + max((part for part in blocks if part is not None), default=-1)
    new = [block for part, block in held if part is None]
    changes.kept[RUNS] = [part for part, _ in held if part is not None]
    changes.indexes[RUNS] = [
        IndexPart(part=next_part + number, size=len(block.entries), body=lineage.pack_block(block))
        for number, block in enumerate(new)
    ]


# --- which pairs were compared ------------------------------------------------------------------------------


def _note_pairs(changes: IndexChanges, kept: Sequence[int], part: int, pairs: _Pairs, stale: Collection[str]) -> None:
    """Keep which pairs were compared since the index was last judged as a whole; most of them share nothing."""
    lines = [" ".join(map(_quote, sorted(stale)))] + [f"{_quote(a)} {_quote(b)}" for a, b in sorted(pairs)]
    changes.kept[PAIRS] = list(kept)
    changes.indexes[PAIRS] = [
        IndexPart(part=part, size=len(pairs), body=compress("\n".join(lines).encode("utf-8", "surrogatepass")))
    ]


def _read_pairs(shop: Workshop) -> _Pairs:
    """The pairs that were compared and still stand."""
    found: _Pairs = set()
    for part in shop.writer.index(PAIRS):
        first, *lines = decompress(part.body).decode("utf-8", "surrogatepass").split("\n")
        stale = frozenset(map(_unquote, first.split(" ")))
        found = {pair for pair in found if stale.isdisjoint(pair)}
        for line in lines:
            a, _, b = line.partition(" ")
            found.add((_unquote(a), _unquote(b)))
    return found


def _quote(article: str) -> str:
    """An id without blanks and line ends."""
    return article.replace("%", "%25").replace(" ", "%20").replace("\n", "%0A")


def _unquote(quoted: str) -> str:
    return quoted.replace("%0A", "\n").replace("%20", " ").replace("%25", "%")


# --- alignment ----------------------------------------------------------------------------------------------


def _align(
    shop: Workshop, library: Library, book: PairBook, pairs: Collection[tuple[str, str]], stock: lineage.StockText
) -> None:
    """Align `pairs` and note what they share. What was aligned before the run was killed is not aligned again."""
    stock_digest = content_digest(pack_result(stock))
    keys = {pair: shop.keys.passages(library.digest(pair[0]), library.digest(pair[1]), stock_digest) for pair in pairs}
    # Neighbours share an article, so that a worker makes each ready for comparing about once.
    ordered = lineage.order_pairs(pairs)
    found: dict[tuple[str, str], _PASSAGES] = {}
    for pair in ordered:
        kept = load_result(shop, "passages", keys[pair], _PASSAGES)
        if kept is not None:
            found[pair] = kept
    missing = [pair for pair in ordered if pair not in found]
    function = partial(align_batch, stock=stock, settings=shop.settings.lineage)
    shop.progress.start(STAGE_TITLES["passages"], len(missing))
    held: list[tuple[str, int | None, bytes]] = []
    outcomes = shop.engine.map_articles(function, ((library[a], library[b]) for a, b in missing), _PAIRS_A_BATCH)
    for pair, outcome in zip(missing, outcomes, strict=True):
        if outcome.value is None:
            shop.rejections.append(Rejection(input=" ".join(pair), stage="passages", reason=outcome.failure or ""))
        else:
            found[pair] = outcome.value
            held.append((keys[pair], None, pack_result(outcome.value, _PASSAGES)))
        if len(held) >= KEEP_EVERY * 5:
            shop.writer.keep_results("passages", held)
            held = []
        shop.progress.advance()
    shop.progress.done()
    _judge(shop, library, book, found)


def _judge(shop: Workshop, library: Library, book: PairBook, found: Mapping[tuple[str, str], _PASSAGES]) -> None:
    """The lineage of each pair that shares something; the others share nothing any more."""
    sharing = sorted(pair for pair, passages in found.items() if passages)
    function = partial(judge_batch, settings=shop.settings.lineage)
    items: Iterable[tuple[Article, Article, _PASSAGES]] = ((library[a], library[b], found[a, b]) for a, b in sharing)
    outcomes = InProcessEngine().map_articles(function, items, 16)
    for (a, b), outcome in zip(sharing, outcomes, strict=True):
        if outcome.failure is not None:
            shop.rejections.append(Rejection(input=f"{a} {b}", stage="lineage", reason=outcome.failure))
        if outcome.value is None:
            book.drop(a, b)
        else:
            book.put(outcome.value, found[a, b])
    for a, b in found.keys() - set(sharing):
        book.drop(a, b)
