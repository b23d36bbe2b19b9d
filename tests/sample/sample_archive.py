"""What the program makes of the sample, in the form in which the tests ask for it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.sample.answers import ANSWERS, SAMPLE, Answer, place

import firsthand
from firsthand.model import KINDS, ArticleRow, Lineage, Origin, Passage, Span, Story

__all__ = ["SampleArchive", "build_sample"]


def characters(text: str, spans: Iterable[Span]) -> set[int]:
    """The characters of the spans, white space left out."""
    return {at for start, end in spans for at in range(start, end) if not text[at].isspace()}


class SampleArchive:
    """Every record of the archive of the sample, and the questions that the tests put to them."""

    def __init__(self, records: dict[str, list[Any]]) -> None:
        self.records = records
        self.articles: dict[str, ArticleRow] = {row.article: row for row in records["articles"]}

    def place(self, answer: Answer, article: str | None = None) -> set[int]:
        """Where the answer's quote stands in the article's text."""
        name = article or answer["article"]
        return place(self.articles[name].text, answer["quote"], answer.get("nth", 0))

    def characters(self, article: str, spans: Iterable[Span]) -> set[int]:
        """The characters of the spans in the article's text."""
        return characters(self.articles[article].text, spans)

    def body(self, article: str) -> set[int]:
        """The characters of the article's body."""
        return self.characters(article, self.articles[article].body)

    @cached_property
    def passages(self) -> dict[frozenset[str], list[Passage]]:
        """Passages by pair."""
        found: dict[frozenset[str], list[Passage]] = {}
        for passage in self.records["passages"]:
            found.setdefault(frozenset((passage.a, passage.b)), []).append(passage)
        return found

    @cached_property
    def lineage(self) -> dict[frozenset[str], Lineage]:
        """Lineage by pair."""
        return {frozenset((link.a, link.b)): link for link in self.records["lineage"]}

    @cached_property
    def origin_of(self) -> dict[str, Origin]:
        """The origin that holds each article."""
        return {name: origin for origin in self.records["origins"] for name in origin.articles}

    def story(self, happening: str) -> Story:
        """The story with most articles of the happening."""
        wanted = set(next(story["articles"] for story in ANSWERS["stories"] if story["happening"] == happening))
        stories: list[Story] = self.records["stories"]
        return max(stories, key=lambda story: len(wanted & set(story.articles)))

    def direction(self, a: str, b: str) -> str:
        """The direction of the pair, read from `a` to `b`."""
        link = self.lineage[frozenset((a, b))]
        turned = {"a->b": "b->a", "b->a": "a->b"}
        return link.direction.value if link.a == a else turned.get(link.direction.value, link.direction.value)


def build_sample(folder: Path) -> SampleArchive:
    """Build the archive of the sample in `folder` and read every record of it."""
    with firsthand.open(folder / "sample.firsthand", must_exist=False) as archive:
        report = archive.add([SAMPLE / "articles.jsonl"], workers=1)
        assert report.rejections == ()
        assert report.set_aside == ()
        return SampleArchive({kind: list(archive.records(kind)) for kind in KINDS})
