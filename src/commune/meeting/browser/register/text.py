"""One text for citizens, at an address that never changes: its page, its files, its poster."""

from functools import cached_property
from typing import Any

import segno
from plone.namedfile.utils import set_headers, stream_data
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.content.authority import authority
from commune.core.documents.pdf import available
from commune.core.documents.registry import produce
from commune.core.workflow.lookup import children
from commune.meeting.browser.register.view import Reading
from commune.meeting.rules.masking import masked
from commune.meeting.workflow.proofs import TITLES, is_public, proofs, public_file, reason_of
from commune.meeting.workflow.register import rows
from commune.meeting.workflow.regulations import binding_day
from commune.meeting.workflow.texts import raw

GONE = 410


@implementer(IPublishTraverse)
class Text(Reading):
    """``@@text/<number>``, with ``/poster`` and ``/file/<uid>``; gone, with the reason, once it was taken off."""

    page = ViewPageTemplateFile("text.pt")
    poster = ViewPageTemplateFile("poster.pt")

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.parts: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> Any:
        self.parts.append(name)
        return self

    def __call__(self) -> Any:
        if not self.parts or self.text is None:
            raise NotFound("text")
        if self.gone:
            self.request.response.setStatus(GONE)
            return self.page()
        match self.parts[1:]:
            case []:
                return self.page()
            case ["poster"]:
                return self.poster()
            case ["pdf"]:
                return self._pdf()
            case ["file", uid]:
                return self._file(uid)
        raise NotFound("/".join(self.parts))

    @cached_property
    def text(self) -> Any:
        """The text once it was published, ``None`` before."""
        found = self.context._getOb(self.parts[0], None)
        return found if found is not None and found.published is not None else None

    @property
    def gone(self) -> bool:
        return not is_public(self.text)

    @property
    def page_title(self) -> str:
        return "" if self.gone else str(self.text.title)

    @property
    def address(self) -> str:
        return f"{self.url}/@@text/{self.text.reference}"

    @property
    def reason(self) -> str:
        return reason_of(self.text)

    @property
    def html(self) -> str:
        """The text as it may be read: cleaned, without what is masked."""
        return self._safe("text")

    @property
    def consultation(self) -> str:
        return self._safe("consultation")

    @property
    def binding(self) -> str:
        return self.day(binding_day(self.text))

    @cached_property
    def before(self) -> Any:
        """The row of the text that it replaced, when that one is public."""
        return self._row(self.text.supersedes or "")

    @cached_property
    def after(self) -> Any:
        """The row of the text that replaced it, when that one is public."""
        mine = self._row(self.text.UID())
        number = mine.replaced_by if mine is not None else ""
        return next((row for row in rows() if row.number == number), None)

    @property
    def files(self) -> list[dict[str, str]]:
        return [self._line(a, a.title or a.file.filename) for a in children(self.text, "annex") if public_file(a)]

    @property
    def proofs(self) -> list[dict[str, str]]:
        return [self._line(annex, self.say(TITLES[annex.category])) for annex in proofs(self.text)]

    @property
    def code(self) -> str:
        """The QR code of the address, as SVG."""
        made: str = segno.make(self.address, error="m").svg_inline(scale=6, border=2)
        return made

    @property
    def authority_name(self) -> str:
        return getattr(authority(), "name", "") or ""

    def _row(self, uid: str) -> Any:
        return next((row for row in rows() if row.uid == uid), None) if uid else None

    def _safe(self, name: str) -> str:
        value = getattr(self.text, name)
        html = masked(raw(self.text, name))
        return str(type(value)(html, "text/html", "text/x-html-safe").output) if value is not None else ""

    def _line(self, annex: Any, title: str) -> dict[str, str]:
        return {"url": f"{self.address}/file/{annex.UID()}", "title": title, "filename": annex.file.filename}

    @property
    def printable(self) -> bool:
        """Whether a PDF can be made here."""
        return available()

    def _pdf(self) -> Any:
        if not self.printable:
            raise NotFound("pdf")
        response = self.request.response
        response.setHeader("Content-Type", "application/pdf")
        response.setHeader("Content-Disposition", f'attachment; filename="{self.text.reference}.pdf"')
        return produce(self.text, "meeting.regulation", "pdf")

    def _file(self, uid: str) -> Any:
        known = [a for a in children(self.text, "annex") if public_file(a)] + proofs(self.text)
        annex = next((one for one in known if one.UID() == uid), None)
        if annex is None:
            raise NotFound(uid)
        set_headers(annex.file, self.request.response, filename=annex.file.filename)
        self.request.response.setHeader("X-Content-Type-Options", "nosniff")
        return stream_data(annex.file)
