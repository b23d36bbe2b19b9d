from __future__ import annotations

import random
from dataclasses import replace

import pytest

from firsthand.archive import StoredDocument
from firsthand.model import Article, RawDocument, Reading, Source, Span
from firsthand.pipeline.settle import order_states, settle_articles


def stored(
    number: int, article: str, *, path: str = "in.jsonl", line: int | None = 1, **claims: object
) -> StoredDocument:
    source = Source(path=path, sha256=f"{number}", bytes_kept=1)
    document = RawDocument(article=article, source=source, line=line, original=b"", text=f"text {number}", **claims)  # type: ignore[arg-type]
    return StoredDocument(number=number, digest=f"{number:03}", article=None, run=1, document=document)


def given(number: int, article: str, **claims: object) -> StoredDocument:
    return stored(number, article, id_is_given=True, **claims)


def file(number: int, stem: str, path: str) -> StoredDocument:
    return stored(number, stem, path=path, line=None, fallback_id=path)


def test_one_given_id_is_one_article() -> None:
    assert settle_articles([given(1, "a"), given(2, "a"), given(3, "b")]) == {1: "a", 2: "a", 3: "b"}


def test_one_address_is_one_article_under_the_smallest_id() -> None:
    documents = [given(1, "b", url="http://x.example/1"), given(2, "a", url="http://x.example/1")]
    assert settle_articles(documents) == {1: "a", 2: "a"}


@pytest.mark.parametrize("address", ["n/a", "#", "javascript:void(0)", "http://[", "https://x.example/", "/news"])
def test_what_is_no_address_of_an_article_joins_nothing(address: str) -> None:
    assert settle_articles([given(1, "a", url=address), given(2, "b", url=address)]) == {1: "a", 2: "b"}


def test_a_settled_id_stays() -> None:
    documents = [replace(given(1, "b", url="http://x.example/u"), article="b"), given(2, "a", url="http://x.example/u")]
    assert settle_articles(documents) == {1: "b", 2: "b"}


def test_two_files_of_one_name_are_two_articles() -> None:
    documents = [file(1, "report", "north/report.txt"), file(2, "report", "east/report.txt")]
    assert settle_articles(documents) == {2: "report", 1: "north/report.txt"}


def test_rows_that_two_tables_number_alike_are_two_articles() -> None:
    documents = [
        stored(1, "1", path="a.csv", fallback_id="a.csv:1"),
        stored(2, "1", path="b.csv", fallback_id="b.csv:1"),
    ]
    assert settle_articles(documents) == {1: "1", 2: "b.csv:1"}


def test_a_changed_file_is_a_state_of_its_article() -> None:
    documents = [file(1, "report", "report.txt"), file(2, "report", "report.txt")]
    assert settle_articles(documents) == {1: "report", 2: "report"}


def test_a_given_id_goes_before_a_files_name() -> None:
    documents = [file(1, "report", "a/report.txt"), given(2, "report")]
    assert settle_articles(documents) == {1: "a/report.txt", 2: "report"}


def test_order_of_documents_plays_no_part() -> None:
    documents = [given(n, f"id{n % 7}", url=f"http://x.example/{n % 5}" if n % 3 else None) for n in range(40)]
    documents += [file(100 + n, f"f{n % 3}", f"{n % 4}/f{n % 3}.txt") for n in range(24)]
    expected = settle_articles(documents)
    for seed in range(5):
        shuffled = documents[:]
        random.Random(seed).shuffle(shuffled)
        assert settle_articles(shuffled) == expected


def state(number: int, text: str, *, run: int = 1, published: str | None = None) -> tuple[StoredDocument, Reading]:
    document = replace(given(number, "a"), run=run)
    article = Article(article="a", text=text, published=published, source=document.document.source)
    return document, Reading(article=article)


def test_states_are_ordered_by_time_where_all_tell_it() -> None:
    states = [state(1, "new", published="2025-03-02"), state(2, "old", run=2, published="2025-03-01")]
    assert [read.article.text for _, read in order_states(states)] == ["old", "new"]


