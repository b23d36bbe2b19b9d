"""Utterances: what is one saying, what stays apart, who said it, and what became of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.accounts.told_sayings import Telling

from firsthand.model import PassageKind, Span

BRIDGE = "We will rebuild the old bridge at Quenby before the winter floods"

OTHER_NEWS = "A cat was saved from a roof. Bread costs more. The school has a new piano. Snow fell on the hills."


@pytest.fixture
def telling() -> Telling:
    return Telling()


# --- what became of it ---------------------------------------------------------------------------------------------


def test_the_same_words_are_verbatim_whatever_the_marks_and_spelling(telling: Telling) -> None:
    said = "We recognise the harbour board and honour its labour at Quenby"
    telling.add("a", f"“{said},” Ann Vale said.", (f"“{said},”", "Ann Vale"))
    american = "We recognize the harbor board and honor its labor at Quenby"
    telling.add("b", f'"{american}," Vale told the paper.', (f'"{american},"', "Ann Vale = Vale"))
    [utterance] = telling.link()
    assert telling.told(utterance) == {"a": "verbatim", "b": "verbatim"}
    assert [telling.changed(each) for each in utterance.instances] == [[], []]
    assert utterance.speaker_name == "Ann Vale"
    assert utterance.speaker == "e-ann vale"
    assert utterance.stories == ("s-1",)


def test_the_fullest_leads_and_a_part_of_it_is_truncated(telling: Telling) -> None:
    telling.add(
        "a", "“We will rebuild the old bridge,” Ann Vale said.", ("“We will rebuild the old bridge,”", "Ann Vale")
    )
    telling.add("b", f"“{BRIDGE},” Ann Vale said.", (f"“{BRIDGE},”", "Ann Vale"))
    [utterance] = telling.link()
    assert [(each.article, each.alteration) for each in utterance.instances] == [("b", "verbatim"), ("a", "truncated")]
    assert telling.words(utterance.instances[1]) == "We will rebuild the old bridge"


def test_a_few_words_between_marks_are_a_part_too(telling: Telling) -> None:
    said = "This contract is a poisoned gift to the fishermen of Quenby"
    telling.add("a", f"“{said},” Ann Vale said.", (f"“{said},”", "Ann Vale"))
    clause = "the contract was a “poisoned gift"
    telling.add("b", f"Ann Vale said {clause}”.", (clause, "Ann Vale"))
    [utterance] = telling.link()
    assert telling.told(utterance) == {"a": "verbatim", "b": "truncated"}
    assert utterance.instances[1].kind == "mixed"


def test_words_from_two_sentences_are_spliced(telling: Telling) -> None:
    first = "The council knew in spring that the reservoir wall was cracking"
    second = "It decided to wait for the second opinion of an engineer"
    text = f"“{first},” Judge Ann Vale said. She went on later. “{second},” Ann Vale added."
    telling.add("a", text, (f"“{first},”", "Ann Vale"), (f"“{second},”", "Ann Vale"))
    telling.add("b", text.replace("later", "then"), (f"“{first},”", "Ann Vale"), (f"“{second},”", "Ann Vale"))
    both = "The council knew that the reservoir wall was cracking and decided to wait for the second opinion"
    telling.add("c", f"“{both},” Ann Vale said.", (f"“{both},”", "Ann Vale"))
    held = [each for each in telling.link() if "c" in telling.told(each)]
    assert [telling.told(each)["c"] for each in held] == ["spliced"]


def test_a_cut_between_two_parts_that_is_not_shown_is_a_splice(telling: Telling) -> None:
    said = (
        "The harbour was shut on my order, as the law of the sea and every captain here demands, until the storm passed"
    )
    telling.add("a", f"“{said},” Ann Vale said.", (f"“{said},”", "Ann Vale"))
    cut = "The harbour was shut on my order until the storm passed"
    telling.add("b", f"“{cut},” Ann Vale said.", (f"“{cut},”", "Ann Vale"))
    [utterance] = telling.link()
    assert telling.told(utterance)["b"] == "spliced"


def test_other_words_are_reworded_and_shown(telling: Telling) -> None:
    telling.add("a", f"Ann Vale said {BRIDGE.lower()}.", (BRIDGE.lower(), "Ann Vale"))
    other = BRIDGE.lower().replace("rebuild", "restore")
    telling.add("b", f"Ann Vale said {other}.", (other, "Ann Vale"))
    [utterance] = telling.link()
    assert telling.told(utterance) == {"a": "verbatim", "b": "reworded"}
    assert telling.changed(utterance.instances[1]) == ["restore"]


def test_what_stands_between_marks_in_other_words_is_translated(telling: Telling) -> None:
    first = "The railway of our valley knows no hatred, and neither should the farmers who travel on it"
    for name in ("a", "b"):
        telling.add(name, f"“{first},” Ann Vale said in {name}.", (f"“{first},”", "Ann Vale"))
    other = "The railway of our valley is without hostility, and so should all peasants be who ride there"
    telling.add("c", f"“{other},” Ann Vale said.", (f"“{other},”", "Ann Vale"))
    [utterance] = telling.link()
    assert telling.told(utterance) == {"a": "verbatim", "b": "verbatim", "c": "translated"}


def test_two_translations_with_one_word_in_common_are_found_by_their_meaning(telling: Telling) -> None:
    first = "Water knows no borders, and we have no right to turn it into a weapon"
    second = "Water does not recognise frontiers, and none of us is entitled to make a weapon of it"
    telling.add("a", f"“{first},” Ann Vale said.", (f"“{first},”", "Ann Vale"))
    telling.add("b", f"“{second},” the head of state said.", (f"“{second},”", "= the head of state"))
    [utterance] = telling.link()
    assert sorted(telling.told(utterance).values()) == ["translated", "verbatim"]


def test_speech_told_as_a_clause_is_made_indirect(telling: Telling) -> None:
    said = "Our town knows every captain of this fleet, and they know us"
    telling.add("a", f"“{said},” Ann Vale said.", (f"“{said},”", "Ann Vale"))
    clause = "the town knew every captain of the fleet"
    telling.add("b", f"Ann Vale said {clause}.", (clause, "Ann Vale"))
    [utterance] = telling.link()
    assert telling.told(utterance) == {"a": "verbatim", "b": "made_indirect"}


def test_a_dropped_reserve_is_told(telling: Telling) -> None:
    said = "The water of the Alder is probably cleaner today than at any time in forty years"
    telling.add("a", f"“{said},” Ann Vale said.", (f"“{said},”", "Ann Vale"))
    bold = said.replace("probably ", "")
    telling.add("b", f"“{bold},” Ann Vale said.", (f"“{bold},”", "Ann Vale"))
    [utterance] = telling.link()
    assert telling.told(utterance) == {"a": "verbatim", "b": "hedge_removed"}


def test_a_part_without_a_reserved_sentence_is_no_dropped_reserve(telling: Telling) -> None:
    said = "The pumps of the Alder works failed at dawn. Perhaps the valves were old."
    part = "The pumps of the Alder works failed at dawn"
    telling.add("a", f"“{said}” Ann Vale said.", (f"“{said}”", "Ann Vale"))
    telling.add("b", f"“{part},” Ann Vale said.", (f"“{part},”", "Ann Vale"))
    [utterance] = telling.link()
    assert telling.told(utterance) == {"a": "verbatim", "b": "truncated"}


def test_the_same_words_given_to_somebody_else_by_name(telling: Telling) -> None:
    said = "I do not want their money, I want to grow beans"
    telling.add("a", f"“{said},” Ann Vale said.", (f"“{said},”", "Ann Vale"))
    telling.add("b", f"“{said},” Ann Vale told us.", (f"“{said},”", "Ann Vale"))
    telling.add("c", f"“{said},” Ned Fairlop said.", (f"“{said},”", "Ned Fairlop"))
    [utterance] = telling.link()
    assert utterance.speaker_name == "Ann Vale"
    assert telling.told(utterance) == {"a": "verbatim", "b": "verbatim", "c": "other_speaker"}
    assert utterance.instances[2].speaker_as_written == "Ned Fairlop"


def test_a_pronoun_that_was_read_as_somebody_else_is_no_other_speaker(telling: Telling) -> None:
    said = "I do not want their money, I want to grow beans"
    telling.add("a", f"“{said},” Ann Vale said.", (f"“{said},”", "Ann Vale"))
    telling.add("b", f"“{said},” Ann Vale told us.", (f"“{said},”", "Ann Vale"))
    telling.add("c", f"“{said},” she said.", (f"“{said},”", "Ned Fairlop = she"))
    [utterance] = telling.link()
    assert telling.told(utterance)["c"] == "verbatim"


def test_he_in_one_article_and_she_in_another_are_two_speakers(telling: Telling) -> None:
    said = "I do not want their money, I want to grow beans"
    telling.add("a", f"“{said},” he said.", (f"“{said},”", "Ned Fairlop = he"))
    telling.add("b", f"“{said},” she said.", (f"“{said},”", "Ann Vale = she"))
    telling.add("c", f"“{said},” Ann Vale said.", (f"“{said},”", "Ann Vale"))
    [utterance] = telling.link()
    assert utterance.speaker_name == "Ann Vale"
    assert [(each.article, each.alteration) for each in utterance.instances] == [
        ("b", "verbatim"),
        ("a", "other_speaker"),
        ("c", "verbatim"),
    ]


# --- what stays apart ----------------------------------------------------------------------------------------------


def test_two_sayings_on_one_subject_stay_apart(telling: Telling) -> None:
    first = "The old bridge at Quenby will be rebuilt by our own masons"
    second = "Nobody had inspected the bridge at Quenby since the flood"
    telling.add("a", f"“{first},” Ann Vale said.", (f"“{first},”", "Ann Vale"))
    telling.add("b", f"“{second},” Ann Vale said.", (f"“{second},”", "Ann Vale"))
    assert telling.link() == []


def test_two_interviews_in_which_much_the_same_is_denied_and_said_stay_apart(telling: Telling) -> None:
    telling.add(
        "a",
        "Ann Vale said investigators did not know the cause of the crash.",
        ("investigators did not know the cause of the crash", "Ann Vale"),
    )
    telling.add(
        "b",
        "Ann Vale said investigators looked into possible causes.",
        ("investigators looked into possible causes", "Ann Vale"),
    )
    assert telling.link() == []


def test_other_numbers_are_another_saying(telling: Telling) -> None:
    first = "We counted 12 boats in the outer harbour after the storm"
    second = "Of the boats out there we counted 40 after that storm, more or less"
    telling.add("a", f"“{first},” Ann Vale said.", (f"“{first},”", "Ann Vale"))
    telling.add("b", f"“{second},” Ann Vale said.", (f"“{second},”", "Ann Vale"))
    assert telling.link() == []


def test_two_speakers_who_say_much_the_same_stay_apart(telling: Telling) -> None:
    first = "Our thoughts are with the families of the crew"
    second = "Our thoughts are with the families and the whole crew"
    telling.add("a", f"“{first},” Ann Vale said.", (f"“{first},”", "Ann Vale"))
    telling.add("b", f"“{second},” Ned Fairlop said.", (f"“{second},”", "Ned Fairlop"))
    assert telling.link() == []


def test_a_single_article_makes_no_utterance(telling: Telling) -> None:
    telling.add("a", f"“{BRIDGE},” Ann Vale said. “{BRIDGE},” she said again.", (f"“{BRIDGE},”", "Ann Vale"))
    assert telling.link() == []


def test_sentences_of_a_statement_that_many_take_out_singly_are_sayings_of_their_own(telling: Telling) -> None:
    first = "We are sorry for the delay of the night ferry."
    second = "Every passenger will have the fare back by Friday."
    whole = f"{first} {second}"
    telling.add("a", f"“{whole}” the company said.", (f"“{whole}”", "= the company"))
    for name in ("b", "c"):
        text = f"“{first}” the company said. It was asked again. “{second}” the company said."
        telling.add(name, text, (f"“{first}”", "= the company"), (f"“{second}”", "= the company"))
    first_told, second_told = sorted(telling.link(), key=lambda each: telling.words(each.instances[0]))[::-1]
    assert {telling.words(each) for each in first_told.instances} == {first}
    assert {telling.words(each) for each in second_told.instances} == {second}


def test_a_post_that_most_print_whole_stays_whole(telling: Telling) -> None:
    first, second = "Nine hours on a flight to nowhere.", "We saw the same film twice over the ocean."
    whole = f"{first} {second}"
    for name in ("a", "b", "c"):
        telling.add(name, f"“{whole}” Ann Vale wrote in {name}.", (f"“{whole}”", "Ann Vale"))
    telling.add("d", f"“{first}” Ann Vale wrote. “{second}” she wrote.", (f"“{first}”", "Ann Vale"))
    [utterance] = telling.link()
    assert {telling.words(each) for each in utterance.instances} == {whole, first, second.rstrip(".")}


def test_a_fragment_never_makes_two_sayings_one(telling: Telling) -> None:
    first = "I call it a grave mistake to sell the mill to strangers"
    second = "Whoever burns the forest makes a grave mistake and pays for it"
    for name in ("a", "b"):
        telling.add(
            name,
            f"“{first},” Ann Vale said. Later: “{second},” said Ann Vale in {name}.",
            (f"“{first},”", "Ann Vale"),
            (f"“{second},”", "Ann Vale"),
        )
    telling.add("c", "Ann Vale spoke of a “grave mistake”.", ("a “grave mistake", "Ann Vale"))
    told = telling.link()
    assert len(told) == 2
    assert sum("c" in telling.told(each) for each in told) == 1


# --- who said it ---------------------------------------------------------------------------------------------------


def test_the_fullest_name_of_the_speaker_that_most_give(telling: Telling) -> None:
    telling.add("a", f"“{BRIDGE},” Vale said.", (f"“{BRIDGE},”", "Vale"))
    telling.add("b", f"“{BRIDGE},” Ann Berta Vale said.", (f"“{BRIDGE},”", "Ann Berta Vale"))
    telling.add("c", f"“{BRIDGE},” she said.", (f"“{BRIDGE},”", "= she"))
    [utterance] = telling.link()
    assert utterance.speaker_name == "Ann Berta Vale"
    assert [each.speaker_as_written for each in utterance.instances] == ["Vale", "Ann Berta Vale", "she"]


def test_unknown_speakers_are_joined_by_words_that_are_their_own(telling: Telling) -> None:
    telling.add("a", f"“{BRIDGE}.”", (f"“{BRIDGE}.”", None))
    telling.add("b", f"“{BRIDGE},” it said.", (f"“{BRIDGE},”", "= it"))
    [utterance] = telling.link()
    assert utterance.speaker_name is None
    assert utterance.speaker is None


def test_a_description_is_known_by_another_saying(telling: Telling) -> None:
    other = "Every passenger of the night ferry will have the fare back"
    telling.add("a", f"“{BRIDGE},” Quenby Lines said.", (f"“{BRIDGE},”", "Quenby Lines"))
    telling.add(
        "b",
        f"“{BRIDGE},” the company said. “{other},” the company said.",
        (f"“{BRIDGE},”", "= the company"),
        (f"“{other},”", "= the company"),
    )
    telling.add("c", f"“{other},” the company wrote.", (f"“{other},”", "= the company"))
    assert [each.speaker_name for each in telling.link()] == ["Quenby Lines", "Quenby Lines"]


def test_who_is_described_only_is_called_so(telling: Telling) -> None:
    telling.add("a", f"“{BRIDGE},” the harbour board said.", (f"“{BRIDGE},”", "= the harbour board"))
    telling.add("b", f"“{BRIDGE},” the harbour board said.", (f"“{BRIDGE},”", "= the harbour board"))
    [utterance] = telling.link()
    assert (utterance.speaker, utterance.speaker_name) == (None, "the harbour board")


def test_the_place_in_the_dateline_says_nothing(telling: Telling) -> None:
    text = f"QUENBY - “{BRIDGE}.”"
    telling.add("a", text, (f"“{BRIDGE}.”", "Quenby = QUENBY"), dateline="QUENBY")
    telling.add("b", f"“{BRIDGE},” Ann Vale said.", (f"“{BRIDGE},”", "Ann Vale"))
    [utterance] = telling.link()
    assert utterance.speaker_name == "Ann Vale"
    assert "other_speaker" not in telling.told(utterance).values()


# --- what the language stage did not see ---------------------------------------------------------------------------


def test_a_post_without_marks_is_found_by_its_words(telling: Telling) -> None:
    telling.add("a", f"“{BRIDGE},” Ann Vale wrote.", (f"“{BRIDGE},”", "Ann Vale"))
    telling.add("b", f"She wrote this:\n{BRIDGE} — Ann Vale (@annvale) May 3, 2031\nThe post was liked.")
    [utterance] = telling.link()
    found = utterance.instances[1]
    assert (found.article, found.quotation, found.alteration) == ("b", None, "verbatim")
    assert telling.words(found) == BRIDGE
    assert found.speaker_as_written == "Ann Vale"


def test_a_clause_is_found_beside_its_speaker_only(telling: Telling) -> None:
    clause = "the plane had turned back over the bay because of a fire on board"
    telling.add("a", f"Ann Vale said {clause}.", (clause, "Ann Vale"))
    telling.add("b", f"According to Ann Vale, {clause}.")
    telling.add("c", f"Everybody saw it: {clause}.")
    [utterance] = telling.link()
    assert [each.article for each in utterance.instances] == ["a", "b"]


def test_a_fragment_behind_a_verb_of_saying_is_found(telling: Telling) -> None:
    said = "This contract is a poisoned gift to the fishermen of Quenby"
    telling.add("a", f"“{said},” Ann Vale said.", (f"“{said},”", "Ann Vale"))
    telling.add(
        "b", "It rained for an hour. The mayor called it a “poisoned gift” for all. The band played on. " + OTHER_NEWS
    )
    telling.add("c", "The film “Poisoned Gift” is shown in Quenby.")
    [utterance] = telling.link()
    assert [(each.article, telling.words(each)) for each in utterance.instances] == [
        ("a", said),
        ("b", "poisoned gift"),
    ]


def test_words_inside_direct_speech_are_the_speakers(telling: Telling) -> None:
    said = "Felt we should tell you all, so that nobody asks us where the bridge of Quenby went"
    inner = "nobody asks us where the bridge of Quenby went"
    for name in ("a", "b"):
        telling.add(name, f"“{said},” Ann Vale wrote in {name}.", (f"“{said},”", "Ann Vale"), (inner, "= we"))
    [utterance] = telling.link()
    assert {telling.words(each) for each in utterance.instances} == {said}


def test_two_posts_that_were_read_as_one_are_cut_where_the_first_is_signed(telling: Telling) -> None:
    other = "Every passenger of the night ferry will have the fare back"
    both = f"{BRIDGE} — Ann Vale (@annvale) May 3, 2031 {other}"
    telling.add("a", f"“{both}”", (f"“{both}”", None))
    telling.add(
        "b",
        f"“{BRIDGE},” Ann Vale wrote. “{other},” Ann Vale wrote.",
        (f"“{BRIDGE},”", "Ann Vale"),
        (f"“{other},”", "Ann Vale"),
    )
    assert {telling.words(each) for told in telling.link() for each in told.instances} == {BRIDGE, other}


FOREIGN = "Es regnete. „Das Meer ist heute Morgen unser Feind, und die Kälte auch“, sagte Kapitän Valen."


def test_a_translation_in_a_language_that_was_not_read_is_found_beside_the_name(telling: Telling) -> None:
    said = "The sea is our enemy this morning, and so is the cold"
    telling.add("a", f"“{said},” Ann Valen said.", (f"“{said},”", "Ann Valen"))
    telling.add("b", FOREIGN.replace("Valen", "Fairlop"))
    telling.annotations["b"] = replace(telling.annotations["b"], sentences=(), skipped="no model for German (de)")
    assert telling.link() == []
    telling.add("b", FOREIGN)
    telling.annotations["b"] = replace(telling.annotations["b"], sentences=(), skipped="no model for German (de)")
    [utterance] = telling.link()
    assert telling.told(utterance) == {"a": "verbatim", "b": "translated"}
    assert telling.words(utterance.instances[1]) == "Das Meer ist heute Morgen unser Feind, und die Kälte auch"
    assert utterance.speaker_name == "Ann Valen"


def test_other_speech_of_the_speaker_in_another_language_stays_apart(telling: Telling) -> None:
    said = "Every passenger of the night ferry will have the fare back"
    telling.add("a", f"“{said},” Ann Valen said.", (f"“{said},”", "Ann Valen"))
    telling.add("b", FOREIGN)
    telling.annotations["b"] = replace(telling.annotations["b"], sentences=(), skipped="no model for German (de)")
    assert telling.link() == []


# --- copies and origins --------------------------------------------------------------------------------------------


def copied(telling: Telling, kind: PassageKind) -> Telling:
    """Two articles in which one short clause is given to two speakers, with the passage that holds it."""
    first, second = "Ann Vale urged people to avoid travel.", "The mayor urged all people to avoid travel."
    telling.add("a", first, ("to avoid travel", "Ann Vale"))
    telling.add("b", second, ("to avoid travel", "Ned Fairlop = The mayor"))
    telling.copy("a", first, "b", second, kind)
    return telling


def test_what_stands_in_a_copied_sentence_is_the_same_saying(telling: Telling) -> None:
    [utterance] = copied(telling, PassageKind.EDITED).link()
    assert [each.article for each in utterance.instances] == ["a", "b"]


def test_captions_are_no_copied_text(telling: Telling) -> None:
    assert copied(telling, PassageKind.CAPTION).link() == []


def test_each_origin_is_counted_once(telling: Telling) -> None:
    for name in ("a", "b", "c"):
        telling.add(name, f"“{BRIDGE},” Ann Vale said in {name}.", (f"“{BRIDGE},”", "Ann Vale"))
    telling.origin_of = {"a": "o-2", "b": "o-1", "c": "o-2"}
    [utterance] = telling.link()
    assert utterance.origins == ("o-1", "o-2")
    assert [each.origin for each in utterance.instances] == ["o-2", "o-1", "o-2"]


def test_of_equals_the_first_published_leads(telling: Telling) -> None:
    telling.add("a", f"“{BRIDGE},” Ann Vale said.", (f"“{BRIDGE},”", "Ann Vale"), published="2031-05-04")
    telling.add("b", f"“{BRIDGE},” Ann Vale said.", (f"“{BRIDGE},”", "Ann Vale"), published="2031-05-03")
    [utterance] = telling.link()
    assert utterance.instances[0].article == "b"


def test_an_article_without_annotation_is_left_out(telling: Telling) -> None:
    for name in ("a", "b", "c"):
        telling.add(name, f"“{BRIDGE},” Ann Vale said.", (f"“{BRIDGE},”", "Ann Vale"))
    telling.add("d", f"Ann Vale: {BRIDGE}.")
    del telling.annotations["c"]
    telling.annotations["d"] = replace(telling.annotations["d"], quotations=(), skipped="no model for German (de)")
    [utterance] = telling.link()
    assert [each.article for each in utterance.instances] == ["a", "b"]


def test_a_very_long_stretch_is_left_out(telling: Telling) -> None:
    said = " ".join(f"Word{count} of the harbour" for count in range(800))
    for name in ("a", "b"):
        telling.add(name, f"“{said},” Ann Vale said.", (f"“{said},”", "Ann Vale"))
    assert telling.link() == []


def test_an_affair_without_articles_has_no_utterances(telling: Telling) -> None:
    assert telling.link() == []


def test_spans_lie_in_the_article_and_what_changed_in_its_instance(telling: Telling) -> None:
    telling.add("a", f"Ann Vale said {BRIDGE.lower()}.", (BRIDGE.lower(), "Ann Vale"))
    other = BRIDGE.lower().replace("old bridge", "pier").replace("winter", "spring")
    telling.add("b", f"Ann Vale said {other}.", (other, "Ann Vale"))
    [utterance] = telling.link()
    for each in utterance.instances:
        assert Span(0, 0) <= each.span <= Span(len(telling.articles[each.article].text), 0)
        assert all(each.span.start <= start < end <= each.span.end for start, end in each.changed)
    assert telling.changed(utterance.instances[1])


@pytest.mark.parametrize("act", ["thought", "planned", "did"])
def test_what_somebody_thought_plans_or_did_is_no_saying(telling: Telling, act: str) -> None:
    for name in ("a", "b"):
        telling.add(name, f"Ann Vale refused to {BRIDGE[8:]}.", (f"to {BRIDGE[8:]}", "Ann Vale"))
        annotation = telling.annotations[name]
        acts = tuple(replace(each, act=act) for each in annotation.quotations)
        telling.annotations[name] = replace(annotation, quotations=acts)
    assert telling.link() == []
