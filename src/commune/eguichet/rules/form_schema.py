"""The published JSON Schema of a form document, and the check that reads it."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from commune.core.rules.refusals import Refusal, Refusals

FORMAT = "commune-form/1"
FIELD_TYPES = (
    "text", "long_text", "choice", "choices", "yes_no", "date", "time", "datetime", "period", "number", "amount",
    "quantity", "email", "phone", "url", "nrn", "bce", "establishment", "iban", "communication", "eid_card",
    "plate", "chip", "postal_code", "address", "parcel", "file", "declaration", "notice",
)  # fmt: skip
Schema = Mapping[str, object]

_LABEL = {"$ref": "#/$defs/label"}
_CONDITION = {"$ref": "#/$defs/condition"}
_KEY = {"type": "string", "pattern": "[a-z][a-z0-9_]*"}
_TEXT = {"type": "string"}
_FLAG = {"type": "boolean"}
_COUNT = {"type": "integer", "minimum": 0}
_TEXTS = {"type": "array", "items": _TEXT}


def _object(needed: str = "", /, **properties: object) -> dict[str, object]:
    return {
        "type": "object",
        "properties": properties,
        "required": needed.split(),
        "additionalProperties": False,
    }


_OPTIONS = _object(
    min={"type": ["number", "string"]},
    max={"type": ["number", "string"]},
    step={"type": "number"},
    min_length=_COUNT,
    max_length=_COUNT,
    pattern=_TEXT,
    choices={"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/option"}},
    other=_FLAG,
    schemes=_TEXTS,
    accept_bis=_FLAG,
    birth_date_field=_TEXT,
    mobile_only=_FLAG,
    sepa_only=_FLAG,
    confirm=_FLAG,
    file_types=_TEXTS,
    max_size={"type": "integer", "minimum": 1},
    min_count=_COUNT,
    max_count=_COUNT,
)
_FIELD = _object(
    "key type label",
    key=_KEY,
    type={"enum": list(FIELD_TYPES)},
    label=_LABEL,
    hint=_LABEL,
    help=_LABEL,
    required={"type": ["boolean", "object"]},
    visible_when=_CONDITION,
    read_only=_FLAG,
    default=_TEXT,
    options=_OPTIONS,
    autocomplete=_TEXT,
    personal_data=_TEXT,
    erase_at_closing=_FLAG,
    prefill=_TEXT,
    searchable=_FLAG,
    show_in={"type": "array", "items": {"enum": ["summary", "list", "pdf", "mail"]}},
)
_GROUP = _object(
    "id fields",
    id=_KEY,
    title=_LABEL,
    visible_when=_CONDITION,
    repeat=_object("max", min=_COUNT, max={"type": "integer", "minimum": 1}),
    fields={"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/field"}},
)
_PAGE = _object(
    "id title groups",
    id=_KEY,
    title=_LABEL,
    visible_when=_CONDITION,
    ending=_object("message", message=_LABEL, link=_TEXT),
    checks={"type": "array", "items": _object("refuse_when message", refuse_when=_CONDITION, message=_LABEL)},
    groups={"type": "array", "items": {"$ref": "#/$defs/group"}},
)
_SETTINGS = _object(
    "privacy",
    introduction=_LABEL,
    statement=_LABEL,
    privacy=_object("purpose legal_basis retention", purpose=_LABEL, legal_basis=_LABEL, retention=_TEXT),
    windows={"type": "array", "items": _object(opens_at=_TEXT, closes_at=_TEXT)},
    quota={"type": "integer", "minimum": 1},
    level={"type": "integer", "minimum": 0, "maximum": 4},
    one_open_per_subject=_FLAG,
    postal_codes=_TEXTS,
    channels=_TEXTS,
    languages=_TEXTS,
    draft_days={"type": "integer", "minimum": 1, "maximum": 90},
    title_template=_TEXT,
    workflow=_TEXT,
)
_DOCUMENT = _object(
    "format id version title settings pages",
    format={"enum": [FORMAT]},
    id={"type": "string", "pattern": "[a-z0-9][a-z0-9./-]*"},
    version={"type": "integer", "minimum": 1},
    title=_LABEL,
    settings=_SETTINGS,
    pages={"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/page"}},
)
_DEFINITIONS: Mapping[str, Schema] = {
    "label": {"type": ["string", "object"], "minLength": 1},
    "condition": {"type": "object"},
    "option": _object("value label", value=_TEXT, label=_LABEL),
    "field": _FIELD,
    "group": _GROUP,
    "page": _PAGE,
}
_PYTHON: Mapping[str, type | tuple[type, ...]] = MappingProxyType(
    {
        "object": Mapping,
        "array": list,
        "string": str,
        "boolean": bool,
        "integer": int,
        "number": (int, float),
    }
)


def json_schema() -> dict[str, object]:
    """The schema of a form document (JSON Schema 2020-12), as published."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Form of an e-counter"}
    return {**head, **_published(_DOCUMENT), "$defs": {name: _published(node) for name, node in _DEFINITIONS.items()}}


