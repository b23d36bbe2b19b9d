"""Folders walked and files opened, with every bound on size kept while reading."""

from __future__ import annotations

import gzip
import io
import os
import stat
import sys
import tempfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from io import BufferedReader
from typing import BinaryIO, NamedTuple

from firsthand.errors import InputError
from firsthand.sources.limits import SourceLimits
from firsthand.sources.sniffing import SNIFF_BYTES

__all__ = [
    "STANDARD_INPUT",
    "FoundFile",
    "find_files",
    "is_companion",
    "is_passed_over",
    "open_input",
    "plain_name",
    "read_lines",
    "read_whole",
    "seekable_copy",
    "unpack_stream",
]

STANDARD_INPUT = "-"
_BUFFER_BYTES = 2 * SNIFF_BYTES
_SPOOL_BYTES = 16_000_000  # of a copy that are held in memory before it becomes a file on the disk
_COPIED_BYTES = 1_000_000  # at once
_RATIO_FROM_BYTES = 10_000_000  # a short file of one letter packs 1,000 to 1 and harms nobody
_ARCHIVE_FILES = (
    ".firsthand",
    ".firsthand-wal",
    ".firsthand-shm",
    ".firsthand-journal",
    ".firsthand-lock",
    ".firsthand.lock",
    ".firsthand.making",
)
# What browsers add to a page's name to name the folder of its parts, by the browser's language.
_COMPANION_ENDINGS = (
    *("_files", ".files", "_file", "-Dateien", "_fichiers", "_archivos", "_arquivos", "_bestanden", "-filer"),
    *("_pliki", "_soubory", "_tiedostot", "_dosyalar"),
)
_GZIP_FAULTS = (gzip.BadGzipFile, zlib.error, EOFError)


class FoundFile(NamedTuple):
    """A file to read, or a place that could not be looked into."""

    path: str
    below: str  # path below the folder that was given, with "/"; the path itself where a file was given
    fault: InputError | None = None


def plain_name(path: str) -> str:
    """`path` as text that can be written out: bytes that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def find_files(path: str, limits: SourceLimits) -> Iterator[FoundFile]:
    """The files at `path`: itself, or those below it, each folder in order of names.

    Hidden files and Firsthand's own (archives, `firsthand.toml`) are passed over below a folder. A place that
    cannot be looked into comes with its fault; nothing is opened here.
    """
    if path == STANDARD_INPUT:
        yield FoundFile(path, path)
        return
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116 - paths stay text, as they were given
    except OSError as error:
        yield FoundFile(path, path, _fault_of(error))
        return
    except ValueError as error:
        yield FoundFile(path, path, InputError(f"this is no path: {error}."))
        return
    if not is_folder:
        yield FoundFile(path, path)
        return
    count = 0
    for found in _walk(path, "", (), limits):
        count += 1
        if count > limits.max_files:
            yield FoundFile(
                path,
                path,
                InputError(f"the folder holds more than {limits.max_files:,} files.", "Add its subfolders one by one."),
            )
            return
        yield found
    if not count:
        yield FoundFile(path, path, InputError("the folder holds no file to read.", "Hidden files are not looked at."))


def _walk(folder: str, below: str, above: tuple[tuple[int, int], ...], limits: SourceLimits) -> Iterator[FoundFile]:
    """Depth first, so that only one folder's names are held at each level."""
    try:
        status = os.stat(folder)  # noqa: PTH116
        identity = (status.st_dev, status.st_ino)
        if identity in above:
            yield FoundFile(
                folder, below, InputError("the folder contains itself through a symbolic link.", "Remove the link.")
            )
            return
        if len(above) >= limits.max_folder_depth:
            yield FoundFile(
                folder, below, InputError(f"more than {limits.max_folder_depth} folders stand within one another.")
            )
            return
        with os.scandir(folder) as entries:
            names = sorted((entry.name, _is_folder(entry)) for entry in entries if not is_passed_over(entry.name))
    except OSError as error:
        yield FoundFile(folder, below, _fault_of(error))
        return
    files = {name for name, is_folder in names if not is_folder}
    for name, is_folder in names:
        if is_folder and is_companion(name, files):
            continue
        path, inner = os.path.join(folder, name), f"{below}/{name}" if below else name  # noqa: PTH118
        if is_folder:
            yield from _walk(path, inner, (*above, identity), limits)
        else:
            yield FoundFile(path, inner)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # opening it will say what is wrong


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or one of Firsthand's own."""
    return name.startswith(".") or name == "firsthand.toml" or name.endswith(_ARCHIVE_FILES)


def is_companion(folder: str, files: Collection[str]) -> bool:
    """Whether a folder holds the pictures, scripts and frames of a saved page that is among the files beside it."""
    return any(
        folder.endswith(ending) and folder.removesuffix(ending) + suffix in files
        for ending in _COMPANION_ENDINGS
        for suffix in (".html", ".htm", ".xhtml")
    )


