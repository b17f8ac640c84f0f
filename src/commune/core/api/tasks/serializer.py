"""The plain GET of a task: what @task says, and nothing more."""

from typing import Any

from plone.restapi.interfaces import ISerializeToJson
from zope.component import adapter
from zope.interface import implementer

from commune.core.api.tasks.task_json import task_json
from commune.core.content.task import ITask
from commune.core.interfaces import ICoreLayer


@implementer(ISerializeToJson)
@adapter(ITask, ICoreLayer)
class TaskSerializer:
    """No other way of reading a task says more than @task."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request

    def __call__(self, **options: Any) -> dict[str, Any]:
        return task_json(self.context)
