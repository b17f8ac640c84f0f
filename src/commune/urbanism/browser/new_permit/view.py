"""Opening a permit at the counter."""

from functools import cached_property
from typing import Any

from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from zExceptions import NotFound

from commune.core.content.clock import today
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.process import Refused
from commune.urbanism.browser.forms.fields import Field, Form, text_of
from commune.urbanism.content.vocabularies import CHANNEL_TITLES
from commune.urbanism.i18n import _
from commune.urbanism.workflow.intake import enter, may_open
from commune.urbanism.workflow.opening import FOLDER, ROOT

PERSON = ("name", "first_name", "nrn", "email", "phone", "address", "denomination", "bce")
PLACE = ("street", "number", "postcode", "locality")
FIELDS = (
    Field("subject", _("Subject of the works"), required=True),
    Field("description", _("Description"), "lines"),
    Field("submitted_on", _("Day of the deposit"), "date", required=True),
    Field("channel", _("How it came"), "select", tuple(CHANNEL_TITLES.items())),
    Field("name", _("Last name of the applicant"), required=True),
    Field("first_name", _("First name")),
    Field("denomination", _("Name of the company"), help=_("When a company or an association applies.")),
    Field("bce", _("Enterprise number")),
    Field("nrn", _("National register number")),
    Field("email", _("E-mail"), "email"),
    Field("phone", _("Phone"), "tel"),
    Field("address", _("Address of the applicant"), help=_("Empty: the address of the works.")),
    Field("street", _("Street of the works")),
    Field("number", _("Number and box")),
    Field("postcode", _("Postal code")),
    Field("locality", _("Locality")),
    Field("parcels", _("Parcels"), help=_("As you would write them; several are separated by commas.")),
)
PLACES = {"locations": "street", "applicants": "name"}


class NewPermit(BrowserView):
    """``urbanism/permits/@@new-permit``: one page; a refused one keeps everything that was typed."""

    page_title = _("New permit")
    refusals: Refusals = ()

    def __call__(self) -> Any:
        here = self.context.getPhysicalPath()[-2:]
        if here != (ROOT, FOLDER) or not may_open(self.actor):
            raise NotFound()
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._enter()
        return self.index()

    @cached_property
    def actor(self) -> Actor:
        return current_actor()

    @property
    def form(self) -> Form:
        values = self.request.form if self.refusals else {"submitted_on": today(), "channel": "counter"}
        return Form("permit", FIELDS, values, self.refusals, self.request)

    def _enter(self) -> Any:
        try:
            permit = enter(self._payload(), self.actor, text_of(self.request.form, "channel"))
        except Refused as refused:
            self.refusals = tuple(Refusal(r.code, r.data, _field(r.place)) for r in refused.refusals)
            self.request.response.setStatus(409)
            return self.index()
        return self.request.response.redirect(permit.absolute_url())

    def _payload(self) -> dict[str, Any]:
        form = self.request.form
        person = {name: text_of(form, name) for name in PERSON if text_of(form, name)}
        place = {name: text_of(form, name) for name in PLACE if text_of(form, name)}
        return {
            "subject": text_of(form, "subject"),
            "description": text_of(form, "description"),
            "submitted_on": text_of(form, "submitted_on"),
            "applicants": [person] if person else [],
            "locations": [place] if place else [],
            "parcels": text_of(form, "parcels"),
        }


def _field(place: str) -> str:
    last = place.rpartition(".")[2]
    return PLACES.get(last, last)
