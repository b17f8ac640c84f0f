"""Asking for many documents of a meeting in one go."""

from functools import cached_property
from typing import Any

from AccessControl import getSecurityManager
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.transitions import FIELDS, REFUSALS, sentences
from commune.core.content.refused import Refused
from commune.core.documents.pdf import available
from commune.meeting.documents.batches import Batch, ask_batch, batches
from commune.meeting.documents.sitting import readable_items
from commune.meeting.i18n import _
from commune.meeting.rules.agenda import numbering


class DocumentBatch(BrowserView):
    """``@@document-batch``; a POST queues the job and leads to its page."""

    page_title = _("Documents in one go")
    page = ViewPageTemplateFile("batch.pt")

    def __call__(self) -> Any:
        if self.request.method != "POST":
            return self.page()
        CheckAuthenticator(self.request)
        form = self.request.form
        try:
            job = ask_batch(
                self.context, str(form.get("batch", "")), str(form.get("form", "")), self._chosen(), self.keep
            )
        except Refused as refused:
            self.request.set(REFUSALS, refused.refusals)
            self.request.set(FIELDS, {"batch": "batch-set", "items": "batch-items", "format": "batch-form"})
            self.request.response.setStatus(409)
            return self.page()
        return self.request.response.redirect(f"{api.portal.get().absolute_url()}/@@job?id={job}")

    def _chosen(self) -> list[str] | None:
        """The ticked items; ``None`` when all of them are wanted."""
        if self.request.form.get("which", "all") == "all":
            return None
        found = self.request.form.get("items", [])
        return [found] if isinstance(found, str) else list(found)

    @property
    def keep(self) -> bool:
        return bool(self.request.form.get("keep"))

    @cached_property
    def batches(self) -> list[Batch]:
        return batches(self.context)

    @cached_property
    def items(self) -> list[tuple[str, str, str]]:
        """Uid, number and title of the items that the reader may read."""
        numbers = numbering(self.context.agenda)
        return [(item.UID(), str(numbers[item.UID()]), item.title) for item in readable_items(self.context)]

    @property
    def forms(self) -> list[tuple[str, Any]]:
        """The formats that can be made here."""
        texts = [("odt", _("Text to work on (ODT)"))]
        return [("pdf", _("PDF")), *texts] if available() else texts

    @property
    def may_keep(self) -> bool:
        return bool(getSecurityManager().checkPermission("Add portal content", self.context))

    @property
    def typed(self) -> dict[str, Any]:
        return dict(self.request.form)

    @property
    def errors(self) -> list[Any]:
        return list(sentences(self.request, REFUSALS))
