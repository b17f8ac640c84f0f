"""Declaring an interest in an item, or taking the declaration back."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.interests import declare, take_back


class InterestAct(Acting):
    """POST ``@@interest-act`` with ``member`` (a seat), or ``back`` (the seat whose declaration is dropped)."""

    anchor = "#interests"
    fields = {"member": "interest-member"}

    def act(self, form: Any) -> None:
        actor = current_actor(self.context)
        if form.get("back"):
            take_back(self.context, str(form["back"]), actor)
            self.done = _("The declaration is taken back.")
        else:
            declare(self.context, str(form.get("member", "")), actor)
            self.done = _("The interest is declared.")
