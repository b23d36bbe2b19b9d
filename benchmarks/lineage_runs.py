"""One method over one corpus, each in a process of its own, so that what it costs is its own cost."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import msgspec

from firsthand.engines import InProcessEngine, PoolEngine
from firsthand.engines.engine import Engine
from firsthand.lineage import (
    Fingerprint,
    LineageSettings,
    RunBlock,
    StockText,
    align_pair,
    find_arrived_candidates,
    find_indexed_candidates,
    fingerprint,
    judge_indexed_stock_text,
    make_block,
    order_pairs,
)
from firsthand.model import Article

__all__ = [
    "PERMUTATIONS",
    "SHINGLE",
    "Arrival",
    "Run",
    "add_articles",
    "find_passages",
    "find_with_minhash",
    "run_alone",
]

PERMUTATIONS = 256
SHINGLE = 5  # words, as is usual for news
_ARTICLES_A_BATCH = 200
_PAIRS_A_BATCH = 128
_SAY_EVERY_S = 5.0

T = TypeVar("T")
Pairs = set[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one method found, and what it took.

    Attributes:
        pairs: Linked articles, smaller id first.
        steps: Name and seconds of each step.
        busy_s: Seconds of processor time, of all its processes: what it costs whatever else the machine does.
        gigabytes: Peak of its processes, their peaks added up, the texts included.
    """

    pairs: Pairs
    steps: tuple[tuple[str, float], ...]
    busy_s: float
    gigabytes: float

    @property
    def seconds(self) -> float:
        """Of all steps."""
        return sum(each for _, each in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Processor time that adding some articles to none takes, and to an archive, with the pairs found each time."""

    busy_s_to_none: float
    busy_s_to_archive: float
    pairs_to_none: int
    pairs_to_archive: int


def run_alone(function: Callable[..., T], *arguments: object) -> T:
    """`function` in a new process; at module level, and what it takes and gives picklable."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        return alone.submit(function, *arguments).result()


def _say(what: str) -> None:
    sys.stderr.write(f"{what}\n")
    sys.stderr.flush()


def _count_off(items: Iterable[T], what: str, count: int) -> Iterator[T]:
    """The items, with a line now and then about how far it is."""
    said = time.monotonic()
    for number, item in enumerate(items, 1):
        yield item
        if time.monotonic() - said > _SAY_EVERY_S:
            _say(f"  {what}: {number:,} of {count:,}")
            said = time.monotonic()


def _load(path: str) -> list[Article]:
    return msgspec.json.decode(Path(path).read_bytes(), type=list[Article])


def _peak_gigabytes() -> float:
    """The most memory that this process held since its program began."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


# --- ours -----------------------------------------------------------------------------------------------------------


def fingerprint_batch(batch: Sequence[Article], settings: LineageSettings) -> list[Fingerprint]:
    """Fingerprints of a batch; at module level, so that a pool can take it."""
    return [fingerprint(article, settings) for article in batch]


def align_batch(batch: Sequence[tuple[Article, Article]], stock: StockText, settings: LineageSettings) -> list[bool]:
    """Whether each pair shares a passage."""
    return [bool(align_pair(a, b, stock, settings)) for a, b in batch]


def report_batch(batch: Sequence[int]) -> list[tuple[int, tuple[float, float]]]:
    """The process that takes the batch, with its peak memory and its seconds of processor time."""
    time.sleep(0.05)  # long enough that each worker takes one
    return [(os.getpid(), (_peak_gigabytes(), time.process_time())) for _ in batch]


def _fingerprint_all(engine: Engine, articles: Sequence[Article], settings: LineageSettings) -> list[Fingerprint]:
    function = partial(fingerprint_batch, settings=settings)
    made = engine.map_articles(function, articles, _ARTICLES_A_BATCH)
    return [each.value for each in _count_off(made, "fingerprints", len(articles)) if each.value is not None]


def _align_all(
    engine: Engine,
    articles: Iterable[Article],
    candidates: Sequence[tuple[str, str]],
    stock: StockText,
    settings: LineageSettings,
) -> Pairs:
    texts = {article.article: article for article in articles}
    ordered = order_pairs(candidates)
    function = partial(align_batch, stock=stock, settings=settings)
    outcomes = engine.map_articles(function, ((texts[a], texts[b]) for a, b in ordered), _PAIRS_A_BATCH)
    both = zip(ordered, _count_off(outcomes, "pairs aligned", len(ordered)), strict=True)
    return {pair for pair, outcome in both if outcome.value}


def find_passages(path: str, workers: int) -> Run:
    """Ours over the articles at `path`, with so many processes."""
    articles, settings = _load(path), LineageSettings()
    engine = PoolEngine(workers)
    try:
        begun, busy_s = time.perf_counter(), -time.process_time()
        fingerprints = _fingerprint_all(engine, articles, settings)
        indexed = time.perf_counter()
        index = make_block(fingerprints)
        stock = judge_indexed_stock_text(index, settings)
        candidates = find_indexed_candidates(index, stock, settings)
        found = time.perf_counter()
        pairs = _align_all(engine, articles, candidates, stock, settings)
        ended = time.perf_counter()
        busy_s += time.process_time()
        told = dict(each.value for each in engine.map_articles(report_batch, range(4 * workers), 1) if each.value)
    finally:
        engine.close()
    return Run(
        pairs=pairs,
        steps=(
            ("fingerprints", indexed - begun),
            ("index, stock text and candidates", found - indexed),
            (f"alignment of {len(candidates):,} pairs", ended - found),
        ),
        busy_s=busy_s + sum(busy for _, busy in told.values()),
        gigabytes=_peak_gigabytes() + sum(peak for peak, _ in told.values()),
    )


def add_articles(path: str, arrived_path: str) -> Arrival:
    """What adding articles costs, in one process: to an empty archive, and to one of the articles at `path`.

    From their texts to their passages. The index and the stock text of the archive are at hand, as they are kept.
    """
    articles, arrived, settings = _load(path), _load(arrived_path), LineageSettings()
    archive = make_block(_fingerprint_all(InProcessEngine(), articles, settings))
    stock = judge_indexed_stock_text(archive, settings)
    _add((), StockText(), articles, arrived)  # what is worked out once for a process is worked out
    measured: dict[bool, list[tuple[float, int]]] = {False: [], True: []}
    for _ in range(3):
        measured[False].append(_add((), StockText(), articles, arrived))
        measured[True].append(_add((archive,), stock, articles, arrived))
    (alone, pairs_alone), (together, pairs_together) = min(measured[False]), min(measured[True])
    return Arrival(
        busy_s_to_none=alone,
        busy_s_to_archive=together,
        pairs_to_none=pairs_alone,
        pairs_to_archive=pairs_together,
    )


def _add(
    blocks: Sequence[RunBlock], stock: StockText, articles: Sequence[Article], arrived: Sequence[Article]
) -> tuple[float, int]:
    """Seconds of processor time, and the pairs found."""
    settings, engine = LineageSettings(), InProcessEngine()
    begun = time.process_time()
    block = make_block(_fingerprint_all(engine, arrived, settings))
    candidates = find_arrived_candidates(blocks, block, stock, settings)
    wanted = {article for pair in candidates for article in pair}
    held = [article for article in (*articles, *arrived) if article.article in wanted]
    pairs = _align_all(engine, held, candidates, stock, settings)
    return time.process_time() - begun, len(pairs)


# --- the peer -------------------------------------------------------------------------------------------------------


def _shingles(text: str) -> set[bytes]:
    words = text.lower().split()
    return {" ".join(words[place : place + SHINGLE]).encode() for place in range(len(words) - SHINGLE + 1)}


def find_with_minhash(path: str, threshold: float) -> Run:
    """The articles at `path` that datasketch's MinHash LSH pairs at a Jaccard similarity of `threshold`."""
    from datasketch import MinHash, MinHashLSH

    articles = _load(path)
    begun, busy_s = time.perf_counter(), -time.process_time()
    index, sketches = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS), {}
    for article in _count_off(articles, "MinHash", len(articles)):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch(_shingles(article.text))
        index.insert(article.article, sketch)
        sketches[article.article] = sketch
    pairs = {
        (min(article, other), max(article, other))
        for article, sketch in sketches.items()
        for other in index.query(sketch)
        if article != other
    }
    seconds, busy_s = time.perf_counter() - begun, busy_s + time.process_time()
    return Run(pairs=pairs, steps=(("all", seconds),), busy_s=busy_s, gigabytes=_peak_gigabytes())
