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
