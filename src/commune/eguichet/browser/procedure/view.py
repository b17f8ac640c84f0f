"""The sheet of a procedure, as citizens read it, and the button that begins its form."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView

from commune.core.content.clock import BRUSSELS, today
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.core.workflow.wording import sentence
from commune.eguichet.content import vocabularies
from commune.eguichet.workflow.drafts import Begun, begin, begin_refusals, drafts_of
from commune.eguichet.workflow.forms import current_form


class ProcedureSheet(BrowserView):
    """The public page of a procedure."""

    @cached_property
    def unit(self) -> Any:
        """The responsible service, ``None`` when none is named."""
        return by_uid(self.context.responsible_unit)

    @cached_property
    def form(self) -> Any:
        return current_form(self.context)

    @cached_property
    def closed(self) -> list[str]:
        """Why the form cannot be begun now; empty when it can, or when there is none."""
        found: Refusals = begin_refusals(self.context, self.form) if self.form else ()
        return [sentence(refusal, self.request) for refusal in found]

    @cached_property
    def drafts(self) -> list[dict[str, str]]:
        """What the signed-in visitor began and did not send."""
        own = [one for one in drafts_of(current_actor()) if one.procedure == self.context.UID()]
        return [
            {
                "url": f"{self.context.absolute_url()}/@@form?draft={one.token}",
                "saved": one.draft.saved_at.astimezone(BRUSSELS).strftime("%d/%m/%Y %H:%M"),
            }
            for one in own
        ]

    def title_of(self, vocabulary: str, value: str) -> Any:
        """The title of a choice of the sheet (message)."""
        terms = getattr(vocabularies, vocabulary)
        return terms.getTerm(value).title if value in terms else value

    def price(self, row: dict[str, Any]) -> str:
        """``50,00 €``; the formula when the price is computed."""
        cents = row.get("cents")
        return f"{cents // 100},{cents % 100:02d} €" if cents is not None else row.get("formula") or ""

    @property
    def day(self) -> Any:
        return today()


class BeginForm(BrowserView):
    """POST ``@@form-begin``: a new draft, and on to its first page."""

    def __call__(self) -> Any:
        address = self.context.absolute_url()
        if self.request.method == "POST":
            language = str(api.portal.get_current_language())
            try:
                stored = begin(self.context, Begun(current_actor(), language))
                address = f"{address}/@@form?draft={stored.token}"
            except Refused as refused:
                for refusal in refused.refusals:
                    api.portal.show_message(sentence(refusal, self.request), self.request, type="warning")
        return self.request.response.redirect(address, status=303)
