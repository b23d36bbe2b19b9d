"""Annotation now, later and bit by bit: the same in the end, and nothing is read or parsed twice on the way."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import firsthand
from firsthand import language
from firsthand.engines import InProcessEngine, Outcome
from firsthand.model import Annotation, Article, EntityLinks, Source, Span
from firsthand.pipeline import annotating
from firsthand.pipeline.shared_paragraphs import ReadingTask, SharedParagraphs, annotate_tasks

TEXTS = {
    "a": "Anna Norton opened the new bridge on Monday. It had cost twice the sum that was planned.\n"
    "The Harbour Board said that the bridge would carry 4,000 cars a day.",
    "b": "Norton said on Tuesday that the old bridge would be kept. She had opened the new one a day before.\n"
    "The Harbour Board said that the bridge would carry 4,000 cars a day.",
    "c": "An orchard burned down near Oslo on Friday. Nobody was hurt, a fireman said, and the cause is not known.",
    "d": "David Norton, a singer from Norway, will sing in Oslo in May. Tickets cost 40 dollars.",
}
KINDS = ("mentions", "entities", "quotations", "quantities", "times", "figures", "statements", "timeline")


def corpus(folder: Path, names: str) -> Path:
    path = folder / f"{names}.jsonl"
    lines = [{"id": name, "text": TEXTS[name], "published": "2031-03-20", "language": "en"} for name in names]
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def add(archive: Path, path: Path, annotate: str = "now") -> None:
    with firsthand.open(archive, must_exist=False) as opened:
        opened.add([path], annotate=annotate, workers=1)


def exports(archive: Path, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    with firsthand.open(archive) as opened:
        for kind in KINDS:
            opened.export(kind, folder / f"{kind}.jsonl")
    return {kind: (folder / f"{kind}.jsonl").read_bytes() for kind in KINDS}


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("once")
    add(folder / "x.firsthand", corpus(folder, "abcd"))
    return exports(folder / "x.firsthand", folder / "out")


def test_left_for_later_and_then_annotated_gives_what_now_gives(at_once: dict[str, bytes], tmp_path: Path) -> None:
    archive = tmp_path / "x.firsthand"
    add(archive, corpus(tmp_path, "abcd"), annotate="later")
    with firsthand.open(archive) as opened:
        assert opened.counts()["unannotated"] == 4
        for story in list(opened.stories()):
            opened.annotate(story.story, workers=1)
        opened.annotate(workers=1)
    assert exports(archive, tmp_path / "out") == at_once


def test_names_are_linked_alike_however_the_articles_came(at_once: dict[str, bytes], tmp_path: Path) -> None:
    archive = tmp_path / "x.firsthand"
    for names in ("d", "bc", "a"):
        add(archive, corpus(tmp_path, names))
    found = exports(archive, tmp_path / "out")
    assert found["entities"] == at_once["entities"]
    assert found["mentions"] == at_once["mentions"]


def test_annotations_are_read_again_only_where_their_links_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "x.firsthand"
    add(archive, corpus(tmp_path, "ac"))
    linked: list[str] = []
    real = language.apply_links

    def apply(annotation: Annotation, links: EntityLinks) -> Annotation:
        linked.append(annotation.article)
        return real(annotation, links)

    monkeypatch.setattr(annotating.language, "apply_links", apply)
    add(archive, corpus(tmp_path, "d"))  # another Norton: a bare surname might change, a full name does not
    assert linked == ["d"]


class CountingEngine(InProcessEngine):
    """Notes what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[list[Any]] = []

    def map_articles(self, function: Any, items: Any, batch_size: int) -> Iterator[Outcome[Any]]:
        self.asked.append(list(items))
        return super().map_articles(function, self.asked[-1], batch_size)


def article(name: str, text: str, **fields: Any) -> Article:
    return Article(
        article=name,
        text=text,
        body=(Span(0, len(text)),),
        source=Source(sha256="0" * 64, bytes_kept=len(text)),
        **({"language": "en", "published": "2031-03-20"} | fields),
    )


def tasks(engine: CountingEngine, articles: Sequence[Article]) -> list[ReadingTask]:
    shared = SharedParagraphs(engine, articles, language.LanguageSettings())
    return [shared.task(each) for each in articles]


def test_what_several_articles_have_is_parsed_once() -> None:
    articles = [article(name, text) for name, text in TEXTS.items()]
    articles.append(article("z", TEXTS["a"], language="de"))  # not read, so not counted
    engine = CountingEngine()
    found = tasks(engine, articles)
    common = TEXTS["a"].splitlines()[1]
    assert engine.asked == [[common]]
    assert [len(task.parses) for task in found] == [1, 1, 0, 0, 0]


def test_shared_parses_change_nothing() -> None:
    articles = [article(name, text) for name, text in TEXTS.items()]
    settings = language.LanguageSettings()
    alone = annotate_tasks([ReadingTask(article=each) for each in articles], settings)
    assert annotate_tasks(tasks(CountingEngine(), articles), settings) == alone


def test_nothing_is_parsed_ahead_where_nothing_is_shared() -> None:
    engine = CountingEngine()
    tasks(engine, [article("c", TEXTS["c"]), article("d", TEXTS["d"])])
    assert engine.asked == []
