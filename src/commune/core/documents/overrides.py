"""Templates that an authority puts in the place of a module's, kept on the site."""

from typing import Any

from BTrees.OOBTree import OOBTree
from plone.namedfile.file import NamedBlobFile
from zope.annotation.interfaces import IAnnotations

KEY = "commune.core.templates"
MIME = "application/vnd.oasis.opendocument.text"


def override(site: Any, document_id: str) -> bytes | None:
    """The authority's own .odt for that document, or ``None``."""
    kept = IAnnotations(site).get(KEY, {}).get(document_id)
    return kept.data if kept is not None else None


def keep_override(site: Any, document_id: str, odt: bytes | None) -> bool:
    """Put the .odt in the place of the module's template (``None``: give the module's back).

    Returns whether anything changed.
    """
    if override(site, document_id) == odt:
        return False
    kept = IAnnotations(site).setdefault(KEY, OOBTree())
    if odt is None:
        del kept[document_id]
    else:
        kept[document_id] = NamedBlobFile(odt, MIME, f"{document_id}.odt")
    return True
