"""The language stage beside the spaCy pipeline alone, on the same texts: articles as they come, and with copies.

FIRSTHAND_BENCHMARK_TEXTS names a JSONL file of articles (`text`, `language` or none) to take instead of invented ones,
FIRSTHAND_BENCHMARK_ARTICLES how many at the most.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

import msgspec

from benchmarks.table import Table
from benchmarks.texts import make_documents
from firsthand.engines import InProcessEngine
from firsthand.engines.engine import in_batches
from firsthand.language import LanguageSettings, load_model, paragraph_texts
from firsthand.model import Article, RawDocument, Source, Span
from firsthand.pipeline.shared_paragraphs import SharedParagraphs, annotate_tasks
from firsthand.reading import ReadingSettings, read_article

__all__ = ["measure", "plant_copies"]

_TEXTS = os.environ.get("FIRSTHAND_BENCHMARK_TEXTS")
_ARTICLES = int(
    os.environ.get("FIRSTHAND_BENCHMARK_ARTICLES", "37")
)  # the sample once: renamed rounds of it repeat paragraphs
_COPIED = 0.3
_BATCH = 8  # articles that are annotated at once, as in a run
_PASSES = 3  # each method is timed so often, in turn; the best counts


def measure() -> list[Table]:
    """Both sets, each timed against the pipeline alone in the same run."""
    articles = [article for article in _read_articles() if article.language == "en" and article.body]
    copied = plant_copies(articles, _COPIED)
    return [
        _compare(articles, f"{len(articles)} articles"),
        _compare(copied, f"{len(copied)} articles, {_COPIED:.0%} of them copies"),
    ]


def _read_articles() -> list[Article]:
    if _TEXTS is None:
        documents = make_documents(_ARTICLES)
    else:
        lines = islice(Path(_TEXTS).read_text(encoding="utf-8").splitlines(), _ARTICLES)
        source = Source(path=_TEXTS, sha256="", bytes_kept=0)
        documents = [
            RawDocument(article=f"a{number:05}", text=msgspec.json.decode(line)["text"], source=source, original=b"")
            for number, line in enumerate(lines)
        ]
    settings = ReadingSettings()
    return [read_article(document, settings).article for document in documents]


def plant_copies(articles: Sequence[Article], share: float) -> list[Article]:
    """`articles` with the last of them replaced by copies of the others, a share of all; the same in every run.

    A third is copied whole, a third cut to three fifths, and in a third every fifth paragraph is written anew.
    """
    draw = random.Random(1)  # noqa: S311 - nothing is secret here
    originals = list(articles[: len(articles) - int(len(articles) * share)])
    copies = []
    for number, replaced in enumerate(articles[len(originals) :]):
        original = draw.choice(originals)
        lines = [line for start, end in original.body for line in original.text[start:end].splitlines() if line.strip()]
        if number % 3 == 1:
            lines = lines[: max(1, len(lines) * 3 // 5)]
        elif number % 3 == 2:
            lines = [" ".join(reversed(line.split())) if place % 5 == 0 else line for place, line in enumerate(lines)]
        text = "\n".join(lines)
        copies.append(replace(replaced, text=text, body=(Span(0, len(text)),), headline_span=None))
    return originals + copies


def _compare(articles: Sequence[Article], title: str) -> Table:
    settings = LanguageSettings()
    pipeline = load_model(settings.model).pipeline
    bodies = [article.text[start:end] for article in articles for start, end in article.body]
    paragraphs = [text for article in articles for text in paragraph_texts(article, settings).values()]
    methods: dict[str, Callable[[], object]] = {
        "spaCy, a paragraph at a time": lambda: [len(doc) for doc in pipeline.pipe(paragraphs)],
        "spaCy, a whole body at a time": lambda: [len(doc) for doc in pipeline.pipe(bodies)],
        "the language stage": lambda: _annotate(articles, settings),
    }
    seconds = dict.fromkeys(methods, float("inf"))
    for _ in range(_PASSES):
        for name, method in methods.items():
            start = time.process_time()
            method()
            seconds[name] = min(seconds[name], time.process_time() - start)
    alone = min(each for name, each in seconds.items() if name.startswith("spaCy"))
    words = sum(len(text.split()) for text in paragraphs)
    once = sum(len(text.split()) for text in set(paragraphs))
    return Table(
        title=f"{title}, {words:,} words, {1 - once / words:.0%} of them again, one core, {settings.model}",
        columns=("method", "articles/s", "seconds", "times spaCy alone"),
        rows=tuple(
            (name, f"{len(articles) / each:.1f}", f"{each:.2f}", f"{each / alone:.2f}")
            for name, each in seconds.items()
        ),
        note="The stage: sentences, names, times, quotations, quantities; paragraphs of several articles parsed once.",
    )


def _annotate(articles: Sequence[Article], settings: LanguageSettings) -> int:
    """The articles as a run annotates them; how many mentions they have."""
    engine = InProcessEngine()
    shared = SharedParagraphs(engine, articles, settings)
    annotate = partial(annotate_tasks, settings=settings)
    return sum(
        len(annotation.mentions)
        for batch in in_batches(map(shared.task, articles), _BATCH)
        for annotation in annotate(batch)
    )
