"""What the citizen gets once the form is sent: reference, access code, receipt."""

from functools import cached_property
from typing import Any

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.content.clock import BRUSSELS
from commune.core.documents.registry import produce
from commune.core.workflow.clocks import next_due
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.core.workflow.wording import sentence
from commune.eguichet.browser.form.draft_view import DraftView
from commune.eguichet.browser.tracking.ticket import leave_ticket
from commune.eguichet.documents.receipt import RECEIPT
from commune.eguichet.i18n import _
from commune.eguichet.workflow.citizen_mails import follow_address
from commune.eguichet.workflow.secrecy import code_of

TYPES = {"odt": "application/vnd.oasis.opendocument.text", "pdf": "application/pdf"}


class Done(DraftView):
    """``@@form-done``."""

    page_pt = ViewPageTemplateFile("done.pt")
    page_title = _("Your request was sent")

    def __call__(self) -> Any:
        self.keep_private()
        if not self.stored.request:
            return self.go(self.address())
        if self.sent is None:
            raise NotFound()
        if not self.stored.user:
            leave_ticket(self.request, self.sent)
        return self.page_pt()

    @cached_property
    def sent(self) -> Any:
        return by_uid(self.stored.request)

    @property
    def code(self) -> str:
        """The access code, in groups that are easy to copy."""
        code = code_of(self.stored.token)
        return f"{code[:4]}-{code[4:8]}-{code[8:]}"

    @property
    def deposited(self) -> str:
        return self.sent.deposited_at.astimezone(BRUSSELS).strftime("%d/%m/%Y %H:%M")

    @property
    def due(self) -> str:
        clock = next_due(self.sent)
        return clock.deadline.due.strftime("%d/%m/%Y") if clock and clock.deadline.due else ""

    @property
    def follow(self) -> str:
        return follow_address(self.sent)


class Receipt(Done):
    """``@@form-receipt?format=pdf``: the receipt as a file; refused, the reason in words."""

    def __call__(self) -> Any:
        self.keep_private()
        form = str(self.request.form.get("format", "pdf"))
        if not self.stored.request or form not in TYPES:
            raise NotFound()
        try:
            made = produce(self.sent, RECEIPT.id, form)
        except Refused as refused:
            self.request.response.setStatus(409)
            self.request.response.setHeader("Content-Type", "text/plain; charset=utf-8")
            return " ".join(sentence(one, self.request) for one in refused.refusals)
        response = self.request.response
        response.setHeader("Content-Type", TYPES[form])
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Content-Disposition", f'attachment; filename="{self.sent.reference}.{form}"')
        return made
