"""Giving a request to the module whose dossier treats it; nobody may answer, and then it waits."""

from dataclasses import replace
from typing import Any

from commune.core.content.clock import BRUSSELS, now
from commune.core.content.journal import Journal
from commune.core.events import HandoverAccepted, HandoverRequested
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import SYSTEM, Actor
from commune.core.workflow.handover import ask
from commune.core.workflow.lookup import by_uid, children
from commune.core.workflow.process import Refused
from commune.eguichet.content.request import HandedOver
from commune.eguichet.rules.case_links import CaseLink, accept_creation, creation_key
from commune.eguichet.rules.payload import fill
from commune.eguichet.rules.requests import HandOver

OPEN = frozenset({"in_progress", "waiting_citizen"})


def procedure_of(request: Any) -> Any:
    """The procedure that the request was made for, ``None`` when it is gone."""
    return by_uid(request.procedure)


def handover_kind(request: Any) -> str:
    """The kind of dossier that requests of this procedure become, empty when none."""
    return getattr(procedure_of(request), "handover_kind", "") or ""


def handover_moment(request: Any) -> str:
    """When they do: ``manual`` or ``take``, empty when never."""
    procedure = procedure_of(request)
    return (procedure.handover_moment or "manual") if procedure is not None and procedure.handover_kind else ""


def may_hand_over(request: Any) -> tuple[Refusal, ...]:
    """Why the request cannot be handed over (again) now."""
    if not (request.handed_over.kind if request.handed_over else handover_kind(request)):
        return (Refusal("request.no_hand_over"),)
    if request.hand_over in (HandOver.HANDED_OVER, HandOver.DECIDED):
        return (Refusal("request.handed_over"),)
    if request.state not in OPEN:
        return (Refusal("request.no_such_move", {"transition": "hand_over", "state": request.state}),)
    return ()


def hand_over(request: Any, actor: Actor) -> bool:
    """Ask for the dossier; returns whether somebody opened it. Sent again, it is the same dossier.

    Raises ``Refused`` when the request is not open, or already handed over.
    """
    refusals = may_hand_over(request)
    if refusals:
        raise Refused(*refusals)
    if request.handed_over is None:
        request.handed_over = HandedOver(handover_kind(request), now())
        Journal(request).note("handover_requested", actor.userid, wanted=request.handed_over.kind)
    answered = ask(letter_of(request))
    request.reindexObject()
    return answered


def letter_of(request: Any) -> HandoverRequested:
    """Everything that the request carries over, in the words that its procedure maps it to."""
    template = getattr(procedure_of(request), "handover_map", None) or {}
    deposited = request.deposited_at.astimezone(BRUSSELS).date()
    payload = fill(template, {**request.values, "@deposited": deposited, "@reference": request.reference})
    assert isinstance(payload, dict)
    files = tuple(annex.UID() for annex in children(request, "annex") if annex.origin == "citizen")
    return HandoverRequested(request.UID(), request.handed_over.kind, request.reference, payload, files)


def accepted(request: Any, letter: HandoverAccepted) -> None:
    """The dossier was opened: link it, once."""
    kept = request.handed_over
    links = accept_creation((kept.link,) if kept.link else (), CaseLink(kept.kind, letter.uid))
    if links[0] == kept.link:
        return
    request.handed_over = replace(kept, link=links[0], reference=letter.reference, accepted_at=now())
    key = creation_key(request.UID(), kept.kind)
    Journal(request).note("handover_accepted", SYSTEM.userid, reference=letter.reference, key=key)
    request.reindexObject()
