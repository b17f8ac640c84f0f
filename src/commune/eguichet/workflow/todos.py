"""What an officer has to do with requests, for the start page."""

from datetime import date
from typing import Any

from plone import api
from zope.interface import implementer

from commune.core.interfaces import ITodoSource
from commune.core.rules.todo import Todo
from commune.core.workflow.actor import Actor
from commune.eguichet.i18n import _
from commune.eguichet.workflow.dashboard import OPEN
from commune.eguichet.workflow.submission import ROOT

TAKEN = ("in_progress", "waiting_citizen")


@implementer(ITodoSource)
class RequestTodos:
    """Requests of my services that nobody took, and mine that move."""

    title = _("Requests of citizens")
    order = 20

    def rows(self, actor: Actor) -> tuple[Todo, ...]:
        """Read from the catalog, which shows what the actor may read."""
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog(portal_type="request", review_state=OPEN)
        return tuple(self._todo(brain, why) for brain in brains if (why := self._why(brain, actor)))

    def more(self) -> str:
        return f"{ROOT}/@@dashboard/eguichet.requests"

    def _why(self, brain: Any, actor: Actor) -> Any:
        if brain.request_unread and brain.assigned_to in ("", actor.userid):
            return _("The citizen wrote")
        if brain.review_state == "received" and actor.functions(brain.responsible_unit) & {"editor", "director"}:
            return _("Your service must take it in charge")
        if brain.review_state == "in_progress" and brain.assigned_to == actor.userid:
            return _("You are handling it")
        return None

    def _todo(self, brain: Any, why: Any) -> Todo:
        due = brain.next_due if isinstance(brain.next_due, date) else None
        return Todo(brain.Title, brain.getURL(), "request", due, why, brain.dossier_reference)


TODOS = RequestTodos()
