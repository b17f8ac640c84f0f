"""What the conditions of a body may look at on an item, and what is wrong in those that it holds."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from commune.core.rules.conditions import Kind
from commune.core.rules.conditions import faults as faults_of
from commune.core.rules.refusals import Refusal
from commune.meeting.rules.bodies import Body

ITEM_FIELDS: Mapping[str, Kind] = {
    "category": Kind.TEXT,
    "service": Kind.TEXT,
    "privacy": Kind.TEXT,
    "amount_excl_vat": Kind.NUMBER,
    "budget_related": Kind.BOOLEAN,
    "to_discuss": Kind.BOOLEAN,
    "list_type": Kind.TEXT,
    "state": Kind.TEXT,
    "emergency": Kind.TEXT,
    "finance_opinion_due": Kind.BOOLEAN,
    "delay_is_changed": Kind.BOOLEAN,
}
MEETING_FIELDS: Mapping[str, Kind] = {
    "state": Kind.TEXT,
    "category": Kind.TEXT,
    "extraordinary": Kind.BOOLEAN,
    "remote": Kind.BOOLEAN,
    "date": Kind.MOMENT,
}


def conditions(body: Body) -> Iterator[tuple[str, Mapping[str, object] | None, Mapping[str, Kind]]]:
    """Each condition of a body: its JSON pointer, itself, and the fields that it may read."""
    for i, row in enumerate(body.opinions.rows):
        yield f"/opinions/rows/{i}/automatic", row.automatic, ITEM_FIELDS
        yield f"/opinions/rows/{i}/available_when", row.available_when, ITEM_FIELDS
    for i, document in enumerate(body.documents):
        own = ITEM_FIELDS if document.facts == "extract" else MEETING_FIELDS
        yield f"/documents/{i}/condition", document.condition, own
    for i, profile in enumerate(body.access.observers):
        yield f"/access/observers/{i}/item_condition", profile.item_condition, ITEM_FIELDS
        yield f"/access/observers/{i}/meeting_condition", profile.meeting_condition, MEETING_FIELDS


def faulty_conditions(body: Body) -> tuple[Refusal, ...]:
    """Every fault of every condition, each with its pointer in the document; such a condition never holds."""
    return tuple(
        replace(fault, place=f"{place}{fault.place}")
        for place, condition, fields in conditions(body)
        if condition is not None
        for fault in faults_of(condition, fields)
    )
