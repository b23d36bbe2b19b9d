from __future__ import annotations

import pytest
from lxml import etree
from lxml.html import document_fromstring

from firsthand.model import RawDocument, Source
from firsthand.reading import ReadingSettings, read_article
from firsthand.reading.html import extract_page
from firsthand.reading.page_body import extract_body
from firsthand.reading.page_paragraphs import gather_paragraphs

PARAGRAPHS = [
    "The port of Almere reopened on Tuesday after eleven days, and the first ships came in by noon, the board said.",
    "Dockers had worked in three shifts since the storm, which tore away a part of the northern pier and its crane.",
    "The harbour master, Ann Ode, thanked them in a short speech and said that the crane would be replaced by summer.",
    "Two of the eleven ships that had waited in the bay carried grain, and a third one carried timber from the north.",
]
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


def body(inside, node=None):
    html = f"<html><body><main><article><h1>Port reopens after storm</h1>{inside}</article></main></body></html>"
    lines = extract_body(document_fromstring(html), node or {})
    return [line for line in lines if line != "Port reopens after storm"]


@pytest.mark.parametrize(
    "aside",
    [
        '<div class="related-articles"><p>Cup won by the rowers of the old harbour after a night of rain.</p></div>',
        '<section class="article_newsletterSignup"><p>Have the news of the harbour sent to you at seven.</p></section>',
        '<div id="mostRead"><ul><li>Rowers win the cup of the harbour after a long night</li></ul></div>',
        '<div style="display: none"><p>This paragraph is not shown to anybody who reads the page.</p></div>',
        '<p class="reading-time">It takes you some four minutes to read what stands here about the port.</p>',
        '<p><strong><a href="/cup">ROWERS WIN THE CUP OF THE HARBOUR</a></strong></p>',
        '<ul><li><a href="/cup">Rowers win the cup</a></li><li><a href="/crane">Crane falls into bay</a></li></ul>',
        '<div class="gallery-overlay"><h2>Port reopens, in pictures</h2><p>Ships come in after the storm</p></div>',
    ],
)
def test_what_is_no_article_by_name_style_or_link_is_taken_out(aside):
    paragraphs = TEXT.replace("</p><p>", f"</p>{aside}<p>", 1)
    assert body(paragraphs) == PARAGRAPHS


def test_block_that_holds_the_article_stays_whatever_its_name():
    assert body(f'<div class="popular gallery">{TEXT}</div>') == PARAGRAPHS
    plain = "<br>".join(PARAGRAPHS)
    assert " ".join(body(f'<div class="recentNews">{plain}</div>')) == " ".join(PARAGRAPHS)
    assert body(f'<div itemprop="articleBody" class="social">{TEXT}</div>') == PARAGRAPHS


def test_text_that_line_breaks_part_is_paragraphs():
    inside = (
        f"{PARAGRAPHS[0][:50]}<em>{PARAGRAPHS[0][50:60]}</em>{PARAGRAPHS[0][60:]}<br><br><img src='x.png'>"
        f"{PARAGRAPHS[1]}<br> <br>{PARAGRAPHS[2]}<br><br/><br>{PARAGRAPHS[3]}"
    )
    assert body(f'<div class="content">{inside}</div>') == PARAGRAPHS


def test_body_in_several_containers_is_joined_within_an_article():
    parts = "<hr>".join(
        f'<div class="article-body"><p>{one}</p><p>{other}</p></div>' for one, other in (PARAGRAPHS[:2], PARAGRAPHS[2:])
    )
    assert body(parts) == PARAGRAPHS


def test_gathering_moves_text_and_loses_none():
    html = (
        "<body><div>a<br><br>b <i>c</i> d<br>e<br><br><p>f</p>g<ul><li>h</li></ul>i<br><br></div>"
        f"<article><div class='post-content'>{TEXT}</div>x<div class='post-content'>{TEXT}tail</div>y</article>"
        "<div class='comment-body'><p>j</p></div></body>"
    )
    tree = document_fromstring(html)
    before = "".join(tree.itertext()).split()
    gather_paragraphs(tree)
    after = "".join(tree.itertext()).split()
    assert sorted("".join(after)) == sorted("".join(before))
    assert b"<p>a</p><p>b <i>c</i> d<br>e</p><p>f</p><p>g</p><ul>" in etree.tostring(tree, method="html")


def test_comments_and_pages_of_several_articles_are_not_joined():
    apart = "".join(
        f"<article><div class='post-content'><p>{one}</p><p>{one}</p></div></article>" for one in PARAGRAPHS
    )
    tree = document_fromstring(
        f"<body>{apart}<div class='comment-text'>{TEXT}</div><div class='comment-text'>{TEXT}</div>"
    )
    before = etree.tostring(tree)
    gather_paragraphs(tree)
    assert etree.tostring(tree) == before


def test_json_ld_gives_the_body_where_the_page_shows_none():
    given = " ".join(PARAGRAPHS)
    assert body("<p>Subscribe.</p>", {"articleBody": given}) == [given]
    assert body(TEXT, {"articleBody": given}) == PARAGRAPHS


@pytest.mark.parametrize(
    "html",
    [
        "<div>" + "x<br><br>" * 20_000 + "</div>",
        "<div class='related'>" * 5_000 + TEXT,
        "<article>" + f"<div class='article-body'>{TEXT}" * 300,
        "<ul><li><a href='x'>a b c d</a>" * 2_000,
        "<p hidden>" * 5_000 + TEXT,
    ],
)
def test_hostile_markup_has_an_outcome(html):
    found = extract_page(f"<html><body><h1>Port reopens</h1>{html}</body></html>", None)
    assert found.text or found.no_article


def test_items_of_a_list_on_a_page_are_body():
    rows = [
        f"{day} June – Almere, the pier and its bridge, and a crane that looks on from its quay" for day in range(3, 9)
    ]
    listed = "".join(f"<li>{row}</li>" for row in rows)
    html = f"<html><body><article><h1>Port reopens</h1>{TEXT}<ul>{listed}</ul>{TEXT}</article></body></html>"
    document = RawDocument(article="n1", html=html, source=Source(sha256="", bytes_kept=0), original=b"")
    article = read_article(document, ReadingSettings()).article
    kept = "\n".join(article.text[slice(*span)] for span in article.body)
    assert [row for row in rows if row not in kept] == []
