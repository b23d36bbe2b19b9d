from __future__ import annotations

import json

import pytest

from firsthand.model import Claim, RawDocument, Source
from firsthand.reading import ReadingSettings, read_article
from firsthand.reading.html import extract_page
from firsthand.reading.jsonld import find_article, read_json_ld

PARAGRAPHS = [
    "The port of Almere reopened on Tuesday after eleven days, and the first ships came in by noon, the board said.",
    "Dockers had worked in three shifts since the storm, which tore away a part of the northern pier and its crane.",
    "The harbour master, Ann Ode, thanked them in a short speech and said that the crane would be replaced by summer.",
]


def page(head="", body_head=""):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Port reopens | Harbour Post</title>{head}</head>"
        f"<body><article><h1>Port reopens after storm</h1>{body_head}{body}</article></body></html>"
    )


def script(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def claims(html, field):
    return [(one.value, one.locator) for one in extract_page(html, None).claims if one.field == field]


GRAPH = {
    "@graph": [
        {"@type": "Organization", "@id": "#post", "name": "Harbour Post"},
        {"@type": "Person", "@id": "#ann", "name": "Ann Ode"},
        {
            "@type": "NewsArticle",
            "headline": "Port reopens after storm",
            "author": [{"@id": "#ann"}, {"name": "Bea Quay"}, "Cal Rope"],
            "publisher": {"@id": "#post"},
            "datePublished": "2031-03-04T20:31:00+03:00",
            "dateModified": "2031-03-05T08:00:00+03:00",
            "articleSection": ["Local", "Ports"],
            "inLanguage": "en-GB",
            "mainEntityOfPage": {"@id": "https://h.example/port"},
            "correction": [
                {"@type": "CorrectionComment", "text": "The pier is the northern one."},
                "A name was wrong.",
            ],
        },
    ]
}


def test_claims_of_json_ld_stand_at_their_path():
    html = page(script({"@type": "WebSite"}) + script(GRAPH))
    assert claims(html, "author") == [
        ("Ann Ode", "json-ld script 2 $.@graph[1].name"),
        ("Bea Quay", "json-ld script 2 $.@graph[2].author[1].name"),
        ("Cal Rope", "json-ld script 2 $.@graph[2].author[2]"),
    ]
    assert claims(html, "outlet") == [("Harbour Post", "json-ld script 2 $.@graph[0].name")]
    assert claims(html, "section") == [
        ("Local", "json-ld script 2 $.@graph[2].articleSection[0]"),
        ("Ports", "json-ld script 2 $.@graph[2].articleSection[1]"),
    ]
    assert claims(html, "correction") == [
        ("The pier is the northern one.", "json-ld script 2 $.@graph[2].correction[0].text"),
        ("A name was wrong.", "json-ld script 2 $.@graph[2].correction[1]"),
    ]
    assert ("https://h.example/port", "json-ld script 2 $.@graph[2].mainEntityOfPage.@id") in claims(
        html, "canonical_url"
    )
    assert claims(html, "updated")[0][1] == "json-ld script 2 $.@graph[2].dateModified"
    assert claims(html, "published")[0][1] == "json-ld script 2 $.@graph[2].datePublished"


def test_path_leads_to_the_value():
    found = read_json_ld([json.dumps(GRAPH)])
    assert [one.path for one in found[:4]] == ["$.@graph[0]", "$.@graph[1]", "$.@graph[2]", "$.@graph[2].correction[0]"]
    article = find_article(found, None, "Port reopens after storm")
    assert article is not None
    assert article.node is found[2].node


def test_claims_of_meta_elements_and_of_the_page():
    html = page(
        '<meta property="og:title" content="Port reopens"><meta property="og:site_name" content="Harbour Post">'
        '<meta name="author" content="Ann Ode"><meta property="article:section" content="Local">'
        '<meta property="article:modified_time" content="2031-03-05"><meta property="og:locale" content="en_GB">'
        '<link rel="canonical" href="https://h.example/port">',
        '<time datetime="2031-03-04T20:31Z">4 March</time>',
    )
    assert claims(html, "headline") == [
        ("Port reopens", "meta og:title"),
        ("Port reopens after storm", "element h1"),
        ("Port reopens | Harbour Post", "element title"),
    ]
    assert claims(html, "outlet") == [("Harbour Post", "meta og:site_name")]
    assert claims(html, "author") == [("Ann Ode", "meta author")]
    assert claims(html, "section") == [("Local", "meta article:section")]
    assert claims(html, "updated") == [("2031-03-05", "meta article:modified_time")]
    assert claims(html, "language") == [("en_GB", "meta og:locale"), ("en", "html lang")]
    assert claims(html, "canonical_url") == [("https://h.example/port", "link canonical")]
    assert ("2031-03-04T20:31Z", "time datetime") in claims(html, "published")


def test_microdata_fills_what_nothing_else_says():
    marked = (
        '<div itemscope itemtype="https://schema.org/NewsArticle"><b itemprop="author">Ann Ode</b>'
        '<b itemprop="publisher">Harbour Post</b><b itemprop="articleSection">Local</b>'
        '<meta itemprop="dateModified" content="2031-03-05"></div>'
    )
    found = extract_page(page("", marked), None)
    assert (found.authors, found.outlet, found.section) == (("Ann Ode",), "Harbour Post", "Local")
    assert found.updated == "2031-03-05"
    better = extract_page(page('<meta property="og:site_name" content="The Post">', marked), None)
    assert better.outlet == "The Post"


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "NewsArticle", "author": ["x"] * 900, "headline": "h" * 5_000, "articleSection": ["y"] * 900},
        {"@type": "NewsArticle", "author": [{"name": f"x{place}"} for place in range(900)]},
        {"@type": "NewsArticle", "author": {"@id": "#a"}, "@id": "#a", "publisher": {"@id": "#none"}},
        {"@type": "NewsArticle", "author": [[["x"]]], "headline": {"a": 1}, "correction": {"text": {"text": 1}}},
        {"@type": ["NewsArticle", 3], "author": None, "headline": 3, "url": "javascript:x", "datePublished": [[]]},
    ],
)
def test_claims_are_bounded_and_odd_values_are_none(value):
    found = extract_page(page(script(value)), None).claims
    assert len(found) <= 50
    assert all(one.value and len(one.value) <= 500 for one in found)
    assert all(one.value.startswith("http") for one in found if one.field == "canonical_url")


