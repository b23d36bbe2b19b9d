"""How much of the sample's written answers stands on the timeline of an export.

firsthand add sample.firsthand src/firsthand/sample/articles.jsonl
firsthand export sample.firsthand --all exported
python scripts/measure_timeline.py src/firsthand/sample/answers.json exported
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _place(text: str, answer: dict[str, object]) -> int:
    place = -1
    for _ in range(int(str(answer.get("nth", 0))) + 1):
        place = text.find(str(answer["quote"]), place + 1)
    return place


def main(answers: Path, exported: Path) -> None:
    """Print, over the answers that name a day or a month, how many are told, and how many of these with their status.

    Years and seasons, articles in languages without a model, and answers whose words are not found are left out and
    counted.
    """
    texts = {row["article"]: (str(row["text"]), row["language"]) for row in _rows(exported / "articles.jsonl")}
    told: dict[tuple[object, str], list[tuple[int, int, str]]] = {}
    for line in _rows(exported / "timeline.jsonl"):
        for article, (start, end) in [(line["article"], line["span"]), *line.get("supports", [])]:  # type: ignore[misc]
            told.setdefault((article, str(line["date"])), []).append((start, end, str(line["status"])))
    asked = found = right = left_out = 0
    for answer in json.loads(answers.read_text(encoding="utf-8"))["timeline"]:
        text, language = texts.get(answer["article"], ("", None))
        place = _place(text, answer)
        if place < 0 or language != "en" or "/" in answer["date"] or len(answer["date"]) < len("2025-01"):
            left_out += 1
            continue
        asked += 1
        hits = [
            status for start, end, status in told.get((answer["article"], answer["date"]), []) if start <= place < end
        ]
        found += bool(hits)
        right += answer["status"] in hits
        if answer["status"] not in hits:
            print("  not so:", answer["article"], answer["date"], answer["status"], repr(answer["quote"]), hits)
    print(f"told {found} of {asked}, with the right status {right}; left out {left_out}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
