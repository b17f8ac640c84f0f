"""The description of an API in OpenAPI 3.1, from what its services declare."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

VERSION = "3.1.0"
Node = dict[str, Any]
REFUSAL = {
    "type": "object",
    "required": ["code", "place", "data", "message"],
    "properties": {
        "code": {"type": "string", "description": "For programs; it does not change."},
        "place": {"type": "string", "description": "The field, row or thing at fault; empty for the whole."},
        "data": {"type": "object", "additionalProperties": {"type": "string"}},
        "message": {"type": "string", "description": "For people, in their language."},
    },
}
REFUSED = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["type", "refusals"],
            "properties": {
                "type": {"const": "Refused"},
                "refusals": {"type": "array", "items": {"$ref": "#/components/schemas/Refusal"}},
            },
        }
    },
}
KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "Kept 48 hours: the same key with the same body gives the same answer and acts once.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[\\x21-\\x7e]+$"},
}

VERSION_READ = {
    "name": "If-Match",
    "in": "header",
    "required": False,
    "description": "The ETag of what was read: refused (412) when it changed meanwhile.",
    "schema": {"type": "string", "pattern": '^"[\\x21\\x23-\\x7e]{1,64}"$'},
}
TRIAL = {
    "name": "dry_run",
    "in": "query",
    "required": False,
    "description": "1: everything is checked and nothing is written. Also as the header Dry-Run.",
    "schema": {"type": "string", "enum": ["0", "1"]},
}


@dataclass(frozen=True)
class Operation:
    """One service. ``kind``: what it is asked on (``"dossier"``), empty for the site.

    ``parts``: what may follow the name in the address. ``takes``: schema of the body, ``None`` without one;
    ``asks``: schemas of the parameters of the query. ``text``: what the service says of itself.
    """

    method: str
    name: str
    kind: str
    text: str
    permission: str = ""
    parts: tuple[str, ...] = ()
    takes: Mapping[str, Any] | None = None
    asks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    statuses: tuple[int, ...] = (200,)
    versioned: bool = False
    """Whether the version that was read must be named."""

    @property
    def changes(self) -> bool:
        """Whether it is more than a reading."""
        return self.method != "GET"

    @property
    def path(self) -> str:
        """The address in the site, without the parts that may follow."""
        place = "/{path}" if self.kind else ""
        return f"{place}/{self.name}" if self.name else place or "/"


def describe(title: str, server: str, version: str, operations: Iterable[Operation]) -> Node:
    """The whole document. Services with one address and method share an operation."""
    paths: dict[str, dict[str, Node]] = {}
    for one in sorted(operations, key=lambda one: (one.path, one.method, one.kind)):
        for path, parts in _addresses(one):
            verbs = paths.setdefault(path, {})
            verb = one.method.lower()
            verbs[verb] = _merged(verbs[verb], one) if verb in verbs else _operation(one, path, parts)
    return {
        "openapi": VERSION,
        "info": {"title": title, "version": version},
        "servers": [{"url": server}],
        "paths": paths,
        "components": _components(),
    }


def _addresses(one: Operation) -> list[tuple[str, tuple[str, ...]]]:
    found: list[tuple[str, tuple[str, ...]]] = [(one.path, ())]
    if one.parts:
        found.append((f"{one.path}/{'/'.join(one.parts)}", one.parts))
    return found


def _operation(one: Operation, path: str, parts: tuple[str, ...]) -> Node:
    names = [part[1:-1] for part in parts if part.startswith("{")]
    summary, _sep, rest = one.text.partition("\n")
    node: Node = {
        "operationId": re.sub(r"\W+", "_", f"{one.method.lower()} {path}").strip("_"),
        "summary": summary,
        "tags": [one.kind or "site"],
        "parameters": [
            *([_place(one.kind)] if one.kind else []),
            *(_parameter(name, "path", {"type": "string", "minLength": 1}) for name in names),
            *(_parameter(name, "query", schema) for name, schema in one.asks.items()),
            *([{"$ref": "#/components/parameters/IdempotencyKey"}] if one.method == "POST" else []),
            *([{"$ref": f"#/components/parameters/{name}"} for name in ("IfMatch", "DryRun")] if one.changes else []),
        ],
        "responses": _responses(one),
        "security": [{"basic": []}, {"bearer": []}, {}],
    }
    if rest.strip():
        node["description"] = rest.strip()
    if one.permission:
        node["x-permission"] = one.permission
    if one.takes is not None:
        node["requestBody"] = {"required": bool(one.takes.get("required")), "content": _json(one.takes)}
    return node


def _merged(node: Node, one: Operation) -> Node:
    parameters = [
        {**parameter, "description": f"{parameter['description']}, {one.kind}"} if parameter.get("name") == "path"
        else parameter
        for parameter in node["parameters"]
    ]  # fmt: skip
    merged = {**node, "tags": [*node["tags"], one.kind], "parameters": parameters}
    if one.takes is not None and "requestBody" in node:
        before = node["requestBody"]["content"]["application/json"]["schema"]
        choices = before.get("anyOf", [before])
        if one.takes not in choices:
            merged["requestBody"] = {"required": False, "content": _json({"anyOf": [*choices, one.takes]})}
    return merged


def _responses(one: Operation) -> Node:
    done = {str(status): _done(status) for status in one.statuses}
    refused = {"400": "Misread", "401": "Unknown", "403": "Unknown", "404": "Unknown"}
    refused |= {"429": "Often"}
    if one.changes:
        refused |= {"409": "Refused", "412": "Refused"}
    if one.versioned:
        refused |= {"428": "Refused"}
    if one.method == "POST":
        refused |= {"422": "Refused"}
    return done | {status: {"$ref": f"#/components/responses/{name}"} for status, name in refused.items()}


def _done(status: int) -> Node:
    if status == 204:
        return {"description": "Done; nothing to say."}
    return {"description": "Done.", "content": _json({"type": "object"})}


def _place(kind: str) -> Node:
    return {
        "name": "path",
        "in": "path",
        "required": True,
        "description": f"Path in the site, slashes included, of: {kind}",
        "schema": {"type": "string", "minLength": 1},
    }


def _parameter(name: str, where: str, schema: Mapping[str, Any]) -> Node:
    return {"name": name, "in": where, "required": where == "path", "schema": dict(schema)}


def _json(schema: Mapping[str, Any]) -> Node:
    return {"application/json": {"schema": dict(schema)}}


def _components() -> Node:
    return {
        "parameters": {"IdempotencyKey": KEY, "IfMatch": VERSION_READ, "DryRun": TRIAL},
        "schemas": {"Refusal": REFUSAL, "Refused": REFUSED},
        "responses": {
            "Misread": {"description": "The request cannot be read; every fault is told."},
            "Unknown": {"description": "Not for the caller, or not there: no difference is told."},
            "Often": {"description": "Too many calls: wait as many seconds as Retry-After says."},
            "Refused": {
                "description": "Refused; every reason is told.",
                "content": _json({"$ref": "#/components/schemas/Refused"}),
            },
        },
        "securitySchemes": {
            "basic": {"type": "http", "scheme": "basic"},
            "bearer": {"type": "http", "scheme": "bearer"},
        },
    }
