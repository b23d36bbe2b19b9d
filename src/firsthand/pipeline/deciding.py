"""What users decide: noted and obeyed in one run, or taken back in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from firsthand import language
from firsthand.archive import ArchiveWriter
from firsthand.engines import Progress, SilentProgress
from firsthand.model import Correction, content_digest
from firsthand.pipeline.corrections import Decision, find_correction, login_name, make_correction
from firsthand.pipeline.runs import finish_run, new_run, now, writing
from firsthand.pipeline.settings import Settings, digest_settings

__all__ = ["correct", "undo"]


def correct(
    path: Path,
    kind: str,
    of: Sequence[str],
    settings: Settings,
    *,
    by: str | None = None,
    progress: Progress | None = None,
) -> Correction:
    """Note what a user decided, and derive again what it touches: both at once or neither.

    Args:
        path: The archive.
        kind: merge, split, move, name, same, different or not-a-copy.
        of: Ids, names and words: what each kind needs is told where they do not fit.
        settings: What holds for this run.
        by: Who decided it; None for the login name.
        progress: Told of the work as it goes.

    Raises:
        ArchiveError: The archive cannot be opened or written.
        ConfigError: No such kind, or names that do not fit it.
        InputError: What is named is not in the archive, or is so already.
    """

    def decide(writer: ArchiveWriter, by: str) -> Decision:
        return Decision(made=(make_correction(writer, kind, of, by, now()),), by=by)

    return _decide(path, decide, settings, by, progress).made[0]


def undo(
    path: Path, correction: str, settings: Settings, *, by: str | None = None, progress: Progress | None = None
) -> Correction:
    """Take a correction back, and derive again what it touched.

    Raises:
        ArchiveError: The archive cannot be opened or written.
        InputError: No such correction is in force.
    """

    def decide(writer: ArchiveWriter, by: str) -> Decision:
        return Decision(undone=(find_correction(writer, correction),), by=by)

    return _decide(path, decide, settings, by, progress).undone[0]


def _decide(
    path: Path,
    decide: Callable[[ArchiveWriter, str], Decision],
    settings: Settings,
    by: str | None,
    progress: Progress | None,
) -> Decision:
    progress = progress or SilentProgress()
    model_digest = language.model_digest(settings.language.model)
    with writing(path, settings, progress, create=False) as writer:
        decision = decide(writer, by or login_name())
        ids = [each.correction for each in (*decision.made, *decision.undone)]
        asked = content_digest("correct", digest_settings(settings), *ids)
        begun = writer.begin_run(new_run("correct", settings, model_digest), asked)
        finish_run(writer, begun, settings, progress, False, decision)
    return decision
