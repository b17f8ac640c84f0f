"""What is done on the page of a task besides moving it: saying how it goes, changing it."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.browser.task.give import FIELDS, wished
from commune.core.i18n import _
from commune.core.workflow.actor import current_actor
from commune.core.workflow.tasks import change_task, note_progress


class TaskAct(Acting):
    """POST ``@@task-act``: ``note`` is kept in the history; else the task changes, as ``@@give-task`` reads it."""

    fields = FIELDS

    def act(self, form: Any) -> None:
        actor = current_actor(self.context)
        if "note" in form:
            note_progress(self.context, str(form["note"]), actor)
            self.done = _("The remark is kept.")
        else:
            change_task(self.context, wished(form), actor)
            self.done = _("The task is changed.")
