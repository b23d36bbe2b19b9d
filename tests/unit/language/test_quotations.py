"""Quotations of invented texts: who says what, and how that is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.model import Annotation, Quotation

Annotate = Callable[..., Annotation]

INTRO = "Nepali President Asha Gurung met Norwegian Prime Minister Lars Berg in Oslo on Monday. "


def spoken(annotation: Annotation, text: str, kind: str = "direct") -> list[tuple[str, str | None]]:
    return [
        (" ".join(text[start:end] for start, end in quotation.spans), quotation.speaker_name)
        for quotation in annotation.quotations
        if quotation.kind == kind
    ]


def only(annotation: Annotation, kind: str) -> Quotation:
    (quotation,) = [quotation for quotation in annotation.quotations if quotation.kind == kind]
    return quotation


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ('"We will build the bridge next year," Gurung said.', "We will build the bridge next year,", "Asha Gurung"),
        ("“We will build the bridge next year,” said Gurung.", "We will build the bridge next year,", "Asha Gurung"),
        ("“We will build the bridge”, Berg told reporters.", "We will build the bridge", "Lars Berg"),
        ("``We will build the bridge,'' Berg said.", "We will build the bridge,", "Lars Berg"),
        ("‘We don’t need the bridge,’ Berg said.", "We don’t need the bridge,", "Lars Berg"),
        ('Gurung said: "We will build the bridge."', "We will build the bridge.", "Asha Gurung"),
        ('"We will build the bridge," the Nepali president said.', "We will build the bridge,", "Asha Gurung"),
        ('"We will build the bridge," the Norwegian leader said.', "We will build the bridge,", "Lars Berg"),
        ('"We will build the bridge," according to Gurung.', "We will build the bridge,", "Asha Gurung"),
    ],
)
def test_direct_speech_has_its_speaker(annotate: Annotate, text: str, words: str, speaker: str) -> None:
    whole = INTRO + text
    assert spoken(annotate(whole), whole) == [(words, speaker)]


def test_split_speech_is_one_quotation(annotate: Annotate) -> None:
    text = INTRO + '"We will build it," Gurung said. "We have the money, and we have the men."'
    quotation = only(annotate(text), "direct")
    assert [text[start:end] for start, end in quotation.spans] == [
        "We will build it,",
        "We have the money, and we have the men.",
    ]
    assert quotation.span == (quotation.spans[0].start, quotation.spans[-1].end)
    assert text[quotation.cue_span.start : quotation.cue_span.end] == "said"  # type: ignore[union-attr]
    assert text[quotation.source_span.start : quotation.source_span.end] == "Gurung"  # type: ignore[union-attr]


def test_speech_over_two_paragraphs_is_one_quotation(annotate: Annotate) -> None:
    text = INTRO + "\n\n“We will build the bridge,” Gurung said. “It is long.\n\n“It is also wide and safe.”"
    assert spoken(annotate(text), text) == [
        ("We will build the bridge, It is long. It is also wide and safe.", "Asha Gurung")
    ]


def test_speech_without_a_cue_has_the_speaker_before_it(annotate: Annotate) -> None:
    text = INTRO + 'Gurung said that the road was safe.\n\n"We have built it with care. It will last for years."'
    quotation = only(annotate(text), "direct")
    assert quotation.speaker_name == "Asha Gurung"
    assert quotation.cue_span is None
    assert text[quotation.source_span.start : quotation.source_span.end] == "Gurung"  # type: ignore[union-attr]
    assert set(quotation.why_null) == {"cue_span"}


def test_pronoun_goes_to_the_person_it_can_stand_for_with_the_chain(annotate: Annotate) -> None:
    text = 'Minister Anna Norton opened the hall. David Berg sang.\n\n"I am glad that it is open," she said.'
    quotation = only(annotate(text), "direct")
    assert quotation.speaker_name == "Anna Norton"
    assert text[quotation.chain[0].start : quotation.chain[0].end] == "she"
    assert text[quotation.chain[-1].start : quotation.chain[-1].end] == "Anna Norton"


@pytest.mark.parametrize("source", ["officials", "a local official", "the supreme leader", "Gurung's spokesman"])
def test_source_without_a_name_has_no_speaker_and_a_reason(annotate: Annotate, source: str) -> None:
    text = INTRO + f'"The bridge will be built soon," {source} said.'
    quotation = only(annotate(text), "direct")
    assert quotation.speaker_name is None
    assert quotation.why_null["speaker_name"]


@pytest.mark.parametrize(
    "text",
    [
        'The "friendly" boat sank.',
        'Her novel "The Long Winter Road" sold well in the town.',
        'They sailed on the "Northern Star" to the island.',
    ],
)
def test_scare_quotes_and_titles_are_no_quotations(annotate: Annotate, text: str) -> None:
    assert annotate(text).quotations == ()


def test_quoted_words_inside_a_reported_clause_are_mixed(annotate: Annotate) -> None:
    text = INTRO + 'Berg said the bridge would be "safe and very beautiful" for all.'
    quotation = only(annotate(text), "mixed")
    assert quotation.speaker_name == "Lars Berg"
    assert "safe and very beautiful" in [text[start:end] for start, end in quotation.spans]
    assert not any(mark in text[start:end] for start, end in quotation.spans for mark in '"')


def test_clause_of_a_reporting_verb_is_indirect(annotate: Annotate) -> None:
    text = INTRO + "Berg said that the bridge would open in June."
    assert spoken(annotate(text), text, "indirect") == [("that the bridge would open in June", "Lars Berg")]


def test_act_follows_the_verb(annotate: Annotate) -> None:
    text = INTRO + "Berg believes that the bridge is safe. Gurung intends to visit it."
    assert [quotation.act for quotation in annotate(text).quotations] == ["thought", "planned"]


@pytest.mark.parametrize("headline", ["Bridge will be safe for all: Gurung", "Gurung: Bridge will be safe for all"])
def test_headline_with_a_colon(annotate: Annotate, headline: str) -> None:
    text = f"{headline}\n\n{INTRO}"
    quotation = only(annotate(INTRO, headline), "indirect")
    assert text[quotation.span.start : quotation.span.end] == "Bridge will be safe for all"
    assert quotation.speaker_name == "Asha Gurung"


def test_written_down_talk(annotate: Annotate) -> None:
    text = "NORTON: What will the bridge cost in the end?\nBERG: It will cost less than the last one did."
    assert spoken(annotate(text), text) == [
        ("What will the bridge cost in the end?", "NORTON"),
        ("It will cost less than the last one did.", "BERG"),
    ]
