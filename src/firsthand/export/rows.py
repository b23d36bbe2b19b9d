"""Records as the rows that leave the program: names and shapes of the contract."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import inspect

from firsthand.errors import ConfigError
from firsthand.model import KINDS, Storyline

__all__ = ["encode_row", "export_rows", "field_names", "row_fields", "row_type"]

# Field order is that of the record; keys of mappings are sorted, so that equal records give equal bytes.
_ENCODER = msgspec.json.Encoder(order="deterministic")


class StorylineLinkRow(msgspec.Struct, frozen=True, rename={"source": "from", "target": "to"}):
    """Why one story continues another; `from` is the earlier, where the order is known."""

    source: str
    target: str
    reasons: tuple[str, ...]


class StorylineRow(msgspec.Struct, frozen=True):
    """Stories that continue one another."""

    storyline: str
    stories: tuple[str, ...]
    links: tuple[StorylineLinkRow, ...]


def row_type(kind: str) -> type:
    """The type whose fields are the fields of an exported row of `kind`.

    It is the record's own class, but for storylines: `from` cannot be the name of a Python attribute.

    Raises:
        ConfigError: There is no such kind.
    """
    if kind not in KINDS:
        raise ConfigError(f"There is no record kind {kind!r}.", f"Known: {', '.join(KINDS)}.")
    return StorylineRow if kind == "storylines" else KINDS[kind]


def row_fields(info: inspect.Type) -> list[inspect.Field]:
    """The fields of a record or of a part of one, in the order in which they are declared and written.

    `msgspec.inspect` puts the fields without a default first, which is another order.
    """
    if not isinstance(info, inspect.DataclassType | inspect.StructType):
        return []
    named = {field.name: field for field in info.fields}
    if isinstance(info, inspect.StructType):
        return [named[name] for name in info.cls.__struct_fields__]
    return [named[field.name] for field in dataclasses.fields(info.cls)]


def field_names(kind: str) -> list[str]:
    """Names of the fields of `kind` in export order.

    Raises:
        ConfigError: There is no such kind.
    """
    return [field.encode_name for field in row_fields(inspect.type_info(row_type(kind)))]


def _exported(record: object) -> object:
    if not isinstance(record, Storyline):
        return record
    links = tuple(
        StorylineLinkRow(source=link.source, target=link.target, reasons=link.reasons) for link in record.links
    )
    return StorylineRow(storyline=record.storyline, stories=record.stories, links=links)


def encode_row(record: object) -> bytes:
    """`record` as one line of JSON, UTF-8, without a line end. The same record gives the same bytes."""
    return _ENCODER.encode(_exported(record))


def export_rows(records: Iterable[object]) -> Iterator[dict[str, Any]]:
    """The rows of `records`, in their order.

    Yields:
        Field name to plain value: lists for tuples, spans as `[start, end]`.
    """
    for record in records:
        yield msgspec.json.decode(encode_row(record))
