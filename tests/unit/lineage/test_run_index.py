import msgspec
import numpy as np
import pytest

from firsthand.errors import InputError
from firsthand.lineage import Fingerprint, RunBlock, make_block, merge_blocks
from firsthand.lineage.run_index import find_shared, read_sizes, split_entries
from firsthand.text.index_blocks import blocks_to_merge
from firsthand.text.shingles import pack_hashes


def item(name, *runs, outlet=None):
    return Fingerprint(article=name, outlet=outlet, runs=pack_hashes(np.array(sorted(runs), dtype=np.uint64)))


def test_a_block_holds_its_articles_in_order_of_ids():
    block = make_block([item("b", 7, 9, outlet="Isle Daily"), item("a", 9, 2**40 - 1), item("c")])
    assert block.articles == ("a", "b", "c")
    assert block.outlets == (None, "Isle Daily", None)
    assert read_sizes(block).tolist() == [2, 2, 0]
    runs, places = split_entries(np.frombuffer(block.entries, dtype="<u8"))
    assert list(zip(runs.tolist(), places.tolist(), strict=True)) == [(7, 1), (9, 0), (9, 1), (2**40 - 1, 0)]


def test_only_runs_of_two_articles_are_shared():
    block = make_block([item("a", 1, 2, 3), item("b", 2, 3, 4), item("c", 3, 5)])
    runs, places = split_entries(find_shared(block))
    assert list(zip(runs.tolist(), places.tolist(), strict=True)) == [(2, 0), (2, 1), (3, 0), (3, 1), (3, 2)]
    assert len(find_shared(make_block([item("a", 1)]))) == 0


def test_shared_runs_are_found_across_the_pieces_in_which_they_are_looked_for():
    many = range(1, (1 << 20) + 6)
    block = make_block([item("a", *many), item("b", 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1)])
    runs, _ = split_entries(find_shared(block))
    assert sorted(set(runs.tolist())) == [1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1]


def test_nothing_makes_an_empty_block():
    assert make_block([]) == RunBlock() == merge_blocks([])
    assert merge_blocks([RunBlock(), make_block([item("a", 1)]), RunBlock()]) == make_block([item("a", 1)])


def test_an_article_stands_in_one_block_only():
    with pytest.raises(InputError, match="Article a stands twice"):
        make_block([item("a", 1), item("a", 2)])
    with pytest.raises(InputError, match="Article a stands twice"):
        merge_blocks([make_block([item("a", 1)]), make_block([item("a", 2)])])


def test_blocks_survive_storage():
    block = make_block([item("a", 1, 2), item("b", 2, outlet="Isle Daily")])
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(block), type=RunBlock) == block


@pytest.mark.parametrize(
    ("sizes", "count"),
    [([], 0), ([5], 0), ([100, 5], 0), ([5, 5], 2), ([3, 5], 2), ([100, 10, 10], 2), ([20, 10, 10], 3), ([100, 0], 0)],
)
def test_blocks_are_merged_when_they_are_alike_in_size(sizes, count):
    assert blocks_to_merge(sizes) == count


def test_few_blocks_are_kept_and_few_entries_written_again():
    sizes, written = [], 0
    for _ in range(1000):
        sizes.append(1)
        count = blocks_to_merge(sizes)
        if count:
            sizes[-count:] = [sum(sizes[-count:])]
            written += sizes[-1]
    assert len(sizes) <= 10
    assert written <= 1000 * 10
