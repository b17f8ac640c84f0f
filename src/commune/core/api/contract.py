"""What a service takes and gives, declared beside it: the description of the API is made from it, and bodies are
checked against it."""

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator
from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from zExceptions import BadRequest

from commune.core.content.refused import Refused
from commune.core.rules.refusals import Refusal, Refusals

Schema = Mapping[str, Any]
TEXT: Schema = {"type": "string"}
TEXT_OR_NONE: Schema = {"type": ["string", "null"]}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0, "maximum": 2**31 - 1}
DAY: Schema = {"type": "string", "format": "date"}
TEXTS: Schema = {"type": "array", "items": TEXT}
BASE64: Schema = {"type": "string", "contentEncoding": "base64"}
NAMED: Schema = {"type": "object"}
NOTHING: Schema = {"type": "object", "additionalProperties": False, "properties": {}}


class Misread(Refused):
    """A body that does not keep the contract of the service: every fault, at its place."""


def body(*required: str, **fields: Schema) -> dict[str, Any]:
    """The schema of a JSON object with these fields and no others."""
    found: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": fields}
    return found | ({"required": list(required)} if required else {})


def one_of(*values: str) -> Schema:
    """One of these texts."""
    return {"type": "string", "enum": list(values)}


def read_body(request: Any) -> dict[str, Any]:
    """The JSON object of the request, empty without a body; raises ``BadRequest`` for anything else."""
    try:
        found: dict[str, Any] = json_body(request)
    except DeserializationError as error:
        raise BadRequest(str(error)) from error
    return found


def wished(service: Any) -> dict[str, Any]:
    """The body of the request, checked against ``takes`` of the service; raises ``Misread`` with every fault."""
    wish = read_body(service.request)
    schema = service.takes if getattr(service, "strict", True) else None
    faults = against(schema, wish) if schema is not None else ()
    if faults:
        raise Misread(*faults)
    return wish


def against(schema: Schema, wish: Any) -> Refusals:
    """Every fault of the body: the place as a JSON pointer, unknown fields by their names."""
    errors = sorted(Draft202012Validator(schema).iter_errors(wish), key=lambda error: list(map(str, error.path)))
    return tuple(refusal for error in errors for refusal in _faults(error))


def decoded(data: Any) -> bytes:
    """The bytes of a base64 text, none for nothing; raises ``BadRequest``."""
    try:
        return base64.b64decode(data or "", validate=True)
    except (binascii.Error, ValueError, TypeError) as error:
        raise BadRequest("data: base64 is expected") from error


def _faults(error: Any) -> Refusals:
    place = "/".join(map(str, error.absolute_path))
    if error.validator == "additionalProperties":
        known = set(error.schema.get("properties", ()))
        unknown = sorted(set(error.instance) - known)
        return tuple(
            Refusal("body.unknown", {"field": name}, "/".join(filter(None, (place, name)))) for name in unknown
        )
    if error.validator == "required":
        lacking = next(name for name in error.validator_value if name not in error.instance)
        return (Refusal("body.required", {"field": lacking}, "/".join(filter(None, (place, lacking)))),)
    return (
        Refusal("body.invalid", {"field": place, "expected": f"{error.validator}: {error.validator_value}"}, place),
    )
