"""GET @documents: what can be made from a dossier now."""

from typing import Any

from plone.restapi.services import Service
from zope.i18n import translate

from commune.core.documents import pdf
from commune.core.documents.registry import offered


class GetDocuments(Service):
    """Each document with its formats; PDF is absent where the server makes none."""

    def reply(self) -> dict[str, Any]:
        formats = {"odt", "pdf"} if pdf.available() else {"odt"}
        return {
            "@id": f"{self.context.absolute_url()}/@documents",
            "items": [
                {
                    "id": document.id,
                    "title": translate(document.title, context=self.request),
                    "formats": [form for form in document.formats if form in formats],
                }
                for document in offered(self.context)
            ],
        }
