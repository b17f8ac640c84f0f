"""Writing the minutes anew, rewriting a part, giving it back to the data."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.content.minutes import minutes_of
from commune.meeting.i18n import _
from commune.meeting.rules.minutes import Part
from commune.meeting.workflow.minutes import edit, regenerate


class MinutesAct(Acting):
    """POST ``@@minutes-act``: ``write``; or ``key`` with ``text``, and ``back`` to drop what was written by hand."""

    def act(self, form: Any) -> None:
        actor = current_actor(self.context)
        if "write" in form:
            regenerate(self.context, actor)
            self.done = _("The minutes are written from the data.")
            return
        self.key = str(form.get("key", ""))
        text = self._generated() if form.get("back") else str(form.get("text", ""))
        edit(self.context, self.key, text, actor)
        self.done = _("The part is saved.")

    def _generated(self) -> str:
        parts = {part.key: part for part in minutes_of(self.context).parts}
        return parts.get(self.key, Part(self.key, "")).generated

    def next(self) -> str:
        return f"{self.context.absolute_url()}/@@minutes#part-{getattr(self, 'key', '')}"

    def page(self) -> Any:
        return self.context.restrictedTraverse("@@minutes")()
