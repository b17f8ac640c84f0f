"""The permit as its guards read it: gathered once."""

from datetime import date
from typing import Any

from commune.core.workflow.lookup import children
from commune.urbanism.content.parties import parties_of
from commune.urbanism.content.places import locations, parcels
from commune.urbanism.content.steps import day_of, steps
from commune.urbanism.rules.parties import Role
from commune.urbanism.rules.permits import PermitFacts
from commune.urbanism.rules.steps import Marker, first_deposit, last_series, steps_of
from commune.urbanism.workflow.clocks import clock_of, missed

COMPETENT = "college"
WITHDRAWAL_LETTER = "withdrawal"


def facts_of(permit: Any, comment: str = "") -> PermitFacts:
    """What the guards look at, on this day."""
    decision = permit.decision
    clock = clock_of(permit, "L07")
    return PermitFacts(
        state=permit.state or "draft",
        procedure=permit.procedure,
        previous_state=permit.previous_state,
        comment=comment,
        deposited_on=first_deposit(steps(permit)),
        has_applicant=bool(parties_of(permit, Role.APPLICANT)),
        has_place=has_place(permit),
        subject=permit.subject or "",
        missing_pieces=len(permit.missing_pieces or ()),
        times_incomplete=permit.times_incomplete,
        choice=permit.choice,
        completeness_missed=missed(clock_of(permit, "L01")),
        supplements_missed=missed(clock_of(permit, "L02")),
        inadmissible_reason=permit.inadmissible_reason or "",
        report_ready=report_ready(permit),
        decision_on=decision.on if decision else None,
        decision_sense=decision.sense if decision else "",
        competent_authority=COMPETENT,
        decided_by=decision.by if decision else "",
        decision_due=clock.due if clock else None,
        decision_missed=missed(clock),
        withdrawal_letter=any(annex.category == WITHDRAWAL_LETTER for annex in children(permit, "annex")),
        lapse_reached=missed(clock_of(permit, "L23")),
        **_dates(permit),
    )


def _dates(permit: Any) -> dict[str, Any]:
    known = steps(permit)
    supplements = day_of(permit, Marker.SUPPLEMENT_DEPOSIT)
    statement = day_of(permit, Marker.MISSING_PART)
    series = last_series(known)
    acknowledged = steps_of(known, Marker.ACKNOWLEDGMENT, series=series)
    return {
        "statement_sent_on": None if supplements and statement and supplements >= statement else statement,
        "supplements_on": supplements if supplements and statement and supplements >= statement else None,
        "acknowledged_on": acknowledged[-1].legal_date if acknowledged else None,
        "notified_on": day_of(permit, Marker.NOTIFICATION),
        "suspended_on": _open_suspension(permit),
        "appeal_on": day_of(permit, Marker.RECOURSE),
        "works_done": day_of(permit, Marker.WORK_END) is not None,
        "lapse_report": day_of(permit, Marker.LAPSE) is not None,
    }


def _open_suspension(permit: Any) -> date | None:
    suspended, resumed = day_of(permit, Marker.SUSPENSION), day_of(permit, Marker.RESUMPTION)
    return suspended if suspended and (resumed is None or resumed < suspended) else None


def has_place(permit: Any) -> bool:
    """Whether one knows where the works are (or that they have no address)."""
    return bool(locations(permit) or parcels(permit) or permit.no_address)


def report_ready(permit: Any) -> bool:
    """Whether there is something to put before the College: a draft decision or a report."""
    return bool((permit.draft_decision or "").strip()) or day_of(permit, Marker.COLLEGE_REPORT) is not None
