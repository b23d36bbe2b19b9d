"""Records leave the program: one module per format, and the JSON Schemas of every kind."""

from firsthand.export.csv import csv_cell, write_csv_rows
from firsthand.export.kinds import FORMATS, export_kind
from firsthand.export.parquet import arrow_schema, arrow_table
from firsthand.export.rows import encode_row, export_rows, field_names
from firsthand.export.schema import json_schema, records_page, schema_text

__all__ = [
    "FORMATS",
    "arrow_schema",
    "arrow_table",
    "csv_cell",
    "encode_row",
    "export_kind",
    "export_rows",
    "field_names",
    "json_schema",
    "records_page",
    "schema_text",
    "write_csv_rows",
]
