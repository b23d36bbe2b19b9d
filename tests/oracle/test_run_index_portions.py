"""Stock text and candidates from an index that grew in portions, against those from a fresh one of all articles."""

import random

import pytest

from firsthand.errors import InputError
from firsthand.lineage import (
    Fingerprint,
    LineageSettings,
    find_arrived_candidates,
    find_candidates,
    find_indexed_candidates,
    judge_indexed_stock_text,
    judge_stock_text,
    make_block,
    merge_blocks,
)
from firsthand.text.index_blocks import blocks_to_merge
from firsthand.text.shingles import hash_words, pack_hashes

SETTINGS = LineageSettings(rare_articles=12, hub_articles=3, small_archive=40, stock_articles=3)


def invent(seed, count=150):
    """Fingerprints whose runs repeat: few in one outlet, some in groups of copies, one in very many."""
    draw = random.Random(seed)
    reports = [[f"r{number}-{place}" for place in range(12)] for number in range(15)]
    made = []
    for number in range(count):
        outlet = draw.choice(["The Sound", "Ferry Post", "Isle Daily", None])
        runs = {f"own {number} {place}" for place in range(draw.randrange(30))}
        runs |= set(draw.sample(draw.choice(reports), draw.randrange(12)))
        runs |= {f"prompt of {outlet} {place}" for place in range(2) if draw.random() < 0.5}
        runs |= {"everywhere"} if draw.random() < 0.5 else set()
        packed = pack_hashes(sorted_hashes(runs))
        made.append(Fingerprint(article=f"n{draw.random():.12f}", outlet=outlet, runs=packed))
    return made


def sorted_hashes(runs):
    hashes = hash_words(sorted(runs)) >> 24
    hashes.sort()
    return hashes


def judge(index):
    stock = judge_indexed_stock_text(index, SETTINGS)
    return stock, find_indexed_candidates(index, stock, SETTINGS)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("portions", [1, 2, 10, 150])
def test_portions_give_what_a_fresh_index_gives(seed, portions):
    items = invent(seed)
    draw = random.Random(seed)
    cuts = sorted(draw.randrange(len(items) + 1) for _ in range(portions - 1))
    blocks, seen = [], 0
    for cut in [*cuts, len(items)]:
        blocks.append(make_block(items[seen:cut]))
        seen = cut
        count = blocks_to_merge([len(block.entries) for block in blocks])
        if count:
            blocks[-count:] = [merge_blocks(blocks[-count:])]
        now = items[:seen]
        stock = judge_stock_text(now, SETTINGS)
        if seen % 7 == 0 or seen == len(items):
            assert judge(merge_blocks(blocks)) == (stock, find_candidates(now, stock, SETTINGS))
    assert merge_blocks(blocks[::-1]) == make_block(items)
    assert len(stock.runs) > 0
    assert len(find_candidates(items, stock, SETTINGS)) > 50


@pytest.mark.parametrize("seed", range(6))
def test_articles_left_out_are_as_never_added(seed):
    items = invent(seed, count=80)
    gone = {item.article for item in items[10:50:3]}
    left = [item for item in items if item.article not in gone]
    blocks = [make_block(items[:30]), make_block(items[30:])]
    assert merge_blocks(blocks, without=gone) == make_block(left)
    assert merge_blocks([make_block(items)], without=gone) == make_block(left)
    # A newer state of an article replaces the older one.
    newer = make_block([Fingerprint(article=items[12].article, outlet="Isle Daily", runs=items[13].runs)])
    assert (
        merge_blocks([merge_blocks(blocks, without={items[12].article}), newer]).articles == make_block(items).articles
    )


@pytest.mark.parametrize("seed", range(4))
def test_candidates_are_those_of_counting_by_hand(seed):
    settings = LineageSettings(small_archive=1)
    items = invent(seed, count=60)
    stock = judge_stock_text([], settings)
    held = {item.article: {item.runs[place : place + 5] for place in range(0, len(item.runs), 5)} for item in items}
    holders = {}
    for article, runs in held.items():
        for run in runs:
            holders.setdefault(run, []).append(article)
    weights = {}
    for together in holders.values():
        for one in together:
            for other in together:
                if one < other:
                    weights[one, other] = weights.get((one, other), 0.0) + (len(together) - 1) ** -0.25
    expected = sorted(pair for pair, weight in weights.items() if weight >= settings.fewest_runs - 1e-9)
    assert max(map(len, holders.values())) <= settings.rare_articles
    assert find_candidates(items, stock, settings) == expected


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("arrived", [0, 1, 20, 150])
def test_candidates_of_arrived_articles_are_those_of_the_whole_index(seed, arrived):
    items = invent(seed)
    draw = random.Random(seed)
    old, new = items[arrived:], items[:arrived]
    cuts = sorted(draw.randrange(len(old) + 1) for _ in range(3))
    blocks = [make_block(old[first:last]) for first, last in zip([0, *cuts], [*cuts, len(old)], strict=True)]
    whole = merge_blocks([*blocks, make_block(new)])
    stock, names = judge_indexed_stock_text(whole, SETTINGS), {item.article for item in new}
    expected = [pair for pair in find_indexed_candidates(whole, stock, SETTINGS) if not names.isdisjoint(pair)]
    assert find_arrived_candidates(blocks, make_block(new), stock, SETTINGS) == expected
    assert find_arrived_candidates(blocks[::-1], make_block(new[::-1]), stock, SETTINGS) == expected
    assert len(stock.runs) > 0
    assert len(expected) > 0 or arrived < 2


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("small_archive", [100, 1])
def test_candidates_of_newer_states_do_not_know_the_older(seed, small_archive):
    settings = LineageSettings(rare_articles=12, hub_articles=3, small_archive=small_archive, stock_articles=3)
    items = invent(seed, count=120)
    newer = [
        Fingerprint(article=item.article, outlet=other.outlet, runs=other.runs)
        for item, other in zip(items[5:40:5], items[60::5], strict=False)
    ]
    new, names = [*newer, *items[110:]], {item.article for item in [*newer, *items[110:]]}
    gone = {item.article for item in [*newer, *items[50:60:2]]}
    blocks = [make_block(items[:30]), make_block(items[30:110])]
    whole = merge_blocks([merge_blocks(blocks, without=gone), make_block(new)])
    stock = judge_indexed_stock_text(whole, settings)
    expected = [pair for pair in find_indexed_candidates(whole, stock, settings) if not names.isdisjoint(pair)]
    assert find_arrived_candidates(blocks, make_block(new), stock, settings, without=gone) == expected
    assert len(expected) > 0
    with pytest.raises(InputError, match="stands twice"):
        find_arrived_candidates(blocks, make_block(new), stock, settings)
