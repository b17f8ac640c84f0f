"""What a citizen sent: found by who sent it, never by a mail address."""

from typing import Any

from plone import api

from commune.core.workflow.actor import Actor
from commune.core.workflow.lookup import by_uid


def requests_of(actor: Actor) -> list[Any]:
    """The requests that a signed-in person sent, the latest first."""
    if not actor.userid:
        return []
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="request", request_requester=actor.userid, sort_on="request_deposited", sort_order="reverse"
    )
    return [found for found in (by_uid(brain.UID) for brain in brains) if found is not None]
