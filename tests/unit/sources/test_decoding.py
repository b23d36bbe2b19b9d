from __future__ import annotations

import pytest

from firsthand.sources.decoding import declared_encodings, decode_bytes, decode_page, mend_text


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


@pytest.mark.parametrize(
    ("page", "charset", "codecs"),
    [
        (b"<meta charset=windows-1251>", None, ("cp1251",)),
        (b"<meta charset=windows-1251>", "koi8-r", ("koi8-r", "cp1251")),
        (b"<meta charset=windows-1251>", "ISO-8859-1", ("cp1251", "cp1252")),
        (b"<meta charset=windows-1251>", "utf-8", ("cp1251", "utf-8")),
        (b"<meta charset=utf-16>", "cp1251", ("cp1251",)),
        (b"<meta charset=idna>", "unicode_escape", ()),
        (b"<meta charset=hex>", "a\x00b", ()),
        (b"<p>", "x" * 50_000, ()),
    ],
)
def test_what_a_page_and_its_server_name(page, charset, codecs):
    assert declared_encodings(page, charset) == codecs


def test_a_page_that_names_what_is_no_encoding_is_read():
    for name in ("idna", "undefined", "punycode", "hex", "rot13", "unicode_escape"):
        assert "Größe" in decode_page(f"<meta charset={name}><p>Größe</p>".encode("latin-1"))
        assert decode_bytes("Größe der Stadt".encode("latin-1"), name) == "Größe der Stadt"


def test_two_encodings_in_one_text_are_each_read_as_what_they_are():
    one, other = "Die Fähre läuft für Märwick aus.", "Die Bürger müssen über die “Brücke” – später."
    assert decode_bytes(one.encode() + b"\n" + other.encode("cp1252")) == f"{one}\n{other}"
    assert decode_page(other.encode("cp1252") + b"<meta charset=utf-8>" + one.encode()).endswith(one)


def test_damaged_utf8_and_other_encodings_are_not_taken_for_two():
    damaged = "ä — ü ".encode() * 9 + "quote “".encode()[:-1] * 5
    assert "\ufffd" in decode_bytes(damaged)
    russian = "Мэр города сообщил в среду, что мост закрыт на ремонт. " * 4
    assert decode_bytes(russian.encode("cp1251")) == russian
    chinese = "渡轮在附近搁浅，两名乘客受伤，港务局长说。" * 9
    assert decode_page(f"<meta charset=gb2312><p>{chinese}".encode("gb18030")).endswith(chinese)
