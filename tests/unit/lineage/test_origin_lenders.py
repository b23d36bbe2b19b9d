from dataclasses import replace

from tests.unit.lineage.invented_accounts import Shared, group, make, members

from firsthand.lineage import group_origins, judge_lineage
from firsthand.lineage.settings import LineageSettings
from firsthand.model import Direction, Origin, Passage, PassageKind, Span


def test_all_lenders_are_named_the_one_with_most_first() -> None:
    articles = [make("a", full=["AFP"]), make("b", full=["Reuters"]), make("c"), make("m", outlet="Orlan Post")]
    shared: list[Shared] = [
        ("a", "m", (0, 20), (0, 20)),
        ("b", "m", (0, 40), (30, 70)),
        ("c", "m", (0, 10), (80, 90)),
    ]
    origins = group(articles, shared, [("a", "b", "c", "m")], [("m", "c")])
    assert members(origins) == [("a",), ("b",), ("c",), ("m",)]
    a, b, c, m = origins
    assert m.borrows_from == (b.origin, a.origin, c.origin)
    assert [origin.mixed for origin in origins] == [False, False, False, True]
    assert "10% of the body of m also stands in c and is from there" in m.evidence
    assert "10% of the body of m stands in c and is from there" in c.evidence


def test_a_lender_that_is_not_here_is_named() -> None:
    articles = [make("a", partial=["AFP"], agencies=("AFP",)), make("b", partial=["AFP"], agencies=("AFP",))]
    origins = group(articles, [("a", "b", (0, 30), (0, 30))])
    assert [origin.borrows_from for origin in origins] == [("AFP",), ("AFP",)]


def test_a_partial_credit_is_a_lender_whose_text_is_not_seen() -> None:
    [origin] = group([make("a", outlet="Orlan Post", partial=["AFP"])])
    assert origin.borrows_from == ("AFP",)
    assert origin.mixed
    assert "a credits a part of its text to AFP; which part is not seen here" in origin.evidence


def test_an_agency_borrows_only_where_that_is_known() -> None:
    articles = [make("a", full=["AFP"]), make("b", outlet="Orlan Post")]
    shared: list[Shared] = [("a", "b", (0, 30), (0, 30))]
    assert [origin.mixed for origin in group(articles, shared)] == [False, True]
    assert [origin.mixed for origin in group(articles, shared, takers=[("a", "b")])] == [True, False]


def test_a_source_that_several_origins_name_is_said() -> None:
    articles = [make(name, cites=("Teletica",)) for name in "abc"]
    first = group(articles, (), [("a", "b", "c")])[0]
    assert "a names Teletica as the source of a statement, as 2 other origins do: that rests on Teletica" in (
        first.evidence
    )
    assert not any("Teletica" in line for line in group(articles)[0].evidence)


def test_a_lender_of_another_part_is_known_by_its_origin_alone() -> None:
    a, b = make("a", outlet="Orlan Post"), make("b", full=["AFP"])
    passage = Passage(a="a", b="b", a_span=Span(0, 30), b_span=Span(0, 30), kind=PassageKind.VERBATIM, similarity=1.0)
    lineage = judge_lineage(a, b, [passage], LineageSettings())
    assert lineage is not None
    lineage = replace(lineage, direction=Direction.UNKNOWN)
    outside = {"b": Origin(origin="o-b", name="AFP report", stories=(), articles=("b",), source="AFP")}
    [origin] = group_origins([], {"a": a}, [lineage], [passage], LineageSettings(), outside)
    assert origin.borrows_from == ("o-b",)
    assert group_origins([], {"a": a}, [lineage], [passage], LineageSettings())[0].borrows_from == ()
