"""The programs elsewhere that are told what happens: addresses, choice of events, what arrived and what did not."""

import json
from dataclasses import replace
from functools import cached_property
from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.content.happenings import deliveries, subscription, subscriptions
from commune.core.i18n import _
from commune.core.rules.dates import moment
from commune.core.rules.happenings import ACTIVE, DISABLED, PAUSED, Subscription
from commune.core.workflow import subscribing
from commune.core.workflow.process import Refused
from commune.core.workflow.service_tokens import offered_places
from commune.core.workflow.wording import sentence

STATES = {ACTIVE: _("Told"), PAUSED: _("Paused"), DISABLED: _("Gone")}
OUTCOMES = {"sent": _("Arrived"), "failed": _("To be tried again"), "dead": _("Given up")}


class Webhooks(BrowserView):
    """``@@webhooks``; with ``program``, that one. A POST does what its button says."""

    page_title = _("Programs that are told")
    page = ViewPageTemplateFile("webhooks.pt")
    secret = ""
    errors: list[dict[str, str]] = []

    def __call__(self) -> Any:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.form.get("program") and self.one is None:
            raise NotFound("webhooks")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            try:
                done = self._act(self.request.form)
            except Refused as refused:
                self.request.response.setStatus(409)
                self.errors = [{"text": sentence(one, self.request), "field": one.place} for one in refused.refusals]
            else:
                if done:
                    return self.request.response.redirect(done)
        return self.page()

    @cached_property
    def site(self) -> Any:
        return api.portal.get()

    @cached_property
    def one(self) -> Subscription | None:
        return subscription(self.site, str(self.request.form.get("program", "")))

    def _act(self, form: Any) -> str:
        here = f"{self.site.absolute_url()}/@@webhooks"
        if "keep" in form:
            kept = subscribing.subscribe(self.site, self._wish())
            if self.one is None:
                self.secret = kept.secret
                return ""
            self.one = kept
        elif self.one is not None:
            if "drop" in form:
                subscribing.unsubscribe(self.site, self.one.id)
                return here
            self._change(form, self.one)
        return f"{here}?program={self.one.id}" if self.one is not None else here

    def _change(self, form: Any, one: Subscription) -> None:
        if "pause" in form or "resume" in form:
            subscribing.set_state(self.site, one, PAUSED if "pause" in form else ACTIVE)
        elif "test" in form:
            subscribing.send_trials(self.site, one)
        elif "replay" in form:
            subscribing.replay(self.site, one.id, "" if form["replay"] == "all" else str(form["replay"]))

    def _wish(self) -> Subscription:
        before = self.one or Subscription("", "", "", (), "")
        texts = {name: self.typed(name) for name in ("title", "url", "owner", "prefix")}
        return replace(
            before, **texts, types=self.list_of("types"), places=self.list_of("places"),
            confidential="confidential" in self.request.form,
        )  # fmt: skip

    def list_of(self, name: str) -> tuple[str, ...]:
        """What is chosen in a list; what is kept before anything is sent."""
        if "keep" not in self.request.form:
            return tuple(getattr(self.one, name, ()))
        found = self.request.form.get(name) or ()
        return (found,) if isinstance(found, str) else tuple(found)

    def typed(self, name: str) -> str:
        if "keep" not in self.request.form or self.secret:
            return str(getattr(self.one, name, ""))
        return str(self.request.form.get(name, "")).strip()

    def faulty(self, name: str) -> bool:
        return any(error["field"] == name for error in self.errors)

    @property
    def confidential(self) -> bool:
        kept = bool(getattr(self.one, "confidential", False))
        return "confidential" in self.request.form if "keep" in self.request.form else kept

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [
            {"id": one.id, "title": one.title, "url": one.url, "state": STATES[one.state],
             "waiting": subscribing.waiting(self.site, one.id),
             "dead": len(subscribing.dead_letters(self.site, one.id))}
            for one in subscriptions(self.site)
        ]  # fmt: skip

    @cached_property
    def kinds(self) -> list[tuple[str, str]]:
        """Types with their titles; those chosen by a pattern stay to be seen."""
        known = subscribing.kinds()
        patterns = {name: name for name in self.list_of("types") if name not in known}
        return sorted((known | patterns).items(), key=lambda kind: kind[1])

    @property
    def places(self) -> list[tuple[str, str]]:
        return sorted(offered_places(self.site).items(), key=lambda place: place[1])

    @property
    def told(self) -> list[dict[str, Any]]:
        language = api.portal.get_current_language()
        return [
            {"at": moment(at, language), "type": kind, "outcome": OUTCOMES[outcome], "error": error}
            for at, _event, kind, outcome, error in deliveries(self.site, self.one.id)[:50]
        ]

    @property
    def dead(self) -> list[dict[str, Any]]:
        return [
            {"id": letter.id, "error": letter.error, "attempts": letter.attempts,
             "body": json.dumps(subscribing.body_of_letter(letter), indent=1, ensure_ascii=False)}
            for letter in subscribing.dead_letters(self.site, self.one.id)
        ]  # fmt: skip