def test_states_without_time_are_ordered_by_arrival() -> None:
    states = [state(1, "second", run=2), state(2, "first", run=1, published="2025-03-01")]
    assert [read.article.text for _, read in order_states(states)] == ["first", "second"]


def test_times_are_compared_as_instants() -> None:
    east = state(1, "old", run=2, published="2025-03-02T01:00+05:00")
    west = state(2, "new", run=1, published="2025-03-01T22:00+00:00")
    assert [read.article.text for _, read in order_states([west, east])] == ["old", "new"]


def test_a_time_without_an_offset_proves_no_order() -> None:
    first = state(1, "first", run=1, published="2025-03-02T01:00")
    second = state(2, "second", run=2, published="2025-03-01T22:00+00:00")
    assert [read.article.text for _, read in order_states([second, first])] == ["first", "second"]


def test_of_one_time_the_later_capture_is_the_later_state() -> None:
    states = []
    for number, (text, captured) in enumerate([("new", "2025-03-04T08:00:00Z"), ("old", "2025-03-03T08:00:00Z")]):
        stored_state, read = state(number, text, published="2025-03-02")
        document = stored_state.document
        seen = replace(document, source=replace(document.source, captured=captured))
        states.append((replace(stored_state, document=seen), read))
    assert [read.article.text for _, read in order_states(states)] == ["old", "new"]


def test_one_text_is_one_state() -> None:
    assert len(order_states([state(1, "same"), state(2, "same", run=2)])) == 1


# --- one page under several addresses -----------------------------------------------------------------------------

BODY = "The harbour at Vell was closed on Monday after a barge ran aground. " * 5


def page(number: int, url: str, *, body: str = BODY, canonical: str | None = None, headline: str = "Barge") -> Reading:
    urls = tuple(address for address in (url, canonical) if address)
    source = Source(path="crawl.warc", sha256=f"{number}", bytes_kept=1)
    article = Article(
        article=f"p{number}", text=body, body=(Span(0, len(body)),), urls=urls, headline=headline, source=source
    )
    return Reading(article=article)


def settled_pages(*pages: Reading, id_is_given: bool = False) -> list[str]:
    documents = [
        stored(number, f"p{number}", path="crawl.warc", url=read.article.urls[0], id_is_given=id_is_given)
        for number, read in enumerate(pages)
    ]
    found = settle_articles(documents, dict(enumerate(pages)))
    return [found[number] for number in range(len(pages))]


def test_one_text_under_two_addresses_of_a_site_is_one_article() -> None:
    pages = (page(0, "https://x.example/a?from=home"), page(1, "https://www.x.example/print/a"))
    assert settled_pages(*pages) == ["p0", "p0"]


def test_one_text_on_two_sites_is_two_articles() -> None:
    assert settled_pages(page(0, "https://x.example/a"), page(1, "https://y.example/a")) == ["p0", "p1"]


def test_two_briefs_alike_stay_apart() -> None:
    pages = (page(0, "https://x.example/a", body="More soon."), page(1, "https://x.example/b", body="More soon."))
    assert settled_pages(*pages) == ["p0", "p1"]


def test_ids_that_the_source_gave_are_never_joined_by_text() -> None:
    pages = (page(0, "https://x.example/a"), page(1, "https://x.example/b"))
    assert settled_pages(*pages, id_is_given=True) == ["p0", "p1"]


def test_a_canonical_address_joins_an_update_under_the_same_headline_only() -> None:
    first = page(0, "https://x.example/a?page=1", canonical="https://x.example/a")
    update = page(1, "https://x.example/a?page=2", canonical="https://x.example/a", body=BODY + "It was freed.")
    other = page(2, "https://x.example/z", canonical="https://x.example/a", body="Other. " * 60, headline="Market")
    assert settled_pages(first, update, other) == ["p0", "p0", "p2"]


def test_what_was_one_article_stays_one() -> None:
    documents = [replace(stored(number, f"p{number}"), article="p0") for number in (0, 1)]
    assert settle_articles(documents) == {0: "p0", 1: "p0"}
