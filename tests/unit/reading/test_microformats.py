from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from firsthand.reading.html import extract_page
from firsthand.reading.microformats import read_microformats


def authors(page: str) -> list[str]:
    return [claim.value for claim in read_microformats(document_fromstring(page))]


@pytest.mark.parametrize(
    "marked",
    [
        '<span class="author vcard"><a class="url fn n" href="/t">Tamsin Orrel</a></span>',
        '<span class="vcard author">Tamsin Orrel</span>',
        '<a class="p-author h-card" href="/t">Tamsin Orrel</a>',
        '<a href="/t" rel="author">Tamsin Orrel</a>',
        '<div class="p-author h-card"><img alt="x"><b class="p-name">Tamsin Orrel</b>, at the harbour</div>',
    ],
)
def test_an_author_that_is_marked(marked):
    page = f"<article class=hentry><h1>Ferry runs aground</h1><p>By {marked} {marked}</p><p>Words.</p></article>"
    assert authors(page) == ["Tamsin Orrel"]


def test_authors_of_comments_boxes_and_other_articles_are_not_the_articles():
    other = '<span class="author vcard">Bob Elm</span>'
    page = f"""<article><h1>Ferry runs aground</h1><div id="comments">{other}</div><aside>{other}</aside></article>
        <article><h2>Bridge shut</h2>{other}</article>"""
    assert authors(page) == []
    assert authors("".join(f"<p class='author vcard'>Writer {number}</p>" for number in range(9))) == []
    assert authors("<p>The <b class=author>author</b> and a <a rel=authority>link</a></p>") == []
    assert authors(f"<p class='author vcard'>{'Writes on harbours. ' * 9}</p>") == []


def test_a_page_believes_its_data_before_its_marks():
    marked = '<p><span class="author vcard">By Tamsin Orrel</span></p>'
    assert extract_page(f"<h1>Ferry</h1>{marked}", None).authors == ("Tamsin Orrel",)
    page = f'<head><meta name="author" content="Odalys Brenn"></head><body><h1>Ferry</h1>{marked}'
    assert extract_page(page, None).authors == ("Odalys Brenn",)
