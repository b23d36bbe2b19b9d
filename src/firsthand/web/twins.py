"""The pages as data: the same records, in the shapes of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from firsthand.export import export_rows
from firsthand.model import (
    Dossier,
    Entity,
    Happening,
    ListedFigure,
    OutletProfile,
    PersonProfile,
    SearchPage,
    Story,
    Storyline,
)
from firsthand.report import ArticlePage, Compared, headline_number

__all__ = [
    "article_twin",
    "compare_twin",
    "front_twin",
    "outlet_twin",
    "person_twin",
    "plain_rows",
    "search_twin",
    "story_twin",
    "storyline_twin",
]


def plain_rows(records: Iterable[object]) -> list[dict[str, Any]]:
    """Records in the shapes of the contract."""
    return list(export_rows(records))


def front_twin(stories: Iterable[Story], counts: Mapping[str, int], page: int, pages: int) -> dict[str, Any]:
    """One page of the list of stories."""
    return {"counts": dict(counts), "page": page, "pages": pages, "stories": plain_rows(stories)}


def story_twin(dossier: Dossier) -> dict[str, Any]:
    """One story: its records by kind, and the headline number in words."""
    annotations = [dossier.annotations[article] for article in sorted(dossier.annotations)]
    return {
        "headline_number": headline_number(dossier.story, dossier.origins),
        "story": plain_rows([dossier.story])[0],
        "storyline": plain_rows([dossier.storyline])[0] if dossier.storyline else None,
        "related": plain_rows(dossier.related),
        "articles": plain_rows(dossier.articles),
        "origins": plain_rows(dossier.origins),
        "lineage": plain_rows(dossier.lineages),
        "passages": plain_rows(dossier.passages),
        "wording": plain_rows(dossier.wordings),
        "timeline": plain_rows(dossier.timeline),
        "quotations": plain_rows(quotation for annotation in annotations for quotation in annotation.quotations),
        "utterances": plain_rows(dossier.utterances),
        "figures": plain_rows(dossier.figures),
        "statements": plain_rows(dossier.statements),
        "coverage": plain_rows(dossier.coverage),
        "labels": plain_rows(dossier.labels),
        "versions": plain_rows(version for states in dossier.versions.values() for version in states),
    }


def storyline_twin(storyline: Storyline, timeline: Iterable[Happening]) -> dict[str, Any]:
    """One storyline: its record, and the happenings of its stories, none twice."""
    return {"storyline": plain_rows([storyline])[0], "timeline": plain_rows(timeline)}


def article_twin(page: ArticlePage) -> dict[str, Any]:
    """One article: its records by kind; `annotated` tells whether the language stage has read it."""
    reading, annotation, near = page.reading, page.annotation, page.neighbours
    return {
        "article": plain_rows([page.article])[0],
        "segments": plain_rows(reading.segments if reading else ()),
        "dates": plain_rows(reading.dates if reading else ()),
        "annotated": annotation is not None and annotation.skipped is None,
        "times": plain_rows(annotation.times if annotation else ()),
        "mentions": plain_rows(annotation.mentions if annotation else ()),
        "quotations": plain_rows(annotation.quotations if annotation else ()),
        "quantities": plain_rows(annotation.quantities if annotation else ()),
        "versions": plain_rows(page.versions),
        "passages": plain_rows(near.passages if near else ()),
        "lineage": plain_rows(near.lineages if near else ()),
        "wording": plain_rows(near.wordings if near else ()),
    }


def search_twin(
    query: str,
    problem: str | None,
    found: SearchPage,
    named: tuple[Sequence[Entity], Sequence[ListedFigure], Sequence[str]],
) -> dict[str, Any]:
    """What a search found; `error` says why nothing was looked for."""
    entities, figures, outlets = named
    return {
        "query": query,
        "error": problem,
        "matches": found.matches,
        "is_all": found.is_all,
        "articles": [asdict(hit) for hit in found.hits],
        "entities": plain_rows(entities),
        "figures": [asdict(figure) for figure in figures],
        "outlets": list(outlets),
    }


def outlet_twin(profile: OutletProfile) -> dict[str, Any]:
    """One outlet: characters by month and of whom they are, from the articles that were looked at."""
    return {
        "outlet": profile.outlet,
        "articles": profile.articles,
        "looked_at": [row.article for row in profile.rows],
        "months": [asdict(month) for month in profile.months],
        "lenders": [{"name": name, "articles": number} for name, number in profile.lenders],
        "quoted": [
            {"speaker": speaker, "speaker_name": name, "articles": number} for speaker, name, number in profile.quoted
        ],
        "annotated": profile.annotated,
        "habits": [asdict(habit) for habit in profile.habits],
        "lineage": plain_rows(profile.lineages),
        "passages": plain_rows(profile.passages),
        "wording": plain_rows(profile.wordings),
    }


def person_twin(profile: PersonProfile) -> dict[str, Any]:
    """One person, place or body: sayings, quotations, stories."""
    quotations = [each for name in sorted(profile.annotations) for each in profile.annotations[name].quotations]
    return {
        "entity": plain_rows([profile.entity])[0],
        "utterances": plain_rows(profile.utterances),
        "quotations": plain_rows(quotations),
        "stories": sorted(profile.stories),
        "is_all": profile.is_all,
    }


def compare_twin(compared: Compared) -> dict[str, Any]:
    """What two articles share."""
    return {
        "a": compared.a.article,
        "b": compared.b.article,
        "passages": plain_rows(compared.passages),
        "lineage": plain_rows(compared.lineages),
        "wording": plain_rows(compared.wordings),
    }
