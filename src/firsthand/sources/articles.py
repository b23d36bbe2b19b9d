"""A file that is one article: plain text, or a page."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator

from firsthand.model import RawDocument, Source
from firsthand.sources.decoding import decode_bytes, decode_page
from firsthand.sources.files import FoundFile, plain_name, read_whole
from firsthand.sources.limits import SourceLimits
from firsthand.sources.rows import check_lines

__all__ = ["file_stem", "read_page", "read_text"]


def file_stem(found: FoundFile) -> str:
    """The id of an article that is a file: its name without folders, `.gz` and suffix."""
    name = plain_name(found.below).replace("\\", "/").rpartition("/")[2].removesuffix(".gz")
    return name.rpartition(".")[0] or name


def read_text(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument]:
    """The one document that a plain text is.

    Raises:
        InputError: It is larger than an article can be.
    """
    raw = read_whole(stream, limits.max_text_bytes, "max_text_bytes")
    text = decode_bytes(raw)
    check_lines(text, limits)
    yield _document(raw, found, text=text, html=None)


def read_page(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument]:
    """The one document that a page is.

    Raises:
        InputError: It is larger than a page can be.
    """
    raw = read_whole(stream, limits.max_text_bytes, "max_text_bytes")
    yield _document(raw, found, text=None, html=decode_page(raw))


def _document(raw: bytes, found: FoundFile, *, text: str | None, html: str | None) -> RawDocument:
    return RawDocument(
        article=file_stem(found),
        fallback_id=plain_name(found.below),
        text=text,
        html=html,
        source=Source(path=plain_name(found.path), sha256=hashlib.sha256(raw).hexdigest(), bytes_kept=len(raw)),
        original=raw,
    )
