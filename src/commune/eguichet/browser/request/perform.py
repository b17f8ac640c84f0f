"""Doing what a button of the request says, with what was typed for it."""

from typing import Any

from plone import api
from plone.protect import CheckAuthenticator

from commune.core.interfaces import IProcess
from commune.core.rules.typed import whole
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.eguichet.browser.request.view import RequestPage
from commune.eguichet.i18n import _
from commune.eguichet.rules.field_values import read_day
from commune.eguichet.workflow.facts import Details


class PerformRequest(RequestPage):
    """POST ``@@perform``: refused, the page comes back with every reason and what was typed."""

    def __call__(self) -> Any:
        address = self.context.absolute_url()
        if self.request.method != "POST":
            return self.request.response.redirect(address)
        CheckAuthenticator(self.request)
        process = IProcess(self.context)
        process.details = self._details()
        try:
            process.perform(
                current_actor(self.context),
                self.typed("transition"),
                self.typed("comment"),
                whole(self.typed("version"), -1),
            )
        except Refused as refused:
            return self.again(refused.refusals)
        api.portal.show_message(_("Done."), self.request)
        visible = api.user.has_permission("View", obj=self.context)
        return self.request.response.redirect(address if visible else f"{api.portal.get().absolute_url()}/@@start")

    def _details(self) -> Details:
        return Details(
            self.typed("decision_text"),
            self.typed("motivation"),
            self.typed("appeal_text"),
            self.typed("question"),
            read_day(self.typed("question_due_on")),
            self.typed("transfer_target"),
        )
