"""A fake archive behind `firsthand.api`, so that the verbs are tested and nothing below them."""

from __future__ import annotations

import contextlib
import importlib
import json
import sys
import types
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from firsthand.errors import InputError
from firsthand.export import export_kind
from firsthand.model import (
    Annotation,
    ArticleRow,
    Correction,
    Credit,
    CreditRole,
    DateCandidate,
    Direction,
    Dossier,
    Happening,
    Lineage,
    Member,
    Origin,
    Passage,
    PassageKind,
    Quotation,
    Reading,
    Rejection,
    Relation,
    Segment,
    SegmentLabel,
    Source,
    Span,
    Story,
    Version,
    Wording,
)
from firsthand.search import SearchHit

# Escape sequence, C1 control, direction override: a text that tries to act on the terminal.
EVIL = "\x1b[31mred\x9b2J \u202egnihtyna"
TEXT_A = 'Ferry sinks\nNORHAVEN - Twelve died on Friday. "The sea was rough," said Ada Lund. ' + EVIL
TEXT_B = "NORHAVEN - Thirteen died on Friday."


def _article(name, text, **more):
    source = Source(path=f"{name}.txt", sha256="0" * 64, bytes_kept=len(text))
    return ArticleRow(article=name, text=text, source=source, story="s-1", stories=("s-1",), origin=f"o-{name}", **more)


A = _article(
    "a",
    TEXT_A,
    outlet="Gazette " + EVIL,
    headline="Ferry sinks",
    headline_span=Span(0, 11),
    body=(Span(12, len(TEXT_A)),),
    credits=(Credit(name="Reuters", span=Span(12, 20), role=CreditRole.CITED),),
    why_null={"published": "no date " + EVIL},
)
B = _article("b", TEXT_B, outlet="Courier", body=(Span(0, len(TEXT_B)),))
STORY = Story(
    story="s-1",
    title="Ferry sinks " + EVIL,
    title_article="a",
    date="2031-05-02",
    articles=("a", "b"),
    members=(Member(article="a", reasons=()), Member(article="b", reasons=())),
    outlets=2,
    origins=2,
)
PASSAGE = Passage(
    a="a",
    b="b",
    a_span=Span(12, 43),
    b_span=Span(0, 35),
    kind=PassageKind.EDITED,
    similarity=0.9,
    direction=Direction.A_TO_B,
)
LINEAGE = Lineage(
    a="a",
    b="b",
    relation=Relation.REWRITE,
    direction=Direction.A_TO_B,
    containment_a=0.5,
    containment_b=1.0,
    evidence=("later",),
)
WORDING = Wording(
    story="s-1",
    a="a",
    b="b",
    a_span=Span(12, 43),
    b_span=Span(0, 35),
    direction="a->b",
    differs=(("Twelve", "Thirteen"),),
    differs_spans=((Span(23, 29), Span(11, 19)),),
)
READING = Reading(
    article=A,
    segments=(
        Segment(article="a", span=Span(0, 11), label=SegmentLabel.HEADLINE),
        Segment(article="a", span=Span(12, len(TEXT_A)), label=SegmentLabel.BODY),
    ),
    dates=(
        DateCandidate(
            article="a",
            kind="field",
            raw="2 May",
            locator="field published",
            value="2031-05-02",
            chosen=True,
            reason="the only day",
        ),
        DateCandidate(article="a", kind="in_text", raw="Friday", span=Span(38, 44), reason="no year"),
    ),
)
DOSSIER = Dossier(
    story=STORY,
    articles=(A, B),
    annotations={
        "a": Annotation(
            article="a",
            quotations=(
                Quotation(
                    quotation="q",
                    article="a",
                    span=Span(47, 64),
                    spans=(Span(47, 64),),
                    kind="direct",
                    speaker_name="Ada Lund",
                ),
            ),
        )
    },
    passages=(PASSAGE,),
    lineages=(LINEAGE,),
    origins=(
        Origin(origin="o-a", name="Gazette", stories=("s-1",), articles=("a",)),
        Origin(origin="o-b", name="Courier", stories=("s-1",), articles=("b",), mixed=True, borrows_from=("o-a",)),
    ),
    timeline=(
        Happening(
            story="s-1",
            date="2031-05-02",
            earliest="2031-05-02",
            latest="2031-05-02",
            article="a",
            span=Span(12, 46),
            status="happened",
            origins=("o-a",),
        ),
    ),
)
CORRECTION = Correction(
    correction="correction-4",
    kind="name",
    of=("s-1", "The crossing " + EVIL),
    by="Mara " + EVIL,
    made="2031-05-03T08:00:00+00:00",
    anchors=(("a", "b"), ()),
)
RECORDS = {"articles": [A, B], "stories": [STORY], "lineage": [LINEAGE], "passages": [PASSAGE], "rejections": []}


@dataclass
class Report:
    """The shape of `firsthand.api.AddReport`."""

    articles_new: int = 2
    articles_known: int = 0
    versions: int = 0
    rejections: tuple[Rejection, ...] = ()
    set_aside: tuple[Rejection, ...] = ()
    estimate: str = ""
    stories: int = 1
    origins: int = 2
    run: str | None = "r-1"


@dataclass
class Row:
    """The shape of `firsthand.api.SettingRow`."""

    key: str
    value: object
    source: str
    description: str


