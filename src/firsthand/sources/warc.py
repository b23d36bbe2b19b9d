"""WARC files: the pages of a crawl, one record after the other, in constant memory."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from firsthand.errors import InputError
from firsthand.model import RawDocument, Rejection
from firsthand.sources.decoding import mend_text
from firsthand.sources.files import FoundFile, plain_name
from firsthand.sources.http_messages import HEAD_BYTES, HttpHead, decode_payload, split_head
from firsthand.sources.limits import SourceLimits
from firsthand.sources.media_types import media_name
from firsthand.sources.pages import Payload, payload_kind, place_name, read_payload
from firsthand.sources.refusals import make_rejection, make_set_aside
from firsthand.sources.sniffing import InputKind
from firsthand.sources.warc_records import FramedRecord, find_records

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["read_warc"]

_MAX_NAMED_ANSWERS = 1_000  # error pages that are named one by one; a crawl of dead links has a million
_MAX_FIELD = 2_000  # characters of an address or another field of a record's head
_RECORD_KINDS = frozenset({"response", "resource", "conversion"})
_PAGE_TYPES = frozenset(
    "text/html application/xhtml+xml text/plain text/markdown application/pdf application/x-pdf application/rss+xml "
    "application/atom+xml application/rdf+xml application/xml text/xml application/json application/feed+json "
    "application/ld+json application/octet-stream binary/octet-stream unknown/unknown".split()
)
# Texts that a site has for machines, by the last part of the address.
_MACHINE_FILES = frozenset("robots.txt ads.txt app-ads.txt security.txt humans.txt llms.txt".split())
_READ_KINDS = frozenset(
    {InputKind.HTML, InputKind.TEXT, InputKind.PDF, InputKind.FEED, InputKind.JSON, InputKind.JSONL}
)


def read_warc(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
    """The pages of a WARC file, each under the number of its record.

    Read are answers of servers with a status of 200 to 299, pages that were stored as resources, and texts that were
    made of pages. An error page is set aside under its status; redirects, pictures, scripts and the like are counted
    and told in one line at the end. A damaged record is rejected, and the next sound one is looked for; where the file
    is cut off, what stands whole before is read.

    Raises:
        InputError: There is no record in it, or too many are damaged; everything before is yielded first.
    """
    crawl = _Crawl(found, limits)
    # A record's documents wait until its end is seen: one whose length is wrong holds parts of others.
    waiting: list[RawDocument | Rejection] = []
    ended: InputError | None = None
    is_any = False
    try:
        for record in find_records(stream):
            if record.fault is None or record.number != crawl.number:
                yield from waiting
            waiting = list(crawl.read(record))
            is_any = is_any or bool(waiting)
            if crawl.damaged >= limits.max_broken_lines:
                ended = InputError(f"{crawl.damaged:,} records are damaged; the rest was not looked at.")
                break
    except InputError as error:
        ended = error
    yield from waiting
    for told in crawl.told_at_end():
        is_any = True
        yield told
    if ended is not None or not is_any:
        raise ended or InputError("there is no page in it.", "Fetch the pages again.")


class _Crawl:
    """One WARC file while it is read: what was passed over is counted."""

    def __init__(self, found: FoundFile, limits: SourceLimits) -> None:
        self.number = 0  # of the record that was read last
        self.damaged = 0
        self._found, self._limits = found, limits
        self._passed: Counter[str] = Counter()
        self._named = 0

    def read(self, record: FramedRecord) -> Iterator[RawDocument | Rejection]:
        """The documents of a record, or why there is none; a fault takes back what was read of its number before."""
        self.number = record.number
        try:
            if record.fault is not None:
                self.damaged += 1
                raise record.fault
            yield from self._read_record(record)
        except InputError as error:
            yield make_rejection(place_name(self._found, record.number), error)

    def told_at_end(self) -> Iterator[Rejection]:
        """One line on what was passed over."""
        if self._passed:
            kinds = ", ".join(f"{name} ({count:,})" for name, count in self._passed.most_common())
            reason = f"what is no page: {kinds}."
            yield make_set_aside(plain_name(self._found.path), reason)

    def _read_record(self, framed: FramedRecord) -> Iterator[RawDocument | Rejection]:
        record = framed.record
        kind = str(record.record_type) if record is not None else ""
        if record is None or kind not in _RECORD_KINDS:
            return
        url = _field(record, "WARC-Target-URI").strip("<>")
        if url and not url.lower().startswith(("http:", "https:")):
            return  # answers of name servers, and what the crawler writes about itself
        block = record.reader.read(HEAD_BYTES)
        media_type: str | None = _field(record, "Content-Type") or None
        head = HttpHead(None, {}, 0)
        if kind == "response" or media_name(media_type) == "application/http":
            head = split_head(block)
            media_type = head.fields.get("content-type")
        if (aside := self._find_obstacle(head, media_type, url)) is not None:
            yield from aside
            return
        yield from self._read_page(framed, record, (head, block), (url, media_type))

    def _find_obstacle(self, head: HttpHead, media_type: str | None, url: str) -> list[Rejection] | None:
        """Why the record is no page by its head and address, counted or named; None where it may be one."""
        kind = media_name(media_type)
        is_page = (not kind or kind in _PAGE_TYPES) and not _is_machine_file(url)
        if head.status is not None and 300 <= head.status < 400:
            self._passed["redirects"] += 1
        elif not is_page:
            self._passed[_group_of(kind)] += 1
        elif head.status in {204, 205}:
            self._passed["empty answers"] += 1
        elif head.status is not None and not 200 <= head.status < 300:
            self._named += 1
            answer = _name_answer(head.status)
            if self._named > _MAX_NAMED_ANSWERS:
                self._passed[answer] += 1
            else:
                return [make_set_aside(place_name(self._found, self.number), f"the server {answer}.")]
        else:
            return None
        return []

    def _read_page(
        self, framed: FramedRecord, record: WarcRecord, begun: tuple[HttpHead, bytes], named: tuple[str, str | None]
    ) -> Iterator[RawDocument | Rejection]:
        (head, block), (url, media_type), limit = begun, named, self._limits.max_text_bytes
        block += record.reader.read(max(0, limit + 1 - (len(block) - head.begin)))
        body = block[head.begin :]
        if len(body) > limit:
            if media_name(media_type) in {"application/octet-stream", "binary/octet-stream"}:
                self._passed["binary files"] += 1
                return
            raise InputError(
                f"the page is larger than {limit:,} bytes.", "If it is one, raise `sources.max_text_bytes`."
            )
        payload = Payload(
            raw=decode_payload(body, head, self._limits),
            media="warc",
            media_type=media_type,
            name=_path_of(url),
            url=url or None,
            captured=_field(record, "WARC-Date") or None,
            warc_record=_field(record, "WARC-Record-ID") or None,
            number=framed.number,
        )
        kind = payload_kind(payload)
        if kind not in _READ_KINDS:
            self._passed["empty answers" if kind is InputKind.EMPTY else f"{kind} records"] += 1
            return
        is_any = False
        for item in read_payload(payload, self._found, kind, self._limits):
            is_any = True
            yield item
        if not is_any:
            self._passed[f"{kind} records without an article"] += 1


def _field(record: WarcRecord, name: str) -> str:
    return mend_text(" ".join((record.headers.get(name) or "").split()))[:_MAX_FIELD]


def _name_answer(status: int) -> str:
    """In the standard's words: the server's own may be anything, and HTTP 2 has none."""
    try:
        return f"answered {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"answered {status}"


def _path_of(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""


def _is_machine_file(url: str) -> bool:
    return _path_of(url).rpartition("/")[2].lower() in _MACHINE_FILES


def _group_of(kind: str) -> str:
    """What a media type is called in the line on what was passed over."""
    main, _, sub = kind.partition("/")
    if kind in _PAGE_TYPES:
        return "texts for machines"
    if main == "image":
        return "pictures"
    if main in {"audio", "video"}:
        return "recordings"
    if main == "font" or "font" in sub:
        return "fonts"
    if "script" in sub:
        return "scripts"
    return "style sheets" if sub == "css" else "other files"
