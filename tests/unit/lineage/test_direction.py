import pytest

from firsthand.lineage import LineageSettings, judge_lineage
from firsthand.model import Article, Credit, CreditRole, Direction, Passage, PassageKind, Relation, Source, Span

SETTINGS = LineageSettings()


def make(name, length=100, *, full=(), partial=(), cites=(), **fields):
    named = [Credit(name=source, span=Span(0, 1), role=CreditRole.FULL) for source in full]
    named += [Credit(name=source, span=Span(0, 1), role=CreditRole.PARTIAL) for source in partial]
    return Article(
        article=name,
        text="x" * length,
        body=(Span(0, length),),
        credits=tuple(named),
        agencies=(*full, *partial),
        cites=tuple(cites),
        source=Source(sha256="", bytes_kept=0),
        **fields,
    )


def passage(a_end, b_end, kind=PassageKind.VERBATIM):
    return Passage(a="a", b="b", a_span=Span(0, a_end), b_span=Span(0, b_end), kind=kind, similarity=1.0)


def judge(a, b, *passages):
    return judge_lineage(a, b, passages or (passage(60, 60),), SETTINGS)


def test_no_passage_no_lineage():
    assert judge_lineage(make("a"), make("b"), (), SETTINGS) is None


def test_nothing_said_is_unknown():
    found = judge(make("a"), make("b"))
    assert found.direction is Direction.UNKNOWN
    assert found.via is None
    assert found.evidence


def test_publication_time_alone_decides_nothing():
    a = make("a", published="2020-03-02T08:00+00:00", published_precision="minute")
    b = make("b", published="2020-03-02T11:00+00:00", published_precision="minute")
    assert judge(a, b, passage(100, 100)).direction is Direction.UNKNOWN


def test_one_agency_in_both_is_a_common_source():
    found = judge(make("a", full=["Reuters"]), make("b", full=["Reuters"]))
    assert (found.direction, found.via, found.relation) == (Direction.COMMON_SOURCE, "Reuters", Relation.COMMON)


def test_full_credit_in_one_is_a_common_source():
    found = judge(make("a", full=["AFP"]), make("b"))
    assert (found.direction, found.via) == (Direction.COMMON_SOURCE, "AFP")


def test_the_agency_itself_is_the_giver():
    found = judge(
        make("a", full=["Reuters"], outlet="newsisland.example"), make("b", full=["Reuters"], outlet="reuters.com")
    )
    assert (found.direction, found.via) == (Direction.B_TO_A, "Reuters")


def test_citing_the_other_outlet_gives_a_direction():
    found = judge(make("a", outlet="The Northaven Star"), make("b", outlet="Tolm Today", cites=["Northaven Star"]))
    assert (found.direction, found.via) == (Direction.A_TO_B, "Northaven Star")


def test_two_outlets_that_cite_each_other_stay_unknown():
    a = make("a", outlet="Northaven Star", cites=["Tolm Today"])
    b = make("b", outlet="Tolm Today", cites=["Northaven Star"])
    assert judge(a, b).direction is Direction.UNKNOWN


def test_a_taker_that_was_out_long_before_stays_unknown():
    a = make("a", outlet="Northaven Star", published="2020-05-01")
    b = make("b", outlet="Tolm Today", cites=["Northaven Star"], published="2020-03-01")
    found = judge(a, b)
    assert found.direction is Direction.UNKNOWN
    assert any("before" in reason for reason in found.evidence)


def test_captions_alone_say_nothing_of_the_text():
    found = judge(make("a", full=["AFP"]), make("b", full=["AFP"]), passage(60, 60, PassageKind.CAPTION))
    assert found.direction is Direction.UNKNOWN
    assert found.containment_a == 0.0


def test_one_address_is_a_version():
    found = judge(make("a", url="https://www.star.example/a?x=1"), make("b", url="http://star.example/a/?x=1"))
    assert found.relation is Relation.VERSION


@pytest.mark.parametrize(
    ("spans", "lengths", "relation"),
    [
        ((95, 95), (100, 100), Relation.REPRINT),
        ((95, 95), (100, 400), Relation.CUT),
        ((70, 70), (100, 100), Relation.REWRITE),
        ((40, 40), (100, 100), Relation.EXCERPT),
    ],
)
def test_relation_follows_the_shares(spans, lengths, relation):
    found = judge(make("a", lengths[0]), make("b", lengths[1]), passage(*spans))
    assert found.relation is relation


def test_overlapping_passages_count_once():
    found = judge(make("a"), make("b"), passage(60, 60), passage(60, 60))
    assert found.containment_a == 0.6


def test_order_of_the_two_does_not_matter():
    a, b = make("a", full=["AFP"]), make("b")
    assert judge(b, a) == judge(a, b)


def test_an_address_that_cannot_be_read_tells_nothing():
    found = judge(make("a", url="http://[::1", urls=("http://[",)), make("b", url="http://[::1"))
    assert found.relation is not Relation.VERSION
    assert found.direction is Direction.UNKNOWN


def test_whoever_prints_a_press_release_has_it_from_its_sender():
    release = make("b", kind="release", outlet="Ell Bridges", published="2031-05-02T09:00")
    report = make("a", outlet="Ellmouth Gazette", published="2031-05-02T08:00")
    lineage = judge(report, release, passage(80, 80))
    assert (lineage.direction, lineage.via) == (Direction.B_TO_A, "Ell Bridges")
    assert "press release" in lineage.evidence[0]
    assert judge(release, make("c"), passage(80, 80)).direction is Direction.A_TO_B
    assert judge(release, make("c", kind="release"), passage(80, 80)).direction is Direction.UNKNOWN


def test_a_press_release_of_a_later_day_may_quote_the_report():
    release = make("b", kind="release", outlet="Ell Bridges", published="2031-05-03")
    report = make("a", outlet="Ellmouth Gazette", published="2031-05-02T08:00")
    assert judge(report, release, passage(80, 80)).direction is Direction.UNKNOWN
