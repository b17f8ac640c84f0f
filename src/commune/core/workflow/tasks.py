"""Giving tasks about a dossier, and what a task may become."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from AccessControl import getSecurityManager
from plone.indexer import indexer
from zope.component import adapter
from zope.interface import implementer

from commune.core.content.clock import today
from commune.core.content.journal import Journal
from commune.core.content.task import ITask
from commune.core.content.vocabularies import units
from commune.core.i18n import _
from commune.core.interfaces import IAccessPolicy, IProcess
from commune.core.rules import tasks as rules
from commune.core.rules.functions import group_id
from commune.core.rules.machine import Machine, Transition
from commune.core.rules.refusals import Refusal
from commune.core.rules.tasks import Wish
from commune.core.workflow.actor import Actor
from commune.core.workflow.creation import create, module_root, year_folder
from commune.core.workflow.lookup import by_uid, by_uids
from commune.core.workflow.process import Process, Refused
from commune.core.workflow.units import holders

ROOT = "tasks"
ROOT_TITLE = _("Tasks")
READS, WRITES = frozenset({"Dossier Reader"}), frozenset({"Dossier Editor"})
STATES = {
    "to_do": _("To do"),
    "doing": _("Under way"),
    "blocked": _("Blocked"),
    "done": _("Done"),
    "cancelled": _("Cancelled"),
}
MOVES = {
    "start": _("task_start", default="Start"),
    "finish": _("It is done"),
    "block": _("It is blocked"),
    "resume": _("Go on"),
    "cancel": _("Cancel the task"),
    "reopen": _("Open again"),
}
MACHINE = Machine(
    tuple(replace(state, title=STATES[state.id]) for state in rules.TASK.states),
    tuple(replace(move, title=MOVES[move.id]) for move in rules.TASK.transitions),
)


def give_task(dossier: Any, wish: Wish, actor: Actor) -> Any:
    """A new task about the dossier; the caller has checked that the actor may. Raises ``Refused``."""
    check(wish)
    site = dossier.portal_url.getPortalObject()
    task = create(
        year_folder(module_root(site, ROOT, ROOT_TITLE), today()),
        "task",
        title=wish.title.strip(),
        description=wish.description.strip(),
        due=wish.due,
        responsible_unit=wish.service,
        assigned_to=wish.assignee or None,
        requester=actor.userid,
        origin=dossier.UID(),
    )
    dossier.task_uids = (*dossier.task_uids, task.UID())
    task.reindexObject()
    Journal(dossier).note("task_given", actor.userid, title=task.title, task=task.UID())
    return task


def change_task(task: Any, wish: Wish, actor: Actor) -> None:
    """Give the task another term, text, service or person; a person of the service before does not follow."""
    check_changing(task, actor)
    there = holders(wish.service, rules.DOING)
    if wish.service != task.responsible_unit:
        wish = replace(wish, assignee=rules.assignee_after(wish.assignee, there))
    kept = wish.due == task.due
    check(replace(wish, due=None) if kept else wish)
    before = wish_of(task)
    task.title, task.description, task.due = wish.title.strip(), wish.description.strip(), wish.due
    task.responsible_unit, task.assigned_to = wish.service, wish.assignee or None
    task.version += 1
    changed = [name for name in ("title", "service", "due", "assignee", "description")
               if getattr(before, name) != getattr(wish_of(task), name)]  # fmt: skip
    Journal(task).note("edited", actor.userid, fields=changed)
    task.reindexObject()
    task.reindexObjectSecurity()


def note_progress(task: Any, text: str, actor: Actor) -> None:
    """Say how it goes; whoever may move the task may."""
    if not text.strip():
        raise Refused(Refusal("task.note", place="note"))
    if not getSecurityManager().checkPermission("Modify portal content", task):
        raise Refused(Refusal("task.not_yours"))
    Journal(task).note("remark", actor.userid, text.strip())
    task.reindexObject(idxs=["modified"])


def check(wish: Wish) -> None:
    """Raise ``Refused`` with everything that is wrong with the task wished."""
    refusals = rules.against_task(
        wish, frozenset(term.value for term in units(None)), holders(wish.service, rules.DOING), today()
    )
    if refusals:
        raise Refused(*refusals)


def check_changing(task: Any, actor: Actor) -> None:
    """Raise ``Refused`` for who neither gave the task nor checks those of its service, and for a final one."""
    if not steers(task, actor):
        raise Refused(Refusal("task.not_yours"))
    if task.state not in rules.OPEN:
        raise Refused(Refusal("task.over"))


def steers(task: Any, actor: Actor) -> bool:
    """Whether the actor may change, drop or reopen the task: he gave it, checks it, or manages its dossier."""
    if actor.administrator or actor.userid == task.requester:
        return True
    return bool(actor.functions(task.responsible_unit) & set(rules.CHECKING)) or bool(
        actor.groups & frozenset(group for group, roles in subject_grants(task).items() if "Dossier Manager" in roles)
    )


def wish_of(task: Any) -> Wish:
    """The task as somebody wished it."""
    return Wish(task.title, task.responsible_unit or "", task.due, task.assigned_to or "", task.description or "")


def tasks_of(dossier: Any) -> list[Any]:
    """The tasks about the dossier, oldest first, whoever may read them."""
    return by_uids(dossier.task_uids) if dossier.task_uids else []


def readable_tasks(dossier: Any) -> list[Any]:
    """Those that the user may read."""
    check = getSecurityManager().checkPermission
    return [task for task in tasks_of(dossier) if check("View", task)]


def record(task: Any) -> rules.Task:
    """The task as the rules read it."""
    return rules.Task(task.UID(), task.responsible_unit or "", task.due, task.state, task.done_on)


def subject_grants(task: Any) -> Mapping[str, frozenset[str]]:
    """Who may do what with the dossier that the task is about; nobody when it is gone."""
    policy = IAccessPolicy(by_uid(task.origin), None) if task.origin else None
    return policy.grants() if policy is not None else {}


@implementer(IProcess)
@adapter(ITask)
class TaskProcess(Process):
    """The service does the task; whoever steers it may also drop it or open it again."""

    def machine(self) -> Machine:
        return MACHINE

    def allowed(self, transition: Transition, actor: Actor) -> bool:
        held = actor.functions(self.context.responsible_unit) & set(transition.functions)
        mine = actor.userid == self.context.assigned_to and transition.functions == rules.DOING
        return bool(held) or mine or steers(self.context, actor)

    def effects(self, transition: Transition, actor: Actor, comment: str) -> None:
        self.context.done_on = today() if transition.target == "done" else None


@implementer(IAccessPolicy)
@adapter(ITask)
class TaskPolicy:
    """The service and the person who do it, whoever gave it; whoever reads its dossier reads it."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def grants(self) -> Mapping[str, frozenset[str]]:
        task = self.context
        found = {group: _from_dossier(roles) for group, roles in subject_grants(task).items()}
        if task.responsible_unit:
            found |= {group_id(task.responsible_unit, function): READS for function in rules.WATCHING}
            found |= {group_id(task.responsible_unit, function): WRITES for function in rules.DOING}
        found |= {userid: WRITES for userid in (task.assigned_to, task.requester) if userid}
        return found


def _from_dossier(roles: frozenset[str]) -> frozenset[str]:
    return WRITES if "Dossier Manager" in roles else READS


def readers_changed(dossier: Any) -> None:
    """Whoever reads the dossier changed: so did who reads its tasks."""
    for task in tasks_of(dossier):
        task.reindexObjectSecurity()


@indexer(ITask)
def next_due(task: Any) -> date:
    """The day by which an open task is due, for lists; not indexed without one."""
    if task.state not in rules.OPEN or task.due is None:
        raise AttributeError("next_due")
    return task.due  # type: ignore[no-any-return]
