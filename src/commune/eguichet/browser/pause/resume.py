"""Opening a form again with the link that came by mail."""

from datetime import timedelta
from typing import Any

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.rules.refusals import Refusals
from commune.core.workflow.wording import sentence
from commune.eguichet.i18n import _
from commune.eguichet.workflow.drafts import resume
from commune.eguichet.workflow.tracking import too_many

MOST, WINDOW = 5, timedelta(minutes=15)


class Resume(BrowserView):
    """``@@form-resume?key=…`` asks for the mail address that received the link."""

    page_pt = ViewPageTemplateFile("resume.pt")
    page_title = _("Go on with your form")
    error = ""

    def __call__(self) -> Any:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.request.response.setHeader("Referrer-Policy", "same-origin")
        return self._open() if self.request.method == "POST" else self.page_pt()

    def _open(self) -> Any:
        key, mail = (str(self.request.form.get(name, "")) for name in ("key", "mail"))
        refusals: Refusals = too_many("resume", self.request.getClientAddr(), MOST, WINDOW)
        stored, found = (None, refusals) if refusals else resume(key, mail)
        if stored is None or found:
            self.error = sentence(found[0], self.request)
            self.request.response.setStatus(400)
            return self.page_pt()
        address = f"{self.context.absolute_url()}/@@form?draft={stored.token}"
        return self.request.response.redirect(address, status=303)
