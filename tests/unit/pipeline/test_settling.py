"""Directions that rest on a third article come and go with it."""

from __future__ import annotations

import json
from pathlib import Path

import firsthand
from firsthand.model import Direction, Relation

FERRY = (
    "The night ferry to Ellmouth ran aground on the Carrow sandbank shortly after it left the harbour of Tolm, and the "
    "eighty passengers on board waited nine hours for the lifeboats to reach them through heavy fog."
)
CREW = (
    "Two of the crew were treated for broken wrists, the harbour master Oda Brenn wrote in a report that blames a buoy "
    "which had drifted almost a mile from its charted place during the storm of the week before."
)
MARKET = (
    "In the market square, stallholders sold the last of the early plums while the town band practised for the summer "
    "fair, and hardly anyone looked up when the sirens sounded from the lower town for the third time."
)
PLAIN = [
    {"id": "a", "outlet": "Northaven Star", "text": f"{FERRY}\n{CREW}\n{MARKET}"},
    {"id": "b", "outlet": "Tolm Today", "text": f"{FERRY}\n{CREW}"},
]
CREDITED = {"id": "c", "outlet": "Carrow Post", "text": f"TOLM (AFP) - {FERRY}\n{CREW}\n\nAFP"}


def add(archive: firsthand.Archive, folder: Path, name: str, articles: list[dict[str, str]]) -> None:
    corpus = folder / f"{name}.jsonl"
    corpus.write_text("".join(json.dumps(each) + "\n" for each in articles), encoding="utf-8")
    archive.add([corpus], annotate="later")


def test_what_a_third_says_comes_and_goes_with_it(tmp_path: Path) -> None:
    with firsthand.open(tmp_path / "a.firsthand", must_exist=False) as archive:
        add(archive, tmp_path, "plain", PLAIN)
        before = {(each.a, each.b): each for each in archive.records("lineage")}["a", "b"]
        assert before.direction is Direction.UNKNOWN
        add(archive, tmp_path, "credited", [CREDITED])
        settled = {(each.a, each.b): each for each in archive.records("lineage")}["a", "b"]
        assert (settled.direction, settled.via) == (Direction.COMMON_SOURCE, "AFP")
        assert settled.relation is Relation.COMMON
        shared = [each for each in archive.records("passages") if (each.a, each.b) == ("a", "b")]
        assert {(each.direction, each.via) for each in shared} == {(Direction.COMMON_SOURCE, "AFP")}
        archive.remove("c")
        after = {(each.a, each.b): each for each in archive.records("lineage")}["a", "b"]
        assert after == before
