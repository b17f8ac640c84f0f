"""What every view of a draft needs: whose it is, its form, its addresses."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.content.clock import BRUSSELS
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.eguichet.content.drafts import StoredDraft
from commune.eguichet.rules.answers import applicable_pages
from commune.eguichet.rules.forms import Form, Page, in_language, label_of
from commune.eguichet.workflow.drafts import context_of, draft_for
from commune.eguichet.workflow.forms import form_of


class DraftView(BrowserView):
    """What every view of a draft needs: the draft of who asks, never kept by a cache nor told to other sites."""

    frame = ViewPageTemplateFile("frame.pt")

    @cached_property
    def stored(self) -> StoredDraft:
        found = draft_for(str(self.request.form.get("draft", "")), current_actor())
        if found is None or found.procedure != self.context.UID():
            raise NotFound()
        return found

    @cached_property
    def form(self) -> Form:
        return form_of(self.stored)

    @cached_property
    def language(self) -> str:
        return str(api.portal.get_current_language())

    @property
    def answers(self) -> Mapping[str, Any]:
        return self.stored.draft.answers

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that apply to the answers now."""
        return applicable_pages(self.form, self.answers, context_of(self.stored))

    def keep_private(self) -> None:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.request.response.setHeader("Referrer-Policy", "same-origin")

    def address(self, view: str = "form", **parameters: str) -> str:
        query = "&".join(f"{key}={value}" for key, value in {"draft": self.stored.token, **parameters}.items())
        return f"{self.context.absolute_url()}/@@{view}?{query}"

    def go(self, address: str) -> str:
        self.request.response.redirect(address, status=303)
        return ""

    def said(self, label: Mapping[str, str]) -> str:
        """A label of the form in the visitor's language."""
        return in_language(label, self.language)

    @property
    def saved_at(self) -> str:
        return self.stored.draft.saved_at.astimezone(BRUSSELS).strftime("%H:%M")

    @property
    def kept_until(self) -> str:
        return self.stored.draft.expires_at.astimezone(BRUSSELS).strftime("%d/%m/%Y")

    def label(self, value: Any) -> Mapping[str, str]:
        """A label as it stands in the settings of the form."""
        return label_of(value)

    @cached_property
    def unit(self) -> Any:
        """The service that helps, ``None`` when none is responsible."""
        return by_uid(self.context.responsible_unit)

    @property
    def counter_hours(self) -> list[str]:
        """When the counter is open, as the sheet says it."""
        rows = self.context.channels or ()
        return [row["hours"] for row in rows if row.get("kind") == "counter" and row.get("hours")]
