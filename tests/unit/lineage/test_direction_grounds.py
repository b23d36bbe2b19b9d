"""How grounds are weighed, and what times of publication say at their precision."""

import pytest

from firsthand.lineage.grounds import CONTRADICTORY, Ground, GroundKind, Objection, Weight, sides_of, weigh_grounds
from firsthand.lineage.publication_order import first_instants, is_known_later, is_out_before, order_objections
from firsthand.model import Article, Direction, Source

A_TO_B, B_TO_A, COMMON, UNKNOWN = Direction.A_TO_B, Direction.B_TO_A, Direction.COMMON_SOURCE, Direction.UNKNOWN
KINDS = [GroundKind.ORDER, GroundKind.STYLE, GroundKind.CUT, GroundKind.CORRECTION]


def ground(direction, weight, kind=GroundKind.NAMING, via=None, words=""):
    return Ground(
        kind=kind, direction=direction, weight=weight, via=via, words=words or f"{kind} {direction} {int(weight)}"
    )


def against(direction, weight):
    return Objection(direction=direction, weight=weight, words=f"against {direction}")


def test_nothing_is_unknown():
    assert weigh_grounds([], []) == (UNKNOWN, None, [])


def test_one_ground_of_text_decides_and_is_the_first_reason():
    grounds = [ground(A_TO_B, Weight.HINT, GroundKind.ORDER), ground(A_TO_B, Weight.TEXT, via="Star")]
    direction, via, reasons = weigh_grounds(grounds, [])
    assert (direction, via) == (A_TO_B, "Star")
    assert reasons[0] == grounds[1].words
    assert len(reasons) == 2


def test_hints_of_three_kinds_decide_and_two_do_not():
    grounds = [ground(B_TO_A, Weight.HINT, kind) for kind in KINDS]
    assert weigh_grounds(grounds[:2], [])[0] is UNKNOWN
    assert weigh_grounds(grounds[:3], [])[0] is B_TO_A


def test_hints_of_one_kind_are_one():
    grounds = [ground(A_TO_B, Weight.HINT, GroundKind.ORDER, words=f"hint {number}") for number in range(5)]
    assert weigh_grounds(grounds, [])[0] is UNKNOWN


@pytest.mark.parametrize("other", [B_TO_A, COMMON])
def test_reasons_that_contradict_one_another_leave_it_unknown(other):
    direction, via, reasons = weigh_grounds([ground(A_TO_B, Weight.PLACE), ground(other, Weight.TEXT)], [])
    assert (direction, via) == (UNKNOWN, None)
    assert CONTRADICTORY in reasons


def test_a_credit_for_the_whole_goes_before_the_rest():
    grounds = [ground(COMMON, Weight.WHOLE, GroundKind.CREDIT, "AFP"), ground(A_TO_B, Weight.PLACE)]
    assert weigh_grounds(grounds, [])[:2] == (COMMON, "AFP")
    assert weigh_grounds([*grounds, ground(A_TO_B, Weight.WHOLE)], [])[0] is UNKNOWN


def test_an_objection_overturns_what_weighs_no_more():
    grounds = [ground(A_TO_B, Weight.TEXT)]
    assert weigh_grounds(grounds, [against(A_TO_B, Weight.HINT)])[0] is A_TO_B
    direction, _, reasons = weigh_grounds(grounds, [against(A_TO_B, Weight.TEXT)])
    assert direction is UNKNOWN
    assert f"against {A_TO_B}" in reasons
    assert weigh_grounds(grounds, [against(B_TO_A, Weight.WHOLE)])[0] is A_TO_B


def make(name, published, updated=None, captured=None):
    source = Source(sha256="", bytes_kept=0, captured=captured)
    return Article(article=name, text="", published=published, updated=updated, source=source)


def test_a_day_is_wider_than_a_minute():
    day, minute = first_instants(make("a", "2031-03-04")), first_instants(make("a", "2031-03-04T08:00+02:00"))
    assert day[1] - day[0] == 50 * 3600 - 1
    assert minute[1] - minute[0] == 59
    assert first_instants(make("a", "2031-03")) is None
    assert first_instants(make("a", None)) is None


@pytest.mark.parametrize(
    ("updated", "captured"),
    [("2031-03-04T08:00Z", None), (None, "2031-03-04T08:00:12Z"), ("2031-03-04T08:00+00:00", None)],
)
def test_the_time_of_the_last_change_or_of_the_crawl_is_no_first_time(updated, captured):
    assert first_instants(make("a", "2031-03-04T08:00Z", updated, captured)) is None


def test_a_time_of_publication_beside_one_of_change_stands():
    assert first_instants(make("a", "2031-03-04T08:00Z", "2031-03-05T08:00Z")) is not None


@pytest.mark.parametrize(
    ("earlier", "later", "known"),
    [
        ("2031-03-04", "2031-03-05", False),  # two zones may lie between
        ("2031-03-04", "2031-03-07", True),
        ("2031-03-04T08:00", "2031-03-04T20:00", False),  # no offsets
        ("2031-03-04T08:00Z", "2031-03-04T20:00Z", True),
        ("2031-03-04T23:00-05:00", "2031-03-05T03:00Z", False),
        ("2031-03-04T08:00Z", "2031-03-04T08:00Z", False),
    ],
)
def test_order_is_known_only_where_every_reading_gives_it(earlier, later, known):
    assert is_known_later(make("b", later), make("a", earlier)) is known


def test_a_giver_dated_after_its_taker_is_doubted_more_the_longer_it_is():
    taker = make("b", "2031-03-01T08:00Z")
    weights = []
    for moment in ("2031-03-01T23:00Z", "2031-03-02T08:00Z", "2031-03-15", "2031-04-20"):
        side, _ = sides_of(make("a", moment), taker, ())
        weights.append([objection.weight for objection in order_objections(side)])
    assert weights == [[], [Weight.TEXT], [Weight.PLACE], [Weight.WHOLE]]


def test_a_later_report_is_known_by_most_of_a_day():
    taker = make("b", "2031-03-01T08:00Z")
    assert not is_out_before(taker, make("a", "2031-03-01T20:00Z"))
    assert is_out_before(taker, make("a", "2031-03-02T08:00Z"))
    assert not is_out_before(taker, make("a", "2031-06-02T08:00Z"))
