"""Whatever the text: quantities lie inside it, in order, with values that can be read, however hostile the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.language.parse import ArticleParse, Name, ParagraphParse, Word, join_parses
from firsthand.language.quantities import find_quantities
from firsthand.language.quantity_numbers import find_numbers
from firsthand.language.time_values import Anchor
from firsthand.language.times import find_times
from firsthand.model import Quantity, Quotation, Span

_PIECES = st.sampled_from(
    """
    12|1,200|3.5|10-12|3-1|half|a|an|dozen|dozens|of|one|two|twenty-one|hundred|million|thousands|third|two-thirds|7th|½
    |and|to|in|out|between|from|at least|up to|about|or more|+|$|US$|€|bn|m|k|kg|km|-|-year-old|years old|years|hours|%
    |percent|pounds|feet|-foot-three|people|killed|the|dead|were|Anna Norton|,|.|(|)|:|No.|Flight|2017|1997|death toll|
    |each|crowns|US dollars|degrees Celsius|minus|–|'|é|@x1|http://a.b/1|[8]|00|9
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_TEXTS = st.lists(_PIECES, min_size=1, max_size=40).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)
_TAGS = st.sampled_from(["NN", "NNP", "VBD", "VBN", "PRP", "IN", "CD", "DT", ".", "HYPH", "NNS", "JJ", "RB", "-LRB-"])
_DEPS = st.sampled_from(
    ["nsubj", "ROOT", "nummod", "dobj", "conj", "prep", "pobj", "acl", "amod", "compound", "nsubjpass", "attr"]
)
_KINDS = set("count money age distance percent weight area volume temperature speed duration ordinal ratio".split())


@st.composite
def parses(draw: st.DrawFn) -> ArticleParse:
    """A text with an arbitrary parse: any tree of any tags over its words."""
    text = draw(_TEXTS)
    words: list[Word] = []
    matches = list(re.finditer(r"\w+(?:\.\w+)*|[^\w\s]", text))
    for match in matches:
        head = draw(st.integers(0, len(matches) - 1))
        words.append(Word(match.start(), match.end(), match[0], match[0].lower(), draw(_TAGS), draw(_DEPS), head, 0))
    names = tuple(Name(m.start(), m.end(), "PERSON") for m in re.finditer(r"Anna Norton", text))
    return join_parses(text, [Span(0, len(text))], [ParagraphParse(tuple(words), names, 1 if words else 0)])


def read(parse: ArticleParse, quotations: tuple[Quotation, ...] = ()) -> tuple[Quantity, ...]:
    return find_quantities(parse, "a", find_times(parse, "a", Anchor()), quotations)


@settings(max_examples=60, deadline=None)
@given(parses())
def test_quantities_lie_in_the_text_in_order(parse: ArticleParse) -> None:
    found = read(parse)
    assert list(found) == sorted(found, key=lambda quantity: quantity.span)
    for quantity in found:
        assert 0 <= quantity.span.start < quantity.span.end <= len(parse.text)
        assert quantity.kind in _KINDS | {"score", "other"}
        assert (quantity.unit is not None) == (quantity.kind not in {"count", "ordinal", "ratio", "score"})
        assert quantity.of != ""
    assert found == read(parse)


@settings(max_examples=60, deadline=None)
@given(parses())
def test_a_value_is_a_number_or_two_or_words_of_the_text(parse: ArticleParse) -> None:
    for quantity in read(parse):
        if isinstance(quantity.value, float):
            assert abs(quantity.value) < 1e28
        elif quantity.value[0].isdigit():
            low, high = map(float, quantity.value.split("-"))
            assert quantity.kind in {"score", "ratio"} or low < high
        else:
            written = " ".join(parse.text[quantity.span.start : quantity.span.end].lower().split())
            assert quantity.value in written


@settings(max_examples=60, deadline=None)
@given(parses(), st.data())
def test_credit_is_that_of_a_quotation_round_it(parse: ArticleParse, data: st.DataObject) -> None:
    ends = st.integers(0, len(parse.text))
    spans = data.draw(st.lists(st.tuples(ends, ends).filter(lambda pair: pair[0] < pair[1]), max_size=5))
    quotations = tuple(
        Quotation(quotation=str(n), article="a", span=Span(*s), spans=(Span(*s),), kind="direct", speaker_name=str(n))
        for n, s in enumerate(spans)
    )
    for quantity in read(parse, quotations):
        if quantity.attributed_to is not None:
            start, end = spans[int(quantity.attributed_to)]
            assert start < quantity.span.end
            assert quantity.span.start < end


@pytest.mark.parametrize(
    "text",
    [
        "9" * 20_000,
        "9," * 10_000,
        "9 " * 10_000,
        "1.2." * 5_000,
        "one " * 5_000,
        "hundred and " * 3_000,
        "twenty-" * 5_000,
        "$" * 20_000,
        "a" * 20_000 + "@",
        "12-" * 5_000,
        "a half " * 5_000,
        "more than " * 5_000 + "5",
        "(12) " * 4_000,
        "½" * 20_000,
    ],
)
def test_a_hostile_text_ends(text: str) -> None:
    parse = join_parses(text, [Span(0, len(text))], [ParagraphParse()])
    assert all(quantity.span.end <= len(text) for quantity in read(parse))
    assert all(number.end <= len(text) for number in find_numbers(text, 0, len(text)))
