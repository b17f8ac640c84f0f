"""The lists of a body, as choices of its items: keys in order, with their labels."""

from collections.abc import Callable, Iterable
from typing import Any

from Acquisition import aq_chain
from plone import api
from zope.i18nmessageid import Message
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm, SimpleVocabulary

from commune.core.content.clock import today
from commune.meeting.content.body import IMeetingBody
from commune.meeting.i18n import _
from commune.meeting.rules.advisers import offered_rows
from commune.meeting.rules.bodies import Body, Term, from_json

PRIVACIES = {
    "public_heading": _("Public, heading"),
    "public": _("Public"),
    "public_info": _("Public, for information"),
    "public_advice": _("Public, for advice"),
    "secret_heading": _("Closed session, heading"),
    "secret": _("Closed session"),
    "secret_info": _("Closed session, for information"),
    "secret_advice": _("Closed session, for advice"),
}
POLLS = {
    "no_vote": _("No vote"),
    "freehand": _("Result written by hand"),
    "public": _("Public vote"),
    "secret": _("Secret ballot"),
    "secret_separate": _("Secret ballot, separate polls"),
}


REGULATION_KINDS = {
    "regulation": _("Regulation"),
    "police_regulation": _("Police regulation"),
    "tax_regulation": _("Tax or fee regulation"),
    "ordinance": _("Ordinance"),
    "police_ordinance": _("Police ordinance"),
    "order": _("Order"),
    "traffic": _("Additional traffic regulation"),
}
MAYOR = {"mayor": _("The mayor"), "governor": _("The governor"), "other": _("Another authority")}


def _body(context: Any) -> Body | None:
    body = next((parent for parent in aq_chain(context) if IMeetingBody.providedBy(parent)), None)
    return from_json(body.document)[0] if body is not None else None


def _terms(context: Any, pairs: Callable[[Body], Iterable[tuple[str, str]]]) -> SimpleVocabulary:
    body = _body(context)
    found = pairs(body) if body is not None else ()
    return SimpleVocabulary([SimpleTerm(key, key, Message(title, "commune.meeting")) for key, title in found])


def _living(terms: Iterable[Term]) -> list[tuple[str, str]]:
    return [(term.id, term.title) for term in terms if not term.retired]


@provider(IVocabularyFactory)
def categories(context: Any) -> SimpleVocabulary:
    return _terms(context, lambda body: _living(body.agenda.categories))


@provider(IVocabularyFactory)
def classifiers(context: Any) -> SimpleVocabulary:
    return _terms(context, lambda body: _living(body.agenda.classifiers))


@provider(IVocabularyFactory)
def list_types(context: Any) -> SimpleVocabulary:
    return _terms(context, lambda body: _living(body.agenda.list_types))


@provider(IVocabularyFactory)
def privacies(context: Any) -> SimpleVocabulary:
    return _terms(
        context, lambda body: [(key, PRIVACIES.get(key, key)) for key in body.agenda.privacies or ("public",)]
    )


@provider(IVocabularyFactory)
def poll_types(context: Any) -> SimpleVocabulary:
    return _terms(context, lambda body: [(kind.value, POLLS[kind.value]) for kind in body.votes.kinds])


@provider(IVocabularyFactory)
def open_meetings(context: Any) -> SimpleVocabulary:
    """Meetings of the body that are not closed, by date."""
    body = next((parent for parent in aq_chain(context) if IMeetingBody.providedBy(parent)), None)
    path = "/".join(body.getPhysicalPath()) if body is not None else "/"
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="meeting", path=path, sort_on="start"
    )
    return SimpleVocabulary([SimpleTerm(brain.UID, brain.UID, brain.Title) for brain in brains])


@provider(IVocabularyFactory)
def targets(context: Any) -> SimpleVocabulary:
    """Bodies that items of this one may be sent to, by their names."""
    folder = api.portal.get().get("meetings")
    names = {child.getId(): child.title for child in folder.objectValues()} if folder is not None else {}
    return _terms(context, lambda body: [(t.body, names.get(t.body, t.body)) for t in body.sending.targets])


@provider(IVocabularyFactory)
def advisers(context: Any) -> SimpleVocabulary:
    """Services that somebody advises for by their code, their delays by the id of the row, their people by name."""
    groups = api.portal.get_tool("acl_users").source_groups
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="organisation_unit", sort_on="sortable_title"
    )
    body, terms = _body(context), []
    rows = offered_rows(body.opinions.rows, {"delay_is_changed": False}, today()) if body is not None else ()
    for brain in brains:
        code, people = brain.unit_code, groups._group_principal_map.get(f"{brain.UID}_adviser") or ()
        if people:
            terms.append((code, brain.Title))
            terms += [(row.id, Message(row.label or row.id, "commune.meeting")) for row in rows if row.service == code]
            terms += [(f"{code}/{who}", f"{brain.Title}: {_name(who)}") for who in sorted(people)]
    return SimpleVocabulary([SimpleTerm(key, key, title) for key, title in terms])


def _name(userid: str) -> str:
    user = api.user.get(userid=userid)
    return str(user.getProperty("fullname") or userid) if user is not None else userid


@provider(IVocabularyFactory)
def regulation_kinds(context: Any) -> SimpleVocabulary:
    """Kinds of texts of the register."""
    return SimpleVocabulary([SimpleTerm(key, key, title) for key, title in REGULATION_KINDS.items()])


@provider(IVocabularyFactory)
def legislators(context: Any) -> SimpleVocabulary:
    """Who adopts a text: a body, or an authority that sits alone."""
    folder = api.portal.get().get("meetings")
    named = {child.getId(): child.title for child in folder.objectValues()} if folder is not None else {}
    return SimpleVocabulary([SimpleTerm(key, key, title) for key, title in {**named, **MAYOR}.items()])
