"""What the forms of the permit's page do; each act raises ``Refused`` with every reason, placed at its field."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from commune.core.content.clock import today
from commune.core.documents.generation import generate
from commune.core.rules.refusals import Refusal
from commune.core.rules.typed import whole
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.urbanism.browser.forms.fields import chosen, day_of, text_of
from commune.urbanism.content.places import LOCATIONS, PARCELS, WorkLocation
from commune.urbanism.i18n import _
from commune.urbanism.rules.opinions import Sense
from commune.urbanism.rules.steps import Marker, marker_refusals
from commune.urbanism.workflow import editing, opinions, recording
from commune.urbanism.workflow.access import acts as may_act
from commune.urbanism.workflow.college import request_decision, send, unanswered

Typed = Mapping[str, Any]
Act = Callable[[Any, Actor, Typed], Any]


def record_step(permit: Any, actor: Actor, form: Typed) -> None:
    faults = [Refusal(r.code, r.data, "marker") for r in marker_refusals(text_of(form, "marker"))]
    days = {name: day_of(form, name, faults) for name in ("event_on", "sent_on", "received_on")}
    event_on = _event(days)
    if event_on is None:
        faults.append(Refusal("required", place="event_on"))
    if faults or event_on is None:
        raise Refused(*faults)
    data = {name: text_of(form, name) for name in ("sense", "number") if text_of(form, name)}
    entry = recording.Entry(
        Marker(text_of(form, "marker")),
        event_on,
        days["sent_on"],
        days["received_on"],
        text_of(form, "channel"),
        text_of(form, "remark"),
        data=data,
    )
    recording.record(permit, actor, entry)


def _event(days: Mapping[str, date | None]) -> date | None:
    """The day of the step; one that was only sent or received happened then."""
    return days["event_on"] or days["received_on"] or days["sent_on"]


def remove_step(permit: Any, actor: Actor, form: Typed) -> None:
    recording.forget(permit, actor, text_of(form, "uid"), text_of(form, "reason"))


def choose(permit: Any, actor: Actor, form: Typed) -> None:
    editing.choose(permit, actor, chosen(form, "choice"))


def list_missing(permit: Any, actor: Actor, form: Typed) -> None:
    editing.list_missing(permit, actor, text_of(form, "missing"))


def write_draft(permit: Any, actor: Actor, form: Typed) -> None:
    editing.write_draft(permit, actor, **{name: text_of(form, name) for name in editing.DRAFT})


def ask_opinion(permit: Any, actor: Actor, form: Typed) -> None:
    faults: list[Refusal] = []
    sent_on = day_of(form, "sent_on", faults)
    if faults:
        raise Refused(*faults)
    unit, outside = text_of(form, "unit"), text_of(form, "service")
    opinions.ask(permit, actor, unit, outside, sent_on or today(), bool(form.get("fire")))


def answer_opinion(permit: Any, actor: Actor, form: Typed) -> None:
    faults: list[Refusal] = []
    received_on = day_of(form, "received_on", faults)
    if faults:
        raise Refused(*faults)
    sense, text = text_of(form, "sense"), text_of(form, "conditions")
    opinions.answer(permit, actor, text_of(form, "uid"), sense, text, received_on)


def deem_opinion(permit: Any, actor: Actor, form: Typed) -> None:
    opinions.answer(permit, actor, text_of(form, "uid"), Sense.DEEMED_FAVOURABLE.value)


def add_location(permit: Any, actor: Actor, form: Typed) -> None:
    said = (text_of(form, name) for name in ("street", "number", "postcode", "locality"))
    editing.add_location(permit, actor, WorkLocation(*said))


def add_parcels(permit: Any, actor: Actor, form: Typed) -> None:
    editing.add_parcels(permit, actor, text_of(form, "parcels"))


def _number(form: Typed) -> int:
    return whole(text_of(form, "record"), 0)


def remove_location(permit: Any, actor: Actor, form: Typed) -> None:
    editing.remove_record(permit, actor, LOCATIONS, _number(form))


def remove_parcel(permit: Any, actor: Actor, form: Typed) -> None:
    editing.remove_record(permit, actor, PARCELS, _number(form))


def retire_person(permit: Any, actor: Actor, form: Typed) -> None:
    editing.retire_person(permit, actor, text_of(form, "uid"))


def take_charge(permit: Any, actor: Actor, form: Typed) -> None:
    editing.take_charge(permit, actor)


def ask_college(permit: Any, actor: Actor, form: Typed) -> None:
    request_decision(permit, actor)


def ask_college_again(permit: Any, actor: Actor, form: Typed) -> None:
    if not unanswered(permit):
        raise Refused(Refusal("permit.already_asked"))
    send(permit)


def make_document(permit: Any, actor: Actor, form: Typed) -> None:
    if not may_act(permit, actor):
        raise Refused(Refusal("permit.not_yours"))
    generate(permit, text_of(form, "document"), text_of(form, "format") or "odt", actor)


ACTS: Mapping[str, tuple[Act, Any]] = {
    "step": (record_step, _("The step is recorded.")),
    "remove-step": (remove_step, _("The step is removed.")),
    "choice": (choose, _("The procedure is chosen.")),
    "missing": (list_missing, _("The list of missing pieces is kept.")),
    "draft": (write_draft, _("The draft is kept.")),
    "ask": (ask_opinion, _("The opinion is asked.")),
    "answer": (answer_opinion, _("The opinion is recorded.")),
    "deem": (deem_opinion, _("The silence is recorded as a favourable opinion.")),
    "location": (add_location, _("The address is added.")),
    "remove-location": (remove_location, _("The address is removed.")),
    "parcels": (add_parcels, _("The parcels are added.")),
    "remove-parcel": (remove_parcel, _("The parcel is removed.")),
    "retire": (retire_person, _("This person is no longer in the dossier.")),
    "take": (take_charge, _("You handle this dossier.")),
    "document": (make_document, _("The letter is made; you find it among the annexes.")),
    "college": (ask_college, _("The College is asked.")),
    "college-again": (ask_college_again, _("The request to the College is sent again.")),
}