@dataclass
class FakeArchive:
    """Answers as an archive does, and remembers what it was asked."""

    calls: list[tuple[str, object]] = field(default_factory=list)
    failure: BaseException | None = None
    added: Report = field(default_factory=Report)
    dossier: Dossier = DOSSIER
    states: tuple[Version, ...] = ()
    reports: tuple[object, ...] = ()  # what a watch tells

    def _told(self, name, **arguments):
        self.calls.append((name, arguments))
        if self.failure is not None:
            raise self.failure

    def asked(self, name):
        """The arguments of every call of that name, in order."""
        return [arguments for call, arguments in self.calls if call == name]

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def add(self, paths, *, annotate="auto", dry_run=False, workers=None, progress=None):
        self._told("add", paths=paths, annotate=annotate, dry_run=dry_run, workers=workers)
        if progress is not None:
            progress.say("about a minute")
            progress.start("reading", 2)
            progress.advance(2)
            progress.done()
        return self.added

    def annotate(self, story=None, *, workers=None, progress=None):
        self._told("annotate", story=story)
        return 2

    def remove(self, article=None, outlet=None, url=None, *, dry_run=False, progress=None):
        self._told("remove", article=article, outlet=outlet, url=url, dry_run=dry_run)
        return ("a", "b")

    def correct(self, kind, *of, by=None, progress=None):
        self._told("correct", kind=kind, of=of, by=by)
        return CORRECTION

    def undo(self, correction, *, by=None, progress=None):
        self._told("undo", correction=correction, by=by)
        return CORRECTION

    def corrections(self):
        return iter([CORRECTION])

    def watch(self, folder, *, annotate="auto", once=False, workers=None, progress=None):
        self._told("watch", folder=folder, annotate=annotate, once=once, workers=workers)
        return iter(self.reports)

    def migrate(self, *, progress=None):
        self._told("migrate")

    def storylines(self):
        return iter(())

    def counts(self):
        return {"articles": 2, "outlets": 2, "stories": 1, "origins": 2}

    def settings(self):
        return [Row("lineage.shortest", 8, "default", "Words of the shortest passage.")]

    def records(self, kind):
        self._told("records", kind=kind)
        return iter(RECORDS.get(kind, []))

    def stories(self):
        return self.records("stories")

    def lineage(self):
        return self.records("lineage")

    def story(self, story):
        self._told("story", story=story)
        if story != "s-1":
            raise InputError(f"There is no story {story}.", "List them.")
        return self.dossier

    def article(self, article):
        return {"a": A, "b": B}[article]

    def reading(self, article):
        return READING

    def versions(self, article=None):
        return iter(self.states)

    def compare(self, a, b):
        self._told("compare", a=a, b=b)
        return COMPARISON

    def search(self, query, limit=20):
        self._told("search", query=query, limit=limit)
        return [
            SearchHit(
                article="a",
                outlet=A.outlet,
                headline=A.headline,
                published=None,
                story="s-1",
                snippet=TEXT_A[:40],
                snippet_span=Span(0, 40),
            )
        ]

    def export(self, kind, target=None, format="jsonl"):  # noqa: A002
        self._told("export", kind=kind, target=target, format=format)
        return export_kind(self.records(kind), kind, format, target)

    def report(self, path, story=None, *, excerpt_characters=300, full_text=False, language="en"):
        chosen = {"excerpt_characters": excerpt_characters, "full_text": full_text, "language": language}
        self._told("report", story=story, **chosen)
        Path(path).write_text("<html>", encoding="utf-8")
        return Path(path)


COMPARISON = SimpleNamespace(a=A, b=B, passages=(PASSAGE,), lineages=(LINEAGE,), wordings=(WORDING,))


@pytest.fixture
def archive(monkeypatch):
    """The fake archive, in place of every archive that a verb opens."""
    fake = FakeArchive()
    module = types.ModuleType("firsthand.api")

    def open_fake(path, *, settings=None, must_exist=True):
        fake.calls.append(("open", {"path": path, "settings": settings, "must_exist": must_exist}))
        return fake

    module.open = open_fake
    module.settings = lambda settings=None: fake.settings()
    module.read_file = lambda path, *, settings=None: READING
    module.compare_files = lambda a, b, *, settings=None: COMPARISON
    monkeypatch.setitem(sys.modules, "firsthand.api", module)
    monkeypatch.setattr(importlib.import_module("firsthand"), "api", module, raising=False)
    return fake


class Terminal(CliRunner):
    """A runner; `on_terminal` makes both outputs look like a terminal."""

    on_terminal = False

    def run(self, *words):
        from firsthand.cli import firsthand

        return self.invoke(firsthand, list(words), prog_name="firsthand", catch_exceptions=False)

    @contextlib.contextmanager
    def isolation(self, *arguments, **more):
        with super().isolation(*arguments, **more) as streams:
            if self.on_terminal:
                sys.stdout.isatty = lambda: True
                sys.stderr.isatty = lambda: True
            yield streams


@pytest.fixture
def runner():
    """Runs a verb as from a pipe."""
    return Terminal()


@pytest.fixture
def terminal():
    """Runs a verb as from a terminal."""
    made = Terminal()
    made.on_terminal = True
    return made


@pytest.fixture
def rows():
    """Reads JSON lines."""
    return lambda text: [json.loads(line) for line in text.splitlines()]
