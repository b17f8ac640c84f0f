"""The job that packs a dossier for the archive."""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from typing import Any

from AccessControl import getSecurityManager
from zope.interface import implementer

from commune.core.content.authority import authority
from commune.core.content.clock import now
from commune.core.content.journal import Journal
from commune.core.content.refused import Refused
from commune.core.documents.pdf import PdfUnavailable, to_pdf
from commune.core.documents.registry import document, produce
from commune.core.interfaces import IArchivable
from commune.core.rules.bags import Piece, bag
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.jobs import IJobKind, Made
from commune.core.workflow.lookup import by_uid

PDF, ODT = "application/pdf", "application/vnd.oasis.opendocument.text"


def archived(dossier: Any, document_id: str, stem: str) -> Piece:
    """The document as PDF/A, or as .odt where no PDF can be made; ``stem``: its path without extension.

    Raises ``Refused`` when the document cannot be made.
    """
    title = str(document(dossier, document_id).title)
    text = produce(dossier, document_id, "odt")
    try:
        return Piece(f"{stem}.pdf", to_pdf(text, archive=True), PDF, "document", title)
    except PdfUnavailable:
        return Piece(f"{stem}.odt", text, ODT, "document", title)


@implementer(IJobKind)
class ArchiveJob:
    """One element: the dossier to pack. Its digest is kept in the journal of the dossier."""

    def do(self, element: str, options: Mapping[str, Any], userid: str) -> Made:
        dossier = by_uid(element)
        if dossier is None:
            raise Refused(Refusal("job.gone"))
        content = IArchivable(dossier)
        refusals = content.against(current_actor(dossier))
        if refusals:
            raise Refused(*refusals)
        name = content.name()
        files = bag(name, content.pieces(), now(), authority().name or "", External_Identifier=element)
        data = _zipped(files)
        digest = hashlib.sha256(data).hexdigest()
        Journal(dossier).note("archive_made", userid, digest=digest, files=len(files))
        return Made(digest, f"{name}.zip", data)

    def readable(self, element: str) -> bool:
        """Whether the present user could have it made now."""
        dossier = by_uid(element)
        return dossier is not None and not IArchivable(dossier).against(current_actor(dossier))

    def shown(self, element: str) -> bool:
        dossier = by_uid(element)
        return dossier is not None and bool(getSecurityManager().checkPermission("View", dossier))


def _zipped(files: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for path, data in files.items():
            package.writestr(path, data)
    return packed.getvalue()


ARCHIVE = ArchiveJob()