def article(**fields):
    document = RawDocument(article="n1", source=Source(sha256="", bytes_kept=0), original=b"", **fields)
    return read_article(document, ReadingSettings()).article


def test_article_carries_claims_of_source_page_and_text():
    html = page('<meta property="og:title" content="Port reopens"><meta property="article:section" content="Local">')
    found = article(html=html, title="Port open", outlet="H. Post", byline="Ann Ode", published="2031-03-04")
    assert found.claims[:4] == (
        Claim(field="headline", value="Port open", locator="field title"),
        Claim(field="outlet", value="H. Post", locator="field outlet"),
        Claim(field="author", value="Ann Ode", locator="field byline"),
        Claim(field="published", value="2031-03-04", locator="field published"),
    )
    assert Claim(field="headline", value="Port reopens", locator="meta og:title") in found.claims
    assert found.section == "Local"


def test_notice_of_a_correction_in_the_text_is_a_claim():
    notice = "Correction: An earlier version of this article misstated which pier the storm had torn away."
    text = "\n\n".join([*PARAGRAPHS, notice])
    found = article(text=text)
    start = text.index("Correction")
    assert found.claims == (Claim(field="correction", value=notice, locator=f"text {start}-{len(text)}"),)
    assert article(text="\n\n".join(PARAGRAPHS)).claims == ()
