from __future__ import annotations

import pytest

from firsthand.sources.sniffing import InputKind, sniff_kind


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"", "a.txt", InputKind.EMPTY),
        (b" \n\t\n", "a.txt", InputKind.EMPTY),
        (b"A plain text.", "a", InputKind.TEXT),
        (b"A plain text with \x00 a NUL. " * 4, "a.txt", InputKind.TEXT),
        (b"[Photo] The bridge at noon.", "a.txt", InputKind.TEXT),
        (b"<3 is what they wrote on the wall", "a.txt", InputKind.TEXT),
        ("Schöne Grüße".encode("utf-16"), "a.txt", InputKind.TEXT),
        ("Viele Grüße aus der Stadt".encode("utf-16-le"), "a.txt", InputKind.TEXT),
        (bytes(range(256)) * 8, "a.txt", InputKind.BINARY),
        (b"<!doctype html><html>", "a.txt", InputKind.HTML),
        (b"<?xml version='1.0'?><!-- x --><html xmlns='y'>", "a", InputKind.HTML),
        (b"<p>One</p><p>Two</p>", "a.txt", InputKind.HTML),
        (b'{"text": "x"}\n{"text": "y"}\n', "a.txt", InputKind.JSONL),
        (b'{"text": "x"}', "a.json", InputKind.JSON),
        (b'{\n "text": "x"\n}', "a.txt", InputKind.JSON),
        (b'[{"text": "x"}]', "a.txt", InputKind.JSON),
        (b"not json at all", "a.jsonl", InputKind.JSONL),
        (b"%PDF-1.7", "a.txt", InputKind.PDF),
        (b"PK\x03\x04rest", "a.txt", InputKind.ZIP),
        (b"PAR1", "a", InputKind.PARQUET),
        (b"WARC/1.0\r\n", "a", InputKind.WARC),
        (b"SQLite format 3\x00", "a", InputKind.ARCHIVE),
        (b'<?xml version="1.0"?><rss version="2.0">', "a", InputKind.FEED),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "a", InputKind.FEED),
        (b"<?xml version='1.0'?>\n<?xml-stylesheet href='x'?><!-- x --><rss>", "a", InputKind.FEED),
        (b"\xef\xbb\xbf<!DOCTYPE rss [<!ENTITY a '>'>]><rss version='0.91'>", "a", InputKind.FEED),
        ("<feed>\n".encode("utf-16"), "a", InputKind.FEED),
        ("<html><p>Wörter</p>".encode("utf-32"), "a", InputKind.HTML),
        ("title\ttext\nA\tB\n".encode("utf-16"), "a.txt", InputKind.CSV),
        ('{"text": "x"}\n'.encode("utf-16"), "a.jsonl", InputKind.TEXT),
        (b"<?xml version='1.0'?><newsItem/>", "a.xml", InputKind.XML),
        (b"Received: x\nFrom: a\nMIME-Version: 1.0\n\n", "a", InputKind.EMAIL),
        (b"From: The mayor\nTo: The press\nDate: today\n\nWe open.", "a.txt", InputKind.TEXT),
        (b"From: a\nSnapshot-Content-Location: b\nMIME-Version: 1.0\n\n", "a.mht", InputKind.MHTML),
        (b'From: "Saved by x" <a@b>\nMIME-Version: 1.0\nSubject: x\n\n', "a", InputKind.EMAIL),
        (b"From: <Saved by a browser>\nSubject: x\nMIME-Version: 1.0\n\n", "a", InputKind.MHTML),
        (b"MIME-Version: 1.0\nSubject: x\nContent-Type: multipart/related;\n\tboundary=x\n\n", "a", InputKind.MHTML),
        (b"From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", "a", InputKind.EMAIL),
        (b"From: a@b\nMIME-Version: 1.0\nSubject: x\n\nSnapshot-Content-Location: y", "a", InputKind.EMAIL),
        (b"id,title,text\n1,a,b\n", "a.txt", InputKind.CSV),
        (b"\x1f\x8bxx", "a.gz", InputKind.GZIP),
    ],
)
def test_kind_is_told_by_content(head, name, kind):
    assert sniff_kind(head, name) is kind
