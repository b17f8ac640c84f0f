"""A token as JSON; its secret is not among what is kept."""

from typing import Any

from plone import api

from commune.core.content.clock import today
from commune.core.content.service_tokens import last_use
from commune.core.rules.service_tokens import ServiceToken, works


def token_json(token: ServiceToken) -> dict[str, Any]:
    """What an administrator may know of it; ``last_use`` is told within an hour."""
    used = last_use(api.portal.get(), token.id)
    return {
        "id": token.id,
        "title": token.title,
        "account": token.account,
        "scope": token.scope,
        "places": list(token.places),
        "made": token.made.isoformat(),
        "maker": token.maker,
        "expires": token.expires.isoformat(),
        "revoked": token.revoked.isoformat() if token.revoked else None,
        "works": works(token, today()),
        "last_use": used.isoformat() if used else None,
    }
