"""Parquet and Arrow: nested columns, one schema for each kind, whether it has rows or not.

Spans are lists of two integers, mappings are Arrow maps. A field that holds a number or words (`value`) becomes two
columns: itself as text, and `<name>_number`, null where it holds words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, BinaryIO

from msgspec import inspect

from firsthand.export.csv import csv_cell
from firsthand.export.rows import export_rows, row_fields, row_type

if TYPE_CHECKING:
    import pyarrow

__all__ = ["arrow_schema", "arrow_table", "write_parquet"]

# One row group: bounded in rows and in characters, so that memory is bounded whatever the texts are.
_GROUP_ROWS = 5_000
_GROUP_CHARACTERS = 32_000_000

_Convert = Callable[[Any], Any]


def _without_null(info: inspect.Type) -> inspect.Type:
    if not isinstance(info, inspect.UnionType):
        return info
    kept = tuple(each for each in info.types if not isinstance(each, inspect.NoneType))
    return kept[0] if len(kept) == 1 else inspect.UnionType(types=kept)


def _is_number_or_words(info: inspect.Type) -> bool:
    return isinstance(info, inspect.UnionType)


def _struct_fields(fields: list[inspect.Field]) -> list[Any]:
    import pyarrow as pa

    made = []
    for field in fields:
        info = _without_null(field.type)
        made.append(pa.field(field.encode_name, _arrow_type(info)))
        if _is_number_or_words(info):
            made.append(pa.field(f"{field.encode_name}_number", pa.float64()))
    return made


def _tuple_type(parts: list[Any]) -> Any:
    import pyarrow as pa

    if all(one == other for one, other in pairwise(parts)):
        return pa.list_(parts[0])
    return pa.struct([pa.field(f"item_{place}", part) for place, part in enumerate(parts)])


def _arrow_type(info: inspect.Type) -> Any:
    import pyarrow as pa

    plain = {
        inspect.StrType: pa.string(),
        inspect.EnumType: pa.string(),
        inspect.UnionType: pa.string(),
        inspect.IntType: pa.int64(),
        inspect.FloatType: pa.float64(),
        inspect.BoolType: pa.bool_(),
    }
    if type(info) in plain:
        return plain[type(info)]
    if isinstance(info, inspect.DictType):
        return pa.map_(pa.string(), _arrow_type(_without_null(info.value_type)))
    if isinstance(info, inspect.VarTupleType):
        return pa.list_(_arrow_type(_without_null(info.item_type)))
    if isinstance(info, inspect.NamedTupleType):
        return _tuple_type([_arrow_type(_without_null(field.type)) for field in info.fields])
    if isinstance(info, inspect.TupleType):
        return _tuple_type([_arrow_type(_without_null(part)) for part in info.item_types])
    return pa.struct(_struct_fields(row_fields(info)))


def _is_plain(info: inspect.Type) -> bool:
    """Whether a value of this type is taken by Arrow as it stands in a row."""
    if isinstance(info, inspect.VarTupleType):
        return _is_plain(_without_null(info.item_type))
    return not isinstance(
        info, inspect.DictType | inspect.TupleType | inspect.DataclassType | inspect.StructType | inspect.UnionType
    )


def _converter(info: inspect.Type) -> _Convert:
    if _is_plain(info):
        return lambda value: value
    if isinstance(info, inspect.DictType):
        return lambda value: sorted(value.items())
    if isinstance(info, inspect.VarTupleType):
        each = _converter(_without_null(info.item_type))
        return lambda value: [each(item) for item in value]
    if isinstance(info, inspect.TupleType):
        return _tuple_converter(info)
    if isinstance(info, inspect.UnionType):
        return _number_or_words
    return _struct_converter(row_fields(info))


def _number_or_words(value: Any) -> str:
    """A number or words as text, numbers as JSON writes them."""
    return value if isinstance(value, str) else csv_cell(value)


def _tuple_converter(info: inspect.TupleType) -> _Convert:
    import pyarrow as pa

    parts = [_converter(_without_null(part)) for part in info.item_types]
    if pa.types.is_list(_arrow_type(info)):
        return lambda value: [convert(item) for convert, item in zip(parts, value, strict=True)]
    return lambda value: {
        f"item_{place}": convert(item) for place, (convert, item) in enumerate(zip(parts, value, strict=True))
    }


def _struct_converter(fields: list[inspect.Field]) -> _Convert:
    infos = {field.encode_name: _without_null(field.type) for field in fields}
    converters = {name: _converter(info) for name, info in infos.items()}
    numbered = [name for name, info in infos.items() if _is_number_or_words(info)]

    def convert(row: dict[str, Any]) -> dict[str, Any]:
        made = {name: None if row[name] is None else converters[name](row[name]) for name in infos}
        for name in numbered:
            made[f"{name}_number"] = None if isinstance(row[name], str) else row[name]
        return made

    return convert


def arrow_schema(kind: str) -> pyarrow.Schema:
    """Arrow schema of `kind`: the fields of docs/records.md in export order.

    Raises:
        ConfigError: There is no such kind.
    """
    import pyarrow as pa

    return pa.schema(_struct_fields(row_fields(inspect.type_info(row_type(kind)))))


def _groups(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    group: list[dict[str, Any]] = []
    characters = 0
    for row in rows:
        group.append(row)
        characters += len(row.get("text") or "")
        if len(group) >= _GROUP_ROWS or characters >= _GROUP_CHARACTERS:
            yield group
            group, characters = [], 0
    if group:
        yield group


def _batches(records: Iterable[object], kind: str) -> Iterator[pyarrow.RecordBatch]:
    import pyarrow as pa

    schema = arrow_schema(kind)
    convert = _struct_converter(row_fields(inspect.type_info(row_type(kind))))
    for group in _groups(export_rows(records)):
        yield pa.RecordBatch.from_pylist([convert(row) for row in group], schema=schema)


def arrow_table(records: Iterable[object], kind: str) -> pyarrow.Table:
    """`records` of `kind` as an Arrow table with the schema of that kind.

    Raises:
        ConfigError: There is no such kind.
    """
    import pyarrow as pa

    return pa.Table.from_batches(_batches(records, kind), schema=arrow_schema(kind))


def write_parquet(records: Iterable[object], kind: str, file: BinaryIO) -> int:
    """Write `records` of `kind` to `file` and return how many there were.

    The bytes depend on the records and on the version of pyarrow, on nothing else.
    """
    from pyarrow import parquet

    count = 0
    with parquet.ParquetWriter(file, arrow_schema(kind), compression="zstd") as writer:
        for batch in _batches(records, kind):
            writer.write_batch(batch)
            count += batch.num_rows
    return count
