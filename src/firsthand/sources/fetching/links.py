"""Lists of addresses: given one by one, or in a file as people keep them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.errors import InputError
from firsthand.model import Rejection
from firsthand.sources.decoding import decode_bytes
from firsthand.sources.fetching.addresses import Address, hide_login, parse_address
from firsthand.sources.files import open_input, plain_name
from firsthand.sources.limits import SourceLimits
from firsthand.sources.refusals import make_rejection

__all__ = ["Link", "read_links"]

_MAX_LIST_BYTES = 16_000_000
_MAX_BROKEN_LINES = 1_000
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}://")
# "- ", "* ", "12. ", "[x] ": how lists are written in notes.
_BULLET = re.compile(r"(?:(?:[-*+\u2022\u2013]|\d{1,5}[.)])\s{1,9})?(?:\[[ xX]?\]\s{1,9})?")
_MARKDOWN = re.compile(r"\[[^\[\]]{0,1000}\]\(<?([^\s<>]{1,9000})>?\)")
_AFTER = re.compile(r"\s[|\u2013\u2014-](?:\s|$)|\s#")  # sets a title or a note off: how tab savers write lists
_SHOWN = 80  # characters of a line that is no address


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One page to fetch."""

    address: Address
    name: str  # where it was named: "links.txt:3", or the address itself


def read_links(
    words: Sequence[str], max_links: int, limits: SourceLimits | None = None
) -> tuple[tuple[Link, ...], tuple[Rejection, ...]]:
    """The pages that `words` name, each once, in order, and what of them is no address.

    Args:
        words: Addresses, files with one address a line, or "-" for such lines on standard input. In a file, blank
            lines and lines that begin with "#" count for nothing; bullets, "<...>", Markdown links and a title after
            " | " are understood.
        max_links: More are refused.
        limits: How far a gzipped list is unpacked.

    Returns:
        Links, and rejections that name the line.
    """
    links: dict[str, Link] = {}
    rejections: list[Rejection] = []
    for word in words:
        found = _read_word(word) if _SCHEME.match(word) else _read_list(word, limits or SourceLimits())
        for item in found:
            if isinstance(item, Rejection):
                rejections.append(item)
            elif item.address.url not in links and len(links) >= max_links:
                error = InputError(
                    f"more than {max_links:,} addresses; the rest is not fetched.",
                    "Split the list, or raise `fetch.max_links`.",
                )
                return tuple(links.values()), (*rejections, make_rejection(item.name, error))
            else:
                links.setdefault(item.address.url, item)
    return tuple(links.values()), tuple(rejections)


def _read_word(word: str) -> Iterator[Link | Rejection]:
    name = plain_name(hide_login(word))
    try:
        yield Link(address=parse_address(word), name=name)
    except InputError as error:
        yield make_rejection(name, error)


def _read_list(path: str, limits: SourceLimits) -> Iterator[Link | Rejection]:
    name = plain_name(path)
    try:
        text = _read_text(path, limits)
    except InputError as error:
        yield make_rejection(name, error)
        return
    found: list[Link | Rejection] = []
    broken = 0
    for number, line in enumerate(text.splitlines(), start=1):
        item = _read_line(line, f"{name}:{number}")
        if item is not None:
            found.append(item)
        broken += isinstance(item, Rejection)
        if broken > _MAX_BROKEN_LINES:
            break
    if broken == len(found) != 1:  # something else than a list: one message, not one a line
        yield make_rejection(name, InputError("no line of it is an address.", "Write one address a line."))
        return
    yield from found
    if broken > _MAX_BROKEN_LINES:
        too_many = InputError(f"more than {_MAX_BROKEN_LINES:,} lines of it are no addresses; the rest is left.")
        yield make_rejection(name, too_many)


def _read_text(path: str, limits: SourceLimits) -> str:
    try:
        with open_input(path, limits) as stream:
            raw = stream.read(_MAX_LIST_BYTES + 1)
    except InputError as error:
        if error.mend == "Check the path.":  # no such file: it may have been meant as an address
            raise InputError(error.what, "Check the path; an address begins with http:// or https://.") from error
        raise
    if len(raw) > _MAX_LIST_BYTES:
        raise InputError(f"it is larger than {_MAX_LIST_BYTES:,} bytes.", "Write one address a line.")
    return decode_bytes(raw)


def _read_line(line: str, name: str) -> Link | Rejection | None:
    """The link on a line; None where nothing is on it."""
    bare = line.strip().strip("\ufeff\u200b\u200e\u200f").strip()
    if not bare or bare.startswith("#"):
        return None
    try:
        return Link(address=parse_address(_strip_markup(bare)), name=name)
    except InputError as error:
        shown = hide_login(bare)
        shown = shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"
        return make_rejection(name, InputError(f"{shown}: {error.what}", error.mend))


def _strip_markup(line: str) -> str:
    bullet = _BULLET.match(line)
    line = line[bullet.end() :] if bullet else line
    if (markdown := _MARKDOWN.match(line)) is not None:
        return markdown.group(1)
    if line.startswith("<") and ">" in line:
        return line[1 : line.index(">")]
    after = _AFTER.search(line)
    return line[: after.start()].rstrip() if after else line
