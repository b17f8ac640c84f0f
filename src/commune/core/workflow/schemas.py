"""Schemas of what the services tell, made from the fields themselves and published with a version."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from zope.interface import implementer
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IBool, ICollection, IDate, IDatetime, IDecimal, IInt

from commune.core.interfaces import IPublishedSchema

DRAFT = "https://json-schema.org/draft/2020-12/schema"
AMOUNT = {"type": ["string", "null"], "pattern": r"^-?\d+(\.\d+)?$"}
FORMS: tuple[tuple[Any, Mapping[str, Any]], ...] = (
    (IBool, {"type": ["boolean", "null"]}),
    (IDecimal, AMOUNT),
    (IInt, {"type": ["integer", "null"]}),
    (IDatetime, {"type": ["string", "null"], "format": "date-time"}),
    (IDate, {"type": ["string", "null"], "format": "date"}),
    (ICollection, {"type": ["array", "null"], "items": {"type": "string"}}),
)
TEXT = {"type": ["string", "null"]}


@implementer(IPublishedSchema)
@dataclass(frozen=True)
class PublishedSchema:
    """A kind of thing as JSON. A minor version only adds what may be missing; another major one changes the rest."""

    title: Any
    version: str
    fields: Any
    around: Mapping[str, Any] = field(default_factory=dict)

    def document(self, address: str) -> dict[str, Any]:
        """JSON Schema 2020-12; fields that a reader does not see are missing, so that none is required."""
        fields = {name: form_of(one) for name, one in getFieldsInOrder(self.fields)}
        return {
            "$schema": DRAFT,
            "$id": f"{address}/{self.version}",
            "title": str(self.title),
            "version": self.version,
            "type": "object",
            "required": ["@id", "@type", "uid", "state", "version", "fields"],
            "properties": {
                **{name: {"type": "string"} for name in ("@id", "@type", "uid", "state")},
                "version": {"type": "integer"},
                "fields": {"type": "object", "properties": fields, "additionalProperties": False},
                **self.around,
            },
        }


def form_of(one: Any) -> dict[str, Any]:
    """The form of a field's plain value."""
    form = next((form for kind, form in FORMS if kind.providedBy(one)), TEXT)
    return {"title": str(one.title), **form}
