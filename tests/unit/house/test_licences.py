"""What is installed by default is permissively licensed, whatever a later lock brings."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PERMISSIVE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Unlicense|Public Domain|CC0|Zlib|0BSD|MPL|Mozilla)\b",
    re.IGNORECASE,
)
COPYLEFT = re.compile(r"\b(A?GPL|LGPL|GNU|General Public License)", re.IGNORECASE)
# Of several licences offered, these let one choose a permissive or file-level one; each was read by hand.
CHOSEN = {
    "tld": "MPL-1.1 is offered beside GPL and LGPL; we take MPL-1.1 (file-level, unchanged)",
}


def locked(file: str) -> list[str]:
    return re.findall(r"^([A-Za-z0-9._-]+)==", (ROOT / file).read_text(), re.MULTILINE)


def licence_of(name: str) -> str:
    facts = metadata(name)
    classifiers = [value for value in facts.get_all("Classifier", []) if value.startswith("License")]
    expression = facts.get("License-Expression") or ""
    text = facts.get("License") or ""
    return " | ".join([expression, *classifiers, text[:400]])


@pytest.mark.parametrize("name", locked("requirements.lock"))
def test_default_dependency_is_permissive(name: str) -> None:
    try:
        licence = licence_of(name)
    except PackageNotFoundError:
        pytest.skip(f"{name} is for another platform")
    if name in CHOSEN:
        return
    assert PERMISSIVE.search(licence), f"{name}: {licence!r}"
    assert not COPYLEFT.search(licence.split(" | ")[0] or licence), f"{name}: {licence!r}"


@pytest.mark.parametrize("file", ["requirements.lock", "requirements-dev.lock"])
def test_lock_has_hashes_and_no_hosts(file: str) -> None:
    text = (ROOT / file).read_text()
    assert "://" not in text
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
