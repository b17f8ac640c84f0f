"""A permit is put before the College: what is asked, and what came of it."""

from dataclasses import replace
from typing import Any

from commune.core.content.clock import today
from commune.core.content.journal import Journal
from commune.core.events import DecisionRequested
from commune.core.interfaces import IProcess
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.actor import Actor
from commune.core.workflow.handover import ask
from commune.core.workflow.lookup import children
from commune.core.workflow.process import Refused
from commune.urbanism.content.decision import CollegeFile
from commune.urbanism.workflow.access import acts
from commune.urbanism.workflow.clocks import deciding
from commune.urbanism.workflow.college_texts import description, draft, motivation, title
from commune.urbanism.workflow.facts import report_ready

BODY = "college"
CATEGORY = "urbanism"
ASKING = ("complete", "decision_pending")


def request_refusals(permit: Any, actor: Actor) -> Refusals:
    """Every reason why the College cannot be asked now."""
    found = []
    if not acts(permit, actor):
        found.append(Refusal("permit.not_yours"))
    if permit.state not in ASKING:
        found.append(Refusal("permit.not_ready_for_college", {"state": permit.state}))
    if permit.college is not None and permit.college.item and not permit.college.taken:
        found.append(Refusal("permit.already_asked"))
    if not report_ready(permit):
        found.append(Refusal("permit.no_report", place="draft_decision"))
    return tuple(found)


def request_decision(permit: Any, actor: Actor) -> CollegeFile:
    """Ask the College; the permit then waits for its decision. Raises ``Refused`` with every reason.

    When nobody answers (no meetings in this site) the request stays open and may be sent again.
    """
    refusals = request_refusals(permit, actor)
    if refusals:
        raise Refused(*refusals)
    if permit.state == "complete":
        IProcess(permit).perform(actor, "submit")
    else:
        put_before(permit, actor)
    return permit.college


def put_before(permit: Any, actor: Actor) -> None:
    """Note that the College is asked, and ask it."""
    permit.college = CollegeFile(today())
    Journal(permit).note("college_asked", actor.userid, internal=False)
    send(permit)
    permit.reindexObject()


def send(permit: Any) -> None:
    """Send the request to whoever keeps the College's meetings."""
    clock = deciding(permit)
    ask(
        DecisionRequested(
            origin=permit.UID(),
            body_kind=BODY,
            reference=permit.reference or "",
            title=title(permit),
            description=description(permit),
            motivation=motivation(permit),
            decision=draft(permit),
            due=clock.safe_due if clock else None,
            unit=permit.responsible_unit or "",
            category=CATEGORY,
            files=tuple(annex.UID() for annex in children(permit, "annex") if not annex.confidential),
        )
    )


def unanswered(permit: Any) -> bool:
    """Whether the College was asked and nobody made an item of it yet."""
    return permit.college is not None and not permit.college.item and not permit.college.taken


def keep(permit: Any, **changes: Any) -> None:
    """Note what the College's side said."""
    permit.college = replace(permit.college or CollegeFile(today()), **changes)
    permit.reindexObject()
