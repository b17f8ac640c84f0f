"""The items or meetings that stand in a state that is to disappear, and where they may all go (BOD-3)."""

from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

from commune.core.browser.dossier.acting import Acting
from commune.core.browser.dossier.transitions import REFUSALS, sentences
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.rules.body_changes import movable_to
from commune.meeting.workflow.configuration import TYPES, standing
from commune.meeting.workflow.mass_move import move_all
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.titles import state_title

SHOWN = 200


class MassMove(BrowserView):
    """``@@body-move?kind=items&source=proposed``."""

    template = ViewPageTemplateFile("move.pt")

    def __call__(self) -> Any:
        if self.kind not in TYPES:
            raise NotFound()
        return self.template()

    @property
    def kind(self) -> str:
        return str(self.request.form.get("kind", "items"))

    @property
    def source(self) -> str:
        return str(self.request.form.get("source", ""))

    @property
    def state(self) -> Any:
        return state_title(self.source, settings_of(self.context))

    @property
    def uids(self) -> tuple[str, ...]:
        return standing(self.context, TYPES[self.kind]).get(self.source, ())

    @property
    def dossiers(self) -> list[Any]:
        return list(api.portal.get_tool("portal_catalog")(UID=list(self.uids[:SHOWN]), sort_on="sortable_title"))

    @property
    def targets(self) -> list[tuple[str, Any]]:
        settings = settings_of(self.context)
        return [(one, state_title(one, settings)) for one in movable_to(settings.body, self.kind, self.source)]

    @property
    def errors(self) -> list[dict[str, str]]:
        return sentences(self.request, REFUSALS)


class MoveAct(Acting):
    """POST ``@@body-move-act`` with ``kind``, ``source``, ``to`` and ``comment``."""

    fields = {"to": "move-to", "comment": "move-comment"}

    def act(self, form: Any) -> None:
        kind = str(form.get("kind", ""))
        if kind not in TYPES:
            raise NotFound()
        source, target = str(form.get("source", "")), str(form.get("to", ""))
        count = move_all(self.context, kind, source, target, str(form.get("comment", "")), current_actor())
        self.done = _("mass_moved", default="Moved: ${count}.", mapping={"count": count})

    def next(self) -> str:
        return f"{self.context.absolute_url()}/@@body-settings"

    def page(self) -> Any:
        return self.context.restrictedTraverse("@@body-move")()
