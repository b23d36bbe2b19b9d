"""Saved pages: MHTML, a page with its pictures in one file, as browsers write it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from firsthand.errors import InputError
from firsthand.model import RawDocument
from firsthand.sources.articles import file_stem
from firsthand.sources.files import FoundFile, plain_name, read_whole
from firsthand.sources.limits import SourceLimits
from firsthand.sources.media_types import read_parameter
from firsthand.sources.mime import MimePart, find_parts, header, read_head, read_iso_date
from firsthand.sources.pages import Payload, make_document
from firsthand.sources.sniffing import InputKind

__all__ = ["read_mhtml"]

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})


def read_mhtml(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument]:
    """The one page that was saved, without its pictures and frames.

    Its bytes are kept as the server sent them to the browser, the file's other parts are not. The address is the one
    the browser noted, the file's date is when it was saved.

    Raises:
        InputError: It is too large, or there is no page in it.
    """
    raw = read_whole(stream, limits.max_mail_bytes, "max_mail_bytes").lstrip()
    head, begin = read_head(raw, 0, len(raw))
    # Where there are more parts than are looked at, the page stands before its pictures.
    parts = find_parts(head, raw, (begin, len(raw)), limits.max_mail_parts).parts
    pages = [part for part in parts if part.type in _PAGE_TYPES]
    if not pages:
        raise InputError("there is no page in it.", "Save the page again, as HTML or as one file.")
    address = header(head, "Snapshot-Content-Location")
    root = read_parameter(header(head, "Content-Type"), "start")
    main = _main_part(pages, address, root)
    url = next((one for one in (address, header(main.head, "Content-Location")) if _is_address(one)), None)
    payload = Payload(
        raw=main.payload(), media="mhtml", media_type=main.media_type, url=url, captured=read_iso_date(head)
    )
    if not payload.raw.strip():
        raise InputError("its page is empty.", "Save the page again.")
    document = make_document(payload, found, InputKind.HTML, limits)
    yield replace(document, article=file_stem(found), fallback_id=plain_name(found.below))


def _main_part(pages: Sequence[MimePart], address: str, root: str) -> MimePart:
    """The page itself: the one at the address that was saved, or named as the root, or the first; others are frames."""
    for part in pages:
        if address and header(part.head, "Content-Location") == address:
            return part
    for part in pages:
        if root and header(part.head, "Content-ID") == root:
            return part
    return pages[0]


def _is_address(text: str) -> bool:
    return text.lower().startswith(("http://", "https://"))
