"""The accounts of one large story side by side: what each part costs on one core once its articles are annotated.

Six hundred articles: texts, and each changed once (cut, turned, some of its words replaced), so that most of what one
says another says too. The texts are those of the bundled sample under other names, or of any JSONL with a `text` in
each line that FIRSTHAND_BENCHMARK_STORY names.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import firsthand
from benchmarks.table import Table
from benchmarks.texts import make_documents
from firsthand import accounts
from firsthand.model import Annotation, Article, Story
from firsthand.text.lines import split_lines, split_sentences

__all__ = ["measure"]

T = TypeVar("T")
_ARTICLES = 600
_TEXTS = os.environ.get("FIRSTHAND_BENCHMARK_STORY")
_MOST_SECONDS = 60.0  # what the issue asks of the whole
_OUTLETS = 60
_KEPT = (0.4, 1.0)  # share of its sentences that a changed text keeps
_REPLACED = (0.0, 0.05, 0.15)  # share of its words that are replaced


def measure() -> list[Table]:
    """Seconds for each part, over one story of 600 articles. The whole is to take a minute at most."""
    with TemporaryDirectory() as folder:
        affair = _build(Path(folder))
    settings = accounts.AccountsSettings()
    rows, total = [], 0.0
    statements: list[object] = []
    parts: list[tuple[str, Callable[[], Sequence[object]]]] = [
        ("utterances", lambda: accounts.link_utterances(affair, settings)),
        ("figures", lambda: accounts.build_ledger(affair, settings)),
        ("statements", lambda: accounts.align_statements(affair, settings)),
        ("coverage", lambda: accounts.judge_coverage(affair, statements, settings)),  # type: ignore[arg-type]
        ("labels", lambda: accounts.find_labels(affair, settings)),
        (
            "timeline",
            lambda: accounts.build_timeline(
                affair.stories[0], affair.articles, affair.annotations, affair.origin_of, settings
            ),
        ),
        (
            "wording",
            lambda: accounts.compare_wording(affair.stories[0], affair.passages, affair.articles, settings),
        ),
    ]
    for name, tell in parts:
        records, seconds = _clock(tell)
        if name == "statements":
            statements = list(records)
        total += seconds
        rows.append((name, f"{len(records):,}", f"{seconds:.1f}"))
    rows.append(("all", "", f"{total:.1f}"))
    return [
        Table(
            title=f"One story of {len(affair.articles)} articles, {len(affair.passages):,} passages, one core",
            columns=("part", "records", "seconds"),
            rows=tuple(rows),
            note=f"At most {_MOST_SECONDS:.0f} s is asked for: {'reached' if total <= _MOST_SECONDS else 'MISSED'}.",
        )
    ]


def _clock(tell: Callable[[], T]) -> tuple[T, float]:
    """What a part puts out, and the processor time it took."""
    start = time.process_time()
    records = tell()
    return records, time.process_time() - start


def _build(folder: Path) -> accounts.Affair:
    """All articles as one story, annotated, with their passages, as the pipeline gathers them."""
    path = folder / "articles.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in _make_lines()), encoding="utf-8")
    with firsthand.open(folder / "story.firsthand", must_exist=False) as archive:
        archive.add([path], workers=1)
        articles: dict[str, Article] = {row.article: row for row in archive.articles()}
        annotations: dict[str, Annotation] = {
            name: annotation for name in articles if (annotation := archive.annotation(name)) is not None
        }
        origin_of = {row.article: row.origin for row in archive.articles() if row.origin is not None}
        passages, lineages = list(archive.passages()), list(archive.lineage())
    story = Story(story="story", title="One story", title_article="", articles=tuple(sorted(articles)), members=())
    return accounts.Affair(
        stories=(story,),
        articles=dict(sorted(articles.items())),
        annotations=annotations,
        origin_of=origin_of,
        passages=passages,
        lineages=lineages,
    )


def _make_lines() -> Iterator[dict[str, str]]:
    draw = random.Random(11)  # noqa: S311 - nothing is secret here
    if _TEXTS is None:
        texts = [document.text or "" for document in make_documents(_ARTICLES // 2)]
    else:
        held = (json.loads(line).get("text") or "" for line in Path(_TEXTS).read_text(encoding="utf-8").splitlines())
        texts = [text for text in held if text][: _ARTICLES // 2]
    words = [word for text in texts for word in text.split()]
    for number in range(_ARTICLES):
        text = texts[number % len(texts)]
        told = text if number < len(texts) else _change(text, words, draw)
        yield {
            "id": f"a{number:04}",
            "text": told,
            "outlet": f"Outlet {draw.randrange(_OUTLETS)}",
            "published": f"2031-05-{1 + number % 5:02}",
        }


def _change(text: str, words: Sequence[str], draw: random.Random) -> str:
    """The text with sentences left out and words replaced, paragraphs kept."""
    kept, replaced = draw.uniform(*_KEPT), draw.choice(_REPLACED)
    lines = []
    for line in split_lines(text):
        told = [
            " ".join(word if draw.random() >= replaced else draw.choice(words) for word in text[slice(*each)].split())
            for each in split_sentences(text, *line)
            if draw.random() < kept
        ]
        lines.append(" ".join(told))
    return "\n".join(line for line in lines if line)
