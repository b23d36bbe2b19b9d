"""The served desk under readers: an archive of many invented articles, eight readers at once, one core for the server.

The archive is written through the archive's own writer, from the stream of `benchmarks.affairs`: what the stages would
put there stands there (readings, stories, origins, lineage, passages, and of some stories sayings, numbers, statements
and coverage), without the hours that deriving it takes. Readers ask one page after another without a pause.
"""

from __future__ import annotations

import http.client
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from urllib.parse import quote, urlencode

from benchmarks.affairs import Report, stream_reports
from benchmarks.desk_accounts import annotate, put_side_by_side
from benchmarks.table import Table
from firsthand.archive import (
    ArchiveWriter,
    Changes,
    Placement,
    Shelf,
    Whereabouts,
    create,
    pack_reading,
    pack_result,
)
from firsthand.model import (
    Lineage,
    Member,
    Origin,
    Passage,
    PassageKind,
    RawDocument,
    Reading,
    Run,
    Segment,
    SegmentLabel,
    Source,
    Span,
    Story,
    content_digest,
)

__all__ = ["make_archive", "measure"]

_ARTICLES = int(os.environ.get("FIRSTHAND_BENCHMARK_ARTICLES", "100000"))
_ANNOTATED = 2_000
_PORTION = 5_000
_READERS, _REQUESTS = 8, 150  # of each reader
_KINDS = ("front", "story", "article", "search")
_DEADLINE_S = 60.0
_WORD = re.compile(r"[a-z]{5,}")


# --- the archive -----------------------------------------------------------------------------------------------


def _document(report: Report) -> RawDocument:
    read = report.article
    return RawDocument(
        article=read.article,
        id_is_given=True,
        text=read.text,
        title=read.headline,
        outlet=read.outlet,
        published=read.published,
        language=read.language,
        source=Source(path="made", sha256=content_digest(read.text), bytes_kept=len(read.text)),
        original=read.text.encode(),
    )


def _digest(kind: str, article: str) -> str:
    return content_digest(kind, article)[:40]


@dataclass(slots=True)
class _Told:
    """What the stream tells, gathered while it is written."""

    affairs: dict[int, list[Report]] = field(default_factory=dict)

    def story_of(self, affair: int) -> str:
        return f"story-{affair:06}"


def _put_portion(writer: ArchiveWriter, reports: Sequence[Report], annotated: set[str]) -> None:
    run = Run(run="", verb="add", started="2031-01-01T00:00:00+00:00", software="benchmark", settings_digest="")
    number, run = writer.begin_run(run, reports[0].article.article)
    writer.add_documents([_document(report) for report in reports], (), number)
    stored = {head.document.article: head.number for head in writer.arrived_heads()}
    readings, annotations, placements = [], [], []
    for report in reports:
        read = report.article
        reading = Reading(
            article=read,
            segments=(Segment(article=read.article, span=Span(0, len(read.text)), label=SegmentLabel.BODY),),
        )
        document = stored[read.article]
        readings.append((_digest("reading", read.article), document, pack_reading(reading, read.text)))
        is_annotated = read.article in annotated
        if is_annotated:
            packed = pack_result(annotate(read), text=read.text)
            annotations.append((_digest("language", read.article), document, packed))
        placements.append(
            Placement(
                article=read.article,
                document=document,
                outlet=read.outlet,
                headline=read.headline,
                text=read.text,
                is_set_aside=False,
                digest=_digest("digest", read.article),
                reading=_digest("reading", read.article),
                annotation=_digest("language", read.article) if is_annotated else None,
            )
        )
    writer.keep_results("reading", readings)
    writer.keep_results("language", annotations)
    changes = Changes(
        placements=placements,
        settled={document: article for article, document in stored.items()},
        live_results={
            "reading": {digest for digest, _, _ in readings},
            "language": {digest for digest, _, _ in annotations},
        },
    )
    writer.put_changes(changes, number, run)


def _origins(reports: Sequence[Report], story: str) -> list[Origin]:
    """The rule of origins, for whole copies: an article and those that were cut from it."""
    root: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for report in reports:
        name = report.article.article
        root[name] = root.get(report.lineage.a, name) if report.lineage else name
        members.setdefault(root[name], []).append(name)
    outlets = {report.article.article: report.article.outlet or "" for report in reports}
    return [
        Origin(origin=f"origin-{first}", name=outlets[first], stories=(story,), articles=tuple(sorted(found)))
        for first, found in members.items()
    ]


