"""The search page: what was found, of what kind, and a way on when nothing was."""

from functools import cached_property
from typing import Any

from commune.core.content.authority import authority
from commune.website.browser.parts.paging import Paging, page_number
from commune.website.browser.parts.wording import KIND, KINDS
from commune.website.browser.reading import Reading
from commune.website.i18n import _
from commune.website.workflow import listing
from commune.website.workflow.searching import Found, search
from commune.website.workflow.services import Service, directory_url, services

SIZE = 20
LONGEST = 200
POPULAR = 6


class Search(Reading):
    """State wholly in the address: ``SearchableText``, ``kind``, ``page``."""

    page_title = _("Search")

    @cached_property
    def question(self) -> str:
        return str(self.request.form.get("SearchableText") or "").strip()[:LONGEST]

    @cached_property
    def kind(self) -> str:
        asked = str(self.request.form.get("kind") or "")
        return asked if asked in KINDS else ""

    @cached_property
    def found(self) -> Found:
        return search(self.question, self.language, self.kind)

    @cached_property
    def paging(self) -> Paging:
        parameters = (("SearchableText", self.question), *((("kind", self.kind),) if self.kind else ()))
        page = page_number(self.request.form.get("page"))
        return Paging(self.url, len(self.found.rows), page, SIZE, parameters)

    @property
    def url(self) -> str:
        return f"{self.root.absolute_url()}/@@search"

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        start = self.paging.start
        return [self._row(row) for row in self.found.rows[start : start + SIZE]]

    @property
    def kinds(self) -> list[dict[str, Any]]:
        """Kinds with how many were found of each, whatever kind is chosen."""
        total = Paging(self.url, 0, 1, SIZE, (("SearchableText", self.question),))
        whole = {"title": _("Everything"), "count": self.found.total, "current": not self.kind, "url": total.url_of(1)}
        return [whole, *(self._kind(kind, count) for kind, count in self.found.counts.items())]

    @property
    def popular(self) -> list[Any]:
        """Procedures to offer when nothing was found."""
        return listing.procedures()[:POPULAR]

    @property
    def contact(self) -> Any:
        return authority()

    def _kind(self, kind: str, count: int) -> dict[str, Any]:
        paging = Paging(self.url, 0, 1, SIZE, (("SearchableText", self.question), ("kind", kind)))
        return {"title": KINDS[kind], "count": count, "current": self.kind == kind, "url": paging.url_of(1)}

    def _row(self, row: Any) -> dict[str, Any]:
        shown = self._service(row) if row.site_kind == "service" else None
        return {
            "title": row.Title,
            "url": shown.url if shown and shown.url else row.getURL(),
            "summary": row.Description,
            "kind": KIND[row.site_kind],
            "day": self.day(row.effective.asdatetime()) if row.site_kind == "news" else self._meeting_day(row),
        }

    def _meeting_day(self, row: Any) -> str:
        return self.day(row.meeting_day) if row.site_kind == "meeting" and row.meeting_day else ""

    @cached_property
    def _services(self) -> dict[str, Service]:
        return {one.uid: one for one in services(self.language)} if directory_url(self.language) else {}

    def _service(self, row: Any) -> Service | None:
        return self._services.get(row.UID)
