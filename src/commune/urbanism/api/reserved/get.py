"""Services of the core that tell more of a permit than an adviser may know."""

from typing import Any

from zExceptions import NotFound

from commune.core.api.deadlines.get import GetDeadlines
from commune.core.api.journal.get import GetJournal
from commune.core.api.steps.get import GetSteps
from commune.core.workflow.actor import current_actor
from commune.urbanism.workflow.access import sees_all


class Reserved:
    """For who reads the whole dossier; for the others there is nothing."""

    context: Any

    def reply(self) -> Any:
        if not sees_all(self.context, current_actor(self.context)):
            raise NotFound()
        return super().reply()  # type: ignore[misc]


class GetPermitJournal(Reserved, GetJournal):
    """GET @journal."""


class GetPermitSteps(Reserved, GetSteps):
    """GET @steps."""


class GetPermitDeadlines(Reserved, GetDeadlines):
    """GET @deadlines."""
