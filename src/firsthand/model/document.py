"""What the sources hand over, before anything has been read from it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["RawDocument", "Source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a document came from, and what is kept of it."""

    path: str | None = None  # as the user gave it, with the path below a folder; "-" for standard input
    url: str | None = None  # for a page that was fetched
    warc_record: str | None = None  # id of the WARC record
    media_type: str | None = None  # of the original bytes, where the source says it: "text/html; charset=utf-8"
    sha256: str  # of the original bytes
    captured: str | None = None  # ISO 8601 time at which the page was taken from its site, where known
    bytes_kept: int  # length of the original bytes in the archive, before compression


@dataclass(frozen=True, slots=True, kw_only=True)
class RawDocument:
    """One text or page with what its source claims about it. A claim is a candidate, not the truth.

    Exactly one of `text` and `html` is set, or neither where only a `title` was given.
    """

    article: str  # the id: given, or the file's stem, or made from the content
    id_is_given: bool = False  # the source itself named the id: the same id with another text is a version
    fallback_id: str | None = None  # for a file: its path below the folder, where another text has the stem
    text: str | None = None  # exactly as given: decoded, byte-order mark dropped, NUL and lone surrogates replaced
    html: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None  # as the source wrote it; not yet parsed
    updated: str | None = None
    byline: str | None = None
    language: str | None = None
    kind: str = "article"  # article, release
    source: Source
    line: int | None = None  # 1-based line, row, entry or page within the input; says nothing of the article
    feed_date: str | None = None  # as a feed's item gives it: a candidate of its own
    media: str = "file"  # what it came in: file, record, feed, warc, mhtml, mail, pdf, table
    original: bytes  # what is kept: the file, or the line of a JSONL file
