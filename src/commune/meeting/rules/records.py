"""Frozen dataclasses as JSON documents, both ways, with every fault at its place."""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from fractions import Fraction
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from commune.core.rules.refusals import Refusal

Record = TypeVar("Record")
Faults = list[Refusal]
_TEXTS: dict[type, tuple[Callable[[str], object], str]] = {
    date: (date.fromisoformat, "date"),
    time: (time.fromisoformat, "time"),
    Fraction: (Fraction, "fraction"),
}


def to_json(value: object) -> object:
    """The value as JSON data; sets are sorted, fractions written ``"2/3"``, dates and hours in ISO form."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(str(item) for item in value)
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value) if isinstance(value, (Fraction, StrEnum)) else value


def from_json(kind: type[Record], data: object, place: str = "") -> tuple[Record | None, tuple[Refusal, ...]]:
    """The record that ``data`` describes, or ``None`` with every fault; ``place`` is a JSON pointer.

    Keys that are missing take the defaults of the dataclass; unknown keys are faults.
    """
    faults: Faults = []
    value = _record(kind, data, place, faults)
    return (None if faults else value), tuple(faults)


def _record(kind: Any, data: object, place: str, faults: Faults) -> Any:
    if not isinstance(data, Mapping):
        return _wrong(faults, place, "object", data)
    hints = get_type_hints(kind)
    known = {f.name: f for f in fields(kind)}
    faults += [Refusal("json.unknown_key", {"key": key}, f"{place}/{key}") for key in data if key not in known]
    missing = [name for name, f in known.items() if name not in data and _required(f)]
    faults += [Refusal("json.missing_key", {"key": name}, f"{place}/{name}") for name in missing]
    before = len(faults)
    values = {k: _value(hints[k], v, f"{place}/{k}", faults) for k, v in data.items() if k in known}
    return None if missing or len(faults) > before else kind(**values)


def _required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _wrong(faults: Faults, place: str, expected: str, found: object) -> None:
    faults.append(Refusal("json.expected", {"expected": expected, "found": repr(found)}, place))


def _value(kind: Any, data: object, place: str, faults: Faults) -> Any:
    origin = get_origin(kind)
    if kind is object:
        return data
    if origin in (Union, types.UnionType):
        inner = next(arg for arg in get_args(kind) if arg is not type(None))
        return None if data is None else _value(inner, data, place, faults)
    if origin is Literal:
        return data if data in get_args(kind) else _wrong(faults, place, " | ".join(get_args(kind)), data)
    if origin is not None:
        return _collection(kind, origin, data, place, faults)
    return _record(kind, data, place, faults) if is_dataclass(kind) else _scalar(kind, data, place, faults)


def _collection(kind: Any, origin: Any, data: object, place: str, faults: Faults) -> Any:
    if origin in (tuple, frozenset):
        if not isinstance(data, (list, tuple)):
            return _wrong(faults, place, "array", data)
        return origin(_value(get_args(kind)[0], item, f"{place}/{i}", faults) for i, item in enumerate(data))
    if not isinstance(data, Mapping):
        return _wrong(faults, place, "object", data)
    return {key: _value(get_args(kind)[1], item, f"{place}/{key}", faults) for key, item in data.items()}


def _scalar(kind: Any, data: object, place: str, faults: Faults) -> Any:
    if issubclass(kind, StrEnum):
        known = [item.value for item in kind]
        return kind(data) if data in known else _wrong(faults, place, " | ".join(known), data)
    if kind in _TEXTS:
        read, name = _TEXTS[kind]
        try:
            return read(data if isinstance(data, str) else "")
        except (ValueError, ZeroDivisionError):
            return _wrong(faults, place, name, data)
    fits = isinstance(data, kind) and not (kind is int and isinstance(data, bool))
    return data if fits else _wrong(faults, place, kind.__name__, data)


def json_schema(kind: Any) -> dict[str, object]:
    """The JSON Schema (2020-12) of the documents that :func:`from_json` reads."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_schema(kind)}


_SIMPLE: dict[Any, dict[str, object]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    time: {"type": "string", "pattern": r"^\d\d:\d\d(:\d\d)?$"},
    Fraction: {"type": "string", "pattern": r"^\d+(/[1-9]\d*)?$"},
    object: {},
}


def _schema(kind: Any) -> dict[str, object]:
    origin = get_origin(kind)
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if origin in (Union, types.UnionType):
        inner = next(arg for arg in get_args(kind) if arg is not type(None))
        return {"anyOf": [_schema(inner), {"type": "null"}]}
    if origin is Literal:
        return {"enum": list(get_args(kind))}
    if origin in (tuple, frozenset):
        return {"type": "array", "items": _schema(get_args(kind)[0])}
    if origin is not None:
        return {"type": "object", "additionalProperties": _schema(get_args(kind)[1])}
    if issubclass(kind, StrEnum):
        return {"enum": [item.value for item in kind]}
    hints = get_type_hints(kind)
    required = [f.name for f in fields(kind) if _required(f)]
    properties = {name: _schema(hints[name]) for name in hints}
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
