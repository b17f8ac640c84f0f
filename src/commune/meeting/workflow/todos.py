"""What each has to do for the meetings, for the start page."""

from collections.abc import Iterator
from typing import Any

from plone import api
from zope.interface import implementer

from commune.core.content.clock import BRUSSELS, today
from commune.core.interfaces import IOfficeEntry, ITodoSource
from commune.core.rules.dashboard_tokens import Reader
from commune.core.rules.todo import Todo
from commune.core.workflow.actor import Actor
from commune.core.workflow.sealing import asked
from commune.meeting.i18n import _
from commune.meeting.rules.followup import NEEDED
from commune.meeting.workflow.dashboards import OPEN_MEETINGS
from commune.meeting.workflow.place import aware, bodies
from commune.meeting.workflow.proposals import CREATOR

ROOT = "meetings"


@implementer(ITodoSource)
class MeetingTodos:
    """Items to correct, to validate, to give an opinion on; meetings to prepare."""

    title = _("Meetings")
    order = 30

    def rows(self, actor: Actor) -> tuple[Todo, ...]:
        """Read from the catalog, which shows what the actor may read."""
        return (*self._items(actor), *self._meetings(actor))

    def more(self) -> str:
        return f"{ROOT}/@@dashboard/meeting.items"

    def _items(self, actor: Actor) -> Iterator[Todo]:
        catalog, groups = api.portal.get_tool("portal_catalog"), sorted(actor.groups)
        for brain in catalog(portal_type="meeting_item", item_awaits=groups):
            yield _todo(brain, RETURNED if brain.review_state.startswith("returned") else VALIDATE)
        for brain in catalog(portal_type="meeting_item", item_advisers=[asked(group) for group in groups]):
            yield _todo(brain, ADVISE)
        mine = Reader(actor.userid, actor.groups, today()).units(CREATOR)
        for brain in catalog(portal_type="meeting_item", item_labels=NEEDED, responsible_unit=mine) if mine else ():
            yield _todo(brain, FOLLOW_UP)

    def _meetings(self, actor: Actor) -> Iterator[Todo]:
        """Meetings to come of the bodies that the actor manages."""
        managed = [body for body in bodies(api.portal.get()) if "manager" in actor.functions(body.UID())]
        for body in managed:
            path = "/".join(body.getPhysicalPath())
            for brain in api.portal.get_tool("portal_catalog")(
                portal_type="meeting", path=path, review_state=OPEN_MEETINGS, sort_on="start"
            ):
                day = aware(brain.start).astimezone(BRUSSELS).date()
                why = PREPARE if day >= today() else FINISH
                yield Todo(f"{body.title}, {brain.Title}", brain.getURL(), "meeting", day, why)


RETURNED, VALIDATE = _("Returned to your service"), _("Waits for your part in the preparation")
FOLLOW_UP = _("Say what became of the decision")
ADVISE, PREPARE, FINISH = _("Your opinion is asked"), _("Meeting to prepare"), _("Meeting held and not closed")


def _todo(brain: Any, why: Any) -> Todo:
    return Todo(brain.Title, brain.getURL(), "item", None, why, brain.dossier_reference)


TODOS = MeetingTodos()


@implementer(IOfficeEntry)
class MeetingsDoor:
    """Leads to the bodies."""

    title = _("Meetings")
    path = ROOT
    permission = ""
    icon = ""
    order = 30


DOOR = MeetingsDoor()


@implementer(IOfficeEntry)
class RegisterDoor:
    """Leads to the register of regulations, as its keepers see it."""

    title = _("Regulations")
    path = "regulations"
    permission = ""
    icon = ""
    order = 35


REGISTER = RegisterDoor()


class InstallDoor(MeetingsDoor):
    """Leads administrators to the ready-made bodies."""

    title = _("Install a body")
    path = "@@install-body"
    permission = "commune.core: Manage the organisation"
    order = 90


INSTALL_DOOR = InstallDoor()
