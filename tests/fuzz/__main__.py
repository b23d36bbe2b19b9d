"""Fuzz every reader, or those that are named, for so many seconds in all."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.fuzz.seeds import SEEDS, WORDS

_HANG_S = 20  # one input of a few kilobytes that takes longer hangs
_MEMORY_MB = 2_000
_LONGEST = 16_384  # bytes of an input


def fuzz(kind: str, seconds: int, kept: Path) -> tuple[str, int, str]:
    """Fuzz one reader.

    Returns:
        The kind, how many inputs were tried, and what went wrong, empty where nothing did.
    """
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        (corpus / "seed").write_bytes(SEEDS[kind]())
        words = Path(folder, "words")
        words.write_bytes(b"".join(b'"%s"\n' % _escaped(word) for word in WORDS[kind].split()))
        done = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.target", kind, str(corpus), f"-max_total_time={seconds}",
             f"-timeout={_HANG_S}", f"-rss_limit_mb={_MEMORY_MB}", f"-max_len={_LONGEST}", f"-dict={words}", "-seed=1",
             f"-artifact_prefix={kept}/{kind}-", "-print_final_stats=1"],
            cwd=Path(__file__).parents[2], capture_output=True, text=True, errors="replace", check=False,
        )  # fmt: skip
    tried = [line.split()[-1] for line in done.stderr.splitlines() if "number_of_executed_units" in line]
    fault = "" if done.returncode == 0 else done.stdout[-3_000:] + done.stderr[-1_000:]
    return kind, int(tried[0]) if tried else 0, fault


def _escaped(word: str) -> bytes:
    return word.encode("unicode_escape").replace(b'"', b'\\"')


def main() -> int:
    """Print a line a reader; 1 where one crashed or hung, with the input that did it kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[*SEEDS, []], help="readers; all where none is named")
    parser.add_argument("--seconds", type=int, default=300, help="in all, shared out evenly (default 300)")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-failures"), help="where inputs that fail are kept")
    given = parser.parse_args()
    kinds = given.kinds or list(SEEDS)
    workers = min(os.cpu_count() or 1, len(kinds))
    seconds = max(1, given.seconds * workers // len(kinds))
    given.keep.mkdir(parents=True, exist_ok=True)
    failed = 0
    with ThreadPoolExecutor(workers) as pool:
        for kind, tried, fault in pool.map(lambda kind: fuzz(kind, seconds, given.keep), kinds):
            sys.stdout.write(f"{kind:8} {seconds} s  {tried:>9,} inputs  {'FAILED' if fault else 'sound'}\n{fault}")
            failed += bool(fault) or not tried
    if not any(given.keep.iterdir()):
        given.keep.rmdir()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
