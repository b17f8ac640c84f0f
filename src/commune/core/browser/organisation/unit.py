"""A service: where it stands in the tree, and how to reach it."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView

from commune.core.content.unit import KINDS


class Unit(BrowserView):
    """The service and the services below it."""

    @property
    def kind(self) -> Any:
        """Message of the unit's kind; empty when it is not a known one."""
        terms = KINDS.by_value
        return terms[self.context.kind].title if self.context.kind in terms else ""

    @cached_property
    def below(self) -> list[dict[str, Any]]:
        """Sub-services as a tree of title, url and children, in their order, from the catalog."""
        path = "/".join(self.context.getPhysicalPath())
        brains = api.portal.get_tool("portal_catalog")(
            path=path, portal_type="organisation_unit", sort_on="getObjPositionInParent"
        )
        nodes = {brain.getPath(): {"title": brain.Title, "url": brain.getURL(), "children": []} for brain in brains}
        tops: list[dict[str, Any]] = []
        for at, node in nodes.items():
            parent = at.rpartition("/")[0]
            siblings = tops if parent == path else nodes.get(parent, {}).get("children")
            if at != path and siblings is not None:
                siblings.append(node)
        return tops
