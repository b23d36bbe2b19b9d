"""Taking documents in: read, set apart what was removed before, store in portions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from firsthand import sources
from firsthand.archive import ArchiveWriter, tombstone
from firsthand.engines import Progress
from firsthand.model import RawDocument, Rejection

__all__ = ["Intake", "take_in"]

_PORTION = 200  # documents a transaction: few enough that a killed run loses a moment's work
_PORTION_BYTES = 32 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What one look at the inputs brought."""

    seen: int
    new: int
    rejections: tuple[Rejection, ...]
    kept_out: tuple[Rejection, ...]  # removed before and kept from coming back, or answered by a server with no article


def _input_name(document: RawDocument) -> str:
    source = document.source
    place = source.path or source.url or document.article
    return f"{place}:{document.line}" if document.line is not None else place


def _tombstone_reason(document: RawDocument, tombstones: set[str]) -> str | None:
    if not tombstones:
        return None
    marks = [tombstone("original", document.source.sha256)]
    marks += [tombstone("text", document.text)] if document.text else []
    marks += [tombstone("url", document.url)] if document.url else []
    if tombstones.isdisjoint(marks):
        return None
    return "it was removed from this archive, and a removed article does not come back"


def take_in(
    writer: ArchiveWriter,
    paths: Sequence[str],
    limits: sources.SourceLimits,
    run: int,
    progress: Progress,
    only: Collection[str] | None = None,
) -> Intake:
    """Read `paths` and store what is new, in portions, so that a killed run loses no more than the last.

    Args:
        writer: The archive.
        paths: Files, folders, or "-".
        limits: Sizes beyond which an input is refused.
        run: Number of the run.
        progress: Told how many were read.
        only: The files that are read, of all that are found; None for all.

    Raises:
        ArchiveError: The archive cannot be written; what was stored before is safe.
    """
    tombstones = writer.tombstones()
    documents: list[RawDocument] = []
    held: list[Rejection] = []
    rejections: list[Rejection] = []
    kept_out: list[Rejection] = []
    seen = new = held_bytes = 0

    def store() -> None:
        nonlocal new, held_bytes
        writer.forget_rejections(_input_name(document) for document in documents)
        new += writer.add_documents(documents, held, run)
        documents.clear()
        held.clear()
        held_bytes = 0

    progress.start("Reading inputs", None)
    for item in sources.read_inputs(paths, limits, only):
        if isinstance(item, Rejection):
            (kept_out if sources.is_set_aside(item) else rejections).append(item)
            held.append(item)
        elif (reason := _tombstone_reason(item, tombstones)) is not None:
            kept_out.append(Rejection(input=_input_name(item), stage="sources", reason=reason))
        else:
            seen += 1
            documents.append(item)
            held_bytes += len(item.original)
            progress.advance()
        if len(documents) + len(held) >= _PORTION or held_bytes >= _PORTION_BYTES:
            store()
    store()
    progress.done()
    return Intake(seen=seen, new=new, rejections=tuple(rejections), kept_out=tuple(kept_out))
