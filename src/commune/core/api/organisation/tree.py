"""GET @organisation: the services of the authority, as a tree."""

from typing import Any

from plone import api
from plone.restapi.services import Service

FIELDS = ("code", "title", "short_title", "kind", "email", "phone")


class GetOrganisation(Service):
    """Only the services in being today; each with those inside it."""

    def reply(self) -> dict[str, Any]:
        catalog = api.portal.get_tool("portal_catalog")
        units = [brain.getObject() for brain in catalog(portal_type="organisation_unit", sort_on="path")]
        nodes = {unit.UID(): _node(unit) for unit in units}
        roots = []
        for unit in units:
            parent = nodes.get(getattr(unit.aq_parent, "UID", lambda: "")())
            (parent["units"] if parent else roots).append(nodes[unit.UID()])
        return {"@id": f"{self.context.absolute_url()}/@organisation", "units": roots}


def _node(unit: Any) -> dict[str, Any]:
    return {"uid": unit.UID(), **{name: getattr(unit, name) or "" for name in FIELDS}, "units": []}
