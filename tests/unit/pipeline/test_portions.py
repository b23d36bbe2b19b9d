"""Two thousand articles with planted copies, added in ten portions: passages and origins are those of one `add`."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from benchmarks.copies import make_corpus

import firsthand
from firsthand.export import encode_row

_COUNT, _PORTIONS = 2_000, 10
# What is derived from text alone. Stories keep their ids from run to run, so those may differ from a fresh build's.
_KINDS = ("articles", "passages", "lineage", "origins", "repeats")


def build(folder: Path, portions: list[list[str]]) -> Path:
    path = folder / "a.firsthand"
    with firsthand.open(path, must_exist=False) as archive:
        for number, lines in enumerate(portions):
            corpus = folder / f"{number}.jsonl"
            corpus.write_text("".join(lines), encoding="utf-8")
            archive.add([corpus], annotate="later")
    return path


def derived(path: Path) -> dict[str, list[str]]:
    found = {}
    with firsthand.open(path) as archive:
        for kind in _KINDS:
            rows = [json.loads(encode_row(record)) for record in archive.records(kind)]
            for row in rows:
                for field in ("source", "story", "stories", "origin"):
                    row.pop(field, None)
                for field in ("via", "borrows_from"):
                    row.pop(field, None)
            found[kind] = sorted(json.dumps(row, sort_keys=True) for row in rows)
    return found


@pytest.mark.slow
def test_ten_portions_give_what_one_gives(tmp_path: Path) -> None:
    articles = make_corpus(_COUNT, seed=3).articles
    lines = [
        json.dumps({"id": each.article, "outlet": each.outlet, "text": each.text, "published": "2031-03-14"}) + "\n"
        for each in articles
    ]
    fresh, portions = tmp_path / "fresh", tmp_path / "portions"
    fresh.mkdir()
    portions.mkdir()
    whole = derived(build(fresh, [lines]))
    random.Random(5).shuffle(lines)
    size = _COUNT // _PORTIONS
    parts = derived(build(portions, [lines[start : start + size] for start in range(0, _COUNT, size)]))
    assert len(whole["passages"]) > _COUNT // 5
    for kind in _KINDS:
        assert parts[kind] == whole[kind], kind
