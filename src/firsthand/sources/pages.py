"""A page or text that stands inside another file: a record of a crawl, a part of a mail."""

from __future__ import annotations

import hashlib
import importlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from firsthand.errors import InputError
from firsthand.model import RawDocument, Rejection, Source
from firsthand.sources.decoding import decode_bytes, decode_page
from firsthand.sources.files import FoundFile, plain_name
from firsthand.sources.limits import SourceLimits
from firsthand.sources.media_types import charset_of, media_name
from firsthand.sources.refusals import make_rejection
from firsthand.sources.rows import check_lines, content_id
from firsthand.sources.sniffing import SNIFF_BYTES, InputKind, sniff_kind

__all__ = ["Payload", "make_document", "payload_kind", "place_name", "read_payload"]

_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"})
_TEXT_TYPES = frozenset({"text/plain", "text/markdown"})
_JSON_KINDS = frozenset({InputKind.JSON, InputKind.JSONL})
# Kinds whose readers take a payload as they take a file, and where these readers live below this room.
_READERS = {
    InputKind.PDF: ("pdf", "read_pdf"),
    InputKind.FEED: ("feeds", "read_feed"),
    InputKind.JSON: ("records", "read_json"),
    InputKind.JSONL: ("records", "read_jsonl"),
}
_Reader = Callable[[io.BufferedReader, FoundFile, SourceLimits], Iterator[RawDocument | Rejection]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """The bytes of one page or text, unpacked, and what is known of them."""

    raw: bytes
    media: str  # what it came in, as in `RawDocument.media`
    media_type: str | None = None  # as it was declared: "text/html; charset=utf-8"
    name: str = ""  # a file name or address: its suffix decides where the bytes leave the kind open
    url: str | None = None
    captured: str | None = None  # ISO 8601
    warc_record: str | None = None
    number: int | None = None  # 1-based record or part within the input


def payload_kind(payload: Payload) -> InputKind:
    """What the payload is: its bytes decide, and its declared type where they say no more than text or markup."""
    kind = sniff_kind(payload.raw[:SNIFF_BYTES], payload.name)
    declared = media_name(payload.media_type)
    if declared in _HTML_TYPES and kind in {InputKind.TEXT, InputKind.XML, InputKind.CSV, InputKind.EMAIL}:
        return InputKind.HTML
    # A text may look like anything: a table, a mail that is quoted. Pages and PDF sent as text are what they are.
    is_text = declared in _TEXT_TYPES and kind in {InputKind.CSV, InputKind.EMAIL, InputKind.MHTML, InputKind.XML}
    return InputKind.TEXT if is_text else kind


def make_document(payload: Payload, found: FoundFile, kind: InputKind, limits: SourceLimits) -> RawDocument:
    """The document of a payload that is a page or a text; its id is made from what it holds.

    Raises:
        InputError: It is larger than an article can be.
    """
    if len(payload.raw) > limits.max_text_bytes:
        raise InputError(
            f"the page is larger than {limits.max_text_bytes:,} bytes.",
            "If it is an article, raise `sources.max_text_bytes`.",
        )
    charset = charset_of(payload.media_type)
    text = html = None
    if kind is InputKind.HTML:
        html = decode_page(payload.raw, charset)
    else:
        text = decode_bytes(payload.raw, charset)
        check_lines(text, limits)
    return RawDocument(
        article=content_id(html or text or "", payload.url, None, None),
        text=text,
        html=html,
        url=payload.url,
        source=Source(
            path=plain_name(found.path),
            url=payload.url if payload.warc_record else None,
            warc_record=payload.warc_record,
            media_type=payload.media_type,
            sha256=hashlib.sha256(payload.raw).hexdigest(),
            captured=payload.captured,
            bytes_kept=len(payload.raw),
        ),
        line=payload.number,
        media=payload.media,
        original=payload.raw,
    )


def read_payload(
    payload: Payload, found: FoundFile, kind: InputKind, limits: SourceLimits
) -> Iterator[RawDocument | Rejection]:
    """The documents of a payload: one of a page, text or PDF, several of a feed or a list of records.

    Args:
        payload: The bytes and what is known of them.
        found: The file that it stands in.
        kind: As `payload_kind` tells it. Of a kind that is not read inside another file there is no document.
        limits: Sizes beyond which it is refused.

    Yields:
        Documents that name the file and the payload's number; a rejection where it cannot be read.
    """
    name = place_name(found, payload.number)
    try:
        if kind in {InputKind.HTML, InputKind.TEXT}:
            yield make_document(payload, found, kind, limits)
        elif kind in _READERS:
            for item in _read_as_file(payload, found, kind, limits):
                if isinstance(item, Rejection):
                    yield replace(item, input=name)
                else:
                    yield _placed(item, payload, found)
    except InputError as error:
        yield make_rejection(name, error)


def place_name(found: FoundFile, number: int | None) -> str:
    """How the part of a file is named: its path and the part's number."""
    path = plain_name(found.path)
    return path if number is None else f"{path}:{number}"


def _read_as_file(
    payload: Payload, found: FoundFile, kind: InputKind, limits: SourceLimits
) -> Iterator[RawDocument | Rejection]:
    module, function = _READERS[kind]
    read: _Reader = getattr(importlib.import_module(f"firsthand.sources.{module}"), function)
    # `io.BufferedReader` takes any raw stream, and one in memory is as good as a file.
    items = read(io.BufferedReader(io.BytesIO(payload.raw)), found, limits)
    if kind is InputKind.FEED:  # that items are teasers is no news where the pages stand beside them
        return (item for item in items if isinstance(item, RawDocument))
    if kind in _JSON_KINDS:
        return (item for item in items if isinstance(item, RawDocument) and _is_article_record(item))
    return items


def _is_article_record(document: RawDocument) -> bool:
    """Whether a JSON record is an article: sites answer their own scripts in JSON, and hardly ever with one."""
    return document.title is not None and (document.text or document.html) is not None


def _placed(document: RawDocument, payload: Payload, found: FoundFile) -> RawDocument:
    """A document that was read as if it were a file, with its true place."""
    url, article = document.url, document.article
    if document.fallback_id is not None:  # the payload is one article, and its id is the file's, which others have too
        url = payload.url or url
        article = content_id(document.text or document.html or "", url, document.outlet, document.title)
    return replace(
        document,
        article=article,
        fallback_id=None,
        url=url,
        line=payload.number,
        source=replace(
            document.source,
            path=plain_name(found.path),
            url=payload.url if payload.warc_record else None,
            warc_record=payload.warc_record,
            media_type=payload.media_type,
            captured=document.source.captured or payload.captured,
        ),
    )
