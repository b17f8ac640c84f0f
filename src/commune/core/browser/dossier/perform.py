"""Doing what a button of the dossier says."""

from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from zope.i18n import translate

from commune.core.browser.dossier.again import shown_again
from commune.core.browser.dossier.transitions import REFUSALS
from commune.core.content.refused import Refused
from commune.core.i18n import _
from commune.core.interfaces import IProcess
from commune.core.rules.typed import whole
from commune.core.workflow.actor import current_actor


class Perform(BrowserView):
    """POST ``@@perform`` with ``transition``, ``comment`` and ``version``.

    Refused, the dossier is shown again (409) with every reason and what was typed.
    """

    def __call__(self) -> Any:
        if self.request.method != "POST":
            return self.request.response.redirect(self.context.absolute_url())
        CheckAuthenticator(self.request)
        form = self.request.form
        try:
            IProcess(self.context).perform(
                current_actor(self.context), form.get("transition", ""), form.get("comment", ""), self._version()
            )
        except Refused as refused:
            return shown_again(self, REFUSALS, refused.refusals)
        return self._done()

    def _version(self) -> int:
        return whole(self.request.form.get("version"), -1)

    def _done(self) -> Any:
        process = IProcess(self.context)
        title = translate(process.machine().state(process.state).title, context=self.request)
        text = _("done_state", default="Done. The dossier is now: ${state}.", mapping={"state": title})
        api.portal.show_message(text, self.request)
        visible = api.user.has_permission("View", obj=self.context)
        target = self.context.absolute_url() if visible else f"{api.portal.get().absolute_url()}/@@start"
        return self.request.response.redirect(target)
