"""A block of the index over runs as bytes, in half the room: ascending numbers by their differences, byte by byte."""

from __future__ import annotations

import json
import zlib

import numpy as np

from firsthand.errors import ArchiveError
from firsthand.lineage.run_index import RunBlock

__all__ = ["pack_block", "unpack_block"]

# Of an entry the upper five bytes are a run and the lower three the place of an article. The runs ascend, so their
# differences are small and their upper bytes mostly nought; the places are as good as random.
_RUN_BYTES, _PLACE_BYTES = 5, 3
_PLACE_BITS = 8 * _PLACE_BYTES
_MOST_BYTES = 1 << 32  # of one part
_LEVEL = 1  # of zlib: what can be compressed at all is rows of noughts


def pack_block(block: RunBlock) -> bytes:
    """`block` as bytes from which `unpack_block` makes it again, byte for byte."""
    entries = np.frombuffer(block.entries, dtype="<u8")
    runs = np.diff(entries >> np.uint64(_PLACE_BITS), prepend=np.uint64(0))
    planes = [_plane(runs, byte) for byte in range(_RUN_BYTES)]
    planes += [_plane(entries, byte) for byte in range(_PLACE_BYTES)]
    names = json.dumps([block.articles, block.outlets], ensure_ascii=False, separators=(",", ":"))
    parts = [zlib.compress(names.encode("utf-8", "surrogatepass")), zlib.compress(block.sizes)]
    parts += [zlib.compress(plane, _LEVEL) for plane in planes]
    return b"".join(len(part).to_bytes(8, "little") + part for part in parts)


def _plane(numbers: np.ndarray[tuple[int, ...], np.dtype[np.uint64]], byte: int) -> bytes:
    return (numbers >> np.uint64(8 * byte)).astype(np.uint8).tobytes()


def unpack_block(packed: bytes) -> RunBlock:
    """The block that `pack_block` was given.

    Raises:
        ArchiveError: The bytes are damaged.
    """
    try:
        names, sizes, *planes = _split(packed)
        articles, outlets = json.loads(names.decode("utf-8", "surrogatepass"))
        count = sum(np.frombuffer(sizes, dtype="<u4").tolist())
        _refuse_unfit(planes, count)
    except (ValueError, zlib.error) as error:
        raise ArchiveError(f"The archive holds a damaged index ({error}).", "Restore it from a copy.") from error
    entries = np.zeros(count, dtype=np.uint64)
    for byte in range(_RUN_BYTES):
        entries |= np.frombuffer(planes[byte], dtype=np.uint8).astype(np.uint64) << np.uint64(8 * byte)
    np.cumsum(entries, out=entries)
    entries <<= np.uint64(_PLACE_BITS)
    for byte in range(_PLACE_BYTES):
        entries |= np.frombuffer(planes[_RUN_BYTES + byte], dtype=np.uint8).astype(np.uint64) << np.uint64(8 * byte)
    return RunBlock(
        articles=tuple(articles),
        outlets=tuple(outlets),
        sizes=sizes,
        entries=entries.astype("<u8", copy=False).tobytes(),
    )


def _refuse_unfit(planes: list[bytes], count: int) -> None:
    if len(planes) != _RUN_BYTES + _PLACE_BYTES or any(len(plane) != count for plane in planes):
        raise ValueError(f"{count} entries were expected")


def _split(packed: bytes) -> list[bytes]:
    parts = []
    start = 0
    while start < len(packed):
        end = start + 8 + int.from_bytes(packed[start : start + 8], "little")
        if end > len(packed):
            raise ValueError("it is cut off")
        reader = zlib.decompressobj()
        parts.append(reader.decompress(packed[start + 8 : end], _MOST_BYTES))
        if not reader.eof:
            raise ValueError("a part is cut off or too large")
        start = end
    return parts
