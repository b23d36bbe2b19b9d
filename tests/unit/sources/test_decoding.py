from __future__ import annotations

import pytest

from firsthand.sources.decoding import decode_bytes, decode_page, mend_text


def test_mend_replaces_each_nul_and_lone_surrogate_and_drops_the_mark():
    assert mend_text("\ufeffa\x00\x00b\ud800c") == "a\ufffd\ufffdb\ufffdc"
    assert mend_text("a\ufeffb") == "a\ufeffb"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_encodings(encoding):
    text = "Der Bürgermeister sprach am Freitag über die Brücke."
    assert decode_bytes(text.encode(encoding)) == text


def test_wrong_byte_in_utf8_becomes_one_replacement_and_nothing_else_changes():
    assert decode_bytes("Prix élevé ".encode() + b"\xff" + " à Brême".encode()) == "Prix élevé \ufffd à Brême"
    assert decode_bytes(b"Plain words with one \xff wrong byte") == "Plain words with one \ufffd wrong byte"


def test_western_and_cyrillic_encodings():
    assert decode_bytes(b"It\x92s the caf\xe9") == "It’s the café"
    russian = "Мэр города сообщил в среду, что мост закрыт на ремонт. " * 4
    assert decode_bytes(russian.encode("cp1251")) == russian


def test_page_is_believed_about_its_encoding_unless_it_is_utf8():
    page = '<html><head><meta charset="{}"></head><p>Мост закрыт</p></html>'
    assert "Мост закрыт" in decode_page(page.format("windows-1251").encode("cp1251"))
    assert "Мост закрыт" in decode_page(page.format("windows-1251").encode("utf-8"))
    assert "закрыт" not in decode_page(page.format("no-such-encoding").encode("cp1251"))[:10]


def test_declared_codec_that_is_no_encoding_is_not_used():
    raw = b'<meta charset="rot13"><p>' + "Grüße".encode("cp1252") + b"</p>"
    assert "Grüße" in decode_page(raw)
