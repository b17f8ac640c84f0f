"""The texts that go before the College, made of the permit's data, in the language of the authority."""

from html import escape
from typing import Any

from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message

from commune.core.documents.formats import day
from commune.urbanism.content.parties import applicant_names
from commune.urbanism.content.places import locations, parcels
from commune.urbanism.content.steps import day_of
from commune.urbanism.i18n import _
from commune.urbanism.rules.steps import Marker
from commune.urbanism.workflow.clocks import deciding
from commune.urbanism.workflow.opinions import opinions
from commune.urbanism.workflow.titles import SENSES

TITLE = _("college_title", default="Planning permit ${reference}: ${subject}, ${address}")
DESCRIPTION = {
    "applicants": _("college_applicants", default="Applicants: ${value}"),
    "address": _("college_address", default="Address of the works: ${value}"),
    "parcels": _("college_parcels", default="Parcels: ${value}"),
    "deposited": _("college_deposited", default="Deposited on ${value}"),
    "acknowledged": _("college_acknowledged", default="Acknowledgement of a complete file sent on ${value}"),
    "due": _("college_due", default="The decision must be sent by ${value} at the latest"),
}
OPINION = _("college_opinion", default="Having regard to the opinion of ${service}: ${sense}")
NO_OPINION = _("college_no_opinion", default="Considering that no opinion was asked;")
DRAFT = _("college_draft", default="DECIDES: to grant the planning permit applied for by ${applicants}.")


def language() -> str:
    """The language in which the authority takes its decisions."""
    return str(api.portal.get_default_language())


def said(message: Any, **values: str) -> str:
    """A message in the authority's language, its values made safe for HTML."""
    return filled(message, {name: escape(value) for name, value in values.items()})


def filled(message: Any, values: dict[str, str]) -> str:
    """A message in the authority's language, with values as they are."""
    return str(translate(Message(message, mapping=values), target_language=language()))


def title(permit: Any) -> str:
    """Reference, subject and place: what the agenda says."""
    found = locations(permit)
    values = {"reference": permit.reference or "", "subject": permit.subject, "address": found[0].line if found else ""}
    return filled(TITLE, values).rstrip(", ")


def description(permit: Any) -> str:
    """HTML: people, places, dates."""
    clock = deciding(permit)
    values = {
        "applicants": ", ".join(applicant_names(permit)),
        "address": "; ".join(location.line for location in locations(permit)),
        "parcels": "; ".join(record.line for record in parcels(permit)),
        "deposited": day(day_of(permit, Marker.DEPOSIT), language()),
        "acknowledged": day(day_of(permit, Marker.ACKNOWLEDGMENT), language()),
        "due": day(clock.due if clock else None, language()),
    }
    lines = [said(DESCRIPTION[name], value=value) for name, value in values.items() if value]
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def motivation(permit: Any) -> str:
    """HTML: the opinions, then what the officer wrote."""
    lines = [
        said(OPINION, service=one.title, sense=filled(SENSES[one.sense], {}))
        for one in opinions(permit)
        if one.sense is not None
    ]
    return _paragraphs("\n".join(lines or [said(NO_OPINION)]), escaped=True) + _paragraphs(permit.motivation or "")


def draft(permit: Any) -> str:
    """HTML: the officer's draft decision, else the usual sentence."""
    return _paragraphs(permit.draft_decision or "") or _paragraphs(
        said(DRAFT, applicants=", ".join(applicant_names(permit))), escaped=True
    )


def _paragraphs(text: str, escaped: bool = False) -> str:
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"<p>{line if escaped else escape(line)}</p>" for line in lines if line)
