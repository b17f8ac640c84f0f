"""The page of a task."""

from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView

from commune.core.browser.dossier.people import Names
from commune.core.browser.task.panel import Row, TaskPanel, row
from commune.core.rules.tasks import DOING, OPEN
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.tasks import steers, wish_of
from commune.core.workflow.units import holders


class TaskPage(BrowserView):
    """``view`` of a task: what is to be done, for which dossier, how it goes."""

    @cached_property
    def names(self) -> Names:
        return Names()

    @cached_property
    def row(self) -> Row:
        return row(self.context, self.names, api.portal.get_current_language())

    @property
    def subject(self) -> Any:
        """The dossier that the task is about, for those who may read it."""
        about = by_uid(self.context.origin)
        return about if about is not None and api.user.has_permission("View", obj=about) else None

    @property
    def requester(self) -> str:
        return self.names.user(self.context.requester)

    @property
    def may_note(self) -> bool:
        return bool(api.user.has_permission("Modify portal content", obj=self.context))

    @property
    def may_change(self) -> bool:
        return self.context.state in OPEN and steers(self.context, current_actor(self.context))

    @property
    def tasks(self) -> TaskPanel:
        """What the fields of the form ask for."""
        return TaskPanel(self.context, self.request)

    @property
    def typed(self) -> dict[str, str]:
        """The form as it was sent, the task as it is before."""
        wish = wish_of(self.context)
        known = {f"task_{name}": str(getattr(wish, name) or "") for name in
                 ("title", "service", "due", "assignee", "description")}  # fmt: skip
        return {**known, **self.request.form}

    @property
    def people(self) -> list[tuple[str, str]]:
        """Those of the service who may do the task, by name."""
        found = [(userid, self.names.user(userid)) for userid in holders(self.context.responsible_unit or "", DOING)]
        return sorted(found, key=lambda pair: pair[1])
