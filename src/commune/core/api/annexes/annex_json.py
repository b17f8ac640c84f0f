"""An annex as JSON."""

from typing import Any

from AccessControl import getSecurityManager

from commune.core.workflow.annexes import FLAGS
from commune.core.workflow.lookup import children


def annex_json(annex: Any) -> dict[str, Any]:
    """What a reader of the annex may know of it."""
    return {
        "@id": annex.absolute_url(),
        "uid": annex.UID(),
        "title": annex.title,
        "category": annex.category or "",
        "origin": annex.origin or "",
        "filename": annex.file.filename,
        "mime": annex.file.contentType,
        "size": annex.file.getSize(),
        "sha256": annex.sha256,
        "version": annex.version,
        "created": annex.created().ISO8601(),
        "download": f"{annex.absolute_url()}/@@download/file",
        "flags": [flag for flag in FLAGS if getattr(annex, flag, False)],
    }


def readable(dossier: Any) -> list[Any]:
    """The annexes that the user may read; of others there is no trace, not even a count."""
    check = getSecurityManager().checkPermission
    return [annex for annex in children(dossier, "annex") if check("View", annex)]
