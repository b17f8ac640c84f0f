"""What programs elsewhere may do here: their tokens, and how often they may call."""

from datetime import date
from typing import Any

from plone import api
from plone.protect import CheckAuthenticator
from plone.registry.interfaces import IRegistry
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getUtility

from commune.core.content.clock import now, today
from commune.core.content.service_settings import PREFIX, IServiceSettings, service_settings
from commune.core.content.service_tokens import last_use, revoke_token, tokens
from commune.core.i18n import _
from commune.core.rules.dates import long_date, moment
from commune.core.rules.refusals import Refusal
from commune.core.rules.service_tokens import LONGEST, ServiceToken, TokenWish, works
from commune.core.rules.webcalls import against_networks
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.core.workflow.service_tokens import make, offered_places
from commune.core.workflow.wording import sentence


class Programs(BrowserView):
    """``@@programs``: a POST makes a token (``make``), revokes one (``revoke``) or sets the limit (``limit``)."""

    page_title = _("Programs")
    page = ViewPageTemplateFile("programs.pt")
    secret = ""
    errors: list[dict[str, str]] = []

    def __call__(self) -> Any:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            try:
                self._act(self.request.form)
            except Refused as refused:
                self.request.response.setStatus(409)
                self.errors = [{"text": sentence(one, self.request), "field": one.place} for one in refused.refusals]
        return self.page()

    def _act(self, form: Any) -> None:
        if "make" in form:
            _token, self.secret = make(api.portal.get(), self._wish(form), current_actor().userid)
        elif "limit" in form:
            self._limit(self.typed("calls_per_minute"), tuple(self.typed("networks").replace(",", " ").split()))
        elif any(token.id == form.get("revoke") for token in tokens(api.portal.get())):
            revoke_token(api.portal.get(), form["revoke"], now())
            api.portal.show_message(_("The token opens nothing any more."), self.request)

    def _wish(self, form: Any) -> TokenWish:
        places = form.get("places") or ()
        chosen = (places,) if isinstance(places, str) else tuple(places)
        try:
            expires = date.fromisoformat(self.typed("expires"))
        except ValueError:
            expires = None
        return TokenWish(self.typed("title"), self.typed("account"), self.typed("scope"), chosen, expires)

    def _limit(self, text: str, networks: tuple[str, ...]) -> None:
        field = IServiceSettings["calls_per_minute"]
        refusals = against_networks(networks)
        if not (text.isascii() and text.isdigit() and len(text) < 7 and field.min <= int(text) <= field.max):
            refusals += (Refusal("calls.limit", {"least": field.min, "most": field.max}, "calls_per_minute"),)
        if refusals:
            raise Refused(*refusals)
        registry = getUtility(IRegistry)
        registry[f"{PREFIX}.calls_per_minute"], registry[f"{PREFIX}.allowed_networks"] = int(text), networks
        api.portal.show_message(_("The limits are kept."), self.request)

    def typed(self, name: str) -> str:
        """What was typed in a field; nothing once the token is made."""
        return "" if self.secret else str(self.request.form.get(name, "")).strip()

    def chosen(self, uid: str) -> bool:
        places = self.request.form.get("places") or ()
        return not self.secret and uid in ((places,) if isinstance(places, str) else places)

    def faulty(self, name: str) -> bool:
        return any(error["field"] == name for error in self.errors)

    @property
    def figure(self) -> int:
        return int(service_settings().calls_per_minute)

    @property
    def networks(self) -> str:
        return ", ".join(service_settings().allowed_networks or ())

    @property
    def latest(self) -> str:
        """The last day that a token may have."""
        return (today() + LONGEST).isoformat()

    @property
    def places(self) -> list[tuple[str, str]]:
        return sorted(offered_places(api.portal.get()).items(), key=lambda place: place[1])

    @property
    def rows(self) -> list[dict[str, Any]]:
        known = offered_places(api.portal.get())
        return [self._row(token, known) for token in tokens(api.portal.get())]

    def _row(self, token: ServiceToken, known: dict[str, str]) -> dict[str, Any]:
        language = api.portal.get_current_language()
        used = last_use(api.portal.get(), token.id)
        return {
            "id": token.id,
            "title": token.title,
            "account": token.account,
            "writes": token.scope == "write",
            "places": ", ".join(known.get(uid, uid) for uid in token.places),
            "expires": long_date(token.expires, language),
            "works": works(token, today()),
            "revoked": token.revoked is not None,
            "used": moment(used, language) if used else "",
        }
