"""The page on which a citizen follows a request: where it stands, its stages, its files, the thread."""

from functools import cached_property
from typing import Any

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import alsoProvides

from commune.core.content.clock import BRUSSELS
from commune.core.workflow.actor import Actor, current_actor
from commune.core.workflow.clocks import next_due
from commune.core.workflow.lookup import by_uid, children
from commune.core.workflow.process import Refused
from commune.core.workflow.wording import sentence
from commune.eguichet.browser.form.posted import uploads
from commune.eguichet.browser.form.widgets import size_text
from commune.eguichet.content.messages import CITIZEN, Message, thread
from commune.eguichet.workflow.conversation import Writing, opened, write_as_citizen, writing_refusals
from commune.eguichet.workflow.progress import stages, standing


class CitizenPage(BrowserView):
    """Shared by who is signed in and who follows with a code; ``followed`` is the request."""

    page_pt = ViewPageTemplateFile("citizen.pt")
    errors: list[dict[str, str]] = []
    typed = ""

    @cached_property
    def followed(self) -> Any:
        raise NotImplementedError

    @property
    def actor(self) -> Actor:
        return current_actor()

    def own_address(self) -> str:
        """Address of this page."""
        raise NotImplementedError

    def file_address(self, annex: Any) -> str:
        raise NotImplementedError

    def show(self) -> Any:
        """The page; what the service wrote counts as read from now on."""
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            return self._write()
        alsoProvides(self.request, IDisableCSRFProtection)
        opened(self.followed, CITIZEN)
        return self.page_pt()

    def _write(self) -> Any:
        self.typed = str(self.request.form.get("text", ""))
        writing = Writing(self.typed, tuple(uploads(self.request.form, "files")))
        try:
            write_as_citizen(self.followed, self.actor, writing)
        except Refused as refused:
            self.errors = [{"href": "#message-text", "text": sentence(one, self.request)} for one in refused.refusals]
            self.request.response.setStatus(400)
            return self.page_pt()
        return self.request.response.redirect(f"{self.own_address()}#messages", status=303)

    @property
    def page_title(self) -> str:
        return str(self.followed.reference)

    @property
    def standing(self) -> Any:
        return standing(self.followed)

    def stages(self) -> list[dict[str, Any]]:
        """Each stage with its day; what is to come has none."""
        return [
            {"title": one.title, "day": one.day.strftime("%d/%m/%Y") if one.day else "", "detail": one.detail}
            for one in stages(self.followed)
        ]

    @property
    def due(self) -> str:
        clock = next_due(self.followed)
        ended = self.followed.decision or self.followed.closed_at
        return clock.deadline.due.strftime("%d/%m/%Y") if clock and clock.deadline.due and not ended else ""

    @property
    def question(self) -> Any:
        """What the service waits for, ``None`` when nothing."""
        return self.followed.question if self.followed.state == "waiting_citizen" else None

    @property
    def unit(self) -> Any:
        return by_uid(self.followed.responsible_unit)

    def messages(self) -> list[dict[str, Any]]:
        return [self._message(one) for one in thread(self.followed)]

    def _message(self, one: Message) -> dict[str, Any]:
        files = [found for found in (by_uid(uid) for uid in one.files) if found is not None]
        return {
            "mine": one.side == CITIZEN,
            "at": self.moment(one.at),
            "text": one.text,
            "files": [self._file(annex) for annex in files],
        }

    def moment(self, at: Any) -> str:
        return str(at.astimezone(BRUSSELS).strftime("%d/%m/%Y %H:%M"))

    def files(self) -> list[dict[str, str]]:
        """Files that are not the service's own affair."""
        found = children(self.followed, "annex")
        return [self._file(one) for one in found if not one.confidential]

    def _file(self, annex: Any) -> dict[str, str]:
        size = size_text(annex.file.getSize()) if annex.file else ""
        return {"url": self.file_address(annex), "title": annex.file.filename or annex.title, "size": size}

    @property
    def may_write(self) -> bool:
        return not writing_refusals(self.followed)

    @property
    def home(self) -> str:
        return str(api.portal.get().absolute_url())
