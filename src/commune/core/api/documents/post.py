"""POST @documents: make a document and keep it in the dossier."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.annexes.annex_json import annex_json
from commune.core.api.contract import TEXT, body
from commune.core.documents.generation import generate


class PostDocument(Act):
    """Body: ``{"document": id, "format": "odt"|"pdf"}``; 201 with the annex, 409 with all reasons."""

    takes = body(document=TEXT, format=TEXT)
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        annex = generate(self.context, str(wish.get("document", "")), str(wish.get("format", "odt")))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", annex.absolute_url())
        return annex_json(annex)
