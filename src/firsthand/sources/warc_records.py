"""Where the records of a WARC file begin and end, and which of them are damaged."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from firsthand.errors import InputError

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, WarcRecord

__all__ = ["FramedRecord", "find_records"]

_BLOCK_BYTES = 65_536  # what fastwarc asks for at once
_WINDOW_BYTES = 4 * _BLOCK_BYTES  # the head of the record at hand, at most 32 KB, stands within it
_MAX_RESTARTS = 1_000  # after heads without an end
_MAGIC = b"WARC/"
_LINE_ENDS = b"\r\n\r\n"  # behind each record
_HEAD = re.compile(rb"(?:\A|\n)WARC/")
_HEADER_END = re.compile(rb"\r?\n\r?\n")


class FramedRecord(NamedTuple):
    """A record, or a fault."""

    number: int  # 1-based, of all records of the file
    record: WarcRecord | None
    # None for a sound beginning. With a fault of the number that came before, that record is not what it seemed.
    fault: InputError | None = None


class _Tape:
    """The stream as fastwarc wants it, which asks for its place, with the last bytes kept to look at again."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._window = b""
        self._replay = b""
        self._behind = b""  # the first bytes behind the record
        self.place = 0  # bytes handed out
        self.end = 0  # where the record at hand should end
        self.is_end_known = True
        self.fault: InputError | OSError | None = None  # why there is nothing more

    def read(self, size: int = -1) -> bytes:
        """The next bytes, `_BLOCK_BYTES` at most."""
        if self.fault is not None:
            raise self.fault
        size = _BLOCK_BYTES if size < 0 else min(size, _BLOCK_BYTES)
        if self._replay:
            block, self._replay = self._replay[:size], self._replay[size:]
        else:
            try:
                block = self._stream.read1(size)  # `read` would drop what stands before a fault
            except (InputError, OSError) as error:
                self.fault = error
                raise
        self._window = (self._window + block)[-_WINDOW_BYTES:]
        self.place += len(block)
        if len(self._behind) < len(_LINE_ENDS) and self.place > self.end:
            self._behind = (self.between(self.end, self.place) or b"")[: len(_LINE_ENDS)]
        return block

    def expect_end(self, end: int, *, is_known: bool = True) -> None:
        """Say where the record at hand ends, if that is known."""
        self.end, self.is_end_known = end, is_known
        self._behind = (self.between(end, self.place) or b"")[: len(_LINE_ENDS)]

    def has_line_ends(self) -> bool:
        """Whether the record at hand is closed as it should be, so that its length is right."""
        return self._behind.startswith((_LINE_ENDS, b"\n\n"))

    def tell(self) -> int:
        """How many bytes were handed out."""
        return self.place

    def seek(self, offset: int, whence: int = 0) -> int:
        """The place: fastwarc asks for it in this way too. Nothing is ever moved."""
        if (offset, whence) != (0, io.SEEK_CUR):
            raise OSError("a stream is read in one direction")
        return self.place

    def close(self) -> None:
        """Nothing: the stream is closed by who opened it."""

    def between(self, begin: int, end: int) -> bytes | None:
        """The bytes from `begin` to `end`, or None where they are gone."""
        first = self.place - len(self._window)
        return None if begin < first else self._window[begin - first : end - first]

    def skip_head(self) -> None:
        """Go back to just behind the beginning of the first head after the record at hand, not to find it again."""
        first = self.place - len(self._window)
        begin = max(self.end, first)
        found = _HEAD.search(self._window, begin - first)
        begin = first + found.end() if found else self.place
        self._replay = self._window[begin - first :] + self._replay
        self._window = self._window[: begin - first]
        self.place = begin
        self.expect_end(begin, is_known=False)


def find_records(stream: io.BufferedReader) -> Iterator[FramedRecord]:
    """The records of a WARC file in order; a record's block is to be read before the next is asked for.

    Yields:
        A record whose head is whole; a fault where one is cut off, is not as long as it says, or has a head without an
        end, and where bytes stand between records. A fault under the number of the record before takes that one back.

    Raises:
        InputError: There is no record, or too many are damaged.
        OSError: The disk failed.
    """
    tape, number = _Tape(stream), 0
    for _ in range(_MAX_RESTARTS):
        try:
            for record in _iterate(tape):
                for fault in _find_gap(tape, number, record.stream_pos):
                    number = fault.number
                    yield fault
                number += 1
                head_end = _find_head_end(tape, record.stream_pos)
                if head_end is None:
                    yield FramedRecord(number, None, _cut_off())
                    return
                tape.expect_end(head_end + record.content_length)
                yield FramedRecord(number, record)
            break
        except (InputError, OSError) as error:
            if tape.fault is not None:
                break
            number += 1
            yield FramedRecord(number, None, InputError(f"its head cannot be read: {error}", "The others are read."))
            tape.skip_head()
    else:
        raise InputError(f"{_MAX_RESTARTS:,} records cannot be read; the rest was not looked at.", "")
    yield from _find_end(tape, number)


def _find_end(tape: _Tape, number: int) -> Iterator[FramedRecord]:
    """What is wrong with the end of the file."""
    if isinstance(tape.fault, OSError):
        raise tape.fault
    if tape.fault is not None:
        yield FramedRecord(number + (tape.place >= tape.end), None, tape.fault)
    elif tape.place < tape.end:
        yield FramedRecord(number, None, _cut_off())
    elif not number:
        raise InputError("there is no record in it.", "Fetch it again.")
    else:
        last = (tape.between(tape.end, tape.place) or b"").strip()
        if last and (last.startswith(_MAGIC) or _MAGIC.startswith(last)):
            yield FramedRecord(number + 1, None, _cut_off())
        else:
            yield from _find_gap(tape, number, tape.place)


def _find_gap(tape: _Tape, number: int, begin: int) -> Iterator[FramedRecord]:
    """The fault of record `number`, or of what stands behind it, where more than empty lines precedes `begin`."""
    if not tape.is_end_known:
        return
    between = tape.between(tape.end, begin)
    if begin < tape.end or between is None or between.strip():
        count = begin - tape.end
        if number and not tape.has_line_ends():
            yield FramedRecord(
                number,
                None,
                InputError(
                    f"the record is not as long as it says: {count:,} bytes before the next are of none.",
                    "It was not read; the others are. Fetch it again.",
                ),
            )
        else:
            yield FramedRecord(number + 1, None, InputError(f"{count:,} bytes are no record.", "The others are read."))


def _iterate(tape: _Tape) -> ArchiveIterator:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    # The lenient mode goes on at the next head, the strict one ends the file at the first fault.
    return ArchiveIterator(
        tape,
        record_types=WarcRecordType.any_type,
        parse_http=False,
        quirks_mode=True,
        stream_detect=False,
        fsspec_args=False,
    )


def _find_head_end(tape: _Tape, begin: int) -> int | None:
    raw = tape.between(begin, tape.place)
    found = _HEADER_END.search(raw) if raw is not None else None
    return begin + found.end() if found else None


def _cut_off() -> InputError:
    return InputError("the file is cut off in this record.", "What stands before it is read; fetch the file again.")
