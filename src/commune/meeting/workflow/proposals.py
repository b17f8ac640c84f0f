"""New items: made by the creators of a service, for a body that the service uses."""

from collections.abc import Mapping
from typing import Any

from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.creation import create
from commune.core.workflow.process import Refused
from commune.meeting.content.item import IMeetingItem
from commune.meeting.workflow.clones import items_folder
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.values import read_fields

MANAGED = frozenset({"list_type", "restricted_copy_groups", "votes_result", "observations", "marginal_notes", "notes",
                     "needed_follow_up", "poll_type", "insert_as_normal"})  # fmt: skip
"""Fields that only the managers of the body write."""
CREATOR = "creator"


def against_creating(body: Any, unit: str, actor: Actor) -> Refusals:
    """Why the actor may not create an item of that service in the body."""
    using = settings_of(body).body.identity.using_services
    if using and unit not in using:
        return (Refusal("items.service_not_using", {"service": unit}, "responsible_unit"),)
    allowed = oversees(actor, body) or CREATOR in actor.functions(unit)
    return () if allowed else (Refusal("items.not_creator", {"service": unit}, "responsible_unit"),)


def propose(body: Any, unit: str, given: Mapping[str, object], actor: Actor, external_id: str = "") -> Any:
    """A new item in the first state of the chain; raises ``Refused`` with every fault of the values.

    ``external_id``: what the item is called where it comes from.
    """
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
    told = {"responsible_unit": unit, "external_id": external_id}
    item = create(items_folder(body), "meeting_item", **{**defaults, **values, **told})
    Journal(item).note("proposed", actor.userid)
    return item


def read_values(body: Any, given: Mapping[str, object], over_body: bool) -> tuple[dict[str, Any], Refusals]:
    """The values of item fields read from plain data, and every fault with the field it is in."""
    return read_fields(IMeetingItem, body, given, frozenset() if over_body else MANAGED)
