"""What an officer does with a request beside moving it: write, note, hand over, reveal."""

from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from zExceptions import NotFound

from commune.core.content.journal import Journal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.eguichet.browser.form.posted import uploads
from commune.eguichet.browser.request.view import RequestPage
from commune.eguichet.i18n import _
from commune.eguichet.workflow.conversation import Writing, note, write_as_service
from commune.eguichet.workflow.hand_over import hand_over


class Act(RequestPage):
    """A POST of somebody who may edit the request; then back to its page."""

    anchor = ""

    def __call__(self) -> Any:
        if self.request.method != "POST" or not self.may_edit:
            raise NotFound()
        CheckAuthenticator(self.request)
        try:
            self.do()
        except Refused as refused:
            return self.again(refused.refusals)
        return self.request.response.redirect(f"{self.context.absolute_url()}{self.anchor}")

    def do(self) -> None:
        raise NotImplementedError


class WriteMessage(Act):
    """A message to the citizen."""

    anchor = "#messages"

    def do(self) -> None:
        files = tuple(uploads(self.request.form, "files"))
        write_as_service(self.context, current_actor(), Writing(self.typed("text"), files))


class WriteNote(Act):
    """A note that stays inside."""

    anchor = "#notes"

    def do(self) -> None:
        note(self.context, current_actor(), self.typed("note"))


class HandOver(Act):
    """Ask for the dossier that treats the request."""

    def do(self) -> None:
        if hand_over(self.context, current_actor()):
            api.portal.show_message(_("The dossier is open."), self.request)
        else:
            text = _("Not handed over: nobody takes such dossiers yet. It will be sent as soon as somebody does.")
            api.portal.show_message(text, self.request, type="warning")


class Reveal(Act):
    """Show a masked number once; the journal keeps who asked."""

    def __call__(self) -> Any:
        if self.request.method != "POST" or not self.may_edit:
            raise NotFound()
        CheckAuthenticator(self.request)
        self.revealed = self.typed("field")
        Journal(self.context).note("revealed", current_actor().userid, field=self.revealed)
        return self.page_pt()
