"""Bringing a file into the dossier."""

from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from zExceptions import Unauthorized

from commune.core.browser.dossier.again import shown_again
from commune.core.browser.dossier.annexes import REFUSALS
from commune.core.content.refused import Refused
from commune.core.i18n import _
from commune.core.rules.annex_types import MARKS
from commune.core.rules.annexes import FLAGS
from commune.core.workflow.actor import current_actor
from commune.core.workflow.annexes import attach, check_adding


class Attach(BrowserView):
    """POST ``@@attach`` with ``file``, ``title``, ``category`` and flags; others take the type's default."""

    def __call__(self) -> Any:
        if self.request.method != "POST":
            return self.request.response.redirect(self.context.absolute_url())
        CheckAuthenticator(self.request)
        if not api.user.has_permission("Add portal content", obj=self.context):
            raise Unauthorized()
        try:
            self._attach()
        except Refused as refused:
            return shown_again(self, REFUSALS, refused.refusals)
        api.portal.show_message(_("The file was added."), self.request)
        return self.request.response.redirect(self.context.absolute_url())

    def _attach(self) -> None:
        form = self.request.form
        upload = form.get("file")
        given = {flag: True for flag in FLAGS if flag not in MARKS and form.get(flag)}
        check_adding(self.context, form.get("category", ""), current_actor(self.context), frozenset(given))
        attach(
            self.context,
            getattr(upload, "filename", "") or "",
            upload.read() if hasattr(upload, "read") else b"",
            category=form.get("category", ""),
            origin="officer",
            title=form.get("title", ""),
            **given,
        )
