"""One condition of a body: lines of tests, tried on an item, kept (BOD-4)."""

import copy
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button, form
from z3c.form.field import Fields
from zExceptions import NotFound

from commune.core.browser.rows.widgets import Plain, arranged, rows_of, rows_widget
from commune.core.rules.condition_lines import Line, condition_of, lines
from commune.core.rules.conditions import Finding, Kind
from commune.core.rules.refusals import Refusals
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.core.workflow.wording import sentence
from commune.meeting.browser.settings.conditions import field_title, row_title, typed_value, value_text
from commune.meeting.browser.settings.effects import EffectLine, effect_lines, seen_already, shown_mark
from commune.meeting.content.settings_values import TESTS
from commune.meeting.content.settings_words import LABELS
from commune.meeting.i18n import _
from commune.meeting.rules.bodies import to_json
from commune.meeting.rules.condition_fields import ITEM_FIELDS, conditions
from commune.meeting.workflow.configuration import configure, mark
from commune.meeting.workflow.place import oversees
from commune.meeting.workflow.settings import settings_of
from commune.meeting.workflow.settings_effects import Preview, preview
from commune.meeting.workflow.trying import try_condition

MANAGE = "commune.core: Manage the organisation"
MANY = ("in", "between")
MOST_OFFERED = 100


class ConditionForm(form.Form):
    """``@@body-condition?at=/opinions/rows/0/automatic``."""

    template = ViewPageTemplateFile("condition.pt")
    refusals: Refusals = ()
    finding: Finding | None = None
    outcome: Preview | None = None

    @property
    def at(self) -> str:
        return str(self.request.form.get("at", ""))

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/@@body-condition?at={self.at}"

    @cached_property
    def known(self) -> tuple[Mapping[str, object] | None, Mapping[str, Kind]]:
        """The condition as it is kept, and what it may look at."""
        found = {place: (condition, fields) for place, condition, fields in conditions(settings_of(self.context).body)}
        if self.at not in found:
            raise NotFound(self, self.at, self.request)
        return found[self.at]

    @property
    def keys(self) -> list[str]:
        return self.at.strip("/").split("/")

    @property
    def label(self) -> str:
        return row_title(self.context, self.keys)

    @property
    def setting(self) -> Any:
        return LABELS.get(f"{self.keys[-3]}.{self.keys[-1]}") or LABELS[self.keys[-1]]

    @property
    def may_change(self) -> bool:
        return bool(api.user.has_permission(MANAGE, obj=self.context))

    @property
    def only_in_document(self) -> bool:
        return lines(self.known[0]) is None

    @property
    def fingerprint(self) -> str:
        return str(self.request.form.get("fingerprint") or mark(self.context))

    @property
    def dossiers(self) -> list[tuple[str, str]]:
        """The items (or meetings) to try it on, the last changed first."""
        kind = "meeting_item" if self.known[1] is ITEM_FIELDS else "meeting"
        brains = api.portal.get_tool("portal_catalog")(
            portal_type=kind, path="/".join(self.context.getPhysicalPath()), sort_on="modified",
            sort_order="descending", sort_limit=MOST_OFFERED,
        )[:MOST_OFFERED]  # fmt: skip
        return [(brain.UID, f"{brain.dossier_reference or ''} {brain.Title}".strip()) for brain in brains]

    @property
    def mark(self) -> str:
        """Names the effects that are shown, so that saving again keeps these and no others."""
        return shown_mark(self.outcome)

    @property
    def effects(self) -> list[EffectLine]:
        return effect_lines(self.context, self.request, self.outcome)

    @property
    def findings(self) -> list[dict[str, Any]]:
        """Each test of the condition that was tried, with the value found and whether it holds."""
        return [
            {"field": field_title(one.field), "test": TESTS.get(one.test, one.test), "wanted": value_text(one.wanted),
             "value": value_text(one.value), "holds": one.outcome}
            for one in _tests(self.finding)
        ]  # fmt: skip

    @property
    def reasons(self) -> list[str]:
        return [sentence(one, self.request) for one in self.refusals]

    def getContent(self) -> dict[str, Any]:
        found = lines(self.known[0]) or ()
        return {"lines": [_shown(line, at) for at, line in enumerate(found)]}

    def update(self) -> Any:
        if not oversees(current_actor(self.context), self.context):
            raise NotFound()
        fields = [(name, field_title(name)) for name in self.known[1]]
        parts = [
            Plain("number", title=_("Alternative"), __name__="alternative"),
            Plain("box", title=_("Not"), __name__="negated"),
            Plain("choice", fields, title=_("Looks at"), __name__="field"),
            Plain("choice", TESTS.items(), title=_("Test"), __name__="test"),
            Plain("text", title=_("Value (yes: 1, no: 0; several: with semicolons)"), __name__="value"),
            Plain("choice", fields, title=_("…or compared with"), __name__="other"),
        ]
        self.fields = Fields(rows_of("lines", _("Tests"), parts))
        self.fields["lines"].widgetFactory = rows_widget
        super().update()

    @button.buttonAndHandler(_("Save"), name="save", condition=lambda form: form.may_change)
    def save(self, action: Any) -> None:
        condition = self._typed()
        document: Any = copy.deepcopy(to_json(settings_of(self.context).body))
        row: Any = document
        for key in self.keys[:-1]:
            row = row[int(key)] if isinstance(row, list) else row[key]
        row[self.keys[-1]] = condition
        self.outcome = preview(self.context, document)
        refusals = self.outcome.refusals
        if not refusals and (not self.outcome.effects or seen_already(self.request, self.outcome)):
            refusals = self._keep(document)
        self._refuse(refusals)

    def _keep(self, document: Any) -> Refusals:
        try:
            configure(self.context, document, current_actor().userid, self.fingerprint)
        except Refused as refused:
            return refused.refusals
        api.portal.show_message(_("The settings are saved."), self.request)
        self.request.response.redirect(self.action)
        return ()

    @button.buttonAndHandler(_("Try it on this item"), name="try")
    def tries(self, action: Any) -> None:
        dossier = api.content.get(UID=str(self.request.form.get("dossier", "")))
        condition = self._typed()
        if dossier is None or condition is None:
            return
        try:
            self.finding = try_condition(dossier, condition)
        except Refused as refused:
            self._refuse(refused.refusals)

    def _refuse(self, refusals: Refusals) -> None:
        if refusals:
            self.refusals = refusals
            self.request.response.setStatus(409)

    def _typed(self) -> dict[str, object] | None:
        data, _errors = self.extractData()
        rows = [row for row, _at in arranged(data.get("lines") or [])]
        return condition_of(_line(row, self.known[1]) for row in rows)


def _shown(line: Line, at: int) -> dict[str, str]:
    return {
        "alternative": str(line.alternative), "negated": "1" if line.negated else "", "field": line.field,
        "test": line.test, "value": value_text(line.value), "other": line.other, "was": str(at),
        "position": str(at + 1), "away": "",
    }  # fmt: skip


def _line(row: Mapping[str, Any], fields: Mapping[str, Kind]) -> Line:
    typed = str(row.get("alternative") or "1")
    kind = fields.get(str(row.get("field")), Kind.TEXT)
    test = str(row.get("test") or "")
    return Line(
        int(typed) if typed.isdigit() else 1,
        str(row.get("field") or ""),
        test,
        typed_value(str(row.get("value") or ""), kind, test in MANY),
        str(row.get("other") or ""),
        row.get("negated") == "1",
    )


def _tests(finding: Finding | None) -> list[Finding]:
    if finding is None:
        return []
    return [one for part in finding.parts for one in _tests(part)] if finding.parts else [finding]
