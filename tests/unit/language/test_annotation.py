from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.errors import ConfigError, MissingExtraError
from firsthand.language import LanguageModel, LanguageSettings, annotate_articles, load_model, model_digest
from firsthand.model import Annotation, Article, Span

Annotate = Callable[..., Annotation]


def test_model_reads_english(model: LanguageModel) -> None:
    assert model.language == "en"


def test_digest_is_stable_and_that_of_the_files() -> None:
    digest = model_digest("en_core_web_sm")
    assert digest == model_digest("en_core_web_sm")
    assert len(digest) == 64


@pytest.mark.parametrize("name", ["../models/en", "/tmp/model", "os", "en core", ""])
def test_a_path_or_a_module_is_no_model(name: str) -> None:
    with pytest.raises(ConfigError):
        load_model(name)


def test_missing_model_names_the_mend() -> None:
    with pytest.raises(MissingExtraError) as caught:
        load_model("xx_no_such_model")
    assert "spacy download xx_no_such_model" in caught.value.mend


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("de", "no model for German (de)"),
        ("ru", "no model for Russian (ru)"),
        (None, "the language of the article is not known"),
    ],
)
def test_article_in_another_language_is_set_aside(annotate: Annotate, language: str | None, reason: str) -> None:
    annotation = annotate("Der Hafen ist offen.", language=language)
    assert annotation == Annotation(article="a", skipped=reason)


def test_article_that_is_too_long_is_set_aside(model: LanguageModel, article: Callable[..., Article]) -> None:
    settings = LanguageSettings(longest_body=100)
    (annotation,) = annotate_articles([article("word " * 100)], model, settings)
    assert annotation.skipped is not None
    assert "longest_body" in annotation.skipped


def test_nothing_outside_headline_and_body_is_read(model: LanguageModel, article: Callable[..., Article]) -> None:
    whole = article("Menu Oslo Monday\n\nAnna Norton opened the hall.\n\nRead more: Lars Berg on Friday")
    start = whole.text.index("Anna")
    from dataclasses import replace

    inner = replace(whole, body=(Span(start, whole.text.index("\n\nRead")),))
    (annotation,) = annotate_articles([inner], model, LanguageSettings())
    assert [mention.name for mention in annotation.mentions] == ["Anna Norton"]
    assert annotation.times == ()
    assert annotation.sentences == ((start, start + len("Anna Norton opened the hall.")),)


def test_order_and_company_of_articles_change_nothing(model: LanguageModel, article: Callable[..., Article]) -> None:
    one = article("Anna Norton opened the hall on Monday. “It is fine,” she said.", article="a")
    two = article("Lars Berg sank the boat.\nAnna Norton wept.", article="b", published="2014-01-01")
    both = annotate_articles([one, two], model, LanguageSettings())
    back = annotate_articles([two, one], model, LanguageSettings())
    alone = annotate_articles([one], model, LanguageSettings())
    assert both == back[::-1]
    assert both[:1] == alone


def test_long_paragraph_is_parsed_in_pieces_with_true_offsets(
    model: LanguageModel, article: Callable[..., Article]
) -> None:
    text = "Anna Norton opened the hall. " * 40
    (annotation,) = annotate_articles([article(text)], model, LanguageSettings(longest_paragraph=200))
    assert {text[mention.span.start : mention.span.end] for mention in annotation.mentions} == {"Anna Norton"}
    assert len(annotation.mentions) == 40


def test_lines_wrapped_by_hand_are_one_paragraph(annotate: Annotate) -> None:
    text = (
        "The harbour of the northern island was opened again by the new mayor\n"
        "after a long and very expensive repair of its walls, which the storm\n"
        "had broken in the winter."
    )
    assert len(annotate(text).sentences) == 1


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufffd" * 30, "?!?! ... “”", "a", "。「」", "\u202eabc\u0000def"])
def test_any_text_can_be_annotated(annotate: Annotate, text: str) -> None:
    assert annotate(text + " ").skipped is None


@pytest.mark.parametrize("lead", ["By Tom Marlow, Harbour Editor\n\n", "By Tom Marlow"])
def test_whoever_wrote_the_text_is_meant_by_no_pronoun(annotate: Annotate, lead: str) -> None:
    body = "The pilot was hauled out of the water at dawn. “I could see nothing at all,” he said."
    (said,) = [each for each in annotate(lead + body, byline="Tom Marlow").quotations if each.kind == "direct"]
    assert (said.speaker_form, said.speaker_name) == (None, None)


def test_whoever_is_told_of_may_bear_the_name_of_the_byline(annotate: Annotate) -> None:
    body = "Tom Marlow was hauled out of the water at dawn. “I could see nothing at all,” he said."
    (said,) = [each for each in annotate(body, byline="Tom Marlow").quotations if each.kind == "direct"]
    assert "Tom Marlow" in {said.speaker_form, said.speaker_name}
