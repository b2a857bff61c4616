"""Frozen records to rows of plain columns, and back."""

import json
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from data.clock import timestamp
from data.store import Row

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
_AS_THEY_ARE: Final = frozenset({str, int, float, type(None)})
"""Most fields are of these; asking for them first halves the time of a long import."""


def to_row(record: "DataclassInstance") -> Row:
    """Return the fields of a record as columns, without the revision, which the store counts."""
    return {name: plain(getattr(record, name)) for name in _columns(type(record))}


def from_row(kind: type[T], row: Mapping[str, Any]) -> T:
    """Return the record that a row holds; columns that are no fields are left aside."""
    return kind(**{name: read(row[name]) for name, read in _readers(kind) if name in row})


def plain(value: object) -> object:
    """Return the value of a field as its column holds it."""
    if type(value) in _AS_THEY_ARE:
        return value
    match value:
        case Enum():
            column: object = value.value
        case datetime():
            column = timestamp(value)
        case date():
            column = value.isoformat()
        case bool():
            column = int(value)
        case tuple():
            column = json.dumps(list(value), ensure_ascii=False) if value else "[]"
        case Mapping():
            column = json.dumps(dict(value), ensure_ascii=False, sort_keys=True)
        case _:
            column = value
    return column


@cache
def _columns(kind: "type[DataclassInstance]") -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name != "revision")


@cache
def _readers(kind: type) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, _reader(hints[field.name])) for field in fields(kind))


def _reader(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401  (a type hint is any object)
    if isinstance(hint, types.UnionType):
        (inner,) = (_reader(each) for each in hint.__args__ if each is not type(None))
        return lambda value: None if value is None else inner(value)
    origin = typing.get_origin(hint)
    if origin is tuple:
        # Most lists are empty, and reading their JSON would be most of the time of a roster.
        return lambda value: () if value == "[]" else tuple(json.loads(value))
    if origin in (Mapping, dict):
        return lambda value: dict(json.loads(value))
    if hint in (date, datetime):
        return typing.cast("Callable[[Any], Any]", hint.fromisoformat)
    return typing.cast("Callable[[Any], Any]", hint)
