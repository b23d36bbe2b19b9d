"""JSON Schema of every kind, and the page that lists the kinds for readers."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from firsthand.export.fields import FIELDS, KIND_LINES
from firsthand.export.rows import row_fields, row_type
from firsthand.model import KINDS

__all__ = ["json_schema", "records_page", "schema_text"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SPAN: dict[str, Any] = {
    "title": "Span",
    "description": "[start, end): half-open range of code points of the article's text.",
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}],
    "minItems": 2,
    "maxItems": 2,
}


def _property(schema: dict[str, Any], description: str) -> dict[str, Any]:
    """`schema` of one field with its description; a default says nothing about a row, which has every field."""
    kept = {key: value for key, value in schema.items() if key != "default"}
    return {"description": description, **kept}


def _definition(name: str, schema: dict[str, Any], order: list[str]) -> dict[str, Any]:
    if name == "Span":
        return _SPAN
    if "enum" in schema:
        return {"title": name, "enum": schema["enum"]}
    described = FIELDS[name]
    return {
        "title": name,
        "type": "object",
        "properties": {field: _property(schema["properties"][field], described[field]) for field in order},
        "required": order,
    }


def _field_order(name: str, types: dict[str, type]) -> list[str]:
    return [field.encode_name for field in row_fields(msgspec.inspect.type_info(types[name]))] if name in types else []


def _types_within(info: msgspec.inspect.Type, found: dict[str, type]) -> dict[str, type]:
    """The classes that a row is made of, by name."""
    if isinstance(info, msgspec.inspect.DataclassType | msgspec.inspect.StructType):
        found[info.cls.__name__] = info.cls
        for field in info.fields:
            _types_within(field.type, found)
    elif isinstance(info, msgspec.inspect.VarTupleType):
        _types_within(info.item_type, found)
    elif isinstance(info, msgspec.inspect.UnionType):
        for part in info.types:
            _types_within(part, found)
    return found


def json_schema(kind: str) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one exported row of `kind`.

    Every field is required, because a row has every field; later versions may add fields.

    Raises:
        ConfigError: There is no such kind.
    """
    cls = row_type(kind)
    types = _types_within(msgspec.inspect.type_info(cls), {})
    made = msgspec.json.schema(cls, ref_template="#/$defs/{name}")
    definitions = {
        name: _definition(name, schema, _field_order(name, types)) for name, schema in sorted(made["$defs"].items())
    }
    row = definitions.pop(cls.__name__)
    head = {
        "$schema": _DIALECT,
        "$id": f"urn:firsthand:schema:{kind}",
        "title": kind,
        "description": KIND_LINES[kind],
    }
    return (
        head
        | {key: value for key, value in row.items() if key != "title"}
        | ({"$defs": definitions} if definitions else {})
    )


def schema_text(kind: str) -> str:
    """The published file of `kind`: its schema as indented JSON with a line end.

    Raises:
        ConfigError: There is no such kind.
    """
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"


def _shape(schema: dict[str, Any]) -> str:
    """The type of a field in a few characters, as docs/records.md prints it."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return "span" if name == "Span" else name
    if "anyOf" in schema:
        return " or ".join(_shape(part) for part in schema["anyOf"])
    if schema.get("type") == "array":
        if "prefixItems" in schema:
            return "[" + ", ".join(_shape(part) for part in schema["prefixItems"]) + "]"
        return f"list of {_shape(schema['items'])}"
    if "additionalProperties" in schema:
        return "object of strings"
    return str(schema.get("type", "any"))


def _table(schema: dict[str, Any], definitions: dict[str, Any]) -> list[str]:
    lines = ["| field | type | meaning |", "|---|---|---|"]
    for field, described in schema["properties"].items():
        name = described.get("$ref", "").rpartition("/")[2]
        values = definitions.get(name, {}).get("enum")
        meaning = described["description"] + (f" One of: {', '.join(values)}." if values else "")
        lines.append(
            f"| `{field}` | {'string' if values else _shape(described)} | {meaning.replace('|', chr(92) + '|')} |"
        )
    return lines


def records_page() -> str:
    """docs/records.md: every kind, every field, its type and meaning."""
    lines = [
        "# Records",
        "",
        "What `firsthand export ARCHIVE KIND` writes: one row a record, in a stable order, in UTF-8. This page and the",
        "JSON Schemas in [schema/](schema/) are made from the program by `scripts/publish_reference.py`.",
        "",
        "- A **span** is `[start, end]`: a half-open range `[start, end)` of Unicode code points of the article's",
        "  `text`.",
        "- Lists are never null. A field that could not be known is null, and `why_null` says why where the record has",
        "  it.",
        "- JSONL and Parquet keep nested fields; CSV holds them as JSON, and leaves null empty. In CSV a text that a",
        "  spreadsheet would run as a formula gets a leading apostrophe. To undo that, take one apostrophe off",
        "  each cell that is apostrophes followed by one of = + - @ (narrow or full width), tab, CR or LF.",
        "- In Parquet and Arrow a field that holds a number or words (`value`) is text, with the number beside it in",
        "  `value_number`; an object of strings is a map; `supports` is a list of structs: `item_0` the article,",
        "  `item_1` the span.",
        "- Fields may be added in later versions; names and shapes do not change.",
        "",
    ]
    for kind in KINDS:
        schema = json_schema(kind)
        definitions = schema.get("$defs", {})
        lines += [f"## {kind}", "", KIND_LINES[kind], "", *_table(schema, definitions), ""]
        for name, part in definitions.items():
            if "properties" in part:
                lines += [f"**{name}** in `{kind}`:", "", *_table(part, definitions), ""]
    return "\n".join(lines).rstrip() + "\n"
