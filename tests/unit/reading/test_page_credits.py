from __future__ import annotations

import pytest

from firsthand.model import RawDocument, Source
from firsthand.reading import ReadingSettings, read_article
from firsthand.reading.html import extract_page

PARAGRAPHS = [
    "The port of Almere reopened on Tuesday after eleven days, and the first ships came in by noon, the board said.",
    "Dockers had worked in three shifts since the storm, which tore away a part of the northern pier and its crane.",
    "The harbour master, Ann Ode, thanked them in a short speech and said that the crane would be replaced by summer.",
]
HEADLINE = "Port reopens after storm"


def page(before="", after=""):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<html><body><header><a href='/'>Harbour Post</a></header><main><article><h1>{HEADLINE}</h1>{before}"
        f"<div class='article-body'>{body}</div>{after}</article></main></body></html>"
    )


@pytest.mark.parametrize(
    "line",
    [
        '<p class="byline">By Bea Quay and AFP</p>',
        '<div class="article__meta"><span class="author-name">Bea Quay and AFP</span></div>',
        '<div class="c-byline"><span class="author">Bea Quay</span> and <a rel="author" href="/afp">AFP</a></div>',
        '<span itemprop="author">Bea Quay, AFP</span>',
    ],
)
def test_byline_with_an_agency_stands_under_the_headline(line):
    lines = extract_page(page(line), None).text.split("\n")
    assert lines[0] == HEADLINE
    assert "AFP" in lines[1]
    assert "Bea Quay" in lines[1]
    assert lines[2:] == PARAGRAPHS


def test_source_behind_the_article_stands_behind_it():
    lines = extract_page(page(after='<footer class="article-source">Source: Reuters</footer>'), None).text.split("\n")
    assert lines == [HEADLINE, *PARAGRAPHS, "Source: Reuters"]


def test_agency_of_the_byline_is_credited():
    document = RawDocument(
        article="n1",
        html=page('<p class="byline">By Bea Quay and AFP</p>'),
        source=Source(sha256="", bytes_kept=0),
        original=b"",
    )
    article = read_article(document, ReadingSettings()).article
    assert article.agencies == ("AFP",)
    assert all(article.text[slice(*credit.span)] == "AFP" for credit in article.credits)


@pytest.mark.parametrize(
    "line",
    [
        '<p class="byline">By Bea Quay</p>',  # names stand in the page's data
        '<figure class="source"><span class="credit-line">Photo: AFP</span></figure>',
        '<div class="author-bio">Bea Quay worked for AFP for ten years.</div>',
        '<div class="related"><span class="byline">By Cal Rope, AFP</span></div>',
        '<aside><span class="byline">By Cal Rope, AFP</span></aside>',
        f'<div class="byline">AFP {"and others " * 40}</div>',
        '<div class="note">AFP</div>',
    ],
)
def test_other_lines_are_not_brought_back(line):
    assert extract_page(page(line), None).text.split("\n") == [HEADLINE, *PARAGRAPHS]


def test_credit_that_the_body_holds_is_not_repeated():
    html = page().replace(f"<p>{PARAGRAPHS[0]}", f"<p class='byline'>By Bea Quay, AFP</p><p>{PARAGRAPHS[0]}")
    assert extract_page(html, None).text.count("AFP") == 1


def test_credit_of_another_text_is_not_taken():
    other = "<div><p>Rowers of the old harbour won the cup after a long night of rain, their second in a row.</p></div>"
    html = page().replace("<main>", f'<div><h2>Cup won</h2><p class="byline">Cal Rope, AFP</p>{other}</div><main>')
    assert "AFP" not in extract_page(html, None).text


def test_many_and_nested_credit_lines_are_bounded():
    many = '<p class="byline">By Bea Quay and AFP</p>' * 3_000
    assert extract_page(page(many), None).text.count("AFP") == 1
    nested = '<div class="byline">By Bea Quay and AFP' * 200
    assert extract_page(page(nested), None).text.count("\n") < 400