def _passage(link: Lineage, length: int) -> Passage:
    span = Span(0, length)
    return Passage(
        a=link.a,
        b=link.b,
        a_span=span,
        b_span=span,
        kind=PassageKind.VERBATIM,
        similarity=1.0,
        direction=link.direction,
    )


def _put_derived(writer: ArchiveWriter, told: _Told, annotated: set[str]) -> None:
    run = Run(run="", verb="add", started="2031-01-02T00:00:00+00:00", software="benchmark", settings_digest="")
    number, run = writer.begin_run(run, "derived")
    shelves: dict[str, list[Shelf]] = {kind: [] for kind in ("stories", "origins", "lineage", "passages")}
    links: dict[str, list[tuple[Lineage, Passage]]] = {}
    where: dict[str, Whereabouts] = {}
    for affair, reports in sorted(told.affairs.items()):
        name = told.story_of(affair)
        origins = _origins(reports, name)
        story = _story(name, reports, len(origins))
        shelves["stories"].append(Shelf(owner=name, rank=story.articles[0], records=(story,)))
        for origin in origins:
            places = (name, *origin.articles)
            shelves["origins"].append(
                Shelf(owner=origin.origin, rank=origin.articles[0], records=(origin,), places=places)
            )
            where |= {
                article: Whereabouts(story=name, stories=(name,), origin=origin.origin) for article in origin.articles
            }
        for report in reports:
            if report.lineage is not None:
                pair = (report.lineage, _passage(report.lineage, len(report.article.text)))
                links.setdefault(report.lineage.a, []).append(pair)
        if annotated.issuperset(story.articles):
            for kind, records in put_side_by_side(story, reports, where).items():
                shelves.setdefault(kind, []).append(
                    Shelf(owner=name, rank=story.articles[0], records=records, places=(name,))
                )
    for first, found in sorted(links.items()):
        seconds = tuple(link.b for link, _ in found)
        shelves["lineage"].append(Shelf(owner=first, records=tuple(link for link, _ in found), places=seconds))
        shelves["passages"].append(Shelf(owner=first, records=tuple(passage for _, passage in found)))
    writer.put_changes(Changes(whereabouts=where, shelves=shelves), number, run)


def _story(name: str, reports: Sequence[Report], origins: int) -> Story:
    articles = tuple(sorted(report.article.article for report in reports))
    return Story(
        story=name,
        title=reports[0].article.headline or name,
        title_article=reports[0].article.article,
        date=reports[0].article.published,
        articles=articles,
        members=tuple(Member(article=article, reasons=("same names", "same day")) for article in articles),
        outlets=len({report.article.outlet for report in reports}),
        origins=origins,
    )


def make_archive(path: Path, articles: int, annotated: int) -> None:
    """Write an archive of so many invented articles, of which about so many are annotated: whole stories."""
    create(path)
    told = _Told()
    for report in stream_reports(articles):
        told.affairs.setdefault(report.affair, []).append(report)
    chosen: set[str] = set()
    for reports in told.affairs.values():
        if len(chosen) < annotated:
            chosen.update(report.article.article for report in reports)
    writer = ArchiveWriter(path)
    try:
        everything = sorted(
            (report for found in told.affairs.values() for report in found), key=lambda report: report.article.article
        )
        for first in range(0, len(everything), _PORTION):
            _put_portion(writer, everything[first : first + _PORTION], chosen)
        _put_derived(writer, told, chosen)
    finally:
        writer.close()


# --- the readers -----------------------------------------------------------------------------------------------


