"""The archive package of a dossier: having it made, checking one that comes back."""

from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18n import translate

from commune.core.browser.dossier.transitions import FIELDS, REFUSALS, sentences
from commune.core.content.refused import Refused
from commune.core.i18n import _
from commune.core.interfaces import IArchivable
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import current_actor
from commune.core.workflow.archiving import against_archiving, ask_archive, check_archive
from commune.core.workflow.wording import sentence


class Archive(BrowserView):
    """``@@archive``; a POST has the package made, or with a ``file`` checks one."""

    page_title = _("Archive package")
    page = ViewPageTemplateFile("archive.pt")
    checked = False

    def __call__(self) -> Any:
        if IArchivable(self.context, None) is None:
            raise NotFound("archive")
        if self.request.method != "POST":
            return self.page()
        CheckAuthenticator(self.request)
        sent = self.request.form.get("file")
        try:
            return self._check(sent.read()) if hasattr(sent, "read") else self._ask()
        except Refused as refused:
            self.request.set(REFUSALS, refused.refusals)
            self.request.set(FIELDS, {"file": "archive-file"})
            self.request.response.setStatus(409)
            return self.page()

    def _ask(self) -> Any:
        title = f"{translate(self.page_title, context=self.request)} – {self.context.title}"
        job = ask_archive(self.context, title, current_actor(self.context))
        return self.request.response.redirect(f"{api.portal.get().absolute_url()}/@@job?id={job}")

    def _check(self, data: bytes) -> Any:
        found = check_archive(data)
        if found:
            raise Refused(*found)
        self.checked = True
        return self.page()

    @property
    def against(self) -> list[str]:
        """Why it cannot be made now, for this reader."""
        refusals: Refusals = against_archiving(self.context, current_actor(self.context))
        return [sentence(one, self.request) for one in refusals]

    @property
    def errors(self) -> list[Any]:
        return list(sentences(self.request, REFUSALS))
