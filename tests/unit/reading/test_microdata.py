from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from firsthand.reading.microdata import read_microdata

ARTICLE = 'itemscope itemtype="https://schema.org/NewsArticle"'


def claims(html):
    return [(one.field, one.value, one.locator) for one in read_microdata(document_fromstring(html))]


def test_properties_of_an_article_with_their_places():
    html = f"""<div {ARTICLE}>
      <h1 itemprop="headline">Port  reopens</h1>
      <span itemprop="author" itemscope itemtype="https://schema.org/Person">By <b itemprop="name">Ann Ode</b></span>
      <span itemprop="author">Bea Quay</span>
      <div itemprop="publisher" itemscope><meta itemprop="name" content="Harbour Post"></div>
      <time itemprop="datePublished" datetime="2031-03-04T20:31:00+03:00">4 March</time>
      <meta itemprop="dateModified" content="2031-03-05"><meta itemprop="articleSection" content="Local">
      <link itemprop="mainEntityOfPage" href="https://h.example/port"><meta itemprop="inLanguage" content="en">
      <p itemprop="correction">An earlier version gave the wrong pier.</p></div>"""
    assert claims(html) == [
        ("headline", "Port reopens", "microdata headline"),
        ("author", "Ann Ode", "microdata author name"),
        ("author", "Bea Quay", "microdata author"),
        ("outlet", "Harbour Post", "microdata publisher name"),
        ("published", "2031-03-04T20:31:00+03:00", "microdata datePublished"),
        ("updated", "2031-03-05", "microdata dateModified"),
        ("section", "Local", "microdata articleSection"),
        ("canonical_url", "https://h.example/port", "microdata mainEntityOfPage"),
        ("language", "en", "microdata inLanguage"),
        ("correction", "An earlier version gave the wrong pier.", "microdata correction"),
    ]


def test_rdfa_is_read_alike():
    html = """<div vocab="http://schema.org/" typeof="NewsArticle"><h1 property="schema:headline">Port reopens</h1>
      <span property="author" typeof="Person"><i property="name">Ann Ode</i></span>
      <span property="datePublished" content="2031-03-04">4 March</span></div>"""
    assert claims(html) == [
        ("headline", "Port reopens", "rdfa headline"),
        ("author", "Ann Ode", "rdfa author name"),
        ("published", "2031-03-04", "rdfa datePublished"),
    ]


def test_name_is_the_headline_only_where_none_is_given():
    assert claims(f'<div {ARTICLE}><b itemprop="name">Port</b></div>') == [("headline", "Port", "microdata name")]
    both = f'<div {ARTICLE}><b itemprop="name">Port</b><h1 itemprop="headline">Port reopens</h1></div>'
    assert claims(both) == [("headline", "Port reopens", "microdata headline")]


def test_article_that_holds_the_shown_headline_is_the_pages_own():
    html = (
        f'<div {ARTICLE}><b itemprop="headline">Cup won</b></div>'
        f'<div {ARTICLE}><h1 itemprop="headline">Port reopens</h1></div>'
    )
    assert claims(html) == [("headline", "Port reopens", "microdata headline")]


def test_items_within_the_item_keep_their_properties():
    html = (
        f'<div {ARTICLE}><h1 itemprop="headline">Port</h1><div itemprop="image" itemscope>'
        '<b itemprop="headline">A crane</b><i itemprop="author">Cal Rope</i></div></div>'
    )
    assert claims(html) == [("headline", "Port", "microdata headline")]


def test_elements_that_are_referred_to_are_read_once():
    html = (
        f'<div {ARTICLE} itemref="a b" id="c"><h1 itemprop="headline">Port</h1></div>'
        '<div id="a"><b itemprop="author">Ann Ode</b></div><b id="b" itemprop="articleSection">Local</b>'
    )
    assert [field for field, _, _ in claims(html)] == ["headline", "author", "section"]
    loop = (
        f'<div {ARTICLE} id="a" itemref="a b"><h1 itemprop="headline">Port</h1>'
        '<div id="b" itemscope itemref="a b" itemprop="author"><b itemprop="name">Ann Ode</b></div></div>'
    )
    assert claims(loop) == [("headline", "Port", "microdata headline"), ("author", "Ann Ode", "microdata author name")]


@pytest.mark.parametrize(
    "html",
    [
        "<p itemprop='headline'>of nothing</p>",
        "<div itemscope itemtype='https://schema.org/Product'><b itemprop='name'>Crane</b></div>",
        f"<div {ARTICLE}><img itemprop='headline' src='x.png'><a itemprop='author'> </a></div>",
        f"<div {ARTICLE}><a itemprop='author' href='/ann'>https://h.example/ann</a></div>",
        f"<div {ARTICLE}><link itemprop='mainEntityOfPage' href='javascript:x'></div>",
    ],
)
def test_what_is_no_claim(html):
    assert claims(html) == []


def test_numbers_and_lengths_are_bounded():
    many = f"<div {ARTICLE}>" + "".join(
        f"<i itemprop='author headline publisher datePublished dateModified'>x{place} {'y' * 900}</i>"
        for place in range(3_000)
    )
    found = claims(many)
    assert 0 < len(found) <= 40
    assert max(len(value) for _, value, _ in found) <= 500
    assert len(claims(f"<div {ARTICLE}>" * 200 + "<h1 itemprop='headline'>Port</h1>")) == 1
    assert claims(f"<div {ARTICLE} itemref='{'a ' * 50_000}' id='a'><b itemprop='headline'>Port</b>") != []
