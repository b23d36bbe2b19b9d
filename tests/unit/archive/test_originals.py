from __future__ import annotations

import hashlib
import json

import pytest

from firsthand.archive.codec import compress
from firsthand.archive.originals import keep_original, restore_markup, restore_original
from firsthand.errors import ArchiveError
from firsthand.model import RawDocument, Source
from firsthand.sources.decoding import decode_page

HTML = "<html><p>Straße, Größe, Brücke: „offen“ – wieder.</p></html>"


def page(original: bytes, html: str, media_type: str | None = None) -> RawDocument:
    digest = hashlib.sha256(original).hexdigest()
    source = Source(path="a.html", sha256=digest, bytes_kept=len(original), media_type=media_type)
    return RawDocument(article="a", html=html, source=source, original=original)


@pytest.mark.parametrize(
    ("original", "media_type", "recipe"),
    [
        (HTML.encode(), None, "utf-8"),
        (b"\xef\xbb\xbf" + HTML.encode(), None, "encoding:utf-8"),
        (HTML.encode() + b"\x00\n", None, "encoding:utf-8"),
        (HTML.encode() * 9 + b"\xff\n", None, "encoding:utf-8"),
        (HTML.encode("cp1252"), None, "encoding:cp1252"),
        (HTML.encode("utf-16"), None, "encoding:utf-16-le"),
        (HTML.encode("utf-16-be"), None, "encoding:utf-16-be"),
        ("<meta charset=windows-1251><p>Мост открыт</p>".encode("cp1251"), None, "encoding:cp1251"),
        ("<p>Мост открыт</p>".encode("koi8-r"), 'text/html; charset="KOI8-R"; x=y', "encoding:koi8-r"),
    ],
)
def test_a_page_in_any_encoding_is_kept_once(original: bytes, media_type: str | None, recipe: str) -> None:
    charset = "koi8-r" if media_type else None
    document = page(original, decode_page(original, charset), media_type)
    kept, markup, markup_from = keep_original(document)
    assert (markup, markup_from) == (None, recipe)
    assert restore_original(kept, markup_from, None) == original
    assert restore_markup(kept, markup, markup_from) == document.html


def test_a_page_that_is_a_field_and_one_that_is_neither() -> None:
    record = json.dumps({"id": "a", "html": HTML}).encode()
    assert keep_original(page(record, HTML))[2] == "field:html"
    kept, markup, markup_from = keep_original(page("Größe".encode("cp1252"), HTML))
    assert markup_from == "kept"
    assert restore_markup(kept, markup, markup_from) == HTML


@pytest.mark.parametrize("recipe", ["encoding:", "encoding:nonsense", "encoding:hex", "encoding:idna"])
def test_a_recipe_that_is_none_is_an_archive_error(recipe: str) -> None:
    with pytest.raises(ArchiveError, match="damaged page"):
        restore_markup(compress(b"\xff" * 70), None, recipe)
