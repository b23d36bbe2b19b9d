"""Checks a pack of evidence: run it in the unpacked folder, or with the pack's name.

It needs Python 3.9 or newer and nothing else, and reads nothing but the pack. A copy of it lies in every pack as
check.py; `firsthand evidence PACK --check` does the same.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["check_pack", "main"]

_SUMS = "SHA256SUMS"
_MOST_BYTES = 1 << 30  # of one file of a pack


def _open_pack(place: Path) -> tuple[list[str], Callable[[str], bytes]]:
    """The names of the files, and what reads one."""
    if place.is_dir():
        names = [path.relative_to(place).as_posix() for path in sorted(place.rglob("*")) if path.is_file()]
        return names, lambda name: (place / name).read_bytes()
    pack = zipfile.ZipFile(place)
    too_large = [info.filename for info in pack.infolist() if info.file_size > _MOST_BYTES]
    if too_large:
        raise ValueError(f"{too_large[0]} is larger than {_MOST_BYTES} bytes")
    return [info.filename for info in pack.infolist() if not info.is_dir()], pack.read


def _check_sums(names: list[str], read: Callable[[str], bytes]) -> list[str]:
    """What differs from the list of digests, is missing, or is not in it."""
    if _SUMS not in names:
        return [f"{_SUMS} is missing"]
    listed: dict[str, str] = {}
    for line in read(_SUMS).decode("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        listed[name] = digest
    found = []
    for name, digest in sorted(listed.items()):
        if name not in names:
            found.append(f"{name} is missing")
        elif hashlib.sha256(read(name)).hexdigest() != digest:
            found.append(f"{name} is not what was packed: its SHA-256 differs")
    found += [f"{name} was not packed" for name in sorted(set(names) - set(listed) - {_SUMS})]
    return found


def _check_articles(manifest: dict[str, Any], read: Callable[[str], bytes]) -> tuple[list[str], dict[str, str]]:
    """Originals and texts against the digests of the manifest; and the texts by article."""
    found: list[str] = []
    texts: dict[str, str] = {}
    for each in manifest["articles"]:
        for file, digest in (("original", "original_sha256"), ("text", "text_sha256")):
            body = read(each[file])
            if hashlib.sha256(body).hexdigest() != each[digest]:
                found.append(f"{each['article']}: the {file} has another SHA-256 than the manifest says")
            if file == "text":
                texts[each["article"]] = body.decode("utf-8", "surrogatepass")
    return found, texts


def _check_spans(texts: dict[str, str], lines: bytes) -> tuple[list[str], int]:
    """Every cited span against the characters that stand there."""
    found: list[str] = []
    number = 0
    for line in lines.decode("utf-8", "surrogatepass").splitlines():
        span = json.loads(line)
        number += 1
        start, end = span["span"]
        if texts.get(span["article"], "")[start:end] != span["text"]:
            found.append(f"{span['article']} [{start}, {end}): other characters stand there ({span['of']})")
    return found, number


def check_pack(place: Path) -> tuple[list[str], str]:
    """What is wrong with a pack, and a line that says what was looked at.

    Args:
        place: A pack, or the folder that it was unpacked to.

    Returns:
        One line for everything that is wrong, none where all is as it was packed; and the line.

    Raises:
        OSError: It cannot be read.
        ValueError: It is no pack.
    """
    try:
        names, read = _open_pack(place)
        found = _check_sums(names, read)
        if found:
            return found, "Checked the digests of all files."
        manifest = json.loads(read("manifest.json"))
        wrong, texts = _check_articles(manifest, read)
        misplaced, number = _check_spans(texts, read("spans.jsonl"))
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError, zipfile.BadZipFile, RecursionError) as error:
        raise ValueError(f"{place} is no pack of evidence ({error})") from error
    said = f"Checked {len(names)} files, {len(texts)} originals with their texts, and {number} spans."
    return wrong + misplaced, said


def main(words: list[str]) -> int:
    """Print what is wrong; 0 where nothing is, 1 where something is, 2 where it is no pack."""
    place = Path(words[0]) if words else Path(__file__).resolve().parent
    try:
        wrong, said = check_pack(place)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for line in wrong:
        sys.stdout.write(f"WRONG  {line}\n")
    sys.stdout.write(f"{said} {'Something is not as it was packed.' if wrong else 'All is as it was packed.'}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
