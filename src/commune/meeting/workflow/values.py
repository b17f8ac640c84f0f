"""Plain data, as programs send it, read into the values of fields."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from plone import api
from plone.app.textfield.interfaces import IRichText
from zope.schema import getFields
from zope.schema.interfaces import ICollection, IDate, IDatetime, IDecimal, ValidationError

from commune.core.content.clock import BRUSSELS
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.units import unit_uid
from commune.meeting.workflow.texts import rich

UNITS = "commune.core.units"
MISREAD = frozenset({"items.unknown_field", "items.unknown_value"})
"""Codes of the faults that lie in what was sent, and not in what it would do."""


def read_fields(
    schema: Any, context: Any, given: Mapping[str, object], closed: frozenset[str]
) -> tuple[dict[str, Any], Refusals]:
    """The values of the fields of a schema, and every fault with the field it is in. ``closed``: fields not to be
    written by the caller, answered like those that are not there."""
    fields = getFields(schema)
    values: dict[str, Any] = {}
    faults: list[Refusal] = []
    for name, raw in given.items():
        if name not in fields or name in closed:
            faults.append(Refusal("items.unknown_field", {"field": name}, name))
            continue
        field = fields[name].bind(context)
        try:
            values[name] = _converted(field, raw)
            field.validate(values[name])
        except (ValidationError, ValueError, InvalidOperation, TypeError):
            faults.append(Refusal("items.unknown_value", {"value": str(raw), "field": name}, name))
    return values, tuple(faults)


def clean(html: str) -> str:
    """HTML without anything that acts."""
    transforms = api.portal.get_tool("portal_transforms")
    found = transforms.convertTo("text/x-html-safe", html, mimetype="text/html", context=api.portal.get())
    return str(found.getData() if found is not None else "").strip()


def _converted(field: Any, raw: Any) -> Any:
    if raw is None or raw == "":
        return field.missing_value
    if IRichText.providedBy(field):
        return rich(clean(str(raw)))
    if IDecimal.providedBy(field):
        return Decimal(str(raw))
    if IDatetime.providedBy(field):
        moment = datetime.fromisoformat(raw)
        return moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)
    if ICollection.providedBy(field) and getattr(field.value_type, "vocabularyName", "") == UNITS:
        return [unit_uid(one) or one for one in raw] if isinstance(raw, list) else raw
    return date.fromisoformat(raw) if IDate.providedBy(field) else raw
