"""Trying a condition on an item or a meeting before a body relies on it (BOD-4)."""

from collections.abc import Mapping
from typing import Any

from commune.core.rules.conditions import Finding, explain, faults
from commune.core.workflow.actor import current_actor
from commune.core.workflow.process import Refused
from commune.meeting.rules.condition_fields import ITEM_FIELDS, MEETING_FIELDS
from commune.meeting.workflow.access import meeting_facts
from commune.meeting.workflow.guard import check_manager
from commune.meeting.workflow.opinions import facts_for_conditions


def try_condition(dossier: Any, condition: Any) -> Finding:
    """The condition on that item or meeting, test by test with the values found.

    For managers of the body; raises ``Refused`` with everything that is wrong with the condition.
    """
    check_manager(current_actor(dossier), dossier)
    on_item = dossier.portal_type == "meeting_item"
    wrong = faults(condition, ITEM_FIELDS if on_item else MEETING_FIELDS)
    if wrong:
        raise Refused(*wrong)
    facts: Mapping[str, object] = facts_for_conditions(dossier) if on_item else meeting_facts(dossier)
    return explain(condition, facts)
