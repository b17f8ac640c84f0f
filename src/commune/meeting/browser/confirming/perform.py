"""Moving an item: what the body wants confirmed is shown first, with the texts that its rules would write."""

from functools import cached_property
from typing import Any

from plone.app.textfield.value import RichTextValue
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.schema import getFields

from commune.meeting.browser.confirming.asking import Asking
from commune.meeting.content.item import IMeetingItem
from commune.meeting.rules.items import Confirmation
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.texts import coming, raw


class PerformItem(Asking):
    """POST ``@@perform``; where the body asks for it, the preview comes back, and ``confirmed`` goes on."""

    preview = ViewPageTemplateFile("confirm.pt")

    def __call__(self) -> Any:
        if self.request.method != "POST" or self.request.form.get("confirmed") or not self.asked:
            return super().__call__()
        CheckAuthenticator(self.request)
        return self.preview()

    @cached_property
    def coming(self) -> Confirmation:
        return coming(self.context, self.transition, settings_of(self.context))

    @property
    def asked(self) -> bool:
        """Whether there is anything to confirm."""
        return self.coming.asked or bool(self.coming.texts)

    @property
    def texts(self) -> list[dict[str, Any]]:
        """Each text as it is and as it would be."""
        fields = getFields(IMeetingItem)
        return [
            {"title": fields[name].title, "now": self._safe(raw(self.context, name)), "then": self._safe(text)}
            for name, text in self.coming.texts
            if name in fields
        ]

    def _safe(self, html: str) -> str:
        """HTML without what a browser must not run."""
        value = RichTextValue(html, "text/html", "text/x-html-safe")
        return str(value.output_relative_to(self.context)) if html else ""
