from __future__ import annotations

import json

import pytest

from firsthand.reading.html import extract_page

PARAGRAPHS = [
    "The port of Almere reopened on Tuesday after eleven days, and the first ships came in by noon, the board said.",
    "Dockers had worked in three shifts since the storm, which tore away a part of the northern pier and its crane.",
    "The harbour master, Ann Ode, thanked them in a short speech and said that the crane would be replaced by summer.",
]
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
CONSENT = (
    "<p>We and our partners use cookies to keep this site free. Cookies also tell us how the site is read.</p>"
    "<p>You can accept all cookies, or set which ones you want. Your choice is kept for a year in a cookie.</p>"
)
LINKS = "".join(f"<li><a href='/{place}'>Ship number {place} came in by noon yesterday</a> </li>" for place in range(9))


def page(title, inside, head=""):
    return f"<html><head><title>{title}</title>{head}</head><body><main><h1>{title}</h1>{inside}</main></body></html>"


def script(**fields):
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


VIDEO = script(**{"@type": "VideoObject", "name": "Ships come in", "uploadDate": "2031-03-04"})
NEWS = script(**{"@type": "NewsArticle", "headline": "Port reopens", "isAccessibleForFree": False})
LOCKED = script(**{"@type": "NewsArticle", "headline": "Port reopens", "isAccessibleForFree": "False"})


LOST = "<p>Try the search, or go to the first page of the Harbour Post, where the news of today stand.</p>"
SHIPS = "<p>See how the ships came in after the storm, on Tuesday at noon.</p>"
VIDEO_TYPE = '<meta property="og:type" content="video.other">'


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (page("404 - Not Found", LOST), "no article: 404 page"),
        (page("Page not found | Harbour Post", LOST), "no article: 404 page"),
        (page("Seite nicht gefunden", LOST), "no article: 404 page"),
        (page("Page introuvable", LOST), "no article: 404 page"),
        (page("Ships come in", SHIPS, VIDEO), "no article: video page"),
        (page("Ships come in", SHIPS, VIDEO_TYPE), "no article: video page"),
        (page("Port reopens", f"<p>{PARAGRAPHS[0]}</p>", NEWS), "no article: paywall"),
        (page("Port reopens", f"<p>{PARAGRAPHS[0]}</p>", LOCKED), "no article: paywall"),
        (page("Harbour Post", CONSENT), "no article: cookie wall"),
        (page("News of the port", f"<ul>{LINKS}</ul>"), "no article: menu page"),
    ],
)
def test_page_without_an_article_says_why(html, reason):
    assert extract_page(html, None).no_article == reason


@pytest.mark.parametrize(
    "html",
    [
        page("Port reopens after storm", TEXT),
        page("404 people come to the port", TEXT),
        page("404 people come to the port", f"<p>{PARAGRAPHS[0]}</p>"),
        page("Port reopens", TEXT * 3, NEWS),
        page("Port reopens", TEXT, VIDEO + script(**{"@type": "NewsArticle", "headline": "Port reopens"})),
        page("Port reopens", TEXT * 2, VIDEO),
        page("Port asks for consent to cookies", CONSENT + TEXT * 5),
        page("Port asks for consent", CONSENT + TEXT, script(**{"@type": "NewsArticle", "headline": "Port asks"})),
        page("Port", TEXT + f"<ul>{LINKS}</ul>", '<meta property="og:type" content="article">'),
    ],
)
def test_page_with_an_article_is_kept(html):
    found = extract_page(html, None)
    assert found.no_article is None
    assert found.text
