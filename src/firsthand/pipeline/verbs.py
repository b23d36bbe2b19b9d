"""What can be done to an archive: add, annotate, remove, migrate. Each leaves a run record."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from firsthand import accounts, archive, language, lineage, reading, sources, stories
from firsthand.archive import ArchiveReader, ArchiveWriter
from firsthand.engines import Engine, InProcessEngine, PoolEngine, Progress, SilentProgress
from firsthand.errors import ConfigError, InputError
from firsthand.model import RawDocument, Rejection, Run, Story, content_digest
from firsthand.pipeline.derive import Derivation, derive
from firsthand.pipeline.intake import take_in
from firsthand.pipeline.keys import ResultKeys
from firsthand.pipeline.settings import Settings, digest_settings
from firsthand.pipeline.workshop import Workshop

__all__ = ["AddReport", "add", "annotate", "dry_run", "estimate", "find_removable", "migrate", "peek", "remove"]

# Measured on two cores of 2.5 GHz with `make demo` sized texts; they only feed the estimate.
_READ_PER_S = 150.0
_ANNOTATE_PER_S = 8.0
_ESTIMATE_FROM_S = 20.0  # shorter work needs no warning
_POOL_FROM = 64  # starting worker processes costs about a second each


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What one `add` did."""

    articles_new: int  # documents that were not in the archive
    articles_known: int  # documents that were
    versions: int  # articles of which more than one state is known
    rejections: tuple[Rejection, ...]  # inputs that could not be read, and articles that a stage failed on
    set_aside: tuple[Rejection, ...]  # texts that hold no article, or were removed before
    estimate: str  # in words; empty where the work is short
    stories: int
    origins: int
    run: str | None  # None for a dry run


def _now() -> str:
    """The time, to the second; SOURCE_DATE_EPOCH sets it, so that a build can be repeated byte for byte."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch and epoch.isdigit() else datetime.now(UTC)
    return moment.replace(microsecond=0).isoformat()


def _new_run(verb: str, settings: Settings, model_digest: str) -> Run:
    return Run(
        run="",
        verb=verb,
        started=_now(),
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


def estimate(articles: int, annotated: int, workers: int) -> str:
    """In words, how long `articles` to read and `annotated` to annotate will take; empty for short work."""
    seconds = articles / _READ_PER_S + annotated / (_ANNOTATE_PER_S * max(1, workers))
    if seconds < _ESTIMATE_FROM_S:
        return ""
    span = f"{seconds / 60:.0f} minutes" if seconds >= 90 else f"{seconds:.0f} seconds"
    return f"{articles:,} articles to read, {annotated:,} to annotate: about {span}"


def _worker_count(settings: Settings) -> int:
    """How many processes: as asked, and never more than there are processors; each holds a language model."""
    processors = os.cpu_count() or 1
    return min(settings.run.workers or processors, processors)


@contextmanager
def _engine(settings: Settings, items: int) -> Iterator[Engine]:
    workers = _worker_count(settings)
    if workers == 1 or items < _POOL_FROM:
        yield InProcessEngine()
        return
    pool = PoolEngine(workers)
    try:
        yield pool
    finally:
        pool.close()


@contextmanager
def _writing(path: Path, settings: Settings, progress: Progress, *, create: bool) -> Iterator[ArchiveWriter]:
    """The archive, open for writing, with the writer's lock held."""
    with archive.hold_writer_lock(path, settings.run.wait_s, progress.say):
        if create and (not path.exists() or path.stat().st_size == 0):
            archive.create(path)
        writer = ArchiveWriter(path)
        try:
            yield writer
        finally:
            writer.close()


def _finish(
    writer: ArchiveWriter,
    begun: tuple[int, Run],
    settings: Settings,
    progress: Progress,
    annotated: bool | Collection[str],
) -> Derivation:
    """Derive everything from what is stored, put it in place, and end the run."""
    number, run = begun
    pending = writer.document_count() - writer.result_count("language")
    model_digest = run.models[settings.language.model]
    with _engine(settings, pending) as engine:
        shop = Workshop(
            writer=writer,
            settings=settings,
            keys=ResultKeys.of(settings, model_digest),
            engine=engine,
            progress=progress,
        )
        derived = derive(shop, annotated)
    writer.put_generation(derived.generation, number, replace(run, ended=_now()))
    return derived


def add(
    path: Path,
    inputs: Sequence[str],
    settings: Settings,
    *,
    annotate: str = "auto",
    progress: Progress | None = None,
) -> AddReport:
    """Read `inputs` into the archive at `path`, made if missing, and run the stages.

    Run again with the same inputs it resumes where it was killed, or finds nothing to do.

    Args:
        path: The archive.
        inputs: Files, folders, or "-" for JSONL on standard input.
        settings: What holds for this run.
        annotate: "now", "later", or "auto": now where the archive holds at most `run.annotate_up_to` articles.
        progress: Told of the work as it goes.

    Returns:
        What was done.

    Raises:
        ArchiveError: The archive cannot be made, opened or written.
        ConfigError: `annotate` is none of the three.
    """
    if annotate not in {"auto", "now", "later"}:
        raise ConfigError(f"annotate: {annotate!r} is none of auto, now, later.", "Use one of the three.")
    progress = progress or SilentProgress()
    model_digest = language.model_digest(settings.language.model)
    with _writing(path, settings, progress, create=True) as writer:
        asked = content_digest("add", annotate, digest_settings(settings), *sorted(inputs))
        number, run = writer.begin_run(_new_run("add", settings, model_digest), asked)
        taken = take_in(writer, inputs, settings.sources, number, progress)
        now = annotate == "now" or (annotate == "auto" and writer.document_count() <= settings.run.annotate_up_to)
        to_read = writer.document_count() - writer.result_count("reading")
        told = estimate(to_read, to_read if now else 0, _worker_count(settings))
        if told:
            progress.say(told)
        derived = _finish(writer, (number, run), settings, progress, now)
    return AddReport(
        articles_new=taken.new,
        articles_known=taken.seen - taken.new,
        versions=len({version.article for version in derived.versions}),
        rejections=(*taken.rejections, *derived.failures),
        set_aside=(*taken.kept_out, *derived.set_aside),
        estimate=told,
        stories=len(derived.stories),
        origins=len(derived.origins),
        run=run.run,
    )


