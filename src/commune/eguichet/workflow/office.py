"""The door of the back office to the requests."""

from zope.interface import implementer

from commune.core.interfaces import IOfficeEntry
from commune.eguichet.i18n import _
from commune.eguichet.workflow.submission import ROOT


@implementer(IOfficeEntry)
class RequestsDoor:
    """Leads to the officer's list."""

    title = _("Requests")
    path = f"{ROOT}/@@dashboard/eguichet.requests"
    permission = ""
    icon = ""
    order = 20


DOOR = RequestsDoor()
