"""Recording when an act of the legal clock was done, and why late."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.legal_acts import record_act
from commune.meeting.workflow.moment_reading import read_moment


class LegalAct(Acting):
    """POST ``@@legal-act`` with ``act``, ``moment`` (local time; empty: not done) and ``reason``."""

    done = _("The act is recorded.")
    anchor = "#legal-clock"

    def act(self, form: Any) -> None:
        name = str(form.get("act", ""))
        self.fields = {"moment": f"done-{name}"}
        moment = read_moment(str(form.get("moment") or ""), "moment")
        record_act(self.context, name, moment, str(form.get("reason", "")), current_actor(self.context))
