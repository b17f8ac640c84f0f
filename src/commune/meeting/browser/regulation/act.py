"""Planning the publication of a text, saying which text it replaces."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.regulation_acts import act


class RegulationAct(Acting):
    """POST ``@@regulation-act`` with ``do`` and what it needs (``at``, ``number``, ``comment``)."""

    done = _("Recorded.")
    fields = {"planned": "plan-at", "supersedes": "supersedes-number", "decided": "", "document": ""}

    def act(self, form: Any) -> None:
        act(self.context, form, current_actor(self.context))
