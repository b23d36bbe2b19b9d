from __future__ import annotations

import base64
import quopri

import pytest

from firsthand.model import RawDocument, Rejection
from firsthand.sources import SourceLimits, read_inputs

HTML = "<html><head><title>Brücke offen</title></head><body><p>Die Brücke ist offen.</p></body></html>"
URL = "https://courier.example/bridge"


def part(body, media="text/html", location=URL, coding="quoted-printable", more=""):
    packed = quopri.encodestring(body) if coding == "quoted-printable" else base64.encodebytes(body)
    head = f"Content-Type: {media}\r\nContent-Transfer-Encoding: {coding}\r\nContent-Location: {location}\r\n{more}\r\n"
    return head.encode() + packed.replace(b"\n", b"\r\n")


def saved(*parts, extra="", sender="<Saved by Blink>", boundary="----MultipartBoundary--x+(1)----"):
    head = (
        (f"From: {sender}\r\n" if sender else "")
        + extra
        + "Subject: =?utf-8?Q?Br=C3=BCcke?=\r\nDate: Tue, 5 Mar 2024 08:09:10 +0100\r\nMIME-Version: 1.0\r\n"
        + f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{boundary}"\r\n\r\n\r\n'
    )
    line = f"--{boundary}".encode()
    return head.encode() + b"".join(line + b"\r\n" + one + b"\r\n" for one in parts) + line + b"--\r\n"


def read(tmp_path, raw, name="page.mhtml", **limits):
    path = tmp_path / name
    path.write_bytes(raw)
    (result,) = read_inputs([str(path)], SourceLimits(**limits))
    return result


def test_a_saved_page(tmp_path):
    raw = saved(
        part(b"<p>A frame</p>", location="cid:frame-1@mhtml.blink"),
        part(HTML.encode()),
        part(bytes(range(256)), "image/png", "https://courier.example/p.png", "base64"),
        extra=f"Snapshot-Content-Location: {URL}\r\n",
    )
    document = read(tmp_path, raw, "page.dat")
    assert isinstance(document, RawDocument)
    assert document.html == HTML
    assert document.original == HTML.encode()
    assert (document.article, document.fallback_id) == ("page", str(tmp_path / "page.dat"))
    assert document.url == URL
    assert document.source.captured == "2024-03-05T08:09:10+01:00"
    assert document.source.media_type == "text/html"
    assert (document.media, document.title) == ("mhtml", None)


@pytest.mark.parametrize(
    ("sender", "name"), [("<Saved by Windows Internet Explorer 7>", "a"), (None, "a"), ("x", "a.mht")]
)
def test_older_saved_pages(tmp_path, sender, name):
    frame = part(b"<p>frame</p>", location="https://ads.example/")
    root = part(
        HTML.encode("cp1252"), "text/html;\r\n\tcharset=windows-1252", coding="base64", more="Content-ID: <r@x>\r\n"
    )
    raw = saved(frame, root, sender=sender).replace(b'type="text/html"', b'type="text/html"; start="<r@x>"')
    document = read(tmp_path, raw, name)
    assert document.html == HTML
    assert document.url == URL
    assert document.original == HTML.encode("cp1252")


def test_addresses_on_a_disk_are_none(tmp_path):
    document = read(tmp_path, saved(part(HTML.encode(), location="file:///C:/x.htm")))
    assert document.url is None


def test_cut_off_and_without_a_last_line(tmp_path):
    raw = saved(part(HTML.encode()))
    document = read(tmp_path, raw[: raw.index(b"</body")])
    assert "ist offen" in document.html


@pytest.mark.parametrize(
    "raw",
    [
        saved(),
        saved(part(b"", coding="base64")),
        saved(part(b"x", "image/png")),
        saved(part(HTML.encode())).partition(b"\r\n\r\n")[0],
        saved(part(HTML.encode())).replace(b"boundary=", b"border="),
    ],
    ids="no-part empty picture head no-boundary".split(),
)
def test_without_a_page(tmp_path, raw):
    result = read(tmp_path, raw)
    assert isinstance(result, Rejection)
    assert "page" in result.reason


def test_more_parts_than_are_looked_at(tmp_path):
    pictures = [part(b"x", "image/png", coding="base64")] * 10_000
    assert read(tmp_path, saved(part(HTML.encode()), *pictures)).html == HTML
    assert "no page" in read(tmp_path, saved(*pictures, part(HTML.encode()))).reason


def test_parts_nested_deeply(tmp_path):
    raw = HTML.encode()
    for depth in range(500):
        raw = f'Content-Type: multipart/mixed; boundary="b{depth}x"\r\n\r\n--b{depth}x\r\n'.encode() + raw
    raw = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nDate: x\r\n" + raw
    assert isinstance(read(tmp_path, raw), Rejection)


def test_sizes_are_bounded(tmp_path):
    raw = saved(part(HTML.encode() + b"x" * 9_000))
    assert "max_mail_bytes" in read(tmp_path, raw, max_mail_bytes=5_000).reason
    assert "max_text_bytes" in read(tmp_path, raw, max_text_bytes=5_000).reason
    assert "headers are longer" in read(tmp_path, b"MIME-Version: 1.0\r\n" + b"X-A: b\r\n" * 90_000 + raw).reason
