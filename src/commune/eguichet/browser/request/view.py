"""The officer's page of a request: answers, files, thread, notes, what may be done."""

from functools import cached_property
from typing import Any

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.interface import alsoProvides

from commune.core.content.clock import BRUSSELS
from commune.core.content.vocabularies import units
from commune.core.interfaces import IProcess
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.wording import sentence
from commune.eguichet.browser.request.moves import Move, moves
from commune.eguichet.content.messages import CITIZEN, SERVICE, notes, thread
from commune.eguichet.content.stages import told
from commune.eguichet.documents.receipt import YES_NO, lines_of
from commune.eguichet.rules.requests import HandOver
from commune.eguichet.workflow.conversation import opened
from commune.eguichet.workflow.dashboard import HANDOVERS
from commune.eguichet.workflow.forms import form_of
from commune.eguichet.workflow.hand_over import handover_kind, may_hand_over
from commune.eguichet.workflow.progress import case_stages, standing

OFFICE = "commune.core: Use the back office"


class RequestPage(BrowserView):
    """Staff read it; the citizen who comes here is led to the own page."""

    page_pt = ViewPageTemplateFile("request.pt")
    refused: Refusals = ()
    revealed = ""

    def __call__(self) -> Any:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        actor = current_actor()
        if actor.userid == self.context.requester and not api.user.has_permission(OFFICE):
            return self.request.response.redirect(f"{self.context.absolute_url()}/@@follow")
        if self.request.method != "POST" and actor.userid == self.context.assigned_to:
            alsoProvides(self.request, IDisableCSRFProtection)
            opened(self.context, SERVICE)
        return self.page_pt()

    def again(self, refused: Refusals) -> Any:
        """The page once more with the reasons, and what was typed (409)."""
        self.refused = refused
        self.request.response.setStatus(409)
        return self.page_pt()

    def typed(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    @property
    def errors(self) -> list[dict[str, str]]:
        """Reasons of what was just refused, with the control at fault."""
        move = self.typed("transition")
        found = []
        for one in self.refused:
            place = {"question_due_at": "question_due_on"}.get(one.place, one.place)
            found.append({"href": f"#t-{move}-{place}" if place else "", "text": sentence(one, self.request)})
        return found

    @cached_property
    def moves(self) -> list[Move]:
        """What may be done now, with its fields or the reasons against it."""
        return moves(IProcess(self.context).offers(current_actor(self.context)), self.request)

    @property
    def may_edit(self) -> bool:
        return bool(api.user.has_permission("Modify portal content", obj=self.context))

    def answers(self) -> list[dict[str, Any]]:
        """The frozen answers by page of the form; personal numbers are masked unless just revealed."""
        form, language = form_of(self.context), str(api.portal.get_current_language())
        types = {one.key: one.type for _, _, one in form.fields()}
        lines = [one for one in lines_of(self.context, "summary", language) if types[_key(one.name)] != "file"]
        titles = {page.id: page.title.get(language) or next(iter(page.title.values()), "") for page in form.pages}
        rows = [(one.page, self._answer(one, types[_key(one.name)], language)) for one in lines]
        found = [(page, title, [row for where, row in rows if where == page]) for page, title in titles.items()]
        return [{"id": page, "title": title, "rows": kept} for page, title, kept in found if kept]

    def _answer(self, line: Any, kind: str, language: str) -> dict[str, Any]:
        yes, no = YES_NO.get(language, YES_NO["en"])
        shown = str(line.value) if self.revealed == line.name else {"yes": yes, "no": no}.get(line.text, line.text)
        masked = kind == "nrn" and self.revealed != line.name
        return {"name": line.name, "label": line.label, "text": shown, "masked": masked}

    def units(self) -> list[tuple[str, str]]:
        """Services to which the request may be transferred."""
        return [(term.value, term.title) for term in units(self.context) if term.value != self.context.responsible_unit]

    def messages(self) -> list[dict[str, Any]]:
        return [
            {
                "from_citizen": one.side == CITIZEN,
                "author": one.author,
                "at": self.moment(one.at),
                "text": one.text,
                "read": self.moment(one.read_at) if one.read_at else "",
                "files": [self._file(by_uid(uid)) for uid in one.files if by_uid(uid) is not None],
            }
            for one in thread(self.context)
        ]

    def _file(self, annex: Any) -> dict[str, str]:
        return {"url": f"{annex.absolute_url()}/@@download/file", "title": annex.file.filename}

    def notes(self) -> list[dict[str, str]]:
        return [{"author": one.author, "at": self.moment(one.at), "text": one.text} for one in notes(self.context)]

    def moment(self, at: Any) -> str:
        return str(at.astimezone(BRUSSELS).strftime("%d/%m/%Y %H:%M"))

    @property
    def standing(self) -> str:
        """What the citizen reads."""
        return str(translate(standing(self.context), context=self.request))

    @cached_property
    def handover(self) -> dict[str, Any] | None:
        """How it stands with the dossier that treats the request; ``None`` for procedures without."""
        if not handover_kind(self.context) and self.context.handed_over is None:
            return None
        kept = self.context.handed_over
        dossier = by_uid(kept.link.case) if kept and kept.link else None
        readable = dossier is not None and api.user.has_permission("View", obj=dossier)
        return {
            "title": HANDOVERS[self.context.hand_over.value],
            "waits": self.context.hand_over is HandOver.WAITING,
            "reference": kept.reference if kept else "",
            "url": dossier.absolute_url() if readable else "",
            "may": not may_hand_over(self.context) and self.may_edit,
            "stages": [one for one in case_stages(self.context) if one.day],
            "told": [{"at": self.moment(one.at), "stage": one.stage} for one in told(self.context)],
        }


def _key(name: str) -> str:
    return name.rpartition(".")[2]
