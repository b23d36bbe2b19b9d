"""Direction: the same whichever way round a pair is asked, and never without a reason."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.lineage import LineageSettings, judge_lineage
from firsthand.lineage.third_text import settle_lineages
from firsthand.model import Article, Credit, CreditRole, Direction, Passage, PassageKind, Relation, Source, Span

HOUSES = ["The Northaven Star", "Tolm Today", "Reuters", "AFP", "CNN"]
PIECES = [
    "The ferry ran aground.",
    "he told the Northaven Star.",
    "CNN affiliate Carrow Four showed it.",
    "An AFP correspondent saw it.",
    "The labour centre realised it.",
    "The labor center realized it.",
    "On 20 March 2031 it was towed away.",
    "An earlier version of this article said that 12 died.",
    "This article was originally published by Tolm Today.",
    "Read more at Tolm Today.",
    "(Reporting by Ada Moor; Editing by Jon Vale)",
]
LENGTH = 120
OPPOSITE = {Direction.A_TO_B: Direction.B_TO_A, Direction.B_TO_A: Direction.A_TO_B}


@st.composite
def articles(draw: st.DrawFn, name: str) -> Article:
    text = "\n".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))).ljust(LENGTH, "x")
    roles = st.sampled_from([CreditRole.FULL, CreditRole.PARTIAL, CreditRole.CITED, CreditRole.PHOTO])
    named = draw(st.lists(st.tuples(st.sampled_from([*HOUSES, "Agencies"]), roles, st.integers(0, 50)), max_size=3))
    return Article(
        article=name,
        text=text,
        body=(Span(0, len(text)),),
        outlet=draw(st.sampled_from([None, *HOUSES])),
        kind=draw(st.sampled_from(["article", "article", "release"])),
        credits=tuple(Credit(name=house, span=Span(at, at + 2), role=role) for house, role, at in named),
        agencies=tuple(house for house, role, _ in named if role in {CreditRole.FULL, CreditRole.PARTIAL}),
        cites=tuple(house for house, role, _ in named if role is CreditRole.CITED),
        published=draw(st.sampled_from([None, "2031-03-04", "2031-03-04T08:00Z", "2031-03-12T08:00+02:00", "2031-07"])),
        byline=draw(st.sampled_from([None, "Ada Moor", "Ada Moor, Tolm Today"])),
        source=Source(sha256="", bytes_kept=0),
    )


@st.composite
def pairs(draw: st.DrawFn, a: str, b: str) -> tuple[Passage, ...]:
    ends = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.booleans()), min_size=1, max_size=3))
    return tuple(
        Passage(
            a=a,
            b=b,
            a_span=Span(one, one + 40),
            b_span=Span(other, other + 40),
            kind=PassageKind.CAPTION if is_caption else PassageKind.EDITED,
            similarity=0.9,
        )
        for one, other, is_caption in ends
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_names_of_articles_turn_the_direction_and_nothing_else(data: st.DataObject) -> None:
    one, other = data.draw(articles("a")), data.draw(articles("b"))
    found = judge_lineage(one, other, data.draw(pairs("a", "b")), LineageSettings())
    assert found is not None
    assert found.evidence
    assert judge_lineage(other, one, (), LineageSettings()) is None
    if found.direction is Direction.COMMON_SOURCE:
        assert found.relation is Relation.COMMON


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_pair_seen_from_the_other_side_is_the_same_pair(data: st.DataObject) -> None:
    one, other, passages = data.draw(articles("a")), data.draw(articles("b")), data.draw(pairs("a", "b"))
    found = judge_lineage(one, other, passages, LineageSettings())
    turned = tuple(replace(p, a="b", b="c", a_span=p.b_span, b_span=p.a_span) for p in passages)
    back = judge_lineage(replace(one, article="c"), other, turned, LineageSettings())
    assert found is not None
    assert back is not None
    assert back.direction is OPPOSITE.get(found.direction, found.direction)
    assert (back.containment_a, back.containment_b) == (found.containment_b, found.containment_a)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_settling_a_pile_is_free_of_order(data: st.DataObject) -> None:
    pile = {name: data.draw(articles(name)) for name in "abcd"}
    found, passages = [], []
    for one, other in ("ab", "ac", "bc", "bd", "cd"):
        shared = data.draw(pairs(one, other))
        lineage = judge_lineage(pile[one], pile[other], shared, LineageSettings())
        assert lineage is not None
        found.append(lineage)
        passages += shared
    settled = settle_lineages(found, passages, pile)
    order = data.draw(st.permutations(range(len(found))))
    again = settle_lineages([found[place] for place in order], passages[::-1], pile)
    assert again == [settled[place] for place in order]
    for before, after in zip(found, settled, strict=True):
        assert before == after or before.direction is Direction.UNKNOWN
