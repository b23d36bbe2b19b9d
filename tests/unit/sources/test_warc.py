from __future__ import annotations

import gzip
import json
import zlib

import pytest

from firsthand.model import RawDocument, Rejection
from firsthand.sources import SourceLimits, read_inputs

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def record(block, *, kind="response", url="https://courier.example/a", number=1, length=None, media=None, extra=b""):
    media = media or ("application/http; msgtype=response" if kind == "response" else "text/html")
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2024-03-05T06:07:08Z\r\nContent-Type: {media}\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n"
    )
    return head.encode("utf-8", "surrogateescape") + extra + b"\r\n" + block + b"\r\n\r\n"


def page(name, **more):
    return record(OK + f"<html><p>Words of {name}.</p></html>".encode(), **more)


def answer(body, fields=b"", status=b"200 OK", media=b"text/html; charset=utf-8", **more):
    return record(b"HTTP/1.1 " + status + b"\r\nContent-Type: " + media + b"\r\n" + fields + b"\r\n" + body, **more)


def read(tmp_path, raw, name="crawl.warc", **limits):
    path = tmp_path / name
    path.write_bytes(raw)
    results = list(read_inputs([str(path)], SourceLimits(**limits)))
    documents = [one for one in results if isinstance(one, RawDocument)]
    rejections = {one.input.removeprefix(str(path)): one.reason for one in results if isinstance(one, Rejection)}
    return documents, rejections


def test_a_page_keeps_address_time_record_and_bytes(tmp_path):
    info = record(b"software: a crawler\r\n", kind="warcinfo", media="application/warc-fields")
    request = record(b"GET /a HTTP/1.1\r\n\r\n", kind="request", media="application/http; msgtype=request", number=2)
    (document,), rejections = read(tmp_path, info + request + page("one", number=3))
    assert not rejections
    assert document.html == "<html><p>Words of one.</p></html>"
    assert document.text is None
    assert document.original == b"<html><p>Words of one.</p></html>"
    assert document.url == document.source.url == "https://courier.example/a"
    assert document.source.captured == "2024-03-05T06:07:08Z"
    assert document.source.warc_record == "<urn:uuid:3>"
    assert document.source.media_type == "text/html; charset=utf-8"
    assert (document.media, document.line, document.id_is_given, document.fallback_id) == ("warc", 3, False, None)


def test_fields_of_a_record_can_be_written_out(tmp_path):
    (document,), _ = read(
        tmp_path, page("one", url="https://courier.example/\x00\udc80").replace(b"08Z", b"08Z\xff\x00")
    )
    assert document.url == "https://courier.example/\ufffd\ufffd"
    assert document.source.captured.encode()


def test_the_same_page_under_one_address_has_one_id(tmp_path):
    documents, _ = read(tmp_path, page("one") + page("two") + page("one", number=9))
    assert documents[0].article == documents[2].article != documents[1].article


@pytest.mark.parametrize("members", ["one", "each"])
def test_gzipped_whole_and_by_record(tmp_path, members):
    records = [page(str(number), number=number) for number in range(5)]
    raw = gzip.compress(b"".join(records)) if members == "one" else b"".join(map(gzip.compress, records))
    documents, rejections = read(tmp_path, raw, "crawl.warc.gz")
    assert [one.line for one in documents] == [1, 2, 3, 4, 5]
    assert not rejections


def test_resources_and_conversions_are_read(tmp_path):
    raw = record(b"<html><p>Saved.</p></html>", kind="resource") + record(
        b"Words taken from a page.", kind="conversion", media="text/plain"
    )
    documents, _ = read(tmp_path, raw)
    assert [one.html for one in documents] == ["<html><p>Saved.</p></html>", None]
    assert documents[1].text == "Words taken from a page."