def _fault_of(error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("there is no such file or folder.", "Check the path.")
    if isinstance(error, PermissionError):
        return InputError("reading it is not permitted.", "Change its permissions, or run as a user who may read it.")
    return InputError(f"it cannot be read: {error.strerror or error}.", "Check the path and the disk.")


class _Counted(io.RawIOBase):
    """Bytes of a file as they stand, counted: what the ratio of a gzipped file is taken against."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.count = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._file.seekable()

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        block = self._file.read(len(buffer))
        buffer[: len(block)] = block
        self.count += len(block)
        return len(block)


class _Unpacked(io.RawIOBase):
    """Bytes of a gzipped file, refused once there are too many."""

    def __init__(self, packed: _Counted, limits: SourceLimits) -> None:
        self._packed = packed
        self._gzip = gzip.GzipFile(fileobj=io.BufferedReader(packed, _BUFFER_BYTES))
        self._limits = limits
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            block = self._gzip.read1(len(buffer))  # `read` would drop what stands before a fault
        except _GZIP_FAULTS as error:
            raise InputError(
                f"the gzip data is broken: {error}.",
                "Unpack it with `gzip -d` to see how much is sound, or fetch it again.",
            ) from error
        buffer[: len(block)] = block
        self._count += len(block)
        is_bomb = self._count > max(_RATIO_FROM_BYTES, self._packed.count * self._limits.max_gzip_ratio)
        if is_bomb or self._count > self._limits.max_unpacked_bytes:
            raise InputError(
                f"the gzip data unpacks to more than {self._count:,} bytes from {self._packed.count:,}.",
                "If it is sound, unpack it first.",
            )
        return len(block)


@contextmanager
def open_input(path: str, limits: SourceLimits) -> Iterator[BufferedReader]:
    """A file or standard input opened for reading, unpacked where it is gzipped.

    Yields:
        The bytes; `peek` gives the first `SNIFF_BYTES` of a file.

    Raises:
        InputError: It is missing, not permitted, or not a regular file; while reading: broken or too large gzip.
    """
    if path == STANDARD_INPUT:
        yield unpack_stream(sys.stdin.buffer, limits)
        return
    try:
        # Looked at before it is opened: opening a pipe waits for ever, opening a device may do worse.
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
            raise InputError(
                "it is no regular file but a device, pipe or socket.",
                "Copy its content to a file, or pipe it in with `-`.",
            )
        with open(path, "rb") as file:  # noqa: PTH123
            yield unpack_stream(file, limits)
    except OSError as error:
        raise _fault_of(error) from error


def unpack_stream(file: BinaryIO, limits: SourceLimits) -> BufferedReader:
    """The bytes of an open file, unpacked where it is gzipped; it can be sought in where it is not and `file` can be.

    Reading raises InputError where the gzip data is broken or unpacks to too much.
    """
    plain: BufferedReader = io.BufferedReader(_Counted(file), _BUFFER_BYTES)
    if not plain.peek(2).startswith(b"\x1f\x8b"):
        return plain
    return io.BufferedReader(_Unpacked(_Counted(plain), limits), _BUFFER_BYTES)


@contextmanager
def seekable_copy(stream: BufferedReader, limit: int, setting: str) -> Iterator[BinaryIO]:
    """`stream` itself where it can be sought in, else a copy in a temporary file: for kinds that are read from the end.

    Raises:
        InputError: The copy would be larger than `limit` bytes; `setting` is the name of the setting that allows more.
    """
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES) as copy:
        size = 0
        while block := stream.read(_COPIED_BYTES):
            size += len(block)
            if size > limit:
                raise InputError(
                    f"unpacked it is larger than {limit:,} bytes.",
                    f"Unpack it to a file first, or raise `sources.{setting}`.",
                )
            copy.write(block)
        copy.seek(0)
        yield copy  # type: ignore[misc]  # it has all of BinaryIO


def read_whole(stream: BufferedReader, limit: int, setting: str) -> bytes:
    """All bytes of `stream`.

    Raises:
        InputError: There are more than `limit`; `setting` is the name of the setting that would allow more.
    """
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise InputError(
            f"it is larger than {limit:,} bytes.",
            f"If it holds many articles, write them as JSONL, one a line; else raise `sources.{setting}`.",
        )
    return raw


def read_lines(stream: BufferedReader, limits: SourceLimits) -> Iterator[tuple[int, bytes | None]]:
    """The lines of `stream` that hold anything, with their 1-based numbers; None for a line that is too long."""
    number = 0
    while True:
        line = stream.readline(limits.max_line_bytes + 1)
        if not line:
            return
        number += 1
        if len(line) > limits.max_line_bytes and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(_BUFFER_BYTES)
            yield number, None
        elif line.strip():
            yield number, line.rstrip(b"\r\n")
