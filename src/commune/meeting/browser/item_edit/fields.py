"""Which fields of an item a body's form shows, and from what one chooses."""

from copy import copy
from typing import Any

from plone import api
from zope.schema.vocabulary import SimpleTerm, SimpleVocabulary

from commune.meeting.workflow.settings import Settings

ALWAYS = (
    "title", "description", "responsible_unit", "preferred_meeting", "decide_before", "to_discuss", "motivation",
    "decision", "optional_advisers", "list_type", "poll_type", "observations", "marginal_notes", "notes",
    "insert_as_normal",
)  # fmt: skip
BUDGET = ("amount_excl_vat", "budget_article", "budget_related")


def shown(settings: Settings) -> frozenset[str]:
    """Names of the fields: those every item has, those whose list the body fills, those it names."""
    agenda, sending = settings.body.agenda, settings.body.sending
    found = {*ALWAYS, *settings.body.fields.item}
    found |= {"category"} if agenda.categories else set()
    found |= {"classifier"} if agenda.classifiers else set()
    found |= {"privacy"} if agenda.privacies else set()
    found |= {"send_to", "send_urgent", "send_closed"} if sending.targets else set()
    found |= set(BUDGET) if settings.body.opinions.rows else set()
    kinds = {rule.kind for rule in agenda.rules}
    found |= {"services_in_charge"} if "in_charge" in kinds else set()
    found |= {"associated_services"} if kinds & {"associated_services", "service_or_associated"} else set()
    return frozenset(found)


def keep_only(form: Any, names: frozenset[str]) -> None:
    """Take every other field out of the form and its groups; groups left empty go."""
    form.fields = form.fields.select(*[name for name in form.fields if bare(name) in names])
    for group in form.groups:
        group.fields = group.fields.select(*[name for name in group.fields if bare(name) in names])
    form.groups = [group for group in form.groups if len(group.fields)]


def bare(name: str) -> str:
    """The name of a field without the prefix of its schema."""
    return name.rpartition(".")[2]


def choose_among(form: Any, units: tuple[str, ...]) -> None:
    """Let the proposing service be one of these only."""
    for fields in (form.fields, *(group.fields for group in form.groups)):
        for name in fields:
            if bare(name) == "responsible_unit":
                fields[name].field = narrowed(fields[name].field, units)


def narrowed(field: Any, units: tuple[str, ...]) -> Any:
    """The field as a required choice of these services."""
    titles = {
        brain.UID: brain.Title
        for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=list(units))
    }
    mine = copy(field)
    mine.vocabularyName = None
    mine.vocabulary = SimpleVocabulary([SimpleTerm(uid, uid, titles.get(uid, uid)) for uid in units])
    mine.required = True
    return mine
