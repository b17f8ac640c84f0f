"""The statement of missing pieces: what lacks, and until when it may be brought."""

from typing import Any

from commune.core.content.clock import today
from commune.core.rules.calendars import LAW
from commune.core.rules.deadlines import compute
from commune.urbanism.content.steps import day_of, steps
from commune.urbanism.documents.letter_facts import letter_facts
from commune.urbanism.rules.legal_rules import rules_for
from commune.urbanism.rules.steps import Marker, first_deposit

STATES = ("deposit", "incomplete")


def offered(permit: Any) -> bool:
    """While the file is judged, when pieces are marked as missing."""
    return permit.state in STATES and bool(permit.missing_pieces)


def facts(permit: Any) -> dict[str, Any]:
    """The missing pieces as they are listed on the permit, and the term of the applicant (L02)."""
    sent = day_of(permit, Marker.MISSING_PART) or today()
    rule = next(rule for rule in rules_for(permit.procedure) if rule.id == "L02")
    figure = rule.figure_on(first_deposit(steps(permit)) or today())
    return {
        **letter_facts(permit),
        "sent_on": sent,
        "pieces": list(permit.missing_pieces or ()),
        "days": figure.value.n if figure else "",
        "due": compute(sent, figure, LAW).due if figure else None,
    }
