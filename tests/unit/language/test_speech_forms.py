"""The forms in which speech is told, in invented texts: where it begins and ends, and who is its source."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.model import Annotation

Annotate = Callable[..., Annotation]

INTRO = "Nepali President Asha Gurung met Norwegian Prime Minister Lars Berg in Oslo on Monday.\n\n"


def told(annotation: Annotation, text: str, kind: str) -> list[tuple[str, str | None]]:
    return [
        (" | ".join(text[start:end] for start, end in quotation.spans), quotation.speaker_name)
        for quotation in annotation.quotations
        if quotation.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“The bridge is lost,” thundered Berg.", "The bridge is lost,", "Lars Berg"),
        ("“The bridge is lost,” Berg barked.", "The bridge is lost,", "Lars Berg"),
        ("“The bridge is lost,” Berg, 58, told the Nunatak.", "The bridge is lost,", "Lars Berg"),
        ("“The bridge is lost,” Berg (Labour) told the Nunatak.", "The bridge is lost,", "Lars Berg"),
        ("According to Berg, “The bridge is lost for ever.”", "The bridge is lost for ever.", "Lars Berg"),
        ("Berg broke it down for them: “The bridge is lost for ever.”", "The bridge is lost for ever.", "Lars Berg"),
        ("Gurung chanted, “Bridge! Bridge!” in the hall.", "Bridge! Bridge!", "Asha Gurung"),
        ("“The bridge is lost for ever to all of us.” — Lars Berg", None, "Lars Berg"),
        (
            "“The bridge is lost.’ The hall was quiet. “We are all going home,” Berg said.",
            "We are all going home,",
            "Lars Berg",
        ),
    ],
)
def test_direct_speech(annotate: Annotate, text: str, words: str | None, speaker: str) -> None:
    whole = INTRO + text
    found = told(annotate(whole), whole, "direct")
    assert found
    assert found[-1][1] == speaker
    assert words is None or found[-1][0] == words


def test_two_cues_are_two_quotations(annotate: Annotate) -> None:
    text = INTRO + '"The bridge is lost," Berg said. "We shall build another one," he added.'
    assert told(annotate(text), text, "direct") == [
        ("The bridge is lost,", "Lars Berg"),
        ("We shall build another one,", "Lars Berg"),
    ]


def test_second_verb_begins_another_quotation(annotate: Annotate) -> None:
    text = INTRO + '"The bridge is lost," Berg said, adding: "We shall build another one in the spring."'
    assert len(told(annotate(text), text, "direct")) == 2


def test_title_in_the_cue_does_not_part_a_split_quotation(annotate: Annotate) -> None:
    text = INTRO + '"The bridge is lost," Berg said on the programme "Oslo Now." "We shall build another one."'
    assert told(annotate(text), text, "direct") == [("The bridge is lost, | We shall build another one.", "Lars Berg")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('Berg thanked them for "years of patience and good will".', "years of patience and good will"),
        ('Berg called the plan "a very bad joke".', "the plan | a very bad joke"),
        ('In the words of Berg, it was "a very bad joke" on them all.', "a very bad joke"),
    ],
)
def test_quoted_fragments_have_their_source(annotate: Annotate, text: str, content: str) -> None:
    whole = INTRO + text
    assert told(annotate(whole), whole, "mixed") == [(content, "Lars Berg")]


def test_document_is_the_source_of_what_stands_in_it(annotate: Annotate) -> None:
    text = 'The log has the ferry leaving late, "owing to late loading of two lorries".'
    (quotation,) = annotate(text).quotations
    assert quotation.source_span is not None
    assert text[slice(*quotation.source_span)] == "The log"
    assert quotation.speaker_name is None


@pytest.mark.parametrize(
    ("text", "act", "content"),
    [
        ("Berg called for a new bridge.", "said", "a new bridge"),
        ("Berg described the bridge as a danger to all.", "said", "the bridge as a danger to all"),
        ("Berg told reporters that the bridge was safe.", "said", "that the bridge was safe"),
        ("The bridge was safe, according to Berg.", "said", "The bridge was safe"),
        ("Berg declined to name a day.", "did", "to name a day"),
        ("Berg plans to build a bridge.", "planned", "to build a bridge"),
        ("Berg hopes that the bridge will hold.", "thought", "that the bridge will hold"),
    ],
)
def test_indirect_speech_with_its_act(annotate: Annotate, text: str, act: str, content: str) -> None:
    whole = INTRO + text
    found = [each for each in annotate(whole).quotations if each.span.start >= len(INTRO)]
    assert [(each.act, whole[slice(*each.span)], each.speaker_name) for each in found] == [(act, content, "Lars Berg")]


def test_relative_pronoun_is_the_source_and_leads_to_the_name(annotate: Annotate) -> None:
    text = INTRO + "They were met by Ida Holm, who said that the road was open."
    quotation = annotate(text).quotations[-1]
    assert quotation.source_span is not None
    assert text[slice(*quotation.source_span)] == "who"
    assert quotation.speaker_name == "Ida Holm"
    assert text[slice(*quotation.chain[-1])] == "Ida Holm"


def test_said_in_a_statement_is_told_once(annotate: Annotate) -> None:
    text = INTRO + "Berg said in a statement that the bridge was safe."
    assert len([each for each in annotate(text).quotations if each.span.start >= len(INTRO)]) == 1


def test_pasted_post_is_the_posters(annotate: Annotate) -> None:
    text = INTRO + "Well that was no thunder. All of the town is dark — Oslo Weather (@osloweather) May 16, 2016"
    assert told(annotate(text), text, "direct") == [
        ("Well that was no thunder. All of the town is dark", "Oslo Weather")
    ]


def test_paragraph_behind_a_colon_is_what_it_announces(annotate: Annotate) -> None:
    text = INTRO + "Berg wrote in a letter to the town:\n\nI am sorry for what we have done to the bridge."
    assert told(annotate(text), text, "direct") == [("I am sorry for what we have done to the bridge.", "Lars Berg")]


def test_rank_with_a_full_stop_ends_no_sentence(annotate: Annotate) -> None:
    text = "“We have found the boat,” Coast Guard Cmdr. Pelle Ferrando told reporters at the dock."
    assert told(annotate(text), text, "direct") == [("We have found the boat,", "Pelle Ferrando")]


def test_heading_between_marks_is_no_speech(annotate: Annotate) -> None:
    text = INTRO + "'A Legend That Will Last in the Coal Fields.'\n\nThe bridge is old."
    assert told(annotate(text), text, "direct") == []


def test_posts_of_one_paragraph_end_with_their_signatures(annotate: Annotate) -> None:
    text = (
        "We are stuck on the quay again — Asha Gurung (@gurung) June 3, 2016 They say the pilot is lost — "
        "Asha Gurung (@gurung) June 3, 2016 We are home at last — Lars Berg (@berg) 4 June 2016 She later wrote more."
    )
    assert told(annotate(text), text, "direct") == [
        ("We are stuck on the quay again", "Asha Gurung"),
        ("They say the pilot is lost", "Asha Gurung"),
        ("We are home at last", "Lars Berg"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "There is no guarantee that the bridge will open.",
        "It is safe to say that the bridge is closed.",
        "It goes without saying that the bridge is closed.",
    ],
)
def test_what_nobody_says_has_no_source(annotate: Annotate, text: str) -> None:
    assert [quotation.source_span for quotation in annotate(text).quotations] == [None]


def test_it_that_says_something_is_a_source(annotate: Annotate) -> None:
    text = "The ministry closed the bridge. It said that the bridge was old."
    (quotation,) = annotate(text).quotations
    assert quotation.source_span is not None
    assert text[slice(*quotation.source_span)] == "It"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("BELMAR -- President Gurung said that the bridge was safe.", "President Gurung"),
        ("BELMAR, June 5 (AP) — Former mayor Asha Gurung said that the bridge was safe.", "Former mayor Asha Gurung"),
        ("On Monday Gurung said that the bridge was safe.", "Gurung"),
    ],
)
def test_a_source_has_no_dateline(annotate: Annotate, text: str, source: str) -> None:
    spans = [quotation.source_span for quotation in annotate(text).quotations]
    assert [span and text[slice(*span)] for span in spans] == [source]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("He died in what police say was a deliberate attack.", "was a deliberate attack", None),
        ('She was hurt in what Berg called a "planned attack".', "a | planned attack", "Lars Berg"),
        ("It came after what Berg described as an easy night.", "an easy night", "Lars Berg"),
    ],
)
def test_what_somebody_calls_something(annotate: Annotate, text: str, words: str, speaker: str | None) -> None:
    whole = INTRO + text
    annotation = annotate(whole)
    assert (words, speaker) in told(annotation, whole, "indirect") + told(annotation, whole, "mixed")
