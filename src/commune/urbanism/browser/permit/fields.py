"""The fields of each act of the permit's page."""

from typing import Any

from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory

from commune.urbanism.browser.forms.fields import Field
from commune.urbanism.content.vocabularies import CHANNEL_TITLES, CHOICE_TITLES
from commune.urbanism.i18n import _
from commune.urbanism.rules.opinions import Sense
from commune.urbanism.rules.steps import Marker
from commune.urbanism.workflow.progress import OUTCOMES
from commune.urbanism.workflow.titles import SENSES, STATES, STEPS

DECISION_ONLY = _("For the step “Decision” only.")
OWN_FORM = {Marker.OPINION_REQUEST, Marker.OPINION, Marker.DEFAULT_ACKNOWLEDGMENT}


def step_fields() -> tuple[Field, ...]:
    markers = tuple((marker.value, title) for marker, title in STEPS.items() if marker not in OWN_FORM)
    return (
        Field("marker", _("Step"), "select", markers, required=True),
        Field("event_on", _("Day on which it happened"), "date", required=True),
        Field("sent_on", _("Day on which it was sent"), "date"),
        Field("received_on", _("Day on which it was received"), "date"),
        Field("channel", _("How it came or went"), "select", tuple(CHANNEL_TITLES.items())),
        Field("remark", _("Remark"), "lines"),
        Field("sense", _("Decision"), "select", tuple((key, STATES[key]) for key in OUTCOMES), help=DECISION_ONLY),
        Field("number", _("Number of the decision"), help=DECISION_ONLY),
    )


def choice_fields() -> tuple[Field, ...]:
    members = tuple((choice.value, title) for choice, title in CHOICE_TITLES.items())
    return (Field("choice", _("What the dossier must go through"), "boxes", members),)


def missing_fields() -> tuple[Field, ...]:
    return (Field("missing", _("Missing pieces"), "lines", help=_("One a line; none: nothing is missing.")),)


def draft_fields() -> tuple[Field, ...]:
    return (
        Field("motivation", _("Motivation"), "lines"),
        Field("draft_decision", _("Draft decision"), "lines"),
    )


def ask_fields(context: Any) -> tuple[Field, ...]:
    units = getUtility(IVocabularyFactory, "commune.core.units")(context)
    return (
        Field("unit", _("Service of the authority"), "select", tuple((term.value, term.title) for term in units)),
        Field("service", _("Or an outside service"), help=_("Its name, when it is not one of ours.")),
        Field("sent_on", _("Day on which it was asked"), "date", required=True),
        Field("fire", _("It is a fire service"), "box"),
    )


def answer_fields(deemed: bool) -> tuple[Field, ...]:
    senses = tuple((s.value, title) for s, title in SENSES.items() if deemed or s is not Sense.DEEMED_FAVOURABLE)
    return (
        Field("sense", _("Opinion"), "select", senses, required=True),
        Field("conditions", _("Conditions or reasons"), "lines"),
        Field("received_on", _("Day on which it was received"), "date"),
    )


def location_fields() -> tuple[Field, ...]:
    return (
        Field("street", _("Street"), required=True),
        Field("number", _("Number and box")),
        Field("postcode", _("Postal code")),
        Field("locality", _("Locality")),
    )


def parcel_fields() -> tuple[Field, ...]:
    example = _("For example 92094 B 12/2 B 2, or a whole key; several are separated by commas.")
    return (Field("parcels", _("Parcels"), required=True, help=example),)