def dry_run(inputs: Sequence[str], settings: Settings) -> AddReport:
    """What `add` would read, without an archive: counts, rejections and an estimate."""
    seen = 0
    rejections: list[Rejection] = []
    set_aside: list[Rejection] = []
    for item in sources.read_inputs(inputs, settings.sources):
        if isinstance(item, Rejection):
            (set_aside if sources.is_set_aside(item) else rejections).append(item)
        else:
            seen += 1
    return AddReport(
        articles_new=seen,
        articles_known=0,
        versions=0,
        rejections=tuple(rejections),
        set_aside=tuple(set_aside),
        estimate=estimate(seen, seen if seen <= settings.run.annotate_up_to else 0, _worker_count(settings)),
        stories=0,
        origins=0,
        run=None,
    )


def annotate(path: Path, story: str | None, settings: Settings, *, progress: Progress | None = None) -> int:
    """Run the language stage, and what rests on it, where it was left for later.

    Args:
        path: The archive.
        story: Only this story's articles; None for all.
        settings: What holds for this run.
        progress: Told of the work as it goes.

    Returns:
        How many articles are annotated now that were not before.

    Raises:
        InputError: There is no such story.
        ArchiveError: The archive cannot be opened or written.
    """
    progress = progress or SilentProgress()
    members: set[str] | None = None
    if story is not None:
        found = _find_story(path, story)
        members = set(found.articles)
    model_digest = language.model_digest(settings.language.model)
    with _writing(path, settings, progress, create=False) as writer:
        before = writer.annotated_count()
        asked = content_digest("annotate", story or "", digest_settings(settings))
        number, run = writer.begin_run(_new_run("annotate", settings, model_digest), asked)
        _finish(writer, (number, run), settings, progress, True if members is None else members)
        return writer.annotated_count() - before


def _find_story(path: Path, story: str) -> Story:
    reader = ArchiveReader(path)
    try:
        found = reader.story(story)
    finally:
        reader.close()
    if found is None:
        raise InputError(f"{path}: there is no story {story}.", f"`firsthand stories {path}` lists them.")
    return found


def find_removable(path: Path, article: str | None, outlet: str | None, url: str | None) -> tuple[str, ...]:
    """Ids of the articles of that id, outlet or address, in order.

    Raises:
        ArchiveError: The archive cannot be opened.
        ConfigError: None of the three is given, or more than one.
        InputError: Nothing fits.
    """
    if sum(each is not None for each in (article, outlet, url)) != 1:
        raise ConfigError("Nothing, or too much, to remove.", "Name one article, or one --outlet, or one --url.")
    reader = ArchiveReader(path)
    try:
        if article is not None:
            found = [article] if reader.article(article) is not None else []
        else:
            rows = reader.records("articles")
            found = [row.article for row in rows if (row.outlet == outlet if outlet else url in {row.url, *row.urls})]
    finally:
        reader.close()
    if not found:
        raise InputError(f"{path}: no article fits {article or outlet or url}.", "Nothing was removed.")
    return tuple(found)


def remove(path: Path, articles: Sequence[str], settings: Settings, *, progress: Progress | None = None) -> Derivation:
    """Take articles out of the archive with every trace of their text, and derive the rest again.

    Args:
        path: The archive.
        articles: Ids of articles in it.
        settings: What holds for this run.
        progress: Told of the work as it goes.

    Returns:
        What was derived from the articles that stay.

    Raises:
        ArchiveError: The archive cannot be opened or written.
    """
    progress = progress or SilentProgress()
    model_digest = language.model_digest(settings.language.model)
    with _writing(path, settings, progress, create=False) as writer:
        annotated = writer.annotated_ids() - set(articles)
        asked = content_digest("remove", digest_settings(settings), *sorted(articles))
        number, run = writer.begin_run(_new_run("remove", settings, model_digest), asked)
        writer.remove_articles(articles, _now())
        derived = _finish(writer, (number, run), settings, progress, annotated)
        writer.compact()
    return derived


def migrate(path: Path, settings: Settings, *, progress: Progress | None = None) -> Path | None:
    """Bring the archive at `path` to this release's schema version.

    Returns:
        The copy that was made first; None where nothing was to do.

    Raises:
        ArchiveError: The archive cannot be opened, copied or brought up to date; it is unchanged.
    """
    with archive.hold_writer_lock(path, settings.run.wait_s, (progress or SilentProgress()).say):
        return archive.migrate(path)


def peek(inputs: Sequence[str], settings: Settings) -> list[RawDocument]:
    """The first two documents of `inputs`, for looking at one of them without an archive.

    Raises:
        InputError: An input could not be read; the message is the reason of its rejection.
    """
    found = []
    for item in islice(sources.read_inputs(inputs, settings.sources), 2):
        if isinstance(item, Rejection):
            raise InputError(f"{item.input}: {item.reason}")
        found.append(item)
    return found
