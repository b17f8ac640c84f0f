"""The documents that may be made of a meeting or an item."""

from typing import Any

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

from commune.core.documents.pdf import available
from commune.core.documents.registry import offered


class Papers(BrowserView):
    """``@@papers``: in ``macros`` the panel, which asks for nothing."""

    template = ViewPageTemplateFile("papers.pt")

    @property
    def macros(self) -> Any:
        return self.template.macros

    def documents(self) -> list[dict[str, Any]]:
        """Those offered now, each with the formats that can be made here."""
        formats = ("pdf", "odt") if available() else ("odt",)
        return [
            {"id": one.id, "title": one.title, "formats": [f for f in formats if f in one.formats]}
            for one in offered(self.context)
            if one.id.startswith("meeting.")
        ]
