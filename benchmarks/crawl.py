"""Memory over a large WARC: what is held while a crawl of a gigabyte is read must not grow with what was read."""

from __future__ import annotations

import multiprocessing
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.table import Table
from benchmarks.texts import make_pages
from firsthand.model import RawDocument
from firsthand.reading import ReadingSettings, read_article
from firsthand.sources import SourceLimits, read_inputs

__all__ = ["measure"]

_BYTES = 1_000_000_000
_PAGE_BYTES = 200_000  # what a news page weighs, most of it scripts
_ROWS = 10


def measure() -> Table:
    """Pages of a WARC of 1 GB read one after another, with the most memory held by then."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "crawl.warc")
        with path.open("wb") as file:
            for record in _records():
                file.write(record)
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            rows = pool.apply(_read, (str(path),))
    return Table(
        title=f"A WARC of {_BYTES // 10**6:,} MB, pages of {_PAGE_BYTES // 1_000} kB: read_inputs, read_article",
        columns=("MB read", "pages", "seconds", "peak memory, MB"),
        rows=tuple(rows),
        note="Flat memory: the last rows hold no more than the first.",
    )


def _records() -> Iterator[bytes]:
    pages = make_pages(200)
    written = number = 0
    while written < _BYTES:
        page = pages[number % len(pages)].html or ""
        filler = (
            f"<script>{f'var tracked{number} = 1; ' * (_PAGE_BYTES // 22)}"[: _PAGE_BYTES - len(page)] + "</script>"
        )
        body = page.replace("</body>", f"{filler}</body>").encode()
        payload = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
            f"WARC-Date: 2031-03-14T10:05:00Z\r\nWARC-Target-URI: https://www.example.org/crawl/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}\r\n\r\n"
        )
        record = head.encode() + payload + b"\r\n\r\n"
        yield record
        written += len(record)
        number += 1


def _read(path: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    settings, begun, pages, read = ReadingSettings(), time.perf_counter(), 0, 0
    for item in read_inputs([path], SourceLimits()):
        if isinstance(item, RawDocument):
            read_article(item, settings)
            pages += 1
            read += len(item.original)
            if read >= _BYTES * (len(rows) + 1) // _ROWS * 0.99:
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
                seconds = time.perf_counter() - begun
                rows.append((f"{read / 1e6:,.0f}", f"{pages:,}", f"{seconds:,.0f}", f"{peak:,.0f}"))
    return rows
