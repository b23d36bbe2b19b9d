"""Zip files: each member read as a file of its own.

Nothing is written to the disk under a member's name. What all members unpack to, those of zip files within included,
is bounded by the size of the file itself, so that members which share their bytes, or hold one another, gain nothing.
"""

from __future__ import annotations

import io
import lzma
import os
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from typing import IO, BinaryIO, NamedTuple, cast

from firsthand.errors import InputError
from firsthand.model import RawDocument, Rejection
from firsthand.sources.files import (
    FoundFile,
    is_companion,
    is_passed_over,
    plain_name,
    seekable_copy,
    unpack_stream,
)
from firsthand.sources.limits import SourceLimits
from firsthand.sources.refusals import make_rejection
from firsthand.sources.sniffing import SNIFF_BYTES, InputKind, sniff_kind

__all__ = ["read_zip"]

StreamReader = Callable[[io.BufferedReader, FoundFile, SourceLimits], Iterator[RawDocument | Rejection]]

_UNPACKED_FROM_BYTES = 10_000_000  # below this no ratio is too high: a short file of one letter packs 1,000 to 1
_MAX_READ_BYTES = 20_000_000  # at once: the list of the members is read so; 100,000 take some 12 million
_MAX_NAMED = 5  # members of those that are not read
_LONGEST_NAMES = 500  # characters
_ENCRYPTED = 0x1  # flag of a member
# What a broken or odd zip file raises: its own error, those of the ways of packing, and of numbers beyond sense.
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
# Files of other programs that are zip files inside, by a member that each of them has.
_PACKAGES = (
    ("word/document.xml", "a Word document", "Save it as PDF, web page or plain text."),
    ("xl/workbook.xml", "an Excel workbook", "Save the sheet as CSV."),
    ("[Content_Types].xml", "an Office file", "Save it as PDF, web page or plain text."),
    ("mimetype", "an OpenDocument file or an e-book", "Save it as PDF, web page, plain text, or CSV."),
    ("Index/Document.iwa", "a Pages, Numbers or Keynote file", "Export it as PDF, plain text or CSV."),
    ("META-INF/MANIFEST.MF", "a program", ""),
)


def read_zip(
    stream: io.BufferedReader, found: FoundFile, limits: SourceLimits, read_stream: StreamReader
) -> Iterator[RawDocument | Rejection]:
    """The documents of all members, in order of their names, and what of them cannot be read.

    Hidden files, those of a Macintosh's own and the folders of saved pages' parts are passed over. Of several members
    of one name the last counts, as for programs that unpack.

    Args:
        stream: The zip file.
        found: Its path; that of a member is `PATH/NAME`.
        limits: Numbers and sizes beyond which it is refused.
        read_stream: Reads a member, of whatever kind but zip.

    Raises:
        InputError: It is no sound zip file, or one that belongs to another program.
    """
    with seekable_copy(stream, limits.max_copied_bytes, "max_copied_bytes") as file:
        size = file.seek(0, os.SEEK_END)
        allowed = min(limits.max_unpacked_bytes, max(_UNPACKED_FROM_BYTES, size * limits.max_gzip_ratio))
        yield from _read_members(file, found, _Reading(limits, read_stream, _Budget(allowed)), 1)


