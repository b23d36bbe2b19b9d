"""What a derivation works with: the archive it keeps results in, and the engine that computes what is missing."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from firsthand.archive import ArchiveWriter, pack_result, unpack_result
from firsthand.engines import Engine, Progress
from firsthand.model import Article, Rejection
from firsthand.pipeline.corrections import Corrections
from firsthand.pipeline.keys import ResultKeys
from firsthand.pipeline.settings import Settings

__all__ = [
    "KEEP_EVERY",
    "STAGE_TITLES",
    "Workshop",
    "compute_kept",
    "find_kept",
    "is_due",
    "load_result",
    "pack_for_article",
]

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")

KEEP_EVERY = 200  # results a transaction
SMALL_ARCHIVE = 2_500  # documents up to which everything that is judged from all articles is judged at each run
_FEW_DIGESTS = 2_000  # fewer are asked for one by one; more by reading the list of all


@dataclass(slots=True)
class Workshop:
    """What a derivation works with, and what it leaves behind as it goes."""

    writer: ArchiveWriter
    settings: Settings
    keys: ResultKeys
    engine: Engine
    progress: Progress
    corrections: Corrections = field(default_factory=Corrections)  # what users decided
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
    wanted: Mapping[str, tuple[int, S]],
    function: Callable[[Sequence[T]], Sequence[R]],
    pack: Callable[[T, R], bytes],
    load: Callable[[S], T] = lambda item: item,  # type: ignore[assignment, return-value]
) -> dict[str, str]:
    """See that a result of `stage` is kept for each digest in `wanted`; compute what is missing.

    Args:
        shop: The archive, and what the work runs on.
        stage: Name of the stage.
        wanted: By the digest of all that the stage is given, the number of the document that an item was read from,
            and the item.
        function: The stage, over a batch.
        pack: An item and its result, as the archive keeps it.
        load: What the stage is given for an item, where that is too large to hold for all at once.

    Returns:
        Why there is no result, by digest, where the stage refused the item.
    """
    present = find_kept(shop, stage, wanted)
    shop.live[stage].update(wanted)
    missing = {digest: item for digest, item in wanted.items() if digest not in present}
    failures: dict[str, str] = {}
    if not missing:
        return failures
    shop.progress.start(STAGE_TITLES[stage], len(missing))
    held: list[tuple[str, int | None, bytes]] = []
    in_hand: deque[T] = deque()  # given to the engine and not yet back: a few batches

    def loaded() -> Iterator[T]:
        for _, item in missing.values():
            in_hand.append(load(item))
            yield in_hand[-1]

    outcomes = shop.engine.map_articles(function, loaded(), _BATCH_SIZE.get(stage, 16))
    for digest, outcome in zip(missing, outcomes, strict=True):
        item = in_hand.popleft()
        if outcome.value is None:
            failures[digest] = outcome.failure or "no result"
        else:
            held.append((digest, missing[digest][0], pack(item, outcome.value)))
        if len(held) >= KEEP_EVERY:
            shop.writer.keep_results(stage, held)
            held = []
        shop.progress.advance()
    shop.writer.keep_results(stage, held)
    shop.progress.done()
    return failures


def is_due(shop: Workshop, subject: str, count: int, growth: float, *, is_whole: bool) -> bool:
    """Whether what is judged from `count` articles together is to be judged anew.

    In a small archive always, so that however its articles came, it equals one that is built at once. In a larger one
    only when it has grown by `growth` since, or shrunk: then an article costs the same however many are there.

    Args:
        shop: The archive.
        subject: What is judged.
        count: Articles that it would be judged from now.
        growth: By which factor they must have become more.
        is_whole: Whether all is derived anew in any case.
    """
    before = shop.writer.judged_over(subject)
    return is_whole or shop.writer.document_count() <= SMALL_ARCHIVE or count < before or count >= growth * before


def find_kept(shop: Workshop, stage: str, wanted: Collection[str]) -> set[str]:
    """Those of the digests `wanted` under which a result of `stage` is kept."""
    if len(wanted) > _FEW_DIGESTS:
        return shop.writer.result_digests(stage).intersection(wanted)
    return {digest for digest in wanted if shop.writer.has_result(stage, digest)}


def load_result(shop: Workshop, stage: str, digest: str, kind: Any, text: str = "") -> Any:
    """The kept result of `stage` under `digest`, or None."""
    payload = shop.writer.result(stage, digest)
    return None if payload is None else unpack_result(payload, kind, text)


def pack_for_article(article: Article, result: object) -> bytes:
    """What a stage put out for an article, packed against its text."""
    return pack_result(result, text=article.text)
