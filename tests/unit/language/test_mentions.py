from __future__ import annotations

from collections.abc import Callable

from firsthand.language.mentions import find_mentions, folded_name
from firsthand.language.parse import Name, ParagraphParse, Word, join_parses
from firsthand.language.people import find_people, name_words
from firsthand.model import Annotation, Span


def parsed(text: str, names: list[tuple[str, str]]) -> tuple[object, ...]:
    """Mentions of a text whose words are all proper nouns, and in which the model found `names`, in order."""
    words = []
    place = 0
    for word in text.split():
        start = text.index(word, place)
        place = start + len(word)
        words.append(Word(start, place, word, word.lower(), "NNP", "dep", len(words), 0))
    found = []
    place = 0
    for name, label in names:
        start = text.index(name, place)
        place = start + len(name)
        found.append(Name(start, place, label))
    parse = join_parses(text, [Span(0, len(text))], [ParagraphParse(tuple(words), tuple(found), 1)])
    return parse, find_mentions(parse, "a")


def labelled(text: str, names: list[tuple[str, str]]) -> list[tuple[str, str]]:
    _, mentions = parsed(text, names)
    return [(text[m.span.start : m.span.end], m.label) for m in mentions]  # type: ignore[attr-defined]


def test_articles_marks_and_genitives_are_cut_off() -> None:
    names = [("the Harbour Board's", "ORG"), ("Norton´s", "PERSON"), ("“Star”", "PRODUCT")]
    assert labelled("the Harbour Board's Norton´s “Star”", names) == [
        ("Harbour Board", "ORG"),
        ("Norton", "PERSON"),
        ("Star", "PRODUCT"),
    ]


def test_what_is_no_name_is_dropped() -> None:
    names = [("...", "ORG"), ("Monday", "DATE"), ("x", "ORG"), ("boat", "PRODUCT")]
    assert labelled("... Monday x boat", names) == []


def test_label_of_the_majority_holds_for_all() -> None:
    names = [("Gurung", "NORP"), ("Gurung", "PERSON"), ("Gurung", "PERSON")]
    assert labelled("Gurung Gurung Gurung", names) == [("Gurung", "PERSON")] * 3


def test_surname_of_a_person_is_found_where_the_model_missed_it() -> None:
    assert labelled("Asha Gurung spoke Gurung", [("Asha Gurung", "PERSON")]) == [
        ("Asha Gurung", "PERSON"),
        ("Gurung", "PERSON"),
    ]


def test_surname_takes_the_label_of_its_full_name() -> None:
    names = [("Asha Gurung", "PERSON"), ("Gurung", "ORG")]
    assert labelled("Asha Gurung Gurung", names)[1] == ("Gurung", "PERSON")


def test_names_of_one_person() -> None:
    text = "Asha Gurung | President Gurung | Asha M. Gurung | Lars Gurung | Lars"
    names = [
        ("Asha Gurung", "PERSON"),
        ("Gurung", "PERSON"),
        ("Asha M. Gurung", "PERSON"),
        ("Lars Gurung", "PERSON"),
        ("Lars", "PERSON"),
    ]
    parse, mentions = parsed(text, names)
    people = find_people(parse, mentions)  # type: ignore[arg-type]
    assert [person.name for person in people.persons] == ["Asha M. Gurung", "Lars Gurung"]


def test_a_surname_of_two_persons_goes_to_neither_unless_one_was_named_before() -> None:
    text = "Asha Gurung | Lars Gurung | Gurung"
    parse, mentions = parsed(text, [("Asha Gurung", "PERSON"), ("Lars Gurung", "PERSON"), ("Gurung", "PERSON")])
    people = find_people(parse, mentions)  # type: ignore[arg-type]
    assert people.of_mention[Span(28, 34)].name == "Gurung"


def test_folded_names_ignore_accents_titles_and_apostrophes() -> None:
    assert folded_name("Gürung’s") == folded_name("GURUNG's") == "gurung"
    assert name_words("President Asha al-Gurung") == name_words("Asha Gurung")


