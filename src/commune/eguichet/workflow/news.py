"""What the dossier that came of a request tells: kept in order, shown to the citizen, its end made ours."""

from dataclasses import replace
from typing import Any

from commune.core.content.clock import now, today
from commune.core.events import DossierProgressed
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import SYSTEM
from commune.eguichet.content.stages import Told, keep_told, told
from commune.eguichet.i18n import _
from commune.eguichet.rules.case_links import StatusEvent, apply_status
from commune.eguichet.workflow.citizen_mails import in_words
from commune.eguichet.workflow.facts import Details

MOVES = {
    "granted": "accept",
    "accepted": "accept",
    "refused": "refuse",
    "inadmissible": "declare_inadmissible",
    "withdrawn": "cancel",
}
TEXTS = {
    "accept": _("decision_accept", default="Your request was accepted. The decision will be sent to you."),
    "refuse": _("decision_refuse", default="Your request was refused. The decision will be sent to you."),
    "declare_inadmissible": _("decision_inadmissible", default="Your request cannot be examined."),
    "cancel": _("decision_withdrawn", default="Your request was withdrawn."),
}
MOTIVATION = _("decision_motivation", default="The reasons are in the decision that is sent to you.")
APPEAL = _("decision_appeal", default="The decision that is sent to you says how to appeal.")


def hear(request: Any, letter: DossierProgressed) -> bool:
    """Apply a piece of news; one that is foreign or repeated is ignored. Returns whether it was applied."""
    kept = request.handed_over
    if kept is None or kept.link is None or kept.link.decided:
        return False
    event = StatusEvent(letter.uid, len(told(request)) + 1, letter.stage, today(), final=letter.final)
    link = apply_status(kept.link, event)
    if link is kept.link or (link.code == kept.link.code and not letter.final):
        return False
    keep_told(request, Told(now(), letter.uid, letter.stage, letter.final, letter.outcome))
    request.handed_over = replace(kept, link=link)
    if letter.final:
        _end(request, letter.outcome)
    request.reindexObject()
    return True


def _end(request: Any, outcome: str) -> None:
    """The dossier's outcome is the request's."""
    move = MOVES.get(outcome)
    if move is None:
        return
    if request.state == "waiting_citizen":
        IProcess(request).perform(SYSTEM, "resume")
    text = in_words(TEXTS[move], request.language)
    process = IProcess(request)
    process.details = Details(
        decision_text=text,
        motivation=in_words(MOTIVATION, request.language),
        appeal_text=in_words(APPEAL, request.language),
    )
    if any(offer.transition.id == move and not offer.refusals for offer in process.offers(SYSTEM)):
        process.perform(SYSTEM, move, text)
