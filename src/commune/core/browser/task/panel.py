"""The tasks about a dossier, and the form that gives one more."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory

from commune.core.browser.dossier.people import Names
from commune.core.content.clock import today
from commune.core.rules.dates import long_date
from commune.core.rules.tasks import OPEN
from commune.core.rules.todo import Todo, urgency_on
from commune.core.workflow.tasks import STATES, readable_tasks


@dataclass(frozen=True)
class Row:
    """One task; ``light`` says how its term stands, empty without one or once it is over."""

    title: str
    url: str
    state: Any
    final: bool
    unit: str
    person: str
    due: str
    iso: str
    light: str


class TaskPanel(BrowserView):
    """``@@dossier-tasks``: rows, and in ``macros`` how they look (``panel``, ``fields`` of the form)."""

    template = ViewPageTemplateFile("panel.pt")

    @property
    def macros(self) -> object:
        return self.template.macros

    @cached_property
    def rows(self) -> list[Row]:
        """The tasks that the reader may read, oldest first."""
        names, language = Names(), api.portal.get_current_language()
        return [row(task, names, language) for task in readable_tasks(self.context)]

    @property
    def may_give(self) -> bool:
        return bool(api.user.has_permission("Modify portal content", obj=self.context))

    @property
    def services(self) -> list[tuple[str, str]]:
        """Pairs of uid and title."""
        terms = getUtility(IVocabularyFactory, "commune.core.units")(self.context)
        return [(term.value, term.title) for term in terms]

    @property
    def today(self) -> str:
        return today().isoformat()


def row(task: Any, names: Names, language: str) -> Row:
    """The task as a line."""
    due, is_open = task.due, task.state in OPEN
    return Row(
        task.title,
        task.absolute_url(),
        STATES.get(task.state, task.state),
        not is_open,
        names.unit(task.responsible_unit),
        names.user(task.assigned_to),
        long_date(due, language) if due else "",
        due.isoformat() if due else "",
        str(urgency_on(Todo("", "", "", due), today())) if due and is_open else "",
    )
