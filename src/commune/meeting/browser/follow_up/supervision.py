"""Recording what the supervisory authority received and answered."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.workflow.actor import current_actor
from commune.meeting.i18n import _
from commune.meeting.workflow.follow_up import record_supervision
from commune.meeting.workflow.supervision_reading import read_track

FIELDS = ("kind", "sent", "received", "prorogation", "answered", "answer")


class SupervisionAct(Acting):
    """POST ``@@supervision`` with ``kind``, ``sent``, ``received``, ``prorogation``, ``answered``, ``answer``."""

    done = _("The days are recorded.")
    anchor = "#authority"
    fields = {name: f"authority-{name}" for name in FIELDS}

    def act(self, form: Any) -> None:
        track = read_track(self.context.supervision, {name: form[name] for name in FIELDS if name in form})
        record_supervision(self.context, track, current_actor(self.context))
