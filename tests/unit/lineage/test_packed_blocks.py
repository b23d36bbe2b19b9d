from __future__ import annotations

import pytest
from benchmarks.copies import make_corpus
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import ArchiveError
from firsthand.lineage import (
    Fingerprint,
    LineageSettings,
    RunBlock,
    StockText,
    find_stock_changes,
    fingerprint,
    make_block,
    pack_block,
    unpack_block,
)
from firsthand.text.shingles import pack_hashes

_HASHES = st.lists(st.integers(0, (1 << 40) - 1), max_size=30, unique=True).map(sorted)


def block_of(runs: list[list[int]]) -> RunBlock:
    import numpy as np

    return make_block(
        [
            Fingerprint(
                article=f"é{place} ",
                outlet=None if place % 2 else "Küste",
                runs=pack_hashes(np.array(each, dtype=np.uint64)),
            )
            for place, each in enumerate(runs)
        ]
    )


@settings(max_examples=50, deadline=None)
@given(st.lists(_HASHES, max_size=6))
def test_a_block_comes_back_byte_for_byte(runs: list[list[int]]) -> None:
    block = block_of(runs)
    assert unpack_block(pack_block(block)) == block


def test_a_packed_block_takes_less_room() -> None:
    block = make_block([fingerprint(each, LineageSettings()) for each in make_corpus(60, seed=2).articles])
    assert len(pack_block(block)) < 0.7 * len(block.entries)
    assert unpack_block(pack_block(block)) == block


@pytest.mark.parametrize("spoil", [lambda whole: whole[:-3], lambda whole: whole + b"\x01", lambda _: b"nonsense" * 9])
def test_damaged_bytes_are_refused(spoil: object) -> None:
    assert callable(spoil)
    with pytest.raises(ArchiveError, match="damaged index"):
        unpack_block(spoil(pack_block(block_of([[1, 2, 3], [2, 9]]))))


def test_a_part_that_is_missing_is_refused() -> None:
    packed = pack_block(block_of([[1, 2, 3], [2, 9]]))
    first = 8 + int.from_bytes(packed[:8], "little")
    with pytest.raises(ArchiveError, match="damaged index"):
        unpack_block(packed[first:])


def test_what_a_change_of_stock_text_concerns() -> None:
    import numpy as np

    def stock(*runs: int) -> StockText:
        return StockText(runs=pack_hashes(np.array(runs, dtype=np.uint64)))

    block = block_of([[1, 2, 3], [2, 9], [5], [7]])
    assert find_stock_changes(block, stock(2, 5), stock(2, 5)) == frozenset()
    assert find_stock_changes(block, stock(2, 5), stock(2, 7)) == {"é2 ", "é3 "}
    assert find_stock_changes(block, StockText(), stock(2)) == {"é0 ", "é1 "}
    assert find_stock_changes(block, stock(4), StockText()) == frozenset()
