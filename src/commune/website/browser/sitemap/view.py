"""The map of the site: its sections and what they hold, as the visitor may see them."""

from functools import cached_property
from typing import Any

from plone import api

from commune.website.browser.reading import Reading
from commune.website.i18n import _

DEPTH = 3


class SiteMap(Reading):
    """Three levels, from the catalog."""

    page_title = _("Site map")

    @cached_property
    def tree(self) -> list[dict[str, Any]]:
        path = "/".join(self.root.getPhysicalPath())
        types = list(api.portal.get_registry_record("plone.displayed_types", default=()))
        rows = api.portal.get_tool("portal_catalog")(
            path={"query": path, "depth": DEPTH}, portal_type=types, sort_on="getObjPositionInParent"
        )
        nodes = {
            row.getPath(): {"title": row.Title, "url": row.getURL(), "below": []} for row in rows if self._own(row)
        }
        tops: list[dict[str, Any]] = []
        for at, node in nodes.items():
            parent = at.rpartition("/")[0]
            if parent == path:
                tops.append(node)
            elif parent in nodes:
                nodes[parent]["below"].append(node)
        return tops

    def _own(self, row: Any) -> bool:
        """Of the language of the page, and a place of its own rather than a part of the frame."""
        return row.site_kind in ("page", "procedure") and row.read_in in (self.language, "any")
