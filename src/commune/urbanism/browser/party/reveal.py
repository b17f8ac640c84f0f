"""Showing a national register number: for a purpose, which the journal keeps."""

from typing import Any

from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from zExceptions import NotFound

from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.urbanism.browser.forms.fields import Field, Form, text_of
from commune.urbanism.content.parties import parties
from commune.urbanism.i18n import _
from commune.urbanism.rules.parties import display_name
from commune.urbanism.workflow.access import acts
from commune.urbanism.workflow.editing import reveal


class RevealNumber(BrowserView):
    """``@@reveal-number?uid=…``: asks why, then shows the number once."""

    page_title = _("National register number")
    refusals: Refusals = ()
    number = ""

    def __call__(self) -> Any:
        if not acts(self.context, current_actor(self.context)) or not self.name:
            raise NotFound()
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self._reveal()
        return self.index()

    @property
    def name(self) -> str:
        uid = text_of(self.request.form, "uid")
        return next((display_name(party) for party in parties(self.context) if party.uid == uid), "")

    @property
    def form(self) -> Form:
        purpose = Field("purpose", _("Why you need the number"), required=True, help=_("It is kept in the history."))
        return Form("reveal", (purpose,), self.request.form, self.refusals, self.request)

    def _reveal(self) -> None:
        form = self.request.form
        try:
            self.number = reveal(
                self.context, current_actor(self.context), text_of(form, "uid"), text_of(form, "purpose")
            )
        except Refused as refused:
            self.refusals = refused.refusals
            self.request.response.setStatus(409)
