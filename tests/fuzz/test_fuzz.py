"""Twenty seconds of the fuzzer over all readers; CONTRIBUTING.md says how to run it for longer."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fuzz.seeds import SEEDS, WORDS

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris has no build for this Python")
def test_no_reader_crashes_or_hangs(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz", "--seconds", "20", "--keep", str(tmp_path / "failures")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8_000:] + done.stderr[-2_000:]
    assert done.stdout.count(" sound\n") == len(SEEDS)


@pytest.mark.parametrize("kind", SEEDS)
def test_the_fuzzer_sets_out_from_sound_input(kind: str, tmp_path: Path) -> None:
    from firsthand.model import RawDocument
    from firsthand.sources import SourceLimits, read_inputs

    path = tmp_path / f"seed.{ {'text': 'txt', 'email': 'eml', 'feed': 'xml'}.get(kind, kind) }"
    path.write_bytes(SEEDS[kind]())
    assert any(isinstance(item, RawDocument) for item in read_inputs([str(path)], SourceLimits()))
    assert WORDS[kind]
