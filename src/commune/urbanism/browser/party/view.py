"""Adding somebody to a permit, or changing what is known of him or her."""

from dataclasses import replace
from functools import cached_property
from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from zExceptions import NotFound

from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.urbanism.browser.forms.fields import Form, text_of
from commune.urbanism.browser.party.fields import party_fields, party_of, values_of
from commune.urbanism.content.parties import parties
from commune.urbanism.i18n import _
from commune.urbanism.rules.parties import Couple, Party
from commune.urbanism.workflow.access import acts
from commune.urbanism.workflow.editing import keep_person


class PartyForm(BrowserView):
    """``@@party?uid=…``; without ``uid``, somebody new. Nothing typed is lost when it is refused."""

    page_title = _("Somebody in the dossier")
    refusals: Refusals = ()

    def __call__(self) -> Any:
        if not acts(self.context, current_actor(self.context)):
            raise NotFound()
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._keep()
        return self.index()

    @cached_property
    def known(self) -> Party | None:
        """The person to change; one that is not in the dossier is not found."""
        uid = text_of(self.request.form, "uid")
        found = next((party for party in parties(self.context) if party.uid == uid), None)
        if uid and (found is None or isinstance(found.who, Couple)):
            raise NotFound()
        return found

    @property
    def form(self) -> Form:
        typed = {**self.request.form} if self.refusals else {}
        values = {**values_of(self.known), **typed}
        return Form("party", party_fields(self.known is not None), values, self.refusals, self.request)

    def _keep(self) -> Any:
        try:
            keep_person(self.context, current_actor(self.context), party_of(self.request.form, self.known))
        except Refused as refused:
            self.refusals = tuple(_flat(one) for one in refused.refusals)
            self.request.response.setStatus(409)
            return self.index()
        api.portal.show_message(_("The person is kept."), self.request)
        return self.request.response.redirect(f"{self.context.absolute_url()}#people")


def _flat(refusal: Refusal) -> Refusal:
    """The contact of a company has the same fields as a person."""
    return replace(refusal, place=refusal.place.removeprefix("contact."))
