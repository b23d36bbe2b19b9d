"""What a derivation works with: the archive it keeps results in, and the engine that computes what is missing."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from firsthand.archive import ArchiveWriter, pack_result, unpack_result
from firsthand.engines import Engine, Progress
from firsthand.model import Article, Rejection
from firsthand.pipeline.keys import ResultKeys
from firsthand.pipeline.settings import Settings

__all__ = ["KEEP_EVERY", "STAGE_TITLES", "Workshop", "compute_kept", "load_each", "load_result", "pack_for_article"]

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

KEEP_EVERY = 200  # results a transaction


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


# What each stage is called while it works.
STAGE_TITLES = {
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
    wanted: Mapping[str, S],
    function: Callable[[Sequence[T]], Sequence[R]],
    pack: Callable[[T, R], bytes],
    load: Callable[[S], T] = lambda item: item,  # type: ignore[assignment, return-value]
) -> dict[str, str]:
    """See that a result of `stage` is kept for each digest in `wanted`; compute what is missing.

    Args:
        shop: The archive, and what the work runs on.
        stage: Name of the stage.
        wanted: The items by the digest of all that the stage is given.
        function: The stage, over a batch.
        pack: An item and its result, as the archive keeps it.
        load: What the stage is given for an item, where that is too large to hold for all at once.

    Returns:
        Why there is no result, by digest, where the stage refused the item.
    """
    present = shop.writer.result_digests(stage)
    shop.live[stage].update(wanted)
    missing = {digest: item for digest, item in wanted.items() if digest not in present}
    failures: dict[str, str] = {}
    if not missing:
        return failures
    shop.progress.start(STAGE_TITLES[stage], len(missing))
    held: list[tuple[str, bytes]] = []
    in_hand: deque[T] = deque()  # given to the engine and not yet back: a few batches

    def loaded() -> Iterator[T]:
        for item in missing.values():
            in_hand.append(load(item))
            yield in_hand[-1]

    outcomes = shop.engine.map_articles(function, loaded(), _BATCH_SIZE.get(stage, 16))
    for digest, outcome in zip(missing, outcomes, strict=True):
        item = in_hand.popleft()
        if outcome.value is None:
            failures[digest] = outcome.failure or "no result"
        else:
            held.append((digest, pack(item, outcome.value)))
        if len(held) >= KEEP_EVERY:
            shop.writer.keep_results(stage, held)
            held = []
        shop.progress.advance()
    shop.writer.keep_results(stage, held)
    shop.progress.done()
    return failures


def load_result(shop: Workshop, stage: str, digest: str, kind: Any, text: str = "") -> Any:
    """The kept result of `stage` under `digest`, or None."""
    payload = shop.writer.result(stage, digest)
    return None if payload is None else unpack_result(payload, kind, text)


def pack_for_article(article: Article, result: object) -> bytes:
    """What a stage put out for an article, packed against its text."""
    return pack_result(result, text=article.text)


def load_each(
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
            found.append(load_result(shop, stage, key, kind, articles[article].text))
    return found
