from __future__ import annotations

import msgspec
import pytest

from firsthand.model import Credit, CreditRole, Span
from firsthand.stories import StoryFeatures, StorySettings, describe_article
from firsthand.text.sentence_vectors import encode_sentence

SETTINGS = StorySettings()


def test_it_reads_body_and_headline_and_nothing_else(make_article):
    text = "Menu Weather Sport\nThe mill at Osby burned down on 3 May 2031."
    body = Span(text.index("The"), len(text))
    features = describe_article(make_article("x", text, "Mill burns", body=(body,)), SETTINGS)
    assert {"mill", "osby", "burned", "burns"} <= features.words.keys()
    assert "weather" not in features.words
    assert features.names == {"Osby": 1}
    assert features.days == ("2031-05-03",)
    assert (features.title, features.has_headline) == ("Mill burns", True)


def test_an_article_that_was_set_aside_has_no_text(make_article):
    features = describe_article(make_article("x", "404 Not found", body=()), SETTINGS)
    assert not features.has_text
    assert not features.words


def test_a_bare_headline_is_enough(make_article):
    features = describe_article(make_article("x", "", "Mill burns at Osby"), SETTINGS)
    assert features.has_text
    assert features.opening == {"burns": 1, "mill": 1, "osby": 1}


def test_without_headline_the_first_sentence_stands_in_with_its_span(make_article):
    text = "Short.\nThe mill at Osby burned down in the night. Nobody was hurt."
    features = describe_article(make_article("x", text), SETTINGS)
    assert features.title_span is not None
    assert text[features.title_span.start : features.title_span.end] == "The mill at Osby burned down in the night."
    assert not features.has_headline


def test_numbers_in_words_and_digits_meet(make_article):
    features = describe_article(make_article("x", "Twelve people, 1,200 sheep and 12 dogs were saved."), SETTINGS)
    assert features.numbers == {"12": 2, "1200": 1}


@pytest.mark.parametrize(
    "text", ["มีผู้บาดเจ็บ 12 คนเมื่อรถรางตกราง", "ト\u3099ライハ\u3099ーら 12 人か\u3099けか\u3099をした"]
)
def test_marks_that_stand_alone_in_a_script_without_spaces_are_no_numbers(make_article, text):
    features = describe_article(make_article("x", text), SETTINGS)
    assert features.numbers == {"12": 1}


def test_what_tells_one_occasion_from_another_of_its_kind(make_article):
    text = "It was her first official visit to Sarrow since 2027. The fifth round of talks follows."
    features = describe_article(make_article("x", text), SETTINGS)
    assert features.since == {"visit": 2027}
    assert features.rows == {"round": 5}


def test_days_come_from_the_dates_of_the_article(make_article):
    article = make_article(
        "x", "The mill burned.", published="2031-05-03T23:10:00+02:00", published_not_before="2031-05", event_date="x"
    )
    features = describe_article(article, SETTINGS)
    assert (features.published, features.not_before, features.event_date) == ("2031-05-03", None, None)


def test_features_survive_the_archive(make_article):
    features = describe_article(make_article("x", "The mill at Osby burned on Monday, 3 May 2031."), SETTINGS)
    assert msgspec.json.decode(msgspec.json.encode(features), type=StoryFeatures) == features


def test_a_line_of_a_megabyte_is_read_at_its_head_only(make_article):
    for text in ("first a " * 130_000, "A" * 1_000_000, "Osby " * 200_000, "first " + "a-b " * 250_000 + "since 2001"):
        features = describe_article(make_article("x", text), SETTINGS)
        assert len(features.words) <= 600


def test_who_wrote_and_published_it_is_no_part_of_the_affair(make_article):
    text = "By Tobi Renn, Wayside Radio\nOSBY (AFP) - The mill burned down. The mayor told Reuters so."
    afp, reuters = text.index("(AFP)"), text.index("Reuters")
    article = make_article(
        "x",
        text,
        byline="Tobi Renn",
        outlet="Wayside Radio",
        credits=(
            Credit(name="AFP", span=Span(afp, afp + 5), role=CreditRole.FULL),
            Credit(name="Reuters", span=Span(reuters, reuters + 7), role=CreditRole.CITED),
        ),
    )
    features = describe_article(article, SETTINGS)
    assert features.words.keys().isdisjoint({"tobi", "renn", "wayside", "radio", "afp"})
    assert {"osby", "mill", "reuters"} <= features.words.keys()


def test_the_first_weekday_of_the_opening_is_kept(make_article):
    features = describe_article(make_article("x", "The mill burned on Friday. On Monday it had been sold."), SETTINGS)
    assert features.weekday == 4


def test_numbers_meet_however_they_are_grouped(make_article):
    def numbers(text: str, language: str) -> set[str]:
        return set(describe_article(make_article("a", text, language=language), SETTINGS).numbers)

    english = numbers("The quake of 6.1 took 1,200 homes and 850,000 crowns.", "en")
    assert english == {"6.1", "1200", "850000"}
    assert numbers("Das Beben der Stärke 6,1 kostete 1.200 Häuser und 850.000 Kronen.", "de") == english
    assert english <= numbers("6.1级地震毁坏1200所房屋,损失85万克朗。", "zh")


def test_the_vector_is_of_the_headline_or_of_the_first_words(make_article):
    body = "The ferry sank off Quenby on Tuesday. " * 20
    assert describe_article(make_article("a", body, "Bakers on strike"), SETTINGS).vector == encode_sentence(
        "Bakers on strike"
    )
    assert describe_article(make_article("a", body), SETTINGS).vector == encode_sentence(body[:80])


def test_countries_of_headline_and_opening_are_places(make_article):
    text = "Ein Beben erschütterte Chile. " + "Es war am Morgen. " * 30 + "Frankreich schickte Helfer."
    found = describe_article(make_article("a", text, "Türkei bietet Hilfe an", language="de"), SETTINGS)
    assert found.places == ("chile", "turkey")
