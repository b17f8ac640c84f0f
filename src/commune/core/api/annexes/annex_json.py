"""An annex as JSON."""

from typing import Any

from zope.globalrequest import getRequest
from zope.i18n import translate

from commune.core.workflow.annex_types import AnnexTypes


def annex_json(annex: Any, types: AnnexTypes | None = None) -> dict[str, Any]:
    """What a reader of the annex may know of it. ``types``: those of its dossier for the reader, for many at once."""
    types = types or AnnexTypes(annex.aq_parent)
    kind = types.category(annex.category)
    return {
        "@id": annex.absolute_url(),
        "uid": annex.UID(),
        "title": annex.title,
        "category": annex.category or "",
        "type": {"title": translate(kind.title, context=getRequest()), "icon": kind.icon, "parent": kind.parent},
        "origin": annex.origin or "",
        "filename": annex.file.filename,
        "mime": annex.file.contentType,
        "size": annex.file.getSize(),
        "sha256": annex.sha256,
        "version": annex.version,
        "created": annex.created().ISO8601(),
        "download": f"{annex.absolute_url()}/@@download/file",
        "flags": list(types.flags(annex)),
    }
