"""The documents of the modules: what can be made from a dossier, and making it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plone import api
from zope.component import getUtilitiesFor
from zope.interface import implementer

from commune.core.documents.engine import odt, render
from commune.core.documents.overrides import override
from commune.core.documents.pdf import to_pdf
from commune.core.interfaces import IDocument, IOwnDocuments
from commune.core.rules.refusals import Refusal
from commune.core.workflow.process import Refused


def always(_dossier: Any) -> bool:
    """A document that is always offered."""
    return True


def never(_dossier: Any) -> bool:
    """A document that may always be kept."""
    return False


@implementer(IDocument)
@dataclass(frozen=True)
class Document:
    """One document of a module; ``build`` gives the plain data of its template.

    ``withheld``: whether it tells its reader what other readers of the dossier may not know now; it is then made,
    and never kept.
    """

    id: str
    title: Any
    portal_types: tuple[str, ...]
    template: Path
    build: Callable[..., Mapping[str, Any]]
    condition: Callable[[Any], bool] = always
    category: str = ""
    confidential: bool = False
    formats: tuple[str, ...] = ("odt", "pdf")
    withheld: Callable[[Any], bool] = never

    def offered(self, dossier: Any) -> bool:
        return dossier.portal_type in self.portal_types and self.condition(dossier)

    def facts(self, dossier: Any, **asked: Any) -> Mapping[str, Any]:
        return {"reference": getattr(dossier, "reference", "") or "", **self.build(dossier, **asked)}


def offered(dossier: Any) -> list[IDocument]:
    """The documents that may be made from the dossier now, by id."""
    own = IOwnDocuments(dossier, None)
    found = [document for _name, document in getUtilitiesFor(IDocument)] + list(own.documents() if own else ())
    return sorted((document for document in found if document.offered(dossier)), key=lambda document: document.id)


def document(dossier: Any, document_id: str) -> IDocument:
    """That document if it is offered for the dossier; else raises ``Refused``."""
    for candidate in offered(dossier):
        if candidate.id == document_id:
            return candidate
    raise Refused(Refusal("document.unknown", {"document": document_id}, "document"))


def template(wanted: IDocument) -> bytes:
    """The .odt that is rendered: the authority's own when it has one. Good to download and adapt."""
    return override(api.portal.get(), wanted.id) or odt(wanted.template, wanted.id)


def produce(dossier: Any, document_id: str, form: str = "odt", **asked: Any) -> bytes:
    """The document of the dossier as it is now, in that format, stored nowhere.

    ``asked``: what else the document's builder takes, such as a period.
    Raises ``Refused``: not offered, format not offered, fault in the template, no PDF here.
    """
    wanted = document(dossier, document_id)
    if form not in wanted.formats:
        raise Refused(Refusal("document.format", {"format": form}, "format"))
    made = render(template(wanted), wanted.facts(dossier, **asked), wanted.id)
    return to_pdf(made) if form == "pdf" else made