def schema_faults(document: object) -> Refusals:
    """Everything in ``document`` that the schema refuses, each with its JSON path (``$.pages[0].title``)."""
    return tuple(_faults(document, _DOCUMENT, "$"))


def _published(node: object) -> dict[str, object]:
    """Patterns are matched whole here, and anchored in what is published."""
    copy = _anchored(node)
    assert isinstance(copy, dict)
    return copy


def _anchored(node: object) -> object:
    if isinstance(node, Mapping):
        return {
            key: f"^(?:{value})$" if key == "pattern" and isinstance(value, str) else _anchored(value)
            for key, value in node.items()
        }
    return [_anchored(item) for item in node] if isinstance(node, list) else node


def _faults(value: object, schema: Schema, path: str) -> Iterator[Refusal]:
    if "$ref" in schema:
        schema = _DEFINITIONS[str(schema["$ref"]).rsplit("/", 1)[1]]
    wanted = _listed(schema.get("type", []))
    if wanted and not any(_is_a(value, str(name)) for name in wanted):
        yield Refusal("form.type", {"expected": " | ".join(map(str, wanted))}, path)
        return
    yield from _value_faults(value, schema, path)
    if isinstance(value, Mapping) and "properties" in schema:
        yield from _object_faults(value, schema, path)
    if isinstance(value, list) and "items" in schema:
        items = schema["items"]
        assert isinstance(items, Mapping)
        for row, item in enumerate(value):
            yield from _faults(item, items, f"{path}[{row}]")


def _object_faults(value: Mapping[str, object], schema: Schema, path: str) -> Iterator[Refusal]:
    properties = schema["properties"]
    assert isinstance(properties, Mapping)
    for name in _listed(schema["required"]):
        if name not in value:
            yield Refusal("required", place=f"{path}.{name}")
    for name, item in value.items():
        if name in properties:
            yield from _faults(item, properties[name], f"{path}.{name}")
        else:
            yield Refusal("form.unknown_key", {"key": name}, f"{path}.{name}")


def _value_faults(value: object, schema: Schema, path: str) -> Iterator[Refusal]:
    if "enum" in schema and value not in _listed(schema["enum"]):
        yield Refusal("form.not_in_list", {"allowed": schema["enum"]}, path)
    if isinstance(value, str) and "pattern" in schema and not re.fullmatch(str(schema["pattern"]), value):
        yield Refusal("bad_format", {"pattern": schema["pattern"]}, path)
    for key, code, size in _bounds(value):
        bound = schema.get(key)
        if isinstance(bound, int) and (size < bound if key.startswith("min") else size > bound):
            yield Refusal(code, {key: bound}, path)


def _bounds(value: object) -> tuple[tuple[str, str, float], ...]:
    if isinstance(value, (str, Mapping)):
        return (("minLength", "required", len(value)),)
    if isinstance(value, list):
        return (("minItems", "required", len(value)),)
    if isinstance(value, (int, float)):
        return (("minimum", "form.too_small", value), ("maximum", "form.too_big", value))
    return ()


def _is_a(value: object, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, _PYTHON[name])


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
