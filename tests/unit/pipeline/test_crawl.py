"""A crawl added as a user would: a page under several addresses is one article, and a reprint is another."""

from __future__ import annotations

from pathlib import Path

import firsthand

PARAGRAPHS = [
    "The harbour at Vell was closed on Monday after a barge laden with gravel ran aground beside the north mole.",
    "Nobody was hurt, the harbour master Ilse Brandt said, but two ferries had to turn back to the island of Orr.",
    "Divers looked at the hull in the afternoon and found a tear of two metres below the waterline.",
    "The barge belongs to a firm in Tarn, which lost another vessel on the same bank three winters ago.",
    "A tug was expected from the mainland in the night, and the mole was to be opened again by Wednesday.",
]


def page(site: str) -> str:
    body = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Barge aground at Vell | {site}</title>'
        f'<meta property="og:site_name" content="{site}"><meta property="og:title" content="Barge aground at Vell">'
        '<meta property="article:published_time" content="2031-03-17T16:00:00+01:00"></head>'
        f"<body><article><h1>Barge aground at Vell</h1>{body}</article></body></html>"
    )


def record(number: int, url: str, html: str, status: str = "200 OK") -> bytes:
    payload = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032}>\r\n"
        f"WARC-Date: 2031-03-18T08:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def test_one_page_under_three_addresses_is_one_article_with_all_of_them(tmp_path: Path) -> None:
    urls = ["https://post.example/barge?from=home", "https://post.example/barge", "https://m.post.example/print/barge"]
    crawl = tmp_path / "crawl.warc"
    records = [record(number, url, page("Vell Post")) for number, url in enumerate(urls)]
    records.append(record(7, "https://tribune.example/barge", page("Orr Tribune")))
    records.append(record(8, "https://post.example/gone", "<html><body>Not here</body></html>", "404 Not Found"))
    crawl.write_bytes(b"".join(records))
    with firsthand.open(tmp_path / "a.firsthand", must_exist=False) as archive:
        report = archive.add([crawl], annotate="later")
        again = archive.add([crawl], annotate="later")
        articles = list(archive.articles())
        (origin,) = archive.origins()
    assert [sorted(article.urls) for article in sorted(articles, key=lambda each: len(each.urls))] == [
        ["https://tribune.example/barge"],
        sorted(urls),
    ]
    assert {article.outlet for article in articles} == {"Vell Post", "Orr Tribune"}
    assert len(origin.articles) == 2  # the reprint is an article, and the same account
    assert not report.rejections
    assert any("404" in aside.reason for aside in report.set_aside)
    assert (again.articles_new, again.articles_known) == (0, 4)
    assert all(article.source.captured == "2031-03-18T08:00:00Z" for article in articles)
