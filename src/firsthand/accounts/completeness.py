"""Whether the whole of what an article says could be read: what is not found in half a text may stand in the other."""

from __future__ import annotations

import re

from firsthand.model import Annotation, Article

__all__ = ["find_gap"]

# How a text ends that a feed, a wall or a crawler has cut: three points, "[+1234 chars]", "Read more".
_BROKEN_END = re.compile(
    r"(?:…|\.\.\.|\[\s*\+\s*\d{1,7} (?:chars|characters)\s*\])[\])]?\s*(?:(?:continue reading|read more)[^\n]{0,40})?$",
    re.IGNORECASE,
)
_END_MARKS = ".!?…。！？\"'”’»“)]*"
# A last line of so many characters that ends on a word in lower case breaks off; shorter ones may be a signature.
_LONG_LINE = 60
_READ_AT_END = 400


def find_gap(article: Article, annotation: Annotation | None) -> str | None:
    """Why nobody can say that a thing does not stand in the article, in words; None where its whole body was read."""
    if annotation is None:
        return "not annotated"
    if annotation.skipped is not None:
        return annotation.skipped
    if not article.body:
        return "no body was found"
    last = article.body[-1]
    end = article.text[max(last.start, last.end - _READ_AT_END) : last.end].rstrip()
    if _BROKEN_END.search(end):
        return "its text breaks off"
    line = end.rsplit("\n", 1)[-1]
    if len(line) >= _LONG_LINE and line[-1:] not in _END_MARKS and line.rsplit(" ", 1)[-1].islower():
        return "its text breaks off"
    return None
