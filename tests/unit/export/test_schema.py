"""The JSON Schemas: complete, published, and true of what is exported."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from firsthand.errors import ConfigError
from firsthand.export import encode_row, field_names, json_schema, records_page, schema_text
from firsthand.model import KINDS

DOCS = Path(__file__).parents[3] / "docs"


@pytest.mark.parametrize("kind", KINDS)
def test_published_schema_is_current(kind):
    published = (DOCS / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(kind), "run scripts/publish_reference.py"


def test_no_schema_is_published_for_a_kind_that_is_gone():
    assert {path.name for path in (DOCS / "schema").iterdir()} == {f"{kind}.schema.json" for kind in KINDS}


def test_records_page_is_current():
    assert (DOCS / "records.md").read_text(encoding="utf-8") == records_page(), "run scripts/publish_reference.py"


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_a_schema_and_rows_validate(kind, records):
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert records[kind]
    for record in records[kind]:
        row = json.loads(encode_row(record))
        validator.validate(row)
        assert list(row) == field_names(kind) == list(schema["properties"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_without_a_field_does_not_validate(kind, records):
    validator = jsonschema.Draft202012Validator(json_schema(kind))
    row = json.loads(encode_row(records[kind][0]))
    for name in row:
        assert not validator.is_valid({key: value for key, value in row.items() if key != name})


def test_a_span_that_is_no_pair_does_not_validate(records):
    validator = jsonschema.Draft202012Validator(json_schema("segments"))
    row = json.loads(encode_row(records["segments"][0]))
    for wrong in ([1], [1, 2, 3], [-1, 2], ["1", 2], {"start": 1, "end": 2}, None):
        assert not validator.is_valid(row | {"span": wrong})


def _descriptions(schema):
    for part in [schema, *schema.get("$defs", {}).values()]:
        for name, described in part.get("properties", {}).items():
            yield name, described.get("description", "")


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described(kind):
    for name, description in _descriptions(json_schema(kind)):
        assert description.endswith((".", "?")), name


def test_links_of_storylines_are_written_from_and_to(records):
    row = json.loads(encode_row(records["storylines"][0]))
    assert row["links"] == [{"from": "s-1", "to": "s-2", "reasons": ["the same ferry"]}]


def test_spans_are_pairs_and_lists_are_never_null(records):
    row = json.loads(encode_row(records["articles"][1]))
    assert row["body"] == []
    assert row["urls"] == []
    assert json.loads(encode_row(records["wording"][0]))["differs_spans"] == [[[1, 3], [4, 6]]]


def test_keys_of_mappings_are_sorted(records):
    assert b'"stages":{"lineage":"2","stories":"1"}' in encode_row(records["runs"][0])


def test_an_unknown_kind_is_refused_and_the_known_ones_named():
    with pytest.raises(ConfigError, match="storylines"):
        json_schema("novels")
