"""The tokens of programs on @service-tokens: listed, made, revoked."""

from datetime import date
from typing import Any

from plone import api
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.api.act import Act
from commune.core.api.contract import DAY, TEXT, TEXTS, body, one_of
from commune.core.api.service_tokens.token_json import token_json
from commune.core.content.clock import now
from commune.core.content.service_tokens import revoke_token, tokens
from commune.core.rules.service_tokens import SCOPES, TokenWish
from commune.core.workflow.actor import current_actor
from commune.core.workflow.service_tokens import make


class GetTokens(Service):
    """All of them, the newest first, without their secrets."""

    def reply(self) -> dict[str, Any]:
        site = api.portal.get()
        return {"@id": f"{site.absolute_url()}/@service-tokens", "items": [token_json(one) for one in tokens(site)]}


class PostToken(Act):
    """Body: ``{"title", "account", "scope": "read" | "write", "places": [uid…], "expires": day}``; 201 with ``secret``.

    The secret is told this once. ``places``: bodies or the like that the token is limited to; none: the whole site.
    """

    takes = body(
        "title", "account", "scope", "expires",
        title=TEXT, account=TEXT, scope=one_of(*SCOPES), places=TEXTS, expires=DAY,
    )  # fmt: skip
    gives = (201,)
    kept = False

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        try:
            expires = date.fromisoformat(wish["expires"])
        except ValueError:
            expires = None
        asked = TokenWish(wish["title"], wish["account"], wish["scope"], tuple(wish.get("places", ())), expires)
        token, secret = make(api.portal.get(), asked, current_actor().userid)
        self.request.response.setStatus(201)
        return {**token_json(token), "secret": secret}


@implementer(IPublishTraverse)
class DeleteToken(Act):
    """The token opens nothing any more, for good."""

    parts = ("{token}",)
    gives = (204,)
    name = ""

    def publishTraverse(self, request: Any, name: str) -> Any:
        self.name = name
        return self

    def act(self, wish: dict[str, Any]) -> Any:
        try:
            revoke_token(api.portal.get(), self.name, now())
        except KeyError as error:
            raise NotFound(self.name) from error
        return self.reply_no_content()
