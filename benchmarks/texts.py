"""Texts and pages for measuring, made from the bundled sample: invented, all different, the same in every run."""

from __future__ import annotations

import json
import re
from html import escape
from importlib.resources import files

from firsthand.model import RawDocument, Source

__all__ = ["make_documents", "make_pages"]

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}")
_MENU = "Home World Politics Business Science Culture Sport Weather Opinion Video".split()


def _sample() -> list[dict[str, str]]:
    lines = files("firsthand.sample").joinpath("articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles: list[dict[str, str]] = [json.loads(line) for line in lines]
    return [article for article in articles if len(article.get("text") or "") > 600]


def _rename(text: str, names: list[str], shift: int) -> str:
    """`text` with each name replaced by the one `shift` places further on, so that no two rounds hold equal text."""
    place = {name: number for number, name in enumerate(names)}
    return _NAME.sub(lambda match: names[(place[match.group()] + shift) % len(names)], text)


def make_documents(count: int) -> list[RawDocument]:
    """So many plain texts: the articles of the sample, from the second round on under other names."""
    sample = _sample()
    names = sorted({name for article in sample for name in _NAME.findall(article["text"])})
    documents = []
    for number in range(count):
        article = sample[number % len(sample)]
        documents.append(
            RawDocument(
                article=f"{article['id']}-{number}",
                text=_rename(article["text"], names, number // len(sample)),
                title=article.get("title"),
                outlet=article.get("outlet"),
                published=article.get("published"),
                url=f"https://www.example.org/news/{number}",
                source=Source(path="made", sha256="", bytes_kept=0),
                original=b"",
            )
        )
    return documents


def make_pages(count: int) -> list[RawDocument]:
    """So many pages: the texts of `make_documents` with what a site puts round an article."""
    return [
        RawDocument(article=one.article, html=_make_page(one), url=one.url, source=one.source, original=b"")
        for one in make_documents(count)
    ]


def _make_page(document: RawDocument) -> str:
    title, day = escape(document.title or ""), document.published or ""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": document.title,
        "datePublished": day,
        "publisher": {"@type": "Organization", "name": document.outlet},
    }
    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in (document.text or "").splitlines() if line.strip())
    menu = "".join(f'<li><a href="/{word.lower()}">{word}</a></li>' for word in _MENU)
    links = "".join(f'<li><a href="/news/{number}">Another story, number {number}</a></li>' for number in range(25))
    blocks = "".join(f'<div class="tile"><h3>Tile {number}</h3><span>More</span></div>' for number in range(40))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Example</title>'
        f'<meta property="og:title" content="{title}"><meta property="article:published_time" content="{day}">'
        f'<link rel="canonical" href="{document.url}"><script type="application/ld+json">{json.dumps(data)}</script>'
        f"<style>{'.tile {margin: 0}' * 50}</style></head><body><header><nav><ul>{menu}</ul></nav></header>"
        f'<main><article><h1>{title}</h1><time datetime="{day}">{day}</time>{paragraphs}</article>'
        f'<aside class="related"><h2>Related</h2><ul>{links}</ul></aside></main>{blocks}'
        f"<footer><p>Copyright Example. All rights reserved.</p><ul>{menu}</ul></footer></body></html>"
    )
