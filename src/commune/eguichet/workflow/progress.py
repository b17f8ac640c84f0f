"""What the citizen reads of a request: where it stands, and every stage with its day."""

from datetime import date
from typing import Any

from commune.core.content.clock import BRUSSELS
from commune.core.content.journal import Journal
from commune.core.events import Stage
from commune.core.interfaces import IPublicProgress
from commune.core.workflow.lookup import by_uid
from commune.eguichet.i18n import _
from commune.eguichet.rules.requests import MACHINE, HandOver, public_state

SAID = {
    "request.in_progress.handed_over": _("Your file is being examined"),
    "request.in_progress.decided": _("A decision was taken on your file"),
}
ENDS = {
    "accepted": _("Your request is accepted"),
    "partially_accepted": _("Your request is accepted in part"),
    "refused": _("Your request is refused"),
    "inadmissible": _("Your request cannot be examined"),
    "cancelled": _("Your request is cancelled"),
    "transferred": _("Your request is with another authority"),
}
STATES = {
    "received": _("We have received your request"),
    "awaiting_payment": _("Your payment is expected"),
    "in_progress": _("Your request is being examined"),
    "waiting_citizen": _("We are waiting for your answer"),
    "closed": _("Your request is closed"),
    **ENDS,
}


def standing(request: Any) -> Any:
    """Where the request stands, in the citizen's words (message)."""
    code = public_state(request.state, request.hand_over)
    return SAID.get(code) or STATES.get(request.state) or MACHINE.state(request.state).public_title


def stages(request: Any) -> tuple[Stage, ...]:
    """The stages of the request, those of the dossier that came of it among them, oldest first."""
    taken = _day_of(request, "in_progress")
    found = (
        Stage("received", _("We have received your request"), request.deposited_at.astimezone(BRUSSELS).date()),
        Stage("in_progress", _("An officer examines your request"), taken),
    )
    case = case_stages(request)
    return (*found, *case, *_end(request, bool(case)))


def case_stages(request: Any) -> tuple[Stage, ...]:
    """The public stages of the linked dossier; none when there is none, or when it tells nothing."""
    link = request.handed_over.link if request.handed_over else None
    dossier = by_uid(link.case) if link else None
    progress = IPublicProgress(dossier, None) if dossier is not None else None
    return tuple(progress.stages()) if progress is not None else ()


def _end(request: Any, in_a_case: bool) -> tuple[Stage, ...]:
    decided = next((day for state, day in _moves(request) if state in ENDS), None)
    state = next((state for state, _day in _moves(request) if state in ENDS), "")
    found = [Stage("decided", ENDS[state], decided)] if state else []
    if not state and not in_a_case and request.hand_over is HandOver.NONE:
        found.append(Stage("decided", _("A decision is taken")))
    return tuple(found)


def _day_of(request: Any, state: str) -> date | None:
    return next((day for reached, day in _moves(request) if reached == state), None)


def _moves(request: Any) -> list[tuple[str, date]]:
    """States reached, with their day."""
    return [
        (str(entry.data.get("target", "")), entry.at.astimezone(BRUSSELS).date())
        for entry in Journal(request)
        if entry.kind == "transition"
    ]
