"""The OpenAPI document: every address that answers with data, its parameters, and the shapes of the contract."""

from __future__ import annotations

from functools import cache
from typing import Any

from firsthand.export import json_schema
from firsthand.model import KINDS

__all__ = ["openapi_document"]

_TEXT: dict[str, Any] = {"type": "string"}
_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_PAGE = ("page", {"type": "integer", "minimum": 1, "maximum": 99_999_999, "default": 1}, "The page of the list.")
_DAY = {"type": "string", "format": "date"}
Query = tuple[tuple[str, dict[str, Any], str], ...]


def _kinds(names: str) -> dict[str, Any]:
    """A list of each kind, under its name."""
    return {kind: [kind] for kind in names.split()}


# Address, what it answers, its query, and the parts of its answer: a kind of the contract, a list of one, or a schema.
_ADDRESSES: tuple[tuple[str, str, Query, dict[str, Any]], ...] = (
    (
        "/stories.json",
        "The list of stories, narrowed or whole.",
        (
            _PAGE,
            ("from", _DAY, "The first day."),
            ("to", _DAY, "The last day."),
            ("outlet", _TEXT, "The name of an outlet, in any case."),
            ("entity", _TEXT, "A name, or the id of a person, place or body."),
            ("language", _TEXT, "ISO 639-1."),
            ("order", {"type": "string", "enum": ["latest", "origins"], "default": "latest"}, "Which come first."),
        ),
        {
            "counts": {"type": "object", "additionalProperties": _COUNT},
            "page": _COUNT,
            "pages": _COUNT,
            "stories": ["stories"],
        },
    ),
    (
        "/stories/{id}.json",
        "One story with all that was derived from its articles; or, with `as`, in the form of another program.",
        (("as", {"type": "string", "enum": ["timelinejs", "jsonld"]}, "TimelineJS 3, or schema.org linked data."),),
        {
            "headline_number": _TEXT,
            "story": "stories",
            "related": ["stories"],
            **_kinds(
                "articles origins lineage passages wording timeline quotations utterances figures statements coverage "
                "labels versions"
            ),
        },
    ),
    (
        "/articles/{id}.json",
        "One article with all that was read from it.",
        (),
        {
            "article": "articles",
            "annotated": {"type": "boolean"},
            **_kinds("segments dates times mentions quotations quantities versions passages lineage wording"),
        },
    ),
    (
        "/search.json",
        "Articles, names and numbers that hold every word of a query.",
        (("q", {"type": "string", "maxLength": 500}, "Words, and phrases in quotation marks."), _PAGE),
        {"query": _TEXT, "matches": _COUNT, "is_all": {"type": "boolean"}, "entities": ["entities"]},
    ),
    (
        "/storylines.json",
        "Stories that continue one another.",
        (_PAGE,),
        {"page": _COUNT, "storylines": ["storylines"]},
    ),
    (
        "/storylines/{id}.json",
        "One storyline with what happened in its stories, none twice.",
        (),
        {"storyline": "storylines", "timeline": ["timeline"]},
    ),
    ("/outlets.json", "Every outlet with how many articles it has.", (_PAGE,), {"page": _COUNT}),
    (
        "/outlets/{id}.json",
        "Whose text an outlet prints, whom it quotes, what it changes. Its id is its name.",
        (),
        {"outlet": _TEXT, "lineage": ["lineage"], "passages": ["passages"], "wording": ["wording"]},
    ),
    (
        "/entities/{id}.json",
        "What a person or body is reported to have said, and the stories that name them.",
        (),
        {"entity": "entities", "utterances": ["utterances"], "quotations": ["quotations"]},
    ),
    (
        "/compare.json",
        "What two articles share.",
        (("a", _TEXT, "The id of an article."), ("b", _TEXT, "The id of another.")),
        {"a": _TEXT, "b": _TEXT, "passages": ["passages"], "lineage": ["lineage"], "wording": ["wording"]},
    ),
)


def _shape(part: Any) -> dict[str, Any]:
    if isinstance(part, str):
        return {"$ref": f"#/components/schemas/{part}"}
    if isinstance(part, list):
        return {"type": "array", "items": _shape(part[0])}
    shape: dict[str, Any] = part
    return shape


def _component(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """A published schema as a component: what it refers to within itself stands under its own name here."""

    def moved(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                key: each.replace("#/$defs/", f"#/components/schemas/{name}/$defs/") if key == "$ref" else moved(each)
                for key, each in value.items()
            }
        return [moved(each) for each in value] if isinstance(value, list) else value

    found: dict[str, Any] = moved({key: value for key, value in schema.items() if key not in {"$schema", "$id"}})
    return found


def _error(said: str) -> dict[str, Any]:
    shape = {"type": "object", "properties": {"error": {"type": ["string", "null"]}}, "required": ["error"]}
    return {"description": said, "content": {"application/json": {"schema": shape}}}


def _operation(path: str, said: str, query: Query, parts: dict[str, Any]) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "query", "description": meaning, "schema": schema} for name, schema, meaning in query
    ]
    if "{id}" in path:
        id_: dict[str, Any] = {
            "name": "id",
            "in": "path",
            "required": True,
            "description": "As the lists give it.",
            "schema": _TEXT,
        }
        parameters.insert(0, id_)
    shape = {
        "type": "object",
        "properties": {name: _shape(part) for name, part in parts.items()},
        "required": sorted(parts),
    }
    content: dict[str, Any] = {"application/json": {"schema": shape}}
    if any(name == "as" for name, _, _ in query):
        content = {
            "application/json": {"schema": {"anyOf": [shape, {"type": "object", "required": ["events"]}]}},
            "application/ld+json": {"schema": {"type": "object", "required": ["@context", "@graph"]}},
        }
    answers = {
        "200": {"description": said, "content": content},
        "404": _error("There is nothing of that name, or no such page."),
        "414": {"description": "The address is too long."},
        "503": _error("The archive cannot be read."),
    }
    if path == "/search.json":
        answers["400"] = _error("The query holds no word, or too many.")
    return {"summary": said, "parameters": parameters, "responses": answers}


@cache
def openapi_document() -> dict[str, Any]:
    """The document, as OpenAPI 3.1 has it."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Firsthand",
            "version": "1",
            "description": "An archive of news as data: the records of `firsthand export`, by page. It only reads.",
        },
        "paths": {path: {"get": _operation(path, said, query, parts)} for path, said, query, parts in _ADDRESSES},
        "components": {
            "schemas": {kind: _component(json_schema(kind), kind) for kind in KINDS},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }
