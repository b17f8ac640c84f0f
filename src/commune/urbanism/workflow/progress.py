"""What a citizen may follow of a permit, and the letters that tell its origin that something happened."""

from typing import Any

from zope.component import adapter
from zope.event import notify
from zope.interface import implementer

from commune.core.events import DossierProgressed, Stage
from commune.core.interfaces import IPublicProgress
from commune.urbanism.content.permit import IPermit
from commune.urbanism.content.steps import day_of, steps
from commune.urbanism.i18n import _
from commune.urbanism.rules.steps import Marker, steps_of

OUTCOMES = {"granted": _("The permit is granted."), "refused": _("The permit is refused.")}
ENDED = {
    "inadmissible": _("The request was declared inadmissible."),
    "withdrawn": _("The request was withdrawn."),
}
STATE_STAGES = {
    "deposit": "deposit",
    "incomplete": "incomplete",
    "complete": "complete",
    "decision_pending": "college",
    "granted": "decision",
    "refused": "decision",
    "inadmissible": "closed",
    "withdrawn": "closed",
}
STEP_STAGES = {Marker.OPINION_REQUEST: "opinions", Marker.NOTIFICATION: "notification"}


def tell(permit: Any, state: str) -> None:
    """Tell the origin of the permit that it reached a state, when that is public."""
    stage = STATE_STAGES.get(state)
    if permit.origin and stage:
        outcome = state if stage in ("decision", "closed") else ""
        notify(DossierProgressed(permit.UID(), permit.origin, stage, bool(outcome), outcome))


def tell_step(permit: Any, marker: Marker) -> None:
    """Tell the origin of the permit that a public step was taken."""
    stage = STEP_STAGES.get(marker)
    if permit.origin and stage:
        notify(DossierProgressed(permit.UID(), permit.origin, stage))


@implementer(IPublicProgress)
@adapter(IPermit)
class PermitProgress:
    """Deposit, completeness, opinions, College, decision, notification: days and outcome, nobody's name."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def stages(self) -> tuple[Stage, ...]:
        permit = self.context
        return (
            Stage("deposit", _("Your request was received"), day_of(permit, Marker.DEPOSIT)),
            *self._completeness(),
            *self._opinions(),
            *self._end(),
        )

    def _completeness(self) -> tuple[Stage, ...]:
        permit = self.context
        asked = day_of(permit, Marker.MISSING_PART)
        found = (Stage("incomplete", _("Pieces were missing and were asked of you"), asked),) if asked else ()
        came = day_of(permit, Marker.SUPPLEMENT_DEPOSIT)
        found += (Stage("supplements", _("The missing pieces were received"), came),) if came else ()
        acknowledged = day_of(permit, Marker.ACKNOWLEDGMENT) or day_of(permit, Marker.DEFAULT_ACKNOWLEDGMENT)
        return (*found, Stage("complete", _("Your file is complete"), acknowledged))

    def _opinions(self) -> tuple[Stage, ...]:
        asked = steps_of(steps(self.context), Marker.OPINION_REQUEST, Marker.REGION_OPINION_REQUEST)
        return (Stage("opinions", _("Opinions were asked"), asked[0].legal_date),) if asked else ()

    def _end(self) -> tuple[Stage, ...]:
        permit = self.context
        if permit.state in ENDED:
            return (Stage("closed", _("The dossier is closed"), permit.final_on, ENDED[permit.state]),)
        decision, college = permit.decision, permit.college
        told = decision is not None and permit.state in OUTCOMES
        return (
            Stage("college", _("The College examines the request"), college.day if college else None),
            Stage("decision", _("Decision"), decision.on if told else None, OUTCOMES[permit.state] if told else ""),
            Stage("notification", _("The decision was sent to you"), day_of(permit, Marker.NOTIFICATION)),
        )
