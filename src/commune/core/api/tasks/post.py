"""POST @tasks: give a task about a dossier; POST @task: change it, or say how it goes."""

from dataclasses import replace
from datetime import date
from typing import Any

from zExceptions import BadRequest

from commune.core.api.act import Act
from commune.core.api.contract import TEXT_OR_NONE, body
from commune.core.api.tasks.task_json import task_json
from commune.core.rules.tasks import Wish
from commune.core.workflow.actor import current_actor
from commune.core.workflow.tasks import change_task, give_task, note_progress, wish_of
from commune.core.workflow.units import unit_uid

NAMES = ("title", "assignee", "description")


class PostTask(Act):
    """Body: ``{"title", "service": code, "due": day, "assignee": account, "description"}``; 201 with the task."""

    takes = body(**dict.fromkeys((*NAMES, "service", "due"), TEXT_OR_NONE))
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        task = give_task(self.context, wished(Wish("", ""), wish), current_actor(self.context))
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", task.absolute_url())
        return task_json(task)


class ChangeTask(Act):
    """Body: what changes, named as in ``@tasks``; or ``{"note": text}``."""

    takes = body(**dict.fromkeys((*NAMES, "service", "due", "note"), TEXT_OR_NONE))

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor = current_actor(self.context)
        if "note" in wish:
            note_progress(self.context, str(wish["note"]), actor)
        else:
            change_task(self.context, wished(wish_of(self.context), wish), actor)
        return task_json(self.context)


def wished(before: Wish, wish: dict[str, Any]) -> Wish:
    """The wish with what the body of the request says."""
    said = {name: str(wish[name] or "") for name in NAMES if name in wish}
    if "service" in wish:
        said["service"] = unit_uid(str(wish["service"])) or ""
    try:
        due = {"due": date.fromisoformat(wish["due"]) if wish["due"] else None} if "due" in wish else {}
    except (TypeError, ValueError) as error:
        raise BadRequest("due: a day, such as 2027-01-11") from error
    return replace(before, **said, **due)
