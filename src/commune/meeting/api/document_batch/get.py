"""GET @document-batch: the sets of documents that may be asked for in one go."""

from typing import Any

from plone.restapi.services import Service
from zope.i18n import translate

from commune.core.documents import pdf
from commune.meeting.documents.batches import batches


class GetDocumentBatch(Service):
    """As far as the caller may make at least one document of the set; PDF is absent where none is made."""

    def reply(self) -> dict[str, Any]:
        return {
            "@id": f"{self.context.absolute_url()}/@document-batch",
            "formats": ["pdf", "odt"] if pdf.available() else ["odt"],
            "items": [
                {"id": one.id, "title": translate(one.title, context=self.request), "per_item": one.per_item}
                for one in batches(self.context)
            ],
        }
