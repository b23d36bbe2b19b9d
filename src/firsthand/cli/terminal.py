"""Text from articles, made safe to print: no escape sequence, no mark that turns the direction of a line."""

from __future__ import annotations

import re

__all__ = ["escape_json_line", "one_line", "sanitise", "shorten"]

# Control characters of both sets, marks of writing direction, tag characters, lone surrogates, and the separators
# that some terminals take for line ends. Joiners stay: Persian, Hindi and emoji need them.
_UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
_UNSAFE_CHARACTER = re.compile(f"[{_UNSAFE}]")
_LINE_END = re.compile("\r\n?|\u2028|\u2029|\x85")
# What JSON writes as it stands although a terminal would act on it.
_UNSAFE_IN_JSON = re.compile(f"[{_UNSAFE}]".replace("\x00-\x08\x0b-\x1f", ""))


def sanitise(text: str) -> str:
    """`text` with every character that a terminal could act on replaced by U+FFFD; line ends and tabs stay."""
    return _UNSAFE_CHARACTER.sub("\ufffd", _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """`text` made safe and on one line: white space of any kind becomes one space."""
    return " ".join(sanitise(text).split())


def shorten(text: str, length: int) -> str:
    """`text` on one line, cut to at most `length` characters with an ellipsis where something is left out."""
    line = one_line(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def escape_json_line(line: bytes) -> bytes:
    r"""A line of JSON, UTF-8, for a terminal: the same value, with unsafe characters as `\uXXXX`."""

    def escape(match: re.Match[str]) -> str:
        encoded = match.group().encode("utf-16-be")
        return "".join(f"\\u{encoded[place : place + 2].hex()}" for place in range(0, len(encoded), 2))

    return _UNSAFE_IN_JSON.sub(escape, line.decode("utf-8")).encode("utf-8")
