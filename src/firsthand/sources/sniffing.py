"""What kind of input a file is, told from its first bytes; the suffix only decides where the bytes leave it open."""

from __future__ import annotations

import re
from enum import StrEnum

__all__ = ["SNIFF_BYTES", "InputKind", "sniff_kind"]

SNIFF_BYTES = 65_536  # how much of a file is looked at


class InputKind(StrEnum):
    """Kinds of input that are recognised, whether or not they can be read."""

    TEXT = "plain text"
    HTML = "HTML"
    JSONL = "JSONL"
    JSON = "JSON"
    GZIP = "gzip"
    EMPTY = "empty"
    BINARY = "binary"
    ARCHIVE = "SQLite database"
    MHTML = "MHTML"
    CSV = "CSV"
    PARQUET = "Parquet"
    WARC = "WARC"
    FEED = "RSS or Atom"
    EMAIL = "e-mail"
    PDF = "PDF"
    ZIP = "zip"
    XML = "XML"


_MAGIC = (
    (b"\x1f\x8b", InputKind.GZIP),
    (b"%PDF-", InputKind.PDF),
    (b"PK\x03\x04", InputKind.ZIP),
    (b"PK\x05\x06", InputKind.ZIP),
    (b"PAR1", InputKind.PARQUET),
    (b"WARC/", InputKind.WARC),
    (b"SQLite format 3\x00", InputKind.ARCHIVE),
    (b"\x89PNG", InputKind.BINARY),
    (b"\xff\xd8\xff", InputKind.BINARY),
    (b"GIF8", InputKind.BINARY),
    (b"BZh", InputKind.BINARY),
    (b"\xfd7zXZ\x00", InputKind.BINARY),
    (b"7z\xbc\xaf\x27\x1c", InputKind.BINARY),
    (b"\x28\xb5\x2f\xfd", InputKind.BINARY),
    (b"\x7fELF", InputKind.BINARY),
    (b"\xd0\xcf\x11\xe0", InputKind.BINARY),
    (b"{\\rtf", InputKind.BINARY),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"
_MAX_CONTROL_SHARE = 0.05  # of the bytes looked at; a text with stray NULs has less, compressed data 0.1
_HTML = re.compile(
    rb"<(?:!doctype\s{1,4}html|html|head|body|meta|title|article|div|p|br|h[1-6]|table|span|a)\b", re.IGNORECASE
)
_COMMENTS = re.compile(
    rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]{0,300}\?>\s*|<!DOCTYPE(?!\s+html)[^>\[]{0,500}(?:\[[^\]]{0,20000}\]\s*)?>\s*)*",
    re.DOTALL | re.IGNORECASE,
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_OBJECT = re.compile(rb'\{\s*(?:"|\}|$)')
_LIST = re.compile(rb"\[\s*(?:\{|\]|$)")
_HEADERS = re.compile(rb"(?:[A-Z][A-Za-z0-9-]{1,40}:[ \t][^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,50}){3,}")
# "From:" and "Date:" alone also head a release; these only a mail program writes.
_MAIL_HEADER = re.compile(
    rb"^(?:Received|Return-Path|Message-ID|MIME-Version|Delivered-To):", re.IGNORECASE | re.MULTILINE
)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_SAVED_BY = re.compile(rb"^From:[ \t]{1,8}<Saved by ", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(rb"^Content-Type:[ \t]{0,8}multipart/related", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:From|To|Received|Return-Path|Delivered-To|Sender):", re.IGNORECASE | re.MULTILINE)
_CSV_NAMES = frozenset("id url text title date published outlet source author content body headline".split())


def sniff_kind(head: bytes, name: str) -> InputKind:
    """The kind of a file that begins with `head` (its first `SNIFF_BYTES` bytes) and is called `name`."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(_WIDE_MARKS):
        return _sniff_wide(head, name)
    bare = head.removeprefix(b"\xef\xbb\xbf")
    stripped = bare.lstrip()
    if not stripped:
        return InputKind.EMPTY
    if _is_binary(bare):
        return InputKind.BINARY
    return _sniff_text(stripped, _suffix_of(name))


def _sniff_wide(head: bytes, name: str) -> InputKind:
    """The kind of text in UTF-16 or UTF-32: of those whose readers take it, what its letters say."""
    encoding = "utf-32" if head[:4] in {b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff"} else "utf-16"
    stripped = head.decode(encoding, "replace").encode("utf-8", "replace").lstrip()
    kind = _sniff_text(stripped, _suffix_of(name)) if stripped else InputKind.EMPTY
    is_read = kind in {InputKind.HTML, InputKind.FEED, InputKind.EMPTY} or (
        kind is InputKind.CSV and encoding == "utf-16"
    )
    return kind if is_read else InputKind.TEXT


def _suffix_of(name: str) -> str:
    return name.lower().removesuffix(".gz").rpartition(".")[2]


def _sniff_text(stripped: bytes, suffix: str) -> InputKind:
    if suffix in {"jsonl", "ndjson"}:
        return InputKind.JSONL
    if stripped.startswith((b"{", b"[")):
        return _sniff_json(stripped, suffix)
    if stripped.startswith(b"<"):
        return _sniff_markup(stripped, suffix)
    if _HEADERS.match(stripped) and _MAIL_HEADER.search(stripped):
        return InputKind.MHTML if suffix in {"mht", "mhtml"} or _is_saved_page(stripped) else InputKind.EMAIL
    if suffix in {"csv", "tsv"} or _has_csv_header(stripped):
        return InputKind.CSV
    is_page = suffix in {"html", "htm", "xhtml"} and _HTML.search(stripped)
    return InputKind.HTML if is_page else InputKind.TEXT


def _is_saved_page(stripped: bytes) -> bool:
    """Whether a browser and no mail program wrote the headers: it names itself, or nobody sent the page to anybody."""
    head = _BLANK_LINE.split(stripped, maxsplit=1)[0]
    if b"Snapshot-Content-Location" in head or _SAVED_BY.search(head):
        return True
    return _RELATED.search(head) is not None and _SENT.search(head) is None


def _is_binary(head: bytes) -> bool:
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls <= len(head) * _MAX_CONTROL_SHARE or controls < 3:
        return False
    # UTF-16 of Western text without a mark: every other byte is NUL, and nothing else is odd.
    even, odd = head[::2].count(0), head[1::2].count(0)
    is_wide = max(even, odd) > len(head) * 0.3 and min(even, odd) * 5 < max(even, odd)
    return not is_wide or controls > (even + odd) * 1.05


def _sniff_json(stripped: bytes, suffix: str) -> InputKind:
    if stripped.startswith(b"["):  # "[Photo] ..." begins a text; a list of articles begins with an object
        return InputKind.JSON if suffix == "json" or _LIST.match(stripped) else InputKind.TEXT
    if not _OBJECT.match(stripped):
        return InputKind.TEXT
    first, _, rest = stripped.partition(b"\n")
    if first.rstrip().endswith(b"}") and len(first.strip()) > 1:
        return InputKind.JSON if suffix == "json" and not rest.strip() else InputKind.JSONL
    if not rest and len(stripped) >= SNIFF_BYTES - 64:
        return InputKind.JSON if suffix == "json" else InputKind.JSONL  # one long line
    return InputKind.JSONL if rest.lstrip().startswith(b"{") else InputKind.JSON


def _sniff_markup(stripped: bytes, suffix: str) -> InputKind:
    comments = _COMMENTS.match(stripped)
    opening = stripped[comments.end() :] if comments else stripped
    if _FEED.match(opening):
        return InputKind.FEED
    if _HTML.match(opening) or _HTML.search(stripped[:4_096]) or suffix in {"html", "htm", "xhtml"}:
        return InputKind.HTML
    if stripped.startswith((b"<?xml", b"<!DOCTYPE", b"<!doctype")):
        return InputKind.XML
    return InputKind.TEXT


def _has_csv_header(stripped: bytes) -> bool:
    first = stripped.partition(b"\n")[0].strip().decode("utf-8", "replace")
    for separator in (",", ";", "\t"):
        names = [part.strip().strip('"').lower() for part in first.split(separator)]
        if len(names) >= 2 and len(_CSV_NAMES & set(names)) >= 2 and all(len(part) < 40 for part in names):
            return True
    return False
