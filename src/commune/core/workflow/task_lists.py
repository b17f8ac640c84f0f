"""Tasks in lists: the list of all of them, what each has to do, the door of the office."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from plone import api
from zope.interface import implementer

from commune.core.content.clock import today
from commune.core.content.dashboard import Column, Dashboard, Filter, Search
from commune.core.i18n import _
from commune.core.interfaces import IOfficeEntry, ITodoSource
from commune.core.rules.dashboard_tokens import Reader
from commune.core.rules.tasks import DOING, OPEN
from commune.core.rules.todo import Todo
from commune.core.workflow.actor import Actor
from commune.core.workflow.tasks import ROOT, STATES

OPEN_ONES = {"review_state": list(OPEN)}
MINE, LISTS = _("To do"), _("Lists")
TASKS = Dashboard(
    title=_("Tasks"),
    query={"portal_type": "task"},
    columns=(
        Column("title", _("Task"), kind="title", sort="sortable_title"),
        Column("state", _("State"), kind="state", attr="review_state", sort="review_state", labels=STATES),
        Column("unit", _("Service"), kind="choice", attr="responsible_unit", labels="commune.core.units"),
        Column("assigned", _("Done by"), kind="user", attr="assigned_to", sort="assigned_to"),
        Column("due", _("To be done by"), kind="deadline", attr="next_due"),
        Column("requester", _("Given by"), kind="user", attr="Creator"),
    ),
    filters=(
        Filter("state", _("State"), index="review_state", labels=STATES),
        Filter("unit", _("Service"), index="responsible_unit", labels="commune.core.units"),
        Filter("due", _("To be done by"), kind="dates", index="next_due"),
    ),
    searches=(
        Search("mine", _("My tasks"), {"assigned_to": "$me", **OPEN_ONES}, category=MINE),
        Search("service", _("Tasks of my services"), {"responsible_unit": "$units", **OPEN_ONES}, category=MINE),
        Search("late", _("Late"), {"next_due": {"query": "$today-1", "range": "max"}}, category=MINE, sort="next_due"),
        Search("given", _("Given by me"), {"Creator": "$me", **OPEN_ONES}, category=LISTS),
        Search("blocked", _("Blocked"), {"review_state": ["blocked"]}, category=LISTS),
        Search("done", _("Done"), {"review_state": ["done"]}, category=LISTS, counter=False),
    ),
    sort="created",
    offered=lambda folder: folder.getId() == ROOT,
)


@implementer(ITodoSource)
class TaskTodos:
    """The open tasks given to oneself, and those of one's services that nobody took."""

    title = _("Tasks")
    order = 20

    def rows(self, actor: Actor) -> tuple[Todo, ...]:
        """Read from the catalog, which shows what the actor may read."""
        reader = Reader(actor.userid, actor.groups, today())
        units = sorted({unit for function in DOING for unit in reader.units(function)})
        return (
            *_todos({"assigned_to": actor.userid}, MY),
            *_todos({"assigned_to": "", "responsible_unit": units}, OURS),
        )

    def more(self) -> str:
        return f"{ROOT}/@@dashboard/core.tasks"


MY, OURS = _("Given to you"), _("Given to your service")


def _todos(query: dict[str, Any], why: Any) -> Iterator[Todo]:
    for brain in api.portal.get_tool("portal_catalog")(portal_type="task", **OPEN_ONES, **query):
        due = brain.next_due if isinstance(brain.next_due, date) else None
        yield Todo(brain.Title, brain.getURL(), "task", due, why)


TODOS = TaskTodos()


@implementer(IOfficeEntry)
class TasksDoor:
    """Leads to the list of tasks."""

    title = _("Tasks")
    path = f"{ROOT}/@@dashboard/core.tasks"
    permission = ""
    icon = ""
    order = 20


DOOR = TasksDoor()
