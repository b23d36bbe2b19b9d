"""The bytes as they came, kept without keeping everything twice.

A text stands in its document as well as in the original bytes, and so does a page. The original is compressed
against the text, and a page is not kept where it can be had from the original again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from firsthand.archive.codec import compress, decode_record, decompress, encode_record, text_bytes
from firsthand.errors import ArchiveError
from firsthand.model import RawDocument
from firsthand.sources.decoding import declared_encodings, mend_text

__all__ = ["keep_claims", "keep_original", "restore_claims", "restore_markup", "restore_original"]

_FIELD = "field:"
_ENCODING = "encoding:"
# Tried where the encoding that a page names is not the one it was read in.
_ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")


def _recipe(document: RawDocument) -> str | None:
    """How the page can be had from the original: by its encoding, or as a field of the JSON object that it is."""
    html = document.html
    try:
        whole = document.original.decode("utf-8")
    except UnicodeDecodeError:
        return _encoding_recipe(document)
    if whole == html:
        return "utf-8"
    if mend_text(whole) == html:
        return f"{_ENCODING}utf-8"
    try:
        record: Any = msgspec.json.decode(document.original)
    except (msgspec.MsgspecError, RecursionError):
        return None
    if isinstance(record, dict):
        for name, value in record.items():
            if value == html:
                return f"{_FIELD}{name}"
    return None


def _encoding_recipe(document: RawDocument) -> str | None:
    """The encoding in which the original, with its faults replaced, is the page."""
    # The charset of a media type stands behind "charset=", in quotation marks or not.
    charset = (document.source.media_type or "").lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
    for name in dict.fromkeys((*declared_encodings(document.original, charset), *_ENCODINGS)):
        if _decode(document.original, name) == document.html:
            return f"{_ENCODING}{name}"
    return None


def _decode(original: bytes, name: str) -> str:
    return mend_text(original.decode(name, "replace"))


def _dictionary(markup_from: str | None, text: str | None) -> bytes:
    """What claims and original are compressed against: the text, but only where it is the document's own."""
    return text_bytes(text or "") if markup_from is None else b""


def keep_claims(document: RawDocument) -> bytes:
    """What the source claims about a document, compressed; its text, page and original are left out."""
    claims = encode_record(replace(document, text=None, html=None, original=b""))
    return compress(claims.encode(), _dictionary(None if document.html is None else "page", document.text))


def restore_claims(claims: bytes, markup_from: str | None, text: str | None) -> RawDocument:
    """The document that `keep_claims` was given, without text, page and original.

    Raises:
        ArchiveError: The bytes are damaged.
    """
    return decode_record(decompress(claims, _dictionary(markup_from, text)), RawDocument)


def keep_original(document: RawDocument) -> tuple[bytes, bytes | None, str | None]:
    """What the table `documents` keeps of a document's original and of its page.

    Returns:
        The original, compressed; the page, compressed, where it cannot be had from the original; and how it can.
    """
    if document.html is None:
        return compress(document.original, _dictionary(None, document.text)), None, None
    original = compress(document.original)
    recipe = _recipe(document)
    if recipe is not None:
        return original, None, recipe
    return original, compress(document.html.encode("utf-8", "replace")), "kept"


def restore_original(original: bytes, markup_from: str | None, text: str | None) -> bytes:
    """The bytes as they came.

    Args:
        original: As `keep_original` gave it.
        markup_from: How a page is had from it; None where the document is a text.
        text: The document's text.

    Raises:
        ArchiveError: The bytes are damaged.
    """
    return decompress(original, _dictionary(markup_from, text))


def restore_markup(original: bytes, markup: bytes | None, markup_from: str | None) -> str | None:
    """The page of a document; None where it is a text.

    Raises:
        ArchiveError: The bytes are damaged.
    """
    if markup_from is None:
        return None
    if markup is not None:
        return decompress(markup).decode("utf-8")
    whole = decompress(original)
    try:
        if markup_from == "utf-8":
            return whole.decode("utf-8")
        if markup_from.startswith(_ENCODING):
            return _decode(whole, markup_from.removeprefix(_ENCODING))
        html: str = msgspec.json.decode(whole)[markup_from.removeprefix(_FIELD)]
    except (msgspec.MsgspecError, UnicodeError, LookupError, TypeError) as error:
        raise ArchiveError(
            f"The archive holds a damaged page ({error}).",
            "Restore it from a copy, or build it again with `firsthand add`.",
        ) from error
    return html
