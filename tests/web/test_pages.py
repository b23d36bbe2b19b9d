"""Every page, its twin, and what stands where there is nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from firsthand.errors import ArchiveError
from firsthand.model import Span
from firsthand.report import headline_number
from firsthand.web.addresses import article_address, story_address


def test_the_front_lists_stories_by_origins(client):
    page = html.document_fromstring(client.get("/").text)
    assert page.xpath("//ol[@class='front']//h2//a/@href") == ["/stories/st-ferry", "/stories/st-inquiry"]
    assert "5 articles, 4 known outlets, at most 4 independent origins, one of them mixed" in page.text_content()
    assert page.xpath("//link[@rel='stylesheet']/@href") == ["/assets/desk.css"]


def test_an_empty_archive_says_what_to_do(client_of, shelf_of):
    answer = client_of(shelf_of()).get("/")
    assert answer.status_code == 200
    assert "firsthand add my.firsthand PATH" in html.document_fromstring(answer.text).text_content()


def test_a_long_list_has_pages(client_of, shelf_of, invented):
    many = [
        replace(invented.INQUIRY_DOSSIER, story=replace(invented.INQUIRY, story=f"st-{number:03}"))
        for number in range(95)
    ]
    client = client_of(shelf_of(many))
    last = html.document_fromstring(client.get("/?page=4").text)
    assert len(last.xpath("//ol[@class='front']/li")) == 5
    assert last.xpath("//a[@rel='prev']/@href") == ["/?page=3"]
    assert not last.xpath("//a[@rel='next']")
    assert "91 to 95 of 95" in last.text_content()
    assert client.get("/stories.json?page=3").json()["pages"] == 4
    for page in ["0", "5", "-1", "x", "٣", "9" * 40]:
        assert client.get("/", params={"page": page}).status_code == 404


def test_a_story_has_all_that_the_report_has(client, invented):
    page = html.document_fromstring(client.get("/stories/st-ferry").text)
    for section in ["timeline", "origins", "lineages", "passages", "quotations", "related", "articles"]:
        assert page.xpath(f"//section[contains(concat(' ', @class, ' '), ' {section} ')]"), section
    assert len(page.xpath("//section[contains(@class, 'timeline')]//li/details")) == len(invented.TIMELINE)
    assert page.xpath("//section[contains(@class, 'related')]//li//a/@href") == ["/stories/st-inquiry"]


def test_a_former_id_leads_to_the_story(client):
    page = html.document_fromstring(client.get("/stories/st-old").text)
    assert page.xpath("//link[@type='application/json']/@href") == ["/stories/st-ferry.json"]


def test_every_line_leads_to_its_characters_on_the_article_page(client, invented):
    page = html.document_fromstring(client.get("/stories/st-ferry").text)
    lines = page.xpath("//section[contains(@class, 'timeline')]//li/details")
    for line, happening in zip(lines, invented.TIMELINE, strict=True):
        (address,) = line.xpath("(.//figcaption)[1]/a[@aria-label]/@href")
        assert address.endswith("#here")
        article = html.document_fromstring(client.get(address.partition("#")[0]).text)
        assert article.xpath("//*[@id='here']")
        marked = "".join(mark.text_content() for mark in article.xpath("//div[@class='text']//mark"))
        text = next(row.text for row in invented.ARTICLES if row.article == happening.article)
        assert marked == text[slice(*happening.span)]


def test_an_article_shows_its_text_as_given(client, invented):
    page = html.document_fromstring(client.get("/articles/courier-1").text)
    (text,) = page.xpath("//div[@class='text']")
    assert text.text_content() == invented.COURIER
    aside = [part.text_content() for part in text.xpath(".//*[contains(@class, 'is-aside')]")]
    assert aside == ["Read more: ten pictures from the pier"]
    assert page.xpath("//table/caption")


@pytest.mark.parametrize(
    "query", ["start=5&end=2", "start=-1&end=4", "start=a&end=b", "start=1", "start=9999&end=99999"]
)
def test_spans_that_cannot_be_mark_nothing(client, query):
    answer = client.get(f"/articles/courier-1?{query}")
    assert answer.status_code == 200
    assert 'id="here"' not in answer.text


def test_an_article_of_no_story_stands_alone(client_of, shelf_of, invented):
    loose = replace(invented.INQUIRY_ARTICLE, article="loose", story=None, stories=(), origin=None)
    answer = client_of(shelf_of([], [loose])).get("/articles/loose")
    assert answer.status_code == 200
    assert "This article is in no story." in answer.text


def test_twins_have_the_shapes_of_the_contract(client, invented):
    front = client.get("/stories.json").json()
    assert [story["story"] for story in front["stories"]] == ["st-ferry", "st-inquiry"]
    story = client.get("/stories/st-ferry.json").json()
    assert story["headline_number"] == headline_number(invented.STORY, invented.ORIGINS)
    assert story["storyline"]["links"][0].keys() == {"from", "to", "reasons"}
    assert story["timeline"][0]["span"] == list(invented.TIMELINE[0].span)
    article = client.get("/articles/courier-1.json").json()
    assert article["article"]["text"] == invented.COURIER
    assert {segment["label"] for segment in article["segments"]} == {"headline", "byline", "read_more"}
    assert article["annotated"] is True
    assert {passage["b"] for passage in article["passages"]} == {"ledger-2", "wire-0"}


@pytest.mark.parametrize(
    "path", ["/stories/nothing", "/articles/nothing", "/stories", "/nothing", "/articles/", "/stories/"]
)
def test_what_is_not_there_is_told_in_words(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is no page at this address" in answer.text
    assert client.get(f"{path.rstrip('/')}/x.json").json()["error"]


# No "%": the test client decodes a path twice. `test_addresses_are_quoted_once` holds that.
IDS = ["pile/2031/a.txt", "../up", "a//b", ".", "a.json", "a?b#c", "пирс 7", "", "a\\b", "x\u202ey"]


@pytest.mark.parametrize("identity", IDS)
def test_any_id_has_an_address(client_of, shelf_of, invented, identity):
    row = replace(invented.INQUIRY_ARTICLE, article=identity, story=None)
    story = replace(invented.INQUIRY, story=identity, articles=(identity,), title_article=identity)
    client = client_of(shelf_of([replace(invented.INQUIRY_DOSSIER, story=story, articles=(row,))]))
    assert client.get(article_address(identity).partition("#")[0]).status_code == 200
    assert client.get(article_address(identity, ".json")).json()["article"]["article"] == identity
    assert client.get(story_address(identity)).status_code == 200
    assert client.get(story_address(identity, ".json")).json()["story"]["story"] == identity


def test_addresses_are_quoted_once():
    assert article_address("c%20d/é") == "/articles/c%2520d/%C3%A9"
    assert article_address("../c%20", ".json") == "/articles.json?id=..%2Fc%2520"
    assert article_address("a", span=Span(3, 9)) == "/articles/a?start=3&end=9#here"


def test_an_archive_that_fails_is_named_and_other_failures_are_not(client_of, shelf_of):
    class Broken(shelf_of):
        @property
        def desk(self):
            raise ArchiveError("my.firsthand is damaged.", "Restore it from a copy.")

    class Faulty(shelf_of):
        def check(self):
            raise RuntimeError("secret")

    client = client_of(Broken())
    client._transport.raise_server_exceptions = False
    answer = client.get("/")
    assert answer.status_code == 503
    assert "my.firsthand is damaged. Restore it from a copy." in answer.text
    client = client_of(Faulty())
    client._transport.raise_server_exceptions = False
    answer = client.get("/health")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_health_says_nothing_of_the_archive(client):
    assert client.get("/health").json() == {"status": "ok"}


def test_archives_are_used_again_and_none_is_left_open(client, shelf):
    for path in ["/", "/stories/st-ferry", "/articles/nothing", "/stories.json"]:
        client.get(path)
    assert shelf.opened <= 2  # one for the pages, one for the card index
    shelf.state = "2-2"
    client.get("/")
    assert shelf.opened > shelf.closed >= 1  # what was opened before the archive changed is closed
