"""The files of many dossiers as one: a ZIP with a folder for each, or one PDF."""

from collections.abc import Mapping, Sequence
from typing import Any

from zope.interface import implementer

from commune.core.i18n import _
from commune.core.interfaces import IBatchAct
from commune.core.rules.batches import Question
from commune.core.rules.filenames import safe_name
from commune.core.workflow.actor import Actor
from commune.core.workflow.annex_batch import concatenated, readable, zipped


@implementer(IBatchAct)
class Files:
    """Only the files that the person reads; nothing is changed."""

    title = _("Download the files")

    def offered(self, folder: Any, actor: Actor) -> bool:
        return True

    def questions(self, dossiers: Sequence[Any]) -> tuple[Question, ...]:
        forms = (("zip", _("A ZIP, with a folder for each dossier")), ("pdf", _("One PDF out of all PDF files")))
        return (Question("as", _("As"), options=forms),)

    def make(self, dossiers: Sequence[Any], wish: Mapping[str, Any]) -> tuple[str, str, bytes]:
        """File name, media type and content; raises ``Refused``: no file, too big, nothing that is a PDF."""
        annexes = [annex for dossier in dossiers for annex in readable(dossier)]
        if wish["as"] == "pdf":
            pdfs = [annex for annex in annexes if annex.file.contentType == "application/pdf"]
            return "files.pdf", "application/pdf", concatenated(pdfs)
        return "files.zip", "application/zip", zipped(annexes, _folder)


def _folder(annex: Any) -> str:
    dossier = annex.aq_parent
    return safe_name(f"{dossier.reference or ''} {dossier.Title()}".strip(), "")[:-1] + "/"


FILES = Files()
