"""`firsthand export`: records out of an archive."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.messages import say
from firsthand.cli.results import write_kind
from firsthand.cli.session import ARCHIVE, OUT, opened
from firsthand.model import KINDS

__all__ = ["export"]

_FORMATS = ("jsonl", "csv", "parquet")


def _format(flags: Flags, target: Path | None) -> str:
    """The format asked for, else that of the file's suffix, else JSONL."""
    if flags.format is not None:
        return flags.format
    suffix = target.suffix.removeprefix(".").lower() if target else ""
    return suffix if suffix in _FORMATS else "jsonl"


@click.command(
    epilog="Example: firsthand export news.firsthand origins -o origins.csv\n\nKinds: " + ", ".join(KINDS),
)
@click.argument("archive", type=ARCHIVE)
@click.argument("kind", required=False, type=click.Choice(list(KINDS)), metavar="[KIND]")
@click.option("-o", "--out", "target", metavar="FILE", type=OUT, help="Write to FILE.")
@click.option(
    "--all", "folder", metavar="DIR", type=click.Path(path_type=Path), help="Write every kind, as DIR/KIND.jsonl."
)
@common_flags(_FORMATS)
def export(flags: Flags, archive: Path, kind: str | None, target: Path | None, folder: Path | None) -> None:
    """Write the records of one KIND, or with --all of every kind. docs/records.md says what each field means."""
    if (kind is None) == (folder is None):
        raise click.UsageError("Give a KIND, or --all DIR.")
    if folder is not None and target is not None:
        raise click.UsageError("-o goes with one KIND; --all DIR names the folder itself.")
    chosen = _format(flags, target)
    if kind is not None and target is None and chosen == "parquet" and sys.stdout.isatty():
        raise click.UsageError("Parquet is not for a terminal: name a file with -o FILE.")
    with opened(archive, flags) as archive_in_hand:
        if folder is not None:
            _make_folder(folder)
            for each in KINDS:
                archive_in_hand.export(each, folder / f"{each}.{chosen}", chosen)
            say(f"Wrote {len(KINDS)} kinds to {folder}.", flags)
        elif target is not None:
            archive_in_hand.export(str(kind), target, chosen)
            say(f"Wrote {target}.", flags)
        else:
            write_kind(archive_in_hand, str(kind), chosen)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.BadParameter(f"Cannot make {folder}: {error.strerror}.", param_hint="--all") from error
