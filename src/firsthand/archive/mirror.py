"""Each record class mirrored as a msgspec structure: written shorter, read back the same.

Two forms. `readable`: JSON objects without the fields that have their default value, for what a person may look at
with a SQLite tool. `packed`: MessagePack arrays without field names, for what only stages read.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from typing import Any, TypeVar

import msgspec

__all__ = ["mirror_type"]

T = TypeVar("T")


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    if field.default_factory is not dataclasses.MISSING:
        return msgspec.field(default_factory=field.default_factory)
    return msgspec.NODEFAULT


def _mirror_annotation(annotation: Any, *, packed: bool) -> Any:
    """`annotation` with every record class in it replaced by its mirror."""
    if dataclasses.is_dataclass(annotation):
        return mirror_type(annotation, packed=packed)
    arguments = typing.get_args(annotation)
    if not arguments:
        return annotation
    mirrored = tuple(
        argument if argument is Ellipsis else _mirror_annotation(argument, packed=packed) for argument in arguments
    )
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        return typing.Union[mirrored]  # noqa: UP007 - made at run time
    origin: Any = typing.get_origin(annotation)
    return origin[mirrored]


_made: dict[tuple[Any, bool], Any] = {}


def mirror_type(kind: Any, *, packed: bool) -> Any:
    """The structure that mirrors a record class, or a type that is made of record classes.

    Args:
        kind: A dataclass, or a type such as `tuple[Passage, ...]`.
        packed: As an array without names; else as an object without defaults.
    """
    if (kind, packed) not in _made:
        is_record = dataclasses.is_dataclass(kind)
        _made[kind, packed] = (_mirror_record if is_record else _mirror_annotation)(kind, packed=packed)
    return _made[kind, packed]


def _mirror_record(kind: Any, *, packed: bool) -> Any:
    hints = typing.get_type_hints(kind)
    fields = []
    for field in dataclasses.fields(kind):
        annotation = _mirror_annotation(hints[field.name], packed=packed)
        default = _default(field)
        fields.append((field.name, annotation) if default is msgspec.NODEFAULT else (field.name, annotation, default))
    return msgspec.defstruct(
        f"Stored{kind.__name__}", fields, kw_only=True, frozen=True, array_like=packed, omit_defaults=not packed
    )