def test_error_pages_are_set_aside_and_the_rest_is_counted(tmp_path):
    raw = (
        answer(b"<p>Gone fishing</p>", status=b"404 Not Found")
        + answer(b"", status=b"301 Moved", fields=b"Location: /b\r\n")
        + answer(b"\x89PNG", media=b"image/png")
        + answer(b"\x89PNG", media=b"image/png", status=b"404 Not Found")
        + answer(b"a{}", media=b"text/css")
        + answer(b"User-agent: *", media=b"text/plain", url="https://courier.example/robots.txt")
        + answer(b"x", media=b"text/dns", url="dns:courier.example")
        + page("one")
    )
    documents, rejections = read(tmp_path, raw)
    assert [one.line for one in documents] == [8]
    assert rejections == {
        ":1": "no article: the server answered 404 Not Found.",
        "": "no article: what is no page: pictures (2), redirects (1), style sheets (1), texts for machines (1).",
    }


def test_many_error_pages_are_counted(tmp_path):
    documents, rejections = read(tmp_path, answer(b"<p>x</p>", status=b"503") * 1_100)
    assert not documents
    assert len(rejections) == 1_001
    assert rejections[""] == "no article: what is no page: answered 503 Service Unavailable (100)."


def packed_bare(body):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


HTML = "<html><p>Straße am Fluß</p></html>".encode()


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        (b"Content-Encoding: gzip\r\n", gzip.compress(HTML)),
        (b"content-encoding:GZIP\r\n", gzip.compress(HTML) + b"rubbish"),
        (b"Content-Encoding: gzip\r\n", gzip.compress(HTML[:9]) + gzip.compress(HTML[9:])),
        (b"Content-Encoding: deflate\r\n", zlib.compress(HTML)),
        (b"Content-Encoding: deflate\r\n", packed_bare(HTML)),
        (b"Content-Encoding: gzip, identity\r\n", HTML),  # unpacked by the crawler, which left the field
        (b"Content-Encoding: br\r\n", HTML),
        (b"Content-Encoding: br\r\n", b"\x1b\x24\x00\x00"),
        (
            b"Transfer-Encoding: chunked\r\n",
            b"5\r\n" + HTML[:5] + b"\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (len(HTML) - 5, HTML[5:]),
        ),
        (b"Transfer-Encoding: chunked\r\n", HTML),  # joined by the crawler
        (b"Transfer-Encoding: chunked\r\n", b"%x\r\n%s" % (len(HTML) + 9, HTML)),  # cut off
    ],
    ids="gzip rubbish-behind members deflate bare-deflate not-gzip not-br br chunked not-chunked cut-chunk".split(),
)
def test_packed_and_chunked(tmp_path, fields, body):
    if body.startswith(b"\x1b"):
        brotli = pytest.importorskip("brotli")
        body = brotli.compress(HTML)
    (document,), rejections = read(tmp_path, answer(body, fields))
    assert document.original == HTML
    assert not rejections


def test_a_bomb_in_one_record_leaves_the_others(tmp_path):
    bomb = gzip.compress(bytes(30_000_000))
    twice = gzip.compress(bomb)
    raw = (
        answer(bomb, b"Content-Encoding: gzip\r\n")
        + answer(twice, b"Content-Encoding: gzip, gzip\r\n")
        + answer(b"x", b"Content-Encoding: " + b"gzip," * 9 + b"\r\n")
        + answer(gzip.compress(HTML)[:10] + b"\xff" * 40, b"Content-Encoding: gzip\r\n")
        + page("one")
    )
    documents, rejections = read(tmp_path, raw)
    assert [one.line for one in documents] == [5]
    assert list(rejections) == [":1", ":2", ":3", ":4"]
    assert "unpacks to" in rejections[":1"]
    assert "unpacks to" in rejections[":2"]


def test_cut_off_in_a_page_and_in_a_head(tmp_path):
    raw = page("one") + page("two")
    for cut in (30, len(page("two")) - 2, len(page("two")) - 5, len(page("two")) - 60):
        documents, rejections = read(tmp_path, raw[:-cut])
        assert [one.line for one in documents] == [1]
        assert "cut off in this record" in rejections[":2"]
    documents, rejections = read(tmp_path, raw[:-4])
    assert len(documents) == 2
    assert not rejections


