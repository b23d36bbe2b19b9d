"""Statement by outlet: each state, what it rests on, and what comes first."""

from __future__ import annotations

from tests.unit.accounts.invented_affair import InventedAffair

from firsthand.accounts import AccountsSettings, align_statements, judge_coverage
from firsthand.model import Coverage

SETTINGS = AccountsSettings()
FERRY = "The ferry Astral Queen struck a reef off Norbury harbour shortly before dawn."
LOAD = "Inspectors had warned the owners twice about rusted lifeboat winches in the autumn."
BREAD = "Bakers in the market square sold out of rye loaves and honey cakes by noon."


def judge(affair: InventedAffair) -> list[Coverage]:
    built = affair.build()
    return judge_coverage(built, align_statements(built, SETTINGS), SETTINGS)


def states(affair: InventedAffair, words: str) -> dict[str, str]:
    """The state of each outlet for the statement that has a sentence of these words."""
    built = affair.build()
    statements = align_statements(built, SETTINGS)
    (name,) = {
        each.statement
        for each in statements
        for sentence in each.sentences
        if affair.words(sentence.article, sentence.span) == words
    }
    return {row.outlet: row.status for row in judge_coverage(built, statements, SETTINGS) if row.statement == name}


def test_reported_and_not_mentioned_with_what_they_rest_on() -> None:
    affair = InventedAffair()
    affair.add("a", f"{FERRY} {LOAD}")
    affair.add("b", FERRY)
    affair.add("c", f"{LOAD} {BREAD}")
    assert states(affair, FERRY) == {"The A": "reported", "The B": "reported", "The C": "not mentioned"}
    silent = next(row for row in judge(affair) if row.status == "not mentioned" and row.outlet == "The C")
    assert (silent.evidence, silent.articles, silent.places) == (("not found in c",), ("c",), ())
    told = next(row for row in judge(affair) if row.status == "reported" and row.outlet == "The B")
    assert [affair.words(*place) for place in told.places] == [FERRY]


def test_cut_where_the_text_was_taken_from_an_article_that_tells_it() -> None:
    affair = InventedAffair()
    affair.add("a", f"{FERRY} {LOAD}")
    affair.add("b", f"{FERRY} {BREAD}")
    affair.copy("a", "b", FERRY, direction="a->b")
    assert states(affair, LOAD) == {"The A": "reported", "The B": "cut"}
    row = next(row for row in judge(affair) if row.status == "cut")
    assert row.evidence == ("b has 90% of its text from a, which tells it",)
    assert [affair.words(*place) for place in row.places] == [LOAD]


def test_not_cut_where_the_direction_is_unknown_but_the_row_says_so() -> None:
    affair = InventedAffair()
    affair.add("a", f"{FERRY} {LOAD}")
    affair.add("b", f"{FERRY} {BREAD}")
    affair.copy("a", "b", FERRY, direction="unknown")
    assert states(affair, LOAD) == {"The A": "reported", "The B": "not mentioned"}
    row = next(row for row in judge(affair) if row.outlet == "The B" and row.places)
    assert "who has it from whom is not known" in row.evidence[1]


def test_not_cut_from_an_account_of_its_own_that_took_a_paragraph() -> None:
    affair = InventedAffair()
    affair.add("a", f"{FERRY} {LOAD}", names={"Norbury": "GPE"})
    affair.add("b", f"{FERRY} {BREAD}")
    affair.add("c", LOAD)
    affair.copy("a", "b", FERRY, direction="a->b", relation="excerpt", shares=(0.5, 0.2))
    assert states(affair, LOAD)["The B"] == "not mentioned"


def test_published_before_the_day_it_tells_of_or_the_first_report() -> None:
    affair = InventedAffair()
    affair.add("a", LOAD, published="2031-05-03")
    for name in ("b", "c"):
        affair.add(name, f"{FERRY} {LOAD}", published="2031-05-05", times={"dawn": "2031-05-05"})
    assert states(affair, FERRY)["The A"] == "published before"
    row = next(row for row in judge(affair) if row.status == "published before")
    assert row.evidence == ("published 2031-05-03; it tells of 2031-05-05",)
    affair.add("d", BREAD, published=None)
    assert states(affair, FERRY)["The D"] == "not mentioned"


def test_unknown_where_an_article_could_not_be_read_as_a_whole() -> None:
    affair = InventedAffair()
    affair.add("a", FERRY)
    affair.add("b", f"{FERRY} {BREAD}")
    affair.add("left", LOAD, annotated=False)
    affair.add("foreign", LOAD, skipped="no model for Norburian")
    affair.add("broken", f"{LOAD} The owners had answered that the winches were…")
    affair.add("cutoff", f"{LOAD} The owners had answered that the winches of every lifeboat were being")
    affair.add("empty", "")
    found = states(affair, FERRY)
    assert {found[f"The {name}"] for name in ("Left", "Foreign", "Broken", "Cutoff", "Empty")} == {"unknown"}
    evidence = {row.outlet: row.evidence for row in judge(affair) if row.status == "unknown"}
    assert evidence["The Left"] == ("left: not annotated",)
    assert evidence["The Foreign"] == ("foreign: no model for Norburian",)
    assert evidence["The Broken"] == ("broken: its text breaks off",)


def test_an_outlet_that_tells_it_in_one_of_two_articles_reports_it() -> None:
    affair = InventedAffair()
    affair.add("a", FERRY, outlet="Echo")
    affair.add("b", f"{BREAD} {LOAD}", outlet="Echo")
    affair.add("c", FERRY)
    assert states(affair, FERRY) == {"Echo": "reported", "The C": "reported"}


def test_the_telling_gaps_come_first() -> None:
    affair = InventedAffair()
    affair.add("a", f"{FERRY} {LOAD}")
    affair.add("b", f"{FERRY} {BREAD}")
    affair.add("c", LOAD)
    affair.add("d", f"{LOAD} The clerk", skipped="no model for Norburian")
    affair.copy("a", "b", FERRY, direction="a->b")
    ordered = [row.status for row in judge(affair)]
    assert ordered == sorted(ordered, key=["cut", "not mentioned", "published before", "unknown", "reported"].index)
    assert ordered[0] == "cut"
