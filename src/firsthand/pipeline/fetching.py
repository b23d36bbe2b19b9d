"""Fetching pages into an archive: saved as WARC records beside it, then added as any other file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from firsthand import archive
from firsthand.archive import ArchiveReader, ArchiveWriter
from firsthand.engines import Progress, SilentProgress
from firsthand.errors import ArchiveError
from firsthand.model import Rejection
from firsthand.pipeline.settings import Settings
from firsthand.pipeline.verbs import AddReport, add
from firsthand.sources.fetching import Client, Fetcher, Link, Visit, WarcFile, find_saved, read_links
from firsthand.sources.refusals import is_set_aside

__all__ = ["FetchPlan", "FetchReport", "fetch", "fetch_folder", "plan_fetch"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchPlan:
    """What a `fetch` would do."""

    links: tuple[Link, ...]  # pages to ask for
    kept: tuple[Link, ...]  # saved a short while ago: not asked for again
    files: tuple[Path, ...]  # where those are kept
    rejections: tuple[Rejection, ...]  # what was given and is no address


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchReport(AddReport):
    """What one `fetch` did: what its `add` did, and before that. `rejections` holds the pages that were not saved."""

    pages_saved: int  # asked for and saved in this run
    pages_kept: int  # saved a short while ago, and not asked for again
    warc: str | None  # the file they were saved in; None where nothing was answered


def fetch_folder(path: Path) -> Path:
    """The folder beside the archive at `path` for its fetched pages: `news.fetched` for `news.firsthand`."""
    return path.with_name(f"{path.stem or path.name}.fetched")


def plan_fetch(path: Path, words: Sequence[str], settings: Settings, *, again: bool = False) -> FetchPlan:
    """What `fetch` would ask for. Reads the lists and looks at what was saved; asks nothing of anybody.

    Args:
        path: The archive, which need not be there.
        words: Addresses, files of addresses, or "-" for addresses on standard input.
        settings: What holds for this run.
        again: Whether what was saved a short while ago is asked for too.
    """
    links, rejections = read_links(words, settings.fetch.max_links, settings.sources)
    since = timedelta(seconds=min(settings.fetch.again_after_s, timedelta(days=36_500).total_seconds()))
    saved = {} if again else find_saved(fetch_folder(path), since, datetime.now(UTC))
    kept = tuple(link for link in links if link.address.url in saved)
    return FetchPlan(
        links=tuple(link for link in links if link.address.url not in saved),
        kept=kept,
        files=tuple(sorted({saved[link.address.url] for link in kept})),
        rejections=rejections,
    )


def fetch(
    path: Path,
    words: Sequence[str],
    settings: Settings,
    *,
    again: bool = False,
    annotate: str = "auto",
    progress: Progress | None = None,
) -> FetchReport:
    """Save pages as WARC records in the folder beside the archive at `path`, then add them to it.

    Each page is on the disk before the next is asked for. Run again after an interruption it goes on where it stopped:
    what was saved less than `fetch.again_after_s` ago is added, not asked for.

    Args:
        path: The archive, made if missing and a page was saved.
        words: Addresses, files of addresses, or "-" for addresses on standard input.
        settings: What holds for this run.
        again: Ask also for what was saved a short while ago.
        annotate: As for `add`.
        progress: Told of the work as it goes.

    Returns:
        What was done; pages that were not saved are among the rejections, by address, with the reason.

    Raises:
        ArchiveError: The archive, or the folder beside it, cannot be opened or written.
        ConfigError: A setting cannot be used.
    """
    progress = progress or SilentProgress()
    _check_archive(path)
    plan = plan_fetch(path, words, settings, again=again)
    if plan.kept:
        progress.say(
            f"{len(plan.kept):,} of the pages were saved less than {settings.fetch.again_after_s:,.0f} seconds ago and"
            " are not asked for again; --again does."
        )
    warc, faults = _save_pages(path, plan.links, settings, progress)
    saved = len(plan.links) - len(faults)
    rejections = (*plan.rejections, *faults)
    inputs = [*plan.files, *([warc.path] if warc.path is not None and saved else [])]
    added = _NOTHING
    if inputs:
        added = add(path, [str(each) for each in inputs], settings, annotate=annotate, progress=progress)
    aside = (each for each in added.set_aside if is_set_aside(each))
    told = {each.input for each in (*added.rejections, *aside) if _is_told(each.input, warc, plan.files)}
    _note(path, settings, progress, (rejections, [*told, *_addresses_read(plan, rejections)]))
    return FetchReport(
        **{name: getattr(added, name) for name in _ADDED if name not in {"rejections", "set_aside"}},
        rejections=(*rejections, *(each for each in added.rejections if each.input not in told)),
        set_aside=tuple(each for each in added.set_aside if each.input not in told),
        pages_saved=saved,
        pages_kept=len(plan.kept),
        warc=str(warc.path) if warc.path is not None else None,
    )


_ADDED = [field.name for field in fields(AddReport)]
_NOTHING = AddReport(
    articles_new=0,
    articles_known=0,
    versions=0,
    rejections=(),
    set_aside=(),
    estimate="",
    stories=0,
    origins=0,
    run=None,
)


def _check_archive(path: Path) -> None:
    """See, before anything is asked for, that what is fetched can be added.

    Raises:
        ArchiveError: It cannot.
    """
    if path.exists() and path.stat().st_size:
        ArchiveReader(path).close()
    elif not path.absolute().parent.is_dir():
        raise ArchiveError(f"{path}: there is no such folder.", "Make it first, or name another place.")


def _save_pages(
    path: Path, links: Sequence[Link], settings: Settings, progress: Progress
) -> tuple[WarcFile, list[Rejection]]:
    """Ask for each of `links` and save what is answered; what is no page comes back with its reason.

    Raises:
        ArchiveError: The folder beside the archive cannot be written.
        ConfigError: A setting cannot be used.
    """
    about = {
        "software": f"firsthand {version('firsthand')}",
        "format": "WARC file version 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "robots": "classic" if settings.fetch.respect_robots else "ignore",
        "http-header-user-agent": settings.fetch.user_agent,
    }
    warc = WarcFile(fetch_folder(path), datetime.now(UTC), about)
    faults: list[Rejection] = []
    if not links:
        return warc, faults
    fetcher = Fetcher(Client(settings.fetch), settings.fetch, limits=settings.sources)
    progress.start("Fetching pages", len(links))
    try:
        for visit in fetcher.visit_all(links):
            if visit.exchanges:
                warc.write(visit)
            if (rejection := visit.rejection) is not None:
                faults.append(rejection)
            progress.say(f"{visit.link.address.url}: {_told(visit)}")
            progress.advance()
    except OSError as error:
        raise ArchiveError(
            f"{fetch_folder(path)}: cannot be written ({error.strerror or error}).",
            "Fetched pages are kept there; free some space, or mend its permissions, and run the command again.",
        ) from error
    finally:
        warc.close()
    progress.done()
    return warc, faults


def _told(visit: Visit) -> str:
    if visit.fault is not None:
        return visit.fault.what
    return f"saved, {len(visit.exchanges[-1].body):,} bytes"


def _is_told(name: str, warc: WarcFile, older: Sequence[Path]) -> bool:
    """Whether `add` rejects, as `name`, an answer of which was told while fetching that it is no page.

    In the file of this run those are known by their records. In older files it is all that is no page, and the end of
    one that was cut off: what of that was asked for now was asked for again.
    """
    if name in {str(warc.path), *(f"{warc.path}:{number}" for number in warc.error_records)}:
        return True
    file, _, number = name.rpartition(":")
    names = {str(path) for path in older}
    return name in names or (file in names and number.isdecimal())


def _addresses_read(plan: FetchPlan, rejections: Sequence[Rejection]) -> list[str]:
    refused = {rejection.input for rejection in rejections}
    urls = (link.address.url for link in (*plan.links, *plan.kept))
    return [url for url in urls if url not in refused]


def _note(path: Path, settings: Settings, progress: Progress, noted: tuple[Sequence[Rejection], Sequence[str]]) -> None:
    """Keep in the archive, where there is one, what was not fetched, and forget it of inputs that were."""
    rejections, forgotten = noted
    if not path.exists() or not path.stat().st_size:
        return
    with archive.hold_writer_lock(path, settings.run.wait_s, progress.say):
        writer = ArchiveWriter(path)
        try:
            writer.forget_rejections(forgotten)
            writer.add_documents([], rejections, 0)
        finally:
            writer.close()
