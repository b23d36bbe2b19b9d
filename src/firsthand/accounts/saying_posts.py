"""Posts that are set into a page: their words, a dash, a name, an account, a day."""

from __future__ import annotations

import re

from firsthand.model import Span
from firsthand.text.lines import strip_span

__all__ = ["cut_posts", "read_signature"]

# "- Ann Vale (@annvale) May 3, 2031", behind the words or on the next line.
_SIGNATURE = re.compile(
    r"(?:\n\s{0,8})?[—–-]{1,2}[^\S\n]{0,3}(?P<name>[^\W\d][^\n(@—–]{1,60}?)[^\S\n]{0,3}\(@\w{1,40}\)"
    r"(?:[^\S\n]{1,3}[^\W\d]{3,9}\.? \d{1,2}, \d{4})?"
)
_SIGNED_AT = re.compile(r"[^\w\n—–-]{0,8}" + _SIGNATURE.pattern)


def cut_posts(text: str, span: Span) -> list[tuple[Span, str | None]]:
    """The posts in `span`, in order, each with the name of who signed it; the whole of it where none is signed."""
    found: list[tuple[Span, str | None]] = []
    start = span.start
    for match in _SIGNATURE.finditer(text, span.start, span.end):
        post = strip_span(text, start, match.start())
        if post is not None:
            found.append((Span(*post), _one_line(match["name"])))
        start = match.end()
    if start == span.start:
        return [(span, None)]
    rest = strip_span(text, start, span.end)
    return [*found, (Span(*rest), None)] if rest is not None else found


def read_signature(text: str, end: int) -> str | None:
    """Who signed the post whose words end at `end`; None where no signature follows."""
    match = _SIGNED_AT.match(text, end)
    return _one_line(match["name"]) if match is not None else None


def _one_line(name: str) -> str:
    return " ".join(name.split())
