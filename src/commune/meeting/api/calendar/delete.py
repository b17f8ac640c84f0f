"""DELETE @calendar-address: the private address of one's calendar no longer works."""

from typing import Any

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import alsoProvides

from commune.meeting.workflow.member_calendar import revoke_address


class DeleteCalendarAddress(Service):
    """204; 404 without an address."""

    def reply(self) -> Any:
        alsoProvides(self.request, IDisableCSRFProtection)
        if not revoke_address(api.user.get_current().getId()):
            raise NotFound("calendar")
        return self.reply_no_content()
