"""Making a content public by its own workflow, for what the suite itself makes."""

from datetime import datetime
from typing import Any

from DateTime import DateTime
from plone import api

from commune.core.content.clock import now


def publish(content: Any, since: datetime | None = None) -> bool:
    """Publish a content that is not public yet, from ``since`` (now without it); returns whether it was."""
    if api.content.get_state(content, default="published") == "published":
        return False
    if content.effective_date is None:
        content.effective_date = DateTime((since or now()).isoformat())
    tool = api.portal.get_tool("portal_workflow")
    with api.env.adopt_roles(["Manager"]):
        tool.doActionFor(content, "publish")
    content.reindexObject()
    return True
