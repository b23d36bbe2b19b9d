"""The written answers of the bundled sample, as items that can be checked one by one, and where their words stand."""

from __future__ import annotations

import html
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

__all__ = [
    "ANSWERS",
    "ARTICLES",
    "CAPABILITIES",
    "EXPECTED",
    "ITEMS",
    "SAMPLE",
    "TEXTS",
    "Answer",
    "items",
    "numbered",
    "passage_place",
    "place",
    "slug",
    "words",
]

Answer = dict[str, Any]

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "src" / "firsthand" / "sample"
ARTICLES: dict[str, Answer] = {
    row["id"]: row for row in map(json.loads, (SAMPLE / "articles.jsonl").read_text(encoding="utf-8").splitlines())
}
ANSWERS: Answer = json.loads((SAMPLE / "answers.json").read_text(encoding="utf-8"))
# What fails today: the item's id, and "capability: class of the error". Every entry must fail, or the test does.
EXPECTED: dict[str, str] = tomllib.loads(Path(__file__).with_name("expected_failures.toml").read_text(encoding="utf-8"))
ITEMS: set[str] = set()  # the ids of all items, as they are made
CAPABILITIES = ("reading", "lineage", "stories", "language", "accounts")


def _visible(page: str) -> str:
    page = re.sub(r"(?is)<(head|script|style)\b.*?</\1>|<!--.*?-->", " ", page)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


TEXTS = {name: row["text"] if "text" in row else _visible(row["html"]) for name, row in ARTICLES.items()}


def items(cases: Iterable[tuple[Any, ...]]) -> list[Any]:
    """Parameters of one test: each case is the item's id and what its test needs; a listed item must fail."""
    made = []
    for name, *values in cases:
        assert name.isascii(), name
        assert name not in {param.id for param in made}, name
        ITEMS.add(name)
        marks = [pytest.mark.xfail(reason=EXPECTED[name], strict=True)] if name in EXPECTED else []
        made.append(pytest.param(*values, id=name, marks=marks))
    return made


def slug(words_of_it: str, most: int = 6) -> str:
    """A readable id from the first words of an answer that has no name of its own."""
    return "-".join(words(words_of_it)[:most])


def words(text: str) -> list[str]:
    """The words in small letters: marks, case and white space are no part of an answer."""
    return re.findall(r"\w+", text.casefold())


def numbered(names: Iterable[str]) -> Iterator[str]:
    """Each name with its count from the second on: menu, share, menu-2."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"


def _find(text: str, quote: str, nth: int, start: int) -> tuple[int, int] | None:
    # The words of an HTML page are written with single spaces; in the text of the archive a line may end there.
    pattern = re.compile(r"\s+".join(re.escape(part) for part in re.split(r"\s+", quote)))
    for count, match in enumerate(pattern.finditer(text, start)):
        if count == nth:
            return match.span()
    return None


def place(text: str, quote: str, nth: int = 0, start: int = 0) -> set[int]:
    """The characters of the `nth` occurrence of `quote` at or after `start`, white space left out; none: empty."""
    found = _find(text, quote, nth, start)
    return set() if found is None else {at for at in range(*found) if not text[at].isspace()}


def passage_place(text: str, first: str, last: str, nth: int = 0) -> set[int]:
    """The characters from the start of `first` to the end of the first `last` that ends at or after it."""
    opening = _find(text, first, nth, 0)
    assert opening is not None, first
    closing = _find(text, last, 0, opening[0])
    assert closing is not None, last
    return {at for at in range(opening[0], closing[1]) if not text[at].isspace()}
