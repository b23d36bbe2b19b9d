"""Text from outside made safe to show: no control characters, no reordering, no links but to the web."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

__all__ = ["shorten", "visible_language", "visible_text", "web_address"]

# Characters that reorder the text round them, and invisible tags: dropped, so that the text stands in the order in
# which it was written. The plain marks (U+200E, U+200F, U+061C) stay: right-to-left text needs them.
_DROPPED = "\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f"
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
# Controls (terminal escapes begin with one), what UTF-8 cannot hold, and code points that are no characters.
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufff9-\ufffb\ufffe\uffff"
_SUSPECT = re.compile(f"[{_DROPPED}{_LINE_ENDS}{_CONTROLS}]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")
_LONGEST_ADDRESS = 2000  # what browsers and mail programs carry without cutting


def _show_suspect(match: re.Match[str]) -> str:
    character = match.group()
    if character in _LINE_ENDS:
        return "\n"
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # the picture of that control: ␛ for escape
    if code == 0x7F:
        return "\u2421"
    if code == 0xFEFF or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069 or 0xE0000 <= code <= 0xE007F:
        return ""
    return "\ufffd"


def visible_text(text: str) -> str:
    """`text` with control characters shown as pictures and bidirectional overrides dropped.

    What comes back can be encoded as UTF-8 and printed to a terminal. It is not escaped for HTML. Lengths may
    change: cut spans first, then call this.
    """
    return _SUSPECT.sub(_show_suspect, text)


def visible_language(language: str | None) -> str | None:
    """`language` where it has the form of a language tag (BCP 47), else None."""
    return language if language is not None and _LANGUAGE.fullmatch(language) else None


def web_address(address: str | None) -> str | None:
    """`address` where it can be linked: http or https, with a host, without white space or controls; else None."""
    if address is None or len(address) > _LONGEST_ADDRESS or _SUSPECT.search(address):
        return None
    if any(character.isspace() or character in "\\\"'<>`" for character in address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and host else None


def shorten(text: str, most: int) -> str:
    """`text` on one line, cut at a word to at most `most` characters, with an ellipsis where it was cut."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head = line[: most - 1]
    at = head.rfind(" ")
    return (head[:at] if at > most // 2 else head).rstrip(" ,;:–-") + "…"
