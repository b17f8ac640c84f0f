"""The opinions asked for a permit, and the form in which an adviser gives his."""

from functools import cached_property
from typing import Any

from commune.core.content.clock import today
from commune.core.rules.traffic import light
from commune.urbanism.browser.forms.fields import Form
from commune.urbanism.browser.permit import fields
from commune.urbanism.rules.opinions import Sense
from commune.urbanism.workflow.access import ADVISING
from commune.urbanism.workflow.opinions import Opinion, may_answer, opinions
from commune.urbanism.workflow.titles import SENSES

LOOKS = {
    Sense.FAVOURABLE: "good",
    Sense.DEEMED_FAVOURABLE: "good",
    Sense.CONDITIONAL: "warn",
    Sense.UNFAVOURABLE: "bad",
}
LIGHTS = {"late": "late", "soon": "soon", "fine": "running"}


class OpinionsPart:
    """Rows for the template; an adviser sees those of his services only."""

    def __init__(self, page: Any) -> None:
        self.page = page

    @cached_property
    def known(self) -> tuple[Opinion, ...]:
        found = opinions(self.page.context)
        if self.page.whole:
            return found
        return tuple(one for one in found if one.unit and ADVISING in self.page.actor.functions(one.unit))

    def forms(self) -> dict[str, Form]:
        """The form of each opinion that the reader may write down, by key."""
        return {
            key: self.page.form(key, fields.answer_fields(one.deemed), act="answer", uid=one.uid)
            for one in self.known
            if may_answer(self.page.context, self.page.actor, one) and (key := f"answer-{one.uid}")
        }

    @property
    def rows(self) -> list[dict[str, Any]]:
        forms = self.forms()
        return [self._row(one, forms.get(f"answer-{one.uid}")) for one in self.known]

    def _row(self, one: Opinion, form: Form | None) -> dict[str, Any]:
        due = one.clock.due if one.clock else None
        look = LIGHTS[light(due, today(), 5)] if due and one.sense is None else "not_started"
        return {
            "uid": one.uid,
            "title": one.title,
            "sent": self.page.day(one.sent_on),
            "due": self.page.day(due),
            "light": look,
            "sense": SENSES.get(one.sense) if one.sense else None,
            "look": LOOKS.get(one.sense, "quiet") if one.sense else "quiet",
            "text": one.text,
            "deemed": one.deemed and self.page.acts,
            "form": form,
        }
