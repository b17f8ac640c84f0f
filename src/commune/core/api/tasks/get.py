"""GET @tasks: the tasks about a dossier; GET @task: one task."""

from typing import Any

from plone.restapi.services import Service

from commune.core.api.tasks.task_json import task_json
from commune.core.rules.tasks import rate_on_time
from commune.core.workflow.tasks import readable_tasks, record


class GetTasks(Service):
    """Those that the caller may read, oldest first, and the share done in time (``null`` before any was)."""

    def reply(self) -> dict[str, Any]:
        tasks = readable_tasks(self.context)
        rate = rate_on_time(map(record, tasks))
        return {
            "@id": f"{self.context.absolute_url()}/@tasks",
            "items": [task_json(task) for task in tasks],
            "rate_on_time": float(rate) if rate is not None else None,
        }


class GetTask(Service):
    """One task, whole; it moves by ``@transitions``."""

    def reply(self) -> dict[str, Any]:
        return task_json(self.context)
