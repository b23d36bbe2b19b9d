"""What can be done to an archive: add, annotate, remove, migrate. Each leaves a run record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from firsthand import archive, language, sources
from firsthand.archive import ArchiveReader, ArchiveWriter
from firsthand.engines import Progress, SilentProgress
from firsthand.errors import ConfigError, InputError
from firsthand.model import RawDocument, Rejection, Story, content_digest
from firsthand.pipeline.derive import Derivation
from firsthand.pipeline.intake import take_in
from firsthand.pipeline.news import StoryNews
from firsthand.pipeline.runs import FolderFiles, Removal, finish_run, new_run, watch_marks, worker_count, writing
from firsthand.pipeline.settings import Settings, digest_settings

__all__ = [
    "AddReport",
    "add",
    "add_files",
    "annotate",
    "dry_run",
    "estimate",
    "find_removable",
    "migrate",
    "peek",
    "remove",
]

# Measured on two cores of 2.5 GHz with `make demo` sized texts; they only feed the estimate.
_READ_PER_S = 150.0
_ANNOTATE_PER_S = 8.0
_ESTIMATE_FROM_S = 20.0  # shorter work needs no warning


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


def estimate(articles: int, annotated: int, workers: int) -> str:
    """In words, how long `articles` to read and `annotated` to annotate will take; empty for short work."""
    seconds = articles / _READ_PER_S + annotated / (_ANNOTATE_PER_S * max(1, workers))
    if seconds < _ESTIMATE_FROM_S:
        return ""
    span = f"{seconds / 60:.0f} minutes" if seconds >= 90 else f"{seconds:.0f} seconds"
    return f"{articles:,} articles to read, {annotated:,} to annotate: about {span}"


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
    return _add(path, inputs, settings, annotate, progress or SilentProgress())[0]


def add_files(
    path: Path, files: FolderFiles, settings: Settings, *, annotate: str = "auto", progress: Progress | None = None
) -> tuple[AddReport, tuple[StoryNews, ...]]:
    """As `add`, of those files of a folder alone, which are noted as read; and what became of the stories.

    Raises:
        ArchiveError: The archive cannot be made, opened or written.
        ConfigError: `annotate` is none of the three.
    """
    return _add(path, [files.folder], settings, annotate, progress or SilentProgress(), files)


def _add(
    path: Path,
    inputs: Sequence[str],
    settings: Settings,
    annotate: str,
    progress: Progress,
    files: FolderFiles | None = None,
) -> tuple[AddReport, tuple[StoryNews, ...]]:
    if annotate not in {"auto", "now", "later"}:
        raise ConfigError(f"annotate: {annotate!r} is none of auto, now, later.", "Use one of the three.")
    model_digest = language.model_digest(settings.language.model)
    with writing(path, settings, progress, create=True) as writer:
        only = None if files is None else files.states.keys()
        asked = content_digest("add", annotate, digest_settings(settings), *sorted(inputs), *sorted(only or ()))
        number, run = writer.begin_run(new_run("add", settings, model_digest), asked)
        taken = take_in(writer, inputs, settings.sources, number, progress, only)
        now = annotate == "now" or (annotate == "auto" and writer.document_count() <= settings.run.annotate_up_to)
        to_read = writer.arrived_count()
        told = estimate(to_read, to_read if now else 0, worker_count(settings))
        if told:
            progress.say(told)
        derived = finish_run(writer, (number, run), settings, progress, now, files)
        if files is not None:
            writer.note_watched(dict(watch_marks(files.states).values()))
        versions, grouped, origins = (writer.shelves.count(kind) for kind in ("versions", "stories", "origins"))
    report = AddReport(
        articles_new=taken.new,
        articles_known=taken.seen - taken.new,
        versions=versions,
        rejections=(*taken.rejections, *derived.failures),
        set_aside=(*taken.kept_out, *derived.set_aside),
        estimate=told,
        stories=grouped,
        origins=origins,
        run=run.run,
    )
    return report, derived.news


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
        estimate=estimate(seen, seen if seen <= settings.run.annotate_up_to else 0, worker_count(settings)),
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
    with writing(path, settings, progress, create=False) as writer:
        before = writer.annotated_count()
        asked = content_digest("annotate", story or "", digest_settings(settings))
        number, run = writer.begin_run(new_run("annotate", settings, model_digest), asked)
        finish_run(writer, (number, run), settings, progress, True if members is None else members)
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
    with writing(path, settings, progress, create=False) as writer:
        asked = content_digest("remove", digest_settings(settings), *sorted(articles))
        number, run = writer.begin_run(new_run("remove", settings, model_digest), asked)
        derived = finish_run(writer, (number, run), settings, progress, False, Removal(articles=articles))
        writer.compact()
    return derived


def migrate(path: Path, settings: Settings, *, progress: Progress | None = None) -> Path | None:
    """Bring the archive at `path` to this release's schema version.

    Returns:
        The copy that was made first; None where nothing was to do.

    Raises:
        ArchiveError: The archive cannot be opened, copied or brought up to date; it is unchanged.
    """
    progress = progress or SilentProgress()
    with archive.hold_writer_lock(path, settings.run.wait_s, progress.say):
        copy = archive.migrate(path)
        if copy is not None:  # what was derived is kept in another way now: derived again, from results that are kept
            writer = ArchiveWriter(path)
            try:
                model_digest = language.model_digest(settings.language.model)
                asked = content_digest("migrate", digest_settings(settings))
                begun = writer.begin_run(new_run("migrate", settings, model_digest), asked)
                finish_run(writer, begun, settings, progress, annotated=False)
            finally:
                writer.close()
        return copy


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
