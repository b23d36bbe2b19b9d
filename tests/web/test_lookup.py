"""Filters, search, storylines, outlets, persons, two articles compared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from firsthand.model import Span


def _page(client, path, **query):
    answer = client.get(path, params=query or None)
    assert answer.status_code == 200
    return html.document_fromstring(answer.text)


def _stories(page):
    return page.xpath("//ol[@class='front']//h2//a/@href")


# --- the front -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "stories"),
    [
        ({"from": "2031-03-09"}, ["/stories/st-inquiry"]),
        ({"to": "2031-03-08"}, ["/stories/st-ferry"]),
        ({"outlet": "port ledger"}, ["/stories/st-ferry"]),
        ({"language": "ar"}, ["/stories/st-ferry"]),
        ({"entity": "Jonna Pell"}, ["/stories/st-ferry"]),
        ({"entity": "Captain Brill"}, ["/stories/st-ferry"]),  # another way to write a name that the text has
        ({"entity": "Merganser"}, ["/stories/st-ferry", "/stories/st-inquiry"]),
        ({"entity": "--"}, []),
        ({"from": "soon", "to": "2031-3-8", "order": "x"}, ["/stories/st-ferry", "/stories/st-inquiry"]),
        ({"order": "origins"}, ["/stories/st-ferry", "/stories/st-inquiry"]),
    ],
)
def test_the_list_is_narrowed(client, query, stories):
    page = _page(client, "/", **query)
    assert _stories(page) == stories
    assert [story["story"] for story in client.get("/stories.json", params=query).json()["stories"]] == [
        href.removeprefix("/stories/") for href in stories
    ]


def test_a_narrowed_list_says_so_and_keeps_what_was_asked(client):
    page = _page(client, "/", outlet="Port Ledger", language="en")
    assert "1 story fits." in page.xpath("string(//p[@class='found'])")
    assert page.xpath("//input[@name='outlet']/@value") == ["Port Ledger"]
    assert page.xpath("//select[@name='language']/option[@selected]/@value") == ["en"]
    assert page.xpath("//link[@type='application/json']/@href") == ["/stories.json?outlet=Port+Ledger&language=en"]
    assert "No story fits." in _page(client, "/", outlet="Nowhere").text_content()


def test_pages_of_a_narrowed_list_stay_narrowed(client_of, shelf_of, invented):
    many = [
        replace(invented.INQUIRY_DOSSIER, story=replace(invented.INQUIRY, story=f"st-{number:03}"))
        for number in range(40)
    ]
    page = _page(client_of(shelf_of(many)), "/", **{"from": "2031-03-01"})
    assert page.xpath("//a[@rel='next']/@href") == ["/?from=2031-03-01&page=2"]


def test_the_front_reads_no_story_but_those_it_shows(client_of, shelf_of, invented):
    class Counting(shelf_of):
        read = 0

        def stories(self):
            Counting.read += 1
            return super().stories()

    client = client_of(Counting([invented.FULL_DOSSIER]))
    for _ in range(3):
        client.get("/storylines")
    assert Counting.read == 1  # once for the card index, whatever is asked for


def test_a_changed_archive_is_read_again(client_of, shelf_of, invented):
    shelf = shelf_of([invented.FULL_DOSSIER])
    client = client_of(shelf)
    assert len(_stories(_page(client, "/"))) == 1
    shelf.dossiers.append(invented.INQUIRY_DOSSIER)
    assert len(_stories(_page(client, "/"))) == 1
    shelf.state = "2-2"
    assert len(_stories(_page(client, "/"))) == 2


# --- search ----------------------------------------------------------------------------------------------------


def test_search_shows_names_numbers_and_snippets(client, invented):
    page = _page(client, "/search", q="Ilse Varn")
    assert page.xpath("//ul[@class='names']//a/@href") == ["/entities/en-Ilse%20Varn"]
    hits = page.xpath("//li[@class='hit']")
    assert len(hits) == 3
    for hit in hits:
        assert [mark.text_content() for mark in hit.xpath(".//mark")][:2] == ["Ilse", "Varn"]
    (address, *_) = hits[0].xpath(".//blockquote//a/@href")
    article = html.document_fromstring(client.get(address.partition("#")[0]).text)
    assert article.xpath("string(//mark[.//text()])").strip() == "Ilse"


def test_numbers_are_found_and_lead_to_their_place(client):
    page = _page(client, "/search", q="aboard")
    (line,) = page.xpath("//ul[@class='names is-figures']/li")
    assert line.xpath("./a/@href") == ["/stories/st-ferry#story-1-figures"]
    assert "cannot both hold" in line.text_content()
    story = _page(client, "/stories/st-ferry")
    assert story.xpath("//*[@id='story-1-figures']")


def test_outlets_are_found(client):
    assert "/outlets/Port%20Ledger" in _page(client, "/search", q="ledger").xpath("//ul[@class='names']//a/@href")


@pytest.mark.parametrize(
    "query", ["don't", "AC-130", "C++", '"', "NEAR(", "title:x", "a OR b", "*", "'; DROP", "\u202e"]
)
def test_no_query_is_an_expression(client, query):
    answer = client.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert client.get("/search.json", params={"q": query}).status_code in {200, 400}


def test_a_query_without_a_word_says_why(client):
    page = _page(client, "/search", q="++")
    assert "no word to look for" in page.xpath("string(//p[@role='alert'])")
    assert client.get("/search.json?q=%2B%2B").json()["error"]
    assert not _page(client, "/search").xpath("//li[@class='hit']")


def test_nothing_found_is_told(client):
    assert "No article was found that holds all of these words." in _page(client, "/search", q="zebra").text_content()


def test_search_has_pages(client_of, shelf_of, invented):
    rows = [
        replace(invented.INQUIRY_ARTICLE, article=f"g-{number:02}", story=None, stories=(), origin=None)
        for number in range(23)
    ]
    client = client_of(shelf_of([], rows))
    page = _page(client, "/search", q="inquiry", page="3")
    assert len(page.xpath("//li[@class='hit']")) == 3
    assert page.xpath("//a[@rel='prev']/@href") == ["/search?q=inquiry&page=2"]
    assert client.get("/search?q=inquiry&page=4").status_code == 404
    assert client.get("/search.json?q=inquiry&page=2").json()["matches"] == 23


# --- lists and profiles ----------------------------------------------------------------------------------------


def test_storylines(client):
    page = _page(client, "/storylines")
    assert page.xpath("//ul[@class='chain']//a/@href") == ["/stories/st-ferry", "/stories/st-inquiry"]
    twin = client.get("/storylines.json").json()
    assert twin["storylines"][0]["links"][0].keys() == {"from", "to", "reasons"}


def test_a_storyline_has_one_dated_list_of_all_its_stories(client, invented):
    page = _page(client, "/storylines/sl-ferry")
    assert page.xpath("//ul[@class='chain']//a/@href") == ["/stories/st-ferry", "/stories/st-inquiry"]
    lines = page.xpath("//ol[@class='days']/li")
    assert 0 < len(lines) <= len(invented.TIMELINE)
    assert all(line.xpath(".//a[starts-with(@href, '/articles/')]") for line in lines)
    twin = client.get("/storylines/sl-ferry.json").json()
    assert twin["storyline"]["storyline"] == "sl-ferry"
    assert [each["date"] for each in twin["timeline"]] == sorted(each["date"] for each in twin["timeline"])
    assert "/storylines/sl-ferry" in _page(client, "/stories/st-ferry").xpath("//section[@class='related']//a/@href")
    assert client.get("/storylines/sl-none").status_code == client.get("/storylines?id=x").status_code == 404


def test_what_several_stories_tell_is_told_once(shelf, client_of, invented):
    again = replace(invented.TIMELINE[0], story="st-inquiry")
    before = client_of(shelf).get("/storylines/sl-ferry.json").json()["timeline"]
    shelf.dossiers[1] = replace(invented.INQUIRY_DOSSIER, timeline=(again,))
    assert len(client_of(shelf).get("/storylines/sl-ferry.json").json()["timeline"]) == len(before)


def test_outlets_are_listed_with_their_articles(client):
    page = _page(client, "/outlets")
    assert len(page.xpath("//main//ul/li")) == 5
    assert {row["outlet"] for row in client.get("/outlets.json").json()["outlets"]} >= {"Port Ledger", "Isles Gazette"}


def test_an_outlet_shows_whose_text_it_prints(client):
    page = _page(client, "/outlets/Port%20Ledger")
    shares = page.xpath("string(//p[@class='headline-number'])")
    own, agency, copied = (int(part.split("%")[0]) for part in shares.split(", "))
    assert agency > 60
    assert own + agency + copied in range(99, 102)
    assert page.xpath("//ul[@class='names']//a/@href") == ["/outlets/Northern%20Wire"]
    for href in page.xpath("//main//ul[@class='names']//a/@href"):
        assert client.get(href).status_code == 200
    assert client.get("/outlets/Port%20Ledger.json").json()["months"][0]["month"] == "2031-03"
    assert client.get("/outlets/Nobody").status_code == 404


def test_an_outlet_shows_what_it_changes_and_whom_it_quotes(client):
    page = _page(client, "/outlets/The%20Harrowmere%20Courier")
    changed = page.xpath("//section[@class='passages']//mark[contains(@class, 'is-changed')]")
    assert {mark.text_content() for mark in changed} >= {"ageing", "night", "evening"}
    assert "/entities/en-Jonna%20Pell" in page.xpath("//a/@href")


def test_an_outlet_shows_what_it_changes_again_and_again(shelf, client_of, invented):
    assert client_of(shelf).get("/outlets/The%20Harrowmere%20Courier.json").json()["habits"] == []
    dossier = shelf.dossiers[0]
    again = [replace(each, article="courier-9") for each in dossier.articles if each.article == "courier-1"]
    shared = [each for each in dossier.passages if (each.a, each.b) == ("courier-1", "wire-0")]
    link = next(each for each in dossier.lineages if (each.a, each.b) == ("courier-1", "wire-0"))
    shelf.dossiers[0] = replace(
        dossier,
        articles=(*dossier.articles, *again),
        lineages=(*dossier.lineages, replace(link, a="courier-9")),
        passages=(*dossier.passages, *(replace(each, a="courier-9") for each in shared)),
        wordings=(*dossier.wordings, *(replace(each, a="courier-9") for each in dossier.wordings)),
    )
    client = client_of(shelf)
    habits = client.get("/outlets/The%20Harrowmere%20Courier.json").json()["habits"]
    assert {(each["words"], each["instead"], each["articles"]) for each in habits} == {
        ("evening", "night", 2),
        ("passengers", "people", 2),
        (None, "ageing", 2),
    }
    said = _page(client, "/outlets/The%20Harrowmere%20Courier").xpath("//ul[@class='names']/li/a/bdi/text()")
    assert {"“evening” becomes “night”", "adds “ageing”"} <= set(said)


def test_a_person_shows_what_they_are_reported_to_have_said(client):
    page = _page(client, "/entities/en-Oda%20Brill")
    (said,) = page.xpath("//ol[contains(@class, 'is-dated')]/li")
    assert "Nobody is in danger now" in said.text_content()
    assert "3 March 2031" in said.xpath("string(./p[@class='day'])")
    assert said.xpath(".//ul[@class='variants']/li")
    assert page.xpath("//ol[@class='front']//h2/a/@href") == ["/stories/st-ferry"]
    assert client.get("/entities/en-Oda%20Brill.json").json()["utterances"][0]["utterance"] == "ut-danger"
    assert client.get("/entities/nobody").status_code == 404


def test_names_on_the_story_page_lead_to_their_pages(client):
    page = _page(client, "/stories/st-ferry")
    for href in page.xpath("//section[contains(@class, 'speaker')]//h3/a/@href"):
        answer = client.get(href)
        assert answer.status_code == (200 if "Jonna" not in href else 404)  # no entity of that name was kept


def test_two_articles_side_by_side(client):
    page = _page(client, "/compare", a="wire-0", b="courier-1")
    assert page.xpath("//section[contains(@class, 'passages')]//mark")
    assert page.xpath("//input[@name='a']/@value") == ["wire-0"]
    assert client.get("/compare.json?a=wire-0&b=courier-1").json()["a"] == "courier-1"
    assert client.get("/compare").status_code == 200
    for query in ("a=wire-0&b=wire-0", "a=wire-0&b=nothing"):
        answer = client.get(f"/compare?{query}")
        assert answer.status_code == 404
        assert 'role="alert"' in answer.text


# --- the article -----------------------------------------------------------------------------------------------


def test_marks_of_an_article_can_be_chosen_without_scripts(client, invented):
    page = _page(client, "/articles/courier-1")
    assert page.xpath("//input[@type='checkbox']/@id") == [
        f"mark-{kind}" for kind in ("segment", "shared", "quotation", "mention", "date")
    ]
    quoted = "".join(part.text_content() for part in page.xpath("//*[contains(@class, 'is-quotation')]"))
    spans = [span for each in invented.ANNOTATIONS["courier-1"].quotations for span in each.spans]
    assert quoted == "".join(invented.COURIER[slice(*span)] for span in spans)
    unread = _page(client, "/articles/blog-7")
    assert "Not read for names" in unread.text_content()
    assert not unread.xpath("//input[@id='mark-quotation']")


def test_lineage_of_an_article_goes_both_ways_and_opens_side_by_side(client):
    page = _page(client, "/articles/courier-1")
    links = page.xpath("//table//td/a/@href")
    assert [link for link in links if link.startswith("/compare?")] == [
        "/compare?a=courier-1&b=ledger-2",
        "/compare?a=courier-1&b=wire-0",
    ]
    assert "SHA-256 " + "0" * 64 in page.text_content()


def test_marked_characters_stay_exact_under_other_marks(client, invented):
    span = Span(invented.COURIER.index("heard a long"), invented.COURIER.index("scrape") + 6)
    page = _page(client, "/articles/courier-1", start=str(span.start), end=str(span.end))
    assert "".join(mark.text_content() for mark in page.xpath("//div[@class='text']//mark")) == "heard a long scrape"


def test_a_story_for_other_programs(client):
    timeline = client.get("/stories/st-ferry.json?as=timelinejs").json()
    assert len(timeline["events"]) == 3
    linked = client.get("/stories/st-ferry.json?as=jsonld")
    assert linked.headers["content-type"] == "application/ld+json"
    assert linked.json()["@context"] == "https://schema.org"
    assert "headline_number" in client.get("/stories/st-ferry.json?as=nothing").json()


def test_pages_speak_the_language_that_the_browser_asks_for(client):
    german = client.get("/stories/st-ferry", headers={"accept-language": "de-DE,de;q=0.9"})
    page = html.document_fromstring(german.text)
    assert page.get("lang") == "de"
    assert "höchstens 4 unabhängige Quellen" in page.text_content()
    assert "Accept-Language" in german.headers["vary"]
    english = client.get("/stories/st-ferry")
    assert html.document_fromstring(english.text).get("lang") == "en"
    assert (
        client.get("/stories/st-ferry.json", headers={"accept-language": "de"}).json()["story"]["story"] == "st-ferry"
    )


def test_of_many_lines_of_a_storyline_those_with_most_origins_are_joined(shelf, invented):
    most = max(invented.TIMELINE, key=lambda line: (len(line.origins), line.date))
    (kept,) = shelf.desk.storyline_timeline("sl-ferry", at_most=1)
    assert len(kept.origins) == len(most.origins)
    assert shelf.desk.storyline_timeline("sl-none") == ()
    assert {row.article for row in shelf.desk.tellers([kept])} >= {kept.article}
