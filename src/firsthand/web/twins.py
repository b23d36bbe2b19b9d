"""The pages as data: the same records, in the shapes of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from firsthand.export import export_rows
from firsthand.model import Annotation, ArticleRow, Dossier, Reading, Story
from firsthand.report import headline_number

__all__ = ["article_twin", "front_twin", "story_twin"]


def _rows(records: Iterable[object]) -> list[dict[str, Any]]:
    return list(export_rows(records))


def front_twin(stories: Iterable[Story], counts: Mapping[str, int], page: int, pages: int) -> dict[str, Any]:
    """One page of the list of stories."""
    return {"counts": dict(counts), "page": page, "pages": pages, "stories": _rows(stories)}


def story_twin(dossier: Dossier) -> dict[str, Any]:
    """One story: its records by kind, and the headline number in words."""
    annotations = [dossier.annotations[article] for article in sorted(dossier.annotations)]
    return {
        "headline_number": headline_number(dossier.story, dossier.origins),
        "story": _rows([dossier.story])[0],
        "storyline": _rows([dossier.storyline])[0] if dossier.storyline else None,
        "related": _rows(dossier.related),
        "articles": _rows(dossier.articles),
        "origins": _rows(dossier.origins),
        "lineage": _rows(dossier.lineages),
        "passages": _rows(dossier.passages),
        "wording": _rows(dossier.wordings),
        "timeline": _rows(dossier.timeline),
        "quotations": _rows(quotation for annotation in annotations for quotation in annotation.quotations),
    }


def article_twin(
    article: ArticleRow, reading: Reading | None, annotation: Annotation | None, dossier: Dossier | None
) -> dict[str, Any]:
    """One article: its records by kind; `annotated` tells whether the language stage has read it."""
    name = article.article
    shared = dossier.passages if dossier else ()
    links = dossier.lineages if dossier else ()
    return {
        "article": _rows([article])[0],
        "segments": _rows(reading.segments if reading else ()),
        "dates": _rows(reading.dates if reading else ()),
        "annotated": annotation is not None and annotation.skipped is None,
        "times": _rows(annotation.times if annotation else ()),
        "mentions": _rows(annotation.mentions if annotation else ()),
        "quotations": _rows(annotation.quotations if annotation else ()),
        "quantities": _rows(annotation.quantities if annotation else ()),
        "passages": _rows(passage for passage in shared if name in {passage.a, passage.b}),
        "lineage": _rows(link for link in links if name in {link.a, link.b}),
    }
