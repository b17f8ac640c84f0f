"""The past of an item: acts, changes of fields word by word, versions of opinions, what changed since the agenda."""

from datetime import datetime
from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.schema import getFields

from commune.core.browser.dossier.journal import entry_title
from commune.core.browser.dossier.people import Names
from commune.core.rules.dates import moment
from commune.core.workflow.actor import current_actor
from commune.core.workflow.units import unit_uid
from commune.core.workflow.wording import sentence
from commune.meeting.content.item import IMeetingItem
from commune.meeting.i18n import _
from commune.meeting.workflow.history import since_frozen, timeline
from commune.meeting.workflow.reading import hides_decision
from commune.meeting.workflow.titles import SENSES

Runs = list[tuple[str, str]]


class ItemHistory(BrowserView):
    """``@@item-history``: as the reader may know it."""

    page_title = _("History and versions")
    page = ViewPageTemplateFile("history.pt")

    def __call__(self) -> Any:
        return self.page()

    @cached_property
    def names(self) -> Names:
        return Names()

    @cached_property
    def language(self) -> str:
        return str(api.portal.get_current_language())

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Everything that happened, the latest first."""
        return [self._line(one) for one in reversed(timeline(self.context, current_actor(self.context)))]

    def _line(self, one: dict[str, Any]) -> dict[str, Any]:
        at = datetime.fromisoformat(one["at"])
        return {
            "title": self._title(one),
            "detail": str(one.get("data", {}).get("title", "")),
            "comment": one.get("comment", ""),
            "at": moment(at, self.language),
            "iso": at.isoformat(timespec="seconds"),
            "who": self.names.user(one["actor"]),
            "changes": self._changes(one),
        }

    def _title(self, one: dict[str, Any]) -> str:
        if one["kind"] == "field_changed":
            return self.field(one["field"])
        if one["kind"] == "opinion_version":
            mapping = {
                "service": self.names.unit(unit_uid(one["service"])) or one["service"],
                "number": one["number"],
                "sense": translate(SENSES.get(one["sense"], one["sense"]), context=self.request),
            }
            text = _("history_version", default="Opinion of ${service}, version ${number}: ${sense}", mapping=mapping)
            return str(translate(text, context=self.request))
        return entry_title(self.context, self.request, one["kind"], one.get("data", {}))

    def _changes(self, one: dict[str, Any]) -> list[dict[str, Any]]:
        if one["kind"] == "field_changed":
            return [{"field": "", "runs": one["changes"]}]
        return self.told(one.get("changed") or {})

    def told(self, changed: dict[str, Runs]) -> list[dict[str, Any]]:
        """Changes by field, with the titles of the fields."""
        return [{"field": self.field(name), "runs": runs} for name, runs in changed.items()]

    def field(self, name: str) -> str:
        """The title of a field."""
        fields = getFields(IMeetingItem)
        return str(translate(fields[name].title, context=self.request)) if name in fields else name

    @cached_property
    def since(self) -> tuple[list[dict[str, Any]], list[str]]:
        """What changed since the agenda was frozen, and warnings about it; nothing while the decision is hidden."""
        if hides_decision(self.context, current_actor(self.context)):
            return [], []
        changed, warnings = since_frozen(self.context)
        return self.told(changed), [sentence(one, self.request) for one in warnings]
