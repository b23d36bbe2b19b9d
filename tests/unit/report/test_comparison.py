"""Two articles on a page of their own."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import pytest

from firsthand.model import Article, Direction
from firsthand.report import render_comparison


@dataclass
class Pair:
    a: Article
    b: Article
    passages: tuple = ()
    lineages: tuple = ()
    wordings: tuple = ()


@pytest.fixture
def pair(invented):
    """Articles as they are read from files: no rows of an archive."""
    rows = {row.article: row for row in invented.ARTICLES}
    names = ("ledger-2", "wire-0")
    a, b = (Article(**{field.name: getattr(rows[name], field.name) for field in fields(Article)}) for name in names)

    def between(records):
        return tuple(record for record in records if (record.a, record.b) == names)

    return Pair(a, b, between(invented.PASSAGES), between(invented.LINEAGES), between(invented.WORDINGS))


def test_it_says_what_the_one_is_to_the_other_first(pair, parse):
    page = parse(render_comparison(pair))
    (finding,) = page.xpath("//*[@class='headline-number']")
    assert finding.text_content() == "The second is a shortened form of the first"
    assert "shared:" in finding.getnext().text_content()


def test_both_texts_stand_whole_with_the_shared_parts_marked(pair, parse):
    page = parse(render_comparison(pair))
    left, right = page.xpath("//*[@class='text']")
    assert left.text_content() == pair.b.text  # it had the text first
    assert right.text_content() == pair.a.text
    for passage in pair.passages:
        words = pair.a.text[slice(*passage.a_span)]
        assert words in "".join(right.xpath(".//mark//text()"))


def test_it_stands_alone(pair, parse):
    text = render_comparison(pair)
    page = parse(text)
    assert "<script" not in text
    ids = {each.get("id") for each in page.xpath("//*[@id]")}
    links = page.xpath("//a/@href")
    assert all(link.startswith("http") or link[1:] in ids for link in links)
    assert len(ids) == len(page.xpath("//*[@id]"))


def test_texts_that_share_nothing_say_so(pair, parse):
    page = parse(render_comparison(Pair(pair.a, pair.b)))
    assert "No copied text was found" in page.text_content()
    assert not page.xpath("//mark")


def test_what_the_texts_hold_cannot_act(pair):
    evil = replace(
        pair.a, headline="<script>alert(1)</script>", outlet="\x1b[2J<b>", text=pair.a.text + "</div><img src=x>"
    )
    text = render_comparison(replace(pair, a=evil))
    assert "<script" not in text
    assert "<img" not in text
    assert "\x1b" not in text


def test_an_unknown_direction_is_said_to_be(pair, parse):
    link = replace(pair.lineages[0], direction=Direction.UNKNOWN, via=None)
    page = parse(render_comparison(replace(pair, lineages=(link,))))
    assert "who had it first is not known" in page.xpath("//*[@class='headline-number']")[0].text_content()
