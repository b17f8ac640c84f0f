"""New items: made by the creators of a service, for a body that the service uses."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from plone.app.textfield.interfaces import IRichText
from zope.schema import getFields
from zope.schema.interfaces import IDate, IDecimal, ValidationError

from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.creation import create
from commune.core.workflow.process import Refused
from commune.meeting.content.item import IMeetingItem
from commune.meeting.workflow.clones import items_folder
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.texts import rich

MANAGED = frozenset({"list_type", "restricted_copy_groups", "votes_result", "observations", "marginal_notes", "notes",
                     "needed_follow_up"})  # fmt: skip
"""Fields that only the managers of the body write."""
CREATOR = "creator"


def against_creating(body: Any, unit: str, actor: Actor) -> Refusals:
    """Why the actor may not create an item of that service in the body."""
    using = settings_of(body).body.identity.using_services
    if using and unit not in using:
        return (Refusal("items.service_not_using", {"service": unit}, "responsible_unit"),)
    allowed = oversees(actor, body) or CREATOR in actor.functions(unit)
    return () if allowed else (Refusal("items.not_creator", {"service": unit}, "responsible_unit"),)


def propose(body: Any, unit: str, given: Mapping[str, object], actor: Actor) -> Any:
    """A new item in the first state of the chain; raises ``Refused`` with every fault of the values."""
    over_body = oversees(actor, body)
    values, faults = read_values(body, given, over_body)
    missing = (
        ()
        if str(values.get("title") or "").strip()
        else (Refusal("items.required_missing", {"field": "title"}, "title"),)
    )
    refusals = (*against_creating(body, unit, actor), *missing, *faults)
    if refusals:
        raise Refused(*refusals)
    defaults = {"privacy": settings_of(body).body.agenda.default_privacy, "poll_type": None}
    item = create(items_folder(body), "meeting_item", **{**defaults, **values, "responsible_unit": unit})
    Journal(item).note("proposed", actor.userid)
    return item


def read_values(body: Any, given: Mapping[str, object], over_body: bool) -> tuple[dict[str, Any], Refusals]:
    """The values of item fields read from plain data, and every fault with the field it is in."""
    fields = getFields(IMeetingItem)
    values: dict[str, Any] = {}
    faults: list[Refusal] = []
    for name, raw in given.items():
        if name not in fields or (name in MANAGED and not over_body):
            faults.append(Refusal("items.unknown_field", {"field": name}, name))
            continue
        field = fields[name].bind(body)
        try:
            values[name] = _converted(field, raw)
            field.validate(values[name])
        except (ValidationError, ValueError, InvalidOperation, TypeError):
            faults.append(Refusal("items.unknown_value", {"value": str(raw), "field": name}, name))
    return values, tuple(faults)


def _converted(field: Any, raw: Any) -> Any:
    if raw is None or raw == "":
        return field.missing_value
    if IRichText.providedBy(field):
        return rich(str(raw))
    if IDecimal.providedBy(field):
        return Decimal(str(raw))
    return field.fromUnicode(raw) if IDate.providedBy(field) else raw
