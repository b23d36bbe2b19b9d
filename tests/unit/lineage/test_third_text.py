"""What the rest of a pile says of a pair that says nothing of itself."""

import random
from dataclasses import replace

from firsthand.lineage import LineageSettings, judge_lineage
from firsthand.lineage.third_text import is_settled, settle_lineages
from firsthand.model import Article, Credit, CreditRole, Direction, Passage, PassageKind, Relation, Source, Span

SETTINGS = LineageSettings()


def make(name, outlet, *, full=(), cites=(), cited_at=0, published=None):
    named = [Credit(name=source, span=Span(0, 1), role=CreditRole.FULL) for source in full]
    named += [Credit(name=source, span=Span(cited_at, cited_at + 1), role=CreditRole.CITED) for source in cites]
    return Article(
        article=name,
        text="x" * 1000,
        body=(Span(0, 1000),),
        outlet=outlet,
        credits=tuple(named),
        agencies=tuple(full),
        cites=tuple(cites),
        published=published,
        source=Source(sha256="", bytes_kept=0),
    )


def shared(a, a_start, a_end, b, b_start, b_end):
    return Passage(
        a=a, b=b, a_span=Span(a_start, a_end), b_span=Span(b_start, b_end), kind=PassageKind.EDITED, similarity=0.8
    )


def settle(articles, passages):
    by_id = {article.article: article for article in articles}
    pairs = sorted({(passage.a, passage.b) for passage in passages})
    lineages = []
    for a, b in pairs:
        found = tuple(passage for passage in passages if (passage.a, passage.b) == (a, b))
        lineages.append(judge_lineage(by_id[a], by_id[b], found, SETTINGS))
    return {(each.a, each.b): each for each in settle_lineages(lineages, passages, by_id)}


GIVER = make("g", "The Northaven Star", published="2031-03-02")
WITNESS = make("w", "Tolm Today", cites=["The Northaven Star"], cited_at=110, published="2031-03-03")
TAKER = make("t", "carrow.example", published="2031-03-20")
PASSAGES = [
    shared("g", 100, 200, "w", 100, 200),
    shared("g", 100, 200, "t", 300, 400),
    shared("g", 400, 600, "t", 500, 700),
    shared("t", 300, 400, "w", 100, 200),
]


def test_a_witness_says_whose_text_the_third_has():
    found = settle([GIVER, WITNESS, TAKER], PASSAGES)["g", "t"]
    assert (found.direction, found.via) == (Direction.A_TO_B, "The Northaven Star")
    assert is_settled(found)
    assert found.evidence[0].count("w,") == 1


def test_without_the_witness_it_stays_unknown():
    found = settle([GIVER, TAKER], [each for each in PASSAGES if "w" not in {each.a, each.b}])["g", "t"]
    assert found.direction is Direction.UNKNOWN
    assert not is_settled(found)


def test_a_taker_that_is_not_known_to_be_later_stays_unknown():
    for published in (None, "2031-03-02", "2031-02-20"):
        found = settle([GIVER, WITNESS, replace(TAKER, published=published)], PASSAGES)["g", "t"]
        assert found.direction is Direction.UNKNOWN


def test_a_witness_of_other_text_says_nothing():
    passages = [shared("g", 700, 900, "w", 100, 200), *PASSAGES[1:3]]
    assert settle([GIVER, WITNESS, TAKER], passages)["g", "t"].direction is Direction.UNKNOWN


def test_a_taker_that_has_no_more_than_the_witness_may_have_it_from_there():
    passages = [PASSAGES[0], PASSAGES[1], PASSAGES[3]]
    assert settle([GIVER, WITNESS, TAKER], passages)["g", "t"].direction is Direction.UNKNOWN


def test_an_agency_in_the_taker_speaks_against_it():
    taker = replace(TAKER, agencies=("AFP",))
    assert settle([GIVER, WITNESS, taker], PASSAGES)["g", "t"].direction is not Direction.A_TO_B


def test_two_reports_of_one_house_are_no_copies():
    taker = replace(TAKER, outlet="The Northaven Star")
    assert settle([GIVER, WITNESS, taker], PASSAGES)["g", "t"].direction is Direction.UNKNOWN


def test_text_that_a_third_credits_to_an_agency_is_the_agencys():
    articles = [make("a", "The Northaven Star"), make("b", "Tolm Today"), make("c", "Carrow Post", full=["AFP"])]
    passages = [shared("a", 0, 300, "b", 0, 300), shared("a", 0, 200, "c", 0, 200), shared("b", 0, 200, "c", 0, 200)]
    found = settle(articles, passages)["a", "b"]
    assert (found.direction, found.via, found.relation) == (Direction.COMMON_SOURCE, "AFP", Relation.COMMON)


def test_too_little_of_it_in_the_third_says_nothing():
    articles = [make("a", "The Northaven Star"), make("b", "Tolm Today"), make("c", "Carrow Post", full=["AFP"])]
    passages = [shared("a", 0, 300, "b", 0, 300), shared("a", 0, 100, "c", 0, 100), shared("b", 0, 100, "c", 0, 100)]
    assert settle(articles, passages)["a", "b"].direction is Direction.UNKNOWN


def test_two_takers_of_one_text_have_it_in_common():
    articles = [
        make("a", "Tolm Today", cites=["Carrow Post"], cited_at=10),
        make("b", "The Northaven Star", cites=["Carrow Post"], cited_at=10),
        make("c", "Carrow Post"),
    ]
    passages = [shared("a", 0, 300, "b", 0, 300), shared("a", 0, 300, "c", 0, 300), shared("b", 0, 300, "c", 0, 300)]
    found = settle(articles, passages)
    assert found["a", "c"].direction is found["b", "c"].direction is Direction.B_TO_A
    assert (found["a", "b"].direction, found["a", "b"].via) == (Direction.COMMON_SOURCE, "Carrow Post")


def test_order_changes_nothing_and_settling_twice_neither():
    articles = {each.article: each for each in (GIVER, WITNESS, TAKER)}
    expected = settle([GIVER, WITNESS, TAKER], PASSAGES)
    rng = random.Random(3)
    for _ in range(5):
        passages = rng.sample(PASSAGES, len(PASSAGES))
        assert settle(rng.sample([GIVER, WITNESS, TAKER], 3), passages) == expected
    again = settle_lineages(list(expected.values()), PASSAGES, articles)
    assert again == list(expected.values())
