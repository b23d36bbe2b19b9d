"""Stories of a stream of invented news: articles a second, memory and quality, beside a plain tf-idf clusterer."""

from __future__ import annotations

import datetime
import os
import resource
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import msgspec

from benchmarks.affairs import Report, stream_reports
from benchmarks.table import Table
from benchmarks.tfidf_stream import TfidfStream
from firsthand.engines import PoolEngine
from firsthand.model import Article, Lineage, Story
from firsthand.stories import (
    Arrival,
    StoryFeatures,
    StoryIndex,
    StorySettings,
    arrive,
    describe_article,
    open_index,
)

__all__ = ["measure"]

_ARTICLES = int(os.environ.get("FIRSTHAND_BENCHMARK_ARTICLES", "100000"))
_WORKERS = 2
_PORTION = 2000  # articles that arrive together
_BATCH = 400  # articles that a worker describes at once: enough in flight to go on while others are grouped
_THRESHOLDS = (0.2, 0.3)  # of the peer: the best two of 0.1, 0.2, 0.3 and 0.4 on 6,000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What one method made of the stream: the story of each article in order, and the clock after each portion."""

    stories: list[str]
    clock: list[float]
    gigabytes: float
    processor: float  # seconds of all processes
    grouping: float = 0.0


def measure() -> list[Table]:
    """Both methods on one stream. FIRSTHAND_BENCHMARK_ARTICLES sets its size."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stream.jsonl"
        affairs = _write_stream(path, _ARTICLES)
        ours = _alone(partial(group_stream, path))
        peers = [(f"tf-idf stream at {each}", _alone(partial(cluster_stream, path, each))) for each in _THRESHOLDS]
    rows = [_row("firsthand", ours, affairs), *(_row(name, run, affairs) for name, run in peers)]
    return [
        Table(
            title=f"{_ARTICLES:,} invented articles on {len(set(affairs)):,} affairs in a stream, in portions of "
            f"{_PORTION:,}",
            columns=(
                "method",
                "seconds",
                "of processor",
                "a second",
                "first tenth, s",
                "last tenth, s",
                "last to first",
                "GB",
                "stories",
                "B3 P",
                "R",
                "F1",
            ),
            rows=tuple(rows),
            note=f"firsthand: {_WORKERS} processes describe the articles and one groups them, which takes "
            f"{ours.grouping:.0f} s of processor time; features are packed and read again as from an "
            "archive. tf-idf: one process.",
        )
    ]


def _write_stream(path: Path, count: int) -> list[int]:
    """The stream as a file, so that making it costs no method anything; the affair of each article."""
    encoder, affairs = msgspec.json.Encoder(), []
    with path.open("wb") as file:
        for report in stream_reports(count):
            file.write(encoder.encode(report) + b"\n")
            affairs.append(report.affair)
    return affairs


def _read_stream(path: Path) -> Iterator[Report]:
    decoder = msgspec.json.Decoder(Report)
    with path.open("rb") as file:
        for line in file:
            yield decoder.decode(line)


def _alone(method: Callable[[], _Run]) -> _Run:
    """What `method` does in a process of its own, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(method).result()


def _gigabytes() -> float:
    own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return (own + _WORKERS * others) / 1e6  # of the children the largest is told


