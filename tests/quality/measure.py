"""Run the program on a labelled set as a user would, and score what it exports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import firsthand
from firsthand.model import KINDS

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.toml")


@dataclass(frozen=True, kw_only=True)
class LabelledSet:
    """One row of floors.toml."""

    name: str
    command: str
    gold: str
    input: str = ""
    annotate: bool = False
    floors: dict[str, float] = field(default_factory=dict)
    ceilings: dict[str, float] = field(default_factory=dict)


def labelled_data() -> Path | None:
    """The folder of the labelled data, or None where it is absent."""
    folder = Path(os.environ.get("FIRSTHAND_LABELLED_DATA", ROOT.parent / "shared"))
    return folder if (folder / "score" / "score.py").is_file() else None


def read_sets() -> list[LabelledSet]:
    return [LabelledSet(**entry) for entry in tomllib.loads(FLOORS.read_text())["set"]]


def export_set(labelled: LabelledSet, data: Path, folder: Path) -> Path:
    """Build an archive of the set and export every kind; the folder of the exports."""
    archive = folder / "set.firsthand"
    with firsthand.open(archive, must_exist=False) as opened:
        report = opened.add(
            [data / (labelled.input or labelled.gold)], annotate="now" if labelled.annotate else "later"
        )
        assert report.rejections == (), report.rejections[:3]
        out = folder / "export"
        out.mkdir()
        for kind in KINDS:
            opened.export(kind, out / f"{kind}.jsonl")
    return out


def score(labelled: LabelledSet, data: Path, out: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(data / "score" / "score.py"), labelled.command, str(data / labelled.gold), str(out)],
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def measure(labelled: LabelledSet, data: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        return score(labelled, data, export_set(labelled, data, Path(folder)))
