"""Following a request without an account: reference, access code, mail address."""

from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.rules.refusals import Refusals
from commune.core.workflow.wording import sentence
from commune.eguichet.browser.tracking.ticket import leave_ticket
from commune.eguichet.i18n import _
from commune.eguichet.rules.field_values import read_day
from commune.eguichet.workflow.tracking import Claim, follow

TOO_MANY = 429


class Tracking(BrowserView):
    """``@@tracking``: whatever is wrong, the answer is the same."""

    page_pt = ViewPageTemplateFile("tracking.pt")
    page_title = _("Follow a request")
    refusals: Refusals = ()

    def __call__(self) -> Any:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self._look() if self.request.method == "POST" else self.page_pt()

    def typed(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    @property
    def errors(self) -> list[dict[str, str]]:
        return [{"href": "#track-reference", "text": sentence(one, self.request)} for one in self.refusals]

    def _look(self) -> Any:
        address = self.request.getClientAddr()
        claim = Claim(
            self.typed("reference"), self.typed("code"), self.typed("mail"), read_day(self.typed("birth_date")), address
        )
        found, self.refusals = follow(claim)
        if found is None:
            closed = any(one.code == "rate_limited" for one in self.refusals)
            self.request.response.setStatus(TOO_MANY if closed else 400)
            return self.page_pt()
        leave_ticket(self.request, found)
        return self.request.response.redirect(f"{api.portal.get().absolute_url()}/@@followed", status=303)
