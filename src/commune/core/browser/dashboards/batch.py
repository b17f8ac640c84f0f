"""Acts on several rows: each row is done or refused by itself, and the page says which and why."""

from dataclasses import dataclass, field
from typing import Any

import transaction
from collective.eeafaceted.batchactions.browser.views import BaseBatchActionForm, IBaseBatchActionsFormSchema
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.field import Fields
from z3c.form.interfaces import HIDDEN_MODE

from commune.core.i18n import _
from commune.core.rules.narrowing import narrow
from commune.core.workflow.dashboards.board import Board
from commune.core.workflow.dashboards.filters import chosen, first
from commune.core.workflow.process import Refused
from commune.core.workflow.wording import sentence

MOST = 100
"""Rows taken at once: the longest page."""


@dataclass(frozen=True)
class Outcome:
    """What became of one row; without reasons it is done."""

    title: str
    url: str
    reasons: tuple[str, ...] = field(default=())


class BatchAction(BaseBatchActionForm):
    """A batch action registered for ``IDashboard`` under the name that definitions list in ``actions``.

    A subclass gives ``name`` (its own), ``label``, its ``fields`` in ``_update``, and ``act``, which raises ``Refused``
    when the row must stay as it is.
    """

    label = _("Act on the selection")
    name = ""
    template = ViewPageTemplateFile("batch.pt")
    outcomes: tuple[Outcome, ...] | None = None

    def __init__(self, board: Board, request: Any) -> None:
        super().__init__(board.folder, request)
        self.board = board

    def act(self, dossier: Any, data: dict[str, Any]) -> None:
        """Do it to one dossier; raises ``Refused``."""
        raise NotImplementedError

    def update(self) -> None:
        self.fields = Fields(IBaseBatchActionsFormSchema)
        for name in ("uids", "referer"):
            self.fields[name].mode = HIDDEN_MODE
        form = self.request.form
        uids = chosen(form, "uids") or first(form, "form.widgets.uids").split(",")
        form["form.widgets.referer"] = self.back
        form["form.widgets.uids"] = ",".join(uids[:MOST])
        self.brains = self._rows(uids[:MOST])
        super().update()

    def _rows(self, uids: list[str]) -> list[Any]:
        """The chosen rows that belong to the dashboard and that the person sees, in the order chosen."""
        query = narrow(self.board.query(), {"UID": {"query": uids}})
        found = {brain.UID: brain for brain in api.portal.get_tool("portal_catalog")(**query, show_inactive=True)}
        return [found[uid] for uid in uids if uid in found]

    def __call__(self) -> str:
        self.update()
        status = self.request.response.getStatus()
        return "" if status in (301, 302, 303) else self.template()

    @property
    def back(self) -> str:
        """The list from which the rows come."""
        wished = first(self.request.form, "form.widgets.referer") or first(self.request.form, "referer")
        own = self.board.absolute_url()
        return wished if wished == own or wished.startswith(f"{own}?") else own

    @button.buttonAndHandler(_("Apply"), name="apply", condition=lambda form: form.do_apply)
    def handleApply(self, action: Any) -> None:
        CheckAuthenticator(self.request)
        data, errors = self.extractData()
        if not errors:
            self.outcomes = tuple(self._one(brain, data) for brain in self.brains)

    @button.buttonAndHandler(_("Cancel"), name="cancel")
    def handleCancel(self, action: Any) -> None:
        self.request.response.redirect(self.back)

    def _one(self, brain: Any, data: dict[str, Any]) -> Outcome:
        savepoint = transaction.savepoint()
        try:
            self.act(brain.getObject(), data)
        except Refused as refused:
            savepoint.rollback()
            reasons = tuple(sentence(refusal, self.request) for refusal in refused.refusals)
            return Outcome(brain.Title, brain.getURL(), reasons)
        return Outcome(brain.Title, brain.getURL())

    @property
    def done(self) -> list[Outcome]:
        return [one for one in self.outcomes or () if not one.reasons]

    @property
    def refused(self) -> list[Outcome]:
        return [one for one in self.outcomes or () if one.reasons]

    @property
    def visible(self) -> list[Any]:
        """The fields to fill in."""
        return [widget for widget in self.widgets.values() if widget.mode != HIDDEN_MODE]

    @property
    def hidden(self) -> list[Any]:
        return [widget for widget in self.widgets.values() if widget.mode == HIDDEN_MODE]
