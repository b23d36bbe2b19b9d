"""What was fetched, as a WARC file: written page by page, so that a killed run loses only the page in hand."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.errors import InputError
from firsthand.sources.fetching.client import Exchange
from firsthand.sources.fetching.visits import Visit

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecordType

__all__ = ["WarcFile", "find_saved"]

_SUFFIX = ".warc.gz"
_FETCHED = b"outcome: saved\r\n"  # in the last record of a page that was saved whole
_MAX_NAMES = 1_000  # files begun within one second


class WarcFile:
    """A new WARC/1.1 file in a folder, gzipped record by record. It is made when the first page comes.

    A page is its answers in order, each with its request, and a `metadata` record under the address that was asked
    for, which says what became of it: a page without one was not finished.
    """

    def __init__(self, folder: Path, begun: datetime, about: Mapping[str, str]) -> None:
        """Name the file.

        Args:
            folder: Where it goes; made if missing.
            begun: When the run began; aware. It gives the name.
            about: Fields of the `warcinfo` record, such as the software.
        """
        self._folder = folder
        self._begun = begun
        self._about = about
        self._file: FileIO | None = None
        self._records = 0
        self.path: Path | None = None  # None until something is written
        self.error_records: list[int] = []  # numbers of answers that are no page: redirects, errors, what is no text

    def write(self, visit: Visit) -> None:
        """Write what was answered on one link, on to the disk.

        Raises:
            OSError: The folder cannot be written.
        """
        records: list[bytes] = []
        if self._file is None:
            self._file = self._create()
            records.append(self._make("warcinfo", _fields(self._about), "application/warc-fields", self._begun, {}))
        for number, exchange in enumerate(visit.exchanges, start=1):
            if visit.fault is not None or number < len(visit.exchanges):
                self.error_records.append(self._records + 1)
            records += self._make_exchange(exchange)
        outcome = "saved" if visit.fault is None else "not saved"
        about = {"outcome": outcome, "via": " ".join(each.address.url for each in visit.exchanges)}
        if visit.fault is not None:
            about["reason"] = visit.fault.what
        named = {"WARC-Target-URI": visit.link.address.url}
        records.append(self._make("metadata", _fields(about), "application/warc-fields", datetime.now(UTC), named))
        _write_whole(self._file, b"".join(records))

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _create(self) -> FileIO:
        self._folder.mkdir(exist_ok=True)
        stem = self._begun.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
        for number in range(1, _MAX_NAMES):
            path = self._folder / f"{stem}{'' if number == 1 else f'-{number}'}{_SUFFIX}"
            with suppress(FileExistsError):
                file = path.open("xb", buffering=0)
                self.path = path
                return file
        raise FileExistsError(f"{self._folder}: {_MAX_NAMES} files were begun in one second")

    def _make_exchange(self, exchange: Exchange) -> list[bytes]:
        named = {"WARC-Target-URI": exchange.address.url, "WARC-IP-Address": exchange.ip}
        answer = {**named, "WARC-Payload-Digest": _digest(exchange.body)}
        if exchange.cut is not None:
            answer["WARC-Truncated"] = exchange.cut
        block = exchange.head + exchange.body
        response = self._make("response", block, "application/http; msgtype=response", exchange.began, answer)
        request = self._make("request", exchange.request, "application/http; msgtype=request", exchange.began, named)
        return [response, request]

    def _make(self, kind: str, block: bytes, content_type: str, moment: datetime, more: Mapping[str, str]) -> bytes:
        """One record, gzipped by itself, so that a reader can go on behind one that is damaged."""
        from fastwarc.warc import WarcRecord

        record = WarcRecord()
        record.init_headers(_record_type(kind))
        record.record_date = moment.astimezone(UTC).replace(microsecond=0)
        for name, value in more.items():
            record.headers[name] = value
        record.headers["Content-Type"] = content_type
        record.headers["WARC-Block-Digest"] = _digest(block)
        record.set_bytes_content(block)
        plain = io.BytesIO()
        record.write(plain)
        self._records += 1
        return gzip.compress(plain.getvalue(), mtime=0)


def _write_whole(file: FileIO, raw: bytes) -> None:
    """Write `raw` on to the disk; where that fails, the file is as it was."""
    begin, rest = file.tell(), memoryview(raw)
    try:
        while rest:
            rest = rest[file.write(rest) or 0 :]
        os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            file.truncate(begin)
        raise


def _record_type(kind: str) -> WarcRecordType:
    from fastwarc.warc import WarcRecordType

    found: WarcRecordType = getattr(WarcRecordType, kind)
    return found


def _digest(raw: bytes) -> str:
    return f"sha256:{base64.b32encode(hashlib.sha256(raw).digest()).decode('ascii')}"


def _fields(about: Mapping[str, str]) -> bytes:
    """Named fields, one a line, as WARC has them."""
    lines = (f"{name}: {' '.join(value.split())}\r\n" for name, value in about.items())
    return "".join(lines).encode("utf-8", "replace")


def find_saved(folder: Path, since: timedelta, now: datetime) -> dict[str, Path]:
    """Addresses whose pages were saved in `folder` at most `since` before `now`, each with the newest file it is in.

    A file that is cut off or broken tells what stands before; none is an error.
    """
    oldest = now - since
    saved: dict[str, Path] = {}
    for path in _recent_files(folder, oldest):
        with suppress(OSError, ValueError, InputError):
            for url in _saved_in(path, oldest):
                saved[url] = path
    return saved


def _recent_files(folder: Path, oldest: datetime) -> Sequence[Path]:
    found = []
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        with suppress(OSError):
            if path.is_file() and path.stat().st_mtime >= oldest.timestamp():
                found.append(path)
    return found


def _saved_in(path: Path, oldest: datetime) -> list[str]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    found: list[str] = []
    with path.open("rb") as file, suppress(OSError, ValueError):
        for record in ArchiveIterator(file, record_types=WarcRecordType.metadata, parse_http=False):
            moment, url = record.record_date, record.headers.get("WARC-Target-URI")
            is_whole = record.reader.read(len(_FETCHED)) == _FETCHED
            if is_whole and url and moment is not None and moment >= oldest:
                found.append(url)
    return found
