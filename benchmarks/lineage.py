"""Planted copies found again: recall by kind and length, time and memory, against MinHash in the same run."""

from __future__ import annotations

import os
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from benchmarks.copies import Corpus, Planted, make_corpus
from benchmarks.table import Table
from firsthand.engines import PoolEngine
from firsthand.lineage import (
    Fingerprint,
    LineageSettings,
    StockText,
    align_pair,
    find_candidates,
    fingerprint,
    judge_stock_text,
    order_pairs,
)
from firsthand.model import Article

__all__ = ["measure"]

_ARTICLES = int(os.environ.get("FIRSTHAND_BENCHMARK_ARTICLES", "10000"))
_WORKERS = 2
_PERMUTATIONS = 256
_THRESHOLDS = (0.5, 0.8)
_SHINGLE = 5  # words, as is usual for news
_LENGTHS = ((0, 60), (60, 150), (150, 400), (400, 100_000))

Pairs = set[tuple[str, str]]


def measure() -> list[Table]:
    """What each method finds of the planted pairs, and at what cost. FIRSTHAND_BENCHMARK_ARTICLES sets the size."""
    corpus = make_corpus(_ARTICLES)
    found, steps = _find_passages(corpus)
    peers = [(f"datasketch at {threshold}", *_find_with_minhash(corpus, threshold)) for threshold in _THRESHOLDS]
    seconds = sum(each for _, each in steps)
    rows = [_score("firsthand", found, seconds, seconds, corpus)]
    rows += [_score(name, pairs, each, seconds, corpus) for name, pairs, each in peers]
    memory = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1e6
    return [
        Table(
            title=f"{_ARTICLES:,} invented articles, {len(corpus.pairs):,} pairs with planted text, "
            f"{_WORKERS} processes",
            columns=("method", "seconds", "times ours", "pairs", "recall", "precision"),
            rows=tuple(rows),
            note=f"MinHash: {_PERMUTATIONS} permutations, runs of {_SHINGLE} words, one process; it names pairs, "
            f"ours names the passages too. Memory of ours and MinHash together: at most {memory:.1f} GB.",
        ),
        Table(
            title="Steps of ours",
            columns=("step", "seconds"),
            rows=tuple((step, f"{each:.1f}") for step, each in steps),
        ),
        _by(corpus, found, "what was done to the copy", lambda each: each.kind),
        _by(corpus, found, "words of the source in the copy", _length),
    ]


def _score(name: str, pairs: Pairs, seconds: float, ours: float, corpus: Corpus) -> tuple[str, ...]:
    return (
        name,
        f"{seconds:.0f}",
        f"{seconds / ours:.2f}",
        f"{len(pairs):,}",
        f"{len(pairs & corpus.pairs) / len(corpus.pairs):.3f}",
        f"{len(pairs & corpus.touching) / max(1, len(pairs)):.4f}",
    )


def _length(planted: Planted) -> str:
    low, high = next(each for each in _LENGTHS if each[0] <= planted.words < each[1])
    return f"{low} to {high - 1}" if high < _LENGTHS[-1][1] else f"{low} and more"


def _by(corpus: Corpus, found: Pairs, title: str, group: Callable[[Planted], str]) -> Table:
    groups: dict[str, list[bool]] = defaultdict(list)
    for each in corpus.planted:
        groups[group(each)].append((each.source, each.copy) in found)
    return Table(
        title=f"Planted copies found, by {title}",
        columns=("", "planted", "recall"),
        rows=tuple((name, f"{len(hits):,}", f"{sum(hits) / len(hits):.3f}") for name, hits in groups.items()),
    )


# --- ours -----------------------------------------------------------------------------------------------------------


def fingerprint_batch(batch: Sequence[Article], settings: LineageSettings) -> list[Fingerprint]:
    """Fingerprints of a batch; at module level, so that a pool can take it."""
    return [fingerprint(article, settings) for article in batch]


def align_batch(batch: Sequence[tuple[Article, Article]], stock: StockText, settings: LineageSettings) -> list[bool]:
    """Whether each pair shares a passage."""
    return [bool(align_pair(a, b, stock, settings)) for a, b in batch]


def _find_passages(corpus: Corpus) -> tuple[Pairs, list[tuple[str, float]]]:
    settings, steps = LineageSettings(), []
    engine = PoolEngine(_WORKERS)
    try:
        begun = time.perf_counter()
        made = list(engine.map_articles(partial(fingerprint_batch, settings=settings), corpus.articles, 200))
        fingerprints = [each.value for each in made if each.value is not None]
        steps.append(("fingerprints", time.perf_counter() - begun))
        begun = time.perf_counter()
        stock = judge_stock_text(fingerprints, settings)
        candidates = order_pairs(find_candidates(fingerprints, stock, settings))
        steps.append(("stock text and candidates", time.perf_counter() - begun))
        begun = time.perf_counter()
        texts = {article.article: article for article in corpus.articles}
        function = partial(align_batch, stock=stock, settings=settings)
        pairs: Iterable[tuple[Article, Article]] = ((texts[a], texts[b]) for a, b in candidates)
        outcomes = engine.map_articles(function, pairs, 64)
        found = {pair for pair, outcome in zip(candidates, outcomes, strict=True) if outcome.value}
        steps.append((f"alignment of {len(candidates):,} pairs", time.perf_counter() - begun))
    finally:
        engine.close()
    return found, steps


# --- the peer -------------------------------------------------------------------------------------------------------


def _shingles(text: str) -> set[bytes]:
    words = text.lower().split()
    return {" ".join(words[place : place + _SHINGLE]).encode() for place in range(len(words) - _SHINGLE + 1)}


def _find_with_minhash(corpus: Corpus, threshold: float) -> tuple[Pairs, float]:
    from datasketch import MinHash, MinHashLSH

    begun = time.perf_counter()
    index, sketches = MinHashLSH(threshold=threshold, num_perm=_PERMUTATIONS), {}
    for article in corpus.articles:
        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch(_shingles(article.text))
        index.insert(article.article, sketch)
        sketches[article.article] = sketch
    found = {
        (min(article, other), max(article, other))
        for article, sketch in sketches.items()
        for other in index.query(sketch)
        if article != other
    }
    return found, time.perf_counter() - begun
