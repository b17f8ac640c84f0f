"""Giving a task about a dossier."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.content.refused import Refused
from commune.core.i18n import _
from commune.core.rules.refusals import Refusal
from commune.core.rules.tasks import Wish
from commune.core.workflow.actor import current_actor
from commune.core.workflow.tasks import give_task

FIELDS = {name: f"task-{name}" for name in ("title", "service", "due", "description", "assignee", "note")}


class GiveTask(Acting):
    """POST ``@@give-task`` with ``task_title``, ``task_service``, ``task_due`` and ``task_description``."""

    done = _("The task is given.")
    anchor = "#tasks"
    fields = FIELDS

    def act(self, form: Any) -> None:
        give_task(self.context, wished(form), current_actor(self.context))


def wished(form: Mapping[str, Any]) -> Wish:
    """The task as typed; raises ``Refused`` for a day that cannot be read."""
    text = str(form.get("task_due") or "").strip()
    try:
        due = date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Refused(Refusal("task.due_unreadable", {"text": text}, "due")) from error
    values = {name: str(form.get(f"task_{name}") or "") for name in ("title", "service", "assignee", "description")}
    return Wish(due=due, **values)
