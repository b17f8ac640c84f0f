"""A task as JSON."""

from typing import Any

from AccessControl import getSecurityManager

from commune.core.content.clock import today
from commune.core.rules.tasks import overdue
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.tasks import record


def task_json(task: Any) -> dict[str, Any]:
    """What a reader of the task may know; the dossier it is about only for those who read that one."""
    about = by_uid(task.origin)
    seen = about is not None and getSecurityManager().checkPermission("View", about)
    return {
        "@id": task.absolute_url(),
        "@type": task.portal_type,
        "uid": task.UID(),
        "title": task.title,
        "description": task.description or "",
        "state": task.state,
        "version": task.version,
        "service": task.responsible_unit,
        "assignee": task.assigned_to or "",
        "requester": task.requester,
        "due": task.due.isoformat() if task.due else None,
        "done_on": task.done_on.isoformat() if task.done_on else None,
        "late": overdue(record(task), today()),
        "about": about.absolute_url() if seen else None,
    }
