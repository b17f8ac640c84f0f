"""An adviser gives the opinion of a service, or keeps what he or she is writing."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.rules.opinions import Sense
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.meeting.i18n import _
from commune.meeting.workflow.opinions import give


class GiveOpinion(Acting):
    """POST ``@@give-opinion`` with ``service``, ``sense``, ``comment`` and ``hidden`` (kept, not given)."""

    done = _("The opinion is recorded.")
    anchor = "#opinions"

    def act(self, form: Any) -> None:
        if form.get("sense") not in set(Sense):
            raise Refused(Refusal("opinion.sense", place="sense"))
        sense, hidden = Sense(form["sense"]), bool(form.get("hidden"))
        actor = current_actor(self.context)
        give(self.context, form.get("service", ""), sense, form.get("comment", ""), actor, hidden)