class _Budget:
    """Bytes that may still be unpacked."""

    def __init__(self, allowed: int) -> None:
        self._allowed = self._left = allowed

    @property
    def is_spent(self) -> bool:
        return self._left < 0

    def spend(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise InputError(
                f"the zip file unpacks to more than {self._allowed:,} bytes, which is taken for a bomb.",
                "If it is sound, unpack it first.",
            )


class _Reading(NamedTuple):
    """What stays the same through a zip file and those within it."""

    limits: SourceLimits
    read_stream: StreamReader
    budget: _Budget


def _read_members(file: BinaryIO, found: FoundFile, reading: _Reading, depth: int) -> Iterator[RawDocument | Rejection]:
    with closing(_open_zip(file)) as archive:
        members = _members(archive, reading.limits)
        if not members:
            raise InputError("the zip file holds no file to read.", "Hidden files are not looked at.")
        for place, (name, info) in enumerate(members, start=1):
            member = FoundFile(f"{found.path}/{name}", f"{found.below}/{name}")
            try:
                yield from _read_member(archive, info, member, reading, depth)
            except InputError as error:
                yield make_rejection(plain_name(member.path), error)
            if reading.budget.is_spent:  # the member that took too much has said so
                yield from _left_rejection(found, [after for after, _ in members[place:]])
                return


def _left_rejection(found: FoundFile, left: Sequence[str]) -> Iterator[Rejection]:
    """That the members behind one that took too much are not read: how many, and the first of them by name."""
    if left:
        named = ", ".join(left[:_MAX_NAMED]) + (", ..." if len(left) > _MAX_NAMED else "")
        error = InputError(
            f"{len(left):,} members behind the one that unpacks to too much are not read: {named[:_LONGEST_NAMES]}.",
            "Unpack the zip file, and add what comes out.",
        )
        yield make_rejection(plain_name(found.path), error)


def _read_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, found: FoundFile, reading: _Reading, depth: int
) -> Iterator[RawDocument | Rejection]:
    if info.flag_bits & _ENCRYPTED:
        raise InputError("it is encrypted.", "Unpack the zip file with its password, and add what comes out.")
    try:
        packed = archive.open(info)
    except _FAULTS as error:
        raise _broken(error) from error
    with packed:
        stream = unpack_stream(cast("BinaryIO", _Member(packed, reading.budget)), reading.limits)
        if sniff_kind(stream.peek(SNIFF_BYTES)[:SNIFF_BYTES], found.path) is not InputKind.ZIP:
            yield from reading.read_stream(stream, found, reading.limits)
            return
        if depth >= reading.limits.max_zip_depth:
            raise InputError(f"more than {depth} zip files stand within one another.", "Unpack the outer ones first.")
        with seekable_copy(stream, reading.limits.max_copied_bytes, "max_copied_bytes") as file:
            yield from _read_members(file, found, reading, depth + 1)


class _Member(io.RawIOBase):
    """The bytes of a member, counted against what may be unpacked."""

    def __init__(self, packed: IO[bytes], budget: _Budget) -> None:
        self._packed = packed
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            block = self._packed.read(len(buffer))
        except _FAULTS as error:
            raise _broken(error) from error
        self._budget.spend(len(block))
        buffer[: len(block)] = block
        return len(block)


class _Guarded:
    """A file of which nothing larger than `_MAX_READ_BYTES` is read at once."""

    def __init__(self, file: BinaryIO) -> None:
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable
        self._read = file.read

    def read(self, size: int = -1) -> bytes:
        block = self._read(_MAX_READ_BYTES + 1) if size < 0 or size > _MAX_READ_BYTES else self._read(size)
        if len(block) > _MAX_READ_BYTES:
            raise InputError("the zip file's list of members is too long.", "Unpack it, and add what comes out.")
        return block


def _open_zip(file: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(cast("BinaryIO", _Guarded(file)))
    except _FAULTS as error:
        raise _broken(error) from error


def _broken(error: Exception) -> InputError:
    said = " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__
    return InputError(f"the zip data is broken or packed in an unusual way: {said}.", "Unpack it, or fetch it again.")


def _members(archive: zipfile.ZipFile, limits: SourceLimits) -> list[tuple[str, zipfile.ZipInfo]]:
    """The members to read, each with a name that is safe to show, in order of names.

    Raises:
        InputError: There are too many, or the zip file is a document of another program.
    """
    infos = archive.infolist()
    if len(infos) > limits.max_zip_members:
        raise InputError(
            f"the zip file has {len(infos):,} members, more than {limits.max_zip_members:,}.", "Unpack it first."
        )
    members = {_safe_name(info.filename): info for info in infos if not info.filename.endswith("/")}
    for name, kind, mend in _PACKAGES:
        if name in members:
            raise InputError(f"this is {kind}, which is not read.", mend)
    beside: dict[str, set[str]] = defaultdict(set)
    for name in members:
        folder, _, file = name.rpartition("/")
        beside[folder].add(file)
    is_web_archive = "datapackage.json" in members and any(name.startswith("archive/") for name in members)
    return sorted(
        (name, info)
        for name, info in members.items()
        # A WACZ file holds its pages as WARC below `archive`, and lists of them elsewhere.
        if _is_wanted(name, beside) and (not is_web_archive or name.startswith("archive/"))
    )


def _is_wanted(name: str, beside: dict[str, set[str]]) -> bool:
    parts = name.split("/")
    if not name or any(is_passed_over(part) or part == "__MACOSX" for part in parts):
        return False
    return not any(is_companion(part, beside.get("/".join(parts[:place]), ())) for place, part in enumerate(parts[:-1]))


def _safe_name(name: str) -> str:
    """A member's name without steps to the root or upwards: it is only shown, and taken for an id."""
    parts = plain_name(name).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in {"", ".", ".."})
