"""Any page has an outcome: text or a reason, bounded claims, and the same ones when it is read again."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from firsthand.reading.html import extract_page
from firsthand.reading.page_paragraphs import gather_paragraphs

WORDS = st.sampled_from(
    [
        "The port reopened after eleven days, and the first ships came in by noon.",
        "Almere",
        "x",
        "404",
        "By AFP",
        "ß",
        "",
    ]
)
TAGS = st.sampled_from(
    [
        "p", "br", "div", "div class='article-body'", "div class=related", "p class=byline", "article", "h1", "title",
        "ul", "li", "a href=/x", "table", "td", "time datetime=2031-03-04", "span itemprop='author headline'",
        "div itemscope itemtype='https://schema.org/NewsArticle' itemref='a b' id=a", "p id=b itemprop=correction",
        "meta property=og:title content=Port", "link rel=canonical href='https://h.example/port'", "figure", "strong",
    ]
)  # fmt: skip
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), WORDS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "headline", "author", "name", "publisher", "correction", "url"]),
            st.one_of(inner, st.just("NewsArticle")),
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@st.composite
def pages(draw):
    parts = []
    for tag, text, closed in draw(st.lists(st.tuples(TAGS, WORDS, st.booleans()), max_size=40)):
        parts.append(f"<{tag}>{text}" + (f"</{tag.split()[0]}>" if closed else ""))
    data = draw(JSON)
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>{''.join(parts)}"


@settings(max_examples=60, deadline=None)
@given(pages())
def test_any_page_is_read_or_says_why_not(html):
    found = extract_page(html, None)
    assert found.text or found.no_article
    assert len(found.claims) <= 50
    assert all(one.value.strip() and one.locator for one in found.claims)
    assert found == extract_page(html, None)


@settings(max_examples=60, deadline=None)
@given(pages())
def test_gathering_paragraphs_loses_no_character(html):
    tree = document_fromstring(f"<html><body>{html}</body></html>")
    before = sorted("".join("".join(tree.itertext()).split()))
    gather_paragraphs(tree)
    assert sorted("".join("".join(tree.itertext()).split())) == before
