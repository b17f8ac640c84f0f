"""Who a token stands for: asked by Plone wherever a request brings one."""

from typing import Any

from AccessControl.class_init import InitializeClass
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin, IExtractionPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zope.interface import implementer

from commune.core.content.clock import today
from commune.core.content.service_tokens import token_of_secret
from commune.core.rules.service_tokens import PREFIX, ServiceToken, works

ID = "commune_service_tokens"
BEARER = "bearer "
NAME = "service_token"


def secret_in(request: Any) -> str:
    """The token that the request brings, ``""`` when it brings none of ours."""
    told = getattr(request, "_auth", None) or ""
    secret = told[len(BEARER) :].strip() if told[: len(BEARER)].lower() == BEARER else ""
    return secret if secret.startswith(PREFIX) else ""


def token_in(site: Any, request: Any) -> ServiceToken | None:
    """The token of the request, if it still works."""
    secret = secret_in(request)
    token = token_of_secret(site, secret) if secret else None
    return token if token is not None and works(token, today()) else None


@implementer(IExtractionPlugin, IAuthenticationPlugin)
class TokenPlugin(BasePlugin):
    """Reads ``Authorization: Bearer``; the account is then as it is when it logs in, and the token narrows it."""

    meta_type = "Commune service tokens"

    def __init__(self) -> None:
        self.id = ID
        self.title = "Tokens of programs"

    def extractCredentials(self, request: Any) -> dict[str, str] | None:
        """The secret, as PAS wants it."""
        secret = secret_in(request)
        return {NAME: secret} if secret else None

    def authenticateCredentials(self, credentials: Any) -> tuple[str, str] | None:
        """The account's id and login, if it is still there."""
        secret = credentials.get(NAME, "") if credentials.get("extractor") == self.getId() else ""
        token = token_of_secret(api.portal.get(), secret) if secret else None
        if token is None or not works(token, today()):
            return None
        user = api.user.get(userid=token.account)
        return (token.account, user.getUserName()) if user is not None else None


InitializeClass(TokenPlugin)


def install(setup: Any) -> None:
    """Add the plugin to the site's accounts; nothing when it is there."""
    accounts = api.portal.get_tool("acl_users")
    if ID in accounts.objectIds():
        return
    accounts._setObject(ID, TokenPlugin())
    for interface in (IExtractionPlugin, IAuthenticationPlugin):
        accounts.plugins.activatePlugin(interface, ID)
        accounts.plugins.movePluginsUp(interface, [ID])


def uninstall(setup: Any) -> None:
    """Take the plugin away."""
    accounts = api.portal.get_tool("acl_users")
    if ID in accounts.objectIds():
        accounts._delObject(ID)