def _processor() -> float:
    """Seconds of processor time so far, of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _row(name: str, run: _Run, affairs: Sequence[int]) -> tuple[str, ...]:
    seconds = run.clock[-1]
    tenth = max(1, round(len(run.clock) / 10))
    first, last = run.clock[tenth - 1], seconds - (run.clock[-tenth - 1] if len(run.clock) > tenth else 0.0)
    quality = _bcubed(affairs, run.stories)
    return (
        name,
        f"{seconds:.0f}",
        f"{run.processor:.0f}",
        f"{len(affairs) / seconds:.0f}",
        f"{first:.1f}",
        f"{last:.1f}",
        f"{last / first:.2f}",
        f"{run.gigabytes:.1f}",
        f"{len(set(run.stories)):,}",
        *(f"{each:.3f}" for each in quality),
    )


def _bcubed(gold: Sequence[int], found: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 (Bagga and Baldwin 1998)."""
    both = Counter(zip(gold, found, strict=True))
    affairs, stories = Counter(gold), Counter(found)
    precision = sum(count * count / stories[story] for (_, story), count in both.items()) / len(gold)
    recall = sum(count * count / affairs[affair] for (affair, _), count in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


# --- ours -----------------------------------------------------------------------------------------------------------


def describe_batch(batch: Sequence[Article], settings: StorySettings) -> list[StoryFeatures]:
    """Features of a batch of articles; at module level, so that a pool can take it."""
    return [describe_article(article, settings) for article in batch]


class _Shelf:
    """What an archive would hold: features packed, stories, lineages."""

    def __init__(self) -> None:
        self._encoder, self._decoder = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(StoryFeatures)
        self._packed: dict[str, bytes] = {}
        self._lineages: dict[str, list[Lineage]] = defaultdict(list)
        self._stories: dict[str, Story] = {}
        self._id_of: dict[str, str] = {}  # of an alias or a story's own id
        self.story_of: dict[str, str] = {}

    def features(self, articles: Sequence[str]) -> list[StoryFeatures]:
        return [self._decoder.decode(self._packed[article]) for article in articles if article in self._packed]

    def lineages(self, articles: Sequence[str]) -> list[Lineage]:
        return [lineage for article in articles for lineage in self._lineages.get(article, ())]

    def stories_of(self, articles: Sequence[str]) -> list[Story]:
        return self.stories(sorted({self.story_of[article] for article in articles if article in self.story_of}))

    def stories(self, ids: Sequence[str]) -> list[Story]:
        return [self._stories[story] for story in sorted({self._id_of[each] for each in ids if each in self._id_of})]

    def link(self, lineage: Lineage) -> None:
        self._lineages[lineage.a].append(lineage)
        self._lineages[lineage.b].append(lineage)

    def keep(self, features: Sequence[StoryFeatures], arrival: Arrival) -> None:
        self._packed.update((one.article, self._encoder.encode(one)) for one in features)
        for ended in list(self._stories) if arrival.is_whole else arrival.ended:
            self._stories.pop(ended, None)
        for story in arrival.stories:
            self._stories[story.story] = story
            self._id_of.update(dict.fromkeys((story.story, *story.aliases), story.story))
            self.story_of.update(dict.fromkeys(story.articles, story.story))


def group_stream(path: Path) -> _Run:
    """The stream through `describe_article` and `arrive`."""
    settings, shelf, index = StorySettings(), _Shelf(), open_index(StoryIndex())
    engine, order, clock, grouping = PoolEngine(_WORKERS), [], [], 0.0
    begun = time.perf_counter()

    def articles() -> Iterator[Article]:
        for report in _read_stream(path):
            order.append(report.article.article)
            if report.lineage:
                shelf.link(report.lineage)
            yield report.article

    try:
        outcomes = engine.map_articles(partial(describe_batch, settings=settings), articles(), _BATCH)
        while portion := [each.value for each in islice(outcomes, _PORTION) if each.value is not None]:
            started = time.process_time()
            arrival = arrive(portion, index, shelf, settings)
            index = arrival.index
            shelf.keep(portion, arrival)
            grouping += time.process_time() - started
            clock.append(time.perf_counter() - begun)
    finally:
        engine.close()
    stories = [shelf.story_of[article] for article in order]
    return _Run(stories=stories, clock=clock, gigabytes=_gigabytes(), processor=_processor(), grouping=grouping)


# --- the peer -------------------------------------------------------------------------------------------------------


def cluster_stream(path: Path, threshold: float) -> _Run:
    """The stream through the plain clusterer."""
    stream, stories, clock = TfidfStream(threshold), [], []
    begun = time.perf_counter()
    for number, report in enumerate(_read_stream(path), 1):
        article = report.article
        day = datetime.date.fromisoformat(article.published or "").toordinal()
        stories.append(str(stream.add(f"{article.headline} {article.text}", day)))
        if number % _PORTION == 0:
            clock.append(time.perf_counter() - begun)
    if not clock or len(stories) % _PORTION:
        clock.append(time.perf_counter() - begun)
    return _Run(stories=stories, clock=clock, gigabytes=_gigabytes(), processor=_processor())
