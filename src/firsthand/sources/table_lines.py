"""The lines of a table that is text, decoded one by one and held until their row is complete."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator

from firsthand.sources.decoding import guess_encoding

__all__ = ["TableLines"]

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE_CHARACTERS = 50_000  # from which an encoding is told
_SKIPPED_CHARACTERS = 1_000_000  # at once


class TableLines:
    """The lines of a file as text, with their ends; those of the row in hand are held, to be read again.

    A line is read as UTF-8, or where it is none, in the encoding that the first such line is found to be in.
    """

    def __init__(self, stream: io.BufferedReader, limit: int) -> None:
        """Read from `stream`; a row of more than `limit` bytes ends with `is_too_long` set."""
        self._is_wide = stream.peek(2)[:2] in _WIDE_MARKS
        # As Latin-1 each byte is one character: lines are found before it is known what the bytes mean.
        encoding = "utf-16" if self._is_wide else "latin-1"
        self._text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
        self._limit = limit
        self._encoding = ""
        self._number = 0  # of the line last given
        self._held_length = 0
        self._ahead: deque[str] = deque()  # as they stand in the file
        self._waiting: list[str] = []  # to be given again, the next one last
        self.held: list[str] = []
        self.is_too_long = self.is_at_end = False

    def __iter__(self) -> Iterator[str]:
        """The lines from here on."""
        return self

    def __next__(self) -> str:
        """The next line; none at the end of the file, and none once the row is too long."""
        line = self._waiting.pop() if self._waiting else self._read()
        self.is_at_end = not line
        self.is_too_long = self._held_length + len(line) > self._limit
        if self.is_at_end:
            raise StopIteration
        self._number += 1
        self.held.append(line)
        self._held_length += len(line)
        if self.is_too_long:
            raise StopIteration
        return line

    def _read(self) -> str:
        line = self._ahead.popleft() if self._ahead else self._text.readline(self._limit + 1)
        if self._is_wide:
            return line
        raw = line.encode("latin-1")
        try:
            return raw.decode("utf-8" if self._number else "utf-8-sig")
        except UnicodeDecodeError:
            encoding = self._encoding or guess_encoding(raw + self._look_ahead())
            if encoding != "utf-8":  # else a fault in this line alone
                self._encoding = encoding
            return raw.decode(encoding, "replace")

    def _look_ahead(self) -> bytes:
        """What of the next lines is no UTF-8 either: one line is often too short to tell its encoding."""
        length = sum(map(len, self._ahead))
        while length < _SAMPLE_CHARACTERS and (line := self._text.readline(self._limit + 1)):
            self._ahead.append(line)
            length += len(line)
        return b"".join(line.encode("latin-1") for line in self._ahead if not _is_utf8(line))

    def begin(self) -> int:
        """Let go of the lines held and give the number of the next one."""
        self.held, self._held_length, self.is_too_long = [], 0, False
        return self._number + 1

    def read_again(self) -> None:
        """Give the lines held once more, but the first."""
        self._waiting += reversed(self.held[1:])
        self._number -= len(self.held) - 1

    def skip_line(self) -> None:
        """Pass over what is left of the line last given."""
        line = self.held[-1] if self.held else "\n"
        while line and not line.endswith(("\n", "\r")):
            line = self._ahead.popleft() if self._ahead else self._text.readline(_SKIPPED_CHARACTERS)

    def let_go(self) -> None:
        """Leave the stream open for its owner."""
        self._text.detach()


def _is_utf8(line: str) -> bool:
    try:
        line.encode("latin-1").decode()
    except UnicodeDecodeError:
        return False
    return True
