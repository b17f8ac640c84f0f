"""The page of a permit."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView

from commune.core.documents.registry import offered
from commune.core.rules.dates import long_date
from commune.core.workflow.actor import Actor, current_actor
from commune.urbanism.browser.forms.fields import Field, Form
from commune.urbanism.browser.permit import fields
from commune.urbanism.browser.permit.act import REFUSALS
from commune.urbanism.browser.permit.college import CollegePart
from commune.urbanism.browser.permit.opinions import OpinionsPart
from commune.urbanism.browser.permit.people import PeoplePart
from commune.urbanism.browser.permit.places import PlacesPart
from commune.urbanism.browser.permit.steps import StepsPart
from commune.urbanism.content.vocabularies import CHOICE_TITLES, PROCEDURE_TITLES
from commune.urbanism.i18n import _
from commune.urbanism.workflow.access import acts, sees_all
from commune.urbanism.workflow.editing import edit_refusals
from commune.urbanism.workflow.reception import read

TITLES = {
    "step": _("Record a step"),
    "choice": _("Choose the procedure"),
    "missing": _("List the missing pieces"),
    "draft": _("Write the draft decision"),
    "ask": _("Ask for an opinion"),
    "location": _("Add an address"),
    "parcels": _("Add parcels"),
}


class Permit(BrowserView):
    """``view`` of a permit: whole for the service in charge, what concerns them for advisers."""

    @cached_property
    def actor(self) -> Actor:
        return current_actor(self.context)

    @cached_property
    def whole(self) -> bool:
        """Whether the reader sees the people, the steps and the history."""
        return sees_all(self.context, self.actor)

    @cached_property
    def edits(self) -> bool:
        """Whether the reader may change what the permit says."""
        return not edit_refusals(self.context, self.actor)

    @cached_property
    def acts(self) -> bool:
        """Whether the reader may record steps."""
        return acts(self.context, self.actor)

    @cached_property
    def language(self) -> str:
        return str(self.request.get("LANGUAGE") or api.portal.get_current_language())

    def may_view(self, other: Any) -> bool:
        return bool(api.user.has_permission("View", obj=other))

    def day(self, day: Any) -> str:
        return long_date(day, self.language) if day else ""

    def form(self, key: str, wanted: tuple[Field, ...], act: str = "", **values: Any) -> Form:
        """The form of an act; after a refusal it holds what was typed and the reasons."""
        typed = self.request.form
        mine = typed.get("act") == (act or key) and typed.get("uid", "") == values.get("uid", "")
        refusals = (self.request.get(REFUSALS) or ()) if mine else ()
        return Form(key, wanted, {**values, **(typed if refusals else {})}, refusals, self.request)

    def forms(self) -> dict[str, Form]:
        """The forms that stand once on the page, by act."""
        permit = self.context
        missing = "\n".join(permit.missing_pieces or ())
        return {
            "step": self.form("step", fields.step_fields()),
            "choice": self.form("choice", fields.choice_fields(), choice=tuple(permit.procedure_choice or ())),
            "missing": self.form("missing", fields.missing_fields(), missing=missing),
            "draft": self.form(
                "draft", fields.draft_fields(), motivation=permit.motivation, draft_decision=permit.draft_decision
            ),
            "ask": self.form("ask", fields.ask_fields(permit)),
            "location": self.form("location", fields.location_fields()),
            "parcels": self.form("parcels", fields.parcel_fields()),
        }

    def title_of(self, key: str) -> Any:
        """What the small form of that act is called."""
        return TITLES[key]

    @property
    def faults(self) -> list[dict[str, str]]:
        """Reasons of the act just refused, each with its field, for the top of the page."""
        known = {**self.forms(), **self.opinions.forms()}
        found = next((form for form in known.values() if form.open), None)
        return (found or Form("", (), {}, self.request.get(REFUSALS) or (), self.request)).summary()

    @cached_property
    def steps(self) -> StepsPart:
        return StepsPart(self)

    @cached_property
    def people(self) -> PeoplePart:
        return PeoplePart(self)

    @cached_property
    def places(self) -> PlacesPart:
        return PlacesPart(self)

    @cached_property
    def opinions(self) -> OpinionsPart:
        return OpinionsPart(self)

    @cached_property
    def college(self) -> CollegePart:
        return CollegePart(self)

    @property
    def procedure(self) -> Any:
        return PROCEDURE_TITLES.get(self.context.procedure, self.context.procedure)

    @property
    def choice(self) -> list[Any]:
        """Titles of what the dossier must go through."""
        return [CHOICE_TITLES.get(choice, choice.value) for choice in sorted(self.context.choice)]

    @property
    def documents(self) -> list[Any]:
        """The letters that may be made now."""
        return offered(self.context) if self.acts else []

    @property
    def unread(self) -> tuple[tuple[str, str], ...]:
        """What the request that was handed over also said, and has no field here."""
        source = self.context.source
        return read(source.payload).unread if source is not None else ()
