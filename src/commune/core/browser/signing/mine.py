"""What one has to sign, what one follows, and who signs while one is away."""

from datetime import date
from functools import cached_property
from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.browser.dossier.people import Names
from commune.core.browser.dossier.transitions import FIELDS, REFUSALS, sentences
from commune.core.browser.signing.page import LOOKS, STATES
from commune.core.content.refused import Refused
from commune.core.content.signing import signing_book
from commune.core.i18n import _
from commune.core.rules.dates import long_date
from commune.core.rules.refusals import Refusal
from commune.core.rules.signing import Session, state_of
from commune.core.rules.typed import whole
from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.signing import address, awaits, delegate, end_delegation, read_due, sessions_for

PLACES = {"substitute": "away-who", "start": "away-from", "end": "away-until", "due": "away-from"}


class Signatures(BrowserView):
    """``@@signatures``; a POST delegates, or ends a delegation."""

    page_title = _("Signatures")
    page = ViewPageTemplateFile("mine.pt")

    def __call__(self) -> Any:
        if self.request.method != "POST":
            return self.page()
        CheckAuthenticator(self.request)
        try:
            self._act(self.request.form)
        except Refused as refused:
            self.request.set(REFUSALS, refused.refusals)
            self.request.set(FIELDS, PLACES)
            self.request.response.setStatus(409)
            return self.page()
        return self.request.response.redirect(f"{api.portal.get().absolute_url()}/@@signatures")

    def _act(self, form: Any) -> None:
        if "end_delegation" in form:
            end_delegation(whole(form["end_delegation"], -1), self.actor)
            return
        start, end = read_due(str(form.get("start", ""))), read_due(str(form.get("end", "")))
        if start is None or end is None:
            raise Refused(Refusal("signing.delegate_days", {}, "start"))
        delegate(str(form.get("substitute", "")), start, end, self.actor)

    @cached_property
    def actor(self) -> Actor:
        return current_actor()

    @cached_property
    def sessions(self) -> list[Session]:
        return sessions_for(self.actor)

    @property
    def waiting(self) -> list[dict[str, Any]]:
        """The sessions in which it is one's turn."""
        return [self._row(one) for one in self.sessions if awaits(one, self.actor)]

    @property
    def followed(self) -> list[dict[str, Any]]:
        """The other sessions that one knows of."""
        return [self._row(one) for one in self.sessions if not awaits(one, self.actor)]

    def _row(self, session: Session) -> dict[str, Any]:
        state = state_of(session)
        look = LOOKS.get(state, "quiet")
        return {"session": session, "url": address(session), "state": STATES[state], "look": look}

    @property
    def colleagues(self) -> list[tuple[str, str]]:
        """Account and name of those who may sign in one's place."""
        users = [one for one in api.user.get_users() if "Agent" in one.getRoles() and one.getId() != self.actor.userid]
        return sorted(((u.getId(), u.getProperty("fullname") or u.getId()) for u in users), key=lambda one: one[1])

    @property
    def delegations(self) -> list[dict[str, Any]]:
        """What one delegated, with its place in the book."""
        names, language = Names(), api.portal.get_current_language()
        return [
            {"place": place, "who": names.user(one.substitute), "start": self._day(one.start, language),
             "end": self._day(one.end, language)}
            for place, one in enumerate(signing_book(api.portal.get()).delegated())
            if one.absent == self.actor.userid
        ]  # fmt: skip

    def _day(self, day: date, language: str) -> str:
        return long_date(day, language)

    @property
    def typed(self) -> dict[str, Any]:
        return dict(self.request.form)

    @property
    def errors(self) -> list[Any]:
        return list(sentences(self.request, REFUSALS))
