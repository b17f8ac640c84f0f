"""The home page: search first, quick ways in, what is new, what is on, who is open."""

from functools import cached_property
from typing import Any

from plone import api

from commune.core.content.authority import authority
from commune.website.browser.agenda.view import ShownDate, shown_date
from commune.website.browser.parts.linked_data import as_script, organisation_data
from commune.website.browser.parts.service import ShownService, shown
from commune.website.browser.reading import Reading
from commune.website.interfaces import IHomeTexts
from commune.website.workflow import listing
from commune.website.workflow.services import Service, directory_url, service

TILES = 8
NEWS = 3
EVENTS = 4
PROCEDURES = 6


class Home(Reading):
    """Of the site, or of one of its languages."""

    page_title = ""

    @cached_property
    def texts(self) -> Any:
        """The folder of the words of this page, or ``None``."""
        path = {"query": "/".join(self.root.getPhysicalPath()), "depth": 1}
        found = api.portal.get_tool("portal_catalog")(object_provides=IHomeTexts.__identifier__, path=path)
        return found[0].getObject() if found else None

    @property
    def title(self) -> str:
        return str(self.texts.title) if self.texts is not None else str(authority().name or self.root.title)

    @property
    def lead(self) -> str:
        return str(self.texts.description or "") if self.texts is not None else ""

    @property
    def tiles(self) -> list[dict[str, str]]:
        """Quick ways in, hand-picked: the links in the folder, at most eight."""
        if self.texts is None:
            return []
        links = listing.below(self.texts, portal_type="Link")[:TILES]
        return [{"title": row.Title, "text": row.Description, "url": self._target(row)} for row in links]

    @cached_property
    def _hall(self) -> Service | None:
        return service(getattr(self.texts, "responsible_service", None), self.language)

    @property
    def hall(self) -> ShownService | None:
        """The service whose hours the home page shows."""
        return shown(self, self._hall, week=False) if self._hall else None

    @property
    def linked_data(self) -> str:
        return as_script(organisation_data(self._hall))

    @cached_property
    def news(self) -> list[Any]:
        return listing.news(self.language, size=NEWS)[0]

    @cached_property
    def events(self) -> list[ShownDate]:
        return [shown_date(self, dated) for dated in listing.coming(self.language, EVENTS)]

    @cached_property
    def procedures(self) -> list[Any]:
        return listing.procedures()[:PROCEDURES]

    @cached_property
    def services_url(self) -> str:
        return directory_url(self.language)

    @cached_property
    def sections(self) -> dict[str, str]:
        """Addresses of the public pages of the first level by their layout (``agenda``, ``news_list``…)."""
        rows = listing.below(self.root, portal_type="Folder")
        return {row.getObject().getLayout(): row.getURL() for row in rows}

    def _target(self, row: Any) -> str:
        return str(row.getRemoteUrl or row.getURL()).replace("${navigation_root_url}", self.root.absolute_url())
