"""Whom sources stand for, in invented texts: pronouns, descriptions, bodies, and those that nobody can name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.language.span_search import is_within, merge_spans, overlaps_any
from firsthand.model import Annotation, Quotation, Span

Annotate = Callable[..., Annotation]


def last_direct(annotation: Annotation) -> Quotation:
    return [quotation for quotation in annotation.quotations if quotation.kind == "direct"][-1]


def chain(quotation: Quotation, text: str) -> list[str]:
    return [text[start:end] for start, end in quotation.chain]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # A title tells who "she" is, whatever the given name.
        ('Mrs Robin Berg and Mr Kim Norton met in Oslo.\n\n"It was a good talk," she said.', "Robin Berg"),
        ('Mrs Robin Berg and Mr Kim Norton met in Oslo.\n\n"It was a good talk," he said.', "Kim Norton"),
        ('Queen Sunniva received King Haldor in Bergen.\n\n"It was a good talk," she said.', "Sunniva"),
        # So does a pronoun in a sentence that names nobody else.
        (
            'Tormund Vasberg lost his boat in a storm. Anna Norton found it.\n\n"I am glad to have it," he said.',
            "Tormund Vasberg",
        ),
        # Whose speech the paragraph is about comes before the last speaker.
        (
            (
                '"We shall see," said Lars Berg.\n\nViktor Salvesen\'s speech was short. '
                '"We have no time to lose in this," he told the hall.'
            ),
            "Viktor Salvesen",
        ),
        # "President" before another's name, or in "an aide to President ...", makes nobody a president.
        (
            (
                "President Viktor Salvesen came with Lars Berg, an aide to President Salvesen.\n\n"
                '"The road is open again," the president said.'
            ),
            "Viktor Salvesen",
        ),
        # Somebody named only further down.
        (
            (
                "The baker thought that the roof had come down.\n\n"
                '"I never saw such a thing in my life," he said.\n\nLars Berg has baked bread for forty years.'
            ),
            "Lars Berg",
        ),
    ],
)
def test_pronouns_and_titles(annotate: Annotate, text: str, speaker: str) -> None:
    assert last_direct(annotate(text)).speaker_name == speaker


@pytest.mark.parametrize(
    ("description", "speaker"),
    [
        ("the head of state", "Asha Gurung"),
        ("the Nepali leader", "Asha Gurung"),
        ("the president", "Asha Gurung"),
        ("the head of government", "Lars Berg"),
        ("the prime minister", "Lars Berg"),
        ("the lawmaker", "Ida Holm"),
        ("the minister", None),
        ("the vice president", None),
        ("the press service of the president", None),
        ("a minister", None),
    ],
)
def test_descriptions_go_to_their_bearer(annotate: Annotate, description: str, speaker: str | None) -> None:
    text = (
        "Nepali President Asha Gurung met Norwegian Prime Minister Lars Berg and Senator Ida Holm in Oslo.\n\n"
        f'"The bridge will be built next year," {description} said.'
    )
    quotation = last_direct(annotate(text))
    assert quotation.speaker_name == speaker
    assert bool(quotation.why_null.get("speaker_name")) == (speaker is None)


def test_office_and_country_before_a_name_make_it_a_person(annotate: Annotate) -> None:
    text = 'Foreign Minister of Norvania Ottilie Zarenko spoke in Oslo.\n\n"It is all on paper now," the minister said.'
    quotation = last_direct(annotate(text))
    assert quotation.speaker_name == "Ottilie Zarenko"
    assert chain(quotation, text) == ["the minister", "Ottilie Zarenko"]


def test_somebody_described_and_never_named_is_nobody_else(annotate: Annotate) -> None:
    text = (
        "Lars Berg opened the hall.\n\nA protester stood up at the back of the hall. "
        '"We want our harbour back from you," he shouted.'
    )
    quotation = last_direct(annotate(text))
    assert quotation.speaker_name is None
    assert chain(quotation, text) == ["he", "A protester"]
    assert "A protester" in quotation.why_null["speaker_name"]


@pytest.mark.parametrize("source", ["the company", "Norvale"])
def test_company_by_description_and_short_name(annotate: Annotate, source: str) -> None:
    text = (
        "A court in Oslo upheld a fine against Norvale Chemicals on Monday.\n\n"
        f'"The water of the lake is cleaner than ever," {source} said.'
    )
    assert last_direct(annotate(text)).speaker_name == "Norvale Chemicals"


def test_it_is_the_body_that_spoke_before(annotate: Annotate) -> None:
    text = (
        "A court in Oslo upheld a fine against Norvale Chemicals on Monday. Norvale said that it was disappointed.\n\n"
        '"The water of the lake is cleaner than ever," it said in a statement.'
    )
    assert last_direct(annotate(text)).speaker_name == "Norvale Chemicals"


def test_one_of_two_companies_is_unclear(annotate: Annotate) -> None:
    text = (
        "Norvale Airlines and Bergen Airlines share a hall in Oslo.\n\n"
        '"We are sorry for the long delay," the airline said.'
    )
    quotation = last_direct(annotate(text))
    assert quotation.speaker_name is None
    assert quotation.why_null["speaker_name"]


def test_words_that_go_on_keep_an_unnamed_source(annotate: Annotate) -> None:
    text = (
        'Lars Berg said that the road was open.\n\n"The road is closed to us," a driver said.\n\n'
        '"We have waited here for three days. Nobody has come to help us."'
    )
    quotation = last_direct(annotate(text))
    assert quotation.speaker_name is None
    assert chain(quotation, text) == ["a driver"]


def test_release_speaks_for_its_sender(annotate: Annotate) -> None:
    text = (
        "Norvale Chemicals takes note of the ruling. We are disappointed by it and will study it with care. "
        "The fine has been paid."
    )
    quotations = annotate(text, kind="release", outlet="Norvale Chemicals").quotations
    assert [(text[slice(*each.span)], each.kind, each.speaker_name) for each in quotations] == [
        ("We are disappointed by it and will study it with care.", "direct", "Norvale Chemicals")
    ]
    assert annotate(text, outlet="Norvale Chemicals").quotations == ()


def test_spans_are_found_by_place() -> None:
    spans = merge_spans([Span(8, 9), Span(0, 3), Span(2, 5), Span(5, 6)])
    assert spans == [Span(0, 6), Span(8, 9)]
    assert [is_within(place, spans) for place in (0, 5, 6, 7, 8, 9)] == [True, True, False, False, True, False]
    assert [overlaps_any(Span(*each), spans) for each in ((6, 8), (5, 7), (7, 9), (9, 20))] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Anna Berg opened the fair. "It is very late," Mr Berg said.', None),
        ('Anna Berg opened the fair. "It is very late," Ms Berg said.', "Anna Berg"),
        ('Anna Berg opened the fair. Mr Berg was late. "It is very late," Berg said.', None),
        ('First lady Anna Berg opened the fair. "It is very late," President Berg said.', None),
        ('President Karl Berg and his wife, Anna Berg, left. "It is very late," President Berg said.', "Karl Berg"),
        ('President Karl Berg and his wife, Anna Berg, left. "It is very late," Mrs Berg said.', "Anna Berg"),
        ('Mayor Karl Berg opened the fair. Mr Berg was late. "It is very late," Berg said.', "Karl Berg"),
    ],
)
def test_surname_never_goes_against_its_title(annotate: Annotate, text: str, speaker: str | None) -> None:
    assert last_direct(annotate(text)).speaker_name == speaker