def test_mention_carries_the_full_name(annotate: Callable[..., Annotation]) -> None:
    annotation = annotate("Anna Norton opened the hall. Norton then left.")
    assert [mention.name for mention in annotation.mentions] == ["Anna Norton", "Anna Norton"]


def test_two_names_joined_by_a_dash_are_two() -> None:
    text = "Gurung Asha Norton Gurung-Norton Nepal-Norway U.S.-Russian Smith-Berg"
    names = [
        ("Gurung", "PERSON"),
        ("Asha Norton", "PERSON"),
        ("Gurung-Norton", "ORG"),
        ("Nepal-Norway", "ORG"),
        ("U.S.-Russian", "NORP"),
        ("Smith-Berg", "PERSON"),
    ]
    assert labelled(text, names)[2:] == [
        ("Gurung", "PERSON"),
        ("Norton", "PERSON"),
        ("Nepal", "GPE"),
        ("Norway", "GPE"),
        ("U.S.", "GPE"),
        ("Russian", "NORP"),
        ("Smith-Berg", "PERSON"),
    ]


def test_what_a_person_owns_is_none_of_the_name() -> None:
    assert labelled("Asha Gurung’s Harbour Plan", [("Asha Gurung’s Harbour Plan", "PERSON")]) == [
        ("Asha Gurung", "PERSON")
    ]


def test_words_of_a_name_outvote_the_model() -> None:
    names = [("Ardesh Air", "PERSON"), ("Port Emeric", "PERSON"), ("Anna Rivers", "PERSON"), ("Twitter", "PERSON")]
    assert labelled("Ardesh Air | Port Emeric | Anna Rivers | Twitter", names) == [
        ("Ardesh Air", "ORG"),
        ("Port Emeric", "LOC"),
        ("Anna Rivers", "PERSON"),
        ("Twitter", "ORG"),
    ]


def test_parts_of_a_full_name_are_the_persons() -> None:
    names = [("Noemi Belgard", "PERSON"), ("Noemi", "GPE"), ("Talia Belgard", "ORG"), ("Paris Belgard", "PERSON")]
    text = "Noemi Belgard | Noemi | Talia Belgard | Paris Belgard | Paris | Belgard"
    found = labelled(text, [*names, ("Paris", "GPE"), ("Belgard", "PERSON")])
    assert dict(found) == {
        "Noemi Belgard": "PERSON",
        "Noemi": "PERSON",
        "Talia Belgard": "PERSON",
        "Paris Belgard": "PERSON",
        "Paris": "GPE",
        "Belgard": "PERSON",
    }


def test_a_name_behind_a_word_of_place_is_a_place(annotate: Callable[..., Annotation]) -> None:
    text = "Ardeshia raised its taxes. Prices in Ardeshia rose. Nobody in Ardeshia was asked. Ardeshia said so."
    labels = {mention.label for mention in annotate(text).mentions if mention.form == "Ardeshia"}
    assert labels == {"GPE"}


def test_verbs_before_a_name_are_none_of_it(annotate: Callable[..., Annotation]) -> None:
    annotation = annotate("Anna Norton resigned.", headline="Defending Anna Norton")
    assert {mention.form for mention in annotation.mentions} == {"Anna Norton"}


def test_a_person_whom_somebody_owns_is_found_behind_the_genitive() -> None:
    assert labelled("Belmar Post’s Anna Norton", [("Belmar Post’s Anna Norton", "PERSON")]) == [
        ("Anna Norton", "PERSON")
    ]
    names = [("Asha’s Helpers", "PERSON"), ("Asha’s Helpers", "ORG")]
    assert labelled("Asha’s Helpers | Asha’s Helpers", names) == [
        ("Asha’s Helpers", "PERSON"),
        ("Asha’s Helpers", "PERSON"),
    ]
