"""One document kept in many dossiers at once."""

from collections.abc import Mapping, Sequence
from typing import Any

from AccessControl import getSecurityManager
from zope.interface import implementer

from commune.core.content.refused import Refused
from commune.core.documents import pdf
from commune.core.documents.generation import generate
from commune.core.documents.registry import offered
from commune.core.i18n import _
from commune.core.interfaces import IBatchAct
from commune.core.rules.batches import Question
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor


@implementer(IBatchAct)
class KeepDocument:
    """The documents that at least one of the dossiers offers; each is kept as an annex."""

    title = _("Keep a document in the files")

    def offered(self, folder: Any, actor: Actor) -> bool:
        return True

    def questions(self, dossiers: Sequence[Any]) -> tuple[Question, ...]:
        found = {document.id: document.title for dossier in dossiers for document in offered(dossier)}
        forms = (("odt", "ODT"), *((("pdf", "PDF"),) if pdf.available() else ()))
        return (
            Question("document", _("Document"), options=tuple(sorted(found.items()))),
            Question("format", _("Format"), options=forms),
        )

    def act(self, dossier: Any, wish: Mapping[str, Any], actor: Actor) -> None:
        if not getSecurityManager().checkPermission("Add portal content", dossier):
            raise Refused(Refusal("batch.not_kept"))
        generate(dossier, wish["document"], wish["format"], actor)


DOCUMENT = KeepDocument()
