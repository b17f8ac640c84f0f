"""The lists of a body with their codes, which never change, and their titles, which may."""

from collections.abc import Iterable
from typing import Any

from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message

from commune.core.content.clock import today
from commune.core.workflow.mandates import seats
from commune.core.workflow.schemas import PublishedSchema
from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.meeting import IMeeting
from commune.meeting.content.vocabularies import POLLS, PRIVACIES
from commune.meeting.i18n import _
from commune.meeting.rules.bodies import Term
from commune.meeting.rules.outcomes import OUTCOMES
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.titles import SENSES, STATES, VALUES, item_machine

ITEM = PublishedSchema(_("Item"), "1.0", IMeetingItem, {"currency": {"const": "EUR"}})
MEETING = PublishedSchema(_("Meeting"), "1.0", IMeeting)


def code_lists(body: Any) -> dict[str, list[dict[str, Any]]]:
    """Each list in its order; retired terms stay, marked. Roles are those of the present members."""
    roles = {seat.role: seat.label or seat.role for seat in seats(today(), body.getId()) if seat.role}
    settings = settings_of(body)
    agenda, votes = settings.body.agenda, settings.body.votes
    machine = item_machine(settings)
    return {
        "categories": _terms(agenda.categories),
        "classifiers": _terms(agenda.classifiers),
        "list_types": _terms(agenda.list_types),
        "privacies": [_code(name, title, name not in agenda.privacies) for name, title in PRIVACIES.items()],
        "states": [_code(state.id, state.title) for state in machine.states],
        "outcomes": [
            {**_code(one.state, STATES[one.state]), "positive": one.positive, "transition": one.transition}
            for one in OUTCOMES
        ],
        "polls": [_code(name, title, name not in {str(kind) for kind in votes.kinds}) for name, title in POLLS.items()],
        "poll_values": [_code(name, VALUES[name], name not in set(map(str, votes.values))) for name in VALUES],
        "opinion_senses": [
            _code(str(sense), title, sense not in settings.body.opinions.senses) for sense, title in SENSES.items()
        ],
        "roles": [_code(role, title) for role, title in sorted(roles.items())],
    }


def _terms(terms: Iterable[Term]) -> list[dict[str, Any]]:
    return [_code(term.id, Message(term.title, "commune.meeting"), term.retired) for term in terms]


def _code(code: str, title: Any, retired: bool = False) -> dict[str, Any]:
    languages = api.portal.get_tool("portal_languages").getSupportedLanguages()
    titles = {language: str(translate(title, target_language=language)) for language in languages}
    return {"code": code, "titles": titles, "retired": retired}
