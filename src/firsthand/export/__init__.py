"""Records leave the program: one module per format, and the JSON Schemas of every kind."""

from firsthand.export.check_evidence import check_pack
from firsthand.export.csv import csv_cell, write_csv_rows
from firsthand.export.evidence import EvidenceSource, write_evidence
from firsthand.export.jsonld import story_jsonld
from firsthand.export.kinds import FORMATS, export_kind
from firsthand.export.parquet import arrow_schema, arrow_table
from firsthand.export.rows import encode_row, export_rows, field_names
from firsthand.export.schema import json_schema, records_page, schema_text
from firsthand.export.stories import STORY_FORMS, write_story
from firsthand.export.target import open_target
from firsthand.export.timelinejs import timeline_js

__all__ = [
    "FORMATS",
    "STORY_FORMS",
    "EvidenceSource",
    "arrow_schema",
    "arrow_table",
    "check_pack",
    "csv_cell",
    "encode_row",
    "export_kind",
    "export_rows",
    "field_names",
    "json_schema",
    "open_target",
    "records_page",
    "schema_text",
    "story_jsonld",
    "timeline_js",
    "write_csv_rows",
    "write_evidence",
    "write_story",
]
