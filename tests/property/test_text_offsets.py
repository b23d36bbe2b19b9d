"""Whatever the text, tokens, lines and sentences stand where they say."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import Span, overlap_length, union_spans
from firsthand.text.lines import split_lines, split_sentences
from firsthand.text.tokens import fold_word, tokenise

texts = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from(" \n\r.!?\"'“”‘’«»()-´0123456789,AbcÉßΣ中あไ")), max_size=200
)
spans = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=12)


@given(texts)
def test_tokens_are_ordered_words_of_the_text(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end <= len(text)
        assert token.norm == fold_word(text[token.start : token.end])
        end = token.end


@given(texts, st.integers(0, 200), st.integers(0, 200))
def test_tokens_of_a_part_stay_in_it(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    assert all(start <= token.start and token.end <= end for token in tokenise(text, start, end))


@given(texts)
def test_sentences_keep_every_character_that_is_no_white_space(text: str) -> None:
    for split in (split_lines, split_sentences):
        found = split(text)
        assert found == sorted(found)
        assert all(not text[s.start].isspace() and not text[s.end - 1].isspace() for s in found)
        covered = "".join(text[s.start : s.end] for s in found)
        assert "".join(covered.split()) == "".join(text.split())


@settings(max_examples=60)
@given(spans)
def test_a_union_holds_each_character_once(found: list[Span]) -> None:
    merged = union_spans(found)
    assert {k for s in merged for k in range(*s)} == {k for s in found for k in range(*s)}
    assert all(a.end < b.start for a, b in itertools.pairwise(merged))


@given(spans, spans)
def test_overlap_counts_shared_characters(one: list[Span], other: list[Span]) -> None:
    for a in one:
        for b in other:
            assert overlap_length(a, b) == overlap_length(b, a) == len(set(range(*a)) & set(range(*b)))
