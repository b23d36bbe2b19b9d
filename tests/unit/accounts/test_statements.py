"""Statements: which sentences are laid together, whom they count for, and what of one article is one."""

from __future__ import annotations

from tests.unit.accounts.invented_affair import InventedAffair

from firsthand.accounts import AccountsSettings, align_statements
from firsthand.model import Statement

SETTINGS = AccountsSettings()
FERRY = "The ferry Astral Queen struck a reef off Norbury harbour shortly before dawn."
REEF = "Shortly before dawn the Astral Queen ran onto a reef outside Norbury harbour, and the ferry was struck."
LOAD = "Inspectors had warned the owners twice about rusted lifeboat winches in the autumn."
BREAD = "Bakers in the market square sold out of rye loaves and honey cakes by noon."


def told(affair: InventedAffair, statement: Statement) -> set[tuple[str, str]]:
    return {(each.article, affair.words(each.article, each.span)) for each in statement.sentences}


def shared(affair: InventedAffair) -> list[Statement]:
    return [each for each in align_statements(affair.build(), SETTINGS) if len(each.sentences) > 1]


def test_sentences_in_the_same_and_in_other_words_are_one_statement() -> None:
    affair = InventedAffair()
    affair.add("a", f"{FERRY} {BREAD}")
    affair.add("b", f"{LOAD} {REEF}")
    affair.add("c", FERRY)
    (statement,) = shared(affair)
    assert told(affair, statement) == {("a", FERRY), ("b", REEF), ("c", FERRY)}
    assert (statement.relation, statement.told_by) == ("same", "all")
    assert statement.origins == ("o-a", "o-b", "o-c")
    assert statement.outlets == ("The A", "The B", "The C")
    assert statement.stories == ("s-1",)


def test_sentences_about_other_things_stay_apart() -> None:
    affair = InventedAffair()
    affair.add("a", f"{FERRY} {LOAD}")
    affair.add("b", BREAD)
    assert shared(affair) == []


def test_an_edited_sentence_of_copied_text_is_the_same_though_little_is_left_of_it() -> None:
    before = "Inspectors had warned the owners twice about rusted lifeboat winches."
    after = "Inspectors warned managers many months earlier that lifeboat winches jammed badly."
    affair = InventedAffair()
    affair.add("a", f"{FERRY} {before} {BREAD}")
    affair.add("b", f"{FERRY} {after} {BREAD}")
    assert ("b", after) not in set().union(*(told(affair, each) for each in shared(affair)))
    affair.copy("a", "b", f"{FERRY} {before} {BREAD}", f"{FERRY} {after} {BREAD}")
    assert {("a", before), ("b", after)} in [told(affair, each) for each in shared(affair)]


def test_copied_sentences_count_for_the_origin_that_they_come_from() -> None:
    affair = InventedAffair()
    affair.add("a", FERRY)
    affair.add("b", f"{FERRY} {BREAD}", origin="o-mixed")
    affair.add("c", REEF)
    affair.copy("a", "b", FERRY, direction="a->b", relation="excerpt")
    (statement,) = shared(affair)
    assert {each.article: each.origin for each in statement.sentences} == {"a": "o-a", "b": "o-a", "c": "o-c"}
    assert statement.origins == ("o-a", "o-c")
    assert statement.told_by == "several"  # the mixed account is an origin too


def test_copied_sentences_of_unknown_order_count_for_the_article_published_first() -> None:
    affair = InventedAffair()
    affair.add("a", FERRY, published="2031-05-05")
    affair.add("b", FERRY, published="2031-05-04")
    affair.copy("a", "b", FERRY, direction="unknown")
    (statement,) = shared(affair)
    assert statement.origins == ("o-b",)
    assert statement.told_by == "one"


def test_a_sentence_that_cites_another_outlet_counts_for_its_origin() -> None:
    affair = InventedAffair()
    affair.add("a", FERRY, outlet="Norbury Echo")
    affair.add("b", f"{REEF[:-1]}, Norbury Echo reported.", cites=("Norbury Echo",))
    (statement,) = shared(affair)
    assert statement.origins == ("o-a",)
    assert {each.article: each.credited_to for each in statement.sentences} == {"a": None, "b": "Norbury Echo"}


def test_it_rests_on_one_named_source_where_everybody_credits_the_same() -> None:
    said = "the lifeboat winches had rusted through in the winter storms"
    affair = InventedAffair()
    for name in ("a", "b"):
        affair.add(name, f"Mara Brill said {said}.", names={"Mara Brill": "PERSON"}, quotations=((said, "Mara Brill"),))
    (statement,) = shared(affair)
    assert statement.rests_on == "Mara Brill"
    affair.add("c", f"{said[0].upper()}{said[1:]}.")
    (statement,) = shared(affair)
    assert statement.rests_on is None


def test_of_one_article_the_weightiest_sentences_with_a_name_are_statements() -> None:
    affair = InventedAffair()
    affair.add("a", f"{FERRY} {BREAD}", names={"Astral Queen": "PRODUCT", "Norbury": "GPE"})
    affair.add("b", LOAD)
    (statement,) = align_statements(affair.build(), SETTINGS)
    assert told(affair, statement) == {("a", FERRY)}
    assert (statement.told_by, statement.outlets) == ("one", ("The A",))
    bounded = AccountsSettings(own_statements=0)
    assert align_statements(affair.build(), bounded) == []


def test_what_copied_text_leaves_out_is_a_statement_though_nothing_is_named_in_it() -> None:
    affair = InventedAffair()
    affair.add("a", f"{FERRY} {BREAD}")
    affair.add("b", FERRY)
    affair.copy("a", "b", FERRY, direction="a->b")
    assert {("a", BREAD)} in [told(affair, each) for each in align_statements(affair.build(), SETTINGS)]


def test_most_told_come_first_and_the_number_is_bounded() -> None:
    affair = InventedAffair()
    affair.add("a", f"{LOAD} {FERRY}")
    affair.add("b", f"{FERRY} {LOAD}")
    affair.add("c", REEF)
    first, second = align_statements(affair.build(), SETTINGS)
    assert [len(each.origins) for each in (first, second)] == [3, 2]
    (kept,) = align_statements(affair.build(), AccountsSettings(most_statements=1))
    assert kept.statement == first.statement


def test_articles_without_annotation_and_short_sentences_give_nothing() -> None:
    affair = InventedAffair()
    affair.add("a", f"{FERRY} It sank.")
    affair.add("b", f"{FERRY} It sank.", annotated=False)
    affair.add("c", f"{FERRY} It sank.", skipped="no model for Norburian")
    assert shared(affair) == []


def test_a_heading_is_no_sentence() -> None:
    affair = InventedAffair()
    affair.add("a", "Astral Queen Strikes Norbury Harbour Reef")
    affair.add("b", "Astral Queen Strikes Norbury Harbour Reef")
    assert align_statements(affair.build(), SETTINGS) == []
