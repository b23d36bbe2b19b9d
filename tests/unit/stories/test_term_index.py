from __future__ import annotations

import random

import numpy as np
import pytest

from firsthand.stories import StoryFeatures, StoryIndex, TermBlock, open_index
from firsthand.stories.opened_index import add_block, judge_table, weigh_rows
from firsthand.stories.term_index import hash_terms, make_block, merge_blocks, without_articles
from firsthand.stories.weighting import count_terms, weigh_articles
from firsthand.text.index_blocks import blocks_to_merge

WORDS = [f"word{number}" for number in range(60)]


def describe(count, seed=1):
    draw = random.Random(seed)
    return [
        StoryFeatures(
            article=f"a{number:02}",
            words={word: draw.randrange(1, 5) for word in draw.sample(WORDS, draw.randrange(20))},
            opening=dict.fromkeys(draw.sample(WORDS, 3), 1),
            names={draw.choice(["Osby", "Lusk", "Quenby"]): 2},
            numbers={str(draw.randrange(30)): 1},
            event_date=draw.choice([None, "2031-05-01"]),
            vector=bytes(draw.choices(range(256), k=512)),
        )
        for number in range(count)
    ]


def block_of(features, known=()):
    return make_block(features, map(count_terms, features), np.array(known, dtype=np.uint64))


def grow(portions):
    index = open_index(StoryIndex())
    for portion in portions:
        index = add_block(index, block_of(portion, index.hashes), [1.0] * len(portion))
    return index


def test_vectors_from_the_index_are_those_of_a_grouping_of_everything():
    features = describe(40)
    index = grow([features[:7], features[7:20], features[20:]])
    index = open_index(
        StoryIndex(
            blocks=index.record.blocks,
            table=judge_table(index.record.blocks, index.voices),
            voices=index.record.voices,
            nearest=index.record.nearest,
        )
    )
    numbers = np.array([1, 5, 6, 7, 30, 39])
    fresh = weigh_articles(features, [1.0] * 40)
    kept = weigh_rows(index, numbers)
    for kind in ("words", "opening", "names", "numbers"):
        one, other = getattr(fresh, kind).matrix[numbers], getattr(kept, kind).matrix
        assert np.allclose((one @ one.T).toarray(), (other @ other.T).toarray(), atol=1e-4)
        assert other.nnz > 0


def test_terms_are_found_in_the_articles_that_hold_them():
    features = describe(30)
    index = grow([features[:10], features[10:]])
    for term in WORDS[:10]:
        number = int(np.flatnonzero(index.hashes == hash_terms(0, [term])[0])[0])
        found = {
            index.articles[block.first + place]
            for block in index.blocks
            if number < block.holders.shape[0]
            for place in block.holders[number].indices.tolist()
        }
        assert found == {one.article for one in features if term in one.words}


@pytest.mark.parametrize("portions", [1, 3, 8])
def test_one_index_however_it_was_cut(portions):
    features = describe(48)
    index = grow([features[start : start + 48 // portions] for start in range(0, 48, 48 // portions)])
    assert index.articles == tuple(one.article for one in features)
    assert open_index(index.record).record == index.record
    merged = merge_blocks(index.record.blocks)
    for name in ("articles", "languages", "happened", "published", "vectors", "sizes"):
        assert getattr(merged, name) == getattr(block_of(features), name)
    table = judge_table([merged], index.voices)
    whole = judge_table([block_of(features)], index.voices)
    assert sorted(np.frombuffer(table.frequencies, dtype="<f4")) == sorted(
        np.frombuffer(whole.frequencies, dtype="<f4")
    )
    assert (table.articles, table.voices) == (48, 48.0)


def test_articles_that_went_leave_the_rest_as_it_was():
    features = describe(12)
    block = without_articles(block_of(features), {"a03", "a11"})
    left = [one for one in features if one.article not in {"a03", "a11"}]
    fresh = block_of(left)
    assert (block.articles, block.vectors, block.sizes) == (fresh.articles, fresh.vectors, fresh.sizes)
    assert len(block.columns) == len(fresh.columns)
    assert without_articles(block, {"nobody"}) is block


def test_a_term_repeated_very_often_fits_its_byte():
    index = grow([[StoryFeatures(article="a", words={"word": 100_000})]])
    assert weigh_rows(index, np.array([0])).words.matrix.data[0] > 0


def test_few_blocks_are_kept():
    sizes: list[int] = []
    written = 0
    for _ in range(500):
        sizes.append(10)
        count = blocks_to_merge(sizes)
        if count:
            sizes[-count:] = [sum(sizes[-count:])]
            written += sizes[-1]
    assert sum(sizes) == 5000
    assert len(sizes) <= 9
    assert written <= 5000 * 9


def test_an_index_of_nothing():
    assert open_index(StoryIndex()).record == StoryIndex()
    assert merge_blocks([]) == TermBlock()