def test_cut_off_while_packed(tmp_path):
    noise = "".join(chr(0x4E00 + place * 7_919 % 20_000) for place in range(90_000))
    raw = gzip.compress(page("one") + page(noise) + page("three"))
    documents, rejections = read(tmp_path, raw[: len(raw) // 2], "half.warc.gz")
    assert [one.line for one in documents] == [1]
    assert list(rejections) == [":2"]
    assert "gzip data is broken" in rejections[":2"]


@pytest.mark.parametrize("length", [70, len(OK) + 2, "9" * 30, "-5", "many"])
def test_a_record_of_another_length_is_not_read_and_the_rest_is(tmp_path, length):
    raw = page("one") + page("two " * 50, length=length) + page("three") + page("four")
    documents, rejections = read(tmp_path, raw)
    assert [one.line for one in documents] == [1, 3, 4]
    assert "not as long as it says" in rejections[":2"]


def test_a_record_that_swallows_others(tmp_path):
    wrong = page("two", length=len(OK) + 120)
    documents, rejections = read(tmp_path, page("one") + wrong + page("three") + page("four"))
    assert [one.html for one in documents] == [
        "<html><p>Words of one.</p></html>",
        "<html><p>Words of four.</p></html>",
    ]
    assert list(rejections) == [":2"]


def test_a_length_beyond_the_file(tmp_path):
    documents, rejections = read(tmp_path, page("one") + page("two", length=10**13) + page("three"))
    assert len(documents) == 1
    assert list(rejections) == [":2"]


def test_rubbish_before_between_and_behind(tmp_path):
    raw = page("one") + b"rubbish\r\n\r\n" * 40_000 + page("two") + b"rubbish"
    documents, rejections = read(tmp_path, raw)
    assert [one.line for one in documents] == [1, 3]
    assert "440,004 bytes are no record" in rejections[":2"]
    assert ":4" in rejections


def test_heads_without_an_end(tmp_path):
    many = b"HTTP/1.1 200 OK\r\n" + b"X-A: aaaaaa\r\n" * 20_000 + b"\r\n<p>x</p>"
    raw = (
        page("one")
        + page("two", extra=b"X-A: " + b"a" * 300_000 + b"\r\n")
        + page("three")
        + record(many)
        + page("five", extra=b"X-B: " + b"a" * 40_000 + b"\r\n")
        + page("six")
    )
    documents, rejections = read(tmp_path, raw)
    assert [one.html for one in documents] == [
        f"<html><p>Words of {name}.</p></html>" for name in ("one", "three", "six")
    ]
    assert len(rejections) == 3
    assert "head" in rejections[":4"]


def test_answers_without_heads_and_with_bare_line_ends(tmp_path):
    raw = record(b"<html><p>No head.</p></html>") + record(OK.replace(b"\r", b"") + b"<html><p>Bare.</p></html>")
    documents, rejections = read(tmp_path, raw + record(b"HTTP/1.1 200 OK\r\n") + record(b""))
    assert [one.html for one in documents] == ["<html><p>No head.</p></html>", "<html><p>Bare.</p></html>"]
    assert rejections == {"": "no article: what is no page: empty answers (2)."}


@pytest.mark.parametrize(
    ("media", "body", "words"),
    [
        (b"text/html; charset=windows-1251", "<p>Мост открыт</p>".encode("cp1251"), "Мост открыт"),
        (b"text/html; charset=iso-8859-1", "<meta charset=windows-1251><p>Мост</p>".encode("cp1251"), "Мост"),
        (b"text/html; charset=windows-1251", "<p>Straße</p>".encode(), "Straße"),
        (b'text/html; charset="nonsense\x00"', "<p>Straße</p>".encode("latin-1"), "Straße"),
        (b"text/html; charset=idna", "<p>Straße</p>".encode("latin-1"), "Straße"),
        (b"text/html; charset=undefined", "<meta charset=punycode><p>Straße</p>".encode("latin-1"), "Straße"),
        (b"text/html", "<meta charset=utf-16><p>Straße</p>".encode("latin-1"), "Straße"),
    ],
)
def test_encodings_that_servers_name(tmp_path, media, body, words):
    (document,), _ = read(tmp_path, answer(body, media=media))
    assert words in document.html


def test_json_records_are_read_where_they_are_articles(tmp_path):
    article = json.dumps({"title": "Bridge opens", "text": "The bridge opened."}).encode()
    raw = answer(article, media=b"application/json") + answer(b'[{"text": "ok"}]', media=b"application/json")
    (document,), rejections = read(tmp_path, raw + answer(b'{"a": 1}', media=b"application/json"))
    assert (document.title, document.line) == ("Bridge opens", 1)
    assert document.source.warc_record == "<urn:uuid:1>"
    assert "JSON records without an article (1), JSONL records without an article (1)" in rejections[""]


def test_sizes_are_bounded(tmp_path):
    raw = answer(b"<p>" + b"x" * 9_000) + answer(b"\x00" * 9_000, media=b"application/octet-stream") + page("one")
    documents, rejections = read(tmp_path, raw, max_text_bytes=5_000)
    assert len(documents) == 1
    assert "larger than 5,000 bytes" in rejections[":1"]
    assert "binary files (1)" in rejections[""]


def test_a_file_of_damaged_records_is_left(tmp_path):
    documents, rejections = read(tmp_path, page("x" * 99, length=70) * 50 + page("one"), max_broken_lines=20)
    assert not documents
    assert len(rejections) == 21
    assert "not looked at" in rejections[""]


def test_a_mark_without_a_record(tmp_path):
    documents, rejections = read(tmp_path, b"WARC/1.0 and nothing more\r\n")
    assert not documents
    assert len(rejections) == 1


def test_a_feed_in_a_crawl_is_read_as_a_feed(tmp_path):
    item = (
        "<item><title>Bridge {0}</title><link>https://courier.example/{0}</link><description>{1}</description></item>"
    )
    items = item.format(1, "Words of the first. " * 90) + item.format(2, "Others. " * 200) + item.format(3, "A teaser.")
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'
    raw = answer(feed.encode(), media=b"application/rss+xml", url="https://courier.example/feed")
    documents, rejections = read(tmp_path, raw + page("one"))
    assert [(one.url, one.title, one.line) for one in documents[:2]] == [
        ("https://courier.example/1", "Bridge 1", 1),
        ("https://courier.example/2", "Bridge 2", 1),
    ]
    assert len({one.article for one in documents}) == 3
    assert documents[0].source.warc_record == "<urn:uuid:1>"
    assert documents[0].media == "feed"
    assert not rejections


def test_a_pdf_in_a_crawl_is_read_as_one(tmp_path):
    words = b" ".join(b"(The bridge opened on Tuesday, line %d.) Tj T*" % place for place in range(20))
    drawn = b"BT /F1 12 Tf 14 TL 50 700 Td " + words + b" ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    raw, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(raw))
        raw += b"%d 0 obj%s endobj\n" % (number, each)
    raw += b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        b"".join(places),
        len(raw),
    )
    urls = ["https://courier.example/a.pdf", "https://courier.example/b.pdf"]
    documents, rejections = read(tmp_path, b"".join(answer(raw, media=b"application/pdf", url=url) for url in urls))
    assert not rejections
    assert [one.url for one in documents] == urls
    assert "The bridge opened on Tuesday, line 19." in documents[0].text
    assert documents[0].article != documents[1].article
    assert (documents[1].line, documents[1].source.warc_record, documents[1].original) == (2, "<urn:uuid:1>", raw)


def test_a_feed_that_is_broken_is_one_rejection(tmp_path):
    documents, rejections = read(tmp_path, answer(b"<rss version='2.0'><cha", media=b"text/xml") + page("one"))
    assert [one.line for one in documents] == [2]
    assert list(rejections) == [":1"]


def test_a_crawl_without_a_page(tmp_path):
    info = record(b"software: a crawler\r\n", kind="warcinfo", media="application/warc-fields")
    documents, rejections = read(tmp_path, info * 3)
    assert not documents
    assert rejections == {"": "there is no page in it. Fetch the pages again."}
