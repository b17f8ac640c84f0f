"""The door of urbanism in the staff bar."""

from typing import Any

from zope.interface import implementer

from commune.core.interfaces import IOfficeEntry
from commune.core.workflow.actor import current_actor
from commune.urbanism.browser.office.todo import DASHBOARD
from commune.urbanism.i18n import _
from commune.urbanism.workflow.access import reads_permits
from commune.urbanism.workflow.opening import installed

OPEN = "commune.core: Use the back office"
CLOSED = "Manage portal"


@implementer(IOfficeEntry)
class Entry:
    """Leads to the list of permits; for those who read permits, the others would find nothing behind it."""

    title = _("Urbanism")
    path = DASHBOARD
    icon = ""
    order = 40

    @property
    def permission(self) -> Any:
        return OPEN if installed() and reads_permits(current_actor()) else CLOSED


ENTRY = Entry()
