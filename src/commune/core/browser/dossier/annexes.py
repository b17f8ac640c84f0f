"""The files of a dossier, as far as the visitor may read them."""

from functools import cached_property
from typing import Any

from AccessControl import getSecurityManager
from plone import api

from commune.core.browser.dossier.transitions import sentences
from commune.core.content.annex import IAnnex
from commune.core.rules.annex_types import MARKS
from commune.core.rules.annexes import FLAGS
from commune.core.workflow.actor import current_actor
from commune.core.workflow.annex_types import AnnexTypes
from commune.core.workflow.annexes import against_removing
from commune.core.workflow.lookup import children
from commune.core.workflow.signing import may_ask

REFUSALS = "commune.annex.refusals"


class Annexes:
    """Rows in the order of the dossier."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request

    @property
    def may_add(self) -> bool:
        """Whether the visitor may bring a file in."""
        return bool(api.user.has_permission("Add portal content", obj=self.context))

    @property
    def signs(self) -> bool:
        """Whether the visitor may have a PDF of the dossier signed."""
        return may_ask(self.context) and any(row["kind"] == "PDF" for row in self.rows)

    @property
    def categories(self) -> list[Any]:
        """The types that the visitor may choose, sub-types after their type."""
        return self.types.choices()

    @cached_property
    def types(self) -> AnnexTypes:
        return AnnexTypes(self.context)

    @property
    def flags(self) -> list[tuple[str, Any]]:
        """What the visitor may say of a new file, beside that it is confidential."""
        free = [flag for flag in FLAGS if flag not in MARKS and flag != "confidential"]
        return [(flag, IAnnex[flag].title) for flag in free]

    @property
    def refusals(self) -> list[dict[str, str]]:
        """Reasons why the file just sent was not taken."""
        return [{**one, "field": "annex-file"} for one in sentences(self.request, REFUSALS)]

    @property
    def rows(self) -> list[dict[str, Any]]:
        brains = api.portal.get_tool("portal_catalog")(
            path={"query": "/".join(self.context.getPhysicalPath()), "depth": 1},
            portal_type="annex",
            sort_on="getObjPositionInParent",
        )
        mine = removable(self.context) if self.may_add else {}
        return [{**self._row(brain), "removable": brain.UID if brain.UID in mine else ""} for brain in brains]

    def _row(self, brain: Any) -> dict[str, Any]:
        kind = self.types.category(brain.annex_category)
        flags = self.types.flags(brain.getObject())
        return {
            "type": kind.title if kind.id else "",
            "icon": kind.icon,
            "flags": [IAnnex[flag].title for flag in FLAGS if flag in flags],
            "title": brain.Title or brain.getId,
            "url": f"{brain.getURL()}/@@download/file",
            "page": brain.getURL(),
            "kind": (brain.mime_type or "").rpartition("/")[2].upper(),
            "size": str(brain.getObjSize or ""),
        }


def removable(dossier: Any) -> dict[str, Any]:
    """The files that the user may read and take out, by uid."""
    actor, check = current_actor(dossier), getSecurityManager().checkPermission
    found = (annex for annex in children(dossier, "annex") if check("View", annex))
    return {annex.UID(): annex for annex in found if not against_removing(annex, actor)}
