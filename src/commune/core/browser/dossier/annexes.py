"""The files of a dossier, as far as the visitor may read them."""

from typing import Any

from plone import api


class Annexes:
    """Rows from the catalog, in order of arrival."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context

    @property
    def rows(self) -> list[dict[str, str]]:
        brains = api.portal.get_tool("portal_catalog")(
            path={"query": "/".join(self.context.getPhysicalPath()), "depth": 1},
            portal_type="annex",
            sort_on="created",
        )
        return [self._row(brain) for brain in brains]

    def _row(self, brain: Any) -> dict[str, str]:
        return {
            "title": brain.Title or brain.getId,
            "url": f"{brain.getURL()}/@@download/file",
            "page": brain.getURL(),
            "kind": (brain.mime_type or "").rpartition("/")[2].upper(),
            "size": str(brain.getObjSize or ""),
        }