def _addresses(path: Path, seed: int) -> Iterator[tuple[str, str]]:
    """What one reader asks for: kind and address, as a reader of a newsroom might, without an end."""
    import firsthand

    draw = random.Random(seed)  # noqa: S311 - no secret
    with firsthand.open(path) as archive:
        catalogue = archive.desk.catalogue({})
        stories = [story.story for story in catalogue.latest]
        told = [figure.stories[0] for figure in catalogue.figures if figure.stories]
        places = [story.title.split()[0] for story in catalogue.latest[:2000]]
        articles = [f"n{draw.randrange(_ARTICLES):07}" for _ in range(400)]
        words = [word for story in catalogue.latest[:200] for word in _WORD.findall(story.title)]
        outlets = list(catalogue.outlets)
        pages = min(40, len(stories) // 30)
    while True:
        kind = draw.choice(_KINDS)
        if kind == "front":
            query = draw.choice([{}, {"page": str(draw.randint(2, pages))}, {"outlet": draw.choice(outlets)}])
            yield kind, f"/?{urlencode(query)}" if query else "/"
        elif kind == "story":
            yield kind, f"/stories/{quote(draw.choice(told if told and draw.random() < 0.5 else stories))}"
        elif kind == "article":
            yield kind, f"/articles/{quote(draw.choice(articles))}"
        else:
            asked = [draw.choice(words), draw.choice(places), f"{draw.choice(words)} {draw.choice(words)}"]
            yield kind, f"/search?{urlencode({'q': draw.choice(asked)})}"


def _read(port: int, addresses: Sequence[tuple[str, str]], taken: dict[str, list[float]], lock: threading.Lock) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_DEADLINE_S)
    for kind, address in addresses:
        began = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        spent = time.perf_counter() - began
        if answer.status != 200:
            raise RuntimeError(f"{address}: {answer.status}")
        with lock:
            taken[kind].append(spent)
    connection.close()


def _memory_mb(process: int, field_name: str) -> float:
    line = next(line for line in Path(f"/proc/{process}/status").read_text().splitlines() if field_name in line)
    return int(line.split()[1]) / 1024


def _processor_s(process: int) -> float:
    """Seconds of processor time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _serve(path: Path, port: int) -> subprocess.Popen[bytes]:
    """The server on a core of its own, warm: its lists are read."""
    command = [sys.executable, "-m", "firsthand.cli", "serve", str(path), "--port", str(port), "-q"]
    server = subprocess.Popen(command)  # noqa: S603 - our own program
    os.sched_setaffinity(server.pid, {max(os.sched_getaffinity(0))})
    end = time.monotonic() + _DEADLINE_S
    while time.monotonic() < end:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                break
        except OSError:
            time.sleep(0.1)
    for _ in range(2):  # the second time the languages are there too, or nearly
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_DEADLINE_S)
        connection.request("GET", "/")
        connection.getresponse().read()
        connection.close()
        time.sleep(_ARTICLES / 4_000)
    return server


def measure() -> list[Table]:
    """Pages of an archive of FIRSTHAND_BENCHMARK_ARTICLES articles (100,000) under eight readers."""
    kept = os.environ.get("FIRSTHAND_BENCHMARK_ARCHIVE")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(kept) if kept else Path(folder) / "desk.firsthand"
        if not path.exists():
            make_archive(path, _ARTICLES, _ANNOTATED)
        plans = [list(islice(_addresses(path, seed), _REQUESTS)) for seed in range(_READERS)]
        port = _free_port()
        server = _serve(path, port)
        try:
            taken: dict[str, list[float]] = {kind: [] for kind in _KINDS}
            lock = threading.Lock()
            readers = [threading.Thread(target=_read, args=(port, plan, taken, lock)) for plan in plans]
            before, began = _processor_s(server.pid), time.perf_counter()
            for reader in readers:
                reader.start()
            for reader in readers:
                reader.join()
            spent = time.perf_counter() - began
            memory, processor = _memory_mb(server.pid, "VmHWM"), _processor_s(server.pid) - before
        finally:
            server.terminate()
            server.wait(20)
    number = sum(map(len, taken.values()))
    return [
        Table(
            title=f"Pages of an archive of {_ARTICLES:,} articles, {_READERS} readers at once, one core",
            columns=("page", "asked", "median, ms", "95th percentile, ms", "slowest, ms"),
            rows=tuple(_row(kind, found) for kind, found in taken.items()),
            note=f"{number / spent:.0f} pages a second, {processor / number * 1000:.1f} ms of processor time each; "
            f"the server's memory at most {memory:.0f} MB.",
        )
    ]


def _row(kind: str, taken: Sequence[float]) -> tuple[str, ...]:
    ordered = sorted(taken)
    at = [ordered[int(len(ordered) * share)] * 1000 for share in (0.5, 0.95)]
    return kind, str(len(ordered)), *(f"{value:.0f}" for value in at), f"{ordered[-1] * 1000:.0f}"
