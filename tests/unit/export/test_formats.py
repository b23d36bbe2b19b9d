"""The formats: what stands in the file."""

from __future__ import annotations

import csv
import io
import json

import pyarrow as pa
import pytest
from pyarrow import parquet

from firsthand.errors import ConfigError
from firsthand.export import FORMATS, arrow_schema, arrow_table, csv_cell, export_kind, export_rows, field_names
from firsthand.model import KINDS, Quantity, Rejection, Span


def exported(records, kind, format_):
    stream = io.BytesIO()
    count = export_kind(iter(records), kind, format_, stream)
    assert count == len(records)
    return stream.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_jsonl_holds_one_object_a_line(kind, records):
    lines = exported(records[kind], kind, "jsonl").decode().splitlines()
    assert [json.loads(line) for line in lines] == list(export_rows(records[kind]))


@pytest.mark.parametrize("kind", KINDS)
def test_csv_has_the_fields_as_columns_and_nested_ones_as_json(kind, records):
    rows = list(csv.DictReader(io.StringIO(exported(records[kind], kind, "csv").decode(), newline="")))
    assert len(rows) == len(records[kind])
    for row, plain in zip(rows, export_rows(records[kind]), strict=True):
        assert list(row) == field_names(kind)
        for name, value in plain.items():
            if isinstance(value, list | dict):
                assert json.loads(row[name]) == value


@pytest.mark.parametrize("kind", KINDS)
def test_parquet_has_one_schema_with_and_without_rows(kind, records):
    full = parquet.read_table(pa.BufferReader(exported(records[kind], kind, "parquet")))
    empty = parquet.read_table(pa.BufferReader(exported([], kind, "parquet")))
    assert full.schema.equals(empty.schema)
    assert full.num_rows == len(records[kind])
    assert empty.num_rows == 0
    assert full.schema.names[: len(field_names(kind))] == field_names(kind) or "value_number" in full.schema.names
    assert not any(pa.types.is_null(field.type) for field in arrow_schema(kind))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_records_give_the_same_bytes(kind, format_, records):
    assert exported(records[kind], kind, format_) == exported(records[kind], kind, format_)


def test_an_empty_kind_gives_an_empty_file_or_a_bare_header():
    assert exported([], "events", "jsonl") == b""
    assert exported([], "rejections", "csv") == b"input,stage,reason\r\n"


def test_parquet_keeps_nested_fields(records):
    article, timeline, line = (
        arrow_table(records[kind], kind).to_pylist()[0] for kind in ("articles", "timeline", "storylines")
    )
    assert article["body"] == [[13, 36]]
    assert article["source"]["path"] == "in/ferry.jsonl"
    assert article["credits"] == [{"name": "Reuters", "span": [3, 9], "role": "full"}]
    assert dict(article["why_null"]) == {"byline": "none is printed", "a": "b"}
    assert timeline["supports"] == [{"item_0": "a2", "item_1": [3, 9]}]
    assert line["links"] == [{"from": "s-1", "to": "s-2", "reasons": ["the same ferry"]}]
    assert arrow_table(records["wording"], "wording").to_pylist()[0]["differs_spans"] == [[[1, 3], [4, 6]]]


def test_a_number_or_words_is_text_with_the_number_beside_it(records):
    rows = arrow_table(records["quantities"], "quantities").to_pylist()
    assert [(row["value"], row["value_number"]) for row in rows] == [("3.5", 3.5), ("dozens", None)]
    values = arrow_table(records["figures"], "figures").to_pylist()[0]["values"]
    assert [(value["value"], value["value_number"]) for value in values] == [("12.0", 12.0), ("dozens", None)]


def test_parquet_is_written_in_groups_without_loss():
    records = [Quantity(article=f"a{place:05}", span=Span(0, 1), value=place, kind="count") for place in range(5_001)]
    file = parquet.ParquetFile(pa.BufferReader(exported(records, "quantities", "parquet")))
    assert file.num_row_groups == 2
    assert file.read().column("value_number").to_pylist() == list(range(5_001))


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "-cmd|x", "@SUM(A1)", "\tx", "\rx", "\nx", "'=1", "''=1", "＝1", "-", "- item"]
)
def test_a_cell_that_would_run_gets_an_apostrophe(text):
    assert csv_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+49", "-1,200.5", "-3e8", "-12%", "plain", "a=b", "'tis", "", "2031-05-02"])
def test_numbers_and_plain_words_stay(text):
    assert csv_cell(text) == text


def test_plain_values_in_cells():
    assert [csv_cell(value) for value in (None, True, False, -3, -2.5, [], {"b": "=x"})] == [
        "",
        "true",
        "false",
        "-3",
        "-2.5",
        "[]",
        '{"b":"=x"}',
    ]


def test_line_ends_and_quotes_survive_csv():
    reason = 'he said "no",\r\nthen\nleft'
    text = exported([Rejection(input="in, put", stage="s", reason=reason)], "rejections", "csv").decode()
    assert next(csv.DictReader(io.StringIO(text, newline="")))["reason"] == reason


def test_unknown_kind_and_format_are_refused():
    with pytest.raises(ConfigError, match="no record kind 'novels'"):
        export_kind([], "novels", "jsonl", io.BytesIO())
    with pytest.raises(ConfigError, match="jsonl, csv, parquet"):
        export_kind([], "events", "xlsx", io.BytesIO())
