"""Small sound inputs of every kind, from which the fuzzer sets out, and the words that its mutations are made of."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable

__all__ = ["SEEDS", "WORDS"]

_TEXT = (
    "Ferry stranded off Vell\nBy Ada Lind\n14 March 2031, 10:05\nVELL (Reuters) - A ferry ran aground on Monday.\n"
    "Nobody was hurt, the harbour master said.\n© Vell Post 2031\n"
)
_PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry stranded | Vell Post</title>'
    '<meta property="article:published_time" content="2031-03-14T10:05:00+02:00"><script type="application/ld+json">'
    '{"@type":"NewsArticle","headline":"Ferry stranded","author":[{"name":"Ada Lind"}]}</script></head><body><article>'
    '<h1>Ferry stranded off Vell</h1><p itemprop="author">By Ada Lind</p><time datetime="2031-03-14">14 March</time>'
    f"<p>{'A ferry ran aground off Vell on Monday. ' * 8}</p></article></body></html>"
)
_ROW = {"id": "a1", "text": _TEXT, "url": "https://post.example/1", "published": "2031-03-14", "outlet": "Vell Post"}


def _json() -> bytes:
    return json.dumps({"articles": [_ROW, {"html": _PAGE, "title": "Ferry"}]}).encode()


def _jsonl() -> bytes:
    return b"\n".join(json.dumps(row).encode() for row in (_ROW, {"body": [["a", "b"]], "title": "x"}, {"bodies": []}))


def _warc() -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _PAGE.encode()
    packed = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n" + gzip.compress(
        _PAGE.encode(), mtime=0
    )
    records = b""
    for number, payload in enumerate((body, packed, b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nNone")):
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0-{number}>\r\n"
            f"WARC-Date: 2031-03-14T10:05:00Z\r\nWARC-Target-URI: https://post.example/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}\r\n\r\n"
        )
        records += head.encode() + payload + b"\r\n\r\n"
    return records


def _mhtml() -> bytes:
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/1\r\nSubject: Ferry\r\n"
        'Date: Fri, 14 Mar 2031 10:05:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"; '
        'type="text/html"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n'
        f"Content-Location: https://post.example/1\r\n\r\n{_PAGE.replace('=', '=3D')}\r\n--b--\r\n"
    ).encode()


def _mail() -> bytes:
    return (
        "Received: from post.example\r\nMessage-ID: <1@post.example>\r\nFrom: =?utf-8?q?Vell_Post?= <a@p.example>\r\n"
        "Subject: =?utf-8?b?RmVycnk=?=\r\nDate: Fri, 14 Mar 2031 10:05:00 +0200\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n'
        f"\r\n{_TEXT}\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPGI+RmVycnk8L2I+"
        "\r\n--b--\r\n"
    ).encode()


def _feed() -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        "<channel><title>Vell Post</title><link>https://post.example/</link><item><title>Ferry</title>"
        "<link>https://post.example/1</link><guid>1</guid><pubDate>Fri, 14 Mar 2031 10:05:00 +0200</pubDate>"
        f"<content:encoded><![CDATA[<p>{_TEXT * 3}</p>]]></content:encoded></item></channel></rss>"
    ).encode()


def _pdf() -> bytes:
    stream = b"BT /F1 12 Tf 72 720 Td (A ferry ran aground off Vell on Monday.) Tj ET"
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


def _csv() -> bytes:
    return f'id,title,text,published\r\n1,Ferry,"{_TEXT}",2031-03-14\r\n2,"a ""b""",x;y,\r\n'.encode()


def _parquet() -> bytes:
    import pyarrow
    from pyarrow import parquet

    sink = io.BytesIO()
    table = pyarrow.table({"id": ["1"], "text": [_TEXT], "published": ["2031-03-14"], "authors": [["Ada Lind"]]})
    parquet.write_table(table, sink, compression="none")
    return sink.getvalue()


def _zip() -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr("a.txt", _TEXT)
        held.writestr("in/b.html", _PAGE)
        held.writestr("c.jsonl", _jsonl())
    return sink.getvalue()


# By the name of the kind's reader; `any` lets the kind be told from the bytes.
SEEDS: dict[str, Callable[[], bytes]] = {
    "text": _TEXT.encode,
    "html": _PAGE.encode,
    "jsonl": _jsonl,
    "json": _json,
    "warc": _warc,
    "mhtml": _mhtml,
    "email": _mail,
    "feed": _feed,
    "pdf": _pdf,
    "csv": _csv,
    "parquet": _parquet,
    "zip": _zip,
}

WORDS: dict[str, str] = {
    "text": "(Reuters) (AP) By | © 2031 Monday said AFP /TASS/ ADVERTISEMENT",
    "html": "<p> </p> <div <script <time itemprop= datetime= application/ld+json <meta &amp; <!-- -->",
    "jsonl": '"text": "html": "title": {} [] null \\u0000 \\ud800 1e999',
    "json": '"articles": "items": "text": [ ] { } null \\ud800',
    "warc": "WARC/1.0 WARC/1.1 WARC-Type: response Content-Length: HTTP/1.1 200 gzip chunked Transfer-Encoding:",
    "mhtml": "multipart/related boundary= Content-Type: quoted-printable base64 --b --b-- Content-Location:",
    "email": "multipart/mixed message/rfc822 boundary= =?utf-8?b? ?= charset= Content-Type: --b Date:",
    "feed": "<item> <entry> <content type= <!DOCTYPE <!ENTITY &lt; <![CDATA[ ]]> <pubDate> xml:base=",
    "pdf": "obj endobj stream endstream xref trailer startxref /Kids /Parent /Filter /FlateDecode /Length /ObjStm",
    "csv": "text title ; , \\x22 published id",
    "parquet": "PAR1",
    "zip": "PK .zip __MACOSX/",
}
