"""Sending documents of a dossier to sign."""

from functools import cached_property
from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.transitions import FIELDS, REFUSALS, sentences
from commune.core.content.refused import Refused
from commune.core.i18n import _
from commune.core.rules.signing import Signer
from commune.core.rules.typed import whole
from commune.core.workflow.actor import current_actor
from commune.core.workflow.signing import Wish, begin_signing, full_name, proposed_signers, read_due, signable

ROWS = 4
PLACES = {"signers": "signer-1", "title": "signing-title", "annexes": "signing-papers", "due": "signing-due"}


class SignDocuments(BrowserView):
    """``@@sign-documents``; a POST begins the session and leads to its page."""

    page_title = _("Send documents to sign")
    page = ViewPageTemplateFile("begin.pt")

    def __call__(self) -> Any:
        if self.request.method != "POST":
            return self.page()
        CheckAuthenticator(self.request)
        try:
            number = begin_signing(self.context, self._wish(), current_actor(self.context))
        except Refused as refused:
            self.request.set(REFUSALS, refused.refusals)
            self.request.set(FIELDS, PLACES)
            self.request.response.setStatus(409)
            return self.page()
        api.portal.show_message(_("The documents are sent to sign."), self.request)
        return self.request.response.redirect(f"{api.portal.get().absolute_url()}/@@signing?number={number}")

    def _wish(self) -> Wish:
        form = self.request.form
        chosen = form.get("annexes", [])
        annexes = (chosen,) if isinstance(chosen, str) else tuple(chosen)
        return Wish(str(form.get("title", "")), annexes, self._signers(), read_due(str(form.get("due", ""))))

    def _signers(self) -> tuple[Signer, ...]:
        form, people = self.request.form, {one.userid: one for one in self.people}
        typed = [(number, str(form.get(f"signer-{number}", ""))) for number in range(1, ROWS + 1)]
        found = []
        for number, userid in typed:
            if userid:
                known = people.get(userid, Signer(0, userid, userid))
                rank = whole(form.get(f"rank-{number}"), number)
                found.append(Signer(rank, known.userid, known.name, known.label))
        return tuple(found)

    @cached_property
    def papers(self) -> list[Any]:
        return signable(self.context)

    @cached_property
    def usual(self) -> tuple[Signer, ...]:
        """Who usually signs, in order, without account included."""
        return proposed_signers(self.context)

    @cached_property
    def people(self) -> list[Signer]:
        """Everybody who may be chosen: the usual signers first, then the other accounts of the office."""
        usual = [one for one in self.usual if one.userid]
        known = {one.userid for one in usual}
        users = [user for user in api.user.get_users() if "Agent" in user.getRoles() and user.getId() not in known]
        others = [Signer(0, user.getId(), full_name(user.getId())) for user in users]
        return [*usual, *sorted(others, key=lambda one: one.name.casefold())]

    @property
    def rows(self) -> list[tuple[int, str]]:
        """Number of each line and the account chosen in it."""
        form = self.request.form
        usual = [one.userid for one in self.usual if one.userid]
        shown = usual + [""] * ROWS
        return [(n, str(form.get(f"signer-{n}", shown[n - 1]))) for n in range(1, ROWS + 1)]

    @property
    def lacking(self) -> list[Signer]:
        """The usual signers who have no account."""
        return [one for one in self.usual if not one.userid]

    def ticked(self, annex: Any) -> bool:
        chosen = self.request.form.get("annexes")
        return chosen is None or annex.UID() in chosen

    @property
    def typed(self) -> dict[str, Any]:
        return dict(self.request.form)

    @property
    def errors(self) -> list[Any]:
        return list(sentences(self.request, REFUSALS))
