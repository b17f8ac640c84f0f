"""The acknowledgement of a complete file: what the applicant may count on, and until when."""

from dataclasses import replace
from typing import Any

from commune.core.content.clock import today
from commune.urbanism.content.steps import steps
from commune.urbanism.documents.letter_facts import letter_facts
from commune.urbanism.rules.clocks import decision_clock
from commune.urbanism.rules.procedure_choice import MANDATORY_PUBLICITY, Choice
from commune.urbanism.rules.steps import Marker, Step, last_series, steps_of
from commune.urbanism.workflow.clocks import dossier
from commune.urbanism.workflow.opinions import opinions

STATES = ("deposit", "incomplete", "complete")


def offered(permit: Any) -> bool:
    """While the file is judged, once one knows what it must go through."""
    known = permit.choice and Choice.UNKNOWN not in permit.choice
    return permit.state in STATES and bool(known)


def facts(permit: Any) -> dict[str, Any]:
    """The delay announced; before the letter is sent, its term is that of a letter sent today."""
    asked = dossier(permit)
    series = last_series(asked.steps)
    sent = steps_of(steps(permit), Marker.ACKNOWLEDGMENT, series=series)
    if not sent:
        asked = replace(
            asked, steps=(*asked.steps, Step("draft", Marker.ACKNOWLEDGMENT, today(), today(), series=series))
        )
    clock = decision_clock(asked, today())
    announced = asked.announced(series)
    return {
        **letter_facts(permit),
        "sent_on": sent[-1].legal_date if sent else today(),
        "delay": announced.delay.value if announced.delay else "",
        "prorogation": announced.prorogation.value if announced.prorogation else "",
        "due": clock.due if clock else None,
        "publicity": bool(permit.choice & MANDATORY_PUBLICITY),
        "region": Choice.FD in permit.choice,
        "opinions": [opinion.title for opinion in opinions(permit)],
    }
