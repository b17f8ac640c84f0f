"""The letter that brings the decision to the applicant, with what he or she may do about it."""

from typing import Any

from commune.core.content.clock import today
from commune.urbanism.content.steps import day_of, steps
from commune.urbanism.documents.letter_facts import letter_facts
from commune.urbanism.rules.legal_rules import rules_for
from commune.urbanism.rules.steps import Marker, first_deposit


def offered(permit: Any) -> bool:
    """Once a decision is taken."""
    return permit.decision is not None and permit.state in ("granted", "refused")


def facts(permit: Any) -> dict[str, Any]:
    """The decision, and the terms of the law to appeal (L15), to build (L23) and to announce the works (L20)."""
    decision = permit.decision
    return {
        **letter_facts(permit),
        "sent_on": day_of(permit, Marker.NOTIFICATION) or today(),
        "granted": decision.sense == "granted",
        "decided_on": decision.on,
        "number": decision.number,
        "text": decision.text,
        "appeal_days": _term(permit, "L15"),
        "lapse_years": _term(permit, "L23"),
        "notice_days": _term(permit, "L20"),
    }


def _term(permit: Any, rule_id: str) -> int | str:
    rule = next(rule for rule in rules_for(permit.procedure) if rule.id == rule_id)
    figure = rule.figure_on(first_deposit(steps(permit)) or today())
    return figure.value.n if figure else ""
