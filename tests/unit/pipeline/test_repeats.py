"""What an outlet repeats is left out of the body once the archive holds enough of its articles, in whatever order."""

from __future__ import annotations

import json
from pathlib import Path

import firsthand

NOTE = "No one covers the coast better than we do, and with your support every story stays free to read."
AFFAIRS = {
    "bridge": "The new bridge over the Ell was opened on Monday, eleven years after the old one was washed away. "
    "About 400 people walked across it in the rain, the council of Ellmouth wrote.",
    "ferry": "Ferries between Port Anders and the islands will stay in harbour until Thursday because of a strike. "
    "Islanders have stocked up on flour and lamp oil, and the baker of Skerry closed his shop at noon.",
    "school": "A school in Harbour City has to move its pupils to a gymnasium after mould was found in its walls. "
    "The building dates from 1961 and was to be renovated in two years; lessons go on in the sports hall.",
    "orchard": "Late frost has ruined nine tenths of the cherry harvest in the valley of the Tarn, growers fear. "
    "The last loss of this size was in 1997, when snow fell on the blossoms in the first week of May.",
}


def inputs(folder: Path, names: list[str]) -> Path:
    path = folder / f"{'-'.join(names)}.jsonl"
    rows = [{"id": name, "outlet": "Coast Gazette", "text": f"{AFFAIRS[name]}\n{NOTE}"} for name in names]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def bodies(path: Path) -> dict[str, str]:
    with firsthand.open(path) as archive:
        return {
            article.article: "\n".join(article.text[slice(*span)] for span in article.body)
            for article in archive.articles()
        }


def test_a_line_that_an_outlet_repeats_leaves_the_body_when_enough_articles_show_it(tmp_path: Path) -> None:
    path = tmp_path / "a.firsthand"
    with firsthand.open(path, must_exist=False) as archive:
        archive.add([inputs(tmp_path, ["bridge", "ferry"])], annotate="later")
        assert list(archive.records("repeats")) == []
    assert all(NOTE in body for body in bodies(path).values())
    with firsthand.open(path) as archive:
        archive.add([inputs(tmp_path, ["orchard", "school"])], annotate="later")
        (repeat,) = archive.records("repeats")
        assert (repeat.outlet, repeat.articles) == ("Coast Gazette", 4)
    assert bodies(path) == AFFAIRS
    with firsthand.open(tmp_path / "b.firsthand", must_exist=False) as fresh:
        fresh.add([inputs(tmp_path, sorted(AFFAIRS))], annotate="later")
        assert list(fresh.records("repeats")) == [repeat]
    assert bodies(tmp_path / "b.firsthand") == AFFAIRS


def test_removing_the_witnesses_gives_the_line_back(tmp_path: Path) -> None:
    path = tmp_path / "a.firsthand"
    with firsthand.open(path, must_exist=False) as archive:
        archive.add([inputs(tmp_path, sorted(AFFAIRS))], annotate="later")
        for article in ("bridge", "ferry"):
            archive.remove(article=article)
    assert all(NOTE in body for body in bodies(path).values())
