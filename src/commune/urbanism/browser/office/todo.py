"""What an officer has to do about permits, read from the catalog only."""

from datetime import date
from typing import Any

from plone import api
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer

from commune.core.interfaces import ITodoSource
from commune.core.rules.todo import Todo
from commune.core.workflow.actor import Actor
from commune.urbanism.browser.office.dashboard import OPEN
from commune.urbanism.i18n import _
from commune.urbanism.workflow.access import ADVISING
from commune.urbanism.workflow.opening import FOLDER, ROOT, installed

MOST = 200
DASHBOARD = f"{ROOT}/{FOLDER}/@@dashboard/urbanism.permits"
REASONS = {
    "draft": _("It must be registered."),
    "deposit": _("Its completeness must be judged."),
    "incomplete": _("Supplements are awaited."),
    "complete": _("Its decision must be prepared."),
    "decision_pending": _("The College must decide."),
    "granted": _("The decision must be sent."),
    "refused": _("The decision must be sent."),
}
UNHANDLED = _("Nobody handles it yet.")
OPINION = _("Your service owes its opinion.")


@implementer(ITodoSource)
class PermitTodos:
    """Permits that the agent handles, those of the service that nobody does, opinions that his service owes."""

    title = _("Permits")
    order = 40

    def rows(self, actor: Actor) -> tuple[Todo, ...]:
        if not installed():
            return ()
        mine = self._found(assigned_to=actor.userid, review_state=[*OPEN, "granted", "refused"])
        free = self._found(assigned_to="", responsible_unit=_units(actor, "editor"), review_state=OPEN)
        asked = self._found(permit_awaits=_units(actor, ADVISING))
        return (
            *(self._row(brain, REASONS.get(brain.review_state, "")) for brain in mine if _presses(brain)),
            *(self._row(brain, UNHANDLED) for brain in free),
            *(self._row(brain, OPINION, due=False) for brain in asked),
        )

    def more(self) -> str:
        return DASHBOARD

    def _found(self, **query: Any) -> list[Any]:
        if [] in query.values():
            return []
        catalog = api.portal.get_tool("portal_catalog")
        return list(catalog(portal_type="permit", sort_on="permit_due", sort_limit=MOST, **query)[:MOST])

    def _row(self, brain: Any, reason: Any, due: bool = True) -> Todo:
        return Todo(
            title=brain.Title,
            url=brain.getURL(),
            kind="permit",
            due=_day(brain) if due else None,
            reason=translate(reason, context=getRequest()),
            reference=brain.dossier_reference or "",
        )


def _presses(brain: Any) -> bool:
    """A decided permit asks something only while its decision is to be sent."""
    return brain.review_state in OPEN or _day(brain) is not None


def _day(brain: Any) -> date | None:
    return brain.next_due if isinstance(brain.next_due, date) else None


def _units(actor: Actor, function: str) -> list[str]:
    """Services in which the actor holds that function."""
    ends = f"_{function}"
    return sorted(group.removesuffix(ends) for group in actor.groups if group.endswith(ends))


TODOS = PermitTodos()
