"""What the README shows is what the program prints, and its example runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("readme")
    command = [sys.executable, "-m", "firsthand.cli", "demo", "--out", "demo", "--format", "table", "--workers", "1"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return folder, done.stdout + done.stderr


def test_the_first_command_stands_by_line_twenty() -> None:
    lines = README.splitlines()
    assert any(line.strip() == "$ make demo" for line in lines[:20])


def test_the_output_shown_is_the_output(demo: tuple[Path, str]) -> None:
    shown = re.search(r"\$ make demo\n(.*?)\n\n[A-Z]", README, re.DOTALL)
    assert shown
    printed = " ".join(demo[1].split())
    sentences = [line.strip() for line in shown.group(1).splitlines()[1:4] if line.strip()]
    assert len(sentences) == 2
    for sentence in sentences:
        assert " ".join(sentence.split()) in printed
    for words in ("Reuters report of 4 March 2025", "ferry-courier-1", "Harbour Standard's own", "The report is demo"):
        assert words in shown.group(1)
        assert words in printed


def test_the_python_example_runs(demo: tuple[Path, str]) -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example
    code = example.group(1).replace("news.firsthand", "demo/demo.firsthand")
    done = subprocess.run([sys.executable, "-c", code], cwd=demo[0], capture_output=True, text=True, check=True)
    assert "at most" in done.stdout


def test_links_lead_somewhere() -> None:
    pages = [ROOT / "README.md", *ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    for page in pages:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_commands_shown_are_verbs() -> None:
    from firsthand.cli import VERBS

    shown = set(re.findall(r"^    firsthand (\w+)", README, re.MULTILINE))
    assert shown
    assert shown <= set(VERBS)
