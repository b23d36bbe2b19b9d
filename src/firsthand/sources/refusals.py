"""How an input that cannot be read is told: by name, with what is wrong and what to do."""

from __future__ import annotations

from firsthand.errors import InputError
from firsthand.model import Rejection
from firsthand.sources.sniffing import InputKind

__all__ = ["is_set_aside", "make_rejection", "make_set_aside", "refusal"]

_STAGE = "sources"
_NO_ARTICLE = "no article: "  # as reading begins its reasons


def make_rejection(name: str, error: InputError) -> Rejection:
    """The record of an input, or a part of one, that was not read; `name` is a path, or path:line."""
    return Rejection(input=name, stage=_STAGE, reason=f"{error.what} {error.mend}".strip())


def make_set_aside(name: str, reason: str) -> Rejection:
    """The record of an input that was read well and holds no article, such as an error page."""
    return Rejection(input=name, stage=_STAGE, reason=f"{_NO_ARTICLE}{reason}")


def is_set_aside(rejection: Rejection) -> bool:
    """Whether the input was read and holds no article: reported, and no failure."""
    return rejection.stage == _STAGE and rejection.reason.startswith(_NO_ARTICLE)


def refusal(kind: InputKind) -> InputError:
    """Why a file of `kind` is not read."""
    if kind is InputKind.EMPTY:
        return InputError("the file is empty.", "Nothing to do, unless it should hold an article.")
    if kind is InputKind.ARCHIVE:
        return InputError(
            "this is a database, not an article.", "An archive is named first: firsthand add ARCHIVE PATH."
        )
    if kind is InputKind.GZIP:
        return InputError("the file is gzipped twice.", "Unpack it once with `gzip -d`.")
    if kind is InputKind.XML:
        return InputError("this XML is of a kind that is not read.", "Convert it to JSONL, one article a line.")
    return InputError("this is a binary file, not text.", "Add the text or the page itself, or JSONL.")
