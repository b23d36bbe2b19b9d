from __future__ import annotations

import pytest

from firsthand.errors import InputError
from firsthand.model import Source
from firsthand.sources import SourceLimits
from firsthand.sources.fields import FIELDS
from firsthand.sources.rows import parse_json, read_row

SOURCE = Source(path="x.jsonl", sha256="", bytes_kept=0)


def read(row, **limits):
    return read_row(row, SOURCE, b"raw", SourceLimits(**limits))


def test_own_fields():
    document = read(
        {
            "id": "n1",
            "text": "The bridge is closed.",
            "url": "https://harbour.example/1",
            "outlet": "Harbour Post",
            "title": "Bridge closed",
            "published": "2031-03-04",
            "byline": "Ann Ode",
            "language": "en-GB",
            "kind": "release",
        }
    )
    assert (document.article, document.id_is_given, document.language, document.kind) == ("n1", True, "en", "release")
    assert (document.published, document.byline, document.outlet) == ("2031-03-04", "Ann Ode", "Harbour Post")
    assert document.source.path == "x.jsonl"
    assert document.original == b"raw"
    assert document.source.bytes_kept == 3


SHAPES = {
    "trafilatura": {
        "title": "T", "author": "A", "hostname": "h.example", "date": "2031-03-04", "source": "https://h.example/1",
        "source-hostname": "H", "text": "Body.", "raw_text": "Body raw", "language": "en", "filedate": "2031-04-01",
    },
    "news-please": {
        "title": "T", "authors": ["A"], "date_publish": "2031-03-04", "source_domain": "H", "maintext": "Body.",
        "text": None, "url": "https://h.example/1", "language": "en", "date_download": "2031-04-01",
    },
    "fundus": {
        "title": "T", "authors": ["A"], "publishing_date": "2031-03-04", "lang": "en", "publisher": "H",
        "body": {"summary": ["Body."], "sections": []},
        "html": {"requested_url": "https://h.example/1", "content": "<p>x</p>", "crawl_date": "2031-04-01"},
    },
    "newspaper4k": {
        "title": "T", "authors": ["A"], "publish_date": "2031-03-04", "meta_site_name": "H", "text": "Body.",
        "url": "https://h.example/1", "meta_lang": "en", "captured": "2031-04-01",
    },
    "media cloud": {
        "title": "T", "publish_date": "2031-03-04", "media_name": "H", "url": "https://h.example/1", "language": "en",
        "text": "Body.", "author": "A", "indexed_date": "2031-04-01",
    },
    "ninjs 1": {
        "headline": "T", "byline": "A", "versioncreated": "2031-03-04", "copyrightholder": "H", "language": "en",
        "body_text": "Body.", "url": "https://h.example/1", "captured": "2031-04-01",
    },
    "ninjs 2": {
        "headlines": [{"role": "sub", "value": "S"}, {"role": "main", "value": "T"}], "by": "A", "language": "en",
        "firstcreated": "2031-03-04", "infosources": [{"name": "H"}], "url": "https://h.example/1",
        "bodies": [{"contenttype": "text/plain", "value": "Body."}], "captured": "2031-04-01",
    },
    "schema.org": {
        "@type": "NewsArticle", "headline": "T", "author": {"name": "A"}, "datePublished": "2031-03-04",
        "publisher": {"name": "H"}, "articleBody": "Body.", "inLanguage": "en",
        "mainEntityOfPage": {"@id": "https://h.example/1"}, "captured": "2031-04-01",
    },
    "JSON Feed": {
        "id": "https://h.example/1", "url": "https://h.example/1", "title": "T", "authors": [{"name": "A"}],
        "date_published": "2031-03-04", "content_text": "Body.", "language": "en", "outlet": "H",
        "captured": "2031-04-01",
    },
    "RSS as JSON": {
        "title": "T", "link": "https://h.example/1", "pubDate": "2031-03-04", "author": "A", "content": "Body.",
        "publisher": "H", "language": "en", "captured": "2031-04-01",
    },
    "News API": {
        "source": {"id": None, "name": "H"}, "author": "A", "title": "T", "url": "https://h.example/1",
        "publishedAt": "2031-03-04", "content": "Body.", "language": "en", "captured": "2031-04-01",
    },
    "our export": {
        "article": "n1", "headline": "T", "byline": "A", "published": "2031-03-04", "outlet": "H", "text": "Body.",
        "url": "https://h.example/1", "language": "en", "body": [[0, 5]], "kind": "article",
        "source": {"path": "p", "captured": "2031-04-01"},
    },
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_of_other_programs(shape):
    document = read(SHAPES[shape])
    assert (document.title, document.byline, document.published) == ("T", "A", "2031-03-04")
    assert (document.outlet, document.text, document.url) == ("H", "Body.", "https://h.example/1")
    assert document.language == "en"
    assert document.source.captured == "2031-04-01"


def test_marked_up_body_of_an_agency_is_html():
    document = read({"uri": "urn:x", "bodies": [{"contenttype": "text/html", "value": "<p>Body.</p>"}]})
    assert document.text is None
    assert document.html == "<p>Body.</p>"
    assert document.article == "urn:x"


def test_no_field_that_begins_with_gold_is_looked_at():
    assert not [name for names in FIELDS.values() for name in names if name.split(".")[-1].startswith("gold_")]
    plain = read({"text": "Body.", "title": "T"})
    labelled = read({"text": "Body.", "title": "T", "gold_text": "other", "gold_date": "2031-01-01", "gold_id": "g"})
    assert labelled == plain
    with pytest.raises(InputError):
        read({"gold_text": "Body."})


@pytest.mark.parametrize(
    ("row", "path"),
    [
        ({"text": 5}, "$.text"),
        ({"text": ["a", 5]}, "$.text[1]"),
        ({"text": "x", "title": True}, "$.title"),
        ({"text": "x", "url": 7}, "$.url"),
        ({"text": "x", "bodies": 1, "published": {"value": [1]}}, "$.published.value[0]"),
        ([1], "$"),
        ("text", "$"),
    ],
)
def test_wrong_types_name_their_path(row, path):
    with pytest.raises(InputError, match="Expected") as caught:
        read(row)
    assert f"`{path}`" in caught.value.what


def test_a_record_whose_text_is_empty_is_told_from_one_without_a_field_for_it():
    with pytest.raises(InputError) as empty:
        read({"id": "a", "text": " ", "title": ""})
    assert "nothing stands in `text`, `title`" in empty.value.what
    assert "Rename" not in empty.value.mend
    with pytest.raises(InputError) as unknown:
        read({"id": "a", "words": "The ferry ran aground."})
    assert "`words`" in unknown.value.what
    assert "Rename" in unknown.value.mend


def test_missing_and_empty_values_count_as_absent():
    document = read({"text": " ", "html": "", "title": "T", "published": "NaT", "author": [], "language": "Klingon"})
    assert (document.text, document.html, document.published, document.byline, document.language) == (None,) * 5
    with pytest.raises(InputError, match="no text"):
        read({"url": "https://h.example"})


def test_a_record_without_text_is_told_which_fields_it_has():
    with pytest.raises(InputError) as caught:
        read({"story_words": "Body.", **{f"field{number}": number for number in range(20)}})
    assert "`story_words`, `field0`" in caught.value.what
    assert caught.value.what.endswith(", ....")
    assert "`text`" in caught.value.mend


def test_ids_from_content_differ_by_place_and_agree_for_equal_content():
    one, same = read({"text": "x", "outlet": "A"}), read({"outlet": "A", "text": "x"})
    other = read({"text": "x", "outlet": "B"})
    assert one.article == same.article != other.article
    assert not one.id_is_given
    assert read({"text": "x", "id": 12}).article == "12"


def test_too_long_text_is_refused():
    with pytest.raises(InputError, match="max_text_bytes"):
        read({"text": "x" * 11}, max_text_bytes=10)


def test_json_is_read_leniently_where_nothing_is_lost():
    assert parse_json(b'{"a": "x\ny", "b": "\\ud800"}') == {"a": "x\ny", "b": "\ud800"}
    assert parse_json('{"a": "é'.encode() + b'\xff"}') == {"a": "é\ufffd"}
    with pytest.raises(InputError, match="character 6"):
        parse_json(b'{"a":')
    with pytest.raises(InputError, match="deeply"):
        parse_json(b"[" * 100_000)
    with pytest.raises(InputError):
        parse_json(b'{"a": ' + b"9" * 10_000 + b"}")
