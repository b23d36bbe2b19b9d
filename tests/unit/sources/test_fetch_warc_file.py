"""What is kept of fetched pages: sound WARC, page by page, readable by us and by others."""

from __future__ import annotations

import base64
import errno
import gzip
import hashlib
import os
from datetime import UTC, datetime, timedelta

import pytest
from fastwarc.warc import ArchiveIterator

from firsthand.errors import InputError
from firsthand.model import RawDocument
from firsthand.sources import SourceLimits, read_inputs
from firsthand.sources.fetching import Exchange, Link, Visit, WarcFile, find_saved, parse_address

BEGUN = datetime(2031, 5, 2, 3, 4, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)


def exchange(url="https://paper.example/a", body=b"<p>The bridge closes.</p>", status=200, **more):
    head = f"HTTP/1.1 {status} X\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".encode()
    values = {
        "address": parse_address(url),
        "ip": "192.0.2.7",
        "began": datetime.now(UTC),
        "request": b"GET /a HTTP/1.1\r\nHost: paper.example\r\n\r\n",
        "status": status,
        "headers": (("Content-Type", "text/html; charset=utf-8"),),
        "head": head,
        "body": body,
    }
    return Exchange(**{**values, **more})


def visit(*exchanges, url="https://paper.example/a", fault=None):
    return Visit(link=Link(address=parse_address(url), name=url), exchanges=exchanges, fault=fault)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "news.fetched"


@pytest.fixture
def warc(folder):
    made = WarcFile(folder, BEGUN, {"software": "firsthand\r\n1"})
    yield made
    made.close()


def records(path):
    found = []
    with path.open("rb") as file:
        for record in ArchiveIterator(file, parse_http=False):
            assert record.verify_block_digest()
            kind, url = record.headers["WARC-Type"], record.headers.get("WARC-Target-URI")
            found.append((kind, url, record.reader.read(), dict(record.headers.items())))
    return found


def test_a_file_is_made_when_the_first_page_comes_and_named_by_its_time(warc, folder):
    assert (warc.path, folder.exists()) == (None, False)
    warc.write(visit(exchange()))
    assert warc.path == folder / "2031-05-02T030405Z.warc.gz"
    second = WarcFile(folder, BEGUN, {})
    second.write(visit(exchange()))
    second.close()
    assert second.path == folder / "2031-05-02T030405Z-2.warc.gz"


def test_the_records_of_a_page(warc):
    warc.write(visit(exchange()))
    info, response, request, metadata = records(warc.path)
    assert info[0::2][:2] == ("warcinfo", b"software: firsthand 1\r\n")
    assert response[:2] == ("response", "https://paper.example/a")
    assert response[2].endswith(b"\r\n\r\n<p>The bridge closes.</p>")
    assert request[2].startswith(b"GET /a HTTP/1.1\r\n")
    assert metadata[2].startswith(b"outcome: saved\r\n")
    headers = response[3]
    assert headers["WARC-IP-Address"] == "192.0.2.7"
    assert headers["Content-Type"] == "application/http; msgtype=response"
    assert headers["WARC-Date"].endswith("Z")
    assert headers["WARC-Record-ID"].startswith("<urn:uuid:")


def test_the_digest_is_that_of_the_page(warc):
    warc.write(visit(exchange(body=b"\x1f\x8bpacked")))
    with warc.path.open("rb") as file:
        (verified,) = [
            each.verify_payload_digest() for each in ArchiveIterator(file) if each.headers["WARC-Type"] == "response"
        ]
    assert verified
    told = base64.b32decode(records(warc.path)[1][3]["WARC-Payload-Digest"].removeprefix("sha256:"))
    assert told == hashlib.sha256(b"\x1f\x8bpacked").digest()


def test_our_own_reader_reads_it_with_time_and_address(warc):
    moment = datetime(2031, 5, 2, 9, 8, 7, 654321, tzinfo=UTC)
    warc.write(visit(exchange(status=302), exchange("https://paper.example/b", began=moment)))
    found = list(read_inputs([str(warc.path)], SourceLimits()))
    (document,) = [each for each in found if isinstance(each, RawDocument)]
    assert (document.url, document.source.captured) == ("https://paper.example/b", "2031-05-02T09:08:07Z")
    assert document.source.warc_record.startswith("<urn:uuid:")
    assert document.html == "<p>The bridge closes.</p>"
    assert document.source.sha256 == hashlib.sha256(document.original).hexdigest()


def test_answers_that_are_no_page_are_kept_and_numbered_as_our_reader_does(warc):
    warc.write(visit(exchange()))
    warc.write(visit(exchange(status=404, cut="length"), fault=InputError("answered 404.")))
    assert warc.error_records == [5]
    assert records(warc.path)[4][3]["WARC-Truncated"] == "length"
    told = [each.input for each in read_inputs([str(warc.path)], SourceLimits()) if not isinstance(each, RawDocument)]
    assert f"{warc.path}:5" in told


def test_each_page_is_on_the_disk_before_the_next(warc):
    for count in (1, 2, 3):
        warc.write(visit(exchange()))
        assert len(records(warc.path)) == 1 + 3 * count


def test_a_full_disk_leaves_no_half_page(warc, monkeypatch):
    warc.write(visit(exchange()))
    whole = warc.path.read_bytes()

    def full(number):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        warc.write(visit(exchange()))
    warc.close()
    assert warc.path.read_bytes() == whole


def test_a_file_cut_off_in_a_page_keeps_the_pages_before(warc, folder):
    warc.write(visit(exchange(), url="https://paper.example/a"))
    whole = warc.path.stat().st_size
    warc.write(visit(exchange("https://paper.example/b", body=os.urandom(9_000)), url="https://paper.example/b"))
    warc.close()
    raw = warc.path.read_bytes()
    for end in (whole + 1, whole + 500, whole + 5_000, len(raw) - 1):
        warc.path.write_bytes(raw[:end])
        assert "https://paper.example/a" in find_saved(folder, HOUR, datetime.now(UTC))
        urls = [each.url for each in read_inputs([str(warc.path)], SourceLimits()) if isinstance(each, RawDocument)]
        assert urls[0] == "https://paper.example/a"
    warc.path.write_bytes(raw[: whole + 5_000])
    assert "https://paper.example/b" not in find_saved(folder, HOUR, datetime.now(UTC))


def test_what_was_saved_a_short_while_ago_is_found(warc, folder):
    warc.write(visit(exchange("https://paper.example/b"), url="https://paper.example/a"))
    warc.write(
        visit(exchange(status=404), url="https://paper.example/c", fault=InputError("answered 404.\r\noutcome: saved"))
    )
    now = datetime.now(UTC)
    assert find_saved(folder, HOUR, now) == {"https://paper.example/a": warc.path}
    assert find_saved(folder, HOUR, now + timedelta(hours=2)) == {}
    assert find_saved(folder, timedelta(0), now + timedelta(seconds=2)) == {}


@pytest.mark.parametrize(
    "content", [b"", b"\x1f\x8b\x08broken", b"WARC/1.1\r\nx", gzip.compress(b"WARC/1.1\r\n" * 99), b"\0" * 99]
)
def test_a_broken_file_in_the_folder_stops_nothing(warc, folder, content):
    warc.write(visit(exchange()))
    (folder / "9999.warc.gz").write_bytes(content)
    (folder / "folder.warc.gz").mkdir()
    assert list(find_saved(folder, HOUR, datetime.now(UTC))) == ["https://paper.example/a"]


def test_a_folder_that_is_not_there_holds_nothing(folder):
    assert find_saved(folder, HOUR, datetime.now(UTC)) == {}
