from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.model import RawDocument, Reading, Source
from firsthand.reading import ReadingSettings, read_article

_PARAGRAPHS = [
    "The new bridge over the Ell was opened on Monday, eleven years after the old one was washed away by a flood.",
    "About 400 people walked across it in the rain, the council of Ellmouth said in a statement after the ceremony.",
    "“We have waited long enough,” said the mayor, Ann Lowell, who cut the ribbon with a pair of garden shears.",
]


def _read(text: str | None, **fields: str) -> tuple[object, ...]:
    reading = _reading(text, **fields)
    return reading.article.body, reading.set_aside


def _reading(text: str | None, **fields: str) -> Reading:
    document = RawDocument(article="a", text=text, source=Source(sha256="0", bytes_kept=0), original=b"")
    return read_article(replace(document, **fields), ReadingSettings())


def test_a_dirty_text_is_read() -> None:
    text = "\n".join(
        ["Share", "Bridge opens in Ellmouth at last", "ELLMOUTH (AP) — " + _PARAGRAPHS[0], *_PARAGRAPHS[1:]]
    )
    article = _reading(text, url="https://www.harbourgazette.com/x", published="2021-05-03").article
    assert article.text == text
    assert article.outlet == "harbourgazette.com"
    assert article.headline == "Bridge opens in Ellmouth at last"
    assert article.headline_span is not None
    assert text[slice(*article.headline_span)] == article.headline
    assert article.dateline == "ELLMOUTH"
    assert article.agencies == ("Associated Press",)
    assert article.language == "en"
    assert article.published == "2021-05-03"
    assert [text[slice(*span)] for span in article.body] == [text[text.index("ELLMOUTH (AP)") :]]
    assert set(article.why_null) == {"byline"}


def test_what_is_not_known_says_why() -> None:
    article = _reading("\n".join(_PARAGRAPHS)).article
    for field in ("outlet", "headline", "byline", "dateline", "published", "url"):
        assert getattr(article, field) is None
        assert article.why_null[field]


@pytest.mark.parametrize(
    ("text", "fields", "reason"),
    [
        ("", {}, "no article: the text is empty"),
        ("  \n ", {}, "no article: the text is empty"),
        (None, {"title": "Bridge opens in Ellmouth"}, "no article: a title alone"),
        ("Home\nNews\nSport\nWeather", {}, "no article: menu page"),
        ("Page not found\nSorry, the page you are looking for does not exist any more.", {}, "no article: 404 page"),
        ("\n".join(_PARAGRAPHS), {"url": "https://x.com/search/?q=bridge"}, "no article: search results"),
        (
            "Ann Lowell on the bridge. (AP Photo/Sam Birt)\nSam on it. (AP Photo/Sam Birt)",
            {},
            "no article: picture gallery",
        ),
        (
            "The bridge has been opened.\nSubscribe now for unlimited access to our newsletter",
            {},
            "no article: paywall",
        ),
    ],
)
def test_texts_set_aside(text: str | None, fields: dict[str, str], reason: str) -> None:
    body, set_aside = _read(text, **fields)
    assert set_aside == reason
    assert body == ()


@pytest.mark.parametrize(
    "text",
    [
        "The bridge in Ellmouth was closed on Monday after a crack was found, the council said.",
        "A search engine for lost dogs opened in Ellmouth on Monday. It has 404 members.\nIts page was not found.",
        "Council closes bridge in Ellmouth after crack is found",
        "埃尔茅斯大桥周一通车，市长表示欢迎。",
    ],
)
def test_a_short_real_brief_is_an_article(text: str) -> None:
    body, set_aside = _read(text)
    assert set_aside is None
    assert body


def test_too_little_text_has_no_language() -> None:
    reading = _reading("The bridge was closed on Monday.")
    assert reading.article.language is None
    assert "40 characters" in reading.article.why_null["language"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Brücke über die Ell ist am Montag nach elf Jahren wieder für den Verkehr freigegeben worden.", "de"),
        ("Новый мост через реку открыт в понедельник, сообщили в мэрии города после церемонии.", "ru"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert _reading(text).article.language == language


def test_reading_twice_gives_the_same() -> None:
    text = "\n".join(_PARAGRAPHS)
    assert _reading(text) == _reading(text)
