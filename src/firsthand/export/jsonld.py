"""A story as linked data: schema.org in JSON-LD."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from firsthand.model import ArticleRow, Direction, Dossier, Lineage

__all__ = ["story_jsonld"]


def _id(kind: str, name: str) -> str:
    return f"urn:x-firsthand:{kind}:{quote(name, safe='', errors='replace')}"


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, [], "")}


def _web(address: str | None) -> str | None:
    return address if address and address.startswith(("https://", "http://")) else None


def _sources(article: str, lineages: tuple[Lineage, ...]) -> list[dict[str, str]]:
    """The articles that one has text from, where it is known who had it first."""
    found = []
    for link in lineages:
        if (link.direction, link.b) == (Direction.A_TO_B, article):
            found.append({"@id": _id("article", link.a)})
        if (link.direction, link.a) == (Direction.B_TO_A, article):
            found.append({"@id": _id("article", link.b)})
    return found


def _article(row: ArticleRow, dossier: Dossier) -> dict[str, Any]:
    publisher = {"@type": "NewsMediaOrganization", "name": row.outlet} if row.outlet else None
    return _given(
        {
            "@type": "NewsArticle",
            "@id": _id("article", row.article),
            "identifier": row.article,
            "headline": row.headline,
            "url": _web(row.url),
            "datePublished": row.published,
            "dateModified": row.updated,
            "inLanguage": row.language,
            "author": {"@type": "Person", "name": row.byline} if row.byline else None,
            "publisher": publisher,
            "dateline": row.dateline,
            "isBasedOn": _sources(row.article, dossier.lineages),
            "isPartOf": {"@id": _id("story", dossier.story.story)},
            "sha256": row.source.sha256,
        }
    )


def story_jsonld(dossier: Dossier) -> str:
    """The story and its articles as schema.org linked data, one graph.

    The story is a Collection; `isBasedOn` holds the articles that one has text from, where the direction is known.
    No text is in it.
    """
    story = dossier.story
    head = _given(
        {
            "@type": "Collection",
            "@id": _id("story", story.story),
            "identifier": story.story,
            "name": story.title,
            "temporalCoverage": story.date,
            "collectionSize": len(story.articles),
            "hasPart": [{"@id": _id("article", article)} for article in story.articles],
            "isPartOf": {"@id": _id("storyline", story.storyline)} if story.storyline else None,
        }
    )
    graph = [head, *(_article(row, dossier) for row in dossier.articles)]
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, indent=1) + "\n"
