"""The service asks for an opinion once more."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.opinions import ask_again


class AskAgain(Acting):
    """POST ``@@ask-opinion-again`` with ``service``; whoever edits the item may."""

    done = _("The opinion is asked again.")
    anchor = "#opinions"

    def act(self, form: Any) -> None:
        ask_again(self.context, form.get("service", ""), True, current_actor(self.context))
