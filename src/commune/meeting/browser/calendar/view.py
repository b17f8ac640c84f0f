"""The address of one's private calendar: made, shown once, made worthless."""

from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.rules.dates import long_date
from commune.meeting.i18n import _
from commune.meeting.workflow.member_calendar import made_on, make_address, revoke_address


class MyCalendar(BrowserView):
    """``@@my-calendar``; a POST makes an address (``make``) or revokes it (``revoke``)."""

    page_title = _("My meetings in my calendar")
    page = ViewPageTemplateFile("my_calendar.pt")
    address = ""

    def __call__(self) -> Any:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            if "make" in self.request.form:
                self.address = make_address(self.user)
            else:
                revoke_address(self.user)
        return self.page()

    @property
    def user(self) -> str:
        return str(api.user.get_current().getId())

    @property
    def since(self) -> str:
        """The day on which the present address was made; empty without one."""
        made = made_on(self.user)
        return long_date(made.date(), api.portal.get_current_language()) if made else ""
