"""Acts on several rows: each row is done or refused by itself, and the page says which and why."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from collective.eeafaceted.batchactions.browser.views import BaseBatchActionForm, IBaseBatchActionsFormSchema
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.field import Fields
from z3c.form.interfaces import HIDDEN_MODE
from zope import schema
from zope.component import getUtility
from zope.i18n import translate
from zope.schema.vocabulary import SimpleTerm, SimpleVocabulary

from commune.core.content.refused import Refused
from commune.core.i18n import _
from commune.core.interfaces import IBatchAct
from commune.core.rules.batches import Question, possible
from commune.core.rules.narrowing import narrow
from commune.core.workflow import batch
from commune.core.workflow.actor import current_actor
from commune.core.workflow.batch import MOST, MOST_BESIDE, Outcome
from commune.core.workflow.dashboards.board import Board
from commune.core.workflow.dashboards.filters import chosen, first
from commune.core.workflow.dashboards.listing import Listing
from commune.core.workflow.wording import sentence

EVERYTHING = "everything"


class BatchAction(BaseBatchActionForm):
    """The form of one ``IBatchAct`` over a dashboard: what must be said, then what became of each row."""

    name = ""
    template = ViewPageTemplateFile("batch.pt")
    outcomes: tuple[Outcome, ...] | None = None
    job = ""
    made: tuple[str, str, bytes] | None = None
    refusals: tuple[str, ...] = ()

    def __init__(self, board: Board, request: Any, name: str) -> None:
        super().__init__(board.folder, request)
        self.board = board
        self.name = name
        self.batch = getUtility(IBatchAct, name)
        self.label = self.batch.title

    def available(self) -> bool:
        return bool(self.batch.offered(self.board.folder, current_actor(self.board.folder)))

    def update(self) -> None:
        self.fields = Fields(IBaseBatchActionsFormSchema)
        for name in ("uids", "referer"):
            self.fields[name].mode = HIDDEN_MODE
        form = self.request.form
        uids = chosen(form, "uids") or first(form, "form.widgets.uids").split(",")
        if form.get(EVERYTHING):
            uids = self._everything()
        form["form.widgets.referer"] = self.back
        form["form.widgets.uids"] = ",".join(uids[:MOST_BESIDE])
        self.brains = self._rows(uids[:MOST_BESIDE])
        super().update()

    def _update(self) -> None:
        dossiers = [brain.getObject() for brain in self.brains[:MOST]]
        questions = self.batch.questions(dossiers)
        self.do_apply = bool(dossiers) and possible(questions)
        if self.do_apply:
            for question in questions:
                self.fields += Fields(_field(question, self.request))
                if question.kind == "choices":
                    self.fields[question.id].widgetFactory = CheckBoxFieldWidget

    def _everything(self) -> list[str]:
        """Every row of the list from which one comes, whatever the page."""
        _back, form = list_behind(self.board, self.request.form)
        return [brain.UID for brain in Listing(self.board, form, self.request).brains[: MOST_BESIDE + 1]]

    def _rows(self, uids: list[str]) -> list[Any]:
        """The chosen rows that belong to the dashboard and that the person sees, in the order chosen."""
        query = narrow(self.board.query(), {"UID": {"query": uids}})
        found = {brain.UID: brain for brain in api.portal.get_tool("portal_catalog")(**query, show_inactive=True)}
        return [found[uid] for uid in uids if uid in found]

    def __call__(self) -> Any:
        self.update()
        status = self.request.response.getStatus()
        if self.made is not None:
            name, mime, data = self.made
            self.request.response.setHeader("Content-Type", mime)
            self.request.response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
            self.request.response.setHeader("Cache-Control", "private, no-store")
            return data
        return "" if status in (301, 302, 303) else self.template()

    @property
    def back(self) -> str:
        """The list from which the rows come."""
        return list_behind(self.board, self.request.form)[0]

    @button.buttonAndHandler(_("Apply"), name="apply", condition=lambda form: form.do_apply)
    def handleApply(self, action: Any) -> None:
        CheckAuthenticator(self.request)
        data, errors = self.extractData()
        if errors:
            return
        given = {name: data[name] for name in data if name not in ("uids", "referer") and data[name]}
        wish = {name: sorted(value) if isinstance(value, set) else value for name, value in given.items()}
        try:
            self._apply_to_rows(wish)
        except Refused as refused:
            self.refusals = tuple(sentence(one, self.request) for one in refused.refusals)
            self.request.response.setStatus(409)

    def _apply_to_rows(self, wish: dict[str, Any]) -> None:
        if hasattr(self.batch, "make"):
            self.made = self.batch.make([brain.getObject() for brain in self.brains[:MOST]], wish)
        elif len(self.brains) > MOST:
            title = f"{translate(self.label, context=self.request)} ({len(self.brains)})"
            self.job = batch.beside(self.name, title, [brain.UID for brain in self.brains], wish)
        else:
            self.outcomes = tuple(batch.run(self.batch, [brain.getObject() for brain in self.brains], wish))

    @button.buttonAndHandler(_("Cancel"), name="cancel")
    def handleCancel(self, action: Any) -> None:
        self.request.response.redirect(self.back)

    @property
    def done(self) -> list[Outcome]:
        return [one for one in self.outcomes or () if not one.refusals]

    @property
    def refused(self) -> list[Outcome]:
        return [one for one in self.outcomes or () if one.refusals]

    def reasons(self, one: Outcome) -> list[str]:
        """Why a row stays as it is."""
        return [sentence(refusal, self.request) for refusal in one.refusals]

    @property
    def visible(self) -> list[Any]:
        """The fields to fill in."""
        return [widget for widget in self.widgets.values() if widget.mode != HIDDEN_MODE]

    @property
    def hidden(self) -> list[Any]:
        return [widget for widget in self.widgets.values() if widget.mode == HIDDEN_MODE]


def list_behind(board: Board, form: Any) -> tuple[str, dict[str, Any]]:
    """The address of the list from which a form was sent, and its parameters; the dashboard's own for any other."""
    wished = first(form, "form.widgets.referer") or first(form, "referer")
    own = board.absolute_url()
    back = wished if wished == own or wished.startswith(f"{own}?") else own
    query = parse_qs(urlsplit(back).query)
    return back, {name.partition(":")[0]: value if len(value) > 1 else value[0] for name, value in query.items()}


def _field(question: Question, request: Any) -> Any:
    if question.kind == "text":
        return schema.Text(__name__=question.id, title=question.title, required=question.required)
    terms = [SimpleTerm(value, value, str(translate(title, context=request))) for value, title in question.options]
    choice = {"vocabulary": SimpleVocabulary(terms)}
    if question.kind == "choice":
        return schema.Choice(__name__=question.id, title=question.title, required=question.required, **choice)
    value_type = schema.Choice(**choice)
    return schema.Set(__name__=question.id, title=question.title, required=question.required, value_type=value_type)
