"""Media types and the parameters of mail and web headers: "text/html; charset=utf-8".

Read by hand: Python's parser of these stops with a fault of its own at parameters that are numbered in two ways.
"""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from firsthand.sources.decoding import decode_bytes

__all__ = ["charset_of", "media_name", "read_parameter"]

_MAX_LENGTH = 2_000  # characters of a header that are looked at
_MAX_PIECES = 50  # of one parameter
_NAME = re.compile(r"[\w.+-]{1,100}/[\w.+-]{1,200}", re.ASCII)
_PARAMETER = re.compile(
    r";\s{0,20}(?P<name>[\w.-]{1,60})(?:\*(?P<number>\d{1,3}))?(?P<packed>\*)?\s{0,20}=\s{0,20}"
    r'(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^;\s"]*))',
    re.ASCII | re.DOTALL,
)


def media_name(value: str | None) -> str:
    """The type without its parameters, in lower case: "text/html"; empty where there is none."""
    name = (value or "").partition(";")[0].strip().lower()
    return name if _NAME.fullmatch(name) else ""


def charset_of(value: str | None) -> str | None:
    """The `charset` of a media type."""
    return read_parameter(value or "", "charset") or None


def read_parameter(value: str, name: str) -> str:
    """The parameter `name` of a header's value, unpacked and put together (RFC 2231); empty where there is none."""
    pieces: dict[int, tuple[str, bool]] = {}
    for found in _PARAMETER.finditer(value[:_MAX_LENGTH]):
        if found["name"].lower() == name and len(pieces) < _MAX_PIECES:
            bare = found["bare"] if found["quoted"] is None else re.sub(r"\\(.)", r"\1", found["quoted"])
            pieces.setdefault(int(found["number"] or 0), (bare, found["packed"] is not None))
    ordered = [pieces[number] for number in sorted(pieces)]
    if not ordered or not ordered[0][1]:
        return "".join(text for text, _ in ordered).strip()
    charset, _, rest = ordered[0][0].partition("'")
    ordered[0] = (rest.rpartition("'")[2], True)
    raw = b"".join(unquote_to_bytes(text) if packed else text.encode("utf-8", "replace") for text, packed in ordered)
    return decode_bytes(raw, charset).strip()
