"""Asking for follow-up, giving it, saying that none is needed."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.follow_up import ask_follow_up, drop_follow_up, give_follow_up


class FollowUpAct(Acting):
    """POST ``@@follow-up-act`` with ``provided`` (the service), or ``needed`` or ``drop`` (the managers)."""

    anchor = "#follow-up"
    fields = {"provided": "follow-provided"}

    def act(self, form: Any) -> None:
        actor = current_actor(self.context)
        if "provided" in form:
            give_follow_up(self.context, str(form["provided"]), actor)
            self.done = _("The follow-up is given.")
        elif form.get("drop"):
            drop_follow_up(self.context, actor)
            self.done = _("No follow-up is awaited any more.")
        else:
            ask_follow_up(self.context, str(form.get("needed", "")), actor)
            self.done = _("The service is asked for follow-up.")
