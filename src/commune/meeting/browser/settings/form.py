"""One group of the settings of a body: read by its managers, changed by the administrators."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button, form
from z3c.form.field import Fields
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.browser.rows.widgets import Plain, rows_of, rows_widget
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.core.workflow.wording import sentence
from commune.meeting.browser.settings.conditions import ConditionLine, condition_lines
from commune.meeting.browser.settings.effects import EffectLine, effect_lines, seen_already, shown_mark
from commune.meeting.browser.settings.sheets import SHEETS, Setting, sheet
from commune.meeting.browser.settings.values import Written, shown, written
from commune.meeting.content.settings_words import GROUPS
from commune.meeting.i18n import _
from commune.meeting.rules.bodies import to_json
from commune.meeting.workflow.configuration import configure, mark
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.settings_effects import Preview, preview

MANAGE = "commune.core: Manage the organisation"


@implementer(IPublishTraverse)
class SettingsForm(form.Form):
    """``@@body-settings-form/agenda``. Saving shows first what happens to items, and asks once more."""

    template = ViewPageTemplateFile("form.pt")
    ignoreContext = False
    group = ""
    outcome: Preview | None = None
    refusals: Refusals = ()
    result: Written | None = None

    def publishTraverse(self, request: Any, name: str) -> Any:
        if self.group or name not in SHEETS:
            raise NotFound(self, name, request)
        self.group = name
        return self

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/@@body-settings-form/{self.group}"

    @property
    def label(self) -> Any:
        return GROUPS[self.group]

    @cached_property
    def document(self) -> dict[str, Any]:
        whole: Any = to_json(settings_of(self.context).body)
        return whole

    @cached_property
    def settings(self) -> tuple[Setting, ...]:
        return tuple(one for one in sheet(self.group, settings_of(self.context)) if one.shape != "condition")

    @property
    def fingerprint(self) -> str:
        return str(self.request.form.get("fingerprint") or mark(self.context))

    @property
    def may_change(self) -> bool:
        return bool(api.user.has_permission(MANAGE, obj=self.context))

    @property
    def conditions(self) -> list[ConditionLine]:
        """The conditions that rows of this group hold, each with its own page."""
        return condition_lines(self.context, self.request, SHEETS[self.group])

    @property
    def mark(self) -> str:
        """Names the effects that are shown, so that saving again keeps these and no others."""
        return shown_mark(self.outcome)

    @property
    def effects(self) -> list[EffectLine]:
        return effect_lines(self.context, self.request, self.outcome)

    def getContent(self) -> dict[str, Any]:
        return {setting.name: shown(setting, self.document) for setting in self.settings}

    def update(self) -> Any:
        if not self.group:
            raise NotFound(self, "", self.request)
        self.fields = Fields(*[_field(setting, self.document) for setting in self.settings])
        for setting in self.settings:
            if setting.shape == "rows":
                self.fields[setting.name].widgetFactory = rows_widget
        super().update()

    @button.buttonAndHandler(_("Save"), name="save", condition=lambda form: form.may_change)
    def save(self, action: Any) -> None:
        self._try(keep=True)

    @button.buttonAndHandler(_("Show what it changes"), name="show", condition=lambda form: form.may_change)
    def show(self, action: Any) -> None:
        self._try(keep=False)

    def _try(self, keep: bool) -> None:
        if not self.may_change:
            raise NotFound(self, "", self.request)
        data, _errors = self.extractData()
        self.result = written(self.settings, data, self.document)
        self.outcome = preview(self.context, self.result.document)
        refusals = (*self.result.faults, *self.outcome.refusals)
        if not refusals and keep and (not self.outcome.effects or seen_already(self.request, self.outcome)):
            refusals = self._keep()
        if refusals:
            self._refuse(refusals)

    def _keep(self) -> Refusals:
        assert self.result is not None
        try:
            configure(self.context, self.result.document, current_actor().userid, self.fingerprint)
        except Refused as refused:
            return refused.refusals
        api.portal.show_message(_("The settings are saved."), self.request)
        self.request.response.redirect(self.action)
        return ()

    def _refuse(self, refusals: Refusals) -> None:
        assert self.result is not None
        self.refusals = refusals
        faults: dict[str, list[str]] = {}
        for refusal in refusals:
            faults.setdefault(self.result.field_of(refusal.place), []).append(sentence(refusal, self.request))
        self.request.set("commune.faults", faults)
        self.request.response.setStatus(409)

    @property
    def reasons(self) -> list[dict[str, Any]]:
        """Every refusal with the field that it is about, and what stands in the way."""
        result = self.result
        return [
            {
                "text": sentence(refusal, self.request),
                "field": result.field_of(refusal.place) if result is not None else "",
                "move": refusal.data if refusal.code == "bodies.state_in_use" else None,
            }
            for refusal in self.refusals
        ]


def _field(setting: Setting, document: Any) -> Any:
    if setting.shape == "rows":
        known = shown(setting, document)
        parts = [_plain(part, [row.get(part.name) for row in known]) for part in setting.parts]
        return rows_of(setting.name, setting.label, parts)
    return _plain(setting, [shown(setting, document)])


def _plain(setting: Setting, values: list[Any]) -> Plain:
    """The field; what is stored is offered also where the list does not have it any more."""
    stored = {one for value in values for one in (value if isinstance(value, list) else [value]) if one}
    more = sorted(stored - {key for key, _title in setting.pairs}) if setting.shape in ("choice", "boxes") else []
    pairs = (*setting.pairs, *((key, key) for key in more))
    return Plain(setting.shape, pairs, title=setting.label, __name__=setting.name)
