"""Doing what one of the forms of the permit's page asks."""

from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from zExceptions import NotFound

from commune.core.browser.dossier.again import shown_again
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.urbanism.browser.permit.acts import ACTS

REFUSALS = "commune.urbanism.refusals"


class Act(BrowserView):
    """POST ``@@permit-act`` with ``act``: refused, the page comes back (409) with the reasons and what was typed."""

    def __call__(self) -> Any:
        if self.request.method != "POST":
            return self.request.response.redirect(self.context.absolute_url())
        CheckAuthenticator(self.request)
        form = self.request.form
        if form.get("act") not in ACTS:
            raise NotFound()
        act, done = ACTS[form["act"]]
        try:
            act(self.context, current_actor(self.context), form)
        except Refused as refused:
            return shown_again(self, REFUSALS, refused.refusals)
        api.portal.show_message(done, self.request)
        return self.request.response.redirect(self.context.absolute_url())
