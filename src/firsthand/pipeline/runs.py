"""How a run begins, what it works with, and how all that it derived is put in place at its end."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from firsthand import accounts, archive, language, lineage, reading, sources, stories
from firsthand.archive import ArchiveWriter
from firsthand.engines import Engine, InProcessEngine, PoolEngine, Progress
from firsthand.model import Run, content_digest
from firsthand.pipeline.corrections import Corrections, Decision
from firsthand.pipeline.derive import Derivation, derive
from firsthand.pipeline.keys import ResultKeys
from firsthand.pipeline.news import find_news
from firsthand.pipeline.settings import Settings, digest_settings
from firsthand.pipeline.workshop import Workshop

__all__ = ["FolderFiles", "Removal", "finish_run", "new_run", "now", "watch_marks", "worker_count", "writing"]

_POOL_FROM = 64  # starting worker processes costs about a second each


def now() -> str:
    """The time, to the second; SOURCE_DATE_EPOCH sets it, so that a build can be repeated byte for byte."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch and epoch.isdigit() else datetime.now(UTC)
    return moment.replace(microsecond=0).isoformat()


def new_run(verb: str, settings: Settings, model_digest: str) -> Run:
    """The record of a run that begins now, still without an id."""
    return Run(
        run="",
        verb=verb,
        started=now(),
        software=f"firsthand {version('firsthand')}",
        stages={
            "reading": reading.VERSION,
            "lineage": lineage.VERSION,
            "stories": stories.VERSION,
            "language": language.VERSION,
            "accounts": accounts.VERSION,
        },
        settings_digest=digest_settings(replace(settings, run=type(settings.run)(), fetch=type(settings.fetch)())),
        models={settings.language.model: model_digest},
    )


def worker_count(settings: Settings) -> int:
    """How many processes: as asked, and never more than there are processors; each holds a language model."""
    processors = os.cpu_count() or 1
    return min(settings.run.workers or processors, processors)


@contextmanager
def _engine(settings: Settings, items: int) -> Iterator[Engine]:
    workers = worker_count(settings)
    if workers == 1 or items < _POOL_FROM:
        yield InProcessEngine()
        return
    pool = PoolEngine(workers)
    try:
        yield pool
    finally:
        pool.close()


@contextmanager
def writing(path: Path, settings: Settings, progress: Progress, *, create: bool) -> Iterator[ArchiveWriter]:
    """The archive, open for writing, with the writer's lock held.

    Args:
        path: The archive.
        settings: `run.wait_s` is how long another writer is waited for.
        progress: Told of the wait.
        create: Whether an archive is made where there is none.

    Yields:
        What writes to it.
    """
    with archive.hold_writer_lock(path, settings.run.wait_s, progress.say):
        if create and (not path.exists() or path.stat().st_size == 0):
            archive.create(path)
        writer = ArchiveWriter(path)
        try:
            yield writer
        finally:
            writer.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFiles:
    """Files of a folder that are to be read, with the states in which they were found."""

    folder: str
    states: Mapping[str, sources.FileState]  # by path


def watch_marks(states: Mapping[str, sources.FileState]) -> dict[str, tuple[bytes, bytes]]:
    """For each file, by path, the digests under which an archive remembers it and the state in which it was read."""
    return {
        file: (
            bytes.fromhex(content_digest(str(Path(file).resolve()))[:32]),
            bytes.fromhex(content_digest(str(state.size), str(state.modified_ns))[:16]),
        )
        for file, state in states.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """Articles that go for good."""

    articles: Collection[str]


def finish_run(
    writer: ArchiveWriter,
    begun: tuple[int, Run],
    settings: Settings,
    progress: Progress,
    annotated: bool | Collection[str],
    change: Removal | Decision | FolderFiles | None = None,
) -> Derivation:
    """Derive what follows from what arrived, goes or was decided, put it in place, and end the run.

    Args:
        writer: The archive.
        begun: Number and record of the run.
        settings: What holds for it.
        progress: Told of the work as it goes.
        annotated: Which articles the language stage is to read: all, none, or those of these ids.
        change: What goes, what was decided, or which files came: then it is told what becomes of the stories.
    """
    number, run = begun
    removed = change.articles if isinstance(change, Removal) else ()
    decision = change if isinstance(change, Decision) else Decision()
    last = writer.last_run()
    is_whole = (
        last is None
        or (last.stages, last.settings_digest, last.models) != (run.stages, run.settings_digest, run.models)
        or writer.article_count() == 0
    )
    pending = writer.arrived_count() if annotated is False and not is_whole else writer.document_count()
    model_digest = run.models[settings.language.model]
    with _engine(settings, pending) as engine:
        shop = Workshop(
            writer=writer,
            settings=settings,
            keys=ResultKeys.of(settings, model_digest),
            engine=engine,
            progress=progress,
            corrections=Corrections.after(writer, decision),
        )
        derived = derive(shop, annotated, is_whole=is_whole, removed=removed)
    ended = now()
    changes = replace(
        derived.changes,
        corrections=decision.made,
        undone=[each.correction for each in decision.undone],
        undone_by=decision.by,
    )
    news = find_news(writer, changes) if isinstance(change, FolderFiles) else ()
    writer.put_changes(changes, number, replace(run, ended=ended), ended if removed else None)
    return replace(derived, news=news)
